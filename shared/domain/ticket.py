"""A ticket (số thứ tự): one place in one line on one business date, from the slip to the end of the service.

    waiting -> called -> done
       ^         |-> absent (vắng mặt)
       |         |-> parked (tạm gác) -> called
       |---------|   call undone, transferred to a line or a counter, or moved on to the visit's next matter

The last of the steps absent, park, transfer and finish can be taken back (hoàn tác) while nothing has followed it.
A ticket can be sent on so that it comes back: when the other counter is done, it waits for the first one again.

A visit with several matters (nhiều việc trong một lượt) is one ticket with further lines: when its first line is done
it waits in the next one, at its old place by the time of issue. The state stands in `ticket_state`, its fold
in `ticket_fold`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.domain import ticket_slip
from shared.domain.fact import Fact
from shared.domain.office_record import NoShowRule
from shared.domain.ticket_fold import evolve
from shared.domain.ticket_state import APPOINTMENT, PARKED, WALK_IN, CallMode, Return, Service, Ticket, TicketState
from shared.failures import Refusal

__all__ = [
    "APPOINTMENT",
    "PARKED",
    "WALK_IN",
    "Call",
    "CallMode",
    "Command",
    "Finish",
    "Issue",
    "MarkAbsent",
    "Park",
    "Recall",
    "Release",
    "Return",
    "Service",
    "Ticket",
    "TicketState",
    "Transfer",
    "Undo",
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
    """Call (gọi số) to `counter`, by the officer of `desk`; `mode` says whether the server's claim stands behind it.

    `why`, when this very number was called whoever else was next: `ticket_slip.WHY`, `WALK_IN` or `PARKED`.
    """

    counter: str
    desk: str
    key: str
    mode: CallMode
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Recall:
    """Call once more (gọi lại)."""

    counter: str


@dataclass(frozen=True, slots=True)
class MarkAbsent:
    """The citizen did not come (vắng mặt): at the instant `at`, which must be late enough by the office's `rule`.

    `step`, here and below, names the step so that `Undo` can take it back; without a name it stands for good.
    """

    counter: str
    at: datetime
    rule: NoShowRule
    step: str | None = None


@dataclass(frozen=True, slots=True)
class Park:
    """Put aside for a while (tạm gác), to be called back to the same counter."""

    counter: str
    step: str | None = None


@dataclass(frozen=True, slots=True)
class UndoCall:
    """Take the call back (hoàn tác): the ticket waits again at its old place."""

    counter: str


@dataclass(frozen=True, slots=True)
class Transfer:
    """Send on to another line or one counter (chuyển): it keeps its place by the time it was issued.

    `return_to` is the counter it comes back to, before all others there, when it is done at the other one; or None.
    """

    counter: str
    to_line: str
    to_counter: str | None = None
    return_to: str | None = None
    step: str | None = None


@dataclass(frozen=True, slots=True)
class Finish:
    """The service is over (hoàn tất); the ticket goes back to where it was sent from, then on to its next matter.

    `closed`: the counters that are not open. A ticket that should go back to one of them waits in its line instead.
    """

    counter: str
    step: str | None = None
    closed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Release:
    """The counter that the ticket waits for, or that has it, has closed (trả về hàng): anybody of its line may call."""

    counter: str


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the step of that name back (hoàn tác): the ticket is served at `counter` again, as if it had not been."""

    counter: str
    step: str


Command = Issue | Call | Recall | MarkAbsent | Park | UndoCall | Transfer | Finish | Undo | Release


def decide(ticket: Ticket | None, command: Command) -> tuple[Fact, ...]:
    """The facts that `command` brings about on `ticket`, or a Refusal that says why not."""
    if isinstance(command, Issue):
        return (_issued(ticket, command),)
    if ticket is None:
        raise Refusal("no_such_ticket", "Không tìm thấy số thứ tự này.", "There is no such ticket.")
    if isinstance(command, Call):
        return (_called(ticket, command),)
    if isinstance(command, Undo):
        return (_undone(ticket, command),)
    if isinstance(command, Release):
        return _released(ticket, command)
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
            _refuse_too_early(ticket, command)
            return (_step(ticket, command, "absent"),)
        case Park():
            return (_step(ticket, command, "parked"),)
        case UndoCall():
            return (_fact(ticket, "call_undone", counter=command.counter),)
        case Transfer():
            return (_transferred(ticket, command),)
        case Finish():
            return (_finished(ticket, command),)


def _fact(ticket: Ticket, kind: str, **data: object) -> Fact:
    return Fact(ticket.id, f"ticket.{kind}", data)


def _step(ticket: Ticket, command: MarkAbsent | Park | Transfer | Finish, kind: str, **data: object) -> Fact:
    named = {} if command.step is None else {"step": command.step}
    return _fact(ticket, kind, counter=command.counter, **data, **named)


def _refuse_too_early(ticket: Ticket, command: MarkAbsent) -> None:
    """Refusal `too_early` before the office's minimum of calls to this counter, and of seconds since the first."""
    rule = command.rule
    waited = command.at - (ticket.called_at or command.at)
    calls = ticket.calls - ticket.calls_elsewhere
    if calls < rule.minimum_calls or waited < timedelta(seconds=rule.minimum_seconds):
        raise Refusal(
            "too_early",
            f"Chưa thể ghi vắng: cần gọi ít nhất {rule.minimum_calls} lần và chờ ít nhất {rule.minimum_seconds} giây.",
            f"Not absent yet: call at least {rule.minimum_calls} times and wait {rule.minimum_seconds} seconds.",
        )


def _transferred(ticket: Ticket, command: Transfer) -> Fact:
    back = {} if command.return_to is None else {"return_to": command.return_to}
    return _step(ticket, command, "transferred", line=command.to_line, to_counter=command.to_counter, **back)


def _finished(ticket: Ticket, command: Finish) -> Fact:
    if ticket.returns:
        back = ticket.returns[-1]
        if back.counter in command.closed:
            return _step(ticket, command, "moved_on", line=back.line, back_from=back.counter)
        return _step(ticket, command, "moved_on", line=back.line, to_counter=back.counter)
    if ticket.further:
        return _step(ticket, command, "moved_on", line=ticket.further[0])
    return _step(ticket, command, "done")


def _released(ticket: Ticket, command: Release) -> tuple[Fact, ...]:
    waits_for_it = ticket.state == "waiting" and ticket.target_counter == command.counter
    is_there = ticket.state in ("parked", "called") and ticket.counter == command.counter
    return (_fact(ticket, "released", counter=command.counter),) if waits_for_it or is_there else ()


def _undone(ticket: Ticket, command: Undo) -> Fact:
    last = ticket.last_step
    if last is None or (last.name, last.counter) != (command.step, command.counter):
        raise Refusal(
            "followed",
            f"Không hoàn tác được nữa: số {ticket.label} đã được gọi hoặc đã có bước khác sau đó.",
            f"Too late to undo: ticket {ticket.label} was called or something else was done with it since.",
        )
    return _fact(ticket, "undone", counter=command.counter, step=command.step)


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
    came_late = ticket.state == "absent" and command.why == ticket_slip.WHY
    if ticket.state != "waiting" and not parked_here and not came_late:
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
    why = {} if command.why is None else {"why": command.why}
    return _fact(
        ticket, "called", counter=command.counter, desk=command.desk, key=command.key, mode=command.mode, **why
    )
