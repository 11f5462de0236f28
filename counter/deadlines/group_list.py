"""The groups at the left: a shape, a word, a number."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from counter.deadlines.derive import GroupProps
from counter.look import Look

_PROPS = Qt.ItemDataRole.UserRole + 1
_PAD = 8
_GAP = 8


class _GroupDelegate(QStyledItemDelegate):
    """Paints one group on one line."""

    def __init__(self, parent: GroupList, look: Look) -> None:
        super().__init__(parent)
        self.look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802, ARG002
        """One line and some air."""
        return QSize(100, QFontMetrics(option.font).height() + 2 * _PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints ground, shape, word and number."""
        props = index.data(_PROPS)
        if not isinstance(props, GroupProps):
            return
        palette = self.look.palette
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.action_tint))
            painter.drawRoundedRect(rect, 8, 8)
        room = rect.adjusted(_PAD, 0, -_PAD, 0)
        ink = palette.urgent if props.urgent else palette.ink if props.count else palette.ink_soft
        side = self.look.px(18)
        picture = self.look.pixmap(props.icon, ink, 18)
        painter.drawPixmap(QRect(room.left(), room.center().y() - side // 2, side, side), picture)
        base: QFont = option.font
        bold = QFont(base)
        bold.setWeight(QFont.Weight.DemiBold)
        number = str(props.count)
        width = QFontMetrics(bold).horizontalAdvance(number)
        painter.setPen(QColor(ink))
        painter.setFont(bold)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)
        font = bold if props.urgent else base
        painter.setFont(font)
        words = room.adjusted(side + _GAP, 0, -width - _GAP, 0)
        said = QFontMetrics(font).elidedText(props.words, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)
        painter.restore()


class GroupList(QListWidget):
    """The groups; the one in which one is, is the current row."""

    def __init__(self, name: str, look: Look) -> None:
        super().__init__()
        self.setObjectName(name)
        self._delegate = _GroupDelegate(self, look)
        self.setItemDelegate(self._delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown: tuple[GroupProps, ...] = ()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._delegate.look = look
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def show_groups(self, groups: tuple[GroupProps, ...], current: int) -> None:
        """Shows `groups`, the one at `current` chosen."""
        self.blockSignals(True)  # noqa: FBT003
        if groups != self._shown:
            self._shown = groups
            self.clear()
            for props in groups:
                item = QListWidgetItem(f"{props.words}: {props.count}")
                item.setToolTip(item.text())
                item.setData(_PROPS, props)
                self.addItem(item)
        if self.currentRow() != current:
            self.setCurrentRow(current)
        self.blockSignals(False)  # noqa: FBT003
