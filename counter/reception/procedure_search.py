"""The search for a procedure: type any letters, arrows and Enter choose from the list below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from counter.parts.field import line_edit
from counter.parts.rows import TWO_LINES, Row, TwoLineDelegate
from shared.domain.procedure import Procedure

_MOST_ROWS = 7


class ProcedureSearch(QWidget):
    """A search field with a list that lies over what is below it.

    Signals: `typed` with the query, `chosen` with the procedure. Attributes: `field`, `list`.
    """

    typed = Signal(str)
    chosen = Signal(object)

    def __init__(self, over: QWidget) -> None:
        """`over` is the widget that the list may lie on."""
        super().__init__()
        self._over = over
        self._found: tuple[Procedure, ...] = ()
        self.field: QLineEdit = line_edit("procedure_search")
        self.field.setProperty("look", "search")
        self.field.setClearButtonEnabled(True)
        self.field.textEdited.connect(self.typed)
        self.field.installEventFilter(self)
        self.list = QListWidget(over)
        self.list.setObjectName("procedure_list")
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Pressed, not clicked: an answer that arrives between press and release would take the row away.
        self.list.itemPressed.connect(self._clicked)
        self.list.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)

    def show_found(self, found: tuple[Procedure, ...]) -> None:
        """Shows what was found, the best one ready to be taken by Enter."""
        if found == self._found:
            return
        self._found = found
        self.list.clear()
        for procedure in found:
            item = QListWidgetItem(procedure.name)
            item.setData(TWO_LINES, Row(procedure.name, f"{procedure.code} · {procedure.field}", ""))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Arrows move in the list, Enter takes, Escape closes it."""
        if isinstance(event, QKeyEvent) and self.list.isVisible():
            if event.type() == QEvent.Type.KeyPress:
                return self._key(event.key())
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        if event.type() == QEvent.Type.FocusOut:
            self.list.hide()
        if event.type() == QEvent.Type.FocusIn and self._found:
            self._place()
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        row = self.list.currentRow()
        if key == Qt.Key.Key_Down:
            self.list.setCurrentRow(min(row + 1, self.list.count() - 1))
        elif key == Qt.Key.Key_Up:
            self.list.setCurrentRow(max(row - 1, 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(row)
        elif key == Qt.Key.Key_Escape:
            self.list.hide()
        else:
            return False
        return True

    def _clicked(self, item: QListWidgetItem) -> None:
        self._take(self.list.row(item))

    def _take(self, row: int) -> None:
        if 0 <= row < len(self._found):
            procedure = self._found[row]
            self.list.hide()
            self.field.clear()
            self.chosen.emit(procedure)

    def _place(self) -> None:
        rows = min(self.list.count(), _MOST_ROWS)
        if not rows or not self.field.hasFocus():
            self.list.hide()
            return
        corner = self.field.mapTo(self._over, QPoint(0, self.field.height() + 4))
        height = rows * self.list.sizeHintForRow(0) + 2 * self.list.frameWidth() + 2
        self.list.setGeometry(corner.x(), corner.y(), self.field.width(), height)
        self.list.raise_()
        self.list.show()

    def sizeHint(self) -> QSize:  # noqa: N802
        """That of the field."""
        return self.field.sizeHint()
