"""Reaches the glass without touching it: what a screen reader is told, and where the Tab key leads."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQml import QQmlEngine, QQmlProperty
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtTest import QTest

from tests.kiosk.looking import is_target, items_of, name_of, place_of, top_layer

ROLES_OF_CONTROLS = {QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton}
MOST_CONTROLS = 80
_WAYS_OUT = {"go_home", "go_back"}
"""They begin the row of actions, the last of every screen."""

_SLACK = 4.0


def controls(stage: QQuickItem) -> list[QQuickItem]:
    """What can be touched on the uppermost layer, the disabled too."""
    return [item for item in items_of(top_layer(stage)) if is_target(item)]


def enabled_controls(stage: QQuickItem) -> list[QQuickItem]:
    """What can be touched now."""
    return [item for item in controls(stage) if item.isEnabled()]


def interface_of(item: QQuickItem) -> QAccessibleInterface | None:
    """What a screen reader knows of it; None for an item that does not say what it is."""
    return QAccessible.queryAccessibleInterface(item)


def is_dialog(item: QQuickItem) -> bool:
    """Whether it is a sheet."""
    interface = interface_of(item)
    return interface is not None and interface.role() == QAccessible.Role.Dialog


def focused(view: QQuickView) -> QQuickItem | None:
    """What the keys go to."""
    return view.activeFocusItem()


def spoken_name(item: QQuickItem) -> str:
    """Its name to a screen reader; "" for what such a program passes over."""
    interface = interface_of(item)
    if interface is None or QQmlProperty.read(item, "Accessible.ignored", QQmlEngine.contextForObject(item)):
        return ""
    return str(interface.text(QAccessible.Text.Name)).replace("\u00a0", " ").strip()


def spoken_names(stage: QQuickItem) -> dict[str, str]:
    """The name of each control by what the program calls it."""
    return {name_of(item): spoken_name(item) for item in controls(stage)}


def unspoken_controls(stage: QQuickItem) -> list[str]:
    """Controls that a screen reader cannot name."""
    return [name_of(item) for item in controls(stage) if not spoken_name(item)]


def names_of_several(stage: QQuickItem) -> list[str]:
    """Spoken names that more than one control of the layer has."""
    return [name for name, times in Counter(map(spoken_name, controls(stage))).items() if times > 1]


def wrong_roles(stage: QQuickItem) -> list[str]:
    """Controls that a screen reader takes for something else, or whose state it is not told."""
    found = []
    for item in controls(stage):
        interface = interface_of(item)
        if interface is None or interface.role() not in ROLES_OF_CONTROLS:
            found.append(f"{name_of(item)}: no role of a control")
        elif is_chosen(item) and not interface.state().checked:
            found.append(f"{name_of(item)}: chosen, and nobody says so")
    return found


def is_chosen(item: QQuickItem) -> bool:
    """Whether a choice or a switch is made."""
    return any(item.property(name) is True for name in ("chosen", "on", "checked"))


def unspoken_texts(stage: QQuickItem) -> list[str]:
    """Written words outside every control that a screen reader passes over."""
    found = []
    for item in items_of(top_layer(stage)):
        letters = str(item.property("text") or "").strip() if item.inherits("QQuickText") else ""
        if any(letter.isalpha() for letter in letters) and not _is_named_by_another(item):
            found.append(letters)
    return found


def _is_named_by_another(item: QQuickItem) -> bool:
    """Whether it or something it lies in is named."""
    parent: QQuickItem | None = item
    while parent is not None and parent.objectName() != "stage":
        if spoken_name(parent) and not is_dialog(parent):
            return True
        parent = parent.parentItem()
    return False


def tab_round(view: QQuickView) -> list[QQuickItem]:
    """The controls in the order in which Tab visits them, from the first until one comes again, that one included."""
    view.contentItem().forceActiveFocus()
    visited: list[QQuickItem] = []
    for _ in range(MOST_CONTROLS):
        QTest.keyClick(view, Qt.Key.Key_Tab)
        item = focused(view)
        if item is None:
            return visited
        again = any(item is other or item == other for other in visited)
        visited.append(item)
        if again:
            return visited
    return visited


def focus_faults(view: QQuickView, stage: QQuickItem) -> list[str]:
    """What is wrong with the way of the Tab key over the uppermost layer."""
    visited = tab_round(view)
    expected = enabled_controls(stage)
    if not visited or visited[-1] != visited[0]:
        return [f"does not come back to the first: {[name_of(item) for item in visited]}"]
    start = expected[0] if expected and expected[0] in visited else visited[0]
    begins = visited.index(start)
    way = visited[begins:-1] + visited[:begins]
    missed = [f"{name_of(item)}: missed" for item in expected if item not in way]
    strangers = [f"{name_of(item)}: visited, though it cannot be touched" for item in way if item not in expected]
    return [*missed, *strangers, *_leaps(way, stage)]


def _leaps(way: list[QQuickItem], stage: QQuickItem) -> list[str]:
    """Steps of the focus against the order of reading: up again, unless into a column at the right, or to the left in
    one row."""
    found = []
    for one, other in pairwise(way):
        a, b = place_of(one, stage), place_of(other, stage)
        higher = b.bottom() <= a.top() + _SLACK and b.left() < a.right() - _SLACK
        same_row = b.top() < a.bottom() - _SLACK and a.top() < b.bottom() - _SLACK
        to_the_left = same_row and b.right() <= a.left() + _SLACK
        if (higher or to_the_left) and not _follows_in_meaning(name_of(one), name_of(other)):
            found.append(f"{name_of(one)} -> {name_of(other)}")
    return found


def _follows_in_meaning(one: str, other: str) -> bool:
    """Where the screen lies in panes, what was found follows the search, and the ways out come last."""
    return other in _WAYS_OUT or (one == "open_keyboard" and other.startswith("hit_"))


def unseen_focus(view: QQuickView) -> list[str]:
    """The first control, when nothing but the keyboard knows that it has the focus."""
    view.contentItem().forceActiveFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    item = focused(view)
    if item is None or not is_target(item):
        return ["nothing has the focus"]
    width = QQmlProperty.read(item, "background.border.width")
    return [] if item.property("visualFocus") and width >= 6 else [f"{name_of(item)}: its edge is {width} wide"]
