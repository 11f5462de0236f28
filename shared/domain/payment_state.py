"""What a payment of fees (khoản thu phí, lệ phí) is after all that has happened to it: the money, its receipt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from shared.domain.fact import Conflict

PaymentWay = Literal["cash", "transfer", "waived", "post"]
"""Tiền mặt, chuyển khoản (Decree 118/2025 Art. 24); "waived": nothing was to be paid, by the rule that is named;
"post": the post collected it for the office (bưu chính thu hộ) and brings it with a handover (Decision 45/2016/QĐ-TTg
Art. 11, 12)."""

PaymentState = Literal["collected", "withdrawn"]


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

    `reason` is the SHA-256 of the personal record with the reason of the withdrawal in words. What the post collected
    has its post point as `counter`; `carried_in`: the handover that brought the money to the office; `consignment`: the
    note with which it was collected, None for what was collected on delivery.
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
    carried_in: str | None = None
    consignment: str | None = None

    @property
    def is_with_post(self) -> bool:
        """Whether the post still has the money (tiền bưu điện còn giữ)."""
        return self.way == "post" and self.state == "collected" and self.carried_in is None

    @property
    def lacks_receipt(self) -> bool:
        """Whether the number of its receipt is still to be recorded (chưa có biên lai)."""
        return self.state == "collected" and self.way != "waived" and self.receipt is None
