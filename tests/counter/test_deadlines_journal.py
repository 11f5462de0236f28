"""Deadlines and the register over a real journal: whose dossiers, which day, what is printed, what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter.deadlines.presenter import DeadlinesPresenter
from counter.language import Language
from counter.messages import Message, Messages
from counter.ports.deadlines import RegisterScope
from counter.ports.reception import AuthorisedCollector
from counter.ports.results import ReturnProof
from counter.presenter import Surroundings
from counter.sample.content import MORNING
from counter.sample.direct import direct_lanes
from counter.sample_office import SamplePrinter
from counter.session import Session, SessionState
from counter.ways import Ways
from counter.wiring.office import JournalCounterOffice
from shared.clock import HO_CHI_MINH, SetClock
from shared.failures import Refusal
from shared.qt.device_program import DeviceProgram, DeviceSettings
from tests.counter.counters import (
    APPLICANT,
    STAFF,
    counter_at,
    hand_over,
    procedure_of_a_department,
    reception_form,
    written,
)
from tests.documents.reading import text_of

ALL = RegisterScope("all", "Tất cả lĩnh vực", ())


def at(day: int, hour: int = 9) -> datetime:
    """A moment of November 2026, days of December counted on; 23 is a Monday, 24 a holiday."""
    return datetime(2026, 11, 1, hour, 0, tzinfo=HO_CHI_MINH) + timedelta(days=day - 1)


@pytest.fixture
def counter(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> Iterator[JournalCounterOffice]:
    assert qtbot
    with counter_at(tmp_path, clock=clock) as office:
        office.officer = STAFF["thu"]
        yield office


def received(counter: JournalCounterOffice, name: str = APPLICANT.name) -> str:
    """A dossier due in five working days: on 1 December."""
    return counter.receive(reception_form(procedure_of_a_department(), replace(APPLICANT, name=name))).id


def groups(counter: JournalCounterOffice) -> list[tuple[str, ...]]:
    return [row.groups for row in counter.deadlines("office").rows]


def test_a_dossier_goes_through_the_days(counter: JournalCounterOffice, clock: SetClock) -> None:
    dossier = received(counter)
    assert groups(counter) == []
    clock.set(at(23, 15))
    assert groups(counter) == [("hand_over",)]
    hand_over(counter, dossier, "thu", "tuphap")
    counter.officer = STAFF["thu"]
    assert groups(counter) == []
    clock.set(at(26, 10))
    assert groups(counter) == []
    clock.set(at(26, 16))
    assert groups(counter) == [("stuck",)]
    clock.set(at(30))
    assert groups(counter) == [("apologise", "due_tomorrow", "stuck")]
    counter.send_apology(dossier, "Chờ xác minh", counter.apology_day((dossier,)))
    assert groups(counter) == []
    clock.set(at(31 + 15))
    (row,) = counter.deadlines("office").rows
    assert row.groups[0] == "overdue"
    assert (row.applicant_name, row.apologised, row.may_apologise) == (APPLICANT.name, True, False)
    assert row.due_days < 0


def test_what_waits_for_the_citizen_has_no_due_date_until_it_may_be_closed(
    counter: JournalCounterOffice, clock: SetClock
) -> None:
    dossier = received(counter)
    hand_over(counter, dossier, "thu", "tuphap")
    counter.officer = STAFF["tuphap"]
    counter.request_supplement(dossier, counter.papers_to_ask_for(dossier)[:1], "Thiếu chữ ký")
    clock.set(at(36))
    assert groups(counter) == [("answers_soon",)]
    clock.set(at(39))
    (row,) = counter.deadlines("office").rows
    assert (row.groups, row.due_at, row.may_close) == (("answers_over",), None, True)
    hand_over(counter, dossier, "tuphap", "thu")
    counter.officer = STAFF["thu"]
    counter.close_unanswered(dossier)
    assert groups(counter) == []


def test_whose_dossiers_are_watched(counter: JournalCounterOffice, clock: SetClock) -> None:
    mine = received(counter, "Nguyễn Thị Mẫu")
    counter.officer = STAFF["mau"]
    theirs = received(counter, "Trần Văn Thử")
    hand_over(counter, theirs, "mau", "tuphap")
    clock.set(at(40))
    counter.officer = STAFF["thu"]
    assert [row.id for row in counter.deadlines("mine").rows] == [mine]
    assert [row.id for row in counter.deadlines("unit").rows] == [mine]
    assert [row.id for row in counter.deadlines("office").rows] == [mine, theirs]
    counter.officer = STAFF["tuphap"]
    found = counter.deadlines("office")
    assert (found.scope, [row.id for row in found.rows], found.results_waiting) == ("unit", [theirs], 0)
    counter.officer = STAFF["buuchinh"]
    with pytest.raises(Refusal) as refused:
        counter.deadlines("mine")
    assert refused.value.code == "not_allowed"


def test_nothing_is_read_again_while_nothing_has_happened(counter: JournalCounterOffice, clock: SetClock) -> None:
    received(counter)
    first = counter.deadlines("office")
    assert counter.deadlines("office") is first
    clock.advance(timedelta(minutes=1))
    later = counter.deadlines("office")
    assert later is not first
    received(counter)
    assert counter.deadlines("office") is not later


def test_the_register_says_when_and_by_whom_results_were_taken(counter: JournalCounterOffice, clock: SetClock) -> None:
    taken, fetched = received(counter, "Nguyễn Thị Mẫu"), received(counter, "Trần Văn Thử")
    received(counter, "Lê Thị Giả")
    for dossier in (taken, fetched):
        hand_over(counter, dossier, "thu", "tuphap")
        counter.officer = STAFF["tuphap"]
        counter.mark_result_ready(dossier, "granted")
        hand_over(counter, dossier, "tuphap", "thu")
        counter.officer = STAFF["thu"]
    clock.set(at(25, 10))
    counter.return_result(taken, "applicant")
    neighbour = AuthorisedCollector("Phạm Thị Mượn", "000000000777", "Giấy ủy quyền số 5")
    counter.return_result(fetched, "authorised", ReturnProof(authorised=neighbour))
    november = date(2026, 11, 1), date(2026, 11, 30)
    text = text_of(counter.register(ALL, *november).render())
    names = ("Nguyễn Thị Mẫu", "Trần Văn Thử", "Phạm Thị Mượn", "Lê Thị Giả")
    assert [text.count(name) for name in names] == [2, 1, 1, 1], "whoever took it signs for it"
    assert "000000000777" not in text
    assert "10 giờ 00, 25/11/2026" in text
    assert "Tất cả lĩnh vực, từ ngày 01/11/2026 đến ngày 30/11/2026" in text
    assert "100001/STD" in text
    assert "100002/STD" in text_of(counter.register(ALL, *november).render())
    issued = [event for event in written(counter) if event.kind == "form.issued" and b'"register"' in event.body]
    assert len(issued) == 2


def test_a_register_of_nothing_and_of_too_much_is_refused_before_it_has_a_number(
    counter: JournalCounterOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    for first, last, code in (
        (date(2026, 11, 1), date(2026, 11, 30), "register_empty"),
        (date(2026, 10, 1), date(2026, 11, 30), "register_period"),
        (date(2026, 11, 30), date(2026, 11, 1), "register_period"),
    ):
        with pytest.raises(Refusal) as refused:
            counter.register(ALL, first, last)
        assert refused.value.code == code
    received(counter)
    monkeypatch.setattr("counter.deadlines.paper.MOST_REGISTER_ROWS", 0)
    with pytest.raises(Refusal) as refused:
        counter.register(ALL, date(2026, 11, 1), date(2026, 11, 30))
    assert refused.value.code == "register_too_long"
    assert not [event for event in written(counter) if event.kind == "form.issued"]


def test_fields_are_offered_alone_and_by_line(counter: JournalCounterOffice) -> None:
    scopes = {each.id: each for each in counter.register_scopes()}
    assert scopes["all"].fields == ()
    assert scopes["line:C"].fields == ("Cư trú", "Căn cước")
    assert scopes["field:Đất đai"].fields == ("Đất đai",)
    received(counter)
    november = date(2026, 11, 1), date(2026, 11, 30)
    assert counter.register_size(scopes["line:A"], *november) == 1
    assert counter.register_size(scopes["line:C"], *november) == 0


def test_the_days_summary_is_told_once_even_when_the_program_was_started_anew(qtbot: QtBot, tmp_path: Path) -> None:
    assert qtbot
    clock = SetClock(MORNING)
    with counter_at(tmp_path, clock=clock) as office:
        assert len(said_in_the_morning(office)) == 1
    program = DeviceProgram(DeviceSettings(tmp_path / "counter-1", "counter", "Quầy 1"), clock)
    office = JournalCounterOffice(program)
    assert said_in_the_morning(office) == []
    clock.set(at(25))
    assert len(said_in_the_morning(office)) == 1
    program.close()


def said_in_the_morning(office: JournalCounterOffice) -> list[Message]:
    """What is said after an officer has signed in and gone to work."""
    office.officer = STAFF["thu"]
    lanes, messages, session = direct_lanes(), Messages(Language("vi")), Session()
    said: list[Message] = []
    messages.said.connect(said.append)
    presenter = DeadlinesPresenter(Surroundings(office, SamplePrinter(), lanes, messages, session, Ways()))
    session.become(SessionState(officer=office.officer, settled=True))
    for _ in range(3):
        QApplication.processEvents()
    assert presenter.state.found is not None
    lanes.close()
    return said
