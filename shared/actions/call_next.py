"""Call the next number (gọi số kế tiếp): the one act that several counters race for.

At the server it is a claim: one transaction under the office's lock, one answer for ever to one key press. A counter
whose server stays silent decides by itself from what it knows, and the event says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import insert, select

from shared.clock import business_date
from shared.domain import ticket
from shared.domain.queue_order import Next, choose_next
from shared.journal import tables
from shared.journal.event import Event, read_event
from shared.journal.journal import Journal, Reader, Writer
from shared.journal.queue_queries import heads_of_queue, tickets_at
from shared.journal.read_model import TICKETS, events_of, milliseconds


@dataclass(frozen=True, slots=True)
class ClaimRule:
    """The office's fairness: at most `bound` priority tickets in a row while an ordinary one waits."""

    bound: int


@dataclass(frozen=True, slots=True)
class Press:
    """One press of the call key: `key` is its idempotency key, `counter` serves `lines`, `officer` pressed it."""

    key: str
    counter: str
    desk: str
    officer: str
    lines: tuple[str, ...]


def next_ticket(reader: Reader, rule: ClaimRule, date: str, press: Press) -> Next[ticket.Ticket] | None:
    """Who would be called, and why."""
    heads = heads_of_queue(reader, date, press.counter, press.lines, rule.bound)
    return choose_next(
        transferred=heads.transferred,
        priority=heads.priority,
        ordinary=heads.ordinary,
        priority_streak=heads.priority_streak,
        bound=rule.bound,
    )


def claim_next(journal: Journal, rule: ClaimRule, press: Press) -> Event | None:
    """The server's claim in a transaction of its own; see `claim_within`."""
    with journal.writing() as writer:
        return claim_within(writer, rule, press)


def claim_within(writer: Writer, rule: ClaimRule, press: Press) -> Event | None:
    """The call event for `press`, None when nobody waits; the same press gets the same answer again."""
    table = tables.claim
    known = writer.connection.execute(
        select(table.c.ticket).where(table.c.office == writer.office, table.c.key == press.key)
    ).one_or_none()
    if known is not None:
        return None if known[0] is None else _call_event(writer, str(known[0]), press.key)
    chosen = next_ticket(writer, rule, business_date(writer.now).isoformat(), press)
    event = None if chosen is None else _call(writer, chosen.ticket, press, "claimed")
    if chosen is not None:
        # "Nobody waits" is not kept: the same press, repeated when somebody has come, may call.
        writer.connection.execute(
            insert(table).values(
                office=writer.office,
                key=press.key,
                counter=press.counter,
                ticket=chosen.ticket.id,
                why=chosen.why,
                claimed_at=milliseconds(writer.now),
            )
        )
    return event


def call_offline(journal: Journal, rule: ClaimRule, press: Press) -> ticket.Ticket | None:
    """The counter's own decision while the server is silent; None when nobody waits as far as it knows."""
    with journal.writing() as writer:
        chosen = next_ticket(writer, rule, business_date(writer.now).isoformat(), press)
        if chosen is None:
            return None
        _call(writer, chosen.ticket, press, "offline")
        return writer.state(TICKETS, chosen.ticket.id)


def call_parked(journal: Journal, press: Press, ticket_id: str) -> ticket.Ticket | None:
    """Calls a ticket back that this counter parked: nobody else races for it."""
    with journal.writing() as writer:
        parked = writer.state(TICKETS, ticket_id)
        command = ticket.Call(press.counter, press.desk, press.key, "offline", ticket.PARKED)
        writer.append(press.officer, ticket.decide(parked, command))
        return writer.state(TICKETS, ticket_id)


def release_orphaned_claims(journal: Journal, date: str, counter: str, officer: str) -> tuple[str, ...]:
    """Puts back into the line what the server claimed for a press that this counter had already answered by itself.

    That happens when the server committed a claim and its answer was lost: the counter then serves one ticket and the
    server holds a second one for the same press. Answers the labels that were put back.
    """
    with journal.writing() as writer:
        called = tickets_at(writer, date, counter, "called")
        by_itself = {each.call_key for each in called if each.call_mode == "offline"}
        orphans = [each for each in called if each.call_mode == "claimed" and each.call_key in by_itself]
        for orphan in orphans:
            writer.append(officer, ticket.decide(orphan, ticket.UndoCall(counter)))
        return tuple(orphan.label for orphan in orphans)


def _call(writer: Writer, chosen: ticket.Ticket, press: Press, mode: ticket.CallMode) -> Event:
    command = ticket.Call(press.counter, press.desk, press.key, mode)
    return writer.append(press.officer, ticket.decide(chosen, command))[0]


def _call_event(reader: Reader, ticket_id: str, key: str) -> Event | None:
    for event in events_of(reader.connection, reader.office, ticket_id):
        if event.kind == "ticket.called" and event.data.get("key") == key:
            return read_event(event.body)
    return None
