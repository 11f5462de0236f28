"""Measures colours as they are painted: letters against what lies behind them, and states against their words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtQml import QQmlProperty
from PySide6.QtQuick import QQuickItem

from shared.qt.theme import Palette
from tests.kiosk.looking import is_target, is_text, items_of, name_of, place_of, top_layer
from tests.kiosk.reaching import is_chosen
from tests.painted import cached_contrast, painted, strongest_contrast

LEAST_CONTRAST = 7.0
LEAST_CONTRAST_OF_THE_DISABLED = 4.5
"""WCAG 2.2 exempts a disabled control (1.4.3 and 1.4.6): nobody can use it now. Who wonders why it does not answer
must be able to read it all the same, so we hold it to what it asks of ordinary text."""


def pale_texts(stage: QQuickItem, picture: QImage) -> list[str]:
    """Texts of the uppermost layer with too little contrast to the colour that is really painted behind them."""
    found = []
    for item in items_of(top_layer(stage)):
        if not (is_text(item) or item.inherits("QQuickTextInput")) or not str(item.property("text")).strip():
            continue
        colours = painted(_seen_of(item, stage).toRect(), picture)
        if not colours:
            continue
        strongest, ground = strongest_contrast(colours)
        declared = cached_contrast(QColor(item.property("color")).name(), ground)
        measured = min(declared, strongest)
        least = LEAST_CONTRAST if item.isEnabled() else LEAST_CONTRAST_OF_THE_DISABLED
        if measured < least:
            found.append(f"{name_of(item)} {str(item.property('text'))[:20]!r}: {measured:.1f} on {ground}")
    return found


def _seen_of(item: QQuickItem, stage: QQuickItem) -> QRectF:
    """Where it lies on the stage, without what is cut away around a list."""
    place = place_of(item, stage)
    for parent in _above(item):
        if parent.clip():
            place = place.intersected(place_of(parent, stage))
    return place


def _above(item: QQuickItem) -> Iterator[QQuickItem]:
    """What it lies in, from the nearest outwards."""
    parent = item.parentItem()
    while parent is not None:
        yield parent
        parent = parent.parentItem()


def bare_states(stage: QQuickItem, palette: Palette) -> list[str]:
    """Things in the colour of a state without an icon or a word in them or right beside them."""
    colours = (palette.urgent, palette.done, palette.warning_ground)
    states = {colour.lower() for colour in colours if colour != palette.action}
    return [
        name_of(item)
        for item in items_of(top_layer(stage))
        if _is_painted_in(item, states) and not any(map(_says_something, _nearest(item)))
    ]


def bare_choices(stage: QQuickItem) -> list[str]:
    """Chosen controls that differ from the others by their colour only."""
    return [
        name_of(item)
        for item in items_of(top_layer(stage))
        if is_target(item) and is_chosen(item) and not _is_marked(item)
    ]


def _is_painted_in(item: QQuickItem, states: set[str]) -> bool:
    if item.inherits("QQuickText"):
        return False
    return any(colour in states for colour in _colours_of(item))


def _colours_of(item: QQuickItem) -> Iterator[str]:
    edge = QQmlProperty.read(item, "border.color") if (QQmlProperty.read(item, "border.width") or 0) > 0 else None
    for value in (item.property("color"), item.property("tone"), edge):
        if isinstance(value, QColor) and value.alpha():
            yield value.name()


def _nearest(item: QQuickItem) -> Iterator[QQuickItem]:
    """It, what it lies in, and the row of that."""
    return chain([item], islice(_above(item), 2))


def _says_something(item: QQuickItem) -> bool:
    """Whether a word or an icon is in it."""
    return any(is_text(each) or _icon(each) for each in items_of(item))


def _is_marked(item: QQuickItem) -> bool:
    """Whether a tick or a cross is in it."""
    return any(
        _icon(each) in {"check", "close"} or (is_text(each) and "✓" in str(each.property("text")))
        for each in items_of(item)
    )


def _icon(item: QQuickItem) -> str:
    return str(item.property("name") or "") if item.inherits("QQuickImage") else ""
