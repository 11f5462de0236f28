"""What the page that follows a ticket shows, derived from the ticket and the queue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import select

from server.public_pages.words import Words
from shared.actions.expected_wait import WaitModel
from shared.clock import business_date
from shared.domain.office import Office, line_by_letter
from shared.domain.ticket import Ticket
from shared.domain.waiting_time import Prior, WaitingTicket, WaitRange, expected_wait, service_minutes
from shared.journal import tables
from shared.journal.journal import Reader
from shared.journal.queue_queries import service_minutes_of
from shared.journal.read_model import milliseconds

Status = Literal["waiting", "called", "parked", "absent", "done", "expired"]


@dataclass(frozen=True, slots=True)
class QueuePlace:
    """A waiting ticket's place (vị trí trong hàng): how many of its line are called before it, and the wait."""

    ahead: int
    wait: WaitRange | None


@dataclass(frozen=True, slots=True)
class TicketView:
    """The page (trang theo dõi số): texts that do not apply are ""."""

    label: str
    line: str
    status: Status
    status_text: str
    note: str
    ahead: str
    wait: str
    wait_unit: str
    counter: str
    called_at: str
    is_next: bool
    has_priority: bool
    may_rate: bool
    updated: str


def place_in_queue(reader: Reader, office: Office, ticket: Ticket, now: datetime) -> QueuePlace:
    """Where a waiting ticket stands: priority tickets are called first, then by the time of issue."""
    table = tables.ticket
    before = (table.c.issued_at < milliseconds(ticket.issued_at)) | (
        (table.c.issued_at == milliseconds(ticket.issued_at)) & (table.c.subject < ticket.id)
    )
    with_priority = table.c.priority.is_not(None)
    called_first = with_priority & before if ticket.priority else with_priority | before
    query = select(table.c.line, table.c.priority).where(
        table.c.office == reader.office,
        table.c.date == ticket.date,
        table.c.state == "waiting",
        table.c.subject != ticket.id,
        called_first,
    )
    rows = reader.connection.execute(query.order_by(table.c.issued_at, table.c.subject)).all()
    lines = {line.letter for line in office.lines}
    ahead = [WaitingTicket(line, priority=priority is not None) for line, priority in rows if line in lines]
    measured = service_minutes_of(reader, ticket.date)
    minutes = {
        line.letter: service_minutes(measured.get(line.letter, ()), Prior(line.prior_minutes)) for line in office.lines
    }
    counters = WaitModel(reader, office, ticket.date, now).counters
    wait = expected_wait(ticket.line, ahead, counters, minutes) if ticket.line in lines else None
    return QueuePlace(sum(each.line == ticket.line for each in ahead), wait)


def derive_ticket_view(
    office: Office, ticket: Ticket, place: QueuePlace | None, now: datetime, words: Words
) -> TicketView:
    """The page of `ticket`; `place` is None unless it waits."""
    status = _status(ticket, now)
    line = line_by_letter(office, ticket.line)
    number = next((each.number for each in office.counters if each.id == ticket.counter), None)
    waits = status == "waiting" and place is not None
    return TicketView(
        label=ticket.label,
        line=(line.name_en if words.language == "en" else line.name_vi) if line else "",
        status=status,
        status_text=words(status),
        note=_note(status, ticket, place, words),
        ahead=str(place.ahead) if waits and place else "",
        wait=wait_text(place.wait, words) if waits and place else "",
        wait_unit=words("minutes") if waits and place and place.wait else "",
        counter=words("counter", number=number) if status == "called" and number else "",
        called_at=words("called_at", time=words.clock(ticket.called_at)) if ticket.called_at else "",
        is_next=bool(waits and place and place.ahead == 0),
        has_priority=ticket.priority is not None and status == "waiting",
        may_rate=status in ("called", "done", "absent"),
        updated=words("updated", time=words.clock(now)),
    )


def wait_text(wait: WaitRange | None, words: Words) -> str:
    """The expected wait as a range, without its unit; words while nobody serves the line."""
    if wait is None:
        return words("wait_unknown")
    if wait.low_minutes == 0:
        return words("wait_under", high=wait.high_minutes)
    return words("wait_range", low=wait.low_minutes, high=wait.high_minutes)


def _status(ticket: Ticket, now: datetime) -> Status:
    past = ticket.date < business_date(now).isoformat()
    return "expired" if past and ticket.state != "done" else ticket.state


def _note(status: Status, ticket: Ticket, place: QueuePlace | None, words: Words) -> str:
    if status == "expired":
        return words("expired_note", date=words.date(ticket.date))
    if status == "waiting":
        return words("you_are_next" if place and place.ahead == 0 else "waiting_note")
    return "" if status == "called" else words(f"{status}_note")
