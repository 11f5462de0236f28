from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from shared.actions import dossier_steps, hand_over
from shared.actions.act import act
from shared.actions.dossier_steps import StopRequested
from shared.actions.issue_form import Issuing
from shared.actions.receive_dossier import promise_for, receive_dossier
from shared.clock import HO_CHI_MINH, SetClock, local
from shared.domain import dossier
from shared.domain.dossier import ONE_STOP, Dossier, GivenDocument, MarkResultReady
from shared.domain.office import Office, procedure_on
from shared.domain.procedures import Procedure
from shared.domain.working_time import TimeLimit
from shared.failures import Refusal
from shared.journal import tables
from shared.journal.dossier_queries import dossiers_held_by, personal_records
from shared.journal.event import Event, read_event
from shared.journal.journal import Journal
from shared.journal.node import Node
from shared.journal.read_model import DOSSIERS
from shared.journal.verify import verify
from tests.actions.journals import dossier_in

from .conftest import MakeJournal, reception_of

UNIT = "van-phong"


def day(number: int, hour: int = 9) -> datetime:
    """A day of November 2026 (23 is a Monday, 24 a holiday), those of December counted on."""
    return datetime(2026, 11, 1, hour, 0, tzinfo=HO_CHI_MINH) + timedelta(days=number - 1)


@pytest.fixture
def procedure(office: Office) -> Procedure:
    """One of the sample's procedures that have a limit in working days and a list of papers."""
    return next(
        found
        for each in office.procedures
        if (found := procedure_on(office, each.code, date(2026, 11, 23))) is not None
        and found.time_limit is not None
        and found.time_limit.unit == "working_day"
        and found.time_limit.value >= 3
        and len(found.documents) >= 2
    )


@pytest.fixture
def handled(journal: Journal, office: Office, node: Node, procedure: Procedure) -> Dossier:
    """A dossier that the department has had since Monday morning."""
    reception = reception_of(procedure.code, procedure.documents[0].name)
    received = receive_dossier(journal, office, node, reception, "staff-1")
    move(journal, node, ONE_STOP, UNIT, received.id)
    return dossier_in(journal, received.id)


def move(journal: Journal, node: Node, giver: str, receiver: str, subject: str) -> None:
    offered = hand_over.offer(journal, node, giver=giver, receiver=receiver, dossiers=(subject,), officer="staff-1")
    hand_over.accept(journal, offered.id, unit=receiver, missing=(), extra=(), officer="staff-5")


def lacking(procedure: Procedure) -> str:
    return procedure.documents[1].name


def issuing(journal: Journal, office: Office) -> Issuing:
    """At the machine of `journal`: "device-2" has the second range of numbers."""
    index = int(journal.device.removeprefix("device-"))
    node = Node(office.id, journal.device, "counter", "Quầy", 1, index, 1, "http://127.0.0.1:9", "00" * 32)
    return Issuing(journal, node, office)


def ask(journal: Journal, office: Office, found: Dossier, procedure: Procedure) -> Dossier:
    return dossier_steps.request_supplement(
        issuing(journal, office),
        found.id,
        unit=UNIT,
        missing=(lacking(procedure),),
        reason="Thiếu chữ ký",
        officer="staff-5",
    ).dossier


def take(journal: Journal, office: Office, found: Dossier, procedure: Procedure) -> Dossier:
    brought = (GivenDocument(lacking(procedure), 1, 0),)
    return dossier_steps.take_supplement(journal, office, found.id, unit=ONE_STOP, documents=brought, officer="staff-1")


def apologise(journal: Journal, office: Office, found: Dossier, new_day: date) -> Dossier:
    return dossier_steps.send_apology(
        issuing(journal, office), found.id, unit=UNIT, reason="Chờ ý kiến", new_day=new_day, officer="staff-5"
    ).dossier


def refuse(journal: Journal, office: Office, found: Dossier) -> Dossier:
    return dossier_steps.refuse(
        issuing(journal, office), found.id, unit=UNIT, reason="Không đủ điều kiện", officer="staff-5"
    ).dossier


def stop(journal: Journal, office: Office, found: Dossier, clock: SetClock) -> Dossier:
    return dossier_steps.stop(
        issuing(journal, office), found.id, unit=ONE_STOP, request=request_to_stop(clock), officer="staff-1"
    ).dossier


