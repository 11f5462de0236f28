"""The rules between receipt and result, one by one, and what the citizen is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from shared.domain import dossier
from shared.domain.dossier import (
    ONE_STOP,
    CloseUnanswered,
    Dossier,
    GivenDocument,
    MarkResultReady,
    Refuse,
    RequestSupplement,
    Return,
    SendApology,
    Stop,
    TakeSupplement,
)
from shared.domain.dossier_progress import is_late, milestones, now_in_words
from shared.domain.dossier_rules import may_be_closed
from shared.domain.fact import Fact, Recorded
from shared.failures import Refusal

from .stories import START, Story, record
from .test_dossier_progress import RECEIVE

DAY = timedelta(days=1)
DUE = START + 4 * DAY
UNIT = "van-phong"
ASK = RequestSupplement(
    unit=UNIT,
    missing=("Giấy chứng sinh", "Tờ khai"),
    allowed=("Tờ khai",),
    reason="Tờ khai của ông Nguyễn Văn Kín thiếu chữ ký",
    at=START + DAY,
    request_by=START + 3 * DAY,
    answer_by=START + 16 * DAY,
)
BROUGHT = (GivenDocument("Giấy chứng sinh", 1, 0), GivenDocument("Tờ khai", 1, 1))
TAKE = TakeSupplement(ONE_STOP, BROUGHT, START + 5 * DAY, START + 9 * DAY, "5 ngày làm việc")
APOLOGY = SendApology(UNIT, "Chờ ý kiến của bà Trần Thị Kín", START + DAY, START + 7 * DAY)
STOP = Stop(
    unit=ONE_STOP,
    requester="applicant",
    name="Nguyễn Thị Kín",
    asked_by="signed_request",
    proof="Đơn số 12",
    asked_at=START + timedelta(hours=1),
    at=START + DAY,
)
REFUSE = Refuse(UNIT, "Không thuộc thẩm quyền", START + DAY)
CLOSE = CloseUnanswered(ONE_STOP, START + 17 * DAY)
READY = MarkResultReady(UNIT, "granted")


class Way(Story):
    def __init__(self) -> None:
        super().__init__(dossier.decide, dossier.evolve)
        self.facts: list[Fact] = []
        self.recorded: list[Recorded] = []

    def happens(self, fact: Fact) -> Dossier:
        state: Dossier = super().happens(fact)
        self.facts.append(fact)
        self.recorded.append(record(fact, self.lamport))
        return state

    def moves(self, giver: str, receiver: str) -> Dossier:
        handover = f"h{self.lamport}"
        self.happens(Fact("d1", "dossier.sent", {"handover": handover, "giver": giver, "receiver": receiver}))
        return self.happens(Fact("d1", "dossier.taken", {"handover": handover}))


def at_the_department(*commands: dossier.Command) -> Way:
    way = Way()
    way.do(replace(RECEIVE, due_at=DUE))
    way.moves(ONE_STOP, UNIT)
    for command in commands:
        way.do(command)
    return way


def with_a_result() -> Way:
    return at_the_department(READY)


def refused(way: Way, command: dossier.Command) -> str:
    with pytest.raises(Refusal) as refusal:
        way.do(command)
    assert refusal.value.sentence.vi
    assert refusal.value.sentence.en
    return refusal.value.code


def test_guidance_before_the_dossier_is_accepted_leaves_no_dossier() -> None:
    assert refused(Way(), ASK) == "no_such_dossier"


def test_a_supplement_is_asked_for_once_even_after_it_was_brought() -> None:
    way = at_the_department(ASK)
    assert way.state.stage == "awaiting_supplement"
    assert refused(way, ASK) == "supplement_asked_already"
    way.do(TAKE)
    assert refused(way, replace(ASK, at=START + 6 * DAY)) == "supplement_asked_already"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"missing": ()}, "nothing_missing"),
        ({"missing": ("Tờ khai", "Tờ khai")}, "missing_twice"),
        ({"missing": ("Hộ chiếu",)}, "extra_document"),
        ({"reason": "  "}, "words_missing"),
        ({"unit": "kinh-te"}, "not_held_here"),
    ],
)
def test_a_request_that_is_not_whole_is_refused(changes: dict[str, object], code: str) -> None:
    assert refused(at_the_department(), replace(ASK, **changes)) == code  # type: ignore[arg-type]


def test_without_a_list_of_papers_any_may_be_named() -> None:
    way = at_the_department(replace(ASK, missing=("Hộ chiếu",), allowed=None))
    assert way.state.supplement.missing == ("Hộ chiếu",)


def test_a_request_after_three_working_days_is_marked() -> None:
    assert not at_the_department(ASK).state.supplement.late
    assert at_the_department(replace(ASK, at=ASK.request_by + timedelta(seconds=1))).state.supplement.late


def test_no_limit_runs_while_the_citizen_is_waited_for_and_then_it_starts_from_zero() -> None:
    way = at_the_department(ASK)
    assert (way.state.due_at, way.state.legal_due_at, way.state.supplement.due_before) == (None, DUE, DUE)
    assert not is_late(way.state, START + 30 * DAY)
    asked_at = way.state.supplement.requested_at
    assert way.state.waited_for_citizen == (dossier.Interval(asked_at, None),)
    taken = way.do(TAKE)
    assert (taken.due_at, taken.legal_due_at, taken.promise) == (TAKE.due_at, TAKE.due_at, TAKE.promise)
    assert taken.waited_for_citizen == (dossier.Interval(asked_at, TAKE.at),)
    assert taken.documents == (*RECEIVE.documents, *BROUGHT)
    assert taken.stage == "processing"


def test_a_supplement_is_taken_whole_and_at_the_one_stop_only() -> None:
    way = at_the_department()
    assert refused(way, TAKE) == "not_awaiting"
    way.do(ASK)
    assert refused(way, replace(TAKE, unit=UNIT)) == "one_stop_only"
    assert refused(way, replace(TAKE, documents=BROUGHT[:1])) == "supplement_incomplete"


@pytest.mark.parametrize("command", [READY, REFUSE, APOLOGY])
def test_nothing_is_decided_while_the_citizen_is_waited_for(command: dossier.Command) -> None:
    assert refused(at_the_department(ASK), command) == "awaiting_supplement"


def test_it_is_closed_only_after_the_last_day_to_answer() -> None:
    way = at_the_department()
    assert refused(way, CLOSE) == "not_awaiting"
    way.do(ASK)
    assert refused(way, replace(CLOSE, at=ASK.answer_by + timedelta(hours=8))) == "answer_still_possible"
    assert refused(way, replace(CLOSE, unit=UNIT)) == "one_stop_only"
    assert not may_be_closed(way.state, ASK.answer_by)
    assert may_be_closed(way.state, CLOSE.at)
    closed = way.do(CLOSE)
    assert (closed.stage, closed.due_at, closed.ending.due_before) == ("closed", None, DUE)
    assert closed.waited_for_citizen[0].end == closed.ending.at
    assert refused(way, TAKE) == "ended"


def test_a_late_answer_is_taken_as_long_as_nobody_has_closed() -> None:
    assert at_the_department(ASK, replace(TAKE, at=CLOSE.at)).state.supplement.completed_at == CLOSE.at


def test_a_result_is_put_off_once_with_reason_and_later_date() -> None:
    way = at_the_department()
    assert refused(way, replace(APOLOGY, reason="")) == "words_missing"
    assert refused(way, replace(APOLOGY, new_due_at=DUE)) == "new_date_not_later"
    assert refused(way, replace(APOLOGY, unit="kinh-te")) == "not_held_here"
    put_off = way.do(APOLOGY)
    assert (put_off.due_at, put_off.legal_due_at) == (APOLOGY.new_due_at, DUE)
    assert refused(way, replace(APOLOGY, new_due_at=START + 20 * DAY)) == "apologised_already"


@pytest.mark.parametrize(
    ("at", "late"),
    [(DUE - DAY, False), (DUE - timedelta(hours=9), False), (DUE - timedelta(hours=7), True), (DUE + 2 * DAY, True)],
)
def test_an_apology_later_than_a_day_before_is_allowed_and_shows(at: datetime, late: bool) -> None:
    assert at_the_department(replace(APOLOGY, at=at)).state.apology.late_notice is late


def test_a_restarted_clock_ends_the_re_appointment_but_allows_no_second_one() -> None:
    way = at_the_department(APOLOGY, ASK)
    assert way.state.legal_due_at == DUE
    taken = way.do(TAKE)
    assert (taken.due_at, taken.legal_due_at, taken.apology.stands) == (TAKE.due_at, TAKE.due_at, False)
    assert refused(way, replace(APOLOGY, new_due_at=START + 20 * DAY)) == "apologised_already"


def test_what_has_no_promise_cannot_be_put_off() -> None:
    way = Way()
    way.do(replace(RECEIVE, due_at=None))
    assert refused(way, replace(APOLOGY, unit=ONE_STOP)) == "no_due_date"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": " "}, "words_missing"),
        ({"proof": ""}, "words_missing"),
        ({"asked_at": START - DAY}, "asked_at_impossible"),
        ({"asked_at": START + 2 * DAY}, "asked_at_impossible"),
        ({"unit": UNIT}, "one_stop_only"),
    ],
)
def test_nothing_is_stopped_without_the_citizens_recorded_request(changes: dict[str, object], code: str) -> None:
    assert refused(at_the_department(), replace(STOP, **changes)) == code  # type: ignore[arg-type]


def test_a_stop_keeps_who_asked_how_and_when() -> None:
    ending = at_the_department(STOP).state.ending
    assert ending.request == dossier.StopRequest("applicant", "signed_request", STOP.asked_at)
    assert (ending.kind, ending.by, ending.personal) == ("stopped", "staff-1", "hash")


@pytest.mark.parametrize("command", [STOP, ASK, APOLOGY, REFUSE])
def test_what_is_possible_before_the_result_is_not_after_it(command: dossier.Command) -> None:
    assert refused(with_a_result(), command) == "result_exists"


def test_a_refusal_has_a_reason_and_past_the_due_date_it_shows() -> None:
    way = at_the_department()
    assert refused(way, replace(REFUSE, reason="")) == "words_missing"
    assert refused(way, replace(REFUSE, unit=ONE_STOP)) == "not_held_here"
    assert not at_the_department(REFUSE).state.ending.late
    assert at_the_department(replace(REFUSE, at=DUE + DAY)).state.ending.late
    assert at_the_department(APOLOGY, replace(REFUSE, at=DUE + DAY)).state.ending.late


@pytest.mark.parametrize("end", [STOP, REFUSE])
@pytest.mark.parametrize("command", [READY, Return("applicant"), STOP, REFUSE, ASK, APOLOGY, TAKE, CLOSE])
def test_after_an_end_nothing_more_is_done(end: dossier.Command, command: dossier.Command) -> None:
    assert refused(at_the_department(end), command) == "ended"


def test_what_has_ended_or_waits_only_goes_back_to_the_one_stop() -> None:
    for command in (ASK, STOP):
        way = at_the_department(command)
        assert way.state.may_be_sent_to(ONE_STOP)
        back = way.moves(UNIT, ONE_STOP)
        assert (back.holder, back.conflicts) == (ONE_STOP, ())
        assert not back.may_be_sent_to(UNIT)
        forth = way.moves(ONE_STOP, UNIT)
        assert [conflict.code for conflict in forth.conflicts] == ["sent_while_not_handled"]
        assert forth.holder == UNIT


def test_no_personal_word_enters_the_data_of_a_fact() -> None:
    way = at_the_department(APOLOGY, ASK, TAKE, STOP)
    refusal = at_the_department(REFUSE)
    for fact in (*way.facts[1:], *refusal.facts[1:]):
        assert not any(word in repr(fact.data) for word in ("Kín", "Đơn số", "thẩm quyền"))
    assert "Kín" not in repr(way.state)


def marks(way: Way) -> str:
    shown = milestones(way.state, way.recorded)
    return "".join({"done": "x", "now": "O", "next": "."}[each.state] for each in shown)


def test_the_citizen_sees_what_is_missing_and_until_when() -> None:
    way = at_the_department(ASK)
    said = now_in_words(way.state)
    assert "Giấy chứng sinh; Tờ khai" in said.vi
    assert "09/12/2026" in said.vi
    assert "09/12/2026" in said.en
    assert marks(way) == "xxO.."
    way.moves(UNIT, ONE_STOP)
    assert marks(way) == "xxO.."
    way.do(TAKE)
    assert marks(way) == "O...."


def test_the_citizen_sees_the_apology_and_the_new_date_until_there_is_a_result() -> None:
    way = at_the_department(APOLOGY)
    said = now_in_words(way.state)
    assert "xin lỗi" in said.vi
    assert "30/11/2026" in said.vi
    assert not is_late(way.state, DUE + DAY)
    assert is_late(way.state, APOLOGY.new_due_at + DAY)
    assert "xin lỗi" not in now_in_words(way.do(READY)).vi


@pytest.mark.parametrize(
    ("commands", "word"),
    [((STOP,), "dừng"), ((REFUSE,), "từ chối"), ((ASK, CLOSE), "đóng")],
)
def test_the_citizen_sees_how_it_ended(commands: Sequence[dossier.Command], word: str) -> None:
    way = at_the_department(*commands)
    assert word in now_in_words(way.state).vi
    assert marks(way) == "xxxO"
    assert milestones(way.state, way.recorded)[-1].at == way.state.ending.at
