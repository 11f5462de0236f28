"""What all views share: they say their words again when the language changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from counter.look import Look


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


class RoomView(View):
    """A room in the middle of the window: what the keys that work in every room do here."""

    def become(self, look: Look) -> None:
        """Takes another look."""

    def focus_first(self) -> None:
        """Puts the cursor where work begins."""
        self.setFocus()

    def focus_search(self) -> None:
        """F8: the field one looks for something with."""
        self.focus_first()

    def primary(self) -> None:
        """Ctrl+Enter: the deed of this room."""

    def print_again(self) -> None:
        """Ctrl+P: prints once more."""
