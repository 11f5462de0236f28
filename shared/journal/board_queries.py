"""Questions of the call board about one business date, answered from the read tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from shared.domain.desk import Desk
from shared.domain.ticket import Ticket
from shared.journal.event import read_event
from shared.journal.journal import Reader
from shared.journal.read_model import DESKS, TICKETS, events_of
from shared.journal.tables import desk, event, ticket

_OVER = ("done", "parked", "absent")


@dataclass(frozen=True, slots=True)
class Said:
    """When a called ticket was called for the last time at its counter, and how often it was called again there."""

    at: datetime
    recalled: int


def called_tickets(reader: Reader, date: str) -> tuple[Ticket, ...]:
    """Those that counters have called and still serve, the first called at the front."""
    query = (
        select(ticket.c.document)
        .where(ticket.c.office == reader.office, ticket.c.date == date, ticket.c.state == "called")
        .order_by(ticket.c.called_at, ticket.c.subject)
    )
    return tuple(TICKETS.state(document) for document in reader.connection.execute(query).scalars())


def last_called_before(reader: Reader, date: str, at_most: int) -> tuple[Ticket, ...]:
    """Those that were called and are done, parked or absent, the last called at the front."""
    query = (
        select(ticket.c.document)
        .where(
            ticket.c.office == reader.office,
            ticket.c.date == date,
            ticket.c.state.in_(_OVER),
            ticket.c.called_at.is_not(None),
        )
        .order_by(ticket.c.called_at.desc(), ticket.c.subject)
        .limit(at_most)
    )
    return tuple(TICKETS.state(document) for document in reader.connection.execute(query).scalars())


def last_said(reader: Reader, called: Ticket) -> Said | None:
    """When the counter that serves `called` last called it; None for a ticket that nobody serves."""
    if called.called_at is None:
        return None
    said = Said(called.called_at, 0)
    if called.calls == 1:
        return said
    for each in events_of(reader.connection, reader.office, called.id):
        fact = each.recorded()
        if fact.kind == "ticket.called" and fact.data.get("key") == called.call_key:
            said = Said(fact.device_time, 0)
        elif fact.kind == "ticket.recalled" and fact.data.get("counter") == called.counter:
            said = Said(fact.device_time, said.recalled + 1)
    return said


def latest_desks(reader: Reader, since_milliseconds: int) -> Mapping[str, Desk]:
    """The latest desk of each counter, whatever its state, of those opened after `since_milliseconds`."""
    query = (
        select(desk.c.document)
        .where(desk.c.office == reader.office, desk.c.opened_at >= since_milliseconds)
        .order_by(desk.c.opened_at, desk.c.subject)
    )
    return {found.counter: found for found in map(DESKS.state, reader.connection.execute(query).scalars())}


def newest_event_of_others(reader: Reader, own_device: str) -> datetime | None:
    """When the newest event happened that came here from another device; None while there is none."""
    query = (
        select(event.c.body)
        .where(event.c.office == reader.office, event.c.device != own_device)
        .order_by(event.c.cursor.desc())
        .limit(1)
    )
    body = reader.connection.execute(query).scalar()
    return None if body is None else read_event(bytes(body)).time
