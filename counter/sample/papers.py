"""The papers of the sample office: Form 01 and the handover record."""

from __future__ import annotations

from counter.ports import Applicant
from counter.sample.book import SampleBook
from counter.sample.dossier_rows import SampleRows
from shared.clock import business_date
from shared.documents.form_01_receipt import Form01, SubmittedDocument, render_form_01
from shared.documents.handover_record import HandedOverDossier, HandoverRecord, Party, render_handover_record
from shared.domain.dossier import Dossier
from shared.domain.handover import Handover
from shared.domain.office import Office


def receipt(office: Office, dossier: Dossier, applicant: Applicant, receiver: str) -> bytes:
    """Form 01 of a dossier."""
    return render_form_01(
        Form01(
            managing_body=office.managing_body,
            office_name=office.name,
            form_number=f"{dossier.form_number}/TN",
            place=office.place,
            issued_on=business_date(dossier.received_at),
            dossier_code=dossier.code,
            applicant_name=applicant.name,
            identity_number=applicant.identity_number,
            address=applicant.address,
            phone=applicant.phone,
            email=applicant.email,
            procedure_name=dossier.procedure_name,
            documents=tuple(SubmittedDocument(each.name, each.originals, each.copies) for each in dossier.documents),
            sets=dossier.sets,
            time_limit_text=dossier.time_limit_text,
            received_at=dossier.received_at,
            due_at=dossier.due_at,
            result_place=office.name,
            receiver_name=receiver,
            look_up_url=f"{office.public_url}/d/{dossier.token}",
        )
    )


def record(office: Office, book: SampleBook, rows: SampleRows, handover: Handover) -> bytes:
    """The record of a handover."""
    listed = tuple(book.dossiers[each] for each in handover.dossiers)
    return render_handover_record(
        HandoverRecord(
            managing_body=office.managing_body,
            office_name=office.name,
            record_number=handover.number,
            place=office.place,
            handed_over_at=handover.offered_at,
            giver=Party(name=handover.offered_by, unit=rows.unit_name(handover.giver), signed_at=handover.offered_at),
            receiver=Party(
                name=handover.accepted_by or "", unit=rows.unit_name(handover.receiver), signed_at=handover.accepted_at
            ),
            dossiers=tuple(
                HandedOverDossier(
                    dossier_code=each.code,
                    procedure_name=each.procedure_name,
                    sets=each.sets,
                    papers=sum(paper.originals + paper.copies for paper in each.documents),
                )
                for each in listed
            ),
            missing=(),
            extra=(),
            reference=handover.id,
        )
    )
