"""The fold of a payment: `evolve`. The state stands in `payment_state`, what may be done in `payment`."""

from __future__ import annotations

from typing import get_args

from shared.domain.fact import Recorded, with_conflict
from shared.domain.payment_state import FeePart, Payment, PaymentWay, Receipt
from shared.domain.replacing import replace


def evolve(payment: Payment | None, fact: Recorded) -> Payment | None:
    """`payment` after `fact`; two different receipts recorded without knowing of each other are a conflict."""
    if fact.kind == "payment.collected":
        if payment is not None:
            return with_conflict(payment, "collected_twice", "Khoản thu được ghi hai lần.", "It was recorded twice.")
        return _begun(fact)
    if payment is None or fact.kind not in ("payment.carried", "payment.receipt_recorded", "payment.withdrawn"):
        return payment
    if fact.kind == "payment.carried":
        return _carried(payment, fact)
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
        carried_in=fact.optional_text("carried_in"),
        consignment=fact.optional_text("consignment"),
    )


def _carried(payment: Payment, fact: Recorded) -> Payment:
    handover = fact.text("handover")
    if payment.carried_in in (None, handover):
        return replace(payment, carried_in=handover)
    return with_conflict(
        payment,
        "carried_twice",
        f"Hồ sơ {payment.dossier_code}: một khoản thu hộ được ghi nộp theo hai biên bản.",
        f"Dossier {payment.dossier_code}: one fee was recorded as brought by two handovers.",
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
