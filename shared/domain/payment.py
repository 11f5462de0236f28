"""A payment of fees (khoản thu phí, lệ phí): money taken for one dossier, with the official receipt's number.

The receipt (biên lai) is issued elsewhere, by a printed book or the e-receipt service: its number is recorded here and
never invented (Decree 123/2020 Art. 32(2) as amended by Decree 70/2025). A payment without one says so until it is
recorded. A payment is never changed: it is withdrawn with a reason, and both stay.

The state stands in `payment_state`, its fold in `payment_fold`; all public names can be had from here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from shared.domain.fact import Fact
from shared.domain.fee import dong
from shared.domain.payment_fold import evolve
from shared.domain.payment_state import FeePart, Payment, PaymentState, PaymentWay, Receipt
from shared.domain.text import tidy
from shared.failures import Refusal

__all__ = [
    "Collect",
    "Command",
    "FeePart",
    "Payment",
    "PaymentState",
    "PaymentWay",
    "Receipt",
    "RecordReceipt",
    "Withdraw",
    "carried_fact",
    "decide",
    "evolve",
    "read_receipt",
]

_SERIES = re.compile(r"[0-9A-Z/\-]{1,20}")
_NUMBER = re.compile(r"[0-9]{1,7}")


@dataclass(frozen=True, slots=True)
class Collect:
    """Take money (thu phí) for a dossier on which `paid_vnd` of `due_vnd` has been paid before.

    `over_reason`: why more than what remains is taken, "" when it is not; personal. `receipt` may follow later.
    `consignment` and `carried_in`: as in `Payment`, for what the post collected and has brought already. Such money was
    taken before anybody here could say that it is too much: it is recorded as it is.
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
    consignment: str | None = None
    carried_in: str | None = None


@dataclass(frozen=True, slots=True)
class RecordReceipt:
    """Record the number of the receipt (ghi số biên lai), or correct one that was typed wrong."""

    receipt: Receipt


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Give the money back (hoàn trả), with the reason, which is personal. `unit`: whose money is given, "" not said."""

    reason: str
    unit: str = ""


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
    if payment.is_with_post and command.unit not in ("", payment.counter):
        raise Refusal(
            "money_with_post",
            "Bưu điện còn giữ khoản tiền này, chưa nộp về; chỉ bưu điện trả lại được cho người nộp.",
            "The post still has this money; only the post can give it back to the payer.",
        )
    reason = tidy(command.reason)
    if not reason:
        raise Refusal("no_reason", "Chưa ghi lý do hoàn trả.", "The reason for giving it back is missing.")
    withdrawn = Fact(payment.id, "payment.withdrawn", {}, {"reason": reason})
    given_back = {"payment": payment.id, "amount_vnd": payment.amount_vnd}
    return (withdrawn, Fact(payment.dossier, "dossier.fee_given_back", given_back))


def carried_fact(payment: str, handover: str) -> Fact:
    """That `handover` brought the money of `payment`, also where the payment itself has not been heard of yet."""
    return Fact(payment, "payment.carried", {"handover": handover})


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
    if command.amount_vnd > remains and not over_reason and command.carried_in is None:
        raise Refusal(
            "above_due",
            f"Hồ sơ {command.dossier_code} chỉ còn phải thu {left.vi}. Muốn thu thêm, hãy ghi lý do.",
            f"Only {left.en} remain due on dossier {command.dossier_code}. To take more, give the reason.",
        )
    data: dict[str, object] = {
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
    if command.consignment is not None:
        data["consignment"] = command.consignment
    if command.carried_in is not None:
        data["carried_in"] = command.carried_in
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
