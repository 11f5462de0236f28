"""How payments enter a dossier, and what two counters that collected apart leave (thu phí hai nơi)."""

from __future__ import annotations

from shared.domain.dossier_fees import FeeEntry, fee_account
from shared.domain.dossier_state import Dossier
from shared.domain.fact import Recorded, with_conflict
from shared.domain.fee import dong
from shared.domain.replacing import replace


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
