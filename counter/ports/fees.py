"""What fees and the cash-up ask of the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from counter.ports.handover import DossierRow
from counter.ports.post_day import BroughtRow
from shared.domain.cash_up import CashUp
from shared.domain.dossier_fees import FeeAccount
from shared.domain.fee import FeeChoice
from shared.domain.office import BankAccount
from shared.domain.payment import FeePart, PaymentState, PaymentWay
from shared.failures import Sentence


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """A payment in a list (khoản thu). `receipt` is "01AB-26E số 0000012", "" while none is recorded."""

    id: str
    dossier: str
    code: str
    procedure_name: str
    amount_vnd: int
    way: PaymentWay
    state: PaymentState
    at: datetime
    officer_name: str
    receipt: str
    lacks_receipt: bool
    series: str = ""


@dataclass(frozen=True, slots=True)
class FeeCard:
    """A dossier at the moment of paying (thu phí). `choice` None: its procedure is not in the catalogue any more.

    `account`: what is due and paid by what was agreed and collected before; `bank` None: the office takes cash only.
    `warnings`: what does not fit, for instance a fee that two counters have collected.
    """

    row: DossierRow
    choice: FeeChoice | None
    account: FeeAccount
    payments: tuple[PaymentRow, ...]
    bank: BankAccount | None
    warnings: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class FeeForm:
    """What is taken (phiếu thu). `due_vnd`: due on the dossier in all; `series`, `number`: of the receipt, or "".

    `over_reason`: why more than what remains is taken, "" when it is not.
    """

    dossier: str
    amount_vnd: int
    due_vnd: int
    parts: tuple[FeePart, ...]
    way: PaymentWay
    series: str = ""
    number: str = ""
    over_reason: str = ""


@dataclass(frozen=True, slots=True)
class DayTakings:
    """The cash-up of a day (chốt thu). `twice`: receipts that two counters recorded for different payments.

    `brought`: the lists whose money the post brought, or paid the difference of, on that day.
    """

    cash_up: CashUp
    today: date
    twice: tuple[str, ...] = ()
    brought: tuple[BroughtRow, ...] = ()


@dataclass(frozen=True, slots=True)
class SlipForm:
    """What a payment slip asks for (phiếu đề nghị nộp phí): the parts and the VietQR text, "" for none."""

    dossier: str
    parts: tuple[FeePart, ...]
    amount_vnd: int
    qr_text: str


class FeesPort(Protocol):
    """Fees, payments, the day's cash-up."""

    def fee_card(self, text: str) -> FeeCard:
        """The dossier of a scanned receipt or a typed code at the moment of paying. Refusal `no_such_dossier`."""
        ...

    def collect(self, form: FeeForm) -> PaymentRow:
        """Takes the money. Refusals `above_due`, `receipt_used`, `receipt_unreadable`, `no_amount`."""
        ...

    def record_receipt(self, payment: str, series: str, number: str) -> PaymentRow:
        """Records the number of a receipt. Refusals `receipt_used`, `receipt_unreadable`."""
        ...

    def give_back(self, payment: str, reason: str) -> PaymentRow:
        """Gives the money back. Refusals `no_reason`, `payment_withdrawn`."""
        ...

    def payments_of(self, dossier: str) -> tuple[PaymentRow, ...]:
        """Every payment of a dossier, oldest first."""
        ...

    def payments_today(self) -> tuple[PaymentRow, ...]:
        """The payments of today, the last one first, then those of earlier days that still lack a receipt."""
        ...

    def day_takings(self, day: date | None, *, everybody: bool) -> DayTakings:
        """The cash-up of `day` (None: today), of the officer signed in or of the whole office."""
        ...

    def cash_up_sheet(self, day: date, counted_vnd: int | None, *, everybody: bool) -> bytes:
        """The cash-up sheet as PDF."""
        ...

    def payment_slip(self, form: SlipForm) -> bytes:
        """The payment slip as PDF, 80 mm wide."""
        ...
