"""The official forms as PDF, from what is stored of a dossier: asked again, the same words come out."""

from __future__ import annotations

from collections.abc import Mapping

from counter.wiring.form_people import people_of, post_address
from shared.actions.addresses import track_url
from shared.clock import business_date
from shared.domain.dossier import Dossier, ReturnWay
from shared.domain.issued_form import IssuedForm
from shared.domain.office import Office, form_text_on
from shared.domain.office_names import staff_name, unit_name

_RETURN_PLACES: dict[ReturnWay, str] = {
    "post": "Qua dịch vụ bưu chính công ích",
    "online": "Cổng Dịch vụ công quốc gia",
    "one_stop": "",
}


def office_symbol(office: Office) -> str:
    """The office's part of a number: TTPVHCC of a centre, BPTNTKQ of a reception section."""
    return "BPTNTKQ" if office.name.startswith("Bộ phận") else "TTPVHCC"


def form_01(
    office: Office, dossier: Dossier, applicant: Mapping[str, object], issued: IssuedForm, *, copy_mark: str = ""
) -> bytes:
    """Form 01 of a dossier as PDF: Giấy tiếp nhận hồ sơ và hẹn trả kết quả, as it was `issued`.

    `copy_mark` as in `Form01`: "" for the original.
    """
    # Imported with the first form: what draws PDFs would slow every start.
    from shared.documents.documents_table import SubmittedDocument
    from shared.documents.form_01_receipt import Form01, render_form_01

    words, people = issued.words, people_of(applicant)
    received_at = words.received_at or dossier.received_at
    first = received_at == dossier.received_at
    return render_form_01(
        Form01(
            managing_body=words.managing_body,
            office_name=words.office_name,
            form_number=f"{issued.order}/ -{office_symbol(office)}",
            place=words.place,
            issued_on=business_date(received_at),
            dossier_code=dossier.code,
            applicant_name=people.name,
            identity_number=people.identity_number,
            address=people.address,
            phone=people.phone,
            email=people.email,
            authorising_person=people.authorising,
            procedure_name=words.procedure_name,
            documents=tuple(SubmittedDocument(each.name, each.originals, each.copies) for each in words.papers),
            sets=dossier.sets,
            time_limit_text=dossier.time_limit_text,
            received_at=received_at,
            due_at=words.due_at,
            result_place=_return_place(office, dossier, applicant),
            receiver_name=staff_name(office, dossier.received_by if first else issued.issued_by),
            look_up_url=track_url(office, dossier.token),
            copy_mark=copy_mark,
            version=issued.version,
            no_date_text=_no_date_text(office, dossier),
            note=form_text_on(office, "receipt", "note", business_date(received_at)),
        )
    )


def _no_date_text(office: Office, dossier: Dossier) -> str:
    """What stands in place of a promised date: none is prescribed, or the limit counts from the competent agency.

    Decree 118/2025 Art. 17(3) as amended by Decree 309 Art. 8(3).
    """
    if dossier.competent is None:
        return "Không quy định"
    return f"Được thông báo khi {unit_name(office, dossier.competent.agency)} nhận được hồ sơ"


def _return_place(office: Office, dossier: Dossier, applicant: Mapping[str, object]) -> str:
    place = _RETURN_PLACES[dossier.return_way] or unit_name(office, dossier.home)
    address = post_address(applicant) if dossier.return_way == "post" else ""
    return f"{place}: {address}" if address else place
