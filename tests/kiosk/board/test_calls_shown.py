"""Which number stands large, which is marked, and what comes below."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from kiosk.board.calls_shown import BELOW, calls_shown
from kiosk.board.ports import Call
from kiosk.board.sample_board import PAST, QUIET, calling, sample_call
from kiosk.board.state import BoardState
from kiosk.sample_office import SAMPLE_NOW

NEW, OLDER, STANDING = sample_call("A012", 3, 4), sample_call("B007", 2, 9), sample_call("A011", 1, 320)


def state(*called: Call, **changes: object) -> BoardState:
    """The board with these calls."""
    return replace(BoardState(SAMPLE_NOW, view=calling(QUIET, *called, past=PAST)), **changes)  # type: ignore[arg-type]


def labels(calls: tuple[Call, ...]) -> list[str]:
    """Their labels in order."""
    return [call.label for call in calls]


def test_a_board_without_a_view_shows_no_number() -> None:
    shown = calls_shown(BoardState(SAMPLE_NOW))
    assert (shown.large, shown.below) == ((), ())


def test_one_new_call_stands_alone_and_is_marked() -> None:
    shown = calls_shown(state(NEW, STANDING))
    assert labels(shown.large) == ["A012"]
    assert shown.marked == {NEW.key}


def test_two_new_calls_stand_together_the_last_at_the_top() -> None:
    assert labels(calls_shown(state(OLDER, STANDING, NEW)).large) == ["A012", "B007"]


def test_of_three_new_calls_the_last_two_stand_large_and_the_third_leads_the_rest() -> None:
    third = sample_call("C001", 4, 12)
    shown = calls_shown(state(NEW, OLDER, third))
    assert labels(shown.large) == ["A012", "B007"]
    assert shown.below[0] == third


def test_a_call_stands_on_unmarked_after_twenty_seconds() -> None:
    shown = calls_shown(state(NEW, now=SAMPLE_NOW + timedelta(seconds=20)))
    assert labels(shown.large) == ["A012"]
    assert not shown.marked


def test_the_call_that_is_spoken_is_large_and_alone_marked() -> None:
    third = sample_call("C001", 4, 12)
    shown = calls_shown(state(NEW, OLDER, third, speaking=third.key))
    assert labels(shown.large) == ["A012", "C001"]
    assert shown.marked == {third.key}


def test_a_call_stays_marked_as_long_as_it_is_spoken() -> None:
    shown = calls_shown(state(STANDING, speaking=STANDING.key))
    assert shown.marked == {STANDING.key}


def test_a_call_that_waits_to_be_spoken_stays_new() -> None:
    waiting = sample_call("B007", 2, 60)
    shown = calls_shown(state(NEW, waiting, waiting_to_speak=frozenset({waiting.key}), speaking=NEW.key))
    assert labels(shown.large) == ["A012", "B007"]


def test_no_call_waits_for_ever() -> None:
    shown = calls_shown(state(NEW, STANDING, waiting_to_speak=frozenset({STANDING.key})))
    assert labels(shown.large) == ["A012"]


def test_a_call_from_a_clock_that_is_ahead_is_new() -> None:
    assert calls_shown(state(sample_call("A012", 3, -30))).marked


def test_a_spoken_number_that_is_gone_marks_nothing_else_wrongly() -> None:
    shown = calls_shown(state(STANDING, speaking="gone"))
    assert labels(shown.large) == ["A011"]
    assert not shown.marked


def test_below_stand_the_last_calls_whether_still_served_or_over() -> None:
    shown = calls_shown(state(NEW, STANDING))
    assert [each.label for each in shown.below] == ["A011", *(past.label for past in PAST[: BELOW - 1])]


def test_a_recall_of_an_older_number_brings_it_to_the_top() -> None:
    recalled = replace(sample_call("B007", 2, 1, recalled=1), since=SAMPLE_NOW - timedelta(minutes=3))
    assert labels(calls_shown(state(STANDING, recalled)).large) == ["B007"]
