"""The expected wait: measured times drawn towards the prior, and the queue played through the counters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.waiting_time import OpenCounter, Prior, WaitingTicket, WaitRange, expected_wait, service_minutes

MINUTES = {"A": 10.0, "B": 20.0}
A, B = WaitingTicket("A"), WaitingTicket("B")
FOR_A, FOR_B, FOR_BOTH = (OpenCounter(frozenset(lines)) for lines in ("A", "B", "AB"))


def test_without_measurements_the_prior_holds() -> None:
    assert service_minutes([], Prior(8.0)) == 8.0


def test_few_measurements_are_drawn_towards_the_prior() -> None:
    assert service_minutes([20.0], Prior(8.0)) == pytest.approx(10.0)
    assert service_minutes([20.0] * 5, Prior(8.0)) == pytest.approx(14.0)


def test_one_service_that_took_all_morning_moves_little() -> None:
    assert service_minutes([10.0] * 9 + [240.0], Prior(10.0)) == pytest.approx(10.0)


def test_only_the_recent_measurements_count() -> None:
    assert service_minutes([60.0] * 50 + [10.0] * 30, Prior(10.0)) == pytest.approx(10.0)


def test_a_line_that_no_open_counter_serves_has_no_wait_to_tell() -> None:
    assert expected_wait("A", [], [], MINUTES) is None
    assert expected_wait("A", [A], [FOR_B], MINUTES) is None


def test_a_free_counter_calls_at_once() -> None:
    assert expected_wait("A", [], [FOR_A], MINUTES) == WaitRange(0, 5)


def test_people_ahead_are_shared_by_the_counters_that_serve_them() -> None:
    assert expected_wait("A", [A] * 4, [FOR_A], MINUTES) == WaitRange(30, 50)
    assert expected_wait("A", [A] * 4, [FOR_A, FOR_A], MINUTES) == WaitRange(15, 25)


def test_people_in_other_lines_do_not_matter_to_a_counter_of_its_own() -> None:
    assert expected_wait("A", [B] * 9, [FOR_A, FOR_B], MINUTES) == WaitRange(0, 5)
    assert expected_wait("A", [B, A], [FOR_BOTH], MINUTES) == WaitRange(20, 40)


def test_the_service_going_on_is_waited_for() -> None:
    busy = OpenCounter(frozenset("A"), busy_with_line="B", busy_minutes=12.0)
    assert expected_wait("A", [], [busy], MINUTES) == WaitRange(5, 10)
    overdue = OpenCounter(frozenset("A"), busy_with_line="B", busy_minutes=90.0)
    assert expected_wait("A", [], [overdue], MINUTES) == WaitRange(0, 5)


def test_priority_tickets_ahead_are_served_first() -> None:
    # The counter for both takes the priority ticket of B first, so A's turn comes after 20 and 10 minutes.
    ahead = [A, WaitingTicket("B", priority=True)]
    assert expected_wait("A", ahead, [FOR_BOTH], MINUTES) == WaitRange(20, 40)


tickets = st.lists(st.builds(WaitingTicket, st.sampled_from("AB"), st.booleans()), max_size=30)
counters = st.lists(
    st.builds(
        OpenCounter,
        st.frozensets(st.sampled_from("AB"), min_size=1),
        st.sampled_from(["A", "B", None]),
        st.floats(0, 120),
    ),
    min_size=1,
    max_size=6,
)


@given(tickets, counters)
def test_a_wait_is_a_range_of_friendly_steps(waiting: list[WaitingTicket], opened: list[OpenCounter]) -> None:
    wait = expected_wait("A", waiting, opened, MINUTES)
    if wait is None:
        assert not any("A" in counter.lines for counter in opened)
    else:
        assert 0 <= wait.low_minutes < wait.high_minutes
        assert wait.low_minutes % 5 == wait.high_minutes % 5 == 0


@given(tickets, counters)
def test_one_more_person_of_the_same_line_ahead_never_shortens_the_wait(
    waiting: list[WaitingTicket], opened: list[OpenCounter]
) -> None:
    shorter = expected_wait("A", waiting, opened, MINUTES)
    longer = expected_wait("A", [*waiting, A], opened, MINUTES)
    if shorter is not None and longer is not None:
        assert shorter.low_minutes <= longer.low_minutes
        assert shorter.high_minutes <= longer.high_minutes
