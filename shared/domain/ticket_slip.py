"""A number read off a slip (gọi theo số trên phiếu): the citizen stands here, and the counter calls that very number.

A counter that was cut off before the slip was printed does not know the ticket, and a label does not tell a ticket's
id. Such a number is served as a *stand-in*: a ticket under an id that date and label alone give, so that two counters
that read the same slip mean the same subject. All steps of a counter work on it. When the real ticket arrives, the
counter that read the slip writes two facts. `ticket.served_by_slip` gives the ticket everything that was done to its
stand-in, at the times at which it was done; `ticket.slip_matched` takes the stand-in out of the queue and of every
count. A ticket that somebody else had called by then keeps its counter, and both officers see the conflict, as with
calls made offline. A ticket that was issued only after the slip was read is another one: the label was misread then.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.domain.fact import Fact, Recorded, with_conflict
from shared.domain.replacing import replace
from shared.domain.ticket_state import Return, Service, Ticket, TicketState, without_call

WHY = "slip"
"""The reason that stands in a call which was made by the number on a slip."""

SERVES = "serve:"
"""How the choice begins by which people give a ticket that was called twice to the counter named after it."""

_NAMESPACE = uuid.UUID("6c9b7f0e-52a4-4d0e-9d57-1b0f3f1f7c21")
_CLOCKS_MAY_DIFFER = timedelta(minutes=5)
_STATES: tuple[TicketState, ...] = ("waiting", "called", "parked", "absent", "done")


@dataclass(frozen=True, slots=True)
class ReadOff:
    """Read an unknown number off a slip (đọc số trên phiếu) at `counter`."""

    date: str
    line: str
    number: int
    label: str
    counter: str


def stand_in_id(date: str, label: str) -> str:
    """The subject of what stands in for the unknown ticket `label` of the business date (ISO)."""
    return str(uuid.uuid5(_NAMESPACE, f"{date}/{label}"))


def stand_in_token(date: str, label: str) -> str:
    """Stands where a ticket has its secret; it opens no page, because no token is written like that."""
    return f"slip.{date}.{label}"


def read_off(known: Ticket | None, command: ReadOff) -> tuple[Fact, ...]:
    """The fact that begins a stand-in; none when it has been begun."""
    if known is not None:
        return ()
    return (
        Fact(
            stand_in_id(command.date, command.label),
            "ticket.read_off_slip",
            {
                "date": command.date,
                "line": command.line,
                "number": command.number,
                "label": command.label,
                "counter": command.counter,
            },
        ),
    )


def match(stand_in: Ticket, real: Ticket) -> tuple[Fact, ...]:
    """The facts by which the ticket that has arrived takes its stand-in's place; none for a label that was misread."""
    if stand_in.slip is not None or real.issued_at > stand_in.issued_at + _CLOCKS_MAY_DIFFER:
        return ()
    released = Fact(stand_in.id, "ticket.slip_matched", {"ticket": real.id})
    if stand_in.first_called_at is None or is_put_away(stand_in):
        return (released,)
    return (Fact(real.id, "ticket.served_by_slip", {"slip": stand_in.id, **_carried(stand_in)}), released)


def is_put_away(stand_in: Ticket) -> bool:
    """Whether the call of a stand-in was taken back, so that it stands for nobody until it is called again."""
    return stand_in.state == "absent" and stand_in.called_at is None and not stand_in.services


def put_away(stand_in: Ticket) -> Ticket:
    """A stand-in whose only call was taken back: nobody may call it from the queue, where it never waited."""
    return replace(without_call(stand_in), state="absent", last_step=None)


def evolve_read(ticket: Ticket | None, fact: Recorded) -> Ticket:
    """The stand-in begins; a second counter that reads the same slip changes nothing by that alone."""
    if ticket is not None:
        return ticket
    date, label = fact.text("date"), fact.text("label")
    return Ticket(
        id=fact.subject,
        date=date,
        line=fact.text("line"),
        number=fact.integer("number"),
        label=label,
        token=stand_in_token(date, label),
        priority=None,
        procedure=None,
        people_ahead=0,
        wait_low=None,
        wait_high=None,
        issued_at=fact.device_time,
        read_at=fact.text("counter"),
    )


