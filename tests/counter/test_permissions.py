"""What each role may do at a counter with a real journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from pytestqt.qtbot import QtBot

from counter.ports import Count, Officer, Role
from counter.sample.content import MORNING
from counter.session import rooms_of, serves_a_counter
from counter.wiring.office import JournalCounterOffice, ServerQueueLine
from server.reference_changes import change_reference
from shared.clock import SetClock
from shared.domain.fact import Fact
from shared.failures import Refusal
from shared.journal.read_model import DOSSIERS
from shared.journal.reference import ReferenceData, store_reference
from shared.qt.device_program import DeviceProgram, DeviceSettings
from tests.counter.counters import CERTIFIED_COPY as FORM
from tests.counter.counters import STAFF, WARD, counter_at
from tests.server.running import file_engine, running
from tests.staffed import staffed_document


@pytest.fixture
def counter(qtbot: QtBot, tmp_path: Path) -> Iterator[JournalCounterOffice]:
    with counter_at(tmp_path) as office:
        yield office


def is_refused(deed: Callable[[], object]) -> bool:
    """Whether `deed` is refused to this role; what it is refused for otherwise does not matter here."""
    try:
        deed()
    except Refusal as refusal:
        return refusal.code == "not_allowed"
    return False


@pytest.mark.parametrize(
    ("sign_in", "allowed"),
    [
        ("thu", {"open", "call", "receive", "offer", "accept", "cancel", "return"}),
        ("phutrach", {"open", "call", "receive", "offer", "accept", "cancel", "return"}),
        ("buuchinh", {"open", "call", "receive", "offer", "accept", "cancel", "return"}),
        ("tuphap", {"offer", "accept", "cancel", "decide"}),
        ("quantri", set()),
        ("buutu", {"open", "call", "receive", "offer", "accept", "cancel", "return"}),
    ],
)
def test_each_role_does_its_own_work_only(counter: JournalCounterOffice, sign_in: str, allowed: set[str]) -> None:
    counter.officer = STAFF["thu"]
    dossier = counter.receive(FORM).id
    counter.open_counter("quay-1")
    counter.officer = STAFF[sign_in]
    deeds: dict[str, Callable[[], object]] = {
        "open": lambda: counter.open_counter("quay-2"),
        "call": lambda: counter.call_offline("k1"),
        "receive": lambda: counter.receive(FORM),
        "offer": lambda: counter.offer("kinh-te", (dossier,)),
        "accept": lambda: counter.accept("no handover", Count(), None),
        "cancel": lambda: counter.cancel_handover("no handover"),
        "decide": lambda: counter.mark_result_ready(dossier, "granted"),
        "return": lambda: counter.return_result(dossier, "applicant"),
    }
    assert {name for name, deed in deeds.items() if not is_refused(deed)} == allowed


def test_a_refused_deed_leaves_nothing_behind(counter: JournalCounterOffice) -> None:
    counter.officer = STAFF["tuphap"]
    with pytest.raises(Refusal):
        counter.receive(FORM)
    counter.officer = STAFF["thu"]
    assert counter.held_here() == ()


def test_the_second_signature_is_asked_for_its_right_too(counter: JournalCounterOffice) -> None:
    counter.officer = STAFF["thu"]
    offered = counter.offer("kinh-te", (counter.receive(FORM).id,))
    with pytest.raises(Refusal) as refused:
        counter.accept(offered.id, Count(), STAFF["quantri"])
    assert refused.value.code == "not_allowed"
    assert counter.accept(offered.id, Count(), STAFF["kinhte"]).state == "accepted"


def test_whoever_has_lost_the_right_can_still_close_the_counter(counter: JournalCounterOffice) -> None:
    counter.officer = STAFF["thu"]
    counter.open_counter("quay-1")
    with counter.journal.writing() as writer:
        without = {**staffed_document(), "staff": [], "version": WARD.version + 1}
        store_reference(writer.connection, WARD.id, WARD.version + 1, without)
    with pytest.raises(Refusal) as refused:
        counter.receive(FORM)
    assert refused.value.code == "not_allowed"
    counter.sign_out()
    assert counter.desk is None


def test_what_the_server_does_not_allow_is_not_called_offline_instead(qtbot: QtBot, tmp_path: Path) -> None:
    engine = file_engine(tmp_path)
    with running(engine, WARD) as server:
        settings = DeviceSettings(tmp_path / "counter", "counter", "Quầy", server.url, server.code("counter"))
        program = DeviceProgram(settings, SetClock(MORNING))
        office = JournalCounterOffice(program)
        office.officer = STAFF["thu"]
        office.open_counter("quay-1")
        line = ServerQueueLine(program, office)
        assert line.claim("k1") == b""
        with server.journal().writing() as writer:
            change_reference(writer, ReferenceData(WARD.id), lambda known: replace(known, staff=known.staff[1:]))
        with pytest.raises(Refusal) as refused:
            line.claim("k2")
        program.close()
    engine.dispose()
    assert refused.value.code == "not_allowed"


ROOMS = {
    "officer": ("reception", "handover", "results", "deadlines", "dossiers", "cash", "custody", "delivery"),
    "team_leader": (
        *("reception", "handover", "results", "deadlines", "dossiers", "cash", "lead", "calendar"),
        *("custody", "delivery"),
    ),
    "postal": ("reception", "handover", "results", "dossiers", "cash", "custody", "delivery"),
    "department": ("handover", "deciding", "deadlines", "dossiers", "custody"),
    "administrator": ("calendar",),
}


@pytest.mark.parametrize("role", get_args(Role))
def test_a_role_sees_the_rooms_whose_work_it_may_do(role: Role) -> None:
    officer = Officer("x", "Ai Đó", role, "one_stop", "Bộ phận Một cửa")
    assert rooms_of(officer) == ROOMS[role]
    assert serves_a_counter(officer) == ("reception" in ROOMS[role])


def test_at_a_post_point_there_are_the_rooms_of_the_post_and_no_counter_is_opened() -> None:
    employee = Officer("x", "Ai Đó", "postal", "buu-dien-mau", "Bưu điện phường Mẫu", unit_kind="post")
    assert rooms_of(employee) == ("consign", "handover", "delivery", "dossiers", "custody")
    assert not serves_a_counter(employee)
    assert STAFF["buutu"].unit_kind == "post"
    assert STAFF["buuchinh"].unit_kind == "one_stop", "works at a counter of the office"
    assert serves_a_counter(STAFF["buuchinh"])


def test_at_a_reception_point_an_officer_works_as_at_the_office_without_opening_a_counter() -> None:
    officer = STAFF["benthu"]
    assert (officer.unit, officer.unit_kind) == ("diem-tiep-nhan-ben-thu", "satellite")
    assert rooms_of(officer) == ROOMS["officer"]
    assert not serves_a_counter(officer)


def test_no_screen_can_forget_to_ask(counter: JournalCounterOffice) -> None:
    counter.officer = STAFF["thu"]
    dossier = counter.receive(FORM).id
    with counter.journal.writing() as writer, pytest.raises(Refusal) as refused:
        writer.append(STAFF["tuphap"].id, [Fact(dossier, "dossier.returned", {"collector": "applicant"})])
    assert refused.value.code == "not_allowed"
    with counter.journal.reading() as reader:
        kept = reader.state(DOSSIERS, dossier)
    assert kept is not None
    assert kept.returned_at is None
