"""What the screen says (đọc to màn hình), in the order of reading, as a screen reader would be told it.

Only what can be seen on the uppermost layer: a sheet, or the page; the head and the bar around it, which are the same
everywhere, at home only. A control that can be used is said once, by its spoken name; what is marked `unspoken`
(PINs, typed codes, the code of a dossier, the keys for them) never.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQml import QQmlEngine, QQmlProperty
from PySide6.QtQuick import QQuickItem

from kiosk.language import Words
from kiosk.spoken_text import in_sentences

Kind = Literal["text", "button", "choice"]

_PAGES_WITH_THEIR_FRAME = ("home", "closed")
_CHOICES = (QAccessible.Role.CheckBox, QAccessible.Role.RadioButton)
_CONTAINERS = (QAccessible.Role.Dialog, QAccessible.Role.Pane, QAccessible.Role.Grouping)


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that the screen says (điều màn hình nói). `chosen`: whether a choice is made or a switch is on."""

    kind: Kind
    text: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Layer:
    """The uppermost layer (lớp trên cùng): a name that another screen does not have, and what it says."""

    name: str
    said: tuple[Said, ...]


def uppermost_layer(root: QQuickItem) -> Layer:
    """What can be read on the kiosk's screens now; `root` is the object of `Main.qml`."""
    stage = _child(root, "stage")
    sheets = [child for child in stage.childItems() if child.property("sheetHeight") is not None and child.isVisible()]
    page = str(root.property("page"))
    if sheets:
        return Layer(f"{sheets[-1].metaObject().className()} / {page}", what_is_said(sheets[-1]))
    framed = page in _PAGES_WITH_THEIR_FRAME
    return Layer(page, what_is_said(stage if framed else _child(stage, "screen")))


def what_is_said(item: QQuickItem) -> tuple[Said, ...]:
    """Everything in `item` that can be seen, each thing once; a sentence that follows itself is said once."""
    glass = QRectF(item.mapToScene(QPointF(0, 0)), item.mapToScene(QPointF(item.width(), item.height())))
    return tuple(said for said, _ in groupby(_said_in(item, glass)))


def as_speech(said: Sequence[Said], words: Words) -> str:
    """What a speech program gets: sentences in the language of `words`; a role is named where another one begins."""
    texts: list[str] = []
    for kind, things in groupby(said, key=lambda each: each.kind):
        roles = {
            "text": "",
            "button": words.translate("ReadAloud", "Nút bấm"),
            "choice": words.translate("ReadAloud", "Lựa chọn"),
        }
        texts += [roles[kind], *(_with_state(each, words) for each in things)]
    return in_sentences(texts, words.language)


def _with_state(said: Said, words: Words) -> str:
    state = words.translate("ReadAloud", "đang chọn")
    return f"{said.text}, {state}" if said.chosen else said.text


def _said_in(item: QQuickItem, seen: QRectF) -> Iterator[Said]:
    if not item.isVisible() or item.opacity() == 0 or item.property("unspoken"):
        return
    place = QRectF(item.mapToScene(QPointF(0, 0)), item.mapToScene(QPointF(item.width(), item.height())))
    interface = _spoken_interface(item)
    if interface is not None:
        if place.intersects(seen):
            yield from _said_by(interface, item)
        return
    within = seen.intersected(place) if item.clip() else seen
    for child in item.childItems():
        yield from _said_in(child, within)


def _spoken_interface(item: QQuickItem) -> QAccessibleInterface | None:
    """How a screen reader sees `item`; None for what it passes over and for what only holds other things."""
    interface = _interface_of(item)
    if interface is None or interface.role() in _CONTAINERS:
        return None
    ignored = QQmlProperty.read(item, "Accessible.ignored", QQmlEngine.contextForObject(item))
    return None if ignored else interface


def _interface_of(item: QQuickItem) -> QAccessibleInterface | None:
    """None for an item that does not say what it is."""
    return QAccessible.queryAccessibleInterface(item)


def _said_by(interface: QAccessibleInterface, item: QQuickItem) -> Iterator[Said]:
    text = " ".join(interface.text(QAccessible.Text.Name).split())
    kind: Kind = "choice" if interface.role() in _CHOICES else "text"
    if interface.role() == QAccessible.Role.Button:
        kind = "button"
    if text and (kind == "text" or item.isEnabled()):
        yield Said(kind, text, kind != "text" and bool(interface.state().checked))


def _child(item: QQuickItem, name: str) -> QQuickItem:
    return next(child for child in item.childItems() if child.objectName() == name)
