"""A scanner that types (đầu đọc mã dạng bàn phím), wherever the program is, without taking the keyboard from people.

Qt Quick has no field that could be put back as it was once half a code is in it: bindings and searches have followed by
then. So each character is held back until it is plain who typed it. A scanner's next key comes within 60 ms; if none
does, the held keys go on to the window in their order, and a person does not notice. Keys that write nothing (arrows,
Tab, Enter, a first blank) are never held, and never overtake one that is.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QWindow
from shiboken6 import isValid

from shared.qt.scanner_keys import (
    KeyRun,
    KeyTimes,
    characters_of,
    goes_beside_a_character,
    is_enter,
    is_whole_code,
    stopwatch,
)

LONGEST_PAUSE_MILLISECONDS = 60
SHORTEST_CODE = 3
ENTER_OF_SCAN_MILLISECONDS = 300
"""An Enter this soon after a code that was understood without it belongs to the scanner, not to a button."""

_FASTER_THAN_A_HELD_KEY_MILLISECONDS = 15
_LATE_MILLISECONDS = 30


class ScannerKeys(QObject):
    """Tells codes from typing; `take` each key event of the window, or `listen` and let the window call `take`.

    Signals: `scanned` with the whole text of a code.
    """

    scanned = Signal(str)

    def __init__(self, milliseconds: Callable[[], int] | None = None) -> None:
        """`milliseconds`: the stopwatch for events that do not say when they were made."""
        super().__init__()
        self._milliseconds = milliseconds or stopwatch()
        self._times = KeyTimes(self._milliseconds)
        self._run = KeyRun(LONGEST_PAUSE_MILLISECONDS)
        self._held: list[QKeyEvent | QInputMethodEvent] = []
        self._down: set[int] = set()
        self._window: QWindow | None = None
        self._writing_in: QObject | None = None
        self._composing = False
        self._understood = False
        self._giving_back = False
        self._looked_twice = False
        self._arrived = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._paused)

    def listen(self, window: QWindow) -> None:
        """From now on what turns out to be typing goes back to `window`, and its input method is listened to."""
        self._window = window
        window.focusObjectChanged.connect(self._follow)
        self._follow(window.focusObject())

    def stop(self) -> None:
        """The window goes away: forgets what is held and lets go of it."""
        self._timer.stop()
        self._forget()
        self._follow(None)
        if self._window is not None:
            self._window.focusObjectChanged.disconnect(self._follow)
            self._window = None

    def take(self, event: QKeyEvent) -> bool:
        """Whether a pressed or released key is kept from the screen: for good, or until it turns out to be typing."""
        if self._giving_back:
            return False
        if event.type() == QEvent.Type.KeyRelease:
            return self._released(event)
        if event.type() != QEvent.Type.KeyPress:
            return False
        at = self._times.of(event)
        if event.isAutoRepeat() and self._run.since(at) > _FASTER_THAN_A_HELD_KEY_MILLISECONDS:
            self.give_back()
            return False
        text = characters_of(event)
        if is_enter(event):
            taken = self._ended(at)
        elif text:
            taken = self._wrote(text, at, event)
        else:
            taken = self._wrote_nothing(event, at)
        if taken:
            self._down.add(event.key())
        return taken

    def give_back(self) -> None:
        """What is held is typing: it goes on to the window at once."""
        held, window = self._held, self._window
        self._timer.stop()
        self._forget()
        if window is None:
            return
        self._giving_back = True
        try:
            for event in held:
                target = window if isinstance(event, QKeyEvent) else window.focusObject()
                if target is not None:
                    QCoreApplication.sendEvent(target, event)
        finally:
            self._giving_back = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Input methods write into the item with the focus, past the window."""
        if isinstance(event, QInputMethodEvent) and not self._giving_back:
            return self._committed(event)
        return False

    def _follow(self, focus: QObject | None) -> None:
        if self._writing_in is not None and isValid(self._writing_in):
            self._writing_in.removeEventFilter(self)
            self._writing_in.destroyed.disconnect(self._lost)
        self._composing = False
        self._writing_in = focus
        if focus is not None:
            focus.installEventFilter(self)
            focus.destroyed.connect(self._lost)

    def _lost(self) -> None:
        self._writing_in = None

    def _wrote(self, text: str, at: int, event: QKeyEvent | QInputMethodEvent) -> bool:
        if not self._run.continues(at):
            self._decide()
            if text.isspace():
                return False
        self._understood = False
        self._run.add(text, at)
        if self._run.too_long:
            self._held.clear()
        else:
            self._held.append(event.clone())
        self._wait(self._run.pause)
        return True

    def _ended(self, at: int) -> bool:
        if self._run.continues(at) and self._is_scan():
            self._understand()
            return True
        self._decide()
        return self._understood and self._run.since(at) <= ENTER_OF_SCAN_MILLISECONDS

    def _wrote_nothing(self, event: QKeyEvent, at: int) -> bool:
        if goes_beside_a_character(event):
            return False
        within = self._run.continues(at)
        if within and event.key() == Qt.Key.Key_Tab and is_whole_code(self._run.text):
            self._understand()
            return True
        is_control_character = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.text())
        if within and is_control_character and self._run.keys >= SHORTEST_CODE:
            return True
        self._decide()
        return False

    def _released(self, event: QKeyEvent) -> bool:
        if event.key() not in self._down:
            return False
        if not event.isAutoRepeat():
            self._down.discard(event.key())
        if self._held:
            self._held.append(event.clone())
        return True

    def _committed(self, event: QInputMethodEvent) -> bool:
        text, composes = event.commitString(), bool(event.preeditString() or event.replacementLength())
        if not text and not composes:
            self._composing = False
            return False
        typed = composes or self._composing or not text.isprintable()
        self._composing = bool(event.preeditString())
        if typed:
            self._decide()
            return False
        return self._wrote(text, self._times.of(None), event)

    def _is_scan(self) -> bool:
        """An input method hands over a typed word in one stroke, just before Enter: a word alone is no scan."""
        run = self._run
        known = run.begins == 0 or is_whole_code(run.text)
        return run.too_long or known or (run.keys >= SHORTEST_CODE and len(run.text.strip()) >= SHORTEST_CODE)

    def _decide(self) -> None:
        """No further key belongs to the run: it was a code without an Enter, or it was typing."""
        if self._run.too_long or self._run.begins == 0 or is_whole_code(self._run.text):
            self._understand()
        else:
            self.give_back()

    def _understand(self) -> None:
        text = self._run.text.strip()
        self._timer.stop()
        self._held = []
        self._run.clear()
        self._understood = True
        if text:
            self.scanned.emit(text)

    def _forget(self) -> None:
        self._held = []
        self._down.clear()
        self._run.clear()

    def _wait(self, milliseconds: int) -> None:
        self._arrived = self._milliseconds()
        self._looked_twice = False
        self._timer.start(milliseconds)

    def _paused(self) -> None:
        """A late timer means that the program was busy: keys pressed meanwhile lie in the queue and go first."""
        late = self._milliseconds() - self._arrived - self._run.pause
        if late > _LATE_MILLISECONDS and not self._looked_twice:
            self._looked_twice = True
            self._timer.start(_LATE_MILLISECONDS // 2)
            return
        self._decide()