def evolve_matched(ticket: Ticket, fact: Recorded) -> Ticket:
    """The stand-in is done with: it is called nowhere, waits nowhere and counts as no service."""
    return replace(
        put_away(ticket),
        state="done",
        slip=fact.text("ticket"),
        ended_at=ticket.ended_at or fact.device_time,
        target_counter=None,
        services=(),
        returns=(),
    )


def evolve_served(ticket: Ticket, fact: Recorded) -> Ticket:
    """What was done to its stand-in has been done to `ticket`, unless another counter has it."""
    slip, counter = fact.text("slip"), fact.optional_text("counter")
    if ticket.slip == slip:
        return ticket
    if ticket.state in ("called", "parked", "done") and ticket.counter != counter:
        first, second = sorted((ticket.counter or "?", counter or "?"))
        return with_conflict(
            replace(ticket, slip=slip),
            "called_twice",
            f"Số {ticket.label} được phục vụ theo phiếu ở một quầy khi mất kết nối, và được quầy khác gọi.",
            f"Ticket {ticket.label} was served by its slip at one counter while offline, and called by another.",
            (first, second),
        )
    return _gone_on(_taken_over(ticket, fact, slip))


def evolve_settled(ticket: Ticket, fact: Recorded) -> Ticket:
    """People have looked at a conflict; where they chose so, another counter serves the ticket from now on."""
    choice = fact.optional_text("choice") or ""
    if ticket.state != "called" or not choice.startswith(SERVES):
        return ticket
    return replace(ticket, counter=choice.removeprefix(SERVES), desk=None, officer=None, last_step=None)


def _carried(stand_in: Ticket) -> dict[str, object]:
    return {
        "state": stand_in.state,
        "line": stand_in.line,
        "counter": stand_in.counter,
        "desk": stand_in.desk,
        "officer": stand_in.officer,
        "key": stand_in.call_key,
        "calls": stand_in.calls,
        "first_called_at": _text(stand_in.first_called_at),
        "called_at": _text(stand_in.called_at),
        "ended_at": _text(stand_in.ended_at),
        "to_counter": stand_in.target_counter,
        "returns": [[each.counter, each.line] for each in stand_in.returns],
        "services": [
            [each.line, each.counter, each.called_at.isoformat(), each.ended_at.isoformat()]
            for each in stand_in.services
        ],
    }


def _text(instant: datetime | None) -> str | None:
    return None if instant is None else instant.isoformat()


def _taken_over(ticket: Ticket, fact: Recorded, slip: str) -> Ticket:
    said = fact.text("state")
    return replace(
        ticket,
        state=next(state for state in _STATES if state == said),
        line=fact.text("line"),
        counter=fact.optional_text("counter"),
        desk=fact.optional_text("desk"),
        officer=fact.optional_text("officer"),
        call_key=fact.optional_text("key"),
        call_mode="offline" if fact.optional_text("key") else None,
        call_why=WHY if fact.optional_text("key") else None,
        calls=ticket.calls + fact.integer("calls"),
        first_called_at=ticket.first_called_at or fact.instant("first_called_at"),
        called_at=fact.optional_instant("called_at"),
        ended_at=fact.optional_instant("ended_at"),
        target_counter=fact.optional_text("to_counter"),
        returns=tuple(Return(*pair) for pair in _rows(fact, "returns", 2)),
        services=(*ticket.services, *(_service(row) for row in _rows(fact, "services", 4))),
        further=tuple(each for each in ticket.further if each != fact.text("line")),
        slip=slip,
        last_step=None,
    )


def _gone_on(ticket: Ticket) -> Ticket:
    """A visit with further matters, of which the stand-in knew nothing, is not over with the first."""
    if ticket.state != "done" or not ticket.further:
        return ticket
    return replace(put_away(ticket), state="waiting", line=ticket.further[0], further=ticket.further[1:], ended_at=None)


def _rows(fact: Recorded, name: str, width: int) -> list[list[str]]:
    rows = fact.data[name]
    if not isinstance(rows, list | tuple):
        raise ValueError(f"{name} is not a list")
    found = [list(row) for row in rows]
    if any(len(row) != width or not all(isinstance(each, str) for each in row) for row in found):
        raise ValueError(f"{name} is not readable")
    return found


def _service(row: list[str]) -> Service:
    line, counter, called_at, ended_at = row
    return Service(line, counter, datetime.fromisoformat(called_at), datetime.fromisoformat(ended_at))
