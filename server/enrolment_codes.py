"""One-time codes by which a device is let in (mã đăng ký thiết bị): made by the administrator, kept as a hash only."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import timedelta

from sqlalchemy import Row, insert, select, update

from server.indexes import next_index
from server.reference_changes import change_reference
from server.refusals import HttpRefusal
from server.upstream.building_reserve import next_in_reserve
from server.upstream.gate import is_below_province, refuse_below_province
from shared.domain.office import DeviceEntry
from shared.domain.text import has_odd_letters
from shared.failures import Refusal
from shared.journal import tables
from shared.journal.journal import Writer
from shared.journal.node import read_node
from shared.journal.read_model import milliseconds
from shared.journal.reference import ReferenceData, reference_version
from shared.replication.enrolment_messages import LONGEST_NAME, EnrolledKind, EnrolmentAnswer, EnrolmentQuestion
from shared.replication.office_server_messages import DeviceRow

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


def code_of_form(secret: str, *sent: str) -> str:
    """The code of a form: the same for what was sent twice, and known to nobody who does not have `secret`."""
    mac = hmac.digest(secret.encode(), "\0".join(sent).encode(errors="replace"), "sha256")
    return new_code(lambda size: mac[:size])


def code_hash(code: str) -> str:
    """What is kept of a code; spaces, dashes and small letters do not matter."""
    letters = "".join(letter for letter in code.upper() if letter.isalnum())
    return hashlib.sha256(letters.encode()).hexdigest()


def invite(writer: Writer, code: str, invitation: Invitation) -> None:
    """Keeps `code` for one device. Refusal `device_name`.

    On an office server Refusals `at_the_province` for another server, `reserve_empty` when no index is left for it.
    """
    if len(invitation.name) > LONGEST_NAME or has_odd_letters(invitation.name):
        raise _device_name()
    node = read_node(writer.connection)
    if invitation.kind == "office_server":
        refuse_below_province(node)
    elif is_below_province(node):
        next_in_reserve(writer, node, invitation.kind)
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

    403 `code_refused` for a code that is wrong, used by another device, or expired. On an office server its index comes
    from the reserve, Refusal `reserve_empty` when it is empty, and the province enters it later.
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
    writer.connection.execute(update(table).where(of_code).values(used_by=device))
    row = _new_row(writer, question, device, str(code.name) or question.name)
    writer.connection.execute(insert(tables.device).values(office=writer.office, **asdict(row)))
    if row.server is None:
        entry = DeviceEntry(device, question.kind, row.name, row.index)
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


def _device_name() -> Refusal:
    return Refusal(
        "device_name",
        f"Tên thiết bị dài nhất {LONGEST_NAME} ký tự, không có ký tự điều khiển. Chưa có gì thay đổi.",
        f"A device's name has at most {LONGEST_NAME} letters and no control characters. Nothing was changed.",
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


def _new_row(writer: Writer, question: EnrolmentQuestion, device: str, name: str) -> DeviceRow:
    node, kind, server = read_node(writer.connection), question.kind, None
    if is_below_province(node):
        new, server = next_in_reserve(writer, node, kind), node.device
    else:
        new = next_index(writer.connection, writer.office, kind)
    return DeviceRow(
        device=device,
        kind=kind,
        name=name,
        public_key=question.public_key,
        index=new.index,
        kiosk_index=new.kiosk_index,
        enrolled_at=milliseconds(writer.now),
        revoked_at=None,
        server=server,
    )


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
