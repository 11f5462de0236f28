"""Whole days are replayed with service times that the office does not know: the promised range holds the real wait."""

from __future__ import annotations

import pytest

from tests.domain.replayed_day import SESSIONS, DayKind, Kept, ReplayedDay, Visitor, kept

SEEDS = range(4)
BELOW_PRIOR = {"A": 0.8, "B": 0.8, "C": 0.85, "D": 0.8, "E": 0.85, "F": 0.8}
NINE, TEN = 9 * 60.0, 10 * 60.0

QUIET = DayKind("quiet", 150, real=BELOW_PRIOR, variation=0.5)
ORDINARY = DayKind("ordinary", 180, real=BELOW_PRIOR)
BUSY = DayKind("busy", 220, real=BELOW_PRIOR)
TWICE = DayKind("land takes twice its prior", 170, real=BELOW_PRIOR | {"B": 2.0})
LONGER = DayKind("civil status takes longer", 170, real=BELOW_PRIOR | {"A": 1.6})
THREE = DayKind("three counters", 150, ("quay-1", "quay-2", "quay-3"), real=BELOW_PRIOR)
CLOSED = DayKind("a counter closes for an hour", 180, real=BELOW_PRIOR, pause=("quay-1", NINE, TEN))
ABSENT = DayKind("people who do not come", 180, real=BELOW_PRIOR, absent=0.08, transferred=0.06)
WIDE = DayKind("service times far apart", 180, real=BELOW_PRIOR, variation=0.8)

MEAN_WIDTHS = (
    (QUIET, 22),
    (ORDINARY, 36),
    (BUSY, 48),
    (TWICE, 44),
    (LONGER, 48),
    (THREE, 42),
    (CLOSED, 40),
    (ABSENT, 32),
    (WIDE, 36),
)
"""The mean width that a kind of day may have, in minutes: the mean wait is 20 to 90 minutes, lunch included."""


def days(kind: DayKind) -> list[Visitor]:
    return [visitor for seed in SEEDS for visitor in ReplayedDay(kind, seed).visitors]


@pytest.mark.parametrize(("kind", "width"), MEAN_WIDTHS, ids=[kind.name for kind, _ in MEAN_WIDTHS])
def test_the_range_holds_four_waits_in_five_and_stays_narrow(kind: DayKind, width: int) -> None:
    visitors = days(kind)
    assert all(visitor.told is not None for visitor in visitors)
    found = kept(visitors)
    assert found.promised == len(SEEDS) * kind.tickets
    assert found.held >= 0.8, found
    assert found.width <= width, found


def test_short_promises_are_narrow_and_nearly_always_held() -> None:
    short = kept([each for each in days(ORDINARY) if each.told is not None and each.told.low_minutes == 0])
    assert short.held >= 0.9, short
    assert short.width <= 15, short


def test_people_with_priority_are_told_a_wait_of_their_own() -> None:
    found = kept([visitor for visitor in days(BUSY) if visitor.priority is not None])
    assert found.held >= 0.85, found
    assert found.wait < kept(days(BUSY)).wait / 2


def test_no_range_spans_the_lunch_break() -> None:
    closes, opens = SESSIONS[0][1], SESSIONS[1][0]
    for visitor in days(BUSY):
        assert visitor.told is not None
        if visitor.arrived < closes and visitor.arrived + visitor.told.low_minutes < closes:
            assert visitor.arrived + visitor.told.high_minutes < opens


def test_what_was_measured_the_day_before_makes_the_ranges_narrower() -> None:
    def with_memory(seed: int) -> list[Visitor]:
        day_before = ReplayedDay(QUIET, seed + 100)
        return ReplayedDay(QUIET, seed, day_before.measured).visitors

    remembering = kept([visitor for seed in SEEDS for visitor in with_memory(seed)])
    assert remembering.held >= 0.8, remembering
    assert remembering.width < kept(days(QUIET)).width


def test_a_day_replayed_again_tells_the_same() -> None:
    def told() -> Kept:
        return kept(ReplayedDay(ORDINARY, 7).visitors)

    assert told() == told()
