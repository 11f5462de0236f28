"""The papers of the sample office: the handover record."""

from __future__ import annotations

from counter.sample.book import SampleBook
from shared.documents.handover_record import HandedOverDossier, HandoverRecord, Party, render_handover_record
from shared.domain.handover import Handover
from shared.domain.office import Office
from shared.domain.office_names import unit_name


def record(office: Office, book: SampleBook, handover: Handover) -> bytes:
    """The record of a handover."""
    listed = tuple(book.dossiers[each] for each in handover.dossiers)
    return render_handover_record(
        HandoverRecord(
            managing_body=office.managing_body,
            office_name=office.name,
            record_number=handover.number,
            place=office.place,
            handed_over_at=handover.offered_at,
            giver=Party(
                name=handover.offered_by, unit=unit_name(office, handover.giver), signed_at=handover.offered_at
            ),
            receiver=Party(
                name=handover.accepted_by or "",
                unit=unit_name(office, handover.receiver),
                signed_at=handover.accepted_at,
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
