"""How a consignment note that the office has signed for becomes a dossier, or completes one; see `enter_consignments`.

All of it stands or nothing: the dossier with its code, the fees as a payment under the receipt that the sender got, and
that the note is entered.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from shared.clock import business_date
from shared.domain import dossier, payment
from shared.domain.consignment import Consignment, Register, registered_fact
from shared.domain.dossier import Dossier
from shared.domain.dossier_fees import FeeAccount
from shared.domain.fact import Data, Fact
from shared.domain.fee import fee_due, fees_of
from shared.domain.office import Office, procedure_on
from shared.domain.office_record import UnitKind
from shared.domain.payment import Collect, FeePart, Receipt
from shared.domain.procedures import Procedure
from shared.domain.working_time import Promise
from shared.failures import Refusal
from shared.journal.journal import Journal, Reader, Writer
from shared.journal.node import Node
from shared.journal.read_model import DOSSIERS

from .dossier_steps import promise_anew
from .receive_dossier import Promising, Reception, promise_for, to_receive

FEE_NAME = "Phí, lệ phí bưu chính thu hộ"


@dataclass(frozen=True, slots=True)
class Entering:
    """Where notes are entered (nơi vào sổ): the journal, this node with its range of codes, the office, the counter."""

    journal: Journal
    node: Node
    office: Office
    counter: str = ""


@dataclass(frozen=True, slots=True)
class Entered:
    """A note that was entered (đã vào sổ), as the dossier `dossier` with `code`."""

    note: str
    number: str
    dossier: str
    code: str


@dataclass(frozen=True, slots=True)
class Submitted:
    """A note that the office has signed for: `unit` holds it since `at`, against `handover`."""

    note: Consignment
    applicant: Data
    unit: str
    unit_kind: UnitKind
    at: datetime
    handover: str | None


@dataclass(frozen=True, slots=True)
class _Became:
    """The dossier that a note becomes or completes, and the facts that make it so."""

    id: str
    code: str
    procedure: str
    procedure_name: str
    account: FeeAccount
    facts: tuple[Fact, ...]


def become_dossier(writer: Writer, at: Entering, submitted: Submitted, officer: str) -> Entered:
    """Enters a note. Refusal, before anything is written, that says what is in the way."""
    facts, entered = _entering(writer, at, submitted, promise_for)
    writer.append(officer, facts)
    return entered


def become_dossiers(writer: Writer, at: Entering, every: Iterable[Submitted], officer: str) -> tuple[Entered, ...]:
    """Enters those that can be entered, all at once; a note that the rules refuse waits."""
    facts: list[Fact] = []
    entered: list[Entered] = []
    supplements = []
    promising = _each_once()
    for each in every:
        if each.note.purpose == "supplement":
            supplements.append(each)  # two of them may be for one dossier: the second must see the first
            continue
        with suppress(Refusal):
            theirs, as_what = _entering(writer, at, each, promising)
            facts += theirs
            entered.append(as_what)
    writer.append(officer, facts)
    for each in supplements:
        with suppress(Refusal):
            entered.append(become_dossier(writer, at, each, officer))
    return tuple(entered)


def _each_once() -> Promising:
    """`promise_for`, reckoned once for all notes of a procedure that were signed for together."""
    said: dict[tuple[str, datetime], Promise | None] = {}

    def promising(office: Office, procedure: Procedure, at: datetime) -> Promise | None:
        if (procedure.code, at) not in said:
            said[procedure.code, at] = promise_for(office, procedure, at)
        return said[procedure.code, at]

    return promising


def _entering(
    writer: Writer, at: Entering, submitted: Submitted, promising: Promising
) -> tuple[tuple[Fact, ...], Entered]:
    note = submitted.note
    supplement = note.purpose == "supplement"
    became = _completed(writer, at, submitted) if supplement else _received(writer, at, submitted, promising)
    paid = _paid(at, submitted, became) if note.fee_vnd else ()
    registered = registered_fact(note.id, Register(became.id, became.code))
    return (*became.facts, *paid, registered), Entered(note.id, note.number, became.id, became.code)


def _received(writer: Writer, at: Entering, submitted: Submitted, promising: Promising) -> _Became:
    note = submitted.note
    reception = Reception(
        procedure=note.procedure,
        channel="post",
        documents=note.documents,
        sets=note.sets,
        fee_vnd=_fee(at.office, submitted),
        return_way=note.return_way,
        counter=at.counter,
        ticket=None,
        applicant=submitted.applicant,
        submitted_by=note.submitted_by,
        unit=submitted.unit,
        unit_kind=submitted.unit_kind,
        received_at=submitted.at,
        consignment=note.id,
        consignment_number=note.number,
    )
    command = to_receive(writer, at.journal.identities, at.office, at.node, reception, promising)
    return _Became(
        command.id,
        command.code,
        command.procedure,
        command.procedure_name,
        FeeAccount(command.fee_vnd, 0),
        dossier.decide(None, command),
    )


def _fee(office: Office, submitted: Submitted) -> int | None:
    """What the post has collected, otherwise what the catalogue asks on the day of submission."""
    note, day = submitted.note, business_date(submitted.at)
    if note.fee_vnd:
        return note.fee_vnd
    procedure = procedure_on(office, note.procedure, day)
    due = fee_due(fees_of(procedure, office.fee_rules, day)) if procedure is not None else None
    return due.due_vnd if due is not None else None


def _completed(writer: Writer, at: Entering, submitted: Submitted) -> _Became:
    found = _supplemented(writer, submitted.note)
    facts: tuple[Fact, ...] = ()
    # What was completed meanwhile at the counter is only entered as the note's dossier.
    if found.awaits_supplement or found.supplement is None:
        promise = promise_anew(at.office, found, submitted.at)
        command = dossier.TakeSupplement(
            unit=submitted.unit,
            documents=submitted.note.documents,
            at=submitted.at,
            due_at=promise.due if promise else None,
            promise=promise.explanation_vi if promise else "",
        )
        facts = dossier.decide(found, command)
    return _Became(found.id, found.code, found.procedure, found.procedure_name, found.fee_account, facts)


def require_complete(reader: Reader, submitted: Submitted) -> None:
    """Refusal that names what keeps the papers from completing their dossier; see `dossier.TakeSupplement`."""
    found = _supplemented(reader, submitted.note)
    if found.awaits_supplement or found.supplement is None:
        command = dossier.TakeSupplement(submitted.unit, submitted.note.documents, submitted.at, None, "")
        dossier.decide(found, command)


def _supplemented(reader: Reader, note: Consignment) -> Dossier:
    found = reader.state(DOSSIERS, note.dossier or "")
    if found is None:
        raise Refusal(
            "no_such_dossier",
            f"Hồ sơ {note.dossier_code} được bổ sung chưa có trên máy này.",
            f"Dossier {note.dossier_code}, which the papers complete, is not on this machine yet.",
        )
    return found


def _paid(at: Entering, submitted: Submitted, became: _Became) -> tuple[Fact, ...]:
    """The fees that the post collected are a payment of the dossier, under the receipt that the sender got."""
    note, account = submitted.note, became.account
    command = Collect(
        id=at.journal.identities.subject(),
        dossier=became.id,
        dossier_code=became.code,
        procedure=became.procedure,
        procedure_name=became.procedure_name,
        amount_vnd=note.fee_vnd,
        due_vnd=account.due_vnd or note.fee_vnd,
        paid_vnd=account.paid_vnd,
        parts=(FeePart(FEE_NAME, note.fee_vnd),),
        way="post",
        counter=note.post,
        receipt=Receipt(*note.receipt) if note.receipt else None,
        consignment=note.id,
        carried_in=submitted.handover or "",
    )
    return payment.decide(None, command)
