"""Several claims in one transaction, each decided in its turn, with as few questions to the database as possible.

What comes out is what `shared.actions.call_next.claim_within` would answer to the same presses one after the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, insert, select

from server.claim_queue import Candidate, ClaimQueue
from shared.actions.call_next import ClaimRule, Press, claim_within
from shared.clock import business_date
from shared.domain import ticket
from shared.domain.fact import Fact
from shared.domain.queue_order import Next
from shared.journal import tables
from shared.journal.asking import ask
from shared.journal.event import Event
from shared.journal.journal import Writer
from shared.journal.read_model import TICKETS, milliseconds

_KNOWN = select(tables.claim.c.key).where(
    tables.claim.c.office == bindparam("office"), tables.claim.c.key.in_(bindparam("keys", expanding=True))
)
_KEEP = insert(tables.claim)


def claim_together(writer: Writer, rule: ClaimRule, presses: Sequence[Press], queue: ClaimQueue) -> list[Event | None]:
    """The call event for each of `presses`, None where nobody waits; the same press gets the same answer again.

    `queue` may be one that an earlier group has kept.
    """
    keys = [press.key for press in presses]
    known = set(ask(writer.connection, _KNOWN, {"office": writer.office, "keys": keys}).scalars())
    called = _call(writer, rule, [press for press in presses if press.key not in known], queue)
    return [claim_within(writer, rule, press) if press.key in known else called.get(press.key) for press in presses]


def _call(writer: Writer, rule: ClaimRule, presses: Sequence[Press], queue: ClaimQueue) -> dict[str, Event]:
    """Calls the next ticket for each of `presses`, of which none has been answered before; the events by key."""
    if not presses:
        return {}
    queue.turn_to(writer, business_date(writer.now).isoformat(), rule.bound, presses)
    chosen: dict[str, tuple[Press, Next[Candidate]]] = {}
    for press in presses:
        found = None if press.key in chosen else queue.take(press)
        if found is not None:
            chosen[press.key] = (press, found)
    if not chosen:
        # "Nobody waits" is not kept: the same press, repeated when somebody has come, may call.
        return {}
    tickets = writer.states(TICKETS, [found.ticket.id for _, found in chosen.values()])
    facts = [(press.officer, _fact(press, tickets[found.ticket.id])) for press, found in chosen.values()]
    events = writer.append_each(facts)
    rows = [_row(writer, press, found) for press, found in chosen.values()]
    writer.before_commit(lambda connection: connection.execute(_KEEP, rows))
    return dict(zip(chosen, events, strict=True))


def _fact(press: Press, chosen: ticket.Ticket) -> Fact:
    command = ticket.Call(press.counter, press.desk, press.key, "claimed")
    (fact,) = ticket.decide(chosen, command)
    return fact


def _row(writer: Writer, press: Press, chosen: Next[Candidate]) -> dict[str, object]:
    return {
        "office": writer.office,
        "key": press.key,
        "counter": press.counter,
        "ticket": chosen.ticket.id,
        "why": chosen.why,
        "claimed_at": milliseconds(writer.now),
    }
