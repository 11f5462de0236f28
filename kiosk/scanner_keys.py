"""A scanner that types (đầu đọc mã dạng bàn phím): quick characters that end with Enter, wherever the program is."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

LONGEST_PAUSE_SECONDS = 0.5
SHORTEST_CODE = 3
LONGEST_CODE = 300

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ScannerKeys(QObject):
    """Collects the characters of one code.

    A pause longer than half a second begins a new code, so that what a stray key left behind is not part of it.

    Signals: `scanned` with the whole text.
    """

    scanned = Signal(str)

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._seconds = seconds
        self._characters: list[str] = []
        self._last = 0.0

    def take(self, event: QKeyEvent) -> bool:
        """Whether the key belongs to a code and must not reach the screen."""
        now = self._seconds()
        if now - self._last > LONGEST_PAUSE_SECONDS:
            self._characters.clear()
        self._last = now
        if event.key() in _ENDS:
            return self._finish()
        text = event.text()
        if not text or not text.isprintable() or (text.isspace() and not self._characters):
            return False
        if len(self._characters) < LONGEST_CODE:
            self._characters.append(text)
        return True

    def _finish(self) -> bool:
        text = "".join(self._characters).strip()
        self._characters.clear()
        if len(text) < SHORTEST_CODE:
            return False
        self.scanned.emit(text)
        return True
