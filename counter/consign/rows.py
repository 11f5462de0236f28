"""A consignment note in the room's lists, and the dossier that a note completes, out of the facts about them."""

from __future__ import annotations

from counter.ports import Applicant
from counter.ports.consign import NoteRow, SupplementCard
from shared.domain.consignment import Consignment
from shared.domain.dossier import Dossier
from shared.failures import Refusal


def note_row(note: Consignment, sender: str, made_by: str, unit: str) -> NoteRow:
    """The note as `unit` sees it; `sender` and `made_by` are names, the first one personal."""
    return NoteRow(
        id=note.id,
        number=note.number,
        state=note.state,
        purpose=note.purpose,
        procedure=note.procedure,
        procedure_name=note.procedure_name,
        sender=sender,
        papers=sum(each.originals + each.copies for each in note.documents),
        sets=note.sets,
        fee_vnd=note.fee_vnd,
        receipt=" ".join(note.receipt) if note.receipt else "",
        tracking=note.tracking,
        made_at=note.made_at,
        made_by=made_by,
        dossier_code=note.registered_code or note.dossier_code,
        refused_for=note.refused_for,
        here=note.holder == unit and note.transit is None and note.ended is None,
    )


def supplement_card(found: Dossier, applicant: Applicant) -> SupplementCard:
    """What a note for `found` has to bring. Refusal `supplement_not_awaited`."""
    if found.supplement is None or not found.awaits_supplement:
        raise Refusal(
            "supplement_not_awaited",
            f"Hồ sơ {found.code} hiện không chờ bổ sung giấy tờ.",
            f"Dossier {found.code} does not wait for further papers now.",
        )
    return SupplementCard(
        dossier=found.id,
        code=found.code,
        procedure=found.procedure,
        procedure_name=found.procedure_name,
        missing=found.supplement.missing,
        answer_by=found.supplement.answer_by,
        applicant=applicant,
        return_way=found.return_way,
    )
