"""What has been paid on a dossier (phí đã nộp): one entry for each payment, kept on the dossier so that all see it.

A payment is a subject of its own (`shared.domain.payment`); what it means for the dossier is written as a fact of the
dossier in the same transaction; how that is folded stands in `dossier_fees_fold`.
Paying is no step of handling: it neither needs an open dossier nor moves its last step.
"""

from __future__ import annotations

from dataclasses import dataclass


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
