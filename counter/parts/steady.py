"""Number and choice boxes that the wheel of the mouse passes over while somebody scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox


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


class ChoiceBox(QComboBox):
    """One of a few choices, each with a value of its own."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.currentTextChanged.connect(self.setToolTip)

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
