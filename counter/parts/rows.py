"""Rows of two lines in a list: what it is, what is known about it, and its state at the right."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from counter.look import palette_of
from shared.qt.theme import Palette

TWO_LINES = Qt.ItemDataRole.UserRole + 1
IDENTITY = Qt.ItemDataRole.UserRole + 2
_PAD = 10
_GAP = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One row (dòng): title, subtitle, what stands at the right, and whether that is urgent.

    `heads`: it is no row of its own but says what the rows below it have in common.
    """

    title: str
    subtitle: str
    right: str = ""
    urgent: bool = False
    heads: bool = False


_DIGIT = re.compile(r"\d")
"""Digits differ in width: measured as fours, the widest, codes of one length stand alike in every row of a list."""


class TwoLineDelegate(QStyledItemDelegate):
    """Paints a `Row`; what does not fit ends in "…" and is told in full by the tool tip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._list = parent
        self._heights: dict[tuple[str, bool], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Two lines and some air; one line for what heads other rows."""
        row, font = index.data(TWO_LINES), option.font
        kind = (font.key(), isinstance(row, Row) and row.heads)
        if kind not in self._heights:
            title, small = (QFontMetrics(each).height() for each in self._fonts(option))
            self._heights[kind] = small + 2 * _PAD if kind[1] else title + small + _GAP + 2 * _PAD
        return QSize(100, self._heights[kind])

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints ground, words and state."""
        row = index.data(TWO_LINES)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        palette = palette_of(self._list)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.action_tint))
            painter.drawRoundedRect(rect, 8, 8)
        elif index.row() > 0:
            painter.setPen(QColor(palette.hairline))
            painter.drawLine(rect.left() + _PAD, rect.top(), rect.right() - _PAD, rect.top())
        if isinstance(row, Row) and row.heads:
            self._paint_head(painter, option, rect.adjusted(_PAD, _PAD, -_PAD, -_PAD), row, palette)
        elif isinstance(row, Row):
            self._paint_row(painter, option, rect.adjusted(_PAD, _PAD, -_PAD, -_PAD), row, palette)
        painter.restore()

    def _paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, row: Row, palette: Palette
    ) -> None:
        title, small = self._fonts(option)
        title_metrics, small_metrics = QFontMetrics(title), QFontMetrics(small)
        right = small_metrics.horizontalAdvance(_DIGIT.sub("4", row.right)) + 12 if row.right else 0
        above = title_metrics.horizontalAdvance(_DIGIT.sub("4", row.title)) + right <= room.width()
        first = QRect(room.left(), room.top(), room.width() - (right if above else 0), title_metrics.height())
        second = QRect(room.left(), first.bottom() + 1 + _GAP, room.width(), small_metrics.height())
        painter.setFont(small)
        painter.setPen(QColor(palette.urgent if row.urgent else palette.ink_soft))
        beside = QRect(room.left(), room.top(), room.width(), first.height()) if above else QRect(second)
        painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.right)
        if not above:
            second.setWidth(second.width() - right)
        painter.setPen(QColor(palette.ink_soft))
        subtitle = small_metrics.elidedText(row.subtitle, Qt.TextElideMode.ElideRight, second.width())
        painter.drawText(second, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, subtitle)
        painter.setFont(title)
        painter.setPen(QColor(palette.ink))
        words = title_metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, first.width())
        painter.drawText(first, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_head(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, row: Row, palette: Palette
    ) -> None:
        small = self._fonts(option)[1]
        small.setWeight(QFont.Weight.DemiBold)
        painter.setFont(small)
        painter.setPen(QColor(palette.urgent if row.urgent else palette.ink_soft))
        words = QFontMetrics(small).elidedText(row.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _fonts(self, option: QStyleOptionViewItem) -> tuple[QFont, QFont]:
        base: QFont = option.font
        title, small = QFont(base), QFont(base)
        title.setWeight(QFont.Weight.DemiBold)
        small.setPixelSize(max(round(base.pixelSize() * 13 / 15), 11))
        return title, small


class RowList(QListWidget):
    """A list of `Row`s, each with an identity."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setItemDelegate(TwoLineDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._shown: tuple[tuple[str, Row], ...] = ()
        self._nothing = ""

    def say_nothing(self, words: str) -> None:
        """What stands in the list while nothing else does."""
        if words != self._nothing:
            self._nothing = words
            self.setAccessibleDescription(words)
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the rows, or the words for none."""
        super().paintEvent(event)
        if self.count() == 0 and self._nothing:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(palette_of(self).ink_soft))
            room = self.viewport().rect().adjusted(_PAD, _PAD, -_PAD, -_PAD)
            painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self._nothing)
            painter.end()

    def show_rows(self, rows: tuple[tuple[str, Row], ...]) -> None:
        """Shows `rows`, each (identity, row), and keeps the current one current."""
        if rows == self._shown:
            return
        current = self.current_identity()
        before, self._shown = self._shown, rows
        self.setUniformItemSizes(not any(row.heads for _, row in rows))
        self.blockSignals(True)  # noqa: FBT003
        self._change(before, rows)
        self.blockSignals(False)  # noqa: FBT003
        if self.current_identity() != current:
            self.show_current(current)

    def _change(self, before: tuple[tuple[str, Row], ...], after: tuple[tuple[str, Row], ...]) -> None:
        """Touches only what is another row than before: a list of hundreds is scanned into one by one."""
        shorter = min(len(before), len(after))
        head = next((at for at in range(shorter) if before[at][0] != after[at][0]), shorter)
        left = shorter - head
        tail = next((at for at in range(left) if before[-1 - at][0] != after[-1 - at][0]), left)
        for _ in range(head, len(before) - tail):
            self.takeItem(head)
        for at in range(head, len(after) - tail):
            self.insertItem(at, _item(*after[at]))
        kept = (*range(head), *range(len(after) - tail, len(after)))
        for at in kept:
            was = at if at < head else at - len(after) + len(before)
            if before[was] != after[at]:
                _fill(self.item(at), *after[at])

    def current_identity(self) -> str | None:
        """The identity of the current row."""
        item = self.currentItem()
        return str(item.data(IDENTITY)) if self.currentRow() >= 0 else None

    def show_place(self, place: int) -> None:
        """Makes the row at `place` the current one, or the nearest below or above it that can be."""
        below = (at for at in range(place, self.count()) if self._can_be_current(at))
        above = (at for at in range(min(place, self.count()) - 1, -1, -1) if self._can_be_current(at))
        self.setCurrentRow(next(below, next(above, -1)))

    def _can_be_current(self, at: int) -> bool:
        return bool(self.item(at).flags() & Qt.ItemFlag.ItemIsEnabled)

    def show_current(self, identity: str | None) -> None:
        """Makes the row with `identity` the current one, or none."""
        for at in range(self.count()):
            if self.item(at).data(IDENTITY) == identity:
                self.setCurrentRow(at)
                return
        self.setCurrentRow(-1)


def _item(identity: str, row: Row) -> QListWidgetItem:
    item = QListWidgetItem()
    _fill(item, identity, row)
    return item


def _fill(item: QListWidgetItem, identity: str, row: Row) -> None:
    item.setText(row.title if row.heads else f"{row.title} · {row.subtitle}")
    item.setToolTip("" if row.heads else f"{row.title}\n{row.subtitle}")
    item.setData(TWO_LINES, row)
    item.setData(IDENTITY, identity)
    if row.heads:
        item.setFlags(Qt.ItemFlag.NoItemFlags)
