"""Rows of two lines in a list: what it is, what is known about it, and its state at the right."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from counter.look import palette_of
from shared.qt.theme import Palette

TWO_LINES = Qt.ItemDataRole.UserRole + 1
IDENTITY = Qt.ItemDataRole.UserRole + 2
_PAD = 10
_GAP = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One row (dòng): title, subtitle, what stands at the right, and whether that is urgent."""

    title: str
    subtitle: str
    right: str = ""
    urgent: bool = False


_DIGIT = re.compile(r"\d")
"""Digits differ in width: measured as fours, the widest, codes of one length stand alike in every row of a list."""


class TwoLineDelegate(QStyledItemDelegate):
    """Paints a `Row`; what does not fit ends in "…" and is told in full by the tool tip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802, ARG002
        """Two lines and some air."""
        title, small = self._fonts(option)
        return QSize(100, QFontMetrics(title).height() + QFontMetrics(small).height() + _GAP + 2 * _PAD)

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
        if isinstance(row, Row):
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

    def show_rows(self, rows: tuple[tuple[str, Row], ...]) -> None:
        """Shows `rows`, each (identity, row), and keeps the current one current."""
        if rows == self._shown:
            return
        current = self.current_identity()
        self._shown = rows
        self.blockSignals(True)  # noqa: FBT003
        self.clear()
        for identity, row in rows:
            item = QListWidgetItem(f"{row.title} · {row.subtitle}")
            item.setToolTip(f"{row.title}\n{row.subtitle}")
            item.setData(TWO_LINES, row)
            item.setData(IDENTITY, identity)
            self.addItem(item)
        self.blockSignals(False)  # noqa: FBT003
        self.show_current(current)

    def current_identity(self) -> str | None:
        """The identity of the current row."""
        item = self.currentItem()
        return str(item.data(IDENTITY)) if self.currentRow() >= 0 else None

    def show_current(self, identity: str | None) -> None:
        """Makes the row with `identity` the current one, or none."""
        for at in range(self.count()):
            if self.item(at).data(IDENTITY) == identity:
                self.setCurrentRow(at)
                return
        self.setCurrentRow(-1)
