"""Devices as administrators change them: let in by a code, withdrawn codes, revoked for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from sqlalchemy import Connection, delete, select, update

from server.administration.changes import note
from server.enrolment_codes import Invitation, code_hash, invite
from server.offices import Offices
from server.upstream.gate import refuse_below_province
from shared.failures import Refusal
from shared.journal.journal import Writer
from shared.journal.read_model import milliseconds
from shared.journal.tables import device as device_table
from shared.journal.tables import enrolment_code

RevocationReason = Literal["lost", "broken", "replaced", "closed", "other"]
REASONS: tuple[RevocationReason, ...] = ("lost", "broken", "replaced", "closed", "other")
"""Lost or stolen, broken, replaced by another, its place closed, something else that the note says."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class OpenCode:
    """A code that no device has used yet (mã chưa dùng); `mark` names it without saying it."""

    mark: str
    kind: str
    name: str
    expires_at: datetime


def make_code(writer: Writer, actor: str, code: str, invitation: Invitation) -> datetime:
    """Keeps `code` for one device; answers when it ends. Refusals `code_gone` and those of `invite`.

    A code that is open already stays as it is: somebody has pressed twice.
    """
    mark = code_hash(code)[:12]
    for each in open_codes(writer.connection, writer.office, writer.now):
        if each.mark == mark:
            return each.expires_at
    here = (enrolment_code.c.office == writer.office) & (enrolment_code.c.code_hash == code_hash(code))
    if writer.connection.execute(select(enrolment_code.c.kind).where(here)).first() is not None:
        raise _code_gone()
    invite(writer, code, invitation)
    ends = writer.now + invitation.valid_for
    said = {"kind": invitation.kind, "name": invitation.name, "until": ends.isoformat(), "code": mark}
    note(writer, actor, "device_code_made", said)
    return ends


def withdraw_code(writer: Writer, actor: str, mark: str) -> None:
    """Lets nobody in with the code any more. Refusal `code_gone`."""
    mine = (enrolment_code.c.office == writer.office) & enrolment_code.c.used_by.is_(None)
    rows = writer.connection.execute(select(enrolment_code.c.code_hash).where(mine)).scalars()
    found = next((each for each in rows if each[:12] == mark), None)
    if found is None:
        raise _code_gone()
    writer.connection.execute(delete(enrolment_code).where(mine, enrolment_code.c.code_hash == found))
    note(writer, actor, "device_code_withdrawn", {"code": mark})


def open_codes(connection: Connection, office: str, now: datetime) -> tuple[OpenCode, ...]:
    """The codes that still let a device in, those that end first at the top."""
    table = enrolment_code
    query = (
        select(table.c.code_hash, table.c.kind, table.c.name, table.c.expires_at)
        .where(table.c.office == office, table.c.used_by.is_(None), table.c.expires_at >= milliseconds(now))
        .order_by(table.c.expires_at)
    )
    return tuple(
        OpenCode(str(mark)[:12], str(kind), str(name), _EPOCH + timedelta(milliseconds=ends))
        for mark, kind, name, ends in connection.execute(query)
    )


def revoke(
    writer: Writer, offices: Offices, actor: str, device: str, reason: RevocationReason, words: str = ""
) -> None:
    """Refuses `device` from its next request on, for good. Refusals `no_such_device`, `at_the_province`.

    `words`, what somebody adds to the reason, may name people and is kept as personal.
    """
    refuse_below_province(offices.node)
    device = device.replace("\0", "")
    here = (device_table.c.office == writer.office) & (device_table.c.device == device)
    revoked_at = writer.connection.execute(select(device_table.c.revoked_at).where(here)).one_or_none()
    if revoked_at is None:
        raise Refusal(
            "no_such_device",
            "Đơn vị không có thiết bị này. Hãy mở lại danh sách thiết bị.",
            "The office has no such device. Open the list of devices again.",
        )
    if revoked_at[0] is None:
        writer.connection.execute(update(device_table).where(here).values(revoked_at=milliseconds(writer.now)))
        note(writer, actor, "device_revoked", {"device": device, "reason": reason}, {"words": words} if words else None)


def _code_gone() -> Refusal:
    return Refusal(
        "code_gone",
        "Mã này đã được dùng hoặc đã hết hạn; không có gì thay đổi. Hãy mở lại danh sách thiết bị.",
        "The code has been used or is over; nothing was changed. Open the list of devices again.",
    )
