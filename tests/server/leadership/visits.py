"""Visits of a seeded history: numbers drawn, called or not, rated; told apart from the programs that count them."""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from shared.clock import HO_CHI_MINH
from shared.domain.fact import Fact
from shared.domain.rating import rating_id
from shared.journal.event import GENESIS, Event, Position, write_event

MACHINE = "quay-9"


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody who drew a number; `called` None: nobody called them. `low` and `high`: minutes on the slip."""

    order: int
    drawn: datetime
    called: datetime | None
    low: int | None
    high: int | None
    absent: bool
    score: int | None

    @property
    def day(self) -> date:
        """The date on the clocks of Viet Nam."""
        return self.drawn.astimezone(HO_CHI_MINH).date()

    @property
    def wait(self) -> timedelta | None:
        """From the number to the call."""
        return None if self.called is None else self.called - self.drawn


def visits(seed: int, first: date, days: int, a_day: int) -> Iterator[Visit]:
    """So many a day, by chance; one in fifteen is never called."""
    chance = random.Random(seed)
    for order in range(days * a_day):
        day = first + timedelta(days=order // a_day)
        drawn = datetime(
            day.year, day.month, day.day, chance.randrange(7, 17), chance.randrange(60), tzinfo=HO_CHI_MINH
        )
        called = drawn + timedelta(seconds=chance.randrange(0, 4000)) if chance.randrange(15) else None
        low = chance.choice((None, 5, 20))
        score = chance.choice((None, None, 1, 2, 3, 3)) if called else None
        absent = called is not None and score is None and chance.randrange(4) == 0
        yield Visit(order, drawn, called, low, None if low is None else low + 15, absent, score)


def log_of(told: list[Visit], office: str, machine: str = MACHINE) -> list[Event]:
    """What one machine writes of them."""
    log: list[Event] = []
    for visit in told:
        for at, fact in _facts(visit, machine):
            previous = log[-1].hash if log else GENESIS
            place = Position(office, machine, 1, len(log) + 1, previous, len(log) + 1)
            log.append(write_event(place, at, "staff-1", fact, None))
    return log


def _facts(visit: Visit, machine: str) -> Iterator[tuple[datetime, Fact]]:
    subject = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{machine} {visit.order}"))
    number = visit.order % 400 + 1
    issued = {
        "date": visit.day.isoformat(),
        "line": "A",
        "number": number,
        "label": f"A{number:03d}",
        "token": subject.replace("-", "")[:26],
        "priority": None,
        "procedure": None,
        "people_ahead": 0,
        "wait_low": visit.low,
        "wait_high": visit.high,
    }
    yield visit.drawn, Fact(subject, "ticket.issued", issued)
    if visit.called is None:
        return
    at = {"counter": "quay-1"}
    called = {**at, "desk": "desk-quay-1", "key": f"{visit.order}", "mode": "offline"}
    yield visit.called, Fact(subject, "ticket.called", called)
    ended = visit.called + timedelta(minutes=5)
    yield ended, Fact(subject, "ticket.absent" if visit.absent else "ticket.done", at)
    if visit.score is not None:
        given = {"about": "ticket", "about_id": subject, "score": visit.score, "reasons": [], "channel": "kiosk"}
        yield ended, Fact(rating_id(subject), "rating.given", given)
