"""What the page that follows a ticket shows, derived from the ticket and the queue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import select

from server.public_pages.words import Words
from shared.actions.expected_wait import WaitModel
from shared.clock import business_date
from shared.domain.office import Office, line_by_letter
from shared.domain.ticket import APPOINTMENT, Ticket
from shared.domain.waiting_time import WaitingTicket, WaitRange
from shared.journal import tables
from shared.journal.journal import Reader
from shared.journal.read_model import APPOINTMENTS, milliseconds

Status = Literal["waiting", "called", "parked", "absent", "done", "expired"]

_GOES_ON: tuple[Status, ...] = ("waiting", "called", "parked")
"""The states in which a visit still has something before it."""


@dataclass(frozen=True, slots=True)
class QueuePlace:
    """A waiting ticket's place (vị trí trong hàng): how many of its line are called before it, and the wait.

    `appointed_at`: the time of the appointment that was checked in, if there is one.
    """

    ahead: int
    wait: WaitRange | None
    appointed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TicketView:
    """The page (trang theo dõi số): texts that do not apply are "".

    `finished` names the matters of the visit that are over, `then` those that follow the present one.
    """

    label: str
    line: str
    finished: str
    then: str
    status: Status
    status_text: str
    note: str
    ahead: str
    wait: str
    wait_unit: str
    counter: str
    called_at: str
    is_next: bool
    priority: str
    by_appointment: bool
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
    query = select(table.c.line, table.c.priority, table.c.target_counter).where(
        table.c.office == reader.office,
        table.c.date == ticket.date,
        table.c.state == "waiting",
        table.c.subject != ticket.id,
        called_first,
    )
    rows = reader.connection.execute(query.order_by(table.c.issued_at, table.c.subject)).all()
    ahead = [WaitingTicket(line, priority=priority is not None, target=target) for line, priority, target in rows]
    known = line_by_letter(office, ticket.line) is not None
    wait = WaitModel(reader, office, ticket.date, now).behind(ticket.line, ahead) if known else None
    appointment = reader.state(APPOINTMENTS, ticket.appointment) if ticket.appointment else None
    return QueuePlace(sum(each.line == ticket.line for each in ahead), wait, appointment.at if appointment else None)


def derive_ticket_view(
    office: Office, ticket: Ticket, place: QueuePlace | None, now: datetime, words: Words
) -> TicketView:
    """The page of `ticket`; `place` is None unless it waits."""
    status = _status(ticket, now)
    number = next((each.number for each in office.counters if each.id == ticket.counter), None)
    waits = status == "waiting" and place is not None
    return TicketView(
        label=ticket.label,
        line=_names(office, (ticket.line,), words),
        finished=_finished(office, ticket, status, words),
        then=_then(office, ticket, status, words),
        status=status,
        status_text=words("waiting_again" if status == "waiting" and ticket.services else status),
        note=_note(status, ticket, place, words),
        ahead=str(place.ahead) if waits and place else "",
        wait=wait_text(place.wait, words) if waits and place else "",
        wait_unit=words("minutes") if waits and place and place.wait else "",
        counter=words("counter", number=number) if status == "called" and number else "",
        called_at=words("called_at", time=words.clock(ticket.called_at)) if ticket.called_at else "",
        is_next=bool(waits and place and place.ahead == 0),
        priority=_priority(ticket, place, words) if status == "waiting" else "",
        by_appointment=ticket.priority == APPOINTMENT,
        may_rate=status in ("called", "done", "absent"),
        updated=words("updated", time=words.clock(now)),
    )


def _names(office: Office, letters: Iterable[str], words: Words) -> str:
    lines = (line_by_letter(office, letter) for letter in letters)
    return "; ".join((line.name_en if words.language == "en" else line.name_vi) for line in lines if line)


def _finished(office: Office, ticket: Ticket, status: Status, words: Words) -> str:
    """The matters that are over, of a visit that goes on."""
    lines = _names(office, dict.fromkeys(each.line for each in ticket.services), words)
    return words("finished", lines=lines) if lines and status in _GOES_ON else ""


def _then(office: Office, ticket: Ticket, status: Status, words: Words) -> str:
    lines = _names(office, ticket.further, words)
    return words("then", lines=lines) if lines and status in _GOES_ON else ""


def _priority(ticket: Ticket, place: QueuePlace | None, words: Words) -> str:
    """Why the ticket is called before others."""
    if ticket.priority != APPOINTMENT:
        return words("priority_note") if ticket.priority else ""
    if place is None or place.appointed_at is None:
        return words("appointment_note")
    return words("appointment_at_note", time=words.clock(place.appointed_at))


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
        if place and place.ahead == 0:
            return words("you_are_next")
        return words("waiting_again_note" if ticket.services else "waiting_note")
    return "" if status == "called" else words(f"{status}_note")
