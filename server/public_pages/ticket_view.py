"""What the page that follows a ticket shows, derived from the ticket and the queue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import select

from server.public_pages.opening_hours import opening_hours
from server.public_pages.words import Words
from shared.actions.expected_wait import WaitModel
from shared.clock import business_date
from shared.domain.office import Office, line_by_letter
from shared.domain.ticket import APPOINTMENT, Ticket
from shared.domain.waiting_time import WaitingTicket, WaitRange
from shared.journal import tables
from shared.journal.journal import Reader
from shared.journal.read_model import APPOINTMENTS, events_of, milliseconds

Status = Literal["waiting", "called", "parked", "absent", "done", "expired"]
Sign = Literal["", "next", "near"]

_GOES_ON: tuple[Status, ...] = ("waiting", "called", "parked")
"""The states in which a visit still has something before it."""

NEAR_PEOPLE = 2
NEAR_MINUTES = 5
"""With so few ahead, or so short a wait, people are asked to come: the way from a coffee shop takes as long."""

_LOOK_AGAIN_SECONDS: dict[Status, int] = {
    "waiting": 15,
    "called": 15,
    "parked": 15,
    "absent": 60,
    "done": 60,
    "expired": 0,
}
_LOOK_AGAIN_NEAR_SECONDS = 8
"""After so long the page may show something else; 600 phones in one hall then ask some fifty times a second."""

_TAKEN_BACK = frozenset({"ticket.call_undone", "ticket.released", "ticket.undone"})


@dataclass(frozen=True, slots=True)
class QueuePlace:
    """A waiting ticket's place (vị trí trong hàng): how many of its line are called before it, and the wait.

    `appointed_at`: the time of the appointment that was checked in, if there is one; `sent_by`: the kind of the fact
    that made a ticket wait again which had been called, "" for one that has not been.
    """

    ahead: int
    wait: WaitRange | None
    appointed_at: datetime | None = None
    sent_by: str = ""


@dataclass(frozen=True, slots=True)
class TicketView:
    """The page (trang theo dõi số): texts that do not apply are "".

    `finished` names the matters of the visit that are over, `then` those that follow the present one. `sign`: whether
    its holder should come near. `said` is what a screen reader is told when it changes, `title` the page's own.
    `event` changes with every call. `look_again`: the seconds after which the page may have changed, 0 for never.
    """

    label: str
    line: str
    where: str
    finished: str
    then: str
    status: Status
    status_text: str
    note: str
    sign: Sign
    sign_text: str
    hours: str
    ahead: str
    wait: str
    wait_unit: str
    counter: str
    called_at: str
    priority: str
    by_appointment: bool
    title: str
    said: str
    event: str
    updated: str
    look_again: int


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
    history = events_of(reader.connection, reader.office, ticket.id) if ticket.calls else []
    return QueuePlace(
        ahead=sum(each.line == ticket.line for each in ahead),
        wait=wait,
        appointed_at=appointment.at if appointment else None,
        sent_by=history[-1].kind if history else "",
    )


def derive_ticket_view(
    office: Office, ticket: Ticket, place: QueuePlace | None, now: datetime, words: Words
) -> TicketView:
    """The page of `ticket`; `place` is None unless it waits."""
    status = _status(ticket, now)
    waiting = place if status == "waiting" else None
    hours = _outside_hours(office, waiting, now, words) if waiting else ""
    sign: Sign = "" if waiting is None or hours else _sign(waiting)
    counter = _counter(office, ticket.counter, words) if status == "called" else ""
    text = words("waiting_again" if status == "waiting" and ticket.services else status)
    title = f"{text}: {ticket.label}" if status == "called" else f"{ticket.label}, {words('ticket_title')}"
    note = "" if hours else _note(status, ticket, waiting, office, words)
    if sign and note == words("waiting_note"):
        note = ""
    goes_on = waiting is not None or status == "called"
    wait = wait_text(waiting.wait, words) if waiting else ""
    unit = words("minutes") if waiting and waiting.wait else ""
    return TicketView(
        label=ticket.label,
        line=_names(office, (ticket.line,), words),
        where=_where(office, ticket, words) if waiting else "",
        finished=_finished(office, ticket, status, words),
        then=_then(office, ticket, status, words),
        status=status,
        status_text=text,
        note=note,
        sign=sign,
        sign_text=words(f"sign_{sign}") if sign else "",
        hours=hours,
        ahead=str(waiting.ahead) if waiting else "",
        wait=wait,
        wait_unit=unit,
        counter=counter,
        called_at=words("called_at", time=words.clock(ticket.called_at)) if ticket.called_at else "",
        priority=_priority(ticket, place, words) if status == "waiting" else "",
        by_appointment=ticket.priority == APPOINTMENT,
        title=title,
        said=hours or (_said(ticket, text, waiting, sign, counter, words) if goes_on else f"{text}. {note}"),
        event=f"{status}-{ticket.calls}",
        updated=words("updated", time=words.clock(now)),
        look_again=_LOOK_AGAIN_NEAR_SECONDS if sign else _LOOK_AGAIN_SECONDS[status],
    )


def _sign(place: QueuePlace) -> Sign:
    if place.ahead == 0:
        return "next"
    if place.wait is None:
        return ""
    return "near" if place.ahead <= NEAR_PEOPLE or place.wait.low_minutes < NEAR_MINUTES else ""


def _outside_hours(office: Office, place: QueuePlace, now: datetime, words: Words) -> str:
    """What is to be known while nobody serves the line and nobody will today; "" as long as somebody does."""
    if place.wait is not None:
        return ""
    hours = opening_hours(office.calendar, now, words)
    return words("hours_over", next=hours.next) if hours.is_known and hours.is_over and hours.next else ""


def _counter(office: Office, counter: str | None, words: Words) -> str:
    number = next((each.number for each in office.counters if each.id == counter), None)
    return words("counter", number=number) if number else ""


def _where(office: Office, ticket: Ticket, words: Words) -> str:
    """The counters that may call the ticket."""
    if ticket.target_counter:
        return words("where", counters=_counter(office, ticket.target_counter, words))
    numbers = ", ".join(str(each.number) for each in office.counters if ticket.line in each.lines)
    return words("where", counters=words("counter", number=numbers)) if numbers else ""


def _said(ticket: Ticket, text: str, place: QueuePlace | None, sign: Sign, counter: str, words: Words) -> str:
    """One sentence for ears: the number, what is with it, and how many are ahead or where to go."""
    if place is None:
        return f"{ticket.label}. {text}. {words('to_counter')} {counter}." if counter else f"{ticket.label}. {text}."
    if sign:
        return words(f"sign_{sign}")
    return words("said_ahead_one" if place.ahead == 1 else "said_ahead", ahead=place.ahead)


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


def _note(status: Status, ticket: Ticket, place: QueuePlace | None, office: Office, words: Words) -> str:
    if status == "expired":
        return words("expired_note", date=words.date(ticket.date))
    if place is None:
        return "" if status == "called" else words(f"{status}_note")
    if place.sent_by in _TAKEN_BACK:
        return words("taken_back_note")
    if place.sent_by == "ticket.transferred":
        where = _counter(office, ticket.target_counter, words) or _names(office, (ticket.line,), words)
        return words("transferred_note", where=where)
    return words("waiting_again_note" if ticket.services else "waiting_note")
