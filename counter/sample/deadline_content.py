"""A sample morning on which dossiers are late, stuck and waiting: for the pictures and tests of the deadlines."""

from __future__ import annotations

from datetime import datetime, timedelta

from counter.sample.book import SampleBook
from counter.sample.content import MORNING
from resources.sample_ward.load import sample_citizens
from shared.domain import dossier as dossiers
from shared.domain import handover as handovers
from shared.domain.dossier import (
    ONE_STOP,
    GivenDocument,
    MarkResultReady,
    Receive,
    RequestSupplement,
    SendApology,
)
from shared.domain.handover import Accept, Offer
from shared.domain.numbering import dossier_code
from shared.domain.office import Office, procedure_on
from shared.domain.working_time import promised

_ONE, _TWO, _DECIDES = "staff-1", "staff-2", "staff-5"
_UNIT = "van-phong"

_DOSSIERS: tuple[tuple[str, int, int, str, str], ...] = (
    ("1.004845", 3, 31, _ONE, "department"),
    ("1.004845", 3, 32, _TWO, "department"),
    ("1.004873", 4, 33, _ONE, "department"),
    ("1.004859", 5, 34, _ONE, "put_off"),
    ("2.002189", 10, 35, _ONE, "department"),
    ("1.005461", 20, 36, _ONE, "asked_long_ago"),
    ("1.005461", 14, 37, _TWO, "asked"),
    ("1.000689", 20, 38, _ONE, "uncollected"),
    ("2.000806", 10, 39, _ONE, "department"),
)
"""Procedure, days ago, which citizen, who received it, what has become of it."""


def fill_deadlines(book: SampleBook, office: Office) -> None:
    """Writes the morning into `book`, beside what is there."""
    for ordinal, (code, days, citizen, officer, fate) in enumerate(_DOSSIERS, start=51):
        at = MORNING - timedelta(days=days, minutes=3 * ordinal - 153)
        identity = _receive(book, office, code, at, citizen, ordinal, officer)
        _move(book, ordinal, identity, ONE_STOP, _UNIT, at + timedelta(hours=2))
        if fate == "put_off":
            new_due = office.calendar.end_of_day((MORNING + timedelta(days=2)).date())
            _do(book, identity, SendApology(_UNIT, "Chờ xác minh.", at + timedelta(hours=3), new_due), at)
        elif fate in ("asked", "asked_long_ago"):
            asked = at + timedelta(days=1)
            answer_by = office.calendar.end_of_day((asked + timedelta(days=15)).date())
            request = RequestSupplement(_UNIT, ("Tờ khai",), None, "Thiếu chữ ký.", asked, asked, answer_by)
            _do(book, identity, request, asked)
        elif fate == "uncollected":
            ready = at + timedelta(days=3)
            _do(book, identity, MarkResultReady(_UNIT, "granted"), ready)
            _move(book, 100 + ordinal, identity, _UNIT, ONE_STOP, ready)


def _receive(
    book: SampleBook, office: Office, code: str, at: datetime, citizen: int, ordinal: int, officer: str
) -> str:
    procedure = procedure_on(office, code, at.date())
    assert procedure is not None
    person = sample_citizens()[citizen]
    promise = promised(office.calendar, at, procedure.time_limit, procedure.cut_off) if procedure.time_limit else None
    command = Receive(
        id=f"dossier-{ordinal}",
        code=dossier_code(office.agency_code, at.date(), 1000 + ordinal),
        token=f"{'MAU7' * 6}{ordinal:02d}",
        procedure=procedure.code,
        procedure_name=procedure.name,
        field=procedure.field,
        channel="in_person",
        documents=(GivenDocument("Tờ khai", 1, 0),),
        sets=1,
        fee_vnd=procedure.fee_vnd,
        return_way="one_stop",
        received_at=at,
        due_at=promise.due if promise else None,
        time_limit_text=procedure.time_limit_text,
        promise=promise.explanation_vi if promise else "",
        form_number=ordinal,
        form_version="Thông tư 03/2025/TT-VPCP",
        counter="quay-1",
        ticket=None,
        applicant={"name": person.name, "identity_number": person.id_number},
    )
    book.write(dossiers.decide(None, command), officer, at)
    return command.id


def _do(book: SampleBook, dossier: str, command: dossiers.Command, at: datetime) -> None:
    book.write(dossiers.decide(book.dossiers[dossier], command), _DECIDES, at)


def _move(book: SampleBook, number: int, dossier: str, giver: str, receiver: str, at: datetime) -> None:
    identity = f"handover-deadlines-{number}"
    offer = Offer(identity, f"BG-{number:04d}", giver, receiver, (book.dossiers[dossier],))
    book.write(handovers.decide(None, offer), _ONE, at)
    book.write(handovers.decide(book.handovers[identity], Accept(receiver)), _DECIDES, at)
