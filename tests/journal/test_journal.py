"""The journal on a real encrypted database: chain, read tables, late events, conflicts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from shared.clock import SetClock
from shared.domain import ticket
from shared.domain.fact import Fact
from shared.failures import EnvironmentFailure, Refusal
from shared.identities import Identities
from shared.journal import tables
from shared.journal.engine import sqlite_engine
from shared.journal.event import GENESIS, Event, read_event, sha256
from shared.journal.journal import Journal, PersonalRecord, Writer
from shared.journal.opening import open_device
from shared.journal.read_model import DOSSIERS, TICKETS
from shared.journal.verify import verify

from .conftest import MakeJournal


def issue(subject: str, number: int = 1) -> Fact:
    command = ticket.Issue(
        id=subject,
        date="2026-11-23",
        line="A",
        number=number,
        label=f"A{number:03}",
        token=f"TOKEN{subject}",
        people_ahead=0,
        wait_low=None,
        wait_high=None,
    )
    return ticket.decide(None, command)[0]


def called(subject: str, counter: str, mode: str = "offline") -> Fact:
    return Fact(
        subject, "ticket.called", {"counter": counter, "desk": f"d{counter}", "key": f"k{counter}", "mode": mode}
    )


def append(journal: Journal, *facts: Fact) -> list[Event]:
    with journal.writing() as writer:
        return writer.append("citizen", facts)


def read_ticket(journal: Journal, subject: str) -> ticket.Ticket:
    with journal.reading() as reader:
        found = reader.state(TICKETS, subject)
    assert found is not None
    return found


def findings(journal: Journal) -> list[str]:
    with journal.reading() as reader:
        return [
            finding.code for finding in verify(reader.connection, journal.office, frozenset({journal.device})).findings
        ]


def test_events_of_a_device_form_a_gapless_chain(journal: Journal) -> None:
    first = append(journal, issue("t1"))
    second = append(journal, issue("t2", 2), called("t2", "1"))
    assert [event.seq for event in first + second] == [1, 2, 3]
    assert [event.lamport for event in first + second] == [1, 2, 3]
    assert first[0].previous == GENESIS
    assert [event.previous for event in second] == [first[0].hash, second[0].hash]
    assert read_event(second[1].body) == second[1]
    assert findings(journal) == []


def test_a_transaction_that_fails_leaves_nothing_behind(journal: Journal) -> None:
    def fail_after_writing() -> None:
        with journal.writing() as writer:
            writer.next_number("tickets", lambda last: (last or 0) + 1)
            writer.append("citizen", [issue("t1")])
            raise Refusal("test", "không", "no")

    with pytest.raises(Refusal):
        fail_after_writing()
    with journal.reading() as reader:
        assert reader.connection.execute(select(tables.event)).first() is None
        assert reader.connection.execute(select(tables.ticket)).first() is None
        assert reader.connection.execute(select(tables.number_used)).first() is None


def test_the_database_on_disk_is_encrypted(journal: Journal, tmp_path: Path) -> None:
    append(journal, issue("t1"))
    raw = b"".join(path.read_bytes() for path in (tmp_path / "kiosk-1-1").glob("journal.db*"))
    assert b"ticket.issued" not in raw
    assert b"SQLite format" not in raw
    assert (tmp_path / "kiosk-1-1" / "journal.key").stat().st_mode & 0o777 == 0o600


def test_personal_data_stands_apart_and_cannot_be_guessed_from_its_hash(journal: Journal) -> None:
    fact = Fact("d1", "dossier.received", {}, {"name": "Nguyễn Thị Thử"})
    first, second = append(journal, fact), append(journal, fact)
    assert "Nguyễn" not in first[0].body.decode()
    assert first[0].personal != second[0].personal
    with journal.reading() as reader:
        body = reader.connection.execute(
            select(tables.personal.c.body).where(tables.personal.c.hash == first[0].personal)
        ).scalar_one()
    assert sha256(bytes(body)) == first[0].personal
    assert "Nguyễn Thị Thử" in bytes(body).decode()


def test_an_event_taken_in_twice_counts_once(journal: Journal, make_journal: MakeJournal) -> None:
    counter = make_journal("counter-1")
    events = append(journal, issue("t1"), called("t1", "1"))
    for _ in range(2):
        with counter.writing() as writer:
            fresh = writer.take_in([*events, *events], [PersonalRecord("h", b"x")])
    assert fresh == []
    assert read_ticket(counter, "t1").state == "called"
    assert read_ticket(counter, "t1").calls == 1


def test_a_late_event_folds_its_subject_again(journal: Journal, make_journal: MakeJournal) -> None:
    counter = make_journal("counter-1")
    issued, call = append(journal, issue("t1"), called("t1", "1"))
    done = append(journal, Fact("t1", "ticket.done", {"counter": "1"}))[0]
    for event in (done, issued, call):
        with counter.writing() as writer:
            writer.take_in([event])
    assert read_ticket(counter, "t1") == read_ticket(journal, "t1")
    assert read_ticket(counter, "t1").state == "done"
    assert read_ticket(counter, "t1").conflicts == ()
    assert findings(counter) == []


def test_two_offline_calls_give_the_ticket_to_one_counter_and_tell_both(make_journal: MakeJournal) -> None:
    kiosk, one, two = make_journal("kiosk-1"), make_journal("counter-1"), make_journal("counter-2")
    issued = append(kiosk, issue("t1"))
    calls = []
    for counter, number in ((one, "1"), (two, "2")):
        with counter.writing() as writer:
            writer.take_in(issued)
        calls += append(counter, called("t1", number))
    states = []
    for journal in (one, two, kiosk):
        with journal.writing() as writer:
            writer.take_in(calls)
        states.append(read_ticket(journal, "t1"))
        with journal.reading() as reader:
            assert reader.connection.execute(select(tables.conflict.c.code)).scalars().all() == ["called_twice"]
    assert states[0] == states[1] == states[2]
    assert states[0].counter == "1"


def test_a_call_claimed_at_the_server_wins_over_an_offline_one(make_journal: MakeJournal) -> None:
    journal = make_journal("server")
    append(journal, issue("t1"), called("t1", "1", "offline"), called("t1", "2", "claimed"))
    assert read_ticket(journal, "t1").counter == "2"
    assert [conflict.code for conflict in read_ticket(journal, "t1").conflicts] == ["called_twice"]


def test_an_event_of_an_unknown_kind_is_kept_and_changes_nothing(journal: Journal) -> None:
    append(journal, issue("t1"), Fact("t1", "ticket.painted", {"colour": "blue"}), Fact("x", "weather.changed", {}))
    assert read_ticket(journal, "t1").conflicts == ()
    assert findings(journal) == []


def test_an_event_whose_data_cannot_be_read_leaves_a_conflict(journal: Journal) -> None:
    append(journal, issue("t1"), Fact("t1", "ticket.called", {"counter": 7}))
    state = read_ticket(journal, "t1")
    assert state.state == "waiting"
    assert [conflict.code for conflict in state.conflicts] == ["unreadable"]


def test_verify_finds_a_changed_body_a_missing_event_and_an_edited_table(journal: Journal) -> None:
    append(journal, issue("t1"), issue("t2", 2), issue("t3", 3))
    with journal.writing() as writer:
        writer.connection.execute(
            text("UPDATE ticket SET document = replace(document, '\"waiting\"', '\"done\"') WHERE subject = 't3'")
        )
    assert findings(journal) == ["fold_differs"]
    with journal.writing() as writer:
        writer.connection.execute(text("DELETE FROM event WHERE seq = 2"))
    assert "gap" in findings(journal)
    with journal.writing() as writer:
        writer.connection.execute(text("UPDATE event SET body = CAST(body || ' ' AS BLOB) WHERE seq = 1"))
    assert "body_changed" in findings(journal)


def test_a_second_program_on_the_same_database_is_refused(tmp_path: Path) -> None:
    engine, lock = open_device(tmp_path)
    with pytest.raises(EnvironmentFailure) as refused:
        open_device(tmp_path)
    assert refused.value.code == "already_open"
    engine.dispose()
    lock.close()


def test_a_database_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    engine, lock = open_device(tmp_path)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    lock.close()
    with pytest.raises(EnvironmentFailure) as refused:
        open_device(tmp_path)
    assert refused.value.code == "database_newer"


def test_a_damaged_database_and_a_lost_key_are_told_apart(tmp_path: Path) -> None:
    engine, lock = open_device(tmp_path)
    engine.dispose()
    lock.close()
    key = (tmp_path / "journal.key").read_text()
    (tmp_path / "journal.key").unlink()
    with pytest.raises(EnvironmentFailure) as refused:
        open_device(tmp_path)
    assert refused.value.code == "key_missing"
    (tmp_path / "journal.key").write_text(key)
    database = tmp_path / "journal.db"
    database.write_bytes(b"\x00garbage" * (database.stat().st_size // 8))
    for leftover in tmp_path.glob("journal.db-*"):
        leftover.unlink()
    with pytest.raises(EnvironmentFailure) as refused:
        open_device(tmp_path)
    assert refused.value.code == "database_damaged"


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_order_of_arrival_gives_the_same_tables(
    data: st.DataObject, clock: SetClock, identities: Identities
) -> None:
    def journal(device: str) -> Journal:
        engine = sqlite_engine(None, b"k" * 32)
        tables.metadata.create_all(engine)
        return Journal(engine, office="o", device=device, epoch=1, clock=clock, identities=identities)

    writers = [journal(f"device-{number}") for number in range(3)]
    written: list[Event] = append(writers[0], issue("t1"), issue("t2", 2))
    kinds = ["ticket.called", "ticket.done", "ticket.call_undone", "ticket.parked", "ticket.absent"]
    for _ in range(data.draw(st.integers(1, 8))):
        writer = data.draw(st.sampled_from(writers))
        fact = Fact(
            data.draw(st.sampled_from(["t1", "t2"])),
            data.draw(st.sampled_from(kinds)),
            {"counter": data.draw(st.sampled_from(["1", "2"])), "desk": "d", "key": "k", "mode": "offline"},
        )
        if data.draw(st.booleans()):
            with writer.writing() as transaction:
                transaction.take_in(written)
        written += append(writer, fact)
    reader = journal("reader")
    shuffled = data.draw(st.permutations(written))
    for event in shuffled:
        with reader.writing() as transaction:
            transaction.take_in([event])
    whole = journal("whole")
    with whole.writing() as transaction:
        transaction.take_in(written)
    for subject in ("t1", "t2"):
        assert read_ticket(reader, subject) == read_ticket(whole, subject)
    assert findings(reader) == []
    for node in (*writers, reader, whole):
        node.engine.dispose()


def test_a_dossier_that_never_was_is_not_there(journal: Journal) -> None:
    with journal.reading() as reader:
        assert reader.state(DOSSIERS, "nothing") is None


def test_a_series_goes_on_within_a_transaction_and_after_it(journal: Journal) -> None:
    def count_on(writer: Writer) -> int:
        return writer.next_number("tickets", lambda last: (last or 0) + 1, lambda number: number == 2)

    with journal.writing() as writer:
        assert [count_on(writer), count_on(writer)] == [1, 3]
    with journal.writing() as writer:
        assert count_on(writer) == 4


def test_a_writer_sees_what_its_transaction_has_done_in_the_order_asked(journal: Journal) -> None:
    append(journal, issue("t1"), issue("t2", 2))
    with journal.writing() as writer:
        writer.append("officer", [called("t2", "1")])
        found = writer.states(TICKETS, ["t2", "nobody", "t1"])
        assert [(name, state.state) for name, state in found.items()] == [("t2", "called"), ("t1", "waiting")]
    with journal.reading() as reader:
        assert reader.states(TICKETS, ["t2", "nobody", "t1"]) == found
