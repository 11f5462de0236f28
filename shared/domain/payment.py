"""A payment of fees (khoản thu phí, lệ phí): money taken for one dossier, with the official receipt's number.

The receipt (biên lai) is issued elsewhere, by a printed book or the e-receipt service: its number is recorded here and
never invented (Decree 123/2020 Art. 32(2) as amended by Decree 70/2025). A payment without one says so until it is
recorded. A payment is never changed: it is withdrawn with a reason, and both stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, get_args

from shared.domain.fact import Conflict, Fact, Recorded, with_conflict
from shared.domain.fee import dong
from shared.domain.text import tidy
from shared.failures import Refusal

PaymentWay = Literal["cash", "transfer", "waived"]
"""Tiền mặt, chuyển khoản (Decree 118/2025 Art. 24); "waived": nothing was to be paid, by the rule that is named."""

PaymentState = Literal["collected", "withdrawn"]
_SERIES = re.compile(r"[0-9A-Z/\-]{1,20}")
_NUMBER = re.compile(r"[0-9]{1,7}")


@dataclass(frozen=True, slots=True)
class Receipt:
    """An official receipt (biên lai): its series (ký hiệu) and its number, at most seven digits, as printed on it."""

    series: str
    number: str

    @property
    def key(self) -> str:
        """What tells two receipts apart: 0000012 and 12 of one series are the same receipt."""
        return f"{self.series}/{int(self.number)}"


@dataclass(frozen=True, slots=True)
class FeePart:
    """What a sum is for (khoản thu): its name, the amount in đồng, the regulation."""

    name: str
    amount_vnd: int
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment (khoản thu). `due_vnd`: what was due on the dossier in all; `at`: when it was taken.

    `reason` is the SHA-256 of the personal record with the reason of the withdrawal in words.
    """

    id: str
    dossier: str
    dossier_code: str
    procedure: str
    procedure_name: str
    amount_vnd: int
    due_vnd: int
    parts: tuple[FeePart, ...]
    way: PaymentWay
    officer: str
    counter: str
    at: datetime
    receipt: Receipt | None = None
    state: PaymentState = "collected"
    withdrawn_by: str | None = None
    withdrawn_at: datetime | None = None
    reason: str | None = None
    conflicts: tuple[Conflict, ...] = ()

    @property
    def lacks_receipt(self) -> bool:
        """Whether the number of its receipt is still to be recorded (chưa có biên lai)."""
        return self.state == "collected" and self.way != "waived" and self.receipt is None


@dataclass(frozen=True, slots=True)
class Collect:
    """Take money (thu phí) for a dossier on which `paid_vnd` of `due_vnd` has been paid before.

    `over_reason`: why more than what remains is taken, "" when it is not; personal. `receipt` may follow later.
    """

    id: str
    dossier: str
    dossier_code: str
    procedure: str
    procedure_name: str
    amount_vnd: int
    due_vnd: int
    paid_vnd: int
    parts: tuple[FeePart, ...]
    way: PaymentWay
    counter: str
    receipt: Receipt | None = None
    over_reason: str = ""


