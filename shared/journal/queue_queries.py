"""Questions about the queue of one business date, answered from the read tables."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, bindparam, case, func, select

from shared.domain.desk import Desk
from shared.domain.fact import Conflict
from shared.domain.ticket import Ticket
from shared.journal.journal import Reader
from shared.journal.read_model import DESKS, TICKETS, milliseconds
from shared.journal.tables import conflict, desk, ticket

_DAY_OF_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Heads:
    """The first ticket of each class that a counter could call next, and its streak of priority calls."""

    transferred: Ticket | None
    priority: Ticket | None
    ordinary: Ticket | None
    priority_streak: int


def heads_of_queue(reader: Reader, date: str, counter: str, lines: Sequence[str], bound: int) -> Heads:
    """What `choose_next` needs for `counter`, which serves `lines`."""
    return Heads(
        transferred=_ticket(reader, _FIRST_TRANSFERRED, date=date, counter=counter),
        priority=_first_of_lines(reader, _FIRST_PRIORITY, date, lines),
        ordinary=_first_of_lines(reader, _FIRST_ORDINARY, date, lines),
        priority_streak=_priority_streak(reader, date, counter, bound),
    )


# The statements of the queue are built once: building one costs more than running it.
_OF_THE_DAY = (ticket.c.office == bindparam("office")) & (ticket.c.date == bindparam("date"))
_WAITING = _OF_THE_DAY & (ticket.c.state == "waiting")
_OF_THE_LINE = _WAITING & (ticket.c.line == bindparam("line")) & ticket.c.target_counter.is_(None)


def _first(where: ColumnElement[bool]) -> Select[bytes]:
    return select(ticket.c.document).where(where).order_by(ticket.c.issued_at, ticket.c.subject).limit(1)


_FIRST_TRANSFERRED = _first(_WAITING & (ticket.c.target_counter == bindparam("counter")))
_FIRST_PRIORITY = _first(_OF_THE_LINE & ticket.c.priority.is_not(None))
_FIRST_ORDINARY = _first(_OF_THE_LINE & ticket.c.priority.is_(None))
_BY_LABEL = _first(_OF_THE_DAY & (ticket.c.label == bindparam("label")))
_CALLED_BEFORE = (
    select(ticket.c.priority)
    .where(_OF_THE_DAY, ticket.c.counter == bindparam("counter"), ticket.c.called_at.is_not(None))
    .order_by(ticket.c.called_at.desc())
    .limit(bindparam("bound"))
)
_WAITING_BY_LINE = select(ticket.c.line, func.count()).where(_WAITING).group_by(ticket.c.line)
_FIRST_LINE = func.substr(ticket.c.label, 1, 1)
_GIVEN_BY_LINE = (
    select(_FIRST_LINE, func.count()).where(_OF_THE_DAY, ticket.c.token.not_like("slip.%")).group_by(_FIRST_LINE)
)
"""What stands in for an unknown ticket (`shared.domain.ticket_slip`) is no number that was given."""
_WAITING_IN_ORDER = (
    select(ticket.c.line, ticket.c.priority, ticket.c.target_counter)
    .where(_WAITING)
    .order_by(ticket.c.issued_at, ticket.c.subject)
)
_CAME_AGAIN = case(
    (ticket.c.target_counter.is_not(None) | (func.substr(ticket.c.label, 1, 1) != ticket.c.line), 1), else_=0
)
_GONE_FIRST = (
    select(ticket.c.line, func.count(ticket.c.priority) + func.sum(_CAME_AGAIN))
    .where(_OF_THE_DAY)
    .group_by(ticket.c.line)
)
_BEING_SERVED = select(ticket.c.counter, ticket.c.line, ticket.c.called_at).where(
    _OF_THE_DAY, ticket.c.state == "called"
)
_SERVED = (
    select(ticket.c.served)
    .where(_OF_THE_DAY, ticket.c.served_at.is_not(None))
    .order_by(ticket.c.served_at.desc())
    .limit(100)
)
"""The latest services only: a number is taken often, and what was measured hours ago says little about now."""
_OPEN_DESKS = (
    select(desk.c.document)
    .where(desk.c.office == bindparam("office"), desk.c.state != "closed", desk.c.opened_at >= bindparam("since"))
    .order_by(desk.c.opened_at)
)


def _ticket(reader: Reader, statement: Select[bytes], **values: object) -> Ticket | None:
    document = reader.connection.execute(statement, {"office": reader.office, **values}).scalar()
    return None if document is None else TICKETS.state(document)


def _first_of_lines(reader: Reader, statement: Select[bytes], date: str, lines: Sequence[str]) -> Ticket | None:
    """The oldest over several lines: one step in the index for each line, however many wait."""
    heads = [_ticket(reader, statement, date=date, line=line) for line in lines]
    return min((head for head in heads if head), key=lambda head: (head.issued_at, head.id), default=None)


def _priority_streak(reader: Reader, date: str, counter: str, bound: int) -> int:
    values = {"office": reader.office, "date": date, "counter": counter, "bound": bound}
    streak = 0
    for priority in reader.connection.execute(_CALLED_BEFORE, values).scalars():
        if priority is None:
            break
        streak += 1
    return streak


def waiting_by_line(reader: Reader, date: str) -> Mapping[str, int]:
    """How many wait in each line."""
    rows = reader.connection.execute(_WAITING_BY_LINE, {"office": reader.office, "date": date})
    return {str(line): int(count) for line, count in rows}


def given_by_line(reader: Reader, date: str) -> Mapping[str, int]:
    """How many numbers each line has given on `date`, as far as this node knows; a label begins with its line."""
    rows = reader.connection.execute(_GIVEN_BY_LINE, {"office": reader.office, "date": date})
    return {str(line): int(count) for line, count in rows}


def waiting_label_of_holder(reader: Reader, date: str, holder: str) -> str | None:
    """The label of the number that waits for the holder of a card's mark, or None."""
    query = select(ticket.c.label).where(_WAITING, ticket.c.holder == holder).limit(1)
    return reader.connection.execute(query, {"office": reader.office, "date": date}).scalar()


