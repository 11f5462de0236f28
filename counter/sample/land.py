"""A change in the land register of the sample ward, with two planned appointments: for pictures and window tests."""

from __future__ import annotations

from datetime import timedelta

from counter.sample.book import SampleBook
from counter.sample.content import MORNING
from resources.sample_ward.load import sample_citizens
from shared.domain import dossier as dossiers
from shared.domain.dossier import GivenDocument, MeetAppointment, Receive
from shared.domain.numbering import dossier_code
from shared.domain.office import Office, procedure_on
from shared.domain.planned_promise import appointments_at_receipt, procedure_limit_words, receipt_promise

PROCEDURE = "1.013831"
_CITIZEN = 24
_ORDINAL = 90


def receive_land(book: SampleBook, office: Office, days_ago: int = 3) -> str:
    """Writes the receipt of such a dossier into `book`; answers its id. It lies at the one-stop."""
    at = MORNING - timedelta(days=days_ago)
    procedure = procedure_on(office, PROCEDURE, at.date())
    assert procedure is not None
    promise = receipt_promise(office.calendar, procedure, at)
    due_at = promise.due if promise else None
    person = sample_citizens()[_CITIZEN]
    command = Receive(
        id="dossier-land",
        code=dossier_code(office.agency_code, at.date(), 1000 + _ORDINAL),
        token=f"{'DATDAI2' * 3}A{_ORDINAL:02d}AA",
        procedure=procedure.code,
        procedure_name=procedure.name,
        field=procedure.field,
        channel="in_person",
        documents=tuple(GivenDocument(each.name, 1, 0) for each in procedure.documents[:2]),
        sets=1,
        fee_vnd=procedure.fee_vnd,
        return_way="one_stop",
        received_at=at,
        due_at=due_at,
        time_limit_text=procedure_limit_words(procedure),
        promise=promise.explanation_vi if promise else "",
        form_number=_ORDINAL,
        form_version="Thông tư 03/2025/TT-VPCP",
        counter="quay-1",
        ticket=None,
        applicant={"name": person.name, "identity_number": person.id_number},
        appointments=appointments_at_receipt(procedure, at, due_at),
    )
    book.write(dossiers.decide(None, command), "staff-1", at)
    return command.id


def await_duty(book: SampleBook, dossier: str, days_ago: int = 1) -> None:
    """The first appointment of `dossier` was met: it waits for the citizen's financial duty."""
    at = MORNING - timedelta(days=days_ago)
    facts = dossiers.decide(book.dossiers[dossier], MeetAppointment(dossiers.ONE_STOP, at))
    book.write(facts, "staff-1", at)
