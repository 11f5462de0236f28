"""Make a consignment note (lập phiếu gửi hồ sơ) at a post point, take it back, give its papers back to the sender.

Each is one transaction. A receipt that stands on another note or payment is refused, as far as this machine knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shared.clock import business_date
from shared.domain import consignment
from shared.domain.consignment import Consignment, GiveBack, Make, Withdraw
from shared.domain.custody import ONE_STOP
from shared.domain.dossier import GivenDocument, ReturnWay, SubmittedBy
from shared.domain.fact import Data
from shared.domain.office import Office
from shared.domain.payment import Receipt
from shared.domain.tracking import read_tracking
from shared.failures import Refusal
from shared.journal.consignment_queries import is_note_number_taken, notes_with_receipt
from shared.journal.dossier_queries import known_dossier
from shared.journal.journal import Journal, Reader
from shared.journal.node import Node
from shared.journal.payment_queries import payments_with_receipt
from shared.journal.read_model import CONSIGNMENTS

from .act import act, act_within
from .receive_dossier import procedure_in_force

_NOTES_OF_A_DAY = 999


@dataclass(frozen=True, slots=True)
class Consigning:
    """What the postal employee has entered; `applicant` is personal, as in `receive_dossier.Reception`.

    `supplements`: the id of the dossier that the papers complete, None for a new application.
    """

    procedure: str
    documents: tuple[GivenDocument, ...]
    sets: int
    return_way: ReturnWay
    applicant: Data
    fee_vnd: int = 0
    receipt: Receipt | None = None
    tracking: str = ""
    submitted_by: SubmittedBy = "applicant"
    supplements: str | None = None
    receiver: str = ONE_STOP


def make_consignment(
    journal: Journal, office: Office, node: Node, entered: Consigning, *, post: str, officer: str
) -> Consignment:
    """Makes the note; answers it after COMMIT.

    Refusals `receipt_used`, `supplement_not_awaited`, `tracking_unreadable` and the domain's.
    """
    with journal.writing() as writer:
        today = business_date(writer.now)
        if entered.receipt is not None:
            _refuse_used(writer, entered.receipt)
        code, about = _supplemented(writer, entered.supplements)
        if about is None:
            found = procedure_in_force(office, entered.procedure, writer.now)
            about = (found.code, found.name, found.field)
        ordinal = writer.next_number(
            f"consignment/{today.isoformat()}",
            _next_ordinal,
            lambda number: is_note_number_taken(writer, _number(node, today, number)),
        )
        command = Make(
            id=journal.identities.subject(),
            number=_number(node, today, ordinal),
            purpose="application" if entered.supplements is None else "supplement",
            post=post,
            procedure=about[0],
            procedure_name=about[1],
            field=about[2],
            documents=entered.documents,
            sets=entered.sets,
            return_way=entered.return_way,
            fee_vnd=entered.fee_vnd,
            applicant=entered.applicant,
            receipt=(entered.receipt.series, entered.receipt.number) if entered.receipt else None,
            tracking=read_tracking(entered.tracking).number if entered.tracking.strip() else "",
            submitted_by=entered.submitted_by,
            dossier=entered.supplements,
            dossier_code=code,
            receiver=entered.receiver,
        )
        return act_within(writer, CONSIGNMENTS, consignment.decide, command.id, command, officer)


def withdraw(journal: Journal, note: str, *, post: str, officer: str) -> Consignment:
    """Takes a note back that was made by mistake."""
    return act(journal, CONSIGNMENTS, consignment.decide, note, Withdraw(post), officer)


def give_back(journal: Journal, note: str, *, post: str, officer: str) -> Consignment:
    """Gives the papers back to the sender."""
    return act(journal, CONSIGNMENTS, consignment.decide, note, GiveBack(post), officer)


def _supplemented(reader: Reader, dossier: str | None) -> tuple[str, tuple[str, str, str] | None]:
    """The code of the dossier that is completed and its procedure; ("", None) for a new application."""
    if dossier is None:
        return "", None
    found = known_dossier(reader, dossier)
    if not found.awaits_supplement:
        raise Refusal(
            "supplement_not_awaited",
            f"Hồ sơ {found.code} hiện không chờ bổ sung giấy tờ.",
            f"Dossier {found.code} does not wait for further papers now.",
        )
    return found.code, (found.procedure, found.procedure_name, found.field)


def _refuse_used(reader: Reader, receipt: Receipt) -> None:
    noted = next((each.number for each in notes_with_receipt(reader, receipt)), None)
    paid = next((each.dossier_code for each in payments_with_receipt(reader, receipt)), None)
    if noted is not None:
        raise Refusal(
            "receipt_used",
            f"Biên lai {receipt.series} số {receipt.number} đã ghi trên phiếu gửi {noted}.",
            f"Receipt {receipt.series} number {receipt.number} is recorded on consignment note {noted}.",
        )
    if paid is not None:
        raise Refusal(
            "receipt_used",
            f"Biên lai {receipt.series} số {receipt.number} đã ghi cho hồ sơ {paid}.",
            f"Receipt {receipt.series} number {receipt.number} is recorded for dossier {paid}.",
        )


def _next_ordinal(last: int | None) -> int:
    ordinal = (last or 0) + 1
    if ordinal > _NOTES_OF_A_DAY:
        raise Refusal(
            "range_used_up",
            "Máy này đã lập hết 999 số phiếu gửi của ngày hôm nay.",
            "This machine has used up its 999 numbers of consignment notes for today.",
        )
    return ordinal


def _number(node: Node, day: date, ordinal: int) -> str:
    """PG-yymmdd-NNooo: NN the device's index, so that two machines never print the same number."""
    return f"PG-{day:%y%m%d}-{node.index:02}{ordinal:03}"
