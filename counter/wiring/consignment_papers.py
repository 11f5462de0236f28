"""The post's papers (phiếu gửi) as PDFs; what draws PDFs is imported with the first paper, not at the start."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from shared.domain.consignment import Consignment
from shared.domain.delivery import Delivery
from shared.domain.dossier_state import ReturnWay
from shared.domain.office import Office
from shared.domain.office_names import staff_name, unit_name
from shared.domain.units import other_unit

if TYPE_CHECKING:
    from shared.documents.delivery_note import ReceivedBy
    from shared.documents.dispatch_note import Sender

_RETURN_WAYS: Mapping[ReturnWay, str] = {
    "one_stop": "tại Bộ phận Một cửa",
    "post": "qua bưu điện",
    "online": "trực tuyến",
}
_CONTENTS = {
    "result": "Trả kết quả giải quyết thủ tục hành chính",
    "supplement_request": "Thư: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
    "apology": "Thư: Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết",
}
_OUTCOMES = {
    "absent": "người nhận đi vắng, đã mời",
    "invited": "đã mời đến nhận",
    "refused": "từ chối nhận",
    "wrong_address": "sai địa chỉ",
}
_PAPERS = {
    "identity_card": "thẻ căn cước",
    "passport": "hộ chiếu",
    "birth_certificate": "giấy khai sinh",
    "other": "giấy tờ khác",
}


def dispatch_note(
    office: Office,
    note: Consignment,
    applicant: Mapping[str, object],
    codes: Sequence[str] = (),
    *,
    copy_mark: str = "",
) -> bytes:
    """The Phiếu gửi hồ sơ in two copies (liên). `applicant`: the personal record of the note; `codes`: what carries it

    to a machine that has not heard of it (`carried_note`), its number alone where there is none.
    """
    from shared.documents.dispatch_note import DispatchNote, render_dispatch_note
    from shared.documents.documents_table import SubmittedDocument

    point, receiver = other_unit(office, note.post), other_unit(office, note.receiver)
    return render_dispatch_note(
        DispatchNote(
            post_name=unit_name(office, note.post),
            post_address=point.address if point else "",
            number=note.number,
            place=office.place,
            made_at=note.made_at,
            sender=_sender(applicant),
            agency_name=office.name if receiver is None else receiver.name,
            agency_address=office.address if receiver is None else receiver.address,
            procedure_name=note.procedure_name,
            procedure_code=note.procedure,
            documents=tuple(SubmittedDocument(each.name, each.originals, each.copies) for each in note.documents),
            sets=note.sets,
            return_way=_RETURN_WAYS[note.return_way],
            employee=staff_name(office, note.made_by),
            fee_dong=note.fee_vnd,
            receipt=f"ký hiệu {note.receipt[0]} số {note.receipt[1]}" if note.receipt else "",
            tracking=note.tracking,
            completes=note.dossier_code if note.purpose == "supplement" else "",
            codes=tuple(codes),
            copy_mark=copy_mark,
        )
    )


def delivery_note(
    office: Office,
    delivery: Delivery,
    procedure_name: str,
    addressee: Mapping[str, object],
    received_by: Mapping[str, object] | None = None,
    *,
    copy_mark: str = "",
) -> bytes:
    """The Phiếu gửi of a result or a letter. `addressee`, `received_by`: the personal records of the delivery."""
    from shared.documents.delivery_note import AttemptLine, DeliveryNote, render_delivery_note

    return render_delivery_note(
        DeliveryNote(
            managing_body=office.managing_body,
            office_name=office.name,
            office_address=office.address,
            place=office.place,
            prepared_at=delivery.prepared_at,
            officer=staff_name(office, delivery.prepared_by),
            what=_CONTENTS[delivery.content],
            dossier_code=delivery.dossier_code,
            procedure_name=procedure_name,
            addressee=_text(addressee, "name"),
            address=_text(addressee, "address"),
            phone=_text(addressee, "phone"),
            recipients=_recipients(addressee),
            tracking=delivery.tracking,
            fee_dong=delivery.fee_vnd,
            post_name=unit_name(office, delivery.post) if delivery.post else "",
            employee=staff_name(office, delivery.delivered_by) if delivery.delivered_by else "",
            handed_over_at=delivery.handed_over_at,
            due_at=delivery.due_at,
            attempts=tuple(
                AttemptLine(each.at, _OUTCOMES[each.outcome], staff_name(office, each.by)) for each in delivery.attempts
            ),
            received=_received(delivery, received_by),
            copy_mark=copy_mark,
        )
    )


def _sender(applicant: Mapping[str, object]) -> Sender:
    from shared.documents.dispatch_note import Sender
    from shared.documents.form_01_receipt import AuthorisingPerson

    submitter = applicant.get("submitter")
    person = None
    if isinstance(submitter, Mapping):
        person = AuthorisingPerson(
            full_name=_text(submitter, "name"),
            address="",
            identity_number=_text(submitter, "identity_number"),
            phone=_text(submitter, "phone"),
            email="",
            authorisation_paper=_text(submitter, "paper"),
        )
    return Sender(
        name=_text(applicant, "name"),
        address=_text(applicant, "address"),
        identity_number=_text(applicant, "identity_number"),
        phone=_text(applicant, "phone"),
        submitter=person,
    )


def _received(delivery: Delivery, record: Mapping[str, object] | None) -> ReceivedBy | None:
    from shared.documents.delivery_note import ReceivedBy

    if delivery.delivered_at is None:
        return None
    known = record or {}
    return ReceivedBy(
        name=_text(known, "name"),
        part="người được ủy quyền" if delivery.recipient == "authorised" else "người nhận",
        paper=_PAPERS[delivery.identity_paper or "other"],
        paper_number=_text(known, "paper_number"),
        at=delivery.delivered_at,
        authorisation=_text(known, "authorisation"),
    )


def _recipients(addressee: Mapping[str, object]) -> tuple[str, ...]:
    listed = addressee.get("recipients")
    if not isinstance(listed, list | tuple):
        return ()
    people = [each for each in listed if isinstance(each, Mapping)]
    return tuple(", ".join(filter(None, (_text(each, "name"), _text(each, "paper")))) for each in people)


def _text(record: Mapping[str, object], name: str) -> str:
    found = record.get(name)
    return found if isinstance(found, str) else ""