def waiting_in_order(reader: Reader, date: str) -> list[tuple[str, bool, str | None]]:
    """(line, priority, counter it was transferred to) of everybody who waits, in the order of issue."""
    rows = reader.connection.execute(_WAITING_IN_ORDER, {"office": reader.office, "date": date})
    return [(line, priority is not None, target) for line, priority, target in rows]


def gone_first_by_line(reader: Reader, date: str) -> Mapping[str, int]:
    """How many on `date`, by line, were or will be called before older or ordinary tickets.

    Those are the tickets with priority, and those sent on from another line or to one counter.
    """
    rows = reader.connection.execute(_GONE_FIRST, {"office": reader.office, "date": date})
    return {str(line): int(count) for line, count in rows if count}


def tickets_at(reader: Reader, date: str, counter: str, state: str) -> tuple[Ticket, ...]:
    """The tickets in `state` ("called", "parked") at `counter`, the one called first at the front."""
    query = (
        select(ticket.c.document)
        .where(
            ticket.c.office == reader.office,
            ticket.c.date == date,
            ticket.c.counter == counter,
            ticket.c.state == state,
        )
        .order_by(ticket.c.called_at)
    )
    return tuple(TICKETS.state(document) for document in reader.connection.execute(query).scalars())


def being_served(reader: Reader, date: str) -> Mapping[str, tuple[str, int]]:
    """For each counter that serves somebody: the line and since when (Unix milliseconds)."""
    rows = reader.connection.execute(_BEING_SERVED, {"office": reader.office, "date": date})
    return {str(counter): (str(line), int(since)) for counter, line, since in rows}


def service_minutes_of(reader: Reader, date: str) -> Mapping[str, list[float]]:
    """The latest measured service times of the day in minutes, oldest first, by line."""
    measured: dict[str, list[float]] = {}
    rows = reader.connection.execute(_SERVED, {"office": reader.office, "date": date}).scalars().all()
    for line, minutes in (service for served in reversed(rows) for service in json.loads(served or "[]")):
        if 0 <= minutes < _DAY_OF_MINUTES:
            measured.setdefault(str(line), []).append(float(minutes))
    return measured


def ticket_by_token(reader: Reader, token: str) -> Ticket | None:
    """The ticket behind an address /t/<token>."""
    query = select(ticket.c.document).where(ticket.c.office == reader.office, ticket.c.token == token)
    document = reader.connection.execute(query).scalar()
    return None if document is None else TICKETS.state(document)


def ticket_by_label(reader: Reader, date: str, label: str) -> Ticket | None:
    """The ticket with this label ("A012") on that business date."""
    return _ticket(reader, _BY_LABEL, date=date, label=label)


def people_ahead(reader: Reader, of: Ticket) -> int:
    """How many wait in the same line and were there before `of`."""
    query = select(func.count()).where(
        _WAITING, ticket.c.line == of.line, ticket.c.issued_at < milliseconds(of.issued_at)
    )
    return int(reader.connection.execute(query, {"office": reader.office, "date": of.date}).scalar_one())


def open_desks(reader: Reader, since_milliseconds: int) -> tuple[Desk, ...]:
    """The desks that are open or paused and were opened after `since_milliseconds`; the latest of each counter."""
    rows = reader.connection.execute(_OPEN_DESKS, {"office": reader.office, "since": since_milliseconds})
    latest = {found.counter: found for found in map(DESKS.state, rows.scalars())}
    return tuple(latest.values())


def ticket_conflicts_at(reader: Reader, date: str, counter: str) -> tuple[tuple[Ticket, Conflict], ...]:
    """The conflicts of the day's tickets that concern `counter`, each with its ticket."""
    query = (
        select(ticket.c.document)
        .join(conflict, (conflict.c.office == ticket.c.office) & (conflict.c.subject == ticket.c.subject))
        .where(ticket.c.office == reader.office, ticket.c.date == date)
        .distinct()
    )
    tickets = map(TICKETS.state, reader.connection.execute(query).scalars())
    return tuple(
        (found, each) for found in tickets for each in found.conflicts if counter in (found.counter, *each.parties)
    )
