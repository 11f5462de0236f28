"""The journal does the same on SQLite and on PostgreSQL."""

from __future__ import annotations

import itertools

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from shared.clock import SetClock
from shared.domain.fact import Fact
from shared.failures import Refusal
from shared.journal import tables
from shared.journal.event import GENESIS, read_event
from shared.journal.journal import Journal, PersonalRecord
from shared.journal.read_model import DOSSIERS
from shared.journal.verify import verify
from tests.journal.conftest import MakeJournal
from tests.journal.facts import append, called, cursors, findings, issued, state_of, take_in
from tests.server.facts import dossier_received


def test_what_was_appended_is_there_after_commit_with_its_chain(server: Journal) -> None:
    first, second = append(server, issued("t1"))[0], append(server, called("t1"))[0]
    assert (first.previous, second.previous) == (GENESIS, first.hash)
    with server.reading() as reader:
        bodies = reader.connection.execute(select(tables.event.c.body).order_by(tables.event.c.cursor)).scalars()
        assert [read_event(bytes(body)) for body in bodies] == [first, second]
    ticket = state_of(server, "t1")
    assert ticket is not None
    assert (ticket.state, ticket.counter) == ("called", "1")
    assert findings(server) == []


def test_appending_nothing_changes_nothing(server: Journal) -> None:
    append(server, issued("t1"))
    with server.writing() as writer:
        assert writer.append("officer", ()) == []
        assert writer.take_in([]) == []
    assert cursors(server) == [1]
    assert findings(server) == []


def test_a_refused_step_leaves_no_event_no_record_and_no_number(server: Journal) -> None:
    def refuse_after_writing() -> None:
        with server.writing() as writer:
            writer.next_number("tickets", lambda last: (last or 0) + 1)
            writer.append("citizen", [issued("t1"), Fact("d1", "dossier.noted", {}, {"name": "Thử"})])
            raise Refusal("test", "không", "no")

    with pytest.raises(Refusal):
        refuse_after_writing()
    with server.reading() as reader:
        for table in (tables.event, tables.personal, tables.number_used, tables.ticket, tables.log):
            assert reader.connection.execute(select(table)).first() is None
    assert cursors(server) == []


def test_what_other_devices_wrote_is_taken_in_once(server: Journal, make_journal: MakeJournal) -> None:
    kiosk = make_journal("kiosk-1")
    events = append(kiosk, issued("t1"), called("t1"))
    assert take_in(server, [*events, *events]) == events
    assert take_in(server, events) == []
    ticket = state_of(server, "t1")
    assert ticket is not None
    assert ticket.calls == 1
    assert cursors(server) == [1, 2]
    assert findings(server, "kiosk-1") == []


def test_late_events_give_the_same_tables_in_every_order(server: Journal, make_journal: MakeJournal) -> None:
    kiosk, counter = make_journal("kiosk-1"), make_journal("counter-1")
    events = append(kiosk, issued("t1"))
    take_in(counter, events)
    events += append(counter, called("t1"), Fact("t1", "ticket.done", {"counter": "1"}))
    events += append(kiosk, called("t1", "2"))
    states = []
    for order in list(itertools.permutations(events))[::3]:
        for event in order:
            take_in(server, [event])
        states.append(state_of(server, "t1"))
        assert findings(server) == []
        with server.writing() as writer:
            for table in (tables.event, tables.ticket, tables.conflict, tables.office):
                writer.connection.execute(table.delete())
    assert states.count(states[0]) == 8


def test_the_next_lamport_number_follows_what_was_taken_in(server: Journal, make_journal: MakeJournal) -> None:
    kiosk = make_journal("kiosk-1")
    events = append(kiosk, *(issued(f"t{number}", number) for number in range(1, 8)))
    take_in(server, events[-1:])
    assert append(server, called("t7"))[0].lamport == 8


def test_a_personal_record_of_an_office_is_found_by_its_hash_alone(server: Journal) -> None:
    event = append(server, dossier_received(1, "Trần Văn Thử"))[0]
    with server.reading() as reader:
        body = reader.connection.execute(select(tables.personal.c.body)).scalar_one()
        dossier = reader.state(DOSSIERS, event.subject)
    assert "Trần Văn Thử" in bytes(body).decode()
    assert "Thử" not in event.body.decode()
    assert dossier is not None
    assert dossier.applicant == event.personal


def test_offices_on_one_server_do_not_see_each_other(make_server: MakeJournal) -> None:
    here, there = make_server(office="phuong-mot"), make_server(office="phuong-hai")
    append(here, issued("t1"), called("t1"))
    append(there, issued("t1", 9))
    assert (cursors(here), cursors(there)) == ([1, 2], [1])
    assert state_of(here, "t1") != state_of(there, "t1")
    with here.writing() as one:
        assert one.next_number("tickets", lambda last: (last or 0) + 1) == 1
    with there.writing() as other:
        assert other.next_number("tickets", lambda last: (last or 0) + 1) == 1
    assert findings(here) == findings(there) == []


def test_a_reading_transaction_sees_one_state_while_others_write(make_server: MakeJournal) -> None:
    reading, writing = make_server(), make_server()
    append(writing, issued("t1"))
    with reading.reading() as reader:
        before = verify(reader.connection, reading.office)
        append(writing, issued("t2", 2), called("t1"))
        after = verify(reader.connection, reading.office)
    assert before == after
    assert after.holds
    assert len(cursors(reading)) == 3


def test_an_error_of_ours_is_no_failure_of_the_surroundings_and_shows_no_data(server: Journal) -> None:
    record = {"office": server.office, "hash": "h", "body": b"private words", "missing": 1}
    statement = "INSERT INTO personal (office, hash, body, no_such_column) VALUES (:office, :hash, :body, :missing)"
    with server.reading() as reader, pytest.raises(DBAPIError) as told:
        reader.connection.execute(text(statement), record)
    assert "no_such_column" in str(told.value)
    assert "private words" not in str(told.value)
    with pytest.raises(DBAPIError), server.writing() as writer:
        writer.connection.execute(text(statement), record)


def test_an_erased_personal_record_stays_erased_when_it_comes_again(server: Journal, clock: SetClock) -> None:
    record = PersonalRecord("h" * 64, b'{"name":"x"}')
    take_in(server, [], [record])
    with server.writing() as writer:
        erased = tables.personal.update().where(tables.personal.c.hash == record.hash)
        writer.connection.execute(erased.values(body=None, erased_at=int(clock.now().timestamp() * 1000)))
    take_in(server, [], [record])
    with server.reading() as reader:
        row = reader.connection.execute(select(tables.personal.c.body, tables.personal.c.erased_at)).one()
    assert row[0] is None
    assert row[1] is not None
    assert findings(server) == []
