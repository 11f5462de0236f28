"""What is in the sample office on a Monday morning: people waiting, dossiers on their way, results to collect."""

from __future__ import annotations

from datetime import datetime, timedelta

from counter.sample.book import SampleBook
from counter.sample.receipts import receive_sample
from shared.clock import HO_CHI_MINH
from shared.domain import dossier as dossiers
from shared.domain import handover as handovers
from shared.domain import ticket as tickets
from shared.domain.dossier import MarkResultReady
from shared.domain.fact import Fact
from shared.domain.handover import Accept, Listed, Offer
from shared.domain.numbering import ticket_label
from shared.domain.office import Office
from shared.domain.ticket import APPOINTMENT, Issue

MORNING = datetime(2026, 11, 23, 8, 40, tzinfo=HO_CHI_MINH)
"""The moment the sample stands still at, a Monday."""

_OFFICER, _DEPARTMENT_OFFICER = "staff-1", "staff-5"
DEPARTMENT = "van-phong"
_LINES = "AAFCADABACAEBD"
_PRIORITY = {4: "elderly", 7: "pregnant"}

_RECEIVED: tuple[tuple[str, int, int, str], ...] = (
    ("1.001193", 0, 1, "here"),
    ("2.000815", 0, 3, "here"),
    ("1.004873", 3, 5, "here"),
    ("2.000635", 3, 8, "here"),
    ("1.004884", 5, 9, "department"),
    ("1.000894", 5, 12, "department"),
    ("1.004837", 6, 14, "coming"),
    ("1.004845", 6, 15, "coming"),
    ("1.001022", 6, 17, "result"),
    ("2.000908", 7, 20, "result"),
    ("1.004859", 7, 22, "result"),
)
"""Procedure, days ago, which citizen, where it is now."""


def fill(book: SampleBook, office: Office) -> None:
    """Writes the morning into `book`."""
    _issue_tickets(book)
    ids: dict[str, list[str]] = {"here": [], "department": [], "coming": [], "result": []}
    for ordinal, (code, days, citizen, place) in enumerate(_RECEIVED, start=1):
        at = MORNING - timedelta(days=days)
        received = receive_sample(book, office, code, at, citizen=citizen, ordinal=ordinal, officer=_OFFICER)
        ids[place].append(received)
    elsewhere = (*ids["department"], *ids["coming"], *ids["result"])
    _hand_over(book, "BG-0001", dossiers.ONE_STOP, DEPARTMENT, elsewhere, accepted=True)
    for dossier in (*ids["coming"], *ids["result"]):
        facts = dossiers.decide(book.dossiers[dossier], MarkResultReady(DEPARTMENT, "granted"))
        book.write(facts, _DEPARTMENT_OFFICER, MORNING - timedelta(minutes=40))
    _hand_over(book, "BG-0002", DEPARTMENT, dossiers.ONE_STOP, tuple(ids["result"]), accepted=True)
    _hand_over(book, "BG-0003", DEPARTMENT, dossiers.ONE_STOP, tuple(ids["coming"]), accepted=False)


def _issue_tickets(book: SampleBook) -> None:
    numbers: dict[str, int] = {}
    for at, line in enumerate(_LINES):
        number = numbers[line] = numbers.get(line, 0) + 1
        issue = Issue(
            id=f"ticket-{at}",
            date=MORNING.date().isoformat(),
            line=line,
            number=number,
            label=ticket_label(line, number),
            token=f"TOKEN{at:021d}",
            people_ahead=at,
            wait_low=5,
            wait_high=15,
            priority=_PRIORITY.get(at),
        )
        book.write(tickets.decide(None, issue), "kiosk", MORNING - timedelta(minutes=60 - 4 * at))


def several_visits() -> tuple[Fact, ...]:
    """Two visits with further matters and one by appointment, for `SampleBook.write`; `fill` leaves them out."""
    visits = (("A", 7, "elderly", ("C",)), ("A", 8, APPOINTMENT, ()), ("C", 3, None, ("F", "A")))
    issues = (
        Issue(
            id=f"visit-{at}",
            date=MORNING.date().isoformat(),
            line=line,
            number=number,
            label=ticket_label(line, number),
            token=f"VISIT{at:021d}",
            people_ahead=0,
            wait_low=5,
            wait_high=15,
            priority=priority,
            further=further,
        )
        for at, (line, number, priority, further) in enumerate(visits)
    )
    return tuple(fact for issue in issues for fact in tickets.decide(None, issue))


def _hand_over(
    book: SampleBook, number: str, giver: str, receiver: str, ids: tuple[str, ...], *, accepted: bool
) -> None:
    identity = f"handover-{number}"
    offer = Offer(identity, number, giver, receiver, tuple(Listed("dossier", book.dossiers[each]) for each in ids))
    signer = _OFFICER if giver == dossiers.ONE_STOP else _DEPARTMENT_OFFICER
    book.write(handovers.decide(None, offer), signer, MORNING - timedelta(minutes=30))
    if accepted:
        other = _DEPARTMENT_OFFICER if signer == _OFFICER else _OFFICER
        facts = handovers.decide(book.handovers[identity], Accept(receiver))
        book.write(facts, other, MORNING - timedelta(minutes=20))
