"""Dossiers, handovers and payments as the lists of several rooms show them (dòng hồ sơ, biên bản, khoản thu)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from counter.ports import AuthorisedCollector, BroughtRow, DossierRow, HandoverRow, PaymentRow
from shared.domain.dossier import Dossier
from shared.domain.dossier_progress import is_late
from shared.domain.handover import Handover
from shared.domain.office import Office
from shared.domain.office_names import unit_name
from shared.domain.payment import Payment
from shared.domain.post_money import Brought


def dossier_row(office: Office, dossier: Dossier, applicant_name: str, now: datetime) -> DossierRow:
    """A dossier in a list; whether it is late is asked at `now`."""
    return DossierRow(
        id=dossier.id,
        code=dossier.code,
        procedure_name=dossier.procedure_name,
        applicant_name=applicant_name,
        stage=dossier.stage,
        holder_name=unit_name(office, dossier.holder),
        received_at=dossier.received_at,
        due_at=dossier.due_at,
        late=is_late(dossier, now),
    )


def handover_row(office: Office, handover: Handover) -> HandoverRow:
    """A handover in a list."""
    return HandoverRow(
        id=handover.id,
        number=handover.number,
        giver_name=unit_name(office, handover.giver),
        receiver_name=unit_name(office, handover.receiver),
        count=len(handover.papers),
        offered_at=handover.offered_at,
        state=handover.state,
        giver=handover.giver,
        receiver=handover.receiver,
        differences=len(handover.open_discrepancies),
        receiver_kind=handover.receiver_kind,
    )


def payment_row(payment: Payment, officer_name: str) -> PaymentRow:
    """A payment in a list, taken by the officer of that name."""
    receipt = payment.receipt
    return PaymentRow(
        id=payment.id,
        dossier=payment.dossier,
        code=payment.dossier_code,
        procedure_name=payment.procedure_name,
        amount_vnd=payment.amount_vnd,
        way=payment.way,
        state=payment.state,
        at=payment.at,
        officer_name=officer_name,
        receipt=f"{receipt.series} số {receipt.number}" if receipt else "",
        lacks_receipt=payment.lacks_receipt,
        series=receipt.series if receipt else "",
    )


def brought_rows(office: Office, brought: Sequence[Brought]) -> tuple[BroughtRow, ...]:
    """The money of handovers with the names of both units."""
    return tuple(BroughtRow(each, unit_name(office, each.giver), unit_name(office, each.receiver)) for each in brought)


def collectors_in(record: Mapping[str, object], name: str) -> tuple[AuthorisedCollector, ...]:
    """Those who may collect, as `name` of a personal record lists them; what is unreadable is left out."""
    listed = record.get(name)
    if not isinstance(listed, list | tuple):
        return ()
    return tuple(
        AuthorisedCollector(
            name=str(each.get("name", "")),
            identity_number=str(each.get("identity_number", "")),
            paper=str(each.get("paper", "")),
        )
        for each in listed
        if isinstance(each, Mapping) and each.get("name")
    )
