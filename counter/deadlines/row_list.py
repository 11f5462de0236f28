"""The dossiers in the middle, several of which can be selected: space, Ctrl+A, or the box at the left."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from counter.deadlines.derive import RowProps
from counter.look import Look

_PROPS = Qt.ItemDataRole.UserRole + 1
_PAD = 10
_GAP = 4
_BOX = 18
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_DIGIT = re.compile(r"\d")
"""Digits differ in width: measured as fours, the widest, codes stand alike in every row."""


class _RowDelegate(QStyledItemDelegate):
    """Paints a dossier on two lines; what does not fit ends in "…" and is told in full by the tool tip."""

    def __init__(self, parent: DeadlineList, look: Look) -> None:
        super().__init__(parent)
        self.look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802, ARG002
        """Two lines and some air."""
        title, small = _fonts(option)
        return QSize(100, QFontMetrics(title).height() + QFontMetrics(small).height() + _GAP + 2 * _PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints ground, box and words."""
        props = index.data(_PROPS)
        if not isinstance(props, RowProps):
            return
        palette = self.look.palette
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if props.selected or state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.action_tint))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 8, 8)
        elif index.row() > 0:
            painter.setPen(QColor(palette.hairline))
            painter.drawLine(rect.left() + _PAD, rect.top(), rect.right() - _PAD, rect.top())
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(palette.action), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 2, -1, -2), 8, 8)
        self._paint_box(painter, rect, props)
        left = _PAD + self.look.px(_BOX) + _PAD
        self._paint_words(painter, option, rect.adjusted(left, _PAD, -_PAD, -_PAD), props)
        painter.restore()

    def _paint_box(self, painter: QPainter, rect: QRect, props: RowProps) -> None:
        palette, side = self.look.palette, self.look.px(_BOX)
        box = QRectF(rect.left() + _PAD, rect.center().y() - side / 2, side, side)
        painter.setPen(QPen(QColor(palette.action if props.selected else palette.edge), 2))
        painter.setBrush(QColor(palette.action if props.selected else palette.surface))
        painter.drawRoundedRect(box, 4, 4)
        if props.selected:
            painter.drawPixmap(box.toRect(), self.look.pixmap("tick", palette.on_action, _BOX))

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, props: RowProps) -> None:
        palette = self.look.palette
        title, small = _fonts(option)
        strong = QFont(small)
        strong.setWeight(QFont.Weight.DemiBold)
        metrics, small_metrics, strong_metrics = QFontMetrics(title), QFontMetrics(small), QFontMetrics(strong)
        first = QRect(room.left(), room.top(), room.width(), metrics.height())
        second = QRect(room.left(), first.bottom() + 1 + _GAP, room.width(), small_metrics.height())
        painter.setFont(strong)
        painter.setPen(QColor(palette.urgent if props.urgent else palette.ink))
        painter.drawText(first, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, props.right)
        first.setWidth(first.width() - strong_metrics.horizontalAdvance(_DIGIT.sub("4", props.right)) - 12)
        painter.setFont(title)
        painter.setPen(QColor(palette.ink))
        code = metrics.elidedText(props.code, Qt.TextElideMode.ElideLeft, first.width())  # its end tells it apart
        painter.drawText(first, _LEFT, code)
        beside = first.adjusted(metrics.horizontalAdvance(_DIGIT.sub("4", props.code)) + 12, 0, 0, 0)
        if beside.width() > self.look.px(100):
            painter.setFont(small)
            painter.setPen(QColor(palette.ink_soft))
            holder = small_metrics.elidedText(props.holder, Qt.TextElideMode.ElideRight, beside.width())
            painter.drawText(beside, _LEFT, holder)
        second.setWidth(second.width() - self._paint_chips(painter, second, small, props.chips))
        painter.setFont(small)
        painter.setPen(QColor(palette.ink))
        name = small_metrics.elidedText(props.applicant, Qt.TextElideMode.ElideRight, second.width())
        painter.drawText(second, _LEFT, name)
        second.adjust(small_metrics.horizontalAdvance(name) + 4 if name else 0, 0, 0, 0)
        if second.width() > 40:
            painter.setPen(QColor(palette.ink_soft))
            what = f"· {props.procedure}" if name else props.procedure
            painter.drawText(second, _LEFT, small_metrics.elidedText(what, Qt.TextElideMode.ElideRight, second.width()))

    def _paint_chips(self, painter: QPainter, line: QRect, font: QFont, chips: tuple[str, ...]) -> int:
        """Paints `chips` at the right of `line`, as many as leave half of it; answers the room they take."""
        metrics = QFontMetrics(font)
        right, taken = line.right(), 0
        painter.setFont(font)
        for words in chips:
            width = metrics.horizontalAdvance(words) + 12
            if taken + width > line.width() * 0.6:
                break
            box = QRect(right - width + 1, line.top() - 1, width, line.height() + 2)
            painter.setPen(QPen(QColor(self.look.palette.edge), 1))
            painter.setBrush(QColor(self.look.palette.surface))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(QColor(self.look.palette.ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
            right, taken = right - width - 6, taken + width + 6
        return taken + 6 if taken else 0


class DeadlineList(QListWidget):
    """The rows of the room.

    Signals: `toggled` with the id of a row that is to be selected or no more, `all_toggled`, `opened` with an id.
    """

    toggled = Signal(str)
    all_toggled = Signal()
    opened = Signal(str)

    def __init__(self, name: str, look: Look) -> None:
        super().__init__()
        self.setObjectName(name)
        self._delegate = _RowDelegate(self, look)
        self.setItemDelegate(self._delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._shown: tuple[RowProps, ...] = ()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._delegate.look = look
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def show_rows(self, rows: tuple[RowProps, ...], selected_words: str) -> None:
        """Shows `rows` and stays on the row one is on; `selected_words` tell a screen reader what is selected."""
        if rows == self._shown:
            return
        current, at = self.current_id(), self.currentRow()
        same = [row.id for row in rows] == [row.id for row in self._shown]
        self._shown = rows
        self.blockSignals(True)  # noqa: FBT003
        if not same:
            self.clear()
            for _ in rows:
                self.addItem(QListWidgetItem())
        for place, row in enumerate(rows):
            item = self.item(place)
            item.setData(_PROPS, row)
            item.setText(f"{row.said} · {selected_words}" if row.selected else row.said)
            item.setToolTip(
                "\n".join((f"{row.code} · {row.applicant}", row.right, row.procedure, row.holder, *row.chips))
            )
        if not same and rows:
            places = {row.id: place for place, row in enumerate(rows)}
            self.setCurrentRow(places.get(current or "", min(max(at, 0), len(rows) - 1)))
        self.blockSignals(False)  # noqa: FBT003

    def current_id(self) -> str | None:
        """The id of the row one is on."""
        item = self.currentItem() if self.currentRow() >= 0 else None
        props = item.data(_PROPS) if item else None
        return props.id if isinstance(props, RowProps) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space selects, Ctrl+A all, Enter opens; the arrows move as everywhere."""
        current = self.current_id()
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.all_toggled.emit()
        elif event.key() == Qt.Key.Key_Space and current is not None:
            self.toggled.emit(current)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and current is not None:
            self.opened.emit(current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A press on the box, or with Ctrl anywhere, selects."""
        super().mousePressEvent(event)
        item = self.itemAt(event.position().toPoint())
        box = self._delegate.look.px(_BOX) + 2 * _PAD
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        current = self.current_id()
        if item is not None and current is not None and (held or event.position().x() <= box):
            self.toggled.emit(current)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Two presses on a row open it; on the box they are two presses."""
        current = self.current_id()
        if self.itemAt(event.position().toPoint()) is None or current is None:
            return
        box = self._delegate.look.px(_BOX) + 2 * _PAD
        (self.toggled if event.position().x() <= box else self.opened).emit(current)


def _fonts(option: QStyleOptionViewItem) -> tuple[QFont, QFont]:
    base: QFont = option.font
    title, small = QFont(base), QFont(base)
    title.setWeight(QFont.Weight.DemiBold)
    small.setPixelSize(max(round(base.pixelSize() * 13 / 15), 11))
    return title, small
