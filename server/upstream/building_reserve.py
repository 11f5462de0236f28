"""The reserve at the office server: indexes by which it lets devices in while the province cannot be reached."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, exists, insert, select

from server.refusals import HttpRefusal
from shared.journal import tables
from shared.journal.journal import Writer
from shared.journal.node import Node
from shared.replication.reserve_messages import Reserved

_DEVICE, _RESERVED = tables.device, tables.reserved_index


def next_in_reserve(writer: Writer, node: Node, kind: str) -> Reserved:
    """The index for a device of `kind`, those for kiosks last unless it is one. 503 `reserve_empty`."""
    reserve = reserve_of(writer.connection, node)
    kiosks = [each for each in reserve if each.kiosk_index is not None]
    others = [each for each in reserve if each.kiosk_index is None]
    for each in kiosks if kind == "kiosk" else (*others, *kiosks):
        return each if kind == "kiosk" else Reserved(each.index, None)
    raise HttpRefusal(
        503,
        "reserve_empty",
        "Máy chủ tại bộ phận không còn số để sẵn cho thiết bị mới; số mới đến ngay khi kết nối lại được với tỉnh. Các "
        "máy đã đăng ký vẫn làm việc bình thường, chưa có gì thay đổi.",
        "The office server has no index left for another device; new ones come as soon as the province can be reached "
        "again. The machines that are enrolled go on as usual, and nothing was changed.",
    )


def reserve_of(connection: Connection, node: Node) -> tuple[Reserved, ...]:
    """What was granted to this server in its present epoch and lets nobody in yet, in order."""
    has_device = exists().where(_DEVICE.c.office == _RESERVED.c.office, _DEVICE.c.index == _RESERVED.c.index)
    here = (_RESERVED.c.office == node.office) & (_RESERVED.c.epoch == node.epoch) & ~has_device
    query = select(_RESERVED.c.index, _RESERVED.c.kiosk_index).where(here).order_by(_RESERVED.c.index)
    return tuple(Reserved(*row) for row in connection.execute(query))


def keep_reserve(writer: Writer, server: str, epoch: int, reserve: Sequence[Reserved]) -> None:
    """Keeps what the central server has answered to this server in its present `epoch`, and nothing else."""
    writer.connection.execute(delete(_RESERVED).where(_RESERVED.c.office == writer.office))
    for each in reserve:
        row = {"index": each.index, "kiosk_index": each.kiosk_index, "server": server, "epoch": epoch}
        writer.connection.execute(insert(_RESERVED).values(office=writer.office, **row))
