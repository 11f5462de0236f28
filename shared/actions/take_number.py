"""Take a number (lấy số thứ tự): locally, from the kiosk's own range, whatever the network does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.clock import business_date, local
from shared.domain import ticket
from shared.domain.numbering import next_ticket_number, ticket_label
from shared.domain.office import Office, line_by_letter
from shared.failures import Refusal
from shared.journal.journal import Journal
from shared.journal.node import Node
from shared.journal.queue_queries import ticket_by_label, waiting_by_line
from shared.journal.read_model import TICKETS

from .act import act_within
from .expected_wait import WaitModel

CITIZEN = "citizen"
"""The actor of everything that is done at the kiosk or on a phone."""


@dataclass(frozen=True, slots=True)
class NumberRequest:
    """What a citizen has chosen. `journey` is an id made when the screen opened: one journey, one number."""

    journey: str
    line: str
    priority: str | None = None
    procedure: str | None = None


def take_number(journal: Journal, office: Office, node: Node, request: NumberRequest) -> ticket.Ticket:
    """Issues the number of this journey; a journey that has one gets the same again.

    Refusals: `office_closed`, `no_such_line`, `range_used_up`.
    """
    line = line_by_letter(office, request.line)
    if line is None:
        raise Refusal("no_such_line", "Hàng chờ này không còn phục vụ.", "This line is not served any more.")
    with journal.writing() as writer:
        known = writer.state(TICKETS, request.journey)
        if known is not None:
            return known
        refuse_when_closed(office, writer.now)
        date = business_date(writer.now).isoformat()
        model = WaitModel(writer, office, date, writer.now)
        wait = model.of_line(line.letter) if request.priority is None else model.of_priority(line.letter)
        number = writer.next_number(
            f"ticket/{date}/{line.letter}/{node.kiosk_index}",
            lambda last: next_ticket_number(last, node.kiosk_index),
            lambda number: ticket_by_label(writer, date, ticket_label(line.letter, number)) is not None,
        )
        command = ticket.Issue(
            id=request.journey,
            date=date,
            line=line.letter,
            number=number,
            label=ticket_label(line.letter, number),
            token=journal.identities.token(),
            people_ahead=waiting_by_line(writer, date).get(line.letter, 0),
            wait_low=wait.low_minutes if wait else None,
            wait_high=wait.high_minutes if wait else None,
            priority=request.priority,
            procedure=request.procedure,
        )
        return act_within(writer, TICKETS, ticket.decide, request.journey, command, CITIZEN)


def refuse_when_closed(office: Office, now: datetime) -> None:
    """Refuses, with the time when numbers are given again, outside the hours in which the office gives numbers.

    Numbers are given from half an hour before a session until `last_ticket_minutes_before_close` before its end.
    """
    here = local(now)
    early = timedelta(minutes=30)
    last = timedelta(minutes=office.last_ticket_minutes_before_close)
    for session in office.calendar.sessions_on(here.date()):
        begins = datetime.combine(here.date(), session.start, here.tzinfo)
        ends = datetime.combine(here.date(), session.end, here.tzinfo)
        if begins - early <= here < ends - last:
            return
    vi, en = reopening(office, now)
    raise Refusal(
        "office_closed",
        f"Hiện tại chưa đến giờ lấy số hoặc đã hết giờ. {vi}",
        f"Numbers are not given at this hour. {en}",
    )


def reopening(office: Office, now: datetime) -> tuple[str, str]:
    """When the next session begins, in words (Vietnamese, English)."""
    start = local(office.calendar.next_session_start(now + timedelta(minutes=office.last_ticket_minutes_before_close)))
    clock_time = f"{start:%H:%M}"
    if start.date() == local(now).date():
        return f"Mời Ông/Bà trở lại lúc {clock_time} hôm nay.", f"Please come back at {clock_time} today."
    day = f"{start:%d/%m/%Y}"
    return f"Mời Ông/Bà trở lại lúc {clock_time} ngày {day}.", f"Please come back at {clock_time} on {day}."
