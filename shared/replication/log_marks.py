"""What is noted beside the head of a log: who brought it here, and how far the central server has it.

On an office server `acknowledged` is how far the central server has a log; a device is told so of its own and keeps it
as `province`. At the central server `province` is how far it has written a log of its own before it was restored.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import ColumnElement, Connection, and_, exists, func, select, update

from shared.journal import tables
from shared.journal.event import Event
from shared.journal.journal import Writer, log_head, set_log_head
from shared.replication import log_store
from shared.replication.sender import OwnLog

_LOG, _DEVICE = tables.log, tables.device


@dataclass(frozen=True, slots=True)
class LogState:
    """A log as this node has it (sổ và mức đã gửi): its end here, and how far the central server has it."""

    log: OwnLog
    seq: int
    acknowledged: int


def last_unsent(connection: Connection, log: OwnLog, kind: str) -> int | None:
    """The number of the last event of `kind` in `log` that the server is not known to have."""
    event = tables.event
    acknowledged = select(_LOG.c.acknowledged).where(_is(log)).scalar_subquery()
    query = select(func.max(event.c.seq)).where(
        event.c.office == log.office,
        event.c.device == log.device,
        event.c.epoch == log.epoch,
        event.c.seq > acknowledged,
        event.c.kind == kind,
    )
    return connection.execute(query).scalar()


def set_carrier(connection: Connection, log: OwnLog, carrier: str) -> None:
    """Notes that the office server `carrier` ("id.run") has brought `log` here and so has all of it."""
    connection.execute(update(_LOG).where(_is(log)).values(carrier=carrier))


def keep_own_ends(connection: Connection, server: str) -> None:
    """Keeps, in a backup that is being restored, how far the central server `server` has written its logs itself.

    What comes after is brought by office servers, which could have made it up.
    """
    own = (_LOG.c.device == server) & _LOG.c.carrier.is_(None)
    connection.execute(update(_LOG).where(own).values(province=_LOG.c.seq))


def brought_by_others() -> ColumnElement[bool]:
    """Whether an event was brought by an office server, and not written here or sent by its own device."""
    event = tables.event
    return exists().where(
        _LOG.c.office == event.c.office,
        _LOG.c.device == event.c.device,
        _LOG.c.epoch == event.c.epoch,
        _LOG.c.carrier.is_not(None),
        event.c.seq > func.coalesce(_LOG.c.province, 0),
    )


def province_of(connection: Connection, log: OwnLog) -> int | None:
    """How far the central server has this device's own `log`, as its office server said; None when it is that one."""
    return connection.execute(select(_LOG.c.province).where(_is(log))).scalar()


def set_province(connection: Connection, log: OwnLog, province: int | None) -> bool:
    """Notes how far the central server has `log`; answers whether that was news."""
    news = update(_LOG).where(_is(log), _LOG.c.province.is_distinct_from(province)).values(province=province)
    return connection.execute(news).rowcount > 0


def not_in_province(connection: Connection, log: OwnLog) -> int | None:
    """How many events of `log` the central server has not, as far as is known here; None without an office server."""
    row = connection.execute(select(_LOG.c.seq, _LOG.c.province).where(_is(log))).one_or_none()
    return None if row is None or row[1] is None else max(0, int(row[0]) - int(row[1]))


def carried_logs(connection: Connection, office: str, server: str) -> list[LogState]:
    """The logs that the office server `server` brings to the central one. Stopped ones are left out.

    They are those of devices let in through an office server, of office servers before it, and those that the central
    server wrote itself and may have lost: it is no device, and has no row.
    """
    through = _DEVICE.c.device.is_(None) | _DEVICE.c.server.is_not(None) | (_DEVICE.c.kind == "office_server")
    joined = _LOG.outerjoin(_DEVICE, and_(_DEVICE.c.office == _LOG.c.office, _DEVICE.c.device == _LOG.c.device))
    query = (
        select(_LOG.c.device, _LOG.c.epoch, _LOG.c.seq, _LOG.c.acknowledged)
        .select_from(joined)
        .where(_LOG.c.office == office, _LOG.c.device != server, _LOG.c.state == "open", through)
        .order_by(_LOG.c.device, _LOG.c.epoch)
    )
    return [
        LogState(OwnLog(office, str(device), int(epoch)), int(seq), int(acknowledged))
        for device, epoch, seq, acknowledged in connection.execute(query)
    ]


def count_unsent(connection: Connection, office: str) -> int:
    """How many events of the office, its devices' included, the central server is not known to have."""
    unsent = func.coalesce(func.sum(_LOG.c.seq - _LOG.c.acknowledged), 0)
    return int(connection.execute(select(unsent).where(_LOG.c.office == office, _LOG.c.state == "open")).scalar_one())


def stop_log(connection: Connection, log: OwnLog) -> None:
    """Notes that `log` has two branches: nothing more of it is taken or sent, and its device begins a new epoch."""
    connection.execute(update(_LOG).where(_is(log)).values(state="forked"))


def follow_logs(writer: Writer, events: Sequence[Event]) -> None:
    """Moves the heads of the logs of `events`, which have come from the central server and are here already.

    So a device whose office server was restored, or is a new one, goes on where its log ends and not over it.
    """
    in_order = sorted(events, key=lambda event: (event.device, event.epoch, event.seq))
    for (device, epoch), stretch in groupby(in_order, key=lambda event: (event.device, event.epoch)):
        _follow(writer, OwnLog(writer.office, device, epoch), list(stretch))


def _follow(writer: Writer, log: OwnLog, stretch: Sequence[Event]) -> None:
    connection, newest = writer.connection, stretch[-1]
    head = log_head(connection, log.office, log.device, log.epoch)
    last: Event | None = None
    for event in stretch:
        if (event.seq - 1, event.previous) == head:
            last, head = event, (event.seq, event.hash)
    if last is not None:
        set_log_head(connection, last)
    # Of a log with two branches nothing is noted: the other branch is shown to the central server, which judges.
    if log_store.hash_at(connection, log, newest.seq) == newest.hash:
        behind = _LOG.c.acknowledged < newest.seq
        connection.execute(update(_LOG).where(_is(log), behind).values(acknowledged=newest.seq))


def _is(log: OwnLog) -> ColumnElement[bool]:
    return and_(_LOG.c.office == log.office, _LOG.c.device == log.device, _LOG.c.epoch == log.epoch)
