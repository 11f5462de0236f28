"""When a dossier counts as solved, and which legal limit ran when: the cases that people argue about."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from shared.domain.dossier import Receive, decide, evolve
from shared.domain.dossier_appointment import Appointment
from shared.domain.dossier_coordination import Competent
from shared.domain.dossier_state import Apology, Dossier, Ending, EndingKind, Supplement
from shared.domain.fact import fold
from shared.domain.procedure import Channels
from shared.domain.solving import Solving, Term, report_channel, solving, supplement_requests, terms

from .stories import START, record
from .test_dossier_progress import RECEIVE

DAY = timedelta(days=1)
DUE = START + 5 * DAY


def received(**changes: object) -> Dossier:
    """A dossier as the fold of its receipt makes it, with what came after."""
    fact = decide(None, replace(RECEIVE, due_at=DUE))[0]
    state = fold(evolve, [record(fact, 1)])
    assert state is not None
    return replace(state, **changes)  # type: ignore[arg-type]


def ended(kind: EndingKind, at: datetime, due: datetime | None) -> Ending:
    return Ending(kind, "p", at, "staff-1", None, late=False, due_before=due)


def asked(at: datetime, due: datetime | None = DUE, completed_at: datetime | None = None) -> Supplement:
    return Supplement("p", ("Tờ khai",), None, at, "staff-1", at + 15 * DAY, False, due, completed_at)


def apology(*, stands: bool) -> Apology:
    return Apology("p", None, START + DAY, "staff-1", DUE, DUE + 4 * DAY, late_notice=False, stands=stands)


@pytest.mark.parametrize(
    ("at", "how"),
    [
        (DUE - DAY, "early"),
        (DUE.replace(hour=0), "on_time"),
        (DUE, "on_time"),
        (DUE + timedelta(seconds=1), "late"),
    ],
)
def test_early_is_on_a_day_before_and_late_is_after_the_minute_that_was_due(at: datetime, how: str) -> None:
    assert solving(received(result_ready_at=at)) == Solving(at, how)  # type: ignore[arg-type]


def test_the_result_solves_it_and_not_its_return() -> None:
    state = received(result_ready_at=DUE - DAY, returned_at=DUE + 9 * DAY)
    assert solving(state) == Solving(DUE - DAY, "early")
    assert solving(received()) is None
    assert solving(received(returned_at=DUE)) == Solving(DUE, "on_time")


@pytest.mark.parametrize("kind", ["stopped", "refused", "closed"])
def test_an_end_without_a_result_solves_it_by_the_limit_that_it_ended(kind: EndingKind) -> None:
    state = received(ending=ended(kind, DUE + DAY, DUE), due_at=None)
    assert solving(state) == Solving(DUE + DAY, "late")
    assert solving(received(ending=ended(kind, DUE + DAY, None), due_at=None)) == Solving(DUE + DAY, "on_time")


def test_without_a_limit_nothing_is_late() -> None:
    state = received(due_at=None, result_ready_at=DUE + 90 * DAY)
    assert solving(state) == Solving(DUE + 90 * DAY, "on_time")


def test_a_clock_that_ran_behind_solves_nothing_before_its_receipt() -> None:
    assert solving(received(result_ready_at=START - DAY)) == Solving(START, "early")


def test_after_a_supplement_the_limit_begins_from_zero() -> None:
    back, due = START + 10 * DAY, START + 15 * DAY
    state = received(supplement=asked(START + DAY, completed_at=back), due_at=due)
    assert terms(state) == (Term(START, DUE), Term(START + DAY, None), Term(back, due))


def test_what_was_late_when_the_supplement_was_asked_for_is_late_until_it_comes() -> None:
    late = DUE + DAY
    assert terms(received(supplement=asked(late), due_at=None)) == (Term(START, DUE),)
    closed = received(supplement=asked(late), ending=ended("closed", late + 16 * DAY, DUE), due_at=None)
    assert solving(closed) == Solving(late + 16 * DAY, "late")
    back = received(supplement=asked(late, completed_at=late + DAY), due_at=late + 6 * DAY)
    assert terms(back) == (Term(START, DUE), Term(late + DAY, late + 6 * DAY))


def test_an_unanswered_request_in_time_ends_in_time() -> None:
    state = received(supplement=asked(START + DAY), ending=ended("closed", START + 17 * DAY, DUE), due_at=None)
    assert solving(state) == Solving(START + 17 * DAY, "on_time")


def test_a_request_that_a_result_overtook_never_stopped_the_clock() -> None:
    state = received(supplement=asked(START + DAY), due_at=DUE, result_ready_at=DUE + DAY)
    assert terms(state) == (Term(START, DUE),)
    assert solving(state) == Solving(DUE + DAY, "late")


def test_an_apology_moves_the_promise_and_not_the_limit() -> None:
    moved = DUE + 4 * DAY
    state = received(apology=apology(stands=True), due_at=moved, result_ready_at=DUE + DAY)
    assert solving(state) == Solving(DUE + DAY, "late")
    back = START + 10 * DAY
    later = received(
        apology=apology(stands=False),
        supplement=asked(START + 2 * DAY, due=moved, completed_at=back),
        due_at=back + 5 * DAY,
    )
    assert terms(later)[0] == Term(START, DUE)


def planned(met_at: datetime, paid_at: datetime | None, due: datetime | None) -> tuple[Appointment, ...]:
    first = Appointment("Hẹn lần 1", "First", "receipt", "", START, DUE, met_at)
    return first, Appointment("Hẹn lần 2", "Second", "duty_done", "", paid_at, due)


def test_no_limit_runs_while_the_duty_is_not_paid_and_a_missed_appointment_stays_missed() -> None:
    met, paid = START + 3 * DAY, START + 20 * DAY
    due = paid + 3 * DAY
    state = received(appointments=planned(met, paid, due), due_at=due, result_ready_at=due)
    assert terms(state) == (Term(START, DUE), Term(met, None), Term(paid, due))
    assert solving(state) == Solving(due, "on_time")
    missed = received(appointments=planned(DUE + DAY, paid, due), due_at=due, result_ready_at=due)
    assert solving(missed) == Solving(due, "late")


def test_out_of_area_the_limit_runs_from_when_the_competent_agency_has_it() -> None:
    reached = START + 2 * DAY
    agency = Competent("so-khac", START + DAY, reached_at=reached)
    assert terms(received(competent=agency, due_at=DUE)) == (Term(START, None), Term(reached, DUE))
    waiting = received(competent=Competent("so-khac", START + DAY), due_at=None)
    assert terms(waiting) == (Term(START, None),)


@pytest.mark.parametrize(
    ("channel", "level", "column"),
    [
        ("in_person", None, "in_person"),
        ("post", None, "post"),
        ("online", "full", "online_full"),
        ("online", "partial", "online_partial"),
        ("online", None, "online_partial"),
    ],
)
def test_online_counts_as_whole_only_where_somebody_said_so(channel: str, level: str | None, column: str) -> None:
    command: Receive = replace(RECEIVE, channel=channel, online_service=level)  # type: ignore[arg-type]
    state = fold(evolve, [record(decide(None, command)[0], 1)])
    assert state is not None
    assert report_channel(state) == column


def test_the_level_of_a_procedure_is_what_its_source_says_of_one_level_alone() -> None:
    levels = [
        Channels(None, full, part, None).online_service
        for full, part in ((True, False), (False, True), (True, None), (None, True), (True, True), (None, None))
    ]
    assert levels == ["full", "partial", "full", "partial", None, None]


def test_requests_for_a_supplement_are_counted_also_those_that_did_not_count() -> None:
    assert supplement_requests(received()) == 0
    assert supplement_requests(received(supplement=replace(asked(START + DAY), requests=2))) == 2
