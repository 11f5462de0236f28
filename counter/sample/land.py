"""A change in the land register of the sample ward, with two planned appointments: for pictures and window tests."""

from __future__ import annotations

from datetime import timedelta

from counter.sample.book import SampleBook
from counter.sample.content import MORNING
from counter.sample.receipts import receive_sample
from shared.domain import dossier as dossiers
from shared.domain.dossier import MeetAppointment
from shared.domain.office import Office

PROCEDURE = "1.013831"
_CITIZEN = 24
_ORDINAL = 90


def receive_land(book: SampleBook, office: Office, days_ago: int = 3) -> str:
    """Writes the receipt of such a dossier into `book`; answers its id. It lies at the one-stop."""
    at = MORNING - timedelta(days=days_ago)
    return receive_sample(book, office, PROCEDURE, at, citizen=_CITIZEN, ordinal=_ORDINAL, officer="staff-1")


def await_duty(book: SampleBook, dossier: str, days_ago: int = 1) -> None:
    """The first appointment of `dossier` was met: it waits for the citizen's financial duty."""
    at = MORNING - timedelta(days=days_ago)
    facts = dossiers.decide(book.dossiers[dossier], MeetAppointment(dossiers.ONE_STOP, at))
    book.write(facts, "staff-1", at)
