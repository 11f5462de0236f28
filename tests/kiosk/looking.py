"""Looks at a shown window as a strict eye would: cut text, things outside the glass, small or overlapping targets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtQuick import QQuickItem

SMALLEST_TARGET = 96
SMALLEST_GAP = 16
SMALLEST_LETTERS = 32
_SLACK = 1.0


def items_of(item: QQuickItem) -> Iterator[QQuickItem]:
    """`item` and everything in it that can be seen."""
    if not item.isVisible() or item.opacity() == 0 or (item.width() <= 0 and not item.childItems()):
        return
    yield item
    for child in item.childItems():
        yield from items_of(child)


def place_of(item: QQuickItem, stage: QQuickItem) -> QRectF:
    """Where `item` lies on the stage, in its own pixels (1080 or 1920 across)."""
    return QRectF(item.mapToItem(stage, QPointF(0, 0)), item.mapToItem(stage, QPointF(item.width(), item.height())))


def name_of(item: QQuickItem) -> str:
    """Something to find the item by."""
    return item.objectName() or str(item.property("text") or "") or item.metaObject().className()


def is_text(item: QQuickItem) -> bool:
    """Whether it shows letters."""
    return item.inherits("QQuickText") and bool(item.property("text"))


def is_target(item: QQuickItem) -> bool:
    """Whether it can be touched, now or when it is enabled."""
    return item.inherits("QQuickAbstractButton")


def _scroller_of(item: QQuickItem) -> QQuickItem | None:
    parent = item.parentItem()
    while parent is not None:
        if parent.inherits("QQuickFlickable"):
            return parent
        parent = parent.parentItem()
    return None


def top_layer(stage: QQuickItem) -> QQuickItem:
    """What can be touched: the sheet that lies over everything, or else the whole stage."""
    sheets = [child for child in stage.childItems() if child.property("sheetHeight") is not None and child.isVisible()]
    return sheets[-1] if sheets else stage


def cut_texts(stage: QQuickItem) -> list[str]:
    """Texts that do not fit into their place."""
    found = []
    for item in items_of(top_layer(stage)):
        if not is_text(item):
            continue
        too_wide = item.property("contentWidth") > item.width() + _SLACK
        too_high = item.property("contentHeight") > item.height() + _SLACK
        if item.property("truncated") or too_wide or too_high:
            found.append(
                f"{name_of(item)}: {item.property('contentWidth'):.0f}x{item.property('contentHeight'):.0f} "
                f"in {item.width():.0f}x{item.height():.0f}"
            )
    return found


def small_letters(stage: QQuickItem) -> list[str]:
    """Texts below the smallest size."""
    found = []
    for item in items_of(top_layer(stage)):
        if is_text(item):
            size = item.property("fontInfo").property("pixelSize").toInt()
            if size < SMALLEST_LETTERS:
                found.append(f"{name_of(item)}: {size}")
    return found


def outside(stage: QQuickItem) -> list[str]:
    """Texts and targets that are not wholly on the glass; what scrolls must be inside from left to right."""
    glass = QRectF(0, 0, stage.width(), stage.height()).adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    found = []
    for item in items_of(top_layer(stage)):
        if not (is_text(item) or is_target(item)):
            continue
        place = place_of(item, stage)
        if _scroller_of(item) is not None:
            place.setTop(1)
            place.setBottom(2)
        if not glass.contains(place):
            found.append(f"{name_of(item)}: {place}")
    return found


def small_targets(stage: QQuickItem) -> list[str]:
    """Targets that a trembling finger misses."""
    return [
        f"{name_of(item)}: {item.width():.0f}x{item.height():.0f}"
        for item in items_of(top_layer(stage))
        if is_target(item) and min(item.width(), item.height()) < SMALLEST_TARGET - _SLACK
    ]


def crowded_targets(stage: QQuickItem) -> list[str]:
    """Pairs of targets that overlap or lie closer together than 16 pixels."""
    places = [(name_of(item), place_of(item, stage)) for item in items_of(top_layer(stage)) if is_target(item)]
    gap = (SMALLEST_GAP - _SLACK) / 2
    grown = [(name, place.adjusted(-gap, -gap, gap, gap)) for name, place in places]
    return [f"{one} and {other}" for (one, a), (other, b) in combinations(grown, 2) if a.intersects(b)]


def overlapping_texts(stage: QQuickItem) -> list[str]:
    """Pairs of texts that are written over one another."""
    texts = []
    for item in items_of(top_layer(stage)):
        if is_text(item) and _scroller_of(item) is None:
            drawn = item.property("contentHeight")
            top = (item.height() - drawn) / 2
            place = place_of(item, stage)
            written = QRectF(place.x(), place.y() + top, place.width(), drawn)
            texts.append((name_of(item), written.adjusted(2, 6, -2, -6)))
    return [f"{one} / {other}" for (one, a), (other, b) in combinations(texts, 2) if a.intersects(b)]


def names_twice(stage: QQuickItem) -> list[str]:
    """Targets without a name of their own, or with one that another has."""
    names = [item.objectName() for item in items_of(stage) if is_target(item)]
    return sorted({name or "(nameless)" for name in names if not name or names.count(name) > 1})
