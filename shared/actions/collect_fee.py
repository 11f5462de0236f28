"""Collect fees (thu phí, lệ phí): take money for a dossier, record its receipt, give money back; each one transaction.

A receipt that is recorded on another payment is refused here, as far as this machine knows; two machines that were
apart show it in the cash-up.
"""

from __future__ import annotations

from dataclasses import dataclass

from shared.domain import payment
from shared.domain.payment import Collect, FeePart, Payment, PaymentWay, Receipt, RecordReceipt, Withdraw
from shared.failures import Refusal
from shared.journal.consignment_queries import notes_with_receipt
from shared.journal.dossier_queries import known_dossier
from shared.journal.journal import Journal, Reader, Writer
from shared.journal.payment_queries import payments_with_receipt
from shared.journal.read_model import PAYMENTS

from .act import act, act_within


@dataclass(frozen=True, slots=True)
class Takings:
    """What the officer takes (số tiền thu): `due_vnd` is what is due on the dossier in all; see `payment.Collect`."""

    amount_vnd: int
    due_vnd: int
    parts: tuple[FeePart, ...]
    way: PaymentWay
    receipt: Receipt | None = None
    over_reason: str = ""


def collect_fee(journal: Journal, dossier: str, takings: Takings, *, counter: str, officer: str) -> Payment:
    """Takes the money. Refusals `no_such_dossier`, `receipt_used` and those of `payment.decide`."""
    with journal.writing() as writer:
        return collect_within(writer, journal.identities.subject(), dossier, takings, counter=counter, officer=officer)


def collect_within(
    writer: Writer, subject: str, dossier: str, takings: Takings, *, counter: str, officer: str
) -> Payment:
    """The same, as payment `subject`, within a transaction that does more: a result that is paid for on delivery."""
    found = known_dossier(writer, dossier)
    if takings.receipt is not None:
        _refuse_used(writer, takings.receipt)
    command = Collect(
        id=subject,
        dossier=found.id,
        dossier_code=found.code,
        procedure=found.procedure,
        procedure_name=found.procedure_name,
        amount_vnd=takings.amount_vnd,
        due_vnd=takings.due_vnd,
        paid_vnd=found.fee_account.paid_vnd,
        parts=takings.parts,
        way=takings.way,
        counter=counter,
        receipt=takings.receipt,
        over_reason=takings.over_reason,
    )
    return act_within(writer, PAYMENTS, payment.decide, command.id, command, officer)


def record_receipt(journal: Journal, subject: str, receipt: Receipt, *, officer: str) -> Payment:
    """Records the number of the receipt of a payment. Refusals `receipt_used` and those of `payment.decide`."""
    with journal.writing() as writer:
        _refuse_used(writer, receipt, subject)
        return act_within(writer, PAYMENTS, payment.decide, subject, RecordReceipt(receipt), officer)


def give_back(journal: Journal, subject: str, reason: str, *, officer: str, unit: str = "") -> Payment:
    """Gives the money of a payment back. `unit`: of the officer; Refusal `money_with_post` where another has it."""
    return act(journal, PAYMENTS, payment.decide, subject, Withdraw(reason, unit), officer)


def _refuse_used(reader: Reader, receipt: Receipt, subject: str = "") -> None:
    for other in payments_with_receipt(reader, receipt):
        if other.id != subject:
            raise Refusal(
                "receipt_used",
                f"Biên lai {receipt.series} số {receipt.number} đã ghi cho hồ sơ {other.dossier_code}.",
                f"Receipt {receipt.series} number {receipt.number} is recorded for dossier {other.dossier_code}.",
            )
    mine = reader.state(PAYMENTS, subject) if subject else None
    for note in notes_with_receipt(reader, receipt):
        if mine is None or mine.consignment != note.id:
            raise Refusal(
                "receipt_used",
                f"Biên lai {receipt.series} số {receipt.number} đã ghi trên phiếu gửi {note.number}.",
                f"Receipt {receipt.series} number {receipt.number} is recorded on consignment note {note.number}.",
            )
