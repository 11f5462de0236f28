"""The machine's clock jumps by years, forwards and back: order and chain do not follow it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from shared.clock import SetClock
from shared.domain.fact import Fact
from shared.identities import Identities
from shared.journal import tables
from shared.journal.journal import Journal
from shared.journal.opening import open_device
from shared.journal.read_model import TICKETS
from shared.journal.verify import verify
from tests.faults.steps import DEVICE, OFFICE, take_number

TODAY = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
JUMPS = (
    TODAY,
    datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC),
    datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC),
    TODAY - timedelta(days=4 * 365),
    datetime(2199, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
    TODAY + timedelta(minutes=1),
)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(TODAY)


@pytest.fixture
def journal(tmp_path: Path, clock: SetClock) -> Iterator[Journal]:
    engine, lock = open_device(tmp_path)
    yield Journal(engine, office=OFFICE, device=DEVICE, epoch=1, clock=clock, identities=Identities(clock))
    engine.dispose()
    lock.close()


def test_order_and_chain_hold_when_the_clock_jumps_by_years(journal: Journal, clock: SetClock) -> None:
    for number, instant in enumerate(JUMPS):
        clock.set(instant)
        take_number(journal, f"ticket-{number}")
    with journal.reading() as reader:
        event = tables.event
        rows = reader.connection.execute(select(event.c.cursor, event.c.seq, event.c.lamport).order_by(event.c.cursor))
        assert [tuple(row) for row in rows] == [(n, n, n) for n in range(1, 2 * len(JUMPS) + 1)]
        assert verify(reader.connection, OFFICE, frozenset({DEVICE})).holds
        for number, instant in enumerate(JUMPS):
            ticket = reader.state(TICKETS, f"ticket-{number}")
            assert ticket is not None
            assert ticket.issued_at == instant


def test_what_happened_later_counts_as_later_whatever_the_clock_said(journal: Journal, clock: SetClock) -> None:
    take_number(journal, "ticket")
    clock.set(TODAY - timedelta(days=10 * 365))
    with journal.writing() as writer:
        writer.append("officer", [Fact("ticket", "ticket.call_undone", {"counter": "1"})])
    clock.set(TODAY - timedelta(days=20 * 365))
    with journal.writing() as writer:
        again = {"counter": "2", "desk": "d2", "key": "k2", "mode": "offline"}
        writer.append("officer", [Fact("ticket", "ticket.called", again)])
    with journal.reading() as reader:
        ticket = reader.state(TICKETS, "ticket")
        assert verify(reader.connection, OFFICE, frozenset({DEVICE})).holds
    assert ticket is not None
    assert (ticket.state, ticket.counter, ticket.conflicts) == ("called", "2", ())
    assert ticket.called_at == TODAY - timedelta(days=20 * 365)


def test_the_measured_offset_to_the_server_corrects_what_is_written(journal: Journal, clock: SetClock) -> None:
    clock.set(TODAY - timedelta(days=3650))
    journal.clock_offset = timedelta(days=3650)
    take_number(journal, "ticket")
    with journal.reading() as reader:
        ticket = reader.state(TICKETS, "ticket")
    assert ticket is not None
    assert ticket.issued_at == TODAY
