"""The frame of the screens, derived; where a scanned code leads; how silence is counted; what the scanner types."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from kiosk.idle import COUNTDOWN_SECONDS, PATIENCE_SECONDS, countdown_after
from kiosk.language import words_of
from kiosk.sample_office import CODE, RECEIPT, SAMPLE_NOW, SLIP
from kiosk.scanner_keys import LONGEST_CODE, LONGEST_PAUSE_SECONDS, ScannerKeys
from kiosk.shell_props import Screen, ShellState, derive_shell_props, derive_sizes, journey_of_scan
from shared.qt.theme import HIGH_CONTRAST, NORMAL

VI = words_of("vi")
STATE = ShellState(now=SAMPLE_NOW)


@pytest.mark.parametrize(
    ("text", "screen", "journey"),
    [
        (RECEIPT, "home", "check_dossier"),
        (CODE, "home", "check_dossier"),
        (SLIP, "home", "rate"),
        (SLIP.replace("/t/", "/r/"), "home", "rate"),
        ("A012", "home", "rate"),
        ("a012", "take_number", "rate"),
        ("nonsense", "home", "check_dossier"),
        (RECEIPT, "rate", "rate"),
        (SLIP, "check_dossier", "check_dossier"),
        (RECEIPT, "take_number", "check_dossier"),
        (f" {SLIP} ", "home", "rate"),
    ],
)
def test_a_code_leads_to_the_journey_that_waits_for_it(text: str, screen: Screen, journey: str) -> None:
    assert journey_of_scan(text, screen) == journey


@pytest.mark.parametrize(
    ("idle", "left"),
    [
        (0, None),
        (PATIENCE_SECONDS - 1, None),
        (PATIENCE_SECONDS, COUNTDOWN_SECONDS),
        (PATIENCE_SECONDS + 1, COUNTDOWN_SECONDS - 1),
        (PATIENCE_SECONDS + COUNTDOWN_SECONDS, 0),
        (PATIENCE_SECONDS + COUNTDOWN_SECONDS + 9, 0),
    ],
)
def test_silence_is_counted(idle: int, left: int | None) -> None:
    assert countdown_after(idle) == left


def test_the_frame_knows_its_colours_and_the_time() -> None:
    props = derive_shell_props(STATE, VI)
    assert (props.time, props.day, props.counting) == ("08:05", "Thứ Hai, 23/11/2026", False)
    assert props.palette["action"] == NORMAL.action
    contrasting = derive_shell_props(replace(STATE, high_contrast=True, countdown=3), VI)
    assert contrasting.palette["action"] == HIGH_CONTRAST.action
    assert (contrasting.counting, contrasting.countdown) == (True, 3)


def test_large_letters_grow_but_the_number_stays_as_large_as_it_can_be() -> None:
    assert derive_sizes(100)["body"] == 32
    assert derive_sizes(122)["body"] == 39
    assert derive_sizes(122)["display"] == derive_sizes(100)["display"]


def key(text: str, code: Qt.Key = Qt.Key.Key_A) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, text)


ENTER = Qt.Key.Key_Return


class Keyboard:
    """Types at the times the test says."""

    def __init__(self) -> None:
        self.seconds = 100.0
        self.heard: list[str] = []
        self.scanner = ScannerKeys(lambda: self.seconds)
        self.scanner.scanned.connect(self.heard.append)

    def types(self, text: str, pause: float = 0.01) -> list[bool]:
        taken = []
        for character in text:
            self.seconds += pause
            taken.append(self.scanner.take(key(character)))
        return taken

    def ends(self) -> bool:
        self.seconds += 0.01
        return self.scanner.take(key("\r", ENTER))


def test_quick_keys_and_enter_are_a_code() -> None:
    keyboard = Keyboard()
    assert all(keyboard.types("https://a.b/d/XYZ"))
    assert keyboard.ends()
    assert keyboard.heard == ["https://a.b/d/XYZ"]


def test_what_was_typed_before_a_pause_is_no_part_of_the_code() -> None:
    keyboard = Keyboard()
    keyboard.types("xx")
    keyboard.seconds += LONGEST_PAUSE_SECONDS + 0.1
    keyboard.types("A012")
    keyboard.ends()
    assert keyboard.heard == ["A012"]


def test_a_lone_enter_or_blank_reaches_the_screen() -> None:
    keyboard = Keyboard()
    assert not keyboard.ends()
    assert keyboard.types(" ") == [False]
    assert keyboard.types("ab") == [True, True]
    assert not keyboard.ends()
    assert keyboard.heard == []


def test_keys_without_a_character_are_not_taken() -> None:
    assert not ScannerKeys().take(key("", Qt.Key.Key_Shift))
    assert not ScannerKeys().take(key("\t", Qt.Key.Key_Tab))


def test_a_stuck_key_does_not_fill_the_memory() -> None:
    keyboard = Keyboard()
    keyboard.types("x" * (LONGEST_CODE + 50))
    keyboard.ends()
    assert [len(each) for each in keyboard.heard] == [LONGEST_CODE]
