"""A database of the first release, with its events and read tables, opened with this one: nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, MetaData, Table, func, insert, select

from resources.sample_ward.load import sample_office_document
from shared.actions.take_number import NumberRequest, take_number
from shared.clock import SetClock
from shared.domain.fact import Fact
from shared.domain.office import office_from_document
from shared.identities import Identities
from shared.journal import schema, tables
from shared.journal.database_key import database_key
from shared.journal.engine import WRITING, postgresql_engine, sqlite_engine
from shared.journal.event import GENESIS, Event, Position, write_event
from shared.journal.journal import Journal
from shared.journal.node import Node
from shared.journal.opening import open_device
from shared.journal.read_model import TICKETS
from shared.journal.schema import NEWEST, schema_version
from shared.journal.verify import verify
from tests.journal.conftest import OFFICE, Store

BEGAN = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
KIOSK = "kiosk-1"


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """A database of each kind in turn, in which nothing has been made yet."""
    if request.param == "sqlite":
        return Store(None, tmp_path / "server")
    return Store(request.getfixturevalue("postgresql_cluster").new_database(), tmp_path)


@pytest.fixture
def old_store(empty_store: Store) -> Store:
    """What the first release left on a Monday morning."""
    leave_old_data(first_release_engine(empty_store))
    return empty_store


@pytest.fixture
def migrated(old_store: Store) -> Iterator[Journal]:
    """The journal of the kiosk on that database, opened with this release."""
    engine = old_store.open()
    clock = SetClock(BEGAN + timedelta(minutes=30))
    yield Journal(engine, office=OFFICE, device=KIOSK, epoch=1, clock=clock, identities=Identities(clock))
    engine.dispose()


def first_release_engine(store: Store) -> Engine:
    if store.url is not None:
        return postgresql_engine(store.url)
    store.folder.mkdir(parents=True, exist_ok=True)
    return sqlite_engine(store.folder / "journal.db", database_key(store.folder))


def ticket_issued(number: int) -> Fact:
    """What a kiosk of the first release wrote: no further matters, no card, no appointment."""
    data = {
        "date": "2026-11-23",
        "line": "A",
        "number": number,
        "label": f"A{number:03}",
        "token": f"TOKEN{number}",
        "priority": "elderly" if number == 2 else None,
        "procedure": None,
        "people_ahead": number - 1,
        "wait_low": 5,
        "wait_high": 15,
    }
    return Fact(f"ticket-{number}", "ticket.issued", data)


_CALL = {"counter": "quay-1", "desk": "desk-1", "key": "key-1", "mode": "claimed"}
_TWICE = {"counter": "quay-2", "desk": "desk-2", "key": "key-2", "mode": "offline"}
FACTS = (
    Fact("desk-1", "desk.opened", {"counter": "quay-1", "lines": ["A", "C"]}),
    *(ticket_issued(number) for number in (1, 2, 3, 4)),
    Fact("ticket-1", "ticket.called", _CALL),
    Fact("ticket-1", "ticket.called", _TWICE),
    Fact("ticket-1", "ticket.done", {"counter": "quay-1"}),
    Fact("ticket-2", "ticket.called", _CALL),
    Fact("ticket-2", "ticket.transferred", {"counter": "quay-1", "line": "C", "to_counter": None}),
    Fact("ticket-3", "ticket.called", _CALL),
    Fact("later-1", "kind_of_a_later_release.happened", {"value": 1}),
)


@dataclass(frozen=True, slots=True)
class OldTables:
    """The tables as they are in the database, whatever this release says of them."""

    connection: Connection
    metadata: MetaData

    def write(self, name: str, *rows: Mapping[str, object]) -> None:
        self.connection.execute(insert(Table(name, self.metadata, autoload_with=self.connection)), rows)


def leave_old_data(engine: Engine) -> None:
    """Makes the schema 0001 and fills it as the first release did: events, their heads, read tables, numbers."""
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        config = Config()
        config.set_main_option("script_location", str(Path(schema.__file__).with_name("migrations")))
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        old = OldTables(connection, MetaData())
        events = old_events()
        last = events[-1]
        old.write("event", *(event_row(event, cursor) for cursor, event in enumerate(events, start=1)))
        old.write("office", {"office": OFFICE, "cursor": len(events), "lamport": last.lamport})
        log = {"office": OFFICE, "device": KIOSK, "epoch": 1, "seq": last.seq, "hash": last.hash}
        old.write("log", {**log, "acknowledged": 0, "state": "open"})
        old.write("number_used", {"office": OFFICE, "series": "ticket/2026-11-23/A/1", "last": 4})
        old.write("ticket", *(old_ticket_row(number) for number in (1, 2, 3, 4)))
        old.write("desk", old_desk_row())
        conflict = {"office": OFFICE, "subject": "ticket-1", "code": "called_twice", "kind": "ticket"}
        old.write("conflict", {**conflict, "vi": "Hai quầy.", "en": "Two counters."})
    engine.dispose()


def old_events() -> list[Event]:
    events: list[Event] = []
    previous = GENESIS
    for seq, fact in enumerate(FACTS, start=1):
        position = Position(OFFICE, KIOSK, 1, seq, previous, lamport=seq)
        events.append(write_event(position, BEGAN + timedelta(minutes=seq), "staff-1", fact, None))
        previous = events[-1].hash
    return events


def event_row(event: Event, cursor: int) -> dict[str, object]:
    names = ("office", "device", "epoch", "seq", "lamport", "subject", "kind", "personal", "hash", "body")
    return {"cursor": cursor, **{name: getattr(event, name) for name in names}}


def old_ticket_row(number: int) -> dict[str, object]:
    """A row of the read table as the first release knew a ticket; its state matters little: it is folded again."""
    issued = ticket_issued(number).data
    at = BEGAN + timedelta(minutes=number + 1)
    document = {**issued, "id": f"ticket-{number}", "issued_at": at.isoformat(), "state": "waiting", "conflicts": []}
    return {
        "office": OFFICE,
        "subject": f"ticket-{number}",
        **{name: issued[name] for name in ("date", "line", "priority", "label", "token")},
        "state": "waiting",
        "issued_at": round(at.timestamp() * 1000),
        "document": json.dumps(document).encode(),
        "through": json.dumps([number + 1, KIOSK, 1, number + 1]),
    }


def old_desk_row() -> dict[str, object]:
    return {
        "office": OFFICE,
        "subject": "desk-1",
        "counter": "quay-1",
        "state": "open",
        "opened_at": 0,
        "document": b"{}",
        "through": json.dumps([1, KIOSK, 1, 1]),
    }


def test_a_database_of_the_first_release_holds_after_the_migration(migrated: Journal) -> None:
    with migrated.reading() as reader:
        assert schema_version(reader.connection) == NEWEST
        report = verify(reader.connection, OFFICE)
    assert report.findings == ()
    assert (report.events, report.logs, report.subjects) == (len(FACTS), 1, 5)


def test_not_a_byte_of_the_journal_changes(migrated: Journal) -> None:
    event = tables.event
    with migrated.reading() as reader:
        bodies = reader.connection.execute(select(event.c.body).order_by(event.c.cursor)).scalars().all()
    assert [bytes(body) for body in bodies] == [event.body for event in old_events()]


def test_the_read_tables_are_filled_again_with_what_the_first_release_did_not_know(migrated: Journal) -> None:
    with migrated.reading() as reader:
        tickets = {number: reader.state(TICKETS, f"ticket-{number}") for number in (1, 2, 3, 4)}
        conflicts = reader.connection.execute(select(tables.conflict.c.code)).scalars().all()
        served = reader.connection.execute(
            select(tables.ticket.c.served, tables.ticket.c.served_at).where(tables.ticket.c.subject == "ticket-1")
        ).one()
    states = [(each.state, each.line, each.further, each.holder, each.appointment) for each in tickets.values() if each]
    assert states == [
        ("done", "A", (), None, None),
        ("waiting", "C", (), None, None),
        ("called", "A", (), None, None),
        ("waiting", "A", (), None, None),
    ]
    assert json.loads(served.served) == [["A", 2.0]]
    assert served.served_at is not None
    assert list(conflicts) == ["called_twice"]


def test_numbers_go_on_where_the_first_release_stopped(migrated: Journal) -> None:
    office = office_from_document(sample_office_document())
    node = Node(OFFICE, KIOSK, "kiosk", "Máy lấy số 1", 1, 1, 1, "http://127.0.0.1:9", "00" * 32)
    visit = take_number(migrated, office, node, NumberRequest("journey", "A", further=("C",)))
    assert (visit.label, visit.further) == ("A005", ("C",))
    with migrated.reading() as reader:
        events = reader.connection.execute(select(func.max(tables.event.c.seq))).scalar_one()
        assert verify(reader.connection, OFFICE).findings == ()
    assert events == len(FACTS) + 1


def test_a_migrated_database_is_opened_again_as_it_is(old_store: Store) -> None:
    for _ in range(2):
        engine = old_store.open()
        with engine.connect() as connection:
            assert schema_version(connection) == NEWEST
            assert connection.execute(select(func.count()).select_from(tables.ticket)).scalar_one() == 4
        engine.dispose()


def test_the_database_of_a_device_migrates_like_a_server_s(tmp_path: Path) -> None:
    leave_old_data(first_release_engine(Store(None, tmp_path)))
    engine, lock = open_device(tmp_path)
    with engine.connect() as connection:
        assert verify(connection, OFFICE, frozenset({KIOSK})).findings == ()
    engine.dispose()
    lock.close()
