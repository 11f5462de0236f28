"""Other agencies about a dossier: coordinating ones with limits of their own, and the competent one elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from shared.clock import HO_CHI_MINH
from shared.domain import dossier
from shared.domain.deadlines import DeadlineRules, groups_of, watch_at
from shared.domain.dossier import (
    ONE_STOP,
    AgencyAnswered,
    AgencyDecided,
    AskAgency,
    CoordinationTopic,
    Dossier,
    MarkResultReady,
    ReachAgency,
    RequestSupplement,
    Return,
    Stop,
    TakeSupplement,
)
from shared.domain.dossier_progress import now_in_words
from shared.domain.fact import Fact
from shared.domain.kept_time import kept_time
from shared.failures import Refusal
from tests.staffed import staffed_ward

from .stories import START, Story
from .test_dossier_progress import RECEIVE

DAY = timedelta(days=1)
UNIT, TAX, ELSEWHERE = "van-phong", "thue-co-so-thu", "phuong-ban"
WARD = staffed_ward()
DUE = START + 6 * DAY
ASK = AskAgency(UNIT, TAX, "financial_duty", "", 2, START + 2 * DAY, START)
FROM_ELSEWHERE = replace(RECEIVE, due_at=None, competent=ELSEWHERE, reach_by=START + DAY)
REACHED = ReachAgency(ONE_STOP, START + timedelta(hours=3), DUE, "3 ngày làm việc", START + timedelta(hours=4))


class Way(Story):
    def __init__(self, *commands: object) -> None:
        super().__init__(dossier.decide, dossier.evolve)
        for command in commands:
            self.do(command)

    def moves(self, giver: str, receiver: str, kind: str = "department") -> Dossier:
        handover = f"h{self.lamport}"
        sides = {"handover": handover, "giver": giver, "receiver": receiver, "receiver_kind": kind}
        self.happens(Fact("d1", "dossier.sent", sides))
        state: Dossier = self.happens(Fact("d1", "dossier.taken", {"handover": handover}))
        return state


def at_the_department(*commands: object) -> Way:
    way = Way(replace(RECEIVE, due_at=DUE))
    way.moves(ONE_STOP, UNIT)
    for command in commands:
        way.do(command)
    return way


def refused(way: Way, command: object) -> str:
    with pytest.raises(Refusal) as refusal:
        way.do(command)
    return refusal.value.code


def test_an_agency_is_asked_with_a_limit_of_its_own_and_the_promise_stays() -> None:
    """Decree 118/2025 Art. 20(2)(a)."""
    state = at_the_department(ASK).state
    assert state.due_at == DUE
    (asked,) = state.open_coordinations
    assert (asked.agency, asked.topic, asked.answer_by) == (TAX, "financial_duty", START + 2 * DAY)
    assert state.agency_by == asked.answer_by


def test_several_agencies_are_asked_at_once_but_each_only_once_at_a_time() -> None:
    way = at_the_department(ASK, replace(ASK, agency=ELSEWHERE, answer_by=START + DAY))
    assert refused(way, ASK) == "agency_asked_already"
    assert way.state.agency_by == START + DAY
    way.do(AgencyAnswered(UNIT, ELSEWHERE, "given", START))
    assert [each.agency for each in way.state.open_coordinations] == [TAX]
    way.do(replace(ASK, agency=ELSEWHERE))
    assert [each.agency for each in way.state.open_coordinations] == [TAX, ELSEWHERE]


@pytest.mark.parametrize(("hours", "late"), [(47, False), (49, True)])
def test_an_answer_after_the_agencys_own_limit_is_late(hours: int, late: bool) -> None:
    """Art. 19(4)(c)."""
    way = at_the_department(ASK)
    state = way.do(AgencyAnswered(ONE_STOP, TAX, "given", START + timedelta(hours=hours)))
    assert state.coordinations[0].late is late
    assert state.open_coordinations == ()


def test_an_answer_that_is_not_needed_any_more_is_never_late() -> None:
    state = at_the_department(ASK, AgencyAnswered(UNIT, TAX, "not_needed", START + 9 * DAY)).state
    assert (state.coordinations[0].answer, state.coordinations[0].late) == ("not_needed", False)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (replace(ASK, unit="kinh-te"), "not_held_here"),
        (replace(ASK, agency=UNIT), "agency_is_own_unit"),
        (replace(ASK, topic="other"), "words_missing"),
        (replace(ASK, working_days=0), "no_limit_for_agency"),
        (replace(ASK, answer_by=START), "no_limit_for_agency"),
        (AgencyAnswered(UNIT, TAX, "given", START), "agency_not_asked"),
        (REACHED, "agency_not_awaited"),
        (AgencyDecided(ONE_STOP, ELSEWHERE, "granted"), "not_held_here"),
    ],
)
def test_what_the_law_does_not_know_is_refused(command: object, code: str) -> None:
    assert refused(at_the_department(), command) == code


def test_what_is_written_to_an_agency_is_personal() -> None:
    way = at_the_department()
    (fact,) = dossier.decide(way.state, replace(ASK, topic="other", words=" Xác minh ông Nguyễn Văn Kín "))
    assert "Kín" not in str(fact.data)
    assert fact.personal == {"words": "Xác minh ông Nguyễn Văn Kín"}


def test_the_one_stop_asks_for_the_department_that_holds_the_dossier() -> None:
    assert at_the_department(replace(ASK, unit=ONE_STOP)).state.open_coordinations


def test_nobody_is_asked_after_the_result() -> None:
    assert refused(at_the_department(MarkResultReady(UNIT, "granted")), ASK) == "result_exists"


def test_a_result_ends_the_waiting_for_agencies() -> None:
    state = at_the_department(ASK, MarkResultReady(UNIT, "granted")).state
    assert (state.open_coordinations, state.agency_by) == ((), None)


def test_the_same_agency_asked_on_two_machines_apart_leaves_a_conflict() -> None:
    way = at_the_department(ASK)
    (again,) = dossier.decide(at_the_department().state, replace(ASK, answer_by=START + 5 * DAY))
    state = way.happens(again)
    assert [each.code for each in state.conflicts] == ["coordination_twice"]
    assert state.agency_by == START + 2 * DAY


def test_an_answer_recorded_twice_leaves_a_conflict() -> None:
    way = at_the_department(ASK)
    (answer,) = dossier.decide(way.state, AgencyAnswered(UNIT, TAX, "given", START))
    way.happens(answer)
    state = way.happens(answer)
    assert [each.code for each in state.conflicts] == ["answer_not_awaited"]


@pytest.mark.parametrize(("hours", "groups"), [(10, ()), (50, ("agency_late",))])
def test_the_deadlines_show_an_agency_that_is_late(hours: int, groups: tuple[str, ...]) -> None:
    watch = watch_at(WARD.calendar, DeadlineRules(stuck_hours=400), START + timedelta(hours=hours))
    assert groups_of(at_the_department(ASK).state, watch) == groups


def test_an_agency_can_be_late_while_the_citizen_is_waited_for() -> None:
    request = RequestSupplement(UNIT, ("Tờ khai",), None, "thiếu chữ ký", START, START + DAY, START + 15 * DAY)
    watch = watch_at(WARD.calendar, DeadlineRules(), START + 3 * DAY)
    assert groups_of(at_the_department(ASK, request).state, watch) == ("agency_late",)


def test_the_citizen_is_told_that_another_agency_is_asked_and_the_date_stays() -> None:
    assert "cơ quan phối hợp" in now_in_words(at_the_department(ASK).state).vi
    assert "cơ quan phối hợp" not in now_in_words(at_the_department().state).vi


def test_the_time_limit_of_a_dossier_from_elsewhere_counts_from_the_competent_agency() -> None:
    """Decree 118/2025 Art. 17(3) as amended by Decree 309 Art. 8(3)."""
    way = Way(FROM_ELSEWHERE)
    assert (way.state.due_at, way.state.awaits_agency) == (None, True)
    assert "cơ quan có thẩm quyền" in now_in_words(way.state).vi
    state = way.do(REACHED)
    assert (state.due_at, state.promise, state.awaits_agency) == (DUE, "3 ngày làm việc", False)
    assert state.competent.reached_at == REACHED.reached_at
    assert refused(way, REACHED) == "agency_not_awaited"


@pytest.mark.parametrize(("hours", "late"), [(24, False), (25, True)])
def test_the_paper_must_reach_the_competent_agency_within_a_working_day(hours: int, late: bool) -> None:
    """Art. 20(1)(a)."""
    at = START + timedelta(hours=hours)
    way = Way(FROM_ELSEWHERE)
    watch = watch_at(WARD.calendar, DeadlineRules(stuck_hours=400), at)
    assert ("agency_late" in groups_of(way.state, watch)) is late
    assert way.do(replace(REACHED, reached_at=at, at=at)).competent.late is late


@pytest.mark.parametrize("reached", [START - DAY, START + 5 * timedelta(hours=1)])
def test_it_cannot_be_received_there_before_it_was_here_or_in_the_future(reached: datetime) -> None:
    assert refused(Way(FROM_ELSEWHERE), replace(REACHED, reached_at=reached)) == "reached_at_impossible"


def test_a_supplement_before_the_competent_agency_has_it_starts_no_clock() -> None:
    way = Way(FROM_ELSEWHERE)
    way.do(RequestSupplement(ONE_STOP, ("Tờ khai",), None, "thiếu", START, START + DAY, START + 15 * DAY))
    way.do(TakeSupplement(ONE_STOP, (dossier.GivenDocument("Tờ khai", 1, 0),), START, DUE, "3 ngày"))
    assert (way.state.due_at, way.state.awaits_agency) == (None, True)
    assert way.do(REACHED).due_at == DUE


def test_a_dossier_stopped_meanwhile_gets_no_promise() -> None:
    way = Way(FROM_ELSEWHERE)
    (reached,) = dossier.decide(way.state, REACHED)
    way.do(Stop(ONE_STOP, "applicant", "Nguyễn Thị Kín", "signed_request", "Đơn 1", START, START))
    state = way.happens(reached)
    assert (state.due_at, state.stage, state.conflicts) == (None, "stopped", ())


def test_the_result_of_an_agency_elsewhere_comes_back_as_from_a_department() -> None:
    way = Way(FROM_ELSEWHERE)
    way.moves(ONE_STOP, ELSEWHERE, "agency")
    assert way.state.stage == "processing"
    assert refused(way, AgencyDecided(ONE_STOP, ELSEWHERE, "granted")) == "not_reached_agency"
    way.do(REACHED)
    way.do(AgencyDecided(ONE_STOP, ELSEWHERE, "granted"))
    assert way.state.stage == "result_ready"
    way.moves(ELSEWHERE, ONE_STOP, "one_stop")
    assert way.do(Return("applicant", unit=ONE_STOP)).stage == "returned"


def test_a_reception_point_is_the_one_stop_for_what_it_received() -> None:
    point = "diem-tiep-nhan-ben-thu"
    way = Way(replace(RECEIVE, unit=point, unit_kind="satellite"))
    assert (way.state.stage, way.state.holder, way.state.home) == ("received", point, point)
    way.moves(point, UNIT)
    assert way.state.stage == "processing"
    way.do(RequestSupplement(UNIT, ("Tờ khai",), None, "thiếu", START, START + DAY, START + 15 * DAY))
    brought = (dossier.GivenDocument("Tờ khai", 1, 0),)
    assert refused(way, TakeSupplement("another-point", brought, START, DUE, "")) == "one_stop_only"
    way.do(TakeSupplement(point, brought, START, DUE, ""))
    way.do(MarkResultReady(UNIT, "granted"))
    way.moves(UNIT, point, "satellite")
    assert way.state.stage == "result_at_counter"
    assert refused(way, Return("applicant", unit=ONE_STOP)) == "not_ready"
    assert way.do(Return("applicant", unit=point)).stage == "returned"


def local(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=HO_CHI_MINH)


@pytest.mark.parametrize(
    ("day", "hour", "kept"),
    [(23, 16, "on_time"), (25, 9, "late")],  # the 24th is a holiday
)
def test_a_reception_point_passes_on_within_the_day(day: int, hour: int, kept: str) -> None:
    """Art. 18."""
    way = Way(replace(RECEIVE, unit="ben-thu", unit_kind="satellite"))
    assert kept_time(WARD.calendar, way.state, "ben-thu", ONE_STOP, local(day, hour)) == kept


def test_a_coordinating_agency_is_measured_by_its_own_limit() -> None:
    way = at_the_department(ASK)
    way.moves(UNIT, TAX, "agency")
    assert kept_time(WARD.calendar, way.state, TAX, ONE_STOP, START + 3 * DAY) == "late"
    assert kept_time(WARD.calendar, way.state, UNIT, ONE_STOP, START + 3 * DAY) == "early"


def test_what_goes_out_with_its_result_is_not_measured() -> None:
    way = at_the_department(MarkResultReady(UNIT, "granted"))
    way.moves(UNIT, ONE_STOP, "one_stop")
    assert kept_time(WARD.calendar, way.state, ONE_STOP, "buu-dien-mau", START + 9 * DAY) is None


@pytest.mark.parametrize("topic", ["opinion", "verification", "financial_duty", "site_check", "records"])
def test_what_an_agency_is_asked_for_is_a_choice(topic: CoordinationTopic) -> None:
    assert at_the_department(replace(ASK, topic=topic)).state.open_coordinations[0].topic == topic


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("dossier.coordination_asked", {"agency": TAX, "topic": "by pigeon"}),
        ("dossier.coordination_asked", {}),
        ("dossier.coordination_answered", {"agency": TAX, "answer": 3}),
        ("dossier.reached_agency", {"reached_at": "yesterday"}),
        ("dossier.agency_decided", {"outcome": "perhaps"}),
    ],
)
def test_garbage_leaves_a_conflict_and_changes_nothing_else(kind: str, data: dict[str, object]) -> None:
    way = Way(FROM_ELSEWHERE)
    before = way.state
    state = way.happens(Fact("d1", kind, data))
    assert [each.code for each in state.conflicts] == ["unreadable"]
    assert replace(state, conflicts=(), last_step_at=before.last_step_at) == before
