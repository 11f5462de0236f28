"""The expected wait: the queue played through the counters, told as a range."""

from __future__ import annotations

from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.waiting_time import (
    Newcomer,
    OpenCounter,
    Outlook,
    Prior,
    ServiceMinutes,
    ServingHours,
    WaitingTicket,
    WaitRange,
    expected_wait,
    expected_wait_of,
    expected_waits,
    rates_going_first,
    service_minutes,
)

SERVICES = {line: service_minutes([], Prior(minutes)) for line, minutes in {"A": 10.0, "B": 20.0, "C": 4.0}.items()}
EVEN = {line: ServiceMinutes(minutes, 0.01, 0.0) for line, minutes in {"A": 10.0, "B": 20.0}.items()}
"""Services that all take the same: what is told is nearly the wait itself."""

A, B = WaitingTicket("A"), WaitingTicket("B")
FIRST_A, FIRST_B = WaitingTicket("A", priority=True), WaitingTicket("B", priority=True)
FOR_A, FOR_B, FOR_BOTH = (OpenCounter(frozenset(lines)) for lines in ("A", "B", "AB"))


def test_a_line_that_no_counter_serves_has_no_wait_to_tell() -> None:
    assert expected_wait("A", [], [], SERVICES) is None
    assert expected_wait("A", [A], [FOR_B], SERVICES) is None


def test_a_free_counter_calls_at_once() -> None:
    assert expected_wait("A", [], [FOR_A], SERVICES) == WaitRange(0, 5)


def test_people_ahead_are_shared_by_the_counters_that_serve_them() -> None:
    assert expected_wait("A", [A] * 4, [FOR_A], EVEN) == WaitRange(35, 45)
    assert expected_wait("A", [A] * 4, [FOR_A, FOR_A], EVEN) == WaitRange(15, 25)


def test_services_that_differ_widen_the_range_and_people_ahead_widen_it_less_and_less() -> None:
    four = expected_wait("A", [A] * 4, [FOR_A], SERVICES)
    sixteen = expected_wait("A", [A] * 16, [FOR_A], {"A": ServiceMinutes(10.0, 6.0, 0.0)})
    assert four is not None
    assert sixteen is not None
    assert (four.low_minutes, four.high_minutes) == (15, 70)
    assert (sixteen.low_minutes, sixteen.high_minutes) == (120, 200)


def test_people_in_other_lines_do_not_matter_to_a_counter_of_its_own() -> None:
    assert expected_wait("A", [B] * 9, [FOR_A, FOR_B], SERVICES) == WaitRange(0, 5)


def test_a_counter_takes_the_people_of_its_other_lines_in_their_turn() -> None:
    assert expected_wait("A", [B, A], [FOR_BOTH], EVEN) == WaitRange(25, 35)


def test_the_service_going_on_is_waited_for() -> None:
    just_begun = OpenCounter(frozenset("A"), busy_with_line="A", busy_minutes=0.0)
    assert expected_wait("A", [], [just_begun], SERVICES) == WaitRange(0, 20)
    nearly_over = OpenCounter(frozenset("A"), busy_with_line="A", busy_minutes=9.99)
    assert expected_wait("A", [], [nearly_over], EVEN) == WaitRange(0, 5)


def test_priority_tickets_ahead_are_served_first_whoever_came_before() -> None:
    # The counter takes B with priority, then A; with priority one waits for B only.
    waits = expected_waits([A, FIRST_B], [FOR_BOTH], EVEN, Outlook())
    assert waits.ordinary["A"] == WaitRange(25, 35)
    assert waits.priority["A"] == WaitRange(15, 25)


def test_no_more_than_the_bound_go_first_while_an_ordinary_one_waits() -> None:
    waits = expected_waits([FIRST_A] * 5, [FOR_A], EVEN, Outlook(priority_bound=2))
    assert waits.ordinary["A"] == WaitRange(15, 25)
    # Two with priority, the ordinary one, the third with priority, and then it is one's turn.
    waits = expected_waits([A, *[FIRST_A] * 3], [FOR_A], EVEN, Outlook(priority_bound=2))
    assert waits.priority["A"] == WaitRange(35, 45)


def test_a_transferred_ticket_holds_up_only_its_own_counter() -> None:
    one, two = OpenCounter(frozenset("A"), id="1"), OpenCounter(frozenset("B"), id="2")
    waits = expected_waits([WaitingTicket("B", target="1")], [one, two], EVEN, Outlook())
    assert waits.ordinary == {"A": WaitRange(15, 25), "B": WaitRange(0, 5)}


def test_people_who_come_later_and_go_first_lengthen_the_wait() -> None:
    quiet = expected_wait("A", [A] * 6, [FOR_A], EVEN)
    rates = rates_going_first({"A": 3}, 60.0)
    assert rates == {"A": pytest.approx(0.025)}
    assert quiet == WaitRange(55, 70)
    # A quarter of the counter's time goes to them, so that 60 minutes of service take about 80.
    assert expected_wait("A", [A] * 6, [FOR_A], EVEN, Outlook(going_first=rates)) == WaitRange(70, 90)


