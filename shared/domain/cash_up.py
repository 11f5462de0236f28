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

    @property
    def way(self) -> str:
        """How the money came or went; what the post had brought already is given back out of the drawer, in cash."""
        payment = self.payment
        return "cash" if self.given_back and payment.way == "post" and payment.carried_in else payment.way


@dataclass(frozen=True, slots=True)
class CashTotal:
    """A sum under one heading (cộng theo nhóm): `key` is a way, a procedure's name or the series of a receipt book."""

    key: str
    count: int
    amount_vnd: int


@dataclass(frozen=True, slots=True)
class CashUp:
    """The day's money (bảng kê thu trong ngày). `lacking`: payments whose receipt is not recorded yet.

    `brought_vnd`: what the post brought that day, as it was counted under the handover records (tiền bưu điện nộp). It
    lies in the drawer; the payments that it is for are of the way "post" and do not.
    """

    day: date
    entries: tuple[CashEntry, ...]
    by_way: tuple[CashTotal, ...]
    by_procedure: tuple[CashTotal, ...]
    by_book: tuple[CashTotal, ...]
    lacking: tuple[Payment, ...]
    waived: int
    brought_vnd: int = 0

    @property
    def total_vnd(self) -> int:
        """All that came in, less what went back."""
        return sum(entry.amount_vnd for entry in self.entries)

    @property
    def cash_vnd(self) -> int:
        """What was taken in cash at the counters, less what went back."""
        return next((total.amount_vnd for total in self.by_way if total.key == "cash"), 0)

    @property
    def drawer_vnd(self) -> int:
        """What must lie in the drawer: the cash, and what the post brought by record."""
        return self.cash_vnd + self.brought_vnd


def cash_up(day: date, taken: Sequence[Payment], given_back: Sequence[Payment], brought_vnd: int = 0) -> CashUp:
    """The day's money of the payments `taken` on `day` and those `given_back` on it, whenever they were taken.

    `brought_vnd`: what the post brought on `day`, counted.
    """
    entries = [CashEntry(payment, payment.amount_vnd) for payment in taken if payment.way != "waived"]
    entries += [CashEntry(payment, -payment.amount_vnd) for payment in given_back if payment.way != "waived"]
    return CashUp(
        day=day,
        entries=tuple(entries),
        by_way=_totals(entries, lambda entry: entry.way),
        by_procedure=_totals(entries, lambda entry: entry.payment.procedure_name),
        by_book=_totals(entries, lambda entry: entry.payment.receipt.series if entry.payment.receipt else ""),
        lacking=tuple(payment for payment in taken if payment.lacks_receipt),
        waived=sum(payment.way == "waived" and payment.state == "collected" for payment in taken),
        brought_vnd=brought_vnd,
    )


def _totals(entries: Sequence[CashEntry], key: Callable[[CashEntry], str]) -> tuple[CashTotal, ...]:
    sums: dict[str, tuple[int, int]] = {}
    for entry in entries:
        count, amount = sums.get(key(entry), (0, 0))
        sums[key(entry)] = (count + (not entry.given_back), amount + entry.amount_vnd)
    return tuple(CashTotal(name, count, amount) for name, (count, amount) in sorted(sums.items()))
