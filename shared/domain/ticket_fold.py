"""How a ticket came to be what it is: the fold of its facts.

Two counters that were both offline can call the same ticket. The fold gives it to one of them by a fixed rule: a call
claimed at the server wins over an offline one, otherwise the first in order; both officers see the conflict.

A step that ends or interrupts a service (absent, parked, transferred, moved on, done) has a name, and the ticket keeps
what it was before the last one, so that `ticket.undone` can take that very step back. When anything else has come in
between in the one order of facts, the undoing changes nothing and is a conflict. A step without a name, as earlier
versions recorded it, cannot be taken back.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from typing import Any

from shared.domain import ticket_slip
from shared.domain.fact import Recorded, with_conflict
from shared.domain.replacing import replace
from shared.domain.ticket_state import CallMode, LastStep, Return, Service, Ticket, without_call

_BEFORE = tuple(field.name for field in fields(LastStep) if field.name != "name")


def evolve(ticket: Ticket | None, fact: Recorded) -> Ticket | None:
    """`ticket` after `fact`. Unknown kinds change nothing; what does not fit leaves a conflict."""
    if fact.kind == "ticket.issued":
        return _evolve_issued(ticket, fact)
    if fact.kind == "ticket.read_off_slip":
        return ticket_slip.evolve_read(ticket, fact)
    if ticket is None:
        return None
    if fact.kind == "ticket.called":
        return _evolve_called(ticket, fact)
    if fact.kind == "ticket.undone":
        return _evolve_undone(ticket, fact)
    if fact.kind in _BESIDE_THE_COUNTER:
        return _BESIDE_THE_COUNTER[fact.kind](ticket, fact)
    if fact.kind not in _AT_THE_COUNTER:
        return ticket
    counter = fact.text("counter")
    if ticket.state != "called" or ticket.counter != counter:
        return _out_of_turn(ticket, counter)
    return replace(_after_step(ticket, fact), last_step=_step_of(ticket, fact))


def _after_step(ticket: Ticket, fact: Recorded) -> Ticket:
    """The ticket being served after a step of its counter."""
    match fact.kind:
        case "ticket.recalled":
            return replace(ticket, calls=ticket.calls + 1)
        case "ticket.absent":
            return replace(ticket, state="absent", ended_at=fact.device_time)
        case "ticket.parked":
            return replace(ticket, state="parked")
        case "ticket.call_undone":
            never_waited = ticket.read_at is not None and not ticket.services
            return ticket_slip.put_away(ticket) if never_waited else _waiting_again(ticket)
        case "ticket.transferred":
            return _evolve_transferred(ticket, fact)
        case "ticket.moved_on":
            return _evolve_moved_on(ticket, fact)
        case _:
            return replace(
                ticket,
                state="done",
                ended_at=fact.device_time,
                further=(),
                services=_with_service(ticket, fact.device_time),
            )


_AT_THE_COUNTER = frozenset(
    f"ticket.{kind}" for kind in ("recalled", "absent", "parked", "call_undone", "transferred", "moved_on", "done")
)


def _without(lines: tuple[str, ...], line: str) -> tuple[str, ...]:
    return tuple(each for each in lines if each != line)


def _with_service(ticket: Ticket, ended_at: datetime) -> tuple[Service, ...]:
    if ticket.called_at is None or ticket.counter is None:
        return ticket.services
    return (*ticket.services, Service(ticket.line, ticket.counter, ticket.called_at, ended_at))


def _waiting_again(ticket: Ticket) -> Ticket:
    return replace(without_call(ticket), state="waiting")


def _evolve_transferred(ticket: Ticket, fact: Recorded) -> Ticket:
    line, back = fact.text("line"), fact.optional_text("return_to")
    return replace(
        _sent_on(ticket, fact),
        line=line,
        target_counter=fact.optional_text("to_counter"),
        further=_without(ticket.further, line),
        returns=(*ticket.returns, Return(back, ticket.line)) if back else ticket.returns,
    )


def _evolve_moved_on(ticket: Ticket, fact: Recorded) -> Ticket:
    """The service here is over: on to the next matter, or back to the counter that it was sent from.

    A counter that had closed is named by `back_from`: the ticket waits in that counter's line for whoever serves it.
    """
    line, counter = fact.text("line"), fact.optional_text("to_counter")
    back = counter is not None or fact.optional_text("back_from") is not None
    return replace(
        _sent_on(ticket, fact),
        line=line,
        target_counter=counter,
        further=ticket.further if back else _without(ticket.further, line),
        returns=ticket.returns[:-1] if back else ticket.returns,
        services=_with_service(ticket, fact.device_time),
    )


def _sent_on(ticket: Ticket, fact: Recorded) -> Ticket:
    """Waiting somewhere else; facts without a step's name keep the count of calls as earlier versions kept it."""
    named = fact.optional_text("step") is not None
    return replace(_waiting_again(ticket), calls_elsewhere=ticket.calls if named else ticket.calls_elsewhere)


def _step_of(ticket: Ticket, fact: Recorded) -> LastStep | None:
    name = fact.optional_text("step")
    if name is None:
        return None
    before: dict[str, Any] = {field: getattr(ticket, field) for field in _BEFORE}
    return LastStep(name=name, **before)


def _evolve_undone(ticket: Ticket, fact: Recorded) -> Ticket:
    counter, step = fact.text("counter"), fact.text("step")
    last = ticket.last_step
    if last is None or (last.name, last.counter) != (step, counter):
        return with_conflict(
            ticket,
            "undone_too_late",
            f"Một bước của số {ticket.label} được hoàn tác khi số này đã có bước khác; hoàn tác không có hiệu lực.",
            f"A step of ticket {ticket.label} was undone after another step had followed; the undoing has no effect.",
            tuple(sorted({counter, ticket.counter or counter})),
        )
    before: dict[str, Any] = {field: getattr(last, field) for field in _BEFORE}
    return replace(ticket, state="called", ended_at=None, last_step=None, **before)


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
        further=fact.texts("further"),
        holder=fact.optional_text("holder"),
        appointment=fact.optional_text("appointment"),
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
        first_called_at=ticket.first_called_at or fact.device_time,
        calls=ticket.calls + 1,
        call_key=fact.text("key"),
        call_mode=mode,
        call_why=fact.optional_text("why"),
        last_step=None,
    )
    came_late = ticket.state == "absent" and fact.optional_text("why") == ticket_slip.WHY
    if ticket.state in ("waiting", "parked") or came_late:
        return replace(taken, ended_at=None)
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


def _evolve_released(ticket: Ticket, fact: Recorded) -> Ticket:
    """The counter that it waited for, or that had it, has closed: it waits in its line for everybody.

    Where that is not so any more the fact changes nothing: whoever called it in the meantime serves it.
    """
    counter = fact.text("counter")
    if ticket.state == "waiting" and ticket.target_counter == counter:
        return replace(ticket, target_counter=None)
    if ticket.state in ("parked", "called") and ticket.counter == counter:
        return replace(_waiting_again(ticket), calls_elsewhere=ticket.calls, last_step=None)
    return ticket


_BESIDE_THE_COUNTER = {
    "ticket.released": _evolve_released,
    "ticket.served_by_slip": ticket_slip.evolve_served,
    "ticket.slip_matched": ticket_slip.evolve_matched,
    "ticket.conflict_settled": ticket_slip.evolve_settled,
}
"""What happens to a ticket without a step of the counter that serves it."""
