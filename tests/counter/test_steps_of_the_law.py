"""The steps between receipt and result at a counter with a real journal: who may, when, and what the citizen gets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counter.ports import GuidanceForm, StepKind, StepOffer, StopForm
from counter.sample.content import MORNING
from counter.wiring.office import JournalCounterOffice
from shared.clock import SetClock, business_date
from shared.domain.dossier import GivenDocument
from shared.failures import Refusal
from tests.counter.counters import (
    APPLICANT,
    STAFF,
    WARD,
    askable,
    counter_at,
    hand_over,
    kinds_of,
    procedure_of_a_department,
    reception_form,
    written,
)

PROCEDURE = procedure_of_a_department()
LACKING = askable(PROCEDURE)[1]


@pytest.fixture
def counter(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> Iterator[JournalCounterOffice]:
    with counter_at(tmp_path, 1, clock) as office:
        yield office


@pytest.fixture
def dossier(counter: JournalCounterOffice) -> str:
    """Received at the counter by Thử and still there."""
    counter.officer = STAFF["thu"]
    return counter.receive(reception_form(PROCEDURE)).id


def offered(counter: JournalCounterOffice, dossier: str) -> dict[StepKind, StepOffer]:
    return {each.kind: each for each in counter.steps(dossier)}


def stop_form(at: datetime) -> StopForm:
    return StopForm("applicant", APPLICANT.name, "signed_request", "Đơn số 12", at)


@pytest.mark.parametrize(
    ("sign_in", "allowed"),
    [
        ("thu", {"ask", "take", "apologise", "refuse", "stop", "close", "print", "guide", "guide_refusal"}),
        ("phutrach", {"ask", "take", "apologise", "refuse", "stop", "close", "print", "guide", "guide_refusal"}),
        ("buuchinh", {"take", "print"}),
        ("tuphap", {"ask", "apologise", "refuse", "print", "guide", "guide_refusal"}),
        ("quantri", set()),
    ],
)
def test_each_role_takes_the_steps_that_are_its_own(
    counter: JournalCounterOffice, dossier: str, clock: SetClock, sign_in: str, allowed: set[str]
) -> None:
    deeds: dict[str, Callable[[], object]] = {
        "ask": lambda: counter.request_supplement(dossier, (), ""),
        "take": lambda: counter.take_supplement(dossier, ()),
        "apologise": lambda: counter.send_apology(dossier, "", business_date(MORNING)),
        "refuse": lambda: counter.refuse(dossier, ""),
        "stop": lambda: counter.stop(dossier, stop_form(clock.now() + timedelta(days=1))),
        "close": lambda: counter.close_unanswered(dossier),
        "print": lambda: counter.print_again("no form"),
        "guide": lambda: counter.guidance_form(GuidanceForm("supplement_request", "x", APPLICANT, (), "")),
        "guide_refusal": lambda: counter.guidance_form(GuidanceForm("refusal", "x", APPLICANT, (), "")),
    }
    counter.officer = STAFF[sign_in]
    before = len(written(counter))
    refused: dict[str, str] = {}
    for name, deed in deeds.items():
        with pytest.raises(Refusal) as refusal:
            deed()
        refused[name] = refusal.value.code
    assert {name for name, code in refused.items() if code != "not_allowed"} == allowed
    assert len(written(counter)) == before


def test_a_step_and_its_form_stand_or_fall_together(counter: JournalCounterOffice, dossier: str) -> None:
    asked = counter.request_supplement(dossier, (LACKING,), "Thiếu chữ ký")
    kinds = [each.kind for each in written(counter)]
    assert kinds[-2:] == ["dossier.supplement_requested", "form.issued"]
    with pytest.raises(Refusal):
        counter.request_supplement(dossier, (LACKING,), "Thiếu chữ ký")
    assert [each.kind for each in written(counter)] == kinds
    assert [each.id for each in counter.issued_forms(dossier)] == [asked.id]


def test_what_is_impossible_now_is_offered_with_its_reason(counter: JournalCounterOffice, dossier: str) -> None:
    assert {kind for kind, each in offered(counter, dossier).items() if each.allowed} == {
        "request_supplement",
        "ask_agency",
        "apologise",
        "refuse",
        "stop",
    }
    counter.request_supplement(dossier, (LACKING,), "Thiếu chữ ký")
    offers = offered(counter, dossier)
    assert {kind for kind, each in offers.items() if each.allowed} == {"take_supplement", "stop"}
    assert "một lần, ngày 23/11/2026; không được yêu cầu thêm" in offers["request_supplement"].reason_vi
    assert "23/11/2026" in offers["request_supplement"].reason_en
    assert "08/12/2026" in offers["close"].reason_vi


def test_a_department_takes_its_steps_on_what_it_holds(counter: JournalCounterOffice, dossier: str) -> None:
    hand_over(counter, dossier, "thu", "tuphap")
    counter.officer = STAFF["kinhte"]
    assert [each.allowed for each in counter.steps(dossier)] == [False, False, False, False]
    counter.officer = STAFF["tuphap"]
    assert [(each.kind, each.allowed) for each in counter.steps(dossier)] == [
        ("request_supplement", True),
        ("ask_agency", True),
        ("apologise", True),
        ("refuse", True),
    ]
    asked = counter.request_supplement(dossier, (LACKING,), "Thiếu chữ ký")
    assert asked.form == "supplement_request"
    counter.officer = STAFF["thu"]
    with pytest.raises(Refusal) as refused:
        counter.refuse(dossier, "Không đủ điều kiện")
    assert refused.value.code == "awaiting_supplement"


def test_the_sheet_says_until_when_and_what_would_be_promised(
    counter: JournalCounterOffice, dossier: str, clock: SetClock
) -> None:
    sheet = counter.step_sheet(dossier)
    assert sheet.applicant_name == APPLICANT.name
    assert LACKING in sheet.papers
    assert business_date(sheet.answer_by).isoformat() == "2026-12-08"
    assert (sheet.request_late, sheet.late_notice, sheet.promise) == (False, False, None)
    assert sheet.new_days[0] == counter.suggested_new_day(dossier)
    assert all(WARD.calendar.is_working_day(day) for day in sheet.new_days)
    counter.request_supplement(dossier, (LACKING,), "Thiếu chữ ký")
    clock.advance(timedelta(days=4))
    sheet = counter.step_sheet(dossier)
    assert sheet.awaited == (LACKING,)
    assert sheet.promise is not None
    taken = counter.take_supplement(dossier, (GivenDocument(LACKING, 1, 0),))
    assert taken.due_at == sheet.promise.due_at


def test_late_steps_are_announced_before_they_are_taken(
    counter: JournalCounterOffice, dossier: str, clock: SetClock
) -> None:
    clock.advance(timedelta(days=14))
    sheet = counter.step_sheet(dossier)
    assert (sheet.request_late, sheet.late_notice) == (True, True)
    assert sheet.new_days[0] > business_date(clock.now())


def test_after_fifteen_days_without_an_answer_it_is_closed(
    counter: JournalCounterOffice, dossier: str, clock: SetClock
) -> None:
    counter.request_supplement(dossier, (LACKING,), "Thiếu chữ ký")
    clock.advance(timedelta(days=16))
    assert offered(counter, dossier)["close"].allowed
    assert counter.close_unanswered(dossier).stage == "closed"
    assert kinds_of(counter, dossier)[-1] == "dossier.closed_unanswered"
    reasons = {each.reason_vi for each in counter.steps(dossier)}
    assert len(reasons) == 1
    assert "đã đóng" in reasons.pop()
