"""The grid of a month: weeks from Monday to Sunday; a day's kind is a word and a shape besides its ground."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from counter.calendar.derive import CellProps
from counter.look import Look
from counter.words import translate
from shared.domain.calendar_month import WorkedKind

_CELL = Qt.ItemDataRole.UserRole + 1
_SMALLEST = 12
_ENTERED = "✎"
"""Marks a day that the office itself has entered."""
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class MonthGrid(QTableWidget):
    """Seven columns of days.

    Signals: `stepped` with the days to move by, `picked` with the date of a click, `entered` when Enter is pressed.
    """

    stepped = Signal(int)
    picked = Signal(object)
    entered = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(0, 7)
        self.setObjectName("month_grid")
        self._delegate = CellDelegate(look)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setMinimumSectionSize(24)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(24)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.cellClicked.connect(self._clicked)

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._delegate.look = look
        self.viewport().update()

    def say(self) -> None:
        """Names the grid and its columns."""
        self.setAccessibleName(translate("Calendar", "Các ngày trong tháng"))
        days = (
            translate("Calendar", "T2"),
            translate("Calendar", "T3"),
            translate("Calendar", "T4"),
            translate("Calendar", "T5"),
            translate("Calendar", "T6"),
            translate("Calendar", "T7"),
            translate("Calendar", "CN"),
        )
        self.setHorizontalHeaderLabels(list(days))

    def show_cells(self, cells: tuple[CellProps, ...], chosen: date | None) -> None:
        """Shows `cells`, seven to a week, with `chosen` the current one."""
        self.setRowCount(len(cells) // 7)
        for at, cell in enumerate(cells):
            row, column = divmod(at, 7)
            item = self.item(row, column)
            if item is None:
                item = QTableWidgetItem()
                self.setItem(row, column, item)
            if item.data(_CELL) != cell:
                item.setData(_CELL, cell)
                item.setText(cell.spoken)
                item.setToolTip(cell.spoken)
            if cell.date == chosen and (self.currentRow(), self.currentColumn()) != (row, column):
                self.setCurrentCell(row, column)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows move by days over the ends of the month; Enter goes to the form."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            event.ignore()

    def _clicked(self, row: int, column: int) -> None:
        item = self.item(row, column)
        if item is not None:
            self.picked.emit(item.data(_CELL).date)


class CellDelegate(QStyledItemDelegate):
    """Paints a `CellProps`. Attributes: `look`."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, number, shape, word, and how much is promised for the day."""
        cell = index.data(_CELL)
        if not isinstance(cell, CellProps):
            return
        state: QStyle.StateFlag = option.state
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(
            painter, QRectF(rect).adjusted(2, 2, -2, -2), cell, current=bool(state & QStyle.StateFlag.State_Selected)
        )
        self._paint_words(painter, rect.adjusted(7, 6, -6, -5), option.font, cell)
        painter.restore()

    def _paint_ground(self, painter: QPainter, room: QRectF, cell: CellProps, *, current: bool) -> None:
        palette = self.look.palette
        ground = {
            "work": palette.surface,
            "rest": palette.ground,
            "closed": palette.urgent_tint,
            "make_up": palette.done_tint,
            "hours": palette.action_tint,
        }[cell.kind]
        painter.setBrush(QColor(palette.ground if cell.beside else ground))
        edge = palette.action if current else palette.hairline
        painter.setPen(QPen(QColor(edge), 2.5 if current else 1))
        painter.drawRoundedRect(room, 6, 6)

    def _paint_words(self, painter: QPainter, room: QRect, font: QFont, cell: CellProps) -> None:
        palette = self.look.palette
        number, small = QFont(font), QFont(font)
        number.setWeight(QFont.Weight.Bold if cell.today else QFont.Weight.DemiBold)
        number.setUnderline(cell.today)
        small.setPixelSize(max(round(font.pixelSize() * 12 / 15), 11))
        above, below = QFontMetrics(number).height(), QFontMetrics(small).height()
        ink = palette.ink_soft if cell.beside or cell.kind == "rest" else palette.ink
        painter.setFont(number)
        painter.setPen(QColor(palette.action if cell.today else ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, cell.number)
        side = self.look.px(10)
        if cell.kind in _SHAPES and not cell.beside:
            shape = QRectF(room.right() - side, room.top() + (above - side) / 2, side, side)
            _SHAPES[cell.kind](painter, shape, QColor(_colour(self.look, cell.kind)))
        painter.setFont(small)
        painter.setPen(QColor(ink))
        if cell.entered:
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, _ENTERED)
        painter.setPen(QColor(palette.ink_soft))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, cell.promised)
        painter.setPen(QColor(palette.ink_soft if cell.beside else _colour(self.look, cell.kind)))
        words = QRect(room.left() - 1, room.top() + above, room.width() + 6, room.height() - above - below)
        fitted = _fitted(small, cell.words, words.width())
        painter.setFont(fitted)
        lines = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(words, lines | Qt.TextFlag.TextDontClip, cell.words)


def _fitted(font: QFont, words: str, width: int) -> QFont:
    """`font`, made smaller until `words` fit one line, but never below twelve pixels; then they take two lines."""
    fitted = QFont(font)
    while fitted.pixelSize() > _SMALLEST and QFontMetrics(fitted).horizontalAdvance(words) > width:
        fitted.setPixelSize(fitted.pixelSize() - 1)
    return fitted


def _colour(look: Look, kind: WorkedKind) -> str:
    palette = look.palette
    return {"closed": palette.urgent, "make_up": palette.done, "hours": palette.action}.get(kind, palette.ink_soft)


def _square(painter: QPainter, room: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(room)


def _triangle(painter: QPainter, room: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    top = QPointF(room.center().x(), room.top())
    painter.drawPolygon(QPolygonF([top, room.bottomRight(), room.bottomLeft()]))


def _ring(painter: QPainter, room: QRectF, colour: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 2))
    painter.drawEllipse(room.adjusted(1, 1, -1, -1))


_SHAPES: dict[WorkedKind, Callable[[QPainter, QRectF, QColor], None]] = {
    "closed": _square,
    "make_up": _triangle,
    "hours": _ring,
}
"""Nghỉ: ô vuông; làm bù: tam giác; giờ khác: vòng tròn."""
