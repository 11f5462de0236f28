"""What must hold of a device's database whatever happened to it before it was opened again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import func, select

from shared.clock import SystemClock
from shared.domain.fact import Fact
from shared.identities import Identities
from shared.journal import tables
from shared.journal.journal import Journal
from shared.journal.opening import open_device
from shared.journal.verify import verify
from tests.faults.steps import DEVICE, OFFICE, Step


@contextmanager
def reopened(folder: Path) -> Iterator[Journal]:
    """The journal of the device in `folder`."""
    engine, lock = open_device(folder)
    clock = SystemClock()
    try:
        yield Journal(engine, office=OFFICE, device=DEVICE, epoch=1, clock=clock, identities=Identities(clock))
    finally:
        engine.dispose()
        lock.close()


def assert_whole(journal: Journal, acknowledged: Sequence[Step], *, at_most_more: int) -> None:
    """Everything acknowledged is there, no step is half there, and at most so many that nobody was told of."""
    with journal.reading() as reader:
        report = verify(reader.connection, journal.office, frozenset({journal.device}))
        assert report.findings == ()
        event, connection = tables.event, reader.connection
        hashes = set(connection.execute(select(event.c.hash)).scalars())
        issued = connection.execute(select(func.count()).where(event.c.kind == "ticket.issued")).scalar_one()
        called = connection.execute(select(func.count()).where(event.c.kind == "ticket.called")).scalar_one()
        records = connection.execute(select(func.count()).select_from(tables.personal)).scalar_one()
        tickets = connection.execute(select(func.count()).select_from(tables.ticket)).scalar_one()
        used = connection.execute(select(tables.number_used.c.last)).scalar() or 0
    assert {each for step in acknowledged for each in step.hashes} <= hashes
    assert issued == called == records == tickets == used
    assert len(acknowledged) <= issued <= len(acknowledged) + at_most_more


def assert_goes_on(journal: Journal, acknowledged: Sequence[Step]) -> None:
    """The next number is a new one, and the chain goes on."""
    with journal.writing() as writer:
        number = writer.next_number("tickets", lambda last: (last or 0) + 1)
        writer.append("citizen", [Fact("after", "weather.changed", {"number": number})])
    assert number > max((step.number for step in acknowledged), default=0)
    with journal.reading() as reader:
        assert verify(reader.connection, journal.office, frozenset({journal.device})).holds
