"""A machine of the sample ward in the middle of a morning: a real encrypted database with the day's content."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from sqlalchemy import select

from resources.sample_ward.load import sample_office_document
from shared.clock import HO_CHI_MINH, SetClock
from shared.domain.office import Office
from shared.identities import Identities
from shared.journal import tables
from shared.journal.event import Event, read_event
from shared.journal.journal import Journal
from shared.journal.node import Node, write_node
from shared.journal.opening import open_device
from shared.journal.reference import store_reference
from tests.bench.bare_database import BareDatabase
from tests.bench.morning import days_before, morning_of
from tests.staffed import staffed_ward

MID_MORNING = datetime(2026, 11, 23, 10, 0, tzinfo=HO_CHI_MINH)
NOBODY_LISTENS = "http://127.0.0.1:9"
"""An address at which no server answers: the discard port."""

_SECONDS_A_STEP = 30.0
_EVENTS_A_DAY = 2000


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine of `office` with its journal; `bare` is the floor's database beside it."""

    office: Office
    node: Node
    journal: Journal
    clock: SetClock
    bare: BareDatabase

    def last_event(self) -> Event:
        """What this machine wrote last."""
        event = tables.event
        query = (
            select(event.c.body)
            .where(event.c.office == self.office.id, event.c.device == self.node.device)
            .order_by(event.c.seq.desc())
        )
        with self.journal.reading() as reader:
            return read_event(bytes(reader.connection.execute(query.limit(1)).scalar_one()))


@cache
def sample_ward() -> Office:
    """The sample ward with its staff."""
    return staffed_ward()


@contextmanager
def machine(folder: Path, kind: str, events: int, before: int = 0) -> Iterator[Machine]:
    """A kiosk or counter in `folder` that knows a morning of `events` events of the others, at ten o'clock.

    `before`: how many events of the days before it knows as well.
    """
    office, clock = sample_ward(), SetClock(MID_MORNING)
    node = Node(office.id, f"measured-{kind}", kind, "Máy đo", 1, 7, 2, NOBODY_LISTENS, "07" * 32)
    engine, lock = open_device(folder)
    journal = Journal(engine, office=office.id, device=node.device, epoch=1, clock=clock, identities=Identities(clock))
    day = morning_of(office, events, _SECONDS_A_STEP)
    with journal.writing() as writer:
        write_node(writer.connection, node)
        store_reference(writer.connection, office.id, office.version, sample_office_document())
        writer.take_in(day.events, day.personal)
    for earlier in days_before(office, before, _SECONDS_A_STEP, _EVENTS_A_DAY):
        with journal.writing() as writer:
            writer.take_in(earlier.events, earlier.personal)
    key = bytes.fromhex((folder / "journal.key").read_text(encoding="ascii"))
    try:
        with BareDatabase(folder / "bare.db", key, engine) as bare:
            yield Machine(office, node, journal, clock, bare)
    finally:
        engine.dispose()
        lock.close()