def request_to_stop(clock: SetClock) -> StopRequested:
    return StopRequested("applicant", "Nguyễn Thị Thử", "signed_request", "Đơn số 12", clock.now())


def test_after_a_supplement_the_promise_is_counted_from_zero(
    journal: Journal, office: Office, node: Node, procedure: Procedure, handled: Dossier, clock: SetClock
) -> None:
    clock.set(day(25))
    asked = ask(journal, office, handled, procedure)
    assert (asked.due_at, asked.legal_due_at) == (None, handled.due_at)
    assert asked.supplement is not None
    assert not asked.supplement.late
    move(journal, node, UNIT, ONE_STOP, handled.id)
    clock.set(day(32))
    taken = take(journal, office, handled, procedure)
    promise = promise_for(office, procedure, clock.now())
    assert promise is not None
    assert (taken.due_at, taken.promise) == (promise.due, promise.explanation_vi)
    assert taken.waited_for_citizen == (dossier.Interval(asked.supplement.requested_at, clock.now()),)
    assert taken.stage == "received"
    with journal.reading() as reader:
        assert [each.id for each in dossiers_held_by(reader, ONE_STOP, ("received",))] == [handled.id]
        assert verify(reader.connection, office.id).holds


def test_the_limit_is_that_of_the_day_of_receipt_even_when_it_has_changed_since(
    journal: Journal, office: Office, procedure: Procedure, handled: Dossier, clock: SetClock
) -> None:
    old = replace(procedure, valid_to=date(2026, 11, 25))
    new = replace(procedure, valid_from=date(2026, 11, 26), time_limit=TimeLimit(1, "working_day"))
    others = tuple(each for each in office.procedures if each.code != procedure.code)
    changed = replace(office, procedures=(*others, old, new))
    ask(journal, changed, handled, procedure)
    clock.set(day(27))
    promise = promise_for(office, procedure, clock.now())
    assert promise is not None
    assert take(journal, changed, handled, procedure).due_at == promise.due


@pytest.mark.parametrize(("asked_on", "late"), [(27, False), (30, True)])
def test_an_agency_that_asks_after_three_working_days_is_marked(
    journal: Journal,
    office: Office,
    procedure: Procedure,
    handled: Dossier,
    clock: SetClock,
    asked_on: int,
    late: bool,
) -> None:
    clock.set(day(asked_on, 16))
    asked = ask(journal, office, handled, procedure)
    assert asked.supplement is not None
    assert asked.supplement.late is late


def test_only_papers_of_the_procedure_may_be_asked_for(journal: Journal, office: Office, handled: Dossier) -> None:
    with pytest.raises(Refusal) as refused:
        dossier_steps.request_supplement(
            issuing(journal, office),
            handled.id,
            unit=UNIT,
            missing=("Bản sao sổ đỏ",),
            reason="Cần",
            officer="staff-5",
        )
    assert refused.value.code == "extra_document"


@pytest.mark.parametrize(("asked_on", "last"), [(24, date(2026, 12, 9)), (27, date(2026, 12, 14))])
def test_unanswered_it_is_closed_after_fifteen_days_the_last_no_rest_day(
    journal: Journal,
    office: Office,
    procedure: Procedure,
    handled: Dossier,
    clock: SetClock,
    asked_on: int,
    last: date,
) -> None:
    clock.set(day(asked_on))
    asked = ask(journal, office, handled, procedure)
    assert asked.supplement is not None
    assert local(asked.supplement.answer_by).date() == last
    clock.set(datetime(last.year, last.month, last.day, 23, 59, tzinfo=HO_CHI_MINH))
    with pytest.raises(Refusal) as refused:
        dossier_steps.close_unanswered(journal, handled.id, unit=ONE_STOP, officer="staff-1")
    assert refused.value.code == "answer_still_possible"
    clock.advance(timedelta(minutes=1))
    closed = dossier_steps.close_unanswered(journal, handled.id, unit=ONE_STOP, officer="staff-1")
    assert closed.stage == "closed"


def test_a_result_is_put_off_once_to_the_end_of_a_working_day(
    journal: Journal, office: Office, handled: Dossier
) -> None:
    put_off = apologise(journal, office, handled, date(2026, 12, 30))
    assert put_off.due_at is not None
    assert local(put_off.due_at) == office.calendar.end_of_day(date(2026, 12, 30))
    with pytest.raises(Refusal) as refused:
        apologise(journal, office, handled, date(2026, 12, 31))
    assert refused.value.code == "apologised_already"