def test_a_paused_counter_comes_back_after_as_long_again() -> None:
    paused = OpenCounter(frozenset("A"), away_minutes=20.0)
    alone = expected_wait("A", [], [paused], SERVICES)
    assert alone is not None
    assert alone.low_minutes == 0
    assert 20 < alone.high_minutes <= 50
    assert expected_wait("A", [], [paused, FOR_A], SERVICES) == WaitRange(0, 5)


MORNING, AFTERNOON = ServingHours(0.0, 30.0), ServingHours(150.0, 360.0)
LUNCH = Outlook((MORNING, AFTERNOON))


def test_a_wait_goes_on_after_the_pause_at_noon() -> None:
    assert expected_wait("A", [A] * 2, [FOR_A], EVEN, LUNCH) == WaitRange(15, 25)
    assert expected_wait("A", [A] * 5, [FOR_A], EVEN, LUNCH) == WaitRange(160, 180)


def test_a_range_that_would_span_the_pause_tells_its_likelier_side() -> None:
    before, after = (expected_wait("A", [A] * count, [FOR_A], SERVICES, LUNCH) for count in (2, 4))
    assert before == WaitRange(5, 30)
    assert after is not None
    assert after.low_minutes == 150


def test_before_the_doors_open_the_wait_begins_with_them() -> None:
    opening = Outlook((ServingHours(20.0, 260.0),))
    assert expected_wait("A", [A] * 2, [FOR_A], EVEN, opening) == WaitRange(35, 45)


def test_after_the_last_session_everybody_who_has_a_number_is_still_called() -> None:
    late = Outlook((ServingHours(0.0, 15.0),))
    assert expected_wait("A", [A] * 4, [FOR_A], EVEN, late) == WaitRange(35, 45)


tickets = st.lists(st.builds(WaitingTicket, st.sampled_from("ABC"), st.booleans()), max_size=40)
counters = st.lists(
    st.builds(
        OpenCounter,
        st.frozensets(st.sampled_from("ABC"), min_size=1),
        st.sampled_from(["A", "B", None]),
        st.floats(0, 300),
    ),
    min_size=1,
    max_size=6,
)
outlooks = st.builds(
    Outlook,
    st.sampled_from([(), (MORNING, AFTERNOON), (AFTERNOON,)]),
    st.dictionaries(st.sampled_from("ABC"), st.floats(0, 0.2)),
    st.integers(1, 4),
)


@given(tickets, counters, outlooks)
def test_a_wait_is_a_finite_range_of_friendly_steps(
    waiting: list[WaitingTicket], opened: list[OpenCounter], outlook: Outlook
) -> None:
    waits = expected_waits(waiting, opened, SERVICES, outlook)
    assert waits.ordinary.keys() == waits.priority.keys() == {line for counter in opened for line in counter.lines}
    for wait in (*waits.ordinary.values(), *waits.priority.values()):
        assert isfinite(wait.high_minutes)
        assert 0 <= wait.low_minutes < wait.high_minutes
        for minutes in (wait.low_minutes, wait.high_minutes):
            assert minutes % (10 if minutes > 60 else 5) == 0


@given(tickets, counters, outlooks)
def test_the_same_queue_is_always_told_the_same(
    waiting: list[WaitingTicket], opened: list[OpenCounter], outlook: Outlook
) -> None:
    told = [expected_waits(waiting, opened, SERVICES, outlook) for _ in range(2)]
    assert told[0] == told[1]


@given(tickets, counters, outlooks, st.sampled_from("ABC"), st.booleans())
def test_one_newcomer_is_told_what_all_together_are_told(
    waiting: list[WaitingTicket], open_: list[OpenCounter], outlook: Outlook, line: str, priority: bool
) -> None:
    together = expected_waits(waiting, open_, SERVICES, outlook)
    alone = expected_wait_of(Newcomer(line, priority), waiting, open_, SERVICES, outlook)
    assert alone == (together.priority if priority else together.ordinary).get(line)


@given(tickets, counters, outlooks, st.sampled_from("ABC"))
def test_one_more_person_ahead_never_shortens_the_wait(
    waiting: list[WaitingTicket], opened: list[OpenCounter], outlook: Outlook, line: str
) -> None:
    shorter = expected_wait("A", waiting, opened, SERVICES, outlook)
    longer = expected_wait("A", [*waiting, WaitingTicket(line)], opened, SERVICES, outlook)
    if shorter is not None and longer is not None:
        assert shorter.low_minutes <= longer.low_minutes
        assert shorter.high_minutes <= longer.high_minutes


of_one_line = st.lists(st.builds(WaitingTicket, st.just("A"), st.booleans()), max_size=40)
for_one_line = st.builds(OpenCounter, st.just(frozenset("A")), st.sampled_from(["A", "B", None]), st.floats(0, 300))


@given(of_one_line, st.lists(for_one_line, min_size=1, max_size=5))
def test_one_more_counter_never_lengthens_the_wait_of_its_line(
    waiting: list[WaitingTicket], opened: list[OpenCounter]
) -> None:
    # The far end comes nearer or stays. The near end may move a step away, for the range gets narrower.
    slower = expected_wait("A", waiting, opened, SERVICES)
    faster = expected_wait("A", waiting, [*opened, FOR_A], SERVICES)
    assert slower is not None
    assert faster is not None
    assert faster.high_minutes <= slower.high_minutes
    assert faster.low_minutes <= slower.low_minutes + 5
