"""A ticket (số thứ tự): one place in one line on one business date, from the slip to the end of the service.

    waiting -> called -> done
       ^         |-> absent (vắng mặt)
       |         |-> parked (tạm gác) -> called
       |---------|   call undone, transferred to a line or a counter, or moved on to the visit's next matter

A visit with several matters (nhiều việc trong một lượt) is one ticket with further lines: when its first line is done
it waits in the next one, at its old place by the time of issue. The state and its fold stand in `ticket_state`.
"""

from __future__ import annotations

from dataclasses import dataclass

from shared.domain.fact import Fact
from shared.domain.ticket_state import APPOINTMENT, CallMode, Service, Ticket, TicketState, evolve
from shared.failures import Refusal

__all__ = [
    "APPOINTMENT",
    "Call",
    "CallMode",
    "Command",
    "Finish",
    "Issue",
    "MarkAbsent",
    "Park",
    "Recall",
    "Service",
    "Ticket",
    "TicketState",
    "Transfer",
    "UndoCall",
    "decide",
    "evolve",
]


@dataclass(frozen=True, slots=True)
class Issue:
    """Take a number (lấy số): everything about the new ticket that its kiosk has worked out.

    `further`: the lines of a visit's other matters; `appointment`: the id of the appointment that was checked in.
    """

    id: str
    date: str
    line: str
    number: int
    label: str
    token: str
    people_ahead: int
    wait_low: int | None
    wait_high: int | None
    priority: str | None = None
    procedure: str | None = None
    further: tuple[str, ...] = ()
    holder: str | None = None
    appointment: str | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """Call (gọi số) to `counter`, by the officer of `desk`; `mode` says whether the server's claim stands behind it."""

    counter: str
    desk: str
    key: str
    mode: CallMode


@dataclass(frozen=True, slots=True)
class Recall:
    """Call once more (gọi lại)."""

    counter: str


@dataclass(frozen=True, slots=True)
class MarkAbsent:
    """The citizen did not come (vắng mặt)."""

    counter: str


@dataclass(frozen=True, slots=True)
class Park:
    """Put aside for a while (tạm gác), to be called back to the same counter."""

    counter: str


@dataclass(frozen=True, slots=True)
class UndoCall:
    """Take the call back (hoàn tác): the ticket waits again at its old place."""

    counter: str


@dataclass(frozen=True, slots=True)
class Transfer:
    """Send on to another line or one counter (chuyển): it keeps its place by the time it was issued."""

    counter: str
    to_line: str
    to_counter: str | None = None


@dataclass(frozen=True, slots=True)
class Finish:
    """The service is over (hoàn tất); with further matters the ticket goes on to its next line."""

    counter: str


Command = Issue | Call | Recall | MarkAbsent | Park | UndoCall | Transfer | Finish


def decide(ticket: Ticket | None, command: Command) -> tuple[Fact, ...]:
    """The facts that `command` brings about on `ticket`, or a Refusal that says why not."""
    if isinstance(command, Issue):
        return (_issued(ticket, command),)
    if ticket is None:
        raise Refusal("no_such_ticket", "Không tìm thấy số thứ tự này.", "There is no such ticket.")
    if isinstance(command, Call):
        return (_called(ticket, command),)
    if ticket.state != "called" or ticket.counter != command.counter:
        raise Refusal(
            "not_at_this_counter",
            f"Số {ticket.label} hiện không được phục vụ tại quầy này.",
            f"Ticket {ticket.label} is not being served at this counter.",
        )
    match command:
        case Recall():
            return (_fact(ticket, "recalled", counter=command.counter),)
        case MarkAbsent():
            return (_fact(ticket, "absent", counter=command.counter),)
        case Park():
            return (_fact(ticket, "parked", counter=command.counter),)
        case UndoCall():
            return (_fact(ticket, "call_undone", counter=command.counter),)
        case Transfer():
            return (
                _fact(
                    ticket,
                    "transferred",
                    counter=command.counter,
                    line=command.to_line,
                    to_counter=command.to_counter,
                ),
            )
        case Finish():
            return (_finished(ticket, command),)


def _fact(ticket: Ticket, kind: str, **data: object) -> Fact:
    return Fact(ticket.id, f"ticket.{kind}", data)


def _finished(ticket: Ticket, command: Finish) -> Fact:
    if ticket.further:
        return _fact(ticket, "moved_on", counter=command.counter, line=ticket.further[0])
    return _fact(ticket, "done", counter=command.counter)


def _issued(ticket: Ticket | None, command: Issue) -> Fact:
    if ticket is not None:
        raise Refusal("already_issued", "Số này đã được cấp.", "This number has been issued already.")
    return Fact(
        command.id,
        "ticket.issued",
        {
            "date": command.date,
            "line": command.line,
            "number": command.number,
            "label": command.label,
            "token": command.token,
            "priority": command.priority,
            "procedure": command.procedure,
            "people_ahead": command.people_ahead,
            "wait_low": command.wait_low,
            "wait_high": command.wait_high,
            "further": list(command.further),
            "holder": command.holder,
            "appointment": command.appointment,
        },
    )


def _called(ticket: Ticket, command: Call) -> Fact:
    parked_here = ticket.state == "parked" and ticket.counter == command.counter
    if ticket.state != "waiting" and not parked_here:
        raise Refusal(
            "not_waiting",
            f"Số {ticket.label} không còn chờ: đã được gọi hoặc đã xong.",
            f"Ticket {ticket.label} no longer waits: it was called or is done.",
        )
    if ticket.target_counter not in (None, command.counter):
        raise Refusal(
            "for_another_counter",
            f"Số {ticket.label} đã được chuyển đến một quầy khác.",
            f"Ticket {ticket.label} was transferred to another counter.",
        )
    return _fact(ticket, "called", counter=command.counter, desk=command.desk, key=command.key, mode=command.mode)
