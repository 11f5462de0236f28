"""Biểu 07a and the index against a count by hand, over a history of every path, on both databases."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from server.offices import Offices
from server.reports.catalogue import make_report
from server.reports.counts import dossier_counts
from server.reports.drill import dossiers_behind
from server.reports.index_inputs import index_inputs
from server.reports.places import place_of
from server.setting_up import set_up
from shared.clock import HO_CHI_MINH, SetClock
from shared.domain.office import Office
from shared.domain.reports.form_07a import COLUMNS, DossierCounts, total
from shared.domain.reports.period import Period, free_period, period_from
from shared.journal import tables
from tests.server.reports.history import DAYS, FIRST_DAY, arrive, events_of, tales
from tests.server.reports.slow_count import Life, life_of, slow_count, slow_on_time

SEED, DOSSIERS = 20261123, 420
NOW = datetime(2027, 1, 20, 9, 0, tzinfo=HO_CHI_MINH)
GOLDEN = Path(__file__).parent / "golden"
OFFICE = "phuong-mau"


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def offices(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, sample_ward: Office
) -> Iterator[Offices]:
    """A server that the whole history has reached."""
    from shared.journal.engine import postgresql_engine
    from tests.server.running import file_engine

    engine: Engine
    if request.param == "sqlite":
        engine = file_engine(tmp_path_factory.mktemp("reports"))
    else:
        cluster = request.getfixturevalue("postgresql_cluster")
        engine = postgresql_engine(cluster.new_database(request.getfixturevalue("postgresql_template")))
    set_up(engine, SetClock(FIRST_DAY), sample_ward)
    offices = Offices(engine, SetClock(NOW))
    arrive(offices.journal(OFFICE), events_of(list(tales(SEED, DOSSIERS)), OFFICE), random.Random(SEED))
    yield offices
    engine.dispose()


@pytest.fixture(scope="module")
def lives(offices: Offices) -> list[Life]:
    """What the journal's own bytes tell of each dossier."""
    event = tables.event
    bodies: dict[str, list[bytes]] = {}
    with offices.engine.begin() as connection:
        for subject, body in connection.execute(select(event.c.subject, event.c.body)):
            bodies.setdefault(subject, []).append(bytes(body))
    found = (life_of(each) for each in bodies.values())
    return [life for life in found if life is not None]


def counted(offices: Offices, period: Period) -> Mapping[str, DossierCounts]:
    with offices.engine.begin() as connection:
        return dossier_counts(connection, [OFFICE], period.start, period.end)[OFFICE]


def some_periods() -> list[Period]:
    """Official ones, every single day of two weeks, and stretches by chance; some before and after everything."""
    chance = random.Random(SEED)
    official = [period_from(code) for code in ("2026-09", "2026-10", "2026-11", "2026-Q3", "2026-H1", "2026", "2027")]
    day = date(2026, 10, 1)
    single = [free_period(day + timedelta(days=more), day + timedelta(days=more)) for more in range(14)]
    stretches = []
    for _ in range(16):
        first = FIRST_DAY.date() + timedelta(days=chance.randrange(-5, DAYS + 30))
        stretches.append(free_period(first, first + timedelta(days=chance.randrange(60))))
    return [*official, *single, *stretches]


def test_the_form_says_what_a_count_by_hand_says(offices: Offices, lives: list[Life]) -> None:
    assert len(lives) == DOSSIERS
    different = []
    for period in some_periods():
        by_hand = {name: DossierCounts(**row) for name, row in slow_count(lives, period.first, period.last).items()}
        if (found := counted(offices, period)) != by_hand:
            different.append((period.code, found, by_hand))
    assert different == []


def test_the_index_judges_as_a_count_by_hand_does(offices: Offices, lives: list[Life]) -> None:
    different = []
    for period in some_periods():
        with offices.engine.begin() as connection:
            counts = dossier_counts(connection, [OFFICE], period.start, period.end)
            found = index_inputs(connection, [OFFICE], period, counts).on_time
        if found != (by_hand := slow_on_time(lives, period.first, period.last)):
            different.append((period.code, found, by_hand))
    assert different == []


def test_every_count_occurs_in_the_history(offices: Offices) -> None:
    whole = total(counted(offices, period_from("2026-10")).values())
    assert [each.name for each in fields(whole) if getattr(whole, each.name) == 0] == []


def test_what_was_in_progress_is_carried_into_the_next_period(offices: Offices) -> None:
    for period in some_periods():
        after = free_period(period.last + timedelta(days=1), period.last + timedelta(days=20))
        here, there = counted(offices, period), counted(offices, after)
        carried = {name: counts.carried_over for name, counts in there.items() if counts.carried_over}
        assert carried == {name: counts.in_progress for name, counts in here.items() if counts.in_progress}


def test_behind_every_number_are_as_many_dossiers(offices: Offices) -> None:
    period = period_from("2026-10")
    counts = counted(offices, period)
    with offices.engine.begin() as connection:
        for column in COLUMNS:
            for name, row in counts.items():
                listed = dossiers_behind(connection, [OFFICE], period, name, column)
                assert len({each.code for each in listed}) == len(listed) == row.column(column)
            everything = dossiers_behind(connection, [OFFICE], period, None, column)
            assert len(everything) == total(counts.values()).column(column)


def test_reports_are_those_that_were_once_checked(offices: Offices) -> None:
    for code, days in (("07a", "2026-10"), ("07a", "2026-Q3"), ("07b", "2026-10"), ("766", "2026-10")):
        with offices.engine.begin() as connection:
            office = "" if code == "07b" else OFFICE
            place = place_of(connection, office, offices.names())
            found = make_report(connection, code, place, period_from(days), NOW).document()  # type: ignore[arg-type]
        golden = json.loads((GOLDEN / f"{code}-{days}.json").read_text(encoding="utf-8"))
        assert json.loads(json.dumps(found)) == golden


def test_a_period_that_is_not_over_is_counted_through_now(offices: Offices, lives: list[Life]) -> None:
    now = datetime(2026, 10, 7, 23, 59, 59, tzinfo=HO_CHI_MINH)
    so_far = period_from("2026-10").so_far(now)
    by_hand = slow_count(lives, date(2026, 9, 15), date(2026, 10, 7))
    assert counted(offices, so_far) == {name: DossierCounts(**row) for name, row in by_hand.items()}
