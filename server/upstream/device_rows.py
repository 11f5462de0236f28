"""The devices of an office as rows: read at the central server, kept at the office server."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import Connection, delete, select

from shared.journal import tables
from shared.journal.inserting import upsert
from shared.replication.office_server_messages import DeviceRow

_TABLE = tables.device


def read_device_rows(connection: Connection, office: str) -> tuple[DeviceRow, ...]:
    """Every device of `office`, in the order in which they were let in."""
    query = select(
        _TABLE.c.device,
        _TABLE.c.kind,
        _TABLE.c.name,
        _TABLE.c.public_key,
        _TABLE.c.index.label("place"),
        _TABLE.c.kiosk_index,
        _TABLE.c.enrolled_at,
        _TABLE.c.revoked_at,
        _TABLE.c.server,
    ).where(_TABLE.c.office == office)
    return tuple(DeviceRow(*row) for row in connection.execute(query.order_by(_TABLE.c.index)))


def keep_device_rows(connection: Connection, office: str, rows: Sequence[DeviceRow]) -> bool:
    """Keeps the devices as the central server has them; answers whether anything is new.

    A device that the central server has given its index to another, because its database was restored, goes.
    """
    here = {row.device: row for row in read_device_rows(connection, office)}
    news = [row for row in rows if here.get(row.device) != row]
    taken = {row.index for row in rows}
    known = {row.device for row in rows}
    gone = [row.device for row in here.values() if row.device not in known and row.index in taken]
    if gone:
        connection.execute(delete(_TABLE).where(_TABLE.c.office == office, _TABLE.c.device.in_(gone)))
    if news:
        upsert(connection, _TABLE, [{"office": office, **asdict(row)} for row in news])
    return bool(news or gone)
