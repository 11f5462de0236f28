"""The last sign of life of each device: kept when it comes, read for whoever looks after the devices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, and_, select

from shared.journal import tables
from shared.journal.inserting import upsert
from shared.journal.node import read_node
from shared.journal.read_model import milliseconds
from shared.replication.heartbeat_messages import Heartbeat, heartbeat_to_bytes, read_heartbeat
from shared.replication.signing import Caller

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class DeviceSeen:
    """A device and its last sign of life (thiết bị và tín hiệu cuối); `seen_at` by the server's clock, None: never."""

    id: str
    kind: str
    name: str
    index: int
    revoked: bool
    seen_at: datetime | None
    said: Heartbeat | None


def keep_heartbeat(connection: Connection, caller: Caller, heartbeat: Heartbeat, now: datetime) -> None:
    """Keeps `heartbeat` as the last one of the device that sent it."""
    row = {
        "office": caller.office,
        "device": caller.device,
        "at": milliseconds(now),
        "document": heartbeat_to_bytes(heartbeat),
    }
    upsert(connection, tables.heartbeat, [row])


def devices_seen(connection: Connection, office: str) -> tuple[DeviceSeen, ...]:
    """Every device of `office` with its last sign of life, in the order in which they were enrolled.

    Without the office server that asks, which is on its own list and gives its signs of life to the province only.
    """
    device, heartbeat = tables.device, tables.heartbeat
    own = read_node(connection)
    same = and_(heartbeat.c.office == device.c.office, heartbeat.c.device == device.c.device)
    query = (
        select(
            device.c.device,
            device.c.kind,
            device.c.name,
            device.c.index.label("place"),
            device.c.revoked_at,
            heartbeat.c.at,
            heartbeat.c.document,
        )
        .select_from(device.outerjoin(heartbeat, same))
        .where(device.c.office == office, device.c.device != (own.device if own else ""))
        .order_by(device.c.index)
    )
    return tuple(
        DeviceSeen(
            id=row.device,
            kind=row.kind,
            name=row.name,
            index=row.place,
            revoked=row.revoked_at is not None,
            seen_at=None if row.at is None else _EPOCH + timedelta(milliseconds=row.at),
            said=_said(row.document),
        )
        for row in connection.execute(query)
    )


def _said(document: bytes | None) -> Heartbeat | None:
    if document is None:
        return None
    try:
        return read_heartbeat(bytes(document))
    except ValueError:  # a newer server has kept it, before its backup was restored here
        return None
