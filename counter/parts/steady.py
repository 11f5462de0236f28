"""Number and choice boxes that the wheel of the mouse passes over while somebody scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QStyle, QStyleOptionComboBox, QStylePainter

from shared.domain.text import fold

_OF_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class CountBox(QSpinBox):
    """A small number: 0 to 99."""

    def __init__(self, name: str, lowest: int = 0) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setRange(lowest, 99)
        self.lineEdit().setTextMargins(8, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Lets the form scroll."""
        event.ignore()


_AIR = 4
"""Between the words of a choice and the arrow, in pixels."""

_PAUSE_MILLISECONDS = 1000
"""After so long a pause typing begins anew."""


class ChoiceBox(QComboBox):
    """One of a few choices, each with a value of its own; typing finds one, without diacritics too.

    Attributes: `pause`, which runs out when nobody has typed for a moment; typing begins anew then.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.currentTextChanged.connect(self.setToolTip)
        self._typed = ""
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(_PAUSE_MILLISECONDS)
        self.pause.timeout.connect(self._begin_anew)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Paints the choice; what does not fit ends in "…" and is told in full by the tool tip."""
        option, painter = QStyleOptionComboBox(), QStylePainter(self)
        self.initStyleOption(option)
        style = self.style()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = style.subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room.width() - _AIR
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Letters choose the first of the choices that has a word beginning with them."""
        letter = event.text()
        by_letter = letter.isprintable() and letter != "" and not event.modifiers() & _OF_COMMANDS
        if not by_letter or (letter == " " and not self._typed):
            super().keyPressEvent(event)
            return
        self.pause.start()
        self._typed += letter
        wanted = fold(self._typed)
        found = (at for at in range(self.count()) if f" {wanted}" in f" {fold(self.itemText(at))}")
        self.setCurrentIndex(next(found, self.currentIndex()))

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Whoever comes back begins anew."""
        self._begin_anew()
        super().focusOutEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Lets the form scroll."""
        event.ignore()

    def offer(self, choices: tuple[tuple[str, str], ...]) -> None:
        """Offers `choices`, each (value, words), and keeps what is chosen."""
        if [(self.itemData(at), self.itemText(at)) for at in range(self.count())] == list(choices):
            return
        chosen = self.currentData()
        self.blockSignals(True)  # noqa: FBT003
        self.clear()
        for value, words in choices:
            self.addItem(words, value)
        self.setCurrentIndex(max(self.findData(chosen), 0))
        self.blockSignals(False)  # noqa: FBT003

    def show_value(self, value: str) -> None:
        """Shows the choice with `value` without telling anybody."""
        index = self.findData(value)
        if index != self.currentIndex():
            self.blockSignals(True)  # noqa: FBT003
            self.setCurrentIndex(index)
            self.blockSignals(False)  # noqa: FBT003

    def _begin_anew(self) -> None:
        self._typed = ""
