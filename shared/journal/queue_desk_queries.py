"""Questions of the counter's queue column, from the read tables: who waits for it, which machines need hands."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, select

from shared.domain.machine import NEEDS_HANDS, Machine
from shared.domain.ticket import Ticket
from shared.journal.journal import Reader
from shared.journal.read_model import MACHINES, TICKETS
from shared.journal.tables import machine, ticket

_ITS_LINES = ticket.c.line.in_(bindparam("lines", expanding=True)) & ticket.c.target_counter.is_(None)
_WAITING_FOR = (
    select(ticket.c.document)
    .where(
        ticket.c.office == bindparam("office"),
        ticket.c.date == bindparam("date"),
        ticket.c.state == "waiting",
        _ITS_LINES | (ticket.c.target_counter == bindparam("counter")),
    )
    .order_by(ticket.c.issued_at, ticket.c.subject)
    .limit(bindparam("at_most"))
)
_NEED_HANDS = select(machine.c.document).where(
    machine.c.office == bindparam("office"), machine.c.printer.in_(sorted(NEEDS_HANDS))
)


def waiting_for(reader: Reader, date: str, counter: str, lines: Sequence[str], at_most: int) -> tuple[Ticket, ...]:
    """Those who wait for `counter`, which serves `lines`: the first `at_most` by the time of issue."""
    values = {"office": reader.office, "date": date, "counter": counter, "lines": list(lines), "at_most": at_most}
    return tuple(TICKETS.state(document) for document in reader.connection.execute(_WAITING_FOR, values).scalars())


def machines_that_need_hands(reader: Reader) -> tuple[Machine, ...]:
    """The machines whose printer somebody should go to, by name."""
    documents = reader.connection.execute(_NEED_HANDS, {"office": reader.office}).scalars()
    return tuple(sorted(map(MACHINES.state, documents), key=lambda each: (each.name, each.id)))
