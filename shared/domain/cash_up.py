"""The cash-up of a day (chốt thu trong ngày): what came in and went back, by way, procedure and receipt book.

A payment counts on the day it was taken, its giving back on the day it was given back, so that a day that has been
cashed up stays what it was. Differences to the money counted are shown as they are, never rounded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from shared.domain.payment import Payment


@dataclass(frozen=True, slots=True)
class CashEntry:
    """One line of the day: a payment taken, or given back (`amount_vnd` is then negative)."""

    payment: Payment
    amount_vnd: int

    @property
    def given_back(self) -> bool:
        """Whether the money went back."""
        return self.amount_vnd < 0


@dataclass(frozen=True, slots=True)
class CashTotal:
    """A sum under one heading (cộng theo nhóm): `key` is a way, a procedure's name or the series of a receipt book."""

    key: str
    count: int
    amount_vnd: int


@dataclass(frozen=True, slots=True)
class CashUp:
    """The day's money (bảng kê thu trong ngày). `lacking`: payments whose receipt is not recorded yet."""

    day: date
    entries: tuple[CashEntry, ...]
    by_way: tuple[CashTotal, ...]
    by_procedure: tuple[CashTotal, ...]
    by_book: tuple[CashTotal, ...]
    lacking: tuple[Payment, ...]
    waived: int

    @property
    def total_vnd(self) -> int:
        """All that came in, less what went back."""
        return sum(entry.amount_vnd for entry in self.entries)

    @property
    def cash_vnd(self) -> int:
        """What must lie in the drawer."""
        return next((total.amount_vnd for total in self.by_way if total.key == "cash"), 0)


def cash_up(day: date, taken: Sequence[Payment], given_back: Sequence[Payment]) -> CashUp:
    """The day's money of the payments `taken` on `day` and those `given_back` on it, whenever they were taken."""
    entries = [CashEntry(payment, payment.amount_vnd) for payment in taken if payment.way != "waived"]
    entries += [CashEntry(payment, -payment.amount_vnd) for payment in given_back if payment.way != "waived"]
    return CashUp(
        day=day,
        entries=tuple(entries),
        by_way=_totals(entries, lambda payment: payment.way),
        by_procedure=_totals(entries, lambda payment: payment.procedure_name),
        by_book=_totals(entries, lambda payment: payment.receipt.series if payment.receipt else ""),
        lacking=tuple(payment for payment in taken if payment.lacks_receipt),
        waived=sum(payment.way == "waived" and payment.state == "collected" for payment in taken),
    )


def _totals(entries: Sequence[CashEntry], key: Callable[[Payment], str]) -> tuple[CashTotal, ...]:
    sums: dict[str, tuple[int, int]] = {}
    for entry in entries:
        count, amount = sums.get(key(entry.payment), (0, 0))
        sums[key(entry.payment)] = (count + (not entry.given_back), amount + entry.amount_vnd)
    return tuple(CashTotal(name, count, amount) for name, (count, amount) in sorted(sums.items()))
