"""A scanner that types: what it types is told from what a person types, wherever the cursor stands.

A scanner types a whole code within a fraction of a second and ends with Enter. As soon as a fast run of characters can
only be a code, the field is put back as it was before, the rest is kept from it, and the code is handed on as one text.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QSpinBox, QWidget

from shared.qt.scanner_keys import CODE_PAUSE_MILLISECONDS, KeyRun, KeyTimes, beginning_of_code, characters_of, is_enter

FASTEST_TYPING_MILLISECONDS = 100
"""Two characters closer than this belong to one run."""

__all__ = ["FASTEST_TYPING_MILLISECONDS", "ScanFilter", "beginning_of_code"]


class ScanFilter(QObject):
    """Listens while one room is shown, wherever in its window the cursor stands, beside the room too.

    Signals: `scanned` with the whole text of a code.
    """

    scanned = Signal(str)

    def __init__(
        self,
        room: QWidget,
        *,
        whole_code: re.Pattern[str] | None = None,
        milliseconds: Callable[[], int] | None = None,
    ) -> None:
        """`whole_code` is a code that begins like typing: a fast run that ends with it and with Enter was scanned.

        `milliseconds`: the stopwatch for keys that do not say when they were pressed.
        """
        super().__init__(room)
        self._room = room
        self._whole_code = whole_code
        self._times = KeyTimes(milliseconds)
        self._run = KeyRun(FASTEST_TYPING_MILLISECONDS)
        self._ways_back: list[Callable[[], None]] = []
        self._capturing = False
        self._watched: QWidget | None = None
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(CODE_PAUSE_MILLISECONDS)
        self._end.timeout.connect(self._finish)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keeps the characters of a code from the field they are typed into."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                return self._pressed(watched, event)
            return self._capturing and event.type() == QEvent.Type.ShortcutOverride
        if isinstance(event, QInputMethodEvent) and event.commitString():
            return self._typed(watched, event.commitString(), self._times.of(None))
        return False

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None
        if not self._capturing:
            self._forget_run()
        watched = new or self._room.window()
        if self._room.isVisible() and watched.window() is self._room.window():
            watched.installEventFilter(self)
            watched.destroyed.connect(self._forget)
            self._watched = watched

    def _forget(self) -> None:
        self._watched = None

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        at = self._times.of(event)
        if is_enter(event) or event.key() == Qt.Key.Key_Tab:
            return self._ended(at)
        text = characters_of(event)
        return self._typed(watched, text, at) if text else self._capturing

    def _typed(self, watched: QObject, text: str, at: int) -> bool:
        if not self._run.continues(at):
            self._finish()
        if self._capturing:
            self._run.add(text, at)
            self._end.start()
            return True
        self._run.add(text, at)
        if self._run.too_long:
            self._forget_run()
            return False
        self._ways_back.extend([_way_back(watched)] * len(text))
        if self._run.begins is None:
            return False
        self._capturing = True
        self._ways_back[self._run.begins]()
        self._run.drop_before_code()
        self._end.start()
        return True

    def _ended(self, at: int) -> bool:
        if self._capturing:
            self._finish()
            return True
        fast = self._run.continues(at)
        code = self._whole_code.search(self._run.text) if fast and self._whole_code is not None else None
        if code is not None:
            self._ways_back[code.start()]()
        self._forget_run()
        if code is None:
            return False
        self.scanned.emit(code[0])
        return True

    def _forget_run(self) -> None:
        self._run.clear()
        self._ways_back = []

    def _finish(self) -> None:
        self._end.stop()
        code = self._run.text if self._capturing else ""
        self._forget_run()
        self._capturing = False
        if code:
            self.scanned.emit(code)


def _way_back(watched: QObject) -> Callable[[], None]:
    """What puts the field back as it is now."""
    if isinstance(watched, QLineEdit):
        text, cursor = watched.text(), watched.cursorPosition()

        def put_back() -> None:
            watched.setText(text)
            watched.setCursorPosition(cursor)
            watched.textEdited.emit(text)

        return put_back
    if isinstance(watched, QSpinBox):
        value = watched.value()
        return lambda: watched.setValue(value)
    return _nothing


def _nothing() -> None:
    """Nothing to put back."""
