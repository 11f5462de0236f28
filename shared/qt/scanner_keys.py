"""A scanner that types (đầu đọc mã dạng bàn phím): how its keys are told from a person's.

A scanner types a whole code within a fraction of a second. `KeyRun` collects the characters that follow each other that
fast, `is_whole_code` and `beginning_of_code` know our codes by their form, `KeyTimes` says when a key was pressed.
Nothing here holds a key back or knows a window: the kiosk and the counter each do that in their own way.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent

LONGEST_CODE = 1500
"""Characters; an identity card has some 200, an address 80, a code on the post's papers up to 1,300. What is longer is
no code."""

CODE_PAUSE_MILLISECONDS = 300
"""The longest pause within a run that can only be a code: radio scanners hesitate, and no person types like that."""

_BEGINNING = re.compile(r"[0-9]{0,12}\||[a-z]{2,8}://|MC[A-Z]{2}[0-9]:", re.IGNORECASE)
_BEGINNING_ENDS_WITH = "|/:"
_WHOLE = re.compile(
    r"https?://\S+/[A-Z2-7]{26}/?"
    r"|[0-9]{12}(\|[^|]*){6,}"
    r"|[A-Z][0-9]{2}(\.[0-9]{2,3}){0,3}-[0-9]{6}-[0-9]{4,}"
    r"|[A-Z][0-9]{3,4}"
    r"|LH[0-9]{6}",
    re.IGNORECASE,
)

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BESIDE_A_CHARACTER = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_Mode_switch,
        Qt.Key.Key_Multi_key,
    }
)
_SHORTCUT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def is_whole_code(text: str) -> bool:
    """Whether `text` is one of our codes from end to end.

    The address on a slip or receipt with its token of 26 characters, an identity card, a dossier code
    (H99.99.01-261118-0007), a ticket's label (A012), an appointment's code (LH and six digits).
    """
    return _WHOLE.fullmatch(text) is not None


def beginning_of_code(run: str) -> int | None:
    """Where in a fast run a code begins: a card's fields, an address, a code on paper; None while there is none."""
    match = _BEGINNING.search(run)
    return match.start() if match else None


class KeyRun:
    """Characters that came one after the other faster than a person types them; times in milliseconds.

    `text`: the characters; `keys`: in how many strokes they came; `begins`: where in them something begins that can
    only be a code, or None; `too_long`: whether there were more than LONGEST_CODE, which are not kept: `text` is then
    empty until the run ends.
    """

    def __init__(self, longest_pause: int) -> None:
        """`longest_pause` between two characters of one run, as long as it may still be a person's."""
        self._longest_pause = longest_pause
        self._last = 0
        self.clear()

    def clear(self) -> None:
        """Forgets everything: the next character begins a run."""
        self.text = ""
        self.keys = 0
        self.begins: int | None = None
        self.too_long = False

    @property
    def pause(self) -> int:
        """Milliseconds after which this run is over."""
        return CODE_PAUSE_MILLISECONDS if self.too_long or self.begins is not None else self._longest_pause

    def continues(self, at: int) -> bool:
        """Whether a key pressed `at` belongs to this run."""
        return self.keys > 0 and self.since(at) <= self.pause

    def since(self, at: int) -> int:
        """Milliseconds from the last character, of this run or of one that has been cleared, until `at`."""
        return at - self._last

    def add(self, text: str, at: int) -> None:
        """One stroke that gave `text` (an input method may give several characters); begins anew after a pause."""
        if not self.continues(at):
            self.clear()
        self._last = at
        self.keys += 1
        if self.too_long or len(self.text) + len(text) > LONGEST_CODE:
            self.too_long, self.text, self.begins = True, "", None
            return
        self.text += text
        if self.begins is None and any(letter in text for letter in _BEGINNING_ENDS_WITH):
            self.begins = beginning_of_code(self.text)

    def drop_before_code(self) -> None:
        """Forgets what a person typed before the code began."""
        if self.begins:
            self.text, self.begins = self.text[self.begins :], 0


class TimedEvent(Protocol):
    """An event that may know when the window system received it."""

    def timestamp(self) -> int:
        """Milliseconds of the window system; 0 when unknown."""
        ...


class KeyTimes:
    """When keys were pressed, on one time line in milliseconds.

    The window system's own times, so that a program that was busy for a while neither glues a person's keys together
    nor tears a scan apart. Where an event has none (input methods, events made by programs) the time of its arrival
    stands in. Both have origins of their own, hence only differences within one of them count.
    """

    def __init__(self, milliseconds: Callable[[], int] | None = None) -> None:
        self._milliseconds = milliseconds or stopwatch()
        self._arrived = self._milliseconds()
        self._pressed = 0
        self._now = 0

    def of(self, event: TimedEvent | None) -> int:
        """When the key of `event` was pressed; call once per event, in order. None: an event without a time."""
        arrived, pressed = self._milliseconds(), event.timestamp() if event is not None else 0
        known = 0 < self._pressed <= pressed
        self._now += pressed - self._pressed if known else arrived - self._arrived
        self._arrived, self._pressed = arrived, pressed
        return self._now


def stopwatch() -> Callable[[], int]:
    """Milliseconds since it was made."""
    timer = QElapsedTimer()
    timer.start()
    return timer.elapsed


def is_enter(event: QKeyEvent) -> bool:
    """Whether the key is one of the two that end an entry and, on most scanners, a code."""
    return event.key() in _ENTERS


def characters_of(event: QKeyEvent) -> str:
    """What the key writes; "" for a key that writes nothing and for shortcuts. Ctrl and Alt together are AltGr."""
    text = event.text()
    pressed = event.modifiers() & _SHORTCUT
    is_shortcut = pressed not in (Qt.KeyboardModifier.NoModifier, _SHORTCUT)
    return "" if is_shortcut or not text.isprintable() else text


def goes_beside_a_character(event: QKeyEvent) -> bool:
    """Whether the key helps to write a character: Shift and its like, dead keys, a number typed while Alt is held."""
    held = event.modifiers()
    by_number = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier
    is_dead = Qt.Key.Key_Dead_Grave <= event.key() <= Qt.Key.Key_Dead_Longsolidusoverlay
    return event.key() in _BESIDE_A_CHARACTER or is_dead or (held & by_number) == by_number
