"""What all views share: they say their words again when the language changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget


class View(QWidget):
    """A view: `retranslate` sets every word that never changes, `render` shows the presenter's state."""

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Says everything again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.show_state()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Sets the words that depend on the language only."""

    def show_state(self) -> None:
        """Shows what the presenter holds."""
