"""The reserve at the central server: indexes granted to an office server beforehand, and whom it has let in with them.

A grant belongs to one office server in one epoch of it: one whose database was set back asks for new ones, for it
cannot know whom it has let in since.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import asdict, replace

from sqlalchemy import exists, func, insert, select

from server.administration.changes import note
from server.indexes import given_out
from server.offices import Offices
from server.reference_changes import change_reference
from shared.domain.office import DeviceEntry
from shared.domain.text import has_odd_letters
from shared.journal import tables
from shared.journal.journal import Writer
from shared.journal.read_model import milliseconds
from shared.replication.enrolment_messages import LONGEST_NAME, enrolled_kind
from shared.replication.office_server_messages import DeviceRow
from shared.replication.reserve_messages import Reserved

RESERVE = 5
KIOSKS = 2
"""So many indexes are kept at an office server, so many of them for kiosks."""
MOST_UNUSED = 100
"""So many that let nobody in may be granted to one office server in all its epochs."""
KINDS = ("kiosk", "counter", "board")
"""What an office server may let in."""
_DEVICE, _RESERVED, _LOG = tables.device, tables.reserved_index, tables.log
_log = logging.getLogger(__name__)


def granted(writer: Writer, server: str, epoch: int) -> tuple[Reserved, ...]:
    """What the office server `server` has in reserve in `epoch`, filled up."""
    connection, office = writer.connection, writer.office
    has_device = exists().where(_DEVICE.c.office == _RESERVED.c.office, _DEVICE.c.index == _RESERVED.c.index)
    unused = (_RESERVED.c.office == office) & (_RESERVED.c.server == server) & ~has_device
    query = select(_RESERVED.c.index, _RESERVED.c.kiosk_index).where(unused, _RESERVED.c.epoch == epoch)
    reserve = [Reserved(*row) for row in connection.execute(query.order_by(_RESERVED.c.index))]
    left = MOST_UNUSED - connection.execute(select(func.count()).select_from(_RESERVED).where(unused)).scalar_one()
    for _ in range(min(RESERVE - len(reserve), left)):
        kiosks, given = sum(each.kiosk_index is not None for each in reserve), given_out(connection, office)
        new = Reserved(given.index + 1, given.next_reserved_kiosk_index if kiosks < KIOSKS else None)
        row = {"index": new.index, "kiosk_index": new.kiosk_index, "server": server, "epoch": epoch}
        connection.execute(insert(_RESERVED).values(office=office, **row))
        reserve.append(new)
    return tuple(reserve)


def take_in(writer: Writer, offices: Offices, server: str, rows: Sequence[DeviceRow]) -> None:
    """Enters the devices that the office server `server` has let in. One that cannot be is left out, and logged."""
    for row in rows:
        if not _is_entered(writer, row):
            if _may_enter(writer, offices, server, row):
                _enter(writer, offices, replace(row, server=server, enrolled_at=_past(writer, row.enrolled_at)))
            else:
                _log.error("a device that an office server of %s let in is refused", writer.office)


def _is_entered(writer: Writer, row: DeviceRow) -> bool:
    same = (_DEVICE.c.device == row.device) & (_DEVICE.c.public_key == row.public_key)
    query = select(_DEVICE.c.index).where(_DEVICE.c.office == writer.office, same)
    return writer.connection.execute(query).scalar() == row.index


def _may_enter(writer: Writer, offices: Offices, server: str, row: DeviceRow) -> bool:
    """Whether `row` can be a device that `server` let in: new, with an index that was given out and is nobody's."""
    if row.kind not in KINDS or (row.kind == "kiosk") != (row.kiosk_index is not None):
        return False
    texts = (row.device, row.name)
    if not row.device or any(len(text) > LONGEST_NAME or has_odd_letters(text) for text in texts):
        return False
    connection, office = writer.connection, writer.office
    same = (_DEVICE.c.device == row.device) | (_DEVICE.c.index == row.index)
    if row.kiosk_index is not None:
        same = same | (_DEVICE.c.kiosk_index == row.kiosk_index)
    writes_here = exists().where(_LOG.c.office == office, _LOG.c.device == row.device)
    taken = exists().where(_DEVICE.c.office == office, same)
    if row.device == offices.node.device or connection.execute(select(taken | writes_here)).scalar():
        return False
    return _is_given_out(writer, server, row)


def _is_given_out(writer: Writer, server: str, row: DeviceRow) -> bool:
    """Whether the index is one of the server's; after a restored backup it may be one that is not known here."""
    connection, office = writer.connection, writer.office
    same = (_RESERVED.c.index == row.index) | (_RESERVED.c.kiosk_index == (row.kiosk_index or 0))
    query = select(_RESERVED.c.server, _RESERVED.c.index, _RESERVED.c.kiosk_index)
    found = connection.execute(query.where(_RESERVED.c.office == office, _RESERVED.c.server != "", same)).all()
    if found:
        owner, index, kiosk_index = found[0]
        return len(found) == 1 and (owner, index) == (server, row.index) and row.kiosk_index in (None, kiosk_index)
    given = given_out(connection, office)
    highest = max(given.kiosk_index, given.reserved_kiosk_index)
    return 0 < row.index <= given.index and (row.kiosk_index is None or 0 < row.kiosk_index <= highest)


def _enter(writer: Writer, offices: Offices, row: DeviceRow) -> None:
    writer.connection.execute(insert(_DEVICE).values(office=writer.office, **asdict(row)))
    entry = DeviceEntry(row.device, enrolled_kind(row.kind), row.name, row.index)
    reference = offices.reference(writer.office)
    change_reference(writer, reference, lambda office: replace(office, devices=(*office.devices, entry)))
    note(writer, "server", "device_let_in", {"device": row.device, "kind": row.kind})


def _past(writer: Writer, instant: int) -> int:
    return min(instant, milliseconds(writer.now))
