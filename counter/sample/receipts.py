"""Dossiers of the sample office at their receipt, by the real rules."""

from __future__ import annotations

from datetime import datetime

from counter.sample.book import SampleBook
from resources.sample_ward.load import sample_citizens
from shared.domain import dossier as dossiers
from shared.domain.dossier import Channel, GivenDocument, Receive, ReturnWay
from shared.domain.fact import Data
from shared.domain.numbering import dossier_code
from shared.domain.office import Office, procedure_on
from shared.domain.planned_promise import appointments_at_receipt, procedure_limit_words, receipt_promise

PAPERS = 2
"""So many papers of the procedure's list were handed in."""


def receive_sample(
    book: SampleBook,
    office: Office,
    code: str,
    at: datetime,
    *,
    citizen: int,
    ordinal: int,
    officer: str,
    papers: tuple[GivenDocument, ...] | None = None,
    channel: Channel = "in_person",
    return_way: ReturnWay = "one_stop",
    applicant: Data | None = None,
) -> str:
    """Writes into `book` that `officer` received procedure `code` at `at` for the sample's `citizen`; answers its id.

    `ordinal` makes code, token and id its own; `papers`: what was handed in, None for the first of the list;
    `applicant`: what is known of the person besides name and number.
    """
    procedure = procedure_on(office, code, at.date())
    assert procedure is not None
    person = sample_citizens()[citizen]
    promise = receipt_promise(office.calendar, procedure, at)
    due_at = promise.due if promise else None
    command = Receive(
        id=f"dossier-{ordinal}",
        code=dossier_code(office.agency_code, at.date(), 1000 + ordinal),
        token=f"{'MAU2' * 6}{ordinal:02d}",
        procedure=procedure.code,
        procedure_name=procedure.name,
        field=procedure.field,
        channel=channel,
        documents=tuple(GivenDocument(each.name, 1, 0) for each in procedure.documents[:PAPERS])
        if papers is None
        else papers,
        sets=1,
        fee_vnd=procedure.fee_vnd,
        return_way=return_way,
        received_at=at,
        due_at=due_at,
        time_limit_text=procedure_limit_words(procedure) if procedure.appointments else procedure.time_limit_text,
        promise=promise.explanation_vi if promise else "",
        form_number=ordinal,
        form_version="Thông tư 03/2025/TT-VPCP",
        counter="quay-1",
        ticket=None,
        applicant={"name": person.name, "identity_number": person.id_number, **(applicant or {})},
        appointments=appointments_at_receipt(procedure, at, due_at),
    )
    book.write(dossiers.decide(None, command), officer, at)
    return command.id