def test_an_apology_on_a_rest_day_is_refused(journal: Journal, office: Office, handled: Dossier) -> None:
    with pytest.raises(Refusal) as refused:
        apologise(journal, office, handled, date(2026, 12, 20))
    assert refused.value.code == "not_a_working_day"


def test_a_stop_and_a_refusal_keep_their_words_apart_from_the_events(
    journal: Journal, office: Office, node: Node, handled: Dossier, clock: SetClock
) -> None:
    stopped = stop(journal, office, handled, clock)
    assert stopped.ending is not None
    assert stopped.ending.personal is not None
    with journal.reading() as reader:
        bodies = reader.connection.execute(select(tables.event.c.body)).scalars().all()
        words = personal_records(reader, [stopped.ending.personal])[stopped.ending.personal]
    assert words == {"name": "Nguyễn Thị Thử", "proof": "Đơn số 12"}
    assert not any("Nguyễn" in bytes(body).decode() or "Đơn số" in bytes(body).decode() for body in bodies)
    with pytest.raises(Refusal) as refused:
        refuse(journal, office, handled)
    assert refused.value.code == "ended"
    move(journal, node, UNIT, ONE_STOP, handled.id)
    with journal.reading() as reader:
        assert [each.id for each in dossiers_held_by(reader, ONE_STOP, ("stopped",))] == [handled.id]
        assert verify(reader.connection, office.id).holds


def test_a_refusal_is_made_by_the_unit_that_holds_it(journal: Journal, office: Office, handled: Dossier) -> None:
    refused = refuse(journal, office, handled)
    assert refused.ending is not None
    assert (refused.stage, refused.ending.unit, refused.ending.late) == ("refused", UNIT, False)


def test_what_is_not_known_here_is_refused(journal: Journal, office: Office) -> None:
    with pytest.raises(Refusal) as refused:
        dossier_steps.request_supplement(
            issuing(journal, office), "d-unknown", unit=UNIT, missing=("Tờ khai",), reason="Thiếu", officer="staff-5"
        )
    assert refused.value.code == "no_such_dossier"


def events(journal: Journal) -> list[Event]:
    with journal.reading() as reader:
        bodies = reader.connection.execute(select(tables.event.c.body).order_by(tables.event.c.cursor)).scalars()
        return [read_event(bytes(body)) for body in bodies]


def test_every_machine_holds_the_same_whatever_order_the_events_come_in(
    journal: Journal,
    make_journal: MakeJournal,
    office: Office,
    procedure: Procedure,
    handled: Dossier,
    clock: SetClock,
) -> None:
    other = make_journal("device-2")
    with other.writing() as writer:
        writer.take_in(events(journal))
    apologise(journal, office, handled, date(2026, 12, 30))
    ask(journal, office, handled, procedure)
    apologise(other, office, handled, date(2026, 12, 29))
    act(other, DOSSIERS, dossier.decide, handled.id, MarkResultReady(UNIT, "granted"), "staff-5")
    stop(journal, office, handled, clock)
    everything = {event.hash: event for event in (*events(journal), *events(other))}
    states = []
    for seed in range(3):
        third = make_journal(f"third-{seed}")
        arrived = list(everything.values())
        random.Random(seed).shuffle(arrived)
        for event in arrived:
            with third.writing() as writer:
                writer.take_in([event])
        states.append(dossier_in(third, handled.id))
        with third.reading() as reader:
            assert verify(reader.connection, office.id).holds
    with journal.writing() as writer:
        writer.take_in(list(everything.values()))
    assert states == [dossier_in(journal, handled.id)] * 3
    assert "apologised_twice" in {conflict.code for conflict in states[0].conflicts}
    assert states[0].ending is None or states[0].result_ready_at is None


def test_a_row_written_before_these_steps_existed_is_read_with_nothing_of_them(handled: Dossier) -> None:
    document = json.loads(DOSSIERS.adapter.dump_json(handled))
    for name in ("supplement", "apology", "ending"):
        assert document.pop(name) is None
    assert DOSSIERS.state(json.dumps(document).encode()) == handled
