"""Ctrl+Z means the last deed, unless the cursor stands in a field where something was typed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class UndoKey(QObject):
    """Lets Ctrl+Z through to the window where the field with the cursor has nothing of its own to take back."""

    def listen(self) -> None:
        """From now on."""
        application = QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def rest(self) -> None:
        """No longer."""
        application = QCoreApplication.instance()
        assert application is not None
        application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A field claims Ctrl+Z even when it is empty; this keeps it from claiming."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(watched, QLineEdit):
            return False
        assert isinstance(event, QKeyEvent)
        return event.matches(QKeySequence.StandardKey.Undo) and not watched.isUndoAvailable()
