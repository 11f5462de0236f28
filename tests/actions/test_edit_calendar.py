"""The office edits its calendar on a real database: every program follows, what was promised before stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from sqlalchemy import event, select

from resources.sample_ward.load import sample_office_document
from server.reference_changes import change_reference
from shared.actions.edit_calendar import DayEntry, set_day, withdraw_day
from shared.actions.receive_dossier import receive_dossier
from shared.actions.take_number import NumberRequest, take_number
from shared.clock import HO_CHI_MINH, SetClock
from shared.domain.calendar_day import CalendarDay, subject_of
from shared.domain.dossier import Dossier
from shared.domain.office import Office
from shared.domain.working_time import Session
from shared.failures import Refusal
from shared.journal import tables
from shared.journal.calendar_queries import promised_on
from shared.journal.event import read_event
from shared.journal.journal import Journal
from shared.journal.node import Node
from shared.journal.projections import CALENDAR_DAYS, DOSSIERS
from shared.journal.reference import ReferenceData, calendar_days, store_reference
from shared.journal.verify import verify

from .conftest import MakeJournal, reception_of

WEDNESDAY, THURSDAY = date(2026, 11, 25), date(2026, 11, 26)
MORNING = Session(time(7, 30), time(11, 30))
CLOSED = DayEntry("closed", (), "Mất điện", "15/TB-UBND")
HALF_DAY = DayEntry("hours", (MORNING,), "Họp Hội đồng nhân dân", "16/TB-UBND")


@pytest.fixture
def reference(journal: Journal, office: Office) -> ReferenceData:
    store(journal, office)
    return ReferenceData(office.id)


def store(journal: Journal, office: Office) -> None:
    with journal.writing() as writer:
        store_reference(writer.connection, office.id, office.version, sample_office_document())


def read(journal: Journal, reference: ReferenceData) -> Office:
    with journal.reading() as reader:
        return reference.read(reader.connection)


def receive(journal: Journal, office: Office, node: Node, procedure: str = "1.012796") -> Dossier:
    reception = reception_of(procedure, "Đơn đề nghị")
    return receive_dossier(journal, office, node, reception, "staff-1")


def state(journal: Journal, subject: str) -> CalendarDay:
    with journal.reading() as reader:
        found = reader.state(CALENDAR_DAYS, subject)
    assert found is not None
    return found


def exchange(giver: Journal, receiver: Journal) -> None:
    with giver.reading() as reader:
        bodies = reader.connection.execute(select(tables.event.c.body)).scalars().all()
    with receiver.writing() as writer:
        writer.take_in([read_event(bytes(body)) for body in bodies])


def test_every_reader_sees_the_entry_at_once_and_the_stored_document_never(
    journal: Journal, office: Office, reference: ReferenceData
) -> None:
    assert read(journal, reference) == office
    set_day(journal, office.calendar, WEDNESDAY, CLOSED, "staff-7")
    assert not read(journal, reference).calendar.is_working_day(WEDNESDAY)
    set_day(journal, office.calendar, WEDNESDAY, HALF_DAY, "staff-7")
    assert read(journal, reference).calendar.sessions_on(WEDNESDAY) == (MORNING,)
    with journal.reading() as reader:
        assert reference.read_stored(reader.connection) == office
    withdraw_day(journal, WEDNESDAY, "staff-7")
    assert read(journal, reference).calendar == office.calendar
    assert state(journal, subject_of(WEDNESDAY)).edition == 3


def test_an_unchanged_office_is_read_with_one_cheap_question(journal: Journal, reference: ReferenceData) -> None:
    set_day(journal, read(journal, reference).calendar, WEDNESDAY, CLOSED, "staff-7")
    known = read(journal, reference)
    asked: list[str] = []
    with journal.reading() as reader:
        event.listen(reader.connection, "before_cursor_execute", lambda *told: asked.append(told[2]))
        assert reference.read(reader.connection) is known
        assert len(asked) == 1
        plan = reader.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked[0]}", (0, known.id, known.id)).all()
    assert any("COVERING INDEX calendar_day_edition" in str(row) for row in plan)


def test_a_promise_follows_the_calendar_and_an_earlier_one_stays_as_it_was_printed(
    journal: Journal, office: Office, node: Node, reference: ReferenceData
) -> None:
    before = receive(journal, office, node)
    set_day(journal, office.calendar, WEDNESDAY, CLOSED, "staff-7")
    after = receive(journal, read(journal, reference), node)
    assert before.due_at is not None
    assert after.due_at is not None
    assert (before.due_at, after.due_at) == (
        datetime(2026, 12, 4, 10, 0, tzinfo=UTC),
        datetime(2026, 12, 7, 10, 0, tzinfo=UTC),
    )
    assert after.promise == "8 ngày làm việc, bỏ qua 24–25/11"
    with journal.reading() as reader:
        assert reader.state(DOSSIERS, before.id) == before


def test_how_many_dossiers_are_promised_for_a_day_is_known_before_it_is_changed(
    journal: Journal, office: Office, node: Node
) -> None:
    due = [receive(journal, office, node).due_at for _ in range(3)]
    receive(journal, office, node, "1.001193")
    with journal.reading() as reader:
        counts = promised_on(reader, date(2026, 11, 1), date(2026, 12, 31))
    assert set(due) == {datetime(2026, 12, 4, 10, 0, tzinfo=UTC)}
    assert counts == {date(2026, 12, 4): 3, date(2026, 11, 23): 1}


def test_the_kiosk_gives_no_numbers_on_a_day_that_the_office_has_closed(
    journal: Journal, office: Office, node: Node, reference: ReferenceData, clock: SetClock
) -> None:
    set_day(journal, office.calendar, WEDNESDAY, HALF_DAY, "staff-7")
    set_day(journal, office.calendar, THURSDAY, CLOSED, "staff-7")
    known, identities = read(journal, reference), journal.identities
    clock.set(datetime(2026, 11, 25, 9, 0, tzinfo=HO_CHI_MINH))
    assert take_number(journal, known, node, NumberRequest(identities.subject(), "A")).number == 1
    clock.set(datetime(2026, 11, 25, 14, 0, tzinfo=HO_CHI_MINH))
    with pytest.raises(Refusal) as refused:
        take_number(journal, known, node, NumberRequest(identities.subject(), "A"))
    assert refused.value.code == "office_closed"
    assert "27/11" in refused.value.sentence.vi


def test_two_machines_that_edit_one_day_offline_agree_and_name_the_conflict(
    make_journal: MakeJournal, office: Office
) -> None:
    one, two = make_journal("device-1"), make_journal("device-2")
    set_day(one, office.calendar, WEDNESDAY, CLOSED, "staff-7")
    set_day(two, office.calendar, WEDNESDAY, HALF_DAY, "staff-8")
    exchange(one, two)
    exchange(two, one)
    day = state(one, subject_of(WEDNESDAY))
    assert day == state(two, subject_of(WEDNESDAY))
    assert (day.kind, [each.code for each in day.conflicts]) == ("hours", ["edited_at_once"])
    set_day(two, office.calendar, WEDNESDAY, CLOSED, "staff-8")
    exchange(two, one)
    assert (state(one, day.id).kind, state(one, day.id).conflicts) == ("closed", ())
    for journal in (one, two):
        with journal.reading() as reader:
            assert verify(reader.connection, office.id).holds
            assert len(calendar_days(reader.connection, office.id)) == 1


def test_a_change_of_the_reference_data_does_not_write_the_entries_into_it(
    journal: Journal, office: Office, reference: ReferenceData
) -> None:
    set_day(journal, office.calendar, WEDNESDAY, CLOSED, "staff-7")
    read(journal, reference)
    with journal.writing() as writer:
        later = change_reference(writer, reference, lambda known: replace(known, hotline="0900 000 001"))
    assert later == replace(office, hotline="0900 000 001", version=office.version + 1)
    withdraw_day(journal, WEDNESDAY, "staff-7")
    assert read(journal, reference).calendar == office.calendar
