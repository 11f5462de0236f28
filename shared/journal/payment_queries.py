"""Questions about payments, answered from their read table."""

from __future__ import annotations

from sqlalchemy import ColumnElement, select

from shared.domain.payment import Payment, Receipt
from shared.journal.journal import Reader
from shared.journal.read_model import PAYMENTS
from shared.journal.tables import payment

_MOST_LACKING = 200


def payments_of_dossier(reader: Reader, dossier: str) -> tuple[Payment, ...]:
    """Every payment of a dossier, those given back included, oldest first."""
    return _payments(reader, payment.c.dossier == dossier)


def payments_taken(reader: Reader, begins: int, ends: int, officer: str | None) -> tuple[Payment, ...]:
    """The payments taken from `begins` until before `ends` (Unix milliseconds), by `officer` or by everybody."""
    return _payments(reader, (payment.c.at >= begins) & (payment.c.at < ends) & _of(officer))


def payments_given_back(reader: Reader, begins: int, ends: int, officer: str | None) -> tuple[Payment, ...]:
    """The payments given back in that time out of the drawer of `officer`: by the one who gave the money back."""
    given_back = (payment.c.withdrawn_at >= begins) & (payment.c.withdrawn_at < ends)
    found = _payments(reader, given_back)
    return tuple(each for each in found if officer is None or each.withdrawn_by == officer)


def payments_without_receipt(reader: Reader) -> tuple[Payment, ...]:
    """Payments of any day whose receipt is not recorded yet, oldest first, at most 200."""
    return _payments(reader, payment.c.receipt.is_(None), _MOST_LACKING)


def payments_with_receipt(reader: Reader, receipt: Receipt) -> tuple[Payment, ...]:
    """The payments on which this receipt is recorded; more than one when two counters did so offline."""
    return _payments(reader, payment.c.receipt == receipt.key)


def _of(officer: str | None) -> ColumnElement[bool]:
    return payment.c.officer == payment.c.officer if officer is None else payment.c.officer == officer


def _payments(reader: Reader, where: ColumnElement[bool], most: int | None = None) -> tuple[Payment, ...]:
    query = (
        select(payment.c.document)
        .where(payment.c.office == reader.office, where)
        .order_by(payment.c.at, payment.c.subject)
        .limit(most)
    )
    return tuple(PAYMENTS.state(document) for document in reader.connection.execute(query).scalars())