@dataclass(frozen=True, slots=True)
class RecordReceipt:
    """Record the number of the receipt (ghi số biên lai), or correct one that was typed wrong."""

    receipt: Receipt


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Give the money back (hoàn trả), with the reason, which is personal."""

    reason: str


Command = Collect | RecordReceipt | Withdraw


def read_receipt(series: str, number: str) -> Receipt | None:
    """The receipt that was typed, None when nothing was; Refusal `receipt_unreadable`."""
    series, number = tidy(series).upper().replace(" ", ""), tidy(number).replace(" ", "")
    if not series and not number:
        return None
    if _SERIES.fullmatch(series) is None or _NUMBER.fullmatch(number) is None or int(number) == 0:
        raise Refusal(
            "receipt_unreadable",
            "Biên lai cần ký hiệu (chữ, số) và số biên lai có nhiều nhất 7 chữ số.",
            "A receipt has a series (letters, figures) and a number of at most 7 digits.",
        )
    return Receipt(series, number)


def decide(payment: Payment | None, command: Command) -> tuple[Fact, ...]:
    """The facts for the payment and for its dossier, or a Refusal in words."""
    if isinstance(command, Collect):
        return _collected(payment, command)
    if payment is None:
        raise Refusal("no_such_payment", "Không tìm thấy khoản thu này.", "There is no such payment.")
    if payment.state == "withdrawn":
        raise Refusal(
            "payment_withdrawn", "Khoản thu này đã được hoàn trả.", "This payment has been given back already."
        )
    if isinstance(command, RecordReceipt):
        return (_receipt_recorded(payment, command.receipt),)
    reason = tidy(command.reason)
    if not reason:
        raise Refusal("no_reason", "Chưa ghi lý do hoàn trả.", "The reason for giving it back is missing.")
    withdrawn = Fact(payment.id, "payment.withdrawn", {}, {"reason": reason})
    given_back = {"payment": payment.id, "amount_vnd": payment.amount_vnd}
    return (withdrawn, Fact(payment.dossier, "dossier.fee_given_back", given_back))


def _collected(payment: Payment | None, command: Collect) -> tuple[Fact, ...]:
    if payment is not None:
        raise Refusal("already_collected", "Khoản thu này đã được ghi.", "This payment is recorded already.")
    waived = command.way == "waived"
    if command.amount_vnd < 0 or (command.amount_vnd == 0) != waived:
        raise Refusal("no_amount", "Số tiền thu phải lớn hơn 0 đồng.", "The amount must be above 0 VND.")
    if sum(part.amount_vnd for part in command.parts) != command.amount_vnd or not command.parts:
        raise Refusal("parts_differ", "Các khoản không cộng đúng số tiền.", "The parts do not add up to the amount.")
    remains = max(command.due_vnd - command.paid_vnd, 0)
    left = dong(remains)
    over_reason = tidy(command.over_reason)
    if command.amount_vnd > remains and not over_reason:
        raise Refusal(
            "above_due",
            f"Hồ sơ {command.dossier_code} chỉ còn phải thu {left.vi}. Muốn thu thêm, hãy ghi lý do.",
            f"Only {left.en} remain due on dossier {command.dossier_code}. To take more, give the reason.",
        )
    data = {
        "dossier": command.dossier,
        "dossier_code": command.dossier_code,
        "procedure": command.procedure,
        "procedure_name": command.procedure_name,
        "amount_vnd": command.amount_vnd,
        "due_vnd": command.due_vnd,
        "parts": [[part.name, part.amount_vnd, part.basis] for part in command.parts],
        "way": command.way,
        "counter": command.counter,
        "receipt": _receipt_data(command.receipt),
    }
    personal = {"over_reason": over_reason} if over_reason else None
    taken = {
        "payment": command.id,
        "amount_vnd": command.amount_vnd,
        "due_vnd": command.due_vnd,
        "paid_before_vnd": command.paid_vnd,
    }
    return (
        Fact(command.id, "payment.collected", data, personal),
        Fact(command.dossier, "dossier.fee_taken", taken),
    )


def _receipt_recorded(payment: Payment, receipt: Receipt) -> Fact:
    if payment.way == "waived":
        raise Refusal("nothing_collected", "Khoản được miễn không có biên lai.", "What was waived has no receipt.")
    if payment.receipt == receipt:
        raise Refusal("receipt_known", "Số biên lai này đã được ghi.", "This receipt is recorded already.")
    replaces = _receipt_data(payment.receipt)
    return Fact(payment.id, "payment.receipt_recorded", {"receipt": _receipt_data(receipt), "replaces": replaces})


def _receipt_data(receipt: Receipt | None) -> list[str] | None:
    return None if receipt is None else [receipt.series, receipt.number]


def evolve(payment: Payment | None, fact: Recorded) -> Payment | None:
    """`payment` after `fact`; two different receipts recorded without knowing of each other are a conflict."""
    if fact.kind == "payment.collected":
        if payment is not None:
            return with_conflict(payment, "collected_twice", "Khoản thu được ghi hai lần.", "It was recorded twice.")
        return _begun(fact)
    if payment is None or fact.kind not in ("payment.receipt_recorded", "payment.withdrawn"):
        return payment
    if fact.kind == "payment.receipt_recorded":
        return _with_receipt(payment, fact)
    if payment.state == "withdrawn":
        return with_conflict(
            payment,
            "given_back_twice",
            f"Hồ sơ {payment.dossier_code}: một khoản thu được hoàn trả hai lần.",
            f"Dossier {payment.dossier_code}: one payment was given back twice.",
        )
    return replace(
        payment, state="withdrawn", withdrawn_by=fact.actor, withdrawn_at=fact.device_time, reason=fact.personal
    )


def _begun(fact: Recorded) -> Payment:
    way = fact.text("way")
    if way not in get_args(PaymentWay):
        raise ValueError("unknown way to pay")
    return Payment(
        id=fact.subject,
        dossier=fact.text("dossier"),
        dossier_code=fact.text("dossier_code"),
        procedure=fact.text("procedure"),
        procedure_name=fact.text("procedure_name"),
        amount_vnd=fact.integer("amount_vnd"),
        due_vnd=fact.integer("due_vnd"),
        parts=_parts_in(fact.data["parts"]),
        way=way,  # type: ignore[arg-type]  # one of the names, as just checked
        officer=fact.actor,
        counter=fact.text("counter"),
        at=fact.device_time,
        receipt=_receipt_in(fact.data.get("receipt")),
    )


def _with_receipt(payment: Payment, fact: Recorded) -> Payment:
    receipt, replaces = _receipt_in(fact.data["receipt"]), _receipt_in(fact.data.get("replaces"))
    if payment.receipt in (replaces, receipt):
        return replace(payment, receipt=receipt)
    return with_conflict(
        payment,
        "receipts_differ",
        f"Hồ sơ {payment.dossier_code}: một khoản thu được ghi hai số biên lai khác nhau.",
        f"Dossier {payment.dossier_code}: two different receipts were recorded for one payment.",
    )


def _receipt_in(value: object) -> Receipt | None:
    if value is None:
        return None
    if not isinstance(value, list | tuple) or len(value) != 2 or not all(isinstance(each, str) for each in value):
        raise ValueError("a receipt is a series and a number")
    int(value[1])
    return Receipt(value[0], value[1])


def _parts_in(value: object) -> tuple[FeePart, ...]:
    if not isinstance(value, list | tuple):
        raise ValueError("parts is not a list")
    return tuple(_part_in(each) for each in value)


def _part_in(value: object) -> FeePart:
    if not isinstance(value, list | tuple) or len(value) != 3:
        raise ValueError("a part is a name, an amount and a basis")
    name, amount, basis = value
    if not isinstance(name, str) or not isinstance(basis, str) or type(amount) is not int:
        raise ValueError("a part is a name, an amount and a basis")
    return FeePart(name, amount, basis)
