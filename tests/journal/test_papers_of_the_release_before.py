"""A database of the release before the post: its dossiers, under way and arrived, are where they were, and go on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import MetaData, select

from shared.actions import hand_over
from shared.clock import SetClock
from shared.domain.dossier import Dossier
from shared.domain.fact import Fact
from shared.domain.handover import Settle
from shared.identities import Identities
from shared.journal import schema, tables
from shared.journal.custody_queries import places
from shared.journal.engine import WRITING
from shared.journal.event import GENESIS, Event, Position, write_event
from shared.journal.journal import Journal
from shared.journal.read_model import DOSSIERS, HANDOVERS
from shared.journal.schema import NEWEST, schema_version
from shared.journal.verify import verify
from tests.journal.conftest import OFFICE, Store
from tests.journal.test_migrations import OldTables, event_row, first_release_engine

BEGAN = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
DEVICE, DEPARTMENT = "counter-1", "van-phong"
EXTRA = "H99.99.01-261120-0001"
ORDINALS = range(1, 8)


def received(ordinal: int) -> Fact:
    """What a counter of that release wrote: no unit, no home, nothing of the post."""
    data = {
        "code": f"H99.99.01-261123-100{ordinal}",
        "token": f"TOKEN{ordinal}",
        "procedure": "1.004884",
        "procedure_name": "Thủ tục đăng ký lại khai sinh",
        "field": "Hộ tịch",
        "channel": "in_person",
        "documents": [["Tờ khai", 1, 0]],
        "sets": 1,
        "fee_vnd": None,
        "return_way": "one_stop",
        "received_at": BEGAN.isoformat(),
        "due_at": (BEGAN + timedelta(days=8)).isoformat(),
        "time_limit_text": "05 ngày làm việc",
        "promise": "05 ngày làm việc",
        "form_number": ordinal,
        "form_version": "118/2025",
        "counter": "quay-1",
        "ticket": None,
        "submitted_by": "applicant",
        "appointments": [],
    }
    return Fact(f"d{ordinal}", "dossier.received", data)


def given(handover: str, giver: str, receiver: str, *dossiers: str) -> tuple[Fact, ...]:
    """A list as it was offered then."""
    sides = {"giver": giver, "receiver": receiver}
    offered = {"number": f"BG-261123-01{handover}", **sides, "dossiers": list(dossiers)}
    sent = (Fact(each, "dossier.sent", {"handover": handover, **sides}) for each in dossiers)
    return (Fact(handover, "handover.offered", offered), *sent)


def counted(handover: str, *taken: str, missing: tuple[str, ...] = (), extra: tuple[str, ...] = ()) -> tuple[Fact, ...]:
    """Its second signature as it was then."""
    return (
        Fact(handover, "handover.accepted", {"missing": list(missing), "extra": list(extra)}),
        *(Fact(each, "dossier.taken", {"handover": handover}) for each in taken),
        *(Fact(each, "dossier.not_taken", {"handover": handover}) for each in missing),
    )


FACTS = (
    *map(received, ORDINALS),
    *given("h1", "one_stop", DEPARTMENT, "d1"),
    *given("h2", "one_stop", DEPARTMENT, "d2", "d3"),
    *counted("h2", "d2", missing=("d3",), extra=(EXTRA,)),
    *given("h3", "one_stop", DEPARTMENT, "d4"),
    Fact("h3", "handover.cancelled", {}),
    Fact("d4", "dossier.not_taken", {"handover": "h3"}),
    *given("h4", "one_stop", DEPARTMENT, "d5", "d6"),
    *counted("h4", "d5", "d6"),
    *(Fact(each, "dossier.result_ready", {"unit": DEPARTMENT, "outcome": "granted"}) for each in ("d5", "d6")),
    *given("h5", DEPARTMENT, "one_stop", "d5", "d6"),
    *counted("h5", "d5", "d6"),
    Fact("d6", "dossier.returned", {"collector": "applicant", "receipt_lost": False, "originals_back": False}),
    *given("h6", DEPARTMENT, "one_stop", "d7"),
)
"""What a counter of that release really writes. Under way d1; d2 with the department; d3 missing; d4 taken back; d5
back with its result; d6 with the citizen. d7 was handed over by who did not hold it: another machine was behind."""


@pytest.fixture(params=["sqlite", "postgresql"])
def old_store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """What that release left in a database of each kind."""
    url = None
    if request.param == "postgresql":
        url = request.getfixturevalue("postgresql_cluster").new_database()
    store = Store(url, tmp_path / "server")
    engine = first_release_engine(store)
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        config = Config()
        config.set_main_option("script_location", str(Path(schema.__file__).with_name("migrations")))
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
        leave(OldTables(connection, MetaData()))
    engine.dispose()
    return store


def leave(old: OldTables) -> None:
    events = old_events()
    last = events[-1]
    old.write("event", *(event_row(event, cursor) for cursor, event in enumerate(events, start=1)))
    old.write("office", {"office": OFFICE, "cursor": len(events), "lamport": last.lamport})
    log = {"office": OFFICE, "device": DEVICE, "epoch": 1, "seq": last.seq, "hash": last.hash}
    old.write("log", {**log, "acknowledged": 0, "state": "open"})
    old.write("dossier", *(old_row(ordinal) for ordinal in ORDINALS))
    conflict = {"office": OFFICE, "subject": "d7", "code": "sent_by_another", "kind": "dossier"}
    old.write("conflict", {**conflict, "vi": "Đơn vị không giữ.", "en": "Not held."})


def old_events() -> list[Event]:
    events: list[Event] = []
    previous = GENESIS
    for seq, fact in enumerate(FACTS, start=1):
        position = Position(OFFICE, DEVICE, 1, seq, previous, lamport=seq)
        at, by = BEGAN + timedelta(minutes=seq), "staff-5" if fact.kind.endswith((".accepted", ".taken")) else "staff-1"
        events.append(write_event(position, at, by, fact, None))
        previous = events[-1].hash
    return events


def old_row(ordinal: int) -> Mapping[str, object]:
    """A row of the read table of then; it is made anew."""
    return {
        "office": OFFICE,
        "subject": f"d{ordinal}",
        **{name: received(ordinal).data[name] for name in ("code", "token", "procedure", "field", "form_number")},
        "stage": "received",
        "holder": "one_stop",
        "received_at": round(BEGAN.timestamp() * 1000),
        "open": 1,
        "last_step_at": round(BEGAN.timestamp() * 1000),
        "document": b"{}",
        "through": "[1]",
    }


@pytest.fixture
def journal(old_store: Store) -> Iterator[Journal]:
    """The counter on that database, opened with this release."""
    engine = old_store.open()
    clock = SetClock(BEGAN + timedelta(hours=2))
    yield Journal(engine, office=OFFICE, device=DEVICE, epoch=1, clock=clock, identities=Identities(clock))
    engine.dispose()


def dossier(journal: Journal, subject: str) -> Dossier:
    with journal.reading() as reader:
        found = reader.state(DOSSIERS, subject)
    assert found is not None
    return found


def where(journal: Journal) -> list[tuple[str, str, str | None, str]]:
    """Holder, its kind, where it is on its way to, and how far it is, of every dossier."""
    found = [dossier(journal, f"d{ordinal}") for ordinal in ORDINALS]
    return [
        (each.holder, each.holder_kind, each.transit.receiver if each.transit else None, each.stage) for each in found
    ]


def test_every_dossier_is_where_it_was_and_goes_on_from_there(journal: Journal) -> None:
    nothing_is_lost_and_nothing_moved(journal)
    the_map_counts_them(journal)
    what_was_open_is_signed_and_settled_now(journal)


def nothing_is_lost_and_nothing_moved(journal: Journal) -> None:
    with journal.reading() as reader:
        assert schema_version(reader.connection) == NEWEST
        assert verify(reader.connection, OFFICE, frozenset({DEVICE})).findings == ()
        bodies = reader.connection.execute(select(tables.event.c.body).order_by(tables.event.c.cursor)).scalars().all()
    assert [bytes(each) for each in bodies] == [each.body for each in old_events()]
    assert where(journal) == [
        ("one_stop", "one_stop", DEPARTMENT, "in_transit"),
        (DEPARTMENT, "department", None, "processing"),
        ("one_stop", "one_stop", None, "received"),
        ("one_stop", "one_stop", None, "received"),
        ("one_stop", "one_stop", None, "result_at_counter"),
        ("citizen", "citizen", None, "returned"),
        ("one_stop", "one_stop", None, "received"),
    ]
    at_department, under_way, disputed = dossier(journal, "d2"), dossier(journal, "d1"), dossier(journal, "d7")
    assert (at_department.held_by, at_department.held_against, at_department.home) == ("staff-5", "h2", "one_stop")
    assert under_way.transit is not None
    assert (under_way.transit.by, under_way.transit.receiver_kind) == ("staff-1", "department")
    assert [each.code for each in disputed.conflicts] == ["sent_by_another"]
    assert disputed.conflicts[0].choice == f"holds:department:{DEPARTMENT}"


def the_map_counts_them(journal: Journal) -> None:
    with journal.reading() as reader:
        spots = {(each.holder, each.transit_to): each.count for each in places(reader, ("one_stop",))}
    assert spots == {("one_stop", DEPARTMENT): 1, (DEPARTMENT, None): 1, ("one_stop", None): 4}


def what_was_open_is_signed_and_settled_now(journal: Journal) -> None:
    with journal.reading() as reader:
        record = reader.state(HANDOVERS, "h2")
    assert record is not None
    assert record.open_discrepancies == (("missing", "d3"), ("extra", EXTRA))
    hand_over.accept(journal, "h1", unit=DEPARTMENT, officer="staff-5")
    for kind, item, how in (("missing", "d3", "found_at_receiver"), ("extra", EXTRA, "given_back")):
        hand_over.settle_difference(journal, "h2", Settle(DEPARTMENT, kind, item, how), officer="staff-5")  # type: ignore[arg-type]
    assert {where(journal)[at][0] for at in (0, 2)} == {DEPARTMENT}
    assert dossier(journal, "d3").conflicts == ()
    with journal.reading() as reader:
        record = reader.state(HANDOVERS, "h2")
        assert verify(reader.connection, OFFICE, frozenset({DEVICE})).findings == ()
    assert record is not None
    assert record.open_discrepancies == ()
