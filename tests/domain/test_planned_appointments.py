"""Several planned appointments of one dossier: the clock stands between them, each rule holds for the one that runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.sample_ward.load import sample_office_document
from shared.domain import dossier
from shared.domain.dossier import ONE_STOP, Dossier, Interval, MeetAppointment, Return, ShowDuty
from shared.domain.dossier_progress import now_in_words
from shared.domain.fact import Recorded, fold
from shared.domain.office import office_from_document, procedure_on
from shared.domain.planned_promise import (
    appointments_at_receipt,
    procedure_limit_words,
    promise_of_next,
    receipt_promise,
)
from shared.domain.procedures import procedure_from_document, procedure_to_document
from shared.failures import Refusal

from .stories import START, record
from .test_dossier_progress import RECEIVE
from .test_dossier_rules import APOLOGY, ASK, CLOSE, DAY, DUE, READY, REFUSE, STOP, TAKE, UNIT, Way

OFFICE = office_from_document(sample_office_document())
LAND = procedure_on(OFFICE, "1.013831", START.date())
assert LAND is not None
PLANNED = appointments_at_receipt(LAND, START, DUE)
MEET = MeetAppointment(UNIT, START + DAY)
SHOW = ShowDuty(ONE_STOP, "Giấy nộp tiền số 0001", START + 6 * DAY, START + 9 * DAY, "3 ngày làm việc")


def land(*commands: dossier.Command) -> Way:
    way = Way()
    way.do(replace(RECEIVE, procedure=LAND.code, due_at=DUE, appointments=PLANNED))
    way.moves(ONE_STOP, UNIT)
    for command in commands:
        way.do(command)
    return way


def refused(way: Way, command: dossier.Command) -> str:
    with pytest.raises(Refusal) as refusal:
        way.do(command)
    return refusal.value.code


def test_both_appointments_are_promised_in_words_and_the_first_by_date() -> None:
    promise = receipt_promise(OFFICE.calendar, LAND, START)
    assert promise is not None
    assert promise.due == START.replace(day=1, month=12, hour=10)
    assert promise.explanation_vi == (
        "Hẹn lần 1 (thông báo nghĩa vụ tài chính): 5 ngày làm việc, bỏ qua 24/11; "
        "Hẹn lần 2 (trả kết quả): 3 ngày làm việc kể từ khi hoàn thành nghĩa vụ tài chính"
    )
    assert promise.explanation_en.startswith("First appointment (notice of what is to be paid): 5 working days")
    assert procedure_limit_words(LAND) == (
        "Hẹn lần 1 (thông báo nghĩa vụ tài chính): 05 ngày làm việc; "
        "Hẹn lần 2 (trả kết quả): 03 ngày làm việc kể từ khi hoàn thành nghĩa vụ tài chính"
    )


def test_the_clock_stands_between_the_first_appointment_and_the_financial_duty() -> None:
    way = land(MEET)
    state = way.state
    assert (state.stage, state.due_at, state.legal_due_at) == ("awaiting_duty", None, None)
    assert "nghĩa vụ tài chính" in now_in_words(state).vi
    met_at = state.appointments[0].met_at
    assert state.waited_for_citizen == (Interval(met_at, None),)
    shown = way.do(SHOW)
    assert (shown.stage, shown.due_at, shown.promise) == ("processing", SHOW.due_at, SHOW.promise)
    assert shown.waited_for_citizen == (Interval(met_at, SHOW.at),)
    assert shown.current_appointment == replace(PLANNED[1], started_at=SHOW.at, due_at=SHOW.due_at)
    ready = way.do(READY)
    assert ready.appointments[1].met_at == ready.result_ready_at
    assert (ready.current_appointment, ready.conflicts) == (None, ())


def test_there_is_no_result_before_the_first_appointment_and_the_duty() -> None:
    assert refused(land(), READY) == "appointment_not_met"
    assert refused(land(MEET), READY) == "awaiting_duty"
    assert land(MEET, SHOW, READY).state.result_ready_at is not None


def test_each_deed_has_its_place() -> None:
    assert refused(land(), SHOW) == "duty_not_awaited"
    assert refused(land(MEET), MEET) == "awaiting_duty"
    assert refused(land(MEET, SHOW), MEET) == "no_appointment_to_meet"
    assert refused(land(MEET), replace(SHOW, unit=UNIT)) == "one_stop_only"
    assert refused(land(MEET), replace(SHOW, proof=" ")) == "words_missing"
    assert refused(land(), replace(MEET, unit="kinh-te")) == "not_held_here"
    assert refused(land(ASK), MEET) == "awaiting_supplement"
    assert refused(land(MEET), ASK) == "awaiting_duty"
    assert refused(land(MEET), APOLOGY) == "no_due_date"
    assert land(replace(MEET, unit=ONE_STOP)).state.awaits_duty


def test_a_dossier_with_one_due_date_knows_nothing_of_it() -> None:
    way = Way()
    way.do(RECEIVE)
    assert refused(way, replace(MEET, unit=ONE_STOP)) == "no_appointment_to_meet"
    assert refused(way, SHOW) == "duty_not_awaited"
    assert (way.state.appointments, way.state.current_appointment, way.state.awaits_duty) == ((), None, False)


def test_the_proof_of_the_duty_is_kept_apart_from_the_fact() -> None:
    fact = land(MEET, SHOW).facts[-1]
    assert fact.personal == {"proof": "Giấy nộp tiền số 0001"}
    assert "0001" not in str(fact.data)


def test_a_supplement_begins_the_present_appointment_anew() -> None:
    taken = land(ASK, TAKE).state
    assert taken.appointments[0] == replace(PLANNED[0], started_at=TAKE.at, due_at=TAKE.due_at)
    assert taken.appointments[1] == PLANNED[1]
    later = land(MEET, SHOW, ASK, TAKE).state
    assert (later.appointments[1].started_at, later.due_at) == (TAKE.at, TAKE.due_at)
    again = promise_of_next(OFFICE.calendar, land(ASK).state, LAND, START)
    assert again is not None
    assert again.explanation_vi.startswith("Hẹn lần 1")
    after = promise_of_next(OFFICE.calendar, land(MEET).state, LAND, START)
    assert after is not None
    assert after.explanation_vi == "Hẹn lần 2 (trả kết quả): 3 ngày làm việc, bỏ qua 24/11"


def test_an_apology_moves_the_present_appointment_and_there_is_only_one() -> None:
    way = land(APOLOGY)
    assert (way.state.due_at, way.state.legal_due_at) == (APOLOGY.new_due_at, DUE)
    assert way.state.appointments[0].due_at == APOLOGY.new_due_at
    way.do(MEET)
    shown = way.do(SHOW)
    assert (shown.due_at, shown.legal_due_at) == (SHOW.due_at, SHOW.due_at)
    assert refused(way, replace(APOLOGY, at=SHOW.at, new_due_at=SHOW.due_at + DAY)) == "apologised_already"


@pytest.mark.parametrize(
    ("before", "commands", "conflict"),
    [
        ((), (MEET, MEET), "appointment_met_twice"),
        ((MEET,), (SHOW, SHOW), "duty_not_awaited"),
        ((), (ASK, MEET), "met_while_awaiting"),
    ],
)
def test_of_two_that_exclude_each_other_one_stands_and_the_other_shows(
    before: Sequence[dossier.Command], commands: Sequence[dossier.Command], conflict: str
) -> None:
    way = land(*before)
    for fact in [fact for command in commands for fact in dossier.decide(way.state, command)]:
        way.happens(fact)
    assert [each.code for each in way.state.conflicts] == [conflict]


def test_a_supplement_that_came_while_the_duty_was_open_starts_no_clock() -> None:
    way = land()
    for fact in [*dossier.decide(way.state, ASK), *dossier.decide(way.state, MEET)]:
        way.happens(fact)
    taken = way.do(TAKE)
    assert (taken.stage, taken.due_at, taken.appointments[1].started_at) == ("awaiting_duty", None, None)


def test_the_catalogue_keeps_planned_appointments() -> None:
    assert procedure_from_document(procedure_to_document(LAND)) == LAND
    document = procedure_to_document(LAND)
    first, second = document["appointments"]
    for wrong in ([first], [first, first], [second, first], [first, {**second, "value": 0}]):
        with pytest.raises(Refusal) as refusal:
            procedure_from_document({**document, "appointments": wrong})
        assert refusal.value.code == "catalogue_invalid"


ANYTHING = st.lists(
    st.sampled_from([ASK, TAKE, APOLOGY, STOP, REFUSE, CLOSE, MEET, SHOW, READY, Return("applicant")]), max_size=12
)


@given(ANYTHING, ANYTHING, ANYTHING, st.randoms(use_true_random=False))
def test_two_machines_that_were_apart_agree_whatever_arrives_first(
    together: Sequence[dossier.Command],
    here: Sequence[dossier.Command],
    there: Sequence[dossier.Command],
    random: object,
) -> None:
    written: list[Recorded] = []
    for device, apart in (("device-1", here), ("device-2", there)):
        way = land()
        _goes_on(way, together)
        common = len(way.facts)
        _goes_on(way, apart)
        known = len(written) > 0
        written += [
            record(fact, place, device="device-1" if place <= common else device)
            for place, fact in enumerate(way.facts, start=1)
            if not (known and place <= common)
        ]
    state = fold(dossier.evolve, written)
    random.shuffle(written)  # type: ignore[attr-defined]  # a random.Random, as hypothesis gives it
    assert fold(dossier.evolve, written) == state
    assert state is not None
    _holds_together(state)


def _goes_on(way: Way, commands: Sequence[dossier.Command]) -> None:
    for command in commands:
        try:
            way.do(command)
        except Refusal:
            continue


def _holds_together(state: Dossier) -> None:
    if state.result_ready_at is None and state.returned_at is None:
        stands = state.awaits_supplement or state.awaits_duty or state.ending is not None
        assert (state.due_at is None) == stands
    met = [each.met_at is not None for each in state.appointments]
    assert met == sorted(met, reverse=True)
