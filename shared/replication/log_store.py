"""Logs in the database: the sender's own, and what a receiver has of others'. Works the same on both databases.

A receiver judges and stores in one writing transaction, which holds the office's lock, so that several server processes
can share a database.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import ColumnElement, Connection, Table, and_, outerjoin, select, update

from shared.journal import tables
from shared.journal.event import GENESIS, Event
from shared.journal.inserting import upsert
from shared.journal.journal import PersonalRecord, Writer, set_log_head
from shared.journal.read_model import milliseconds
from shared.replication.messages import Push, PushAnswer
from shared.replication.receiver import LogHead, answer_of, judge
from shared.replication.sender import LogEntry, LogPlace, OwnLog


def own_head(connection: Connection, log: OwnLog) -> LogPlace:
    """Where the log ends here."""
    event = tables.event
    query = select(event.c.seq, event.c.hash).where(_is(event, log)).order_by(event.c.seq.desc()).limit(1)
    row = connection.execute(query).one_or_none()
    return LogPlace(0, GENESIS) if row is None else LogPlace(int(row[0]), str(row[1]))


def other_epochs(connection: Connection, log: OwnLog) -> list[int]:
    """The other epochs of the same device of which there are events here."""
    event = tables.event
    query = (
        select(event.c.epoch)
        .where(event.c.office == log.office, event.c.device == log.device, event.c.epoch != log.epoch)
        .distinct()
        .order_by(event.c.epoch)
    )
    return [int(epoch) for epoch in connection.execute(query).scalars()]


def hash_at(connection: Connection, log: OwnLog, seq: int) -> str | None:
    """The hash of the event here at `seq`; `GENESIS` at 0, None where there is none."""
    if seq == 0:
        return GENESIS
    event = tables.event
    return connection.execute(select(event.c.hash).where(_is(event, log), event.c.seq == seq)).scalar()


def entries_after(connection: Connection, log: OwnLog, seq: int, limit: int) -> list[LogEntry]:
    """The events after `seq`, at most `limit`, each with its personal record unless that was erased."""
    event, personal = tables.event, tables.personal
    joined = outerjoin(event, personal, and_(personal.c.office == event.c.office, personal.c.hash == event.c.personal))
    query = (
        select(event.c.body, event.c.personal, personal.c.body)
        .select_from(joined)
        .where(_is(event, log), event.c.seq > seq)
        .order_by(event.c.seq)
        .limit(limit)
    )
    return [
        LogEntry(bytes(body), None if record is None else PersonalRecord(str(named), bytes(record)))
        for body, named, record in connection.execute(query)
    ]


def acknowledged(connection: Connection, log: OwnLog) -> int:
    """How far the server is known to have this log."""
    return connection.execute(select(tables.log.c.acknowledged).where(_is(tables.log, log))).scalar() or 0


def set_acknowledged(connection: Connection, log: OwnLog, through: int) -> None:
    """Notes how far the server has this log. The mark can go back: a restored server has less than before."""
    connection.execute(
        update(tables.log)
        .where(_is(tables.log, log), tables.log.c.acknowledged != through)
        .values(acknowledged=through)
    )


def unsent(connection: Connection, log: OwnLog) -> int:
    """How many events only this machine has, as far as it knows (chưa đồng bộ)."""
    table = tables.log
    return connection.execute(select(table.c.seq - table.c.acknowledged).where(_is(table, log))).scalar() or 0


def receive(writer: Writer, push: Push, accepted: Callable[[Sequence[Event]], None] = lambda _: None) -> PushAnswer:
    """Judges `push` and stores what it brings, in the caller's transaction. Answer only after COMMIT.

    `accepted` is told the events that were new, within the transaction.
    """
    head = _head_for(writer.connection, push)
    verdict = judge(head, push, writer.furthest)
    if verdict.outcome == "fork" and push.bodies:
        _keep_branch(writer, push, verdict.branch)
    elif verdict.accepted or verdict.personal:
        writer.take_in_new(verdict.accepted, verdict.personal)
    if verdict.accepted:
        set_log_head(writer.connection, verdict.accepted[-1])
        accepted(verdict.accepted)
    return answer_of(verdict, head, push)


def _head_for(connection: Connection, push: Push) -> LogHead:
    log = OwnLog(push.office, push.device, push.epoch)
    table, event = tables.log, tables.event
    row = connection.execute(select(table.c.seq, table.c.hash, table.c.state).where(_is(table, log))).one_or_none()
    if row is None:
        return LogHead()
    first, last = push.first_seq - 1, push.first_seq + len(push.bodies) - 1
    query = select(event.c.seq, event.c.hash).where(_is(event, log), event.c.seq.between(first, last))
    hashes = {int(seq): str(found) for seq, found in connection.execute(query)}
    return LogHead(int(row[0]), str(row[1]), row[2] == "forked", hashes)


def _keep_branch(writer: Writer, push: Push, branch: tuple[Event, ...]) -> None:
    """Stops the log and keeps the other branch beside it, for people to see. Nothing of it is folded."""
    log = OwnLog(push.office, push.device, push.epoch)
    writer.connection.execute(update(tables.log).where(_is(tables.log, log)).values(state="forked"))
    if branch:
        rows = [
            {
                "office": event.office,
                "hash": event.hash,
                "device": event.device,
                "epoch": event.epoch,
                "seq": event.seq,
                "body": event.body,
                "noticed_at": milliseconds(writer.now),
            }
            for event in branch
        ]
        upsert(writer.connection, tables.forked_event, rows)


def _is(table: Table, log: OwnLog) -> ColumnElement[bool]:
    return and_(table.c.office == log.office, table.c.device == log.device, table.c.epoch == log.epoch)
