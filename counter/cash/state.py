"""The cash room as frozen values: what has been typed, and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from counter.ports import DayTakings, FeeCard, FeeForm, PaymentRow
from counter.words import read_amount
from shared.domain.fee import FeeRule, fee_due
from shared.domain.payment import FeePart
from shared.domain.vietqr import LONGEST_PURPOSE, Transfer, vietqr_text

Page = Literal["collect", "taken", "cash_up"]
Way = Literal["cash", "transfer"]


@dataclass(frozen=True, slots=True)
class FeeTyped:
    """All that is typed for one payment (nội dung đang nhập), as text.

    `ticked`: rules whose condition is true; `units`, `pieces`: pages and copies; `counted`: whether ticks or counts
    were touched. `amount` "": what remains. `given`: the money handed over.
    """

    ticked: frozenset[str] = frozenset()
    units: int = 1
    pieces: int = 1
    counted: bool = False
    way: Way = "cash"
    amount: str = ""
    given: str = ""
    series: str = ""
    number: str = ""
    over_reason: str = ""


@dataclass(frozen=True, slots=True)
class FeeSum:
    """What a payment comes to, in đồng (tính tiền).

    `due_vnd` None: nobody knows it until an amount is typed. `amount_vnd` None: none is known, or it is unreadable.
    `change_vnd` None: nothing was handed over yet, or too little. `wrong`: the fields that cannot be read.
    """

    full_vnd: int | None
    due_vnd: int | None
    paid_vnd: int
    amount_vnd: int | None
    change_vnd: int | None = None
    applied: FeeRule | None = None
    wrong: tuple[str, ...] = ()

    @property
    def remains_vnd(self) -> int | None:
        """What is still to be paid."""
        return None if self.due_vnd is None else max(self.due_vnd - self.paid_vnd, 0)

    @property
    def is_above(self) -> bool:
        """Whether more is taken than remains."""
        return self.amount_vnd is not None and self.remains_vnd is not None and self.amount_vnd > self.remains_vnd

    @property
    def is_waived(self) -> bool:
        """Whether a rule leaves nothing to pay of a fee that is due otherwise."""
        return bool(self.full_vnd) and self.due_vnd == 0 and self.paid_vnd == 0 and not self.amount_vnd


@dataclass(frozen=True, slots=True)
class CashState:
    """The cash room (phòng thu phí).

    `taken`, `change_vnd`: the payment just made. `qr_text`, `qr`: the VietQR code that is shown. `chosen`: a payment of
    the list, with what is typed about it. `takings`: the cash-up of `day`, of `everybody` or one's own; `counted`: the
    cash that was counted, as typed.
    """

    page: Page = "collect"
    card: FeeCard | None = None
    typed: FeeTyped = FeeTyped()
    taken: PaymentRow | None = None
    change_vnd: int | None = None
    qr_text: str = ""
    qr: bytes = b""
    payments: tuple[PaymentRow, ...] = ()
    chosen: str | None = None
    series: str = ""
    number: str = ""
    reason: str = ""
    day: date | None = None
    everybody: bool = False
    takings: DayTakings | None = None
    counted: str = ""
    busy: bool = False

    @property
    def chosen_row(self) -> PaymentRow | None:
        """The payment that is chosen."""
        return next((row for row in self.payments if row.id == self.chosen), None)

    @property
    def lacking(self) -> int:
        """How many payments lack the number of their receipt."""
        return sum(row.lacks_receipt for row in self.payments)


def work_out(card: FeeCard, typed: FeeTyped) -> FeeSum:
    """What the payment comes to: by the rule of the day, or by what was agreed before."""
    worked = fee_due(card.choice, typed.ticked, typed.units, typed.pieces) if card.choice else None
    paid = card.account.paid_vnd
    due = card.account.due_vnd
    if worked is not None and (typed.counted or not _agreed(card)):
        due = worked.due_vnd
    applied = worked.applied if worked is not None and due == worked.due_vnd else None
    wrong = []
    typed_amount, given = _amount(typed.amount), _amount(typed.given)
    if typed_amount == "wrong":
        wrong.append("amount")
    if given == "wrong":
        wrong.append("given")
    remains = None if due is None else max(due - paid, 0)
    amount = typed_amount if isinstance(typed_amount, int) else remains
    amount = None if "amount" in wrong else amount
    change = given - amount if isinstance(given, int) and amount is not None and given >= amount else None
    return FeeSum(
        full_vnd=worked.full_vnd if worked else None,
        due_vnd=due,
        paid_vnd=paid,
        amount_vnd=amount,
        change_vnd=change,
        applied=applied,
        wrong=tuple(wrong),
    )


def _agreed(card: FeeCard) -> bool:
    """Whether somebody has agreed on an amount that is not just the catalogue's for one piece."""
    if card.payments:
        return True
    usual = fee_due(card.choice) if card.choice else None
    return card.account.due_vnd is not None and (usual is None or card.account.due_vnd != usual.full_vnd)


def _amount(text: str) -> int | Literal["wrong"] | None:
    try:
        return read_amount(text)
    except ValueError:
        return "wrong"


def parts_of(card: FeeCard, typed: FeeTyped, money: FeeSum) -> tuple[FeePart, ...]:
    """What the money is for, in Vietnamese as papers and the journal have it."""
    choice = card.choice
    name = choice.name if choice and choice.name else "Phí, lệ phí"
    if choice and choice.scale and typed.counted:
        scale = choice.scale
        name = f"{name}: {typed.pieces} {scale.piece_vi}, mỗi {scale.piece_vi} {typed.units} {scale.unit_vi}"
    elif choice and choice.unit and typed.pieces > 1:
        name = f"{name}: {typed.pieces} {choice.unit}"
    if money.applied is not None:
        name = f"{name} ({money.applied.name_vi})"
    basis = money.applied.basis if money.applied else (choice.basis if choice else "")
    return (FeePart(name, money.amount_vnd or 0, basis),)


def to_fee_form(card: FeeCard, typed: FeeTyped) -> FeeForm | None:
    """The form as it goes to the office, or None while it says no amount."""
    money = work_out(card, typed)
    if money.wrong or money.amount_vnd is None or (money.amount_vnd == 0 and not money.is_waived):
        return None
    due = money.due_vnd if money.due_vnd is not None else money.paid_vnd + money.amount_vnd
    return FeeForm(
        dossier=card.row.id,
        amount_vnd=money.amount_vnd,
        due_vnd=due,
        parts=parts_of(card, typed, money),
        way="waived" if money.is_waived else typed.way,
        series=typed.series if typed.number.strip() else "",
        number=typed.number,
        over_reason=typed.over_reason if money.is_above else "",
    )


def qr_text_of(card: FeeCard, typed: FeeTyped) -> str:
    """The text of the VietQR code for what is to be paid; "" when there is no account or nothing to pay."""
    money = work_out(card, typed)
    if card.bank is None or not money.amount_vnd:
        return ""
    return vietqr_text(
        Transfer(card.bank.bin, card.bank.account, money.amount_vnd, card.row.code[-LONGEST_PURPOSE:].strip())
    )
