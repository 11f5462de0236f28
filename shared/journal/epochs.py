"""A new epoch for a database that was restored or cloned, so that its log never forks.

What the server never acknowledged is only here; it is written again as the first events of the new epoch, with the same
facts, times, actors and Lamport numbers. What the server acknowledged stays as it is; what the lost original wrote
after the backup comes back by pull like the events of any other device, and so does what it, or a clone, has written
again under an epoch of its own: that is not written a third time.
"""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import delete, func, select

from shared.domain.fact import Fact
from shared.journal import read_model, tables
from shared.journal.event import GENESIS, Event, Position, read_event, to_json, write_event
from shared.journal.journal import Journal, Writer, log_head, set_log_head
from shared.journal.node import Node, write_node


def begin_epoch(journal: Journal, node: Node, acknowledged_through: int, leap: int = 1) -> Node:
    """Moves the events after `acknowledged_through` into a new epoch; answers the node in that epoch.

    It is `leap` epochs after the newest that is known here. `journal` goes on in it when this returns.
    """
    with journal.writing() as writer:
        later = replace(node, epoch=_newest_epoch(writer, node) + leap)
        _move_tail(writer, node, later, acknowledged_through)
        write_node(writer.connection, later)
    journal.epoch = later.epoch
    return later


def _newest_epoch(writer: Writer, node: Node) -> int:
    """The newest epoch of this device that is known here: its lost original may have begun later ones."""
    event = tables.event
    newest = writer.connection.execute(
        select(func.max(event.c.epoch)).where(event.c.office == node.office, event.c.device == node.device)
    ).scalar()
    return max(node.epoch, newest or 0)


def _move_tail(writer: Writer, node: Node, later: Node, acknowledged_through: int) -> None:
    connection, table = writer.connection, tables.event
    # What lies behind the head was not written here: it came back from the server.
    own_head, _ = log_head(connection, node.office, node.device, node.epoch)
    tail_of = (
        (table.c.office == node.office)
        & (table.c.device == node.device)
        & (table.c.epoch == node.epoch)
        & (table.c.seq > acknowledged_through)
        & (table.c.seq <= own_head)
    )
    bodies = connection.execute(select(table.c.body).where(tail_of).order_by(table.c.seq)).scalars().all()
    tail = [read_event(bytes(body)) for body in bodies]
    if not tail:
        return
    connection.execute(delete(table).where(tail_of))
    written_again = _contents_of_other_epochs(writer, node, min(event.lamport for event in tail))
    previous, moved = GENESIS, []
    for seq, event in enumerate((event for event in tail if _content(event) not in written_again), start=1):
        position = Position(node.office, node.device, later.epoch, seq, previous, event.lamport)
        fact = Fact(event.subject, event.kind, event.data)
        moved.append(write_event(position, event.time, event.actor, fact, event.personal))
        previous = moved[-1].hash
    if moved:
        writer.record(moved)
        set_log_head(connection, moved[-1])
    _set_old_head(writer, node, acknowledged_through)
    folded = [event for event in tail if read_model.projection_of(event.kind) is not None]
    read_model.refold(connection, node.office, {event.subject: event.kind for event in folded})


def _contents_of_other_epochs(writer: Writer, node: Node, lowest_lamport: int) -> set[bytes]:
    """What this device's name has written in other epochs, from `lowest_lamport` on."""
    event = tables.event
    query = select(event.c.body).where(
        event.c.office == node.office,
        event.c.device == node.device,
        event.c.epoch != node.epoch,
        event.c.lamport >= lowest_lamport,
    )
    return {_content(read_event(bytes(body))) for body in writer.connection.execute(query).scalars()}


def _content(event: Event) -> bytes:
    """Everything about an event but its place in a log."""
    time = event.time.isoformat()
    return to_json([event.subject, event.kind, event.actor, time, event.lamport, event.data, event.personal])


def _set_old_head(writer: Writer, node: Node, acknowledged_through: int) -> None:
    log, event = tables.log, tables.event
    this_log = (log.c.office == node.office) & (log.c.device == node.device) & (log.c.epoch == node.epoch)
    head = writer.connection.execute(
        select(event.c.hash).where(
            event.c.office == node.office,
            event.c.device == node.device,
            event.c.epoch == node.epoch,
            event.c.seq == acknowledged_through,
        )
    ).scalar()
    values = {"seq": acknowledged_through, "hash": head or GENESIS, "acknowledged": acknowledged_through}
    writer.connection.execute(log.update().where(this_log).values(**values))
