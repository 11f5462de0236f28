"""Consignment notes of one morning at the sample's post point, in every state that they can be in.

They stand apart from the morning of `content`, and are written where somebody wants to see them.
"""

from __future__ import annotations

from datetime import timedelta

from counter.ports.consign import WaitingEntry
from counter.sample.book import SampleBook
from counter.sample.content import MORNING
from resources.sample_ward.load import sample_citizens
from shared.domain import consignment as consignments
from shared.domain import dossier as dossiers
from shared.domain import handover as handovers
from shared.domain.consignment import GiveBack, Make, Register, Withdraw
from shared.domain.custody import ONE_STOP
from shared.domain.dossier import GivenDocument, RequestSupplement
from shared.domain.handover import Accept, Listed, Offer
from shared.domain.office import Office, procedure_on
from shared.failures import Sentence

POST = "buu-dien-mau"
_POSTAL, _OFFICER, _DECIDES = "staff-9", "staff-1", "staff-5"

_NOTES: tuple[tuple[str, int, int, str], ...] = (
    ("1.004884", 45, 0, "entered"),
    ("2.000635", 46, 8000, "entered"),
    ("1.004873", 47, 0, "refused"),
    ("1.000894", 48, 0, "given_back"),
    ("1.001193", 49, 0, "withdrawn"),
    ("1.004845", 50, 0, "coming"),
    ("1.004837", 51, 8000, "coming"),
    ("1.001022", 52, 0, "made"),
    ("2.000908", 53, 4000, "made"),
)
"""Procedure, which citizen, what was collected, how far the note has come."""


def write_notes(book: SampleBook, office: Office) -> tuple[str, ...]:
    """Writes them into `book`; answers their ids, in the order in which they were made."""
    ids = tuple(_make(book, office, at, *each[:3]) for at, each in enumerate(_NOTES, start=1))
    sent = tuple(each for each, note in zip(ids, _NOTES, strict=True) if note[3] in ("entered", "refused"))
    coming = tuple(each for each, note in zip(ids, _NOTES, strict=True) if note[3] == "coming")
    handover = _offer(book, "BG-261123-0101", sent, 40)
    refused = {each: "incomplete" for each, note in zip(ids, _NOTES, strict=True) if note[3] == "refused"}
    counted = sum(book.consignments[each].fee_vnd for each in sent)
    accept = Accept(ONE_STOP, refused=refused, counted_vnd=counted)  # type: ignore[arg-type]  # one of the reasons
    book.write(handovers.decide(book.handovers[handover], accept), _OFFICER, MORNING - timedelta(minutes=32))
    _offer(book, "BG-261123-0102", coming, 6)
    for ordinal, (item, (_, _, _, state)) in enumerate(zip(ids, _NOTES, strict=True), start=1):
        _finish(book, item, state, ordinal)
    return ids


def _finish(book: SampleBook, item: str, state: str, ordinal: int) -> None:
    note, at = book.consignments[item], MORNING - timedelta(minutes=20)
    if state == "entered":
        command = Register(f"dossier-{ordinal}", f"H99.99.01-261123-20{ordinal:02d}")
        book.write(consignments.decide(note, command), _OFFICER, MORNING - timedelta(minutes=32))
    elif state == "withdrawn":
        book.write(consignments.decide(note, Withdraw(POST)), _POSTAL, at)
    elif state == "given_back":
        book.write(consignments.decide(note, GiveBack(POST)), _POSTAL, at)


def _make(book: SampleBook, office: Office, ordinal: int, code: str, citizen: int, fee_vnd: int) -> str:
    procedure = procedure_on(office, code, MORNING.date())
    assert procedure is not None
    person = sample_citizens()[citizen]
    command = Make(
        id=f"note-{ordinal}",
        number=f"PG-261123-01{ordinal:03}",
        purpose="application",
        post=POST,
        procedure=code,
        procedure_name=procedure.name,
        field=procedure.field,
        documents=tuple(GivenDocument(each.name, 1, 0) for each in procedure.documents[:2]),
        sets=1,
        return_way="post",
        fee_vnd=fee_vnd,
        applicant={
            "name": person.name,
            "identity_number": person.id_number,
            "address": person.address,
            "phone": person.phone,
        },
        receipt=("01AB-26E", f"{ordinal + 20:07d}") if fee_vnd else None,
        tracking=f"EA10000{ordinal:02d}00VN",
    )
    book.write(consignments.decide(None, command), _POSTAL, MORNING - timedelta(minutes=72 - 7 * ordinal))
    return command.id


def _offer(book: SampleBook, number: str, notes: tuple[str, ...], minutes: int) -> str:
    listed = tuple(Listed("consignment", book.consignments[each], book.consignments[each].fee_vnd) for each in notes)
    offer = Offer(f"handover-{number}", number, POST, ONE_STOP, listed, "post", "one_stop")
    book.write(handovers.decide(None, offer), _POSTAL, MORNING - timedelta(minutes=minutes))
    return offer.id


def ask_for_papers(book: SampleBook, office: Office) -> str:
    """A dossier of the morning waits for two papers; answers its code."""
    found = next(each for each in book.dossiers.values() if each.procedure == "1.004884")
    procedure = procedure_on(office, found.procedure, MORNING.date())
    assert procedure is not None
    missing = tuple(each.name for each in procedure.documents if each.form != "present_only")[1:3]
    at = MORNING - timedelta(days=1)
    command = RequestSupplement(
        unit=found.holder,
        missing=missing,
        allowed=None,
        reason="Thiếu giấy tờ",
        at=at,
        request_by=MORNING + timedelta(days=3),
        answer_by=MORNING + timedelta(days=14),
    )
    book.write(dossiers.decide(found, command), _DECIDES, at)
    return found.code


WAITING: tuple[WaitingEntry, ...] = (
    WaitingEntry("note-71", "", here=False, taken_at=MORNING - timedelta(minutes=32), handover="BG-261123-0101"),
    WaitingEntry(
        "note-72",
        "PG-261123-01012",
        here=True,
        taken_at=MORNING - timedelta(minutes=32),
        handover="BG-261123-0101",
        why=Sentence("Còn thiếu: Giấy chứng sinh.", "Still missing: Giấy chứng sinh."),
        dossier="dossier-5",
    ),
)
"""What waits at the office: a note whose content has not come, a supplement that is not complete."""
