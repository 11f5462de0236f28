"""A sample morning on which dossiers are late, stuck and waiting: for the pictures and tests of the deadlines."""

from __future__ import annotations

from datetime import datetime, timedelta

from counter.sample.book import SampleBook
from counter.sample.content import MORNING
from counter.sample.receipts import receive_sample
from shared.domain import dossier as dossiers
from shared.domain import handover as handovers
from shared.domain.dossier import (
    ONE_STOP,
    GivenDocument,
    MarkResultReady,
    RequestSupplement,
    SendApology,
)
from shared.domain.handover import Accept, Listed, Offer
from shared.domain.office import Office

_ONE, _TWO, _DECIDES = "staff-1", "staff-2", "staff-5"
_UNIT = "van-phong"
_FORM_ONLY = (GivenDocument("Tờ khai", 1, 0),)

_DOSSIERS: tuple[tuple[str, int, int, str, str], ...] = (
    ("1.004845", 3, 31, _ONE, "department"),
    ("1.004845", 3, 32, _TWO, "department"),
    ("1.004873", 4, 33, _ONE, "department"),
    ("1.004859", 5, 34, _ONE, "put_off"),
    ("2.002189", 10, 35, _ONE, "department"),
    ("1.005461", 20, 36, _ONE, "asked_long_ago"),
    ("1.005461", 14, 37, _TWO, "asked"),
    ("1.000689", 20, 38, _ONE, "uncollected"),
    ("2.000806", 10, 39, _ONE, "department"),
)
"""Procedure, days ago, which citizen, who received it, what has become of it."""


def fill_deadlines(book: SampleBook, office: Office) -> None:
    """Writes the morning into `book`, beside what is there."""
    for ordinal, (code, days, citizen, officer, fate) in enumerate(_DOSSIERS, start=51):
        at = MORNING - timedelta(days=days, minutes=3 * ordinal - 153)
        identity = receive_sample(
            book, office, code, at, citizen=citizen, ordinal=ordinal, officer=officer, papers=_FORM_ONLY
        )
        _move(book, ordinal, identity, ONE_STOP, _UNIT, at + timedelta(hours=2))
        if fate == "put_off":
            new_due = office.calendar.end_of_day((MORNING + timedelta(days=2)).date())
            _do(book, identity, SendApology(_UNIT, "Chờ xác minh.", at + timedelta(hours=3), new_due), at)
        elif fate in ("asked", "asked_long_ago"):
            asked = at + timedelta(days=1)
            answer_by = office.calendar.end_of_day((asked + timedelta(days=15)).date())
            request = RequestSupplement(_UNIT, ("Tờ khai",), None, "Thiếu chữ ký.", asked, asked, answer_by)
            _do(book, identity, request, asked)
        elif fate == "uncollected":
            ready = at + timedelta(days=3)
            _do(book, identity, MarkResultReady(_UNIT, "granted"), ready)
            _move(book, 100 + ordinal, identity, _UNIT, ONE_STOP, ready)


def _do(book: SampleBook, dossier: str, command: dossiers.Command, at: datetime) -> None:
    book.write(dossiers.decide(book.dossiers[dossier], command), _DECIDES, at)


def _move(book: SampleBook, number: int, dossier: str, giver: str, receiver: str, at: datetime) -> None:
    identity = f"handover-deadlines-{number}"
    offer = Offer(identity, f"BG-{number:04d}", giver, receiver, (Listed("dossier", book.dossiers[dossier]),))
    book.write(handovers.decide(None, offer), _ONE, at)
    book.write(handovers.decide(book.handovers[identity], Accept(receiver)), _DECIDES, at)
