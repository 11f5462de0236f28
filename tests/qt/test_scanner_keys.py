"""A scanner's keys are known by their pace and their form; when they were pressed counts, not when they were read."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from shared.qt.scanner_keys import (
    CODE_PAUSE_MILLISECONDS,
    LONGEST_CODE,
    KeyRun,
    KeyTimes,
    beginning_of_code,
    characters_of,
    goes_beside_a_character,
    is_enter,
    is_whole_code,
    stopwatch,
)

TOKEN = "ABCDEFGHIJKLMNOPQRSTUVWXY2"
PAUSE = 60
NONE, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


def run_of(strokes: Iterable[tuple[str, int]]) -> KeyRun:
    run = KeyRun(PAUSE)
    for text, at in strokes:
        run.add(text, at)
    return run


def spaced(text: str, gap: int, start: int = 0) -> list[tuple[str, int]]:
    return [(letter, start + gap * place) for place, letter in enumerate(text)]


def key(text: str, code: int = Qt.Key.Key_A, modifiers: Qt.KeyboardModifier = NONE, at: int = 0) -> QKeyEvent:
    event = QKeyEvent(QEvent.Type.KeyPress, code, modifiers, text)
    event.setTimestamp(at)
    return event


@pytest.mark.parametrize(
    "text",
    [
        f"https://motcua.phuong-mau.example/t/{TOKEN}",
        f"HTTPS://MOTCUA.PHUONG-MAU.EXAMPLE/D/{TOKEN}/",
        "000165000001||Nguyễn Thị Thử|03101965|Nữ|Thôn Mẫu, Xã Mẫu|01012022",
        "000165000001||Nguyễn Thị Thử|03101965|Nữ|Thôn Mẫu||||Hai|Ba",
        "H99.99.01-261118-0007",
        "h15-261008-00975",
        "A012",
        "b1001",
        "LH123456",
    ],
)
def test_our_codes_are_known_by_their_form(text: str) -> None:
    assert is_whole_code(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A01",
        "AB012",
        "LH12345",
        "khai sinh",
        "0900000000",
        "000165000001||Nguyễn",
        "261118-0007",
        f"https://x.example/t/{TOKEN[:-1]}",
        "https://x.example/",
    ],
)
def test_words_and_halves_of_codes_are_no_codes(text: str) -> None:
    assert not is_whole_code(text)


@pytest.mark.parametrize(
    ("run", "begins"),
    [("12|", 0), ("https://", 0), ("HTTPS://A", 0), ("Lan000165000001|", 3), ("Số 1/2", None), ("", None)],
)
def test_a_code_is_known_by_its_bars_or_its_address(run: str, begins: int | None) -> None:
    assert beginning_of_code(run) == begins


def test_fast_characters_are_one_run_and_a_pause_begins_another() -> None:
    run = run_of([*spaced("xx", 10), *spaced("A012", PAUSE, start=10 + PAUSE + 1)])
    assert (run.text, run.keys) == ("A012", 4)


def test_a_run_that_can_only_be_a_code_may_hesitate() -> None:
    run = run_of([*spaced("https://", 10), ("a", 70 + CODE_PAUSE_MILLISECONDS)])
    assert run.text == "https://a"
    assert run.pause == CODE_PAUSE_MILLISECONDS
    assert not run.continues(70 + 2 * CODE_PAUSE_MILLISECONDS + 1)


def test_what_was_typed_just_before_a_code_can_be_dropped() -> None:
    run = run_of(spaced("Lan000165000001|", 5))
    run.drop_before_code()
    assert (run.text, run.begins) == ("000165000001|", 0)


def test_several_characters_at_once_are_one_stroke() -> None:
    run = run_of([("Nguyễn", 0)])
    assert (run.text, run.keys) == ("Nguyễn", 1)


def test_too_many_characters_are_not_kept() -> None:
    run = run_of([("x" * LONGEST_CODE, 0), ("y", 1), ("z" * 100_000, 2)])
    assert (run.text, run.too_long) == ("", True)
    run.add("A", 2 + CODE_PAUSE_MILLISECONDS + 1)
    assert (run.text, run.too_long) == ("A", False)


@given(st.lists(st.tuples(st.text(max_size=40), st.integers(min_value=0, max_value=400)), max_size=60))
def test_no_keys_at_all_make_a_run_longer_than_a_code(strokes: list[tuple[str, int]]) -> None:
    run, at = KeyRun(PAUSE), 0
    for text, gap in strokes:
        at += gap
        run.add(text, at)
        assert len(run.text) <= LONGEST_CODE
        assert run.begins == (None if run.too_long else beginning_of_code(run.text))


class Arrivals:
    """The program's own stopwatch, moved by the test."""

    def __init__(self) -> None:
        self.now = 5000

    def __call__(self) -> int:
        return self.now


def test_keys_that_waited_in_the_queue_keep_their_own_times() -> None:
    arrivals = Arrivals()
    times = KeyTimes(arrivals)
    first = times.of(key("a", at=1000))
    arrivals.now += 400
    assert times.of(key("b", at=1010)) - first == 10
    assert times.of(key("c", at=1210)) - first == 210


def test_without_a_time_of_its_own_an_event_counts_when_it_arrives() -> None:
    arrivals = Arrivals()
    times = KeyTimes(arrivals)
    first = times.of(key("a", at=1000))
    arrivals.now += 7
    assert times.of(None) - first == 7
    arrivals.now += 5
    assert times.of(key("b", at=2000)) - first == 12
    arrivals.now += 5
    assert times.of(key("c", at=2003)) - first == 15


def test_a_window_systems_clock_that_begins_anew_does_no_harm() -> None:
    arrivals = Arrivals()
    times = KeyTimes(arrivals)
    first = times.of(key("a", at=2**32 - 1))
    arrivals.now += 9
    assert times.of(key("b", at=8)) - first == 9


def test_the_stopwatch_never_goes_back() -> None:
    watch = stopwatch()
    assert 0 <= watch() <= watch()


def test_a_key_writes_its_characters_unless_it_is_a_shortcut() -> None:
    assert characters_of(key("ễ", 0)) == "ễ"
    assert characters_of(key("|", modifiers=CTRL | ALT)) == "|"
    assert characters_of(key("a", modifiers=ALT)) == ""
    assert characters_of(key("\x01", modifiers=CTRL)) == ""
    assert characters_of(key("", Qt.Key.Key_Left)) == ""
    assert is_enter(key("\r", Qt.Key.Key_Enter))
    assert not is_enter(key(" ", Qt.Key.Key_Space))


def test_keys_that_help_to_write_stand_beside_characters() -> None:
    assert goes_beside_a_character(key("", Qt.Key.Key_Shift))
    assert goes_beside_a_character(key("", Qt.Key.Key_Dead_Acute))
    assert goes_beside_a_character(key("0", Qt.Key.Key_0, ALT | Qt.KeyboardModifier.KeypadModifier))
    assert not goes_beside_a_character(key("", Qt.Key.Key_Left))
    assert not goes_beside_a_character(key("\b", Qt.Key.Key_Backspace))
