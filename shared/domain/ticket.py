"""A ticket (số thứ tự): one place in one line on one business date, from the slip to the end of the service.

    waiting -> called -> done
       ^         |-> absent (vắng mặt)
       |         |-> parked (tạm gác) -> called
       |---------|   call undone, or transferred to a line or a counter

Two counters that were both offline can call the same ticket. The fold gives it to one of them by a fixed rule: a call
claimed at the server wins over an offline one, otherwise the first in order; both officers see the conflict.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from shared.domain.fact import Conflict, Fact, Recorded, with_conflict
from shared.failures import Refusal

TicketState = Literal["waiting", "called", "parked", "absent", "done"]
CallMode = Literal["claimed", "offline"]


@dataclass(frozen=True, slots=True)
class Ticket:
    """A ticket (số thứ tự). `date` is the business date (ISO), waits are in minutes, `calls` counts calls and recalls.

    `priority` is the id of the priority group or None; `target_counter` is set when the ticket was transferred to one
    counter; `call_key` is the idempotency key of the key press that called it.
    """

    id: str
    date: str
    line: str
    number: int
    label: str
    token: str
    priority: str | None
    procedure: str | None
    people_ahead: int
    wait_low: int | None
    wait_high: int | None
    issued_at: datetime
    state: TicketState = "waiting"
    counter: str | None = None
    desk: str | None = None
    officer: str | None = None
    called_at: datetime | None = None
    calls: int = 0
    call_key: str | None = None
    call_mode: CallMode | None = None
    ended_at: datetime | None = None
    target_counter: str | None = None
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """Take a number (lấy số): everything about the new ticket that its kiosk has worked out."""

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
    """The service is over (hoàn tất)."""

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
            return (_fact(ticket, "done", counter=command.counter),)


def _fact(ticket: Ticket, kind: str, **data: object) -> Fact:
    return Fact(ticket.id, f"ticket.{kind}", data)


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


def evolve(ticket: Ticket | None, fact: Recorded) -> Ticket | None:
    """`ticket` after `fact`. Unknown kinds change nothing; what does not fit leaves a conflict."""
    if fact.kind == "ticket.issued":
        return _evolve_issued(ticket, fact)
    if ticket is None:
        return None
    if fact.kind == "ticket.called":
        return _evolve_called(ticket, fact)
    if fact.kind not in _AT_THE_COUNTER:
        return ticket
    counter = fact.text("counter")
    if ticket.state != "called" or ticket.counter != counter:
        return _out_of_turn(ticket, counter)
    match fact.kind:
        case "ticket.recalled":
            return replace(ticket, calls=ticket.calls + 1)
        case "ticket.absent":
            return replace(ticket, state="absent", ended_at=fact.device_time)
        case "ticket.parked":
            return replace(ticket, state="parked")
        case "ticket.call_undone":
            return _waiting_again(ticket)
        case "ticket.transferred":
            return replace(
                _waiting_again(ticket),
                line=fact.text("line"),
                target_counter=fact.optional_text("to_counter"),
            )
        case _:
            return replace(ticket, state="done", ended_at=fact.device_time)


_AT_THE_COUNTER = frozenset(
    f"ticket.{kind}" for kind in ("recalled", "absent", "parked", "call_undone", "transferred", "done")
)


def _waiting_again(ticket: Ticket) -> Ticket:
    return replace(
        ticket,
        state="waiting",
        counter=None,
        desk=None,
        officer=None,
        called_at=None,
        call_key=None,
        call_mode=None,
    )


def _evolve_issued(ticket: Ticket | None, fact: Recorded) -> Ticket:
    if ticket is not None:
        return with_conflict(
            ticket,
            "issued_twice",
            f"Số {ticket.label} được cấp hai lần.",
            f"Ticket {ticket.label} was issued twice.",
        )
    return Ticket(
        id=fact.subject,
        date=fact.text("date"),
        line=fact.text("line"),
        number=fact.integer("number"),
        label=fact.text("label"),
        token=fact.text("token"),
        priority=fact.optional_text("priority"),
        procedure=fact.optional_text("procedure"),
        people_ahead=fact.integer("people_ahead"),
        wait_low=fact.optional_integer("wait_low"),
        wait_high=fact.optional_integer("wait_high"),
        issued_at=fact.device_time,
    )


def _evolve_called(ticket: Ticket, fact: Recorded) -> Ticket:
    counter = fact.text("counter")
    mode: CallMode = "claimed" if fact.text("mode") == "claimed" else "offline"
    taken = replace(
        ticket,
        state="called",
        counter=counter,
        desk=fact.text("desk"),
        officer=fact.actor,
        called_at=fact.device_time,
        calls=ticket.calls + 1,
        call_key=fact.text("key"),
        call_mode=mode,
    )
    if ticket.state in ("waiting", "parked"):
        return taken
    if ticket.counter == counter:
        return ticket
    claimed_wins = ticket.state == "called" and mode == "claimed" and ticket.call_mode == "offline"
    winner = taken if claimed_wins else ticket
    first, second = sorted((ticket.counter or "?", counter))
    return with_conflict(
        winner,
        "called_twice",
        f"Số {ticket.label} được hai quầy gọi khi mất kết nối; một quầy phục vụ.",
        f"Ticket {ticket.label} was called by two counters while offline; one of them serves it.",
        (first, second),
    )


def _out_of_turn(ticket: Ticket, counter: str) -> Ticket:
    return with_conflict(
        ticket,
        "out_of_turn",
        f"Có quầy ghi nhận một bước cho số {ticket.label} khi số này không ở quầy đó.",
        f"A counter recorded a step for ticket {ticket.label}, which was not at that counter.",
        (counter,),
    )
