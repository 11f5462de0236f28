"""What a ticket is after all that has happened to it. How it came about stands in `ticket_fold`, what may happen in
`ticket`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from shared.domain.fact import Conflict
from shared.domain.replacing import replace

TicketState = Literal["waiting", "called", "parked", "absent", "done"]
CallMode = Literal["claimed", "offline"]


APPOINTMENT = "appointment"
"""The priority of a ticket whose citizen checked in for an appointment (lịch hẹn): called before ordinary ones."""

WALK_IN = "walk_in"
"""Why a number was called that the counter itself gave to somebody who stood there without one."""

PARKED = "parked"
"""Why a number was called that its counter had put aside."""


@dataclass(frozen=True, slots=True)
class Service:
    """One service that is over (lượt phục vụ): the line, the counter, and from the call to the end."""

    line: str
    counter: str
    called_at: datetime
    ended_at: datetime


@dataclass(frozen=True, slots=True)
class Return:
    """Where a ticket that was sent on comes back to (quay lại): the counter, and the line in which it was served."""

    counter: str
    line: str


@dataclass(frozen=True, slots=True)
class LastStep:
    """The last step at a counter (bước vừa làm) by its `name`, and what the ticket being served was before it."""

    name: str
    line: str
    counter: str | None
    desk: str | None
    officer: str | None
    called_at: datetime | None
    call_key: str | None
    call_mode: CallMode | None
    target_counter: str | None
    further: tuple[str, ...]
    services: tuple[Service, ...]
    returns: tuple[Return, ...]
    calls_elsewhere: int
    call_why: str | None = None


@dataclass(frozen=True, slots=True)
class Ticket:
    """A ticket (số thứ tự). `date` is the business date (ISO), waits are in minutes, `calls` counts calls and recalls.

    `priority` is the id of the priority group, `APPOINTMENT` or None; `target_counter` is set when the ticket was
    transferred to one counter; `call_key` is the idempotency key of the key press that called it. `further` are the
    lines still to be served after this one; `services` those that are over; `first_called_at` ends the promised wait.
    `holder` marks the identity card behind the ticket for one day without naming it (see `card_mark`), or None.
    `read_at`: the counter that read it off a slip without knowing it, for what stands in for an unknown ticket (see
    `ticket_slip`); `slip`: on a ticket, the id of what had stood in for it, on a stand-in the id of its ticket.
    `call_why`: why this very number was called, if it was not its turn (`ticket_slip.WHY`, `WALK_IN`, `PARKED`).
    `returns`: the counters it comes back to when it is done where it is, the last first; `calls_elsewhere`: those of
    `calls` that were made before it was last sent on; `last_step`: what can still be taken back, or None.
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
    further: tuple[str, ...] = ()
    services: tuple[Service, ...] = ()
    first_called_at: datetime | None = None
    holder: str | None = None
    appointment: str | None = None
    returns: tuple[Return, ...] = ()
    calls_elsewhere: int = 0
    last_step: LastStep | None = None
    read_at: str | None = None
    slip: str | None = None
    call_why: str | None = None
    conflicts: tuple[Conflict, ...] = ()


def without_call(ticket: Ticket) -> Ticket:
    """The ticket as if nobody had called it: at no counter, by no officer; its state is left to whoever asks."""
    return replace(
        ticket, counter=None, desk=None, officer=None, called_at=None, call_key=None, call_mode=None, call_why=None
    )
