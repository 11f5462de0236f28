"""At the central server: which logs an office server may bring, and who has brought one."""

from __future__ import annotations

from sqlalchemy import exists, select

from server.pull_page import OFFICE_SERVER
from server.refusals import HttpRefusal
from shared.journal import tables
from shared.journal.journal import Writer
from shared.journal.node import LONGEST_LEAP, RESTORED, Node, read_value
from shared.replication import log_marks
from shared.replication.messages import Push
from shared.replication.sender import OwnLog
from shared.replication.signing import Caller

_DEVICE = tables.device


def refuse_unless_carried(writer: Writer, push: Push, node: Node) -> None:
    """403 `log_not_carried` but for logs of devices that were let in through an office server, and of office servers.

    What this server itself wrote it takes back once its database was restored, from epochs that the lost one may have
    had; of administration nothing that comes so is the office's record (`log_marks.keep_own_ends`).
    """
    allowed = _was_lost(writer, push, node) if push.device == node.device else _is_of_building(writer, push)
    if not allowed:
        raise HttpRefusal(
            403,
            "log_not_carried",
            "Máy chủ tại bộ phận chỉ gửi thay cho các thiết bị đã đăng ký qua nó; máy chủ này không nhận nhật ký khác.",
            "An office server sends for the devices that were let in through one; this server takes no other log.",
        )


def _is_of_building(writer: Writer, push: Push) -> bool:
    """Devices that speak for themselves send for themselves; what is not enrolled here sends nothing."""
    of_building = _DEVICE.c.server.is_not(None) | (_DEVICE.c.kind == OFFICE_SERVER)
    query = exists().where(_DEVICE.c.office == writer.office, _DEVICE.c.device == push.device, of_building)
    return bool(writer.connection.execute(select(query)).scalar())


def _was_lost(writer: Writer, push: Push, node: Node) -> bool:
    """Without events it is a question, which everybody may ask."""
    if not push.bodies:
        return True
    restored = bool(read_value(writer.connection, RESTORED))
    return restored and push.epoch != node.epoch and push.epoch <= node.epoch + LONGEST_LEAP


def note_carrier(writer: Writer, caller: Caller, push: Push) -> None:
    """Notes that `caller` has brought the log of `push`, and so has all of it for the rest of the run that it names."""
    log = OwnLog(push.office, push.device, push.epoch)
    carrier = caller.device if push.run is None else f"{caller.device}.{push.run}"
    log_marks.set_carrier(writer.connection, log, carrier)
