"""The slips to the agencies that are asked about a dossier, from what is stored of it."""

from __future__ import annotations

from collections.abc import Mapping

from shared.actions.addresses import track_url
from shared.documents.transfer_slip import TransferSlip, render_transfer_slips
from shared.domain.dossier import Coordination, Dossier
from shared.domain.office import Office
from shared.domain.office_names import staff_name, unit_name
from shared.domain.timeline_agency_words import TOPICS

Records = Mapping[str, Mapping[str, object]]


def transfer_slips(office: Office, found: Dossier, records: Records) -> bytes:
    """A slip for each agency whose answer is waited for; `records`: the personal ones, by their hash."""
    applicant = str(records.get(found.applicant or "", {}).get("name", ""))
    slips = tuple(_slip(office, found, each, applicant, records) for each in found.open_coordinations)
    return render_transfer_slips(slips)


def _slip(office: Office, found: Dossier, asked: Coordination, applicant: str, records: Records) -> TransferSlip:
    return TransferSlip(
        managing_body=office.managing_body,
        office_name=office.name,
        place=office.place,
        dossier_code=found.code,
        procedure_name=found.procedure_name,
        applicant_name=applicant,
        sender=unit_name(office, asked.unit),
        agency=unit_name(office, asked.agency),
        work=_work(asked, str(records.get(asked.words or "", {}).get("words", ""))),
        working_days=asked.working_days,
        asked_at=asked.asked_at,
        answer_by=asked.answer_by,
        due_at=found.due_at,
        documents=tuple(each.name for each in found.documents),
        contact=staff_name(office, asked.asked_by),
        phone=office.hotline,
        look_up_url=track_url(office, found.token),
    )


def _work(asked: Coordination, words: str) -> str:
    if asked.topic == "other":
        return words
    topic = TOPICS[asked.topic].vi
    said = topic[:1].upper() + topic[1:]
    return f"{said}: {words}" if words else said
