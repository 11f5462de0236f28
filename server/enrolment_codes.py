"""One-time codes by which a device is let in (mã đăng ký thiết bị): made by the administrator, kept as a hash only."""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy import Row, insert, select, update

from server.reference_changes import change_reference
from server.refusals import HttpRefusal
from server.upstream.gate import refuse_below_province
from shared.domain.office import DeviceEntry
from shared.journal import tables
from shared.journal.journal import Writer
from shared.journal.node import read_node
from shared.journal.read_model import milliseconds
from shared.journal.reference import ReferenceData, reference_version
from shared.replication.enrolment_messages import EnrolledKind, EnrolmentAnswer, EnrolmentQuestion

_CODE_BYTES = 10
_GROUP = 4


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a code lets in: a device of this kind, under this name, for so long (lời mời đăng ký)."""

    kind: EnrolledKind
    name: str
    valid_for: timedelta


def new_code(random_bytes: Callable[[int], bytes] = secrets.token_bytes) -> str:
    """A new code: 80 random bits in groups that can be read out and typed ("ABCD-EFGH-…")."""
    letters = base64.b32encode(random_bytes(_CODE_BYTES)).decode("ascii")
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def code_hash(code: str) -> str:
    """What is kept of a code; spaces, dashes and small letters do not matter."""
    letters = "".join(letter for letter in code.upper() if letter.isalnum())
    return hashlib.sha256(letters.encode()).hexdigest()


def invite(writer: Writer, code: str, invitation: Invitation) -> None:
    """Keeps `code` for one device. Refusal `at_the_province` on an office server."""
    refuse_below_province(read_node(writer.connection))
    writer.connection.execute(
        insert(tables.enrolment_code).values(
            office=writer.office,
            code_hash=code_hash(code),
            kind=invitation.kind,
            name=invitation.name,
            expires_at=milliseconds(writer.now + invitation.valid_for),
        )
    )


def let_in(writer: Writer, question: EnrolmentQuestion, reference: ReferenceData, device: str) -> EnrolmentAnswer:
    """Enrols the device that shows a code, under the new id `device`; the same code and key get the same answer.

    403 `code_refused` for a code that is wrong, used by another device, or expired.
    """
    table = tables.enrolment_code
    of_code = (table.c.office == writer.office) & (table.c.code_hash == code_hash(question.code))
    code = writer.connection.execute(select(table).where(of_code)).one_or_none()
    if code is None or code.kind != question.kind:
        raise code_refused()
    if code.used_by is not None:
        return _known(writer, code, question)
    if code.expires_at < milliseconds(writer.now):
        raise code_refused()
    entry = _enter(writer, code, question, device)
    writer.connection.execute(update(table).where(of_code).values(used_by=device))
    change_reference(writer, reference, lambda office: replace(office, devices=(*office.devices, entry)))
    return _answer(writer, device)


def code_refused() -> HttpRefusal:
    """No device is let in; whether the code was wrong, used or expired is not said."""
    return HttpRefusal(
        403,
        "code_refused",
        "Mã đăng ký không đúng, đã dùng hoặc hết hạn. Hãy xin người quản trị một mã mới.",
        "The enrolment code is wrong, used or expired. Please ask the administrator for a new one.",
    )


def _known(writer: Writer, code: Row[tuple[object, ...]], question: EnrolmentQuestion) -> EnrolmentAnswer:
    """The answer again for the device that has used the code already, when its first answer was lost."""
    table = tables.device
    row = writer.connection.execute(
        select(table.c.public_key, table.c.revoked_at).where(
            table.c.office == writer.office, table.c.device == code.used_by
        )
    ).one()
    if row.public_key != question.public_key or row.revoked_at is not None:
        raise code_refused()
    return _answer(writer, str(code.used_by))


def _enter(writer: Writer, code: Row[tuple[object, ...]], question: EnrolmentQuestion, device: str) -> DeviceEntry:
    table = tables.device
    rows = writer.connection.execute(
        select(table.c.index, table.c.kiosk_index).where(table.c.office == writer.office)
    ).all()
    index = max((index for index, _ in rows), default=0) + 1
    kiosk_index = max((kiosk_index or 0 for _, kiosk_index in rows), default=0) + 1
    entry = DeviceEntry(device, question.kind, str(code.name) or question.name, index)
    writer.connection.execute(
        insert(table).values(
            office=writer.office,
            device=device,
            kind=entry.kind,
            name=entry.name,
            public_key=question.public_key,
            index=index,
            kiosk_index=kiosk_index if entry.kind == "kiosk" else None,
            enrolled_at=milliseconds(writer.now),
        )
    )
    return entry


def _answer(writer: Writer, device: str) -> EnrolmentAnswer:
    table = tables.device
    index, kiosk_index, name = writer.connection.execute(
        select(table.c.index, table.c.kiosk_index, table.c.name).where(
            table.c.office == writer.office, table.c.device == device
        )
    ).one()
    return EnrolmentAnswer(
        office=writer.office,
        device=device,
        index=index,
        kiosk_index=kiosk_index or 0,
        name=name,
        reference_version=reference_version(writer.connection, writer.office) or 0,
    )
