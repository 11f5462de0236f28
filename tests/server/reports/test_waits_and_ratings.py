"""Waits and ratings against what the facts themselves say, counted one by one, on both databases."""

from __future__ import annotations

import random
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import mean

import pytest
from sqlalchemy import Engine

from server.reports.ratings import satisfaction, satisfied_of
from server.reports.waits import waits
from server.setting_up import set_up
from shared.clock import HO_CHI_MINH, SetClock
from shared.domain.fact import Fact
from shared.domain.office import Office
from shared.domain.rating import rating_id
from shared.domain.reports.period import free_period
from shared.domain.reports.satisfaction import FEWEST, OTHERS
from shared.identities import Identities
from shared.journal.journal import Journal

FIRST = datetime(2026, 9, 14, 7, 30, tzinfo=HO_CHI_MINH)
OFFICE = "phuong-mau"
PERIOD = free_period(FIRST.date() + timedelta(days=1), FIRST.date() + timedelta(days=2))


@dataclass
class Visit:
    """What happened to one number: where it was drawn and when, the seconds to its call (None: none), its rating."""

    line: str
    issued: datetime
    low: int | None
    waited: int | None
    absent: bool
    counter: str
    score: int | None
    comment: bool


def visits() -> list[Visit]:
    """Four days of them, of which the period holds the two in the middle; also just before midnight."""
    chance = random.Random(5)
    found = []
    for _ in range(140):
        issued = FIRST + timedelta(days=chance.randrange(4), minutes=chance.randrange(990))
        waited = chance.choice([None, 0, 59, 299, 300, 301, 900, 901, chance.randrange(4000)])
        rated = waited is not None and chance.random() < 0.5
        counter = chance.choice(["quay-1", "quay-1", "quay-1", "quay-2", "quay-2", "quay-3"])
        absent = waited is not None and not rated and chance.random() < 0.3
        score = chance.choice((1, 2, 3)) if rated else None
        low = chance.choice((None, 5, 5))
        found.append(Visit(chance.choice("AB"), issued, low, waited, absent, counter, score, chance.random() < 0.4))
    return found


def write(journal: Journal, clock: SetClock, told: list[Visit]) -> None:
    for number, visit in enumerate(told, start=1):
        subject, high = str(uuid.UUID(int=number)), None if visit.low is None else visit.low + 10
        issued = {
            "date": visit.issued.date().isoformat(),
            "line": visit.line,
            "number": number,
            "label": f"{visit.line}{number:03d}",
            "token": f"{number:026d}",
            "priority": None,
            "procedure": None,
            "people_ahead": 0,
            "wait_low": visit.low,
            "wait_high": high,
        }
        clock.set(visit.issued)
        with journal.writing() as writer:
            writer.append("citizen", [Fact(subject, "ticket.issued", issued)])
        if visit.waited is None:
            continue
        clock.set(visit.issued + timedelta(seconds=visit.waited))
        call = {"counter": visit.counter, "desk": "d", "key": subject, "mode": "claimed"}
        facts = [Fact(subject, "ticket.called", call)]
        if visit.absent:
            facts.append(Fact(subject, "ticket.absent", {"counter": visit.counter}))
        if visit.score is not None:
            about = {"about": "ticket", "about_id": subject, "score": visit.score}
            data = {**about, "reasons": ["time"], "channel": "kiosk"}
            words = {"comment": "Tôi là Trần Kín"} if visit.comment else None
            facts.append(Fact(rating_id(subject), "rating.given", data, words))
        with journal.writing() as writer:
            writer.append("staff-1", facts)


@pytest.fixture
def told(any_database: Engine, sample_ward: Office) -> list[Visit]:
    clock = SetClock(FIRST)
    node = set_up(any_database, clock, sample_ward)
    identities = Identities(clock)
    journal = Journal(
        any_database, office=OFFICE, device=node.device, epoch=node.epoch, clock=clock, identities=identities
    )
    found = visits()
    write(journal, clock, found)
    return found


def on_a_day_of_it(instant: datetime) -> bool:
    return PERIOD.first <= instant.date() <= PERIOD.last


def test_waits_are_counted_by_line_and_hour_as_they_happened(any_database: Engine, told: list[Visit]) -> None:
    with any_database.begin() as connection:
        found = waits(connection, [OFFICE], PERIOD)
    told = [visit for visit in told if on_a_day_of_it(visit.issued)]
    groups = [(found.whole, told)]
    groups += [(found.by_key[line], [visit for visit in told if visit.line == line]) for line in "AB"]
    groups += [(tally, [each for each in told if each.issued.hour == hour]) for hour, tally in found.by_hour.items()]
    assert set(found.by_hour) == {visit.issued.hour for visit in told}
    for tally, theirs in groups:
        waited = [visit.waited for visit in theirs if visit.waited is not None]
        promised = [visit.waited / 60 for visit in theirs if visit.waited is not None and visit.low is not None]
        assert (tally.issued, tally.called) == (len(theirs), len(waited))
        assert tally.absent == sum(visit.absent for visit in theirs)
        assert tally.kept["held"] == sum(5 <= minutes <= 15 for minutes in promised)
        assert tally.kept["sooner"] == sum(minutes < 5 for minutes in promised)
        assert tally.kept["later"] == sum(minutes > 15 for minutes in promised)
        assert tally.mean == (pytest.approx(mean(waited) / 60) if waited else None)
        assert tally.median == (sorted(each // 60 for each in waited)[(len(waited) - 1) // 2] if waited else None)


def test_ratings_are_counted_by_counter_without_their_words(any_database: Engine, told: list[Visit]) -> None:
    with any_database.begin() as connection:
        found = satisfaction(connection, [OFFICE], PERIOD)
        given, satisfied = satisfied_of(connection, [OFFICE], PERIOD)
    scored = [visit for visit in told if visit.score is not None]
    rated = [visit for visit in scored if on_a_day_of_it(visit.issued + timedelta(seconds=visit.waited or 0))]
    assert (given, satisfied) == (len(rated), sum(visit.score != 1 for visit in rated))
    assert [found.whole.share(score) for score in (1, 2, 3)] == [
        pytest.approx(sum(visit.score == score for visit in rated) / len(rated)) for score in (1, 2, 3)
    ]
    by_counter = {name: sum(visit.counter == name for visit in rated) for name in ("quay-1", "quay-2", "quay-3")}
    assert 0 < by_counter["quay-3"] < FEWEST <= by_counter["quay-2"]
    shown = {name: tally.count for name, tally in found.counters.items()}
    assert shown == {"quay-1": by_counter["quay-1"], OTHERS: by_counter["quay-2"] + by_counter["quay-3"]}
    assert found.comments == sum(visit.comment for visit in rated)
    assert found.reasons == {"time": len(rated)}
    assert "Trần Kín" not in repr(found)
