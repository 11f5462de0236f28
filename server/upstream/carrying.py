"""At the central server: which logs an office server may bring, and who has brought one."""

from __future__ import annotations

from sqlalchemy import select

from server.pull_page import OFFICE_SERVER
from server.refusals import HttpRefusal
from shared.journal import tables
from shared.journal.journal import Writer
from shared.journal.node import Node
from shared.replication import log_marks
from shared.replication.messages import Push
from shared.replication.sender import OwnLog
from shared.replication.signing import Caller


def refuse_unless_carried(writer: Writer, push: Push, node: Node) -> None:
    """403 `log_not_carried` for the log of a device that speaks for itself here, and for what this server writes now.

    A device that is not known here was let in through the office server before this database was restored; what this
    server itself wrote then, in an epoch before, it takes back.
    """
    table = tables.device
    query = select(table.c.kind, table.c.server).where(table.c.office == writer.office, table.c.device == push.device)
    row = writer.connection.execute(query).one_or_none()
    direct = row is not None and row.server is None and row.kind != OFFICE_SERVER
    writes_now = (push.device, push.epoch) == (node.device, node.epoch) and push.bodies
    if direct or writes_now:
        raise HttpRefusal(
            403,
            "log_not_carried",
            "Thiết bị này gửi thẳng lên máy chủ trung tâm; máy chủ tại bộ phận không gửi thay.",
            "This device sends to the central server itself; the office server does not send for it.",
        )


def note_carrier(writer: Writer, caller: Caller, push: Push) -> None:
    """Notes that `caller` has brought the log of `push`, and so has all of it for the rest of its run."""
    if push.run is not None:
        log = OwnLog(push.office, push.device, push.epoch)
        log_marks.set_carrier(writer.connection, log, f"{caller.device}.{push.run}")
