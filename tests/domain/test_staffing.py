"""People needed, waits by half hours, conflicts settled: plain values."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from shared.clock import HO_CHI_MINH
from shared.domain import desk
from shared.domain.desk import Desk
from shared.domain.fact import Fact, step
from shared.domain.numbering import next_walk_in_number, parse_ticket_label, ticket_range, walk_in_range
from shared.domain.settling import ACCEPTED, Settle, decide
from shared.domain.staffing import LineRate, observed_minutes, people_needed
from shared.domain.waits_of_day import Waited, half_hours, wait_figures
from shared.failures import ProgrammingFault, Refusal
from tests.domain.stories import record

AT_EIGHT = datetime(2026, 11, 23, 8, 0, tzinfo=HO_CHI_MINH)


def at(minutes: float) -> datetime:
    return AT_EIGHT + timedelta(minutes=minutes)


def test_the_next_hour_needs_the_minutes_that_arrive_over_sixty_rounded_up() -> None:
    staffing = people_needed((LineRate("A", 12, 60, 7), LineRate("C", 5, 60, 9), LineRate("F", 0, 60, 4)), 2)
    assert (staffing.work_minutes, staffing.needed, staffing.missing) == (129, 3, 1)
    assert [each.line for each in staffing.lines] == ["A", "C"]


def test_sixty_minutes_of_work_are_the_work_of_one() -> None:
    assert people_needed((LineRate("A", 3, 60, 20.0000000001),), 1).needed == 1
    assert people_needed((LineRate("A", 3, 60, 20.1),), 1).needed == 2
    assert people_needed((), 3).needed == 0


def test_early_in_the_day_the_rate_is_taken_over_the_time_that_has_passed() -> None:
    assert [observed_minutes(each) for each in (None, 3, 40, 200)] == [60, 15, 40, 60]
    assert LineRate("A", 12, 40, 7).an_hour == 18


def test_who_waits_already_is_counted_beside_the_rate_and_not_in_it() -> None:
    staffing = people_needed((LineRate("A", 1, 60, 10, waiting=13),), 1)
    assert (staffing.needed, staffing.backlog_people, staffing.missing) == (1, 3, 0)


def test_waits_are_told_by_the_half_hour_of_the_call_and_arrivals_by_their_own() -> None:
    visits = [Waited(at(0), at(20)), Waited(at(5), at(35)), Waited(at(10), None), Waited(at(70), at(71))]
    found = half_hours(visits, at(95))
    assert [(each.start, each.arrived, each.waits.called, each.waits.mean) for each in found] == [
        (at(0), 3, 1, 20),
        (at(30), 0, 1, 30),
        (at(60), 1, 1, 1),
        (at(90), 0, 0, None),
    ]
    assert half_hours([], at(0)) == ()


def test_nine_in_ten_waited_no_longer_than_is_said() -> None:
    figures = wait_figures([Waited(at(0), at(minutes)) for minutes in range(1, 12)])
    assert (figures.called, figures.mean, figures.ninth) == (11, 6, 10)
    assert wait_figures([Waited(at(5), at(0))]).mean == 0
    assert wait_figures([Waited(at(5), None)]).mean is None


def test_a_settled_conflict_leaves_every_kind_of_state_and_an_unknown_code_changes_nothing() -> None:
    opened = Fact("d", "desk.opened", {"counter": "quay-1", "lines": ["A"]})
    state: Desk | None = None
    for lamport, fact in enumerate((opened, opened), start=1):
        state = step(desk.evolve, state, record(fact, lamport))
    assert state is not None
    assert [each.code for each in state.conflicts] == ["opened_twice"]
    other = step(desk.evolve, state, record(Fact("d", "desk.conflict_settled", {"code": "other"}), 3))
    assert other == state
    (settling,) = decide(state, Settle("d", "desk", "opened_twice", ACCEPTED))
    settled = step(desk.evolve, state, record(settling, 4))
    assert settled is not None
    assert (settled.conflicts, settled.state) == ((), "open")
    unreadable = step(desk.evolve, state, record(Fact("d", "desk.conflict_settled", {}), 5))
    assert unreadable is not None
    assert [each.code for each in unreadable.conflicts] == ["opened_twice", "unreadable"]


def test_a_conflict_that_comes_after_its_settlement_is_one_again() -> None:
    opened = Fact("d", "desk.opened", {"counter": "quay-1", "lines": ["A"]})
    settling = Fact("d", "desk.conflict_settled", {"code": "opened_twice", "choice": ACCEPTED})
    state: Desk | None = None
    for lamport, fact in enumerate((opened, opened, settling, opened), start=1):
        state = step(desk.evolve, state, record(fact, lamport))
    assert state is not None
    assert [each.code for each in state.conflicts] == ["opened_twice"]


def test_only_a_conflict_that_is_there_can_be_settled() -> None:
    with pytest.raises(Refusal) as refused:
        decide(None, Settle("d", "desk", "opened_twice", ACCEPTED))
    assert refused.value.code == "no_such_conflict"


def test_counters_number_walk_ins_where_no_kiosk_does() -> None:
    walk_ins = {number for index in range(908) for number in walk_in_range(index)}
    kiosks = {number for index in range(1, 60) for number in ticket_range(index)}
    assert not walk_ins & kiosks
    assert (next_walk_in_number(None, 1), next_walk_in_number(9101, 1), walk_in_range(12)[0]) == (9101, 9102, 10201)
    with pytest.raises(Refusal):
        next_walk_in_number(9199, 1)
    with pytest.raises(ProgrammingFault):
        walk_in_range(-1)


def test_a_label_is_read_as_people_type_it() -> None:
    assert [parse_ticket_label(typed) for typed in ("A045", " a45 ", "A 45", "b9101")] == [
        ("A", 45),
        ("A", 45),
        ("A", 45),
        ("B", 9101),
    ]
