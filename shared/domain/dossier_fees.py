"""What has been paid on a dossier (phí đã nộp): one entry for each payment, kept on the dossier so that all see it.

A payment is a subject of its own (`shared.domain.payment`); what it means for the dossier is written as a fact of the
dossier in the same transaction. Two counters that collected without knowing of each other leave a conflict here.
Paying is no step of handling: it neither needs an open dossier nor moves its last step.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from shared.domain.fact import Recorded, with_conflict
from shared.domain.fee import dong

if TYPE_CHECKING:
    from shared.domain.dossier_state import Dossier


@dataclass(frozen=True, slots=True)
class FeeEntry:
    """One payment of a dossier: what was taken, what was due in all when it was taken, and whether it was given back.

    A waiver is an entry of 0 đồng whose `due_vnd` is what remained due after it.
    """

    payment: str
    amount_vnd: int
    due_vnd: int
    given_back: bool = False


@dataclass(frozen=True, slots=True)
class FeeAccount:
    """What is due and paid on a dossier, in đồng; `due_vnd` None: nobody has said an amount yet."""

    due_vnd: int | None
    paid_vnd: int

    @property
    def open_vnd(self) -> int:
        """What is still to be paid."""
        return max((self.due_vnd or 0) - self.paid_vnd, 0)

    @property
    def over_vnd(self) -> int:
        """What was paid beyond what is due."""
        return max(self.paid_vnd - self.due_vnd, 0) if self.due_vnd is not None else 0


def fee_account(fee_vnd: int | None, entries: tuple[FeeEntry, ...]) -> FeeAccount:
    """The account: the last entry that stands says what is due, before any the fee agreed on at reception."""
    standing = [entry for entry in entries if not entry.given_back]
    due = standing[-1].due_vnd if standing else fee_vnd
    return FeeAccount(due, sum(entry.amount_vnd for entry in standing))


def fee_taken(dossier: Dossier, fact: Recorded) -> Dossier:
    """A payment or a waiver is entered; one that did not know of another before it leaves a conflict."""
    before = fee_account(dossier.fee_vnd, dossier.fees)
    entry = FeeEntry(fact.text("payment"), fact.integer("amount_vnd"), fact.integer("due_vnd"))
    entered = replace(dossier, fees=(*dossier.fees, entry))
    after = fee_account(dossier.fee_vnd, entered.fees)
    if fact.integer("paid_before_vnd") == before.paid_vnd or not after.over_vnd:
        return entered
    paid, due = dong(after.paid_vnd), dong(after.due_vnd or 0)
    return with_conflict(
        entered,
        "fee_collected_twice",
        f"Hồ sơ {dossier.code}: hai nơi cùng thu phí; đã thu {paid.vi}, phải thu {due.vi}.",
        f"Dossier {dossier.code}: the fee was collected in two places; {paid.en} paid, {due.en} due.",
    )


def fee_given_back(dossier: Dossier, fact: Recorded) -> Dossier:
    """A payment was given back; one that is not entered changes nothing."""
    payment = fact.text("payment")
    fees = tuple(replace(entry, given_back=True) if entry.payment == payment else entry for entry in dossier.fees)
    return replace(dossier, fees=fees)


FEE_FACTS = {"dossier.fee_taken": fee_taken, "dossier.fee_given_back": fee_given_back}
