"""The figures of the leaders' page against a count by hand, on both databases; kept figures against fresh ones."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from math import ceil
from threading import Event
from typing import TypeVar

import pytest
from sqlalchemy import Engine, select, update
from sqlalchemy.exc import DBAPIError

from server.leadership.counting import count_now, count_period
from server.leadership.figures import Handled, NowFigures, PeriodFigures, Scores, sums_of
from server.leadership.ledger import OLDEST_SHOWN, SELDOM, SOON, Counting, Ledger, Shown
from server.leadership.lists import PER_PAGE, WHATS, Asked, dossier_list
from server.leadership.periods import CHOICES, offered_periods
from server.leadership.queue_months import count_queue
from server.leadership.stuck import stuck_dossiers
from server.offices import Offices
from server.reports.counts import dossier_counts
from server.setting_up import set_up
from server.turns import turn_at
from server.writing_lane import WritingLane
from shared.clock import HO_CHI_MINH, SetClock
from shared.domain.deadlines import watch_at
from shared.domain.office import Office
from shared.domain.reports.period import Period, free_period, period_from
from shared.journal import tables
from shared.journal.deadline_queries import watched_dossiers
from shared.journal.engine import WRITING, one_view, postgresql_engine
from shared.journal.read_model import refold
from shared.journal.server_tables import figures as figures_table
from tests.server.facts import dossier_received, ticket_issued
from tests.server.leadership.visits import MACHINE, Visit, log_of, visits
from tests.server.reports.history import FIRST_DAY, arrive, events_of, tales
from tests.server.reports.slow_count import Life, life_of, slow_count
from tests.server.running import file_engine

T = TypeVar("T")
F = TypeVar("F", NowFigures, PeriodFigures)

OFFICE = "phuong-mau"
SEED, DOSSIERS = 20261106, 210
NOW = datetime(2026, 11, 6, 14, 20, tzinfo=HO_CHI_MINH)
VISITS = list(visits(SEED, date(2026, 10, 8), 30, 12))


@dataclass(frozen=True, slots=True)
class Known:
    """A server that the history has reached, and what the journal's own bytes tell of each dossier."""

    offices: Offices
    clock: SetClock
    lives: list[Life]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def known(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, sample_ward: Office
) -> Iterator[Known]:
    engine: Engine
    if request.param == "sqlite":
        engine = file_engine(tmp_path_factory.mktemp("leadership"))
    else:
        cluster = request.getfixturevalue("postgresql_cluster")
        engine = postgresql_engine(cluster.new_database(request.getfixturevalue("postgresql_template")))
    clock = SetClock(FIRST_DAY)
    set_up(engine, clock, sample_ward)
    offices = Offices(engine, clock)
    clock.set(NOW)
    logs = {**events_of(list(tales(SEED, DOSSIERS)), OFFICE), MACHINE: log_of(VISITS, OFFICE)}
    arrive(offices.journal(OFFICE), logs, random.Random(SEED))
    yield Known(offices, clock, _lives(engine))
    engine.dispose()


def _lives(engine: Engine) -> list[Life]:
    event = tables.event
    bodies: dict[str, list[bytes]] = {}
    with engine.begin() as connection:
        for subject, body in connection.execute(select(event.c.subject, event.c.body)):
            bodies.setdefault(subject, []).append(bytes(body))
    return [life for life in map(life_of, bodies.values()) if life is not None]


def some_periods() -> list[Period]:
    chance = random.Random(SEED)
    free = []
    for _ in range(4):
        first = date(2026, 8, 18) + timedelta(days=chance.randrange(70))
        free.append(free_period(first, first + timedelta(days=chance.randrange(40))))
    return [*(period_from(code) for code in ("2026-09", "2026-10", "2026-Q4", "2026")), *free]


def counted(known: Known, period: Period) -> PeriodFigures:
    with known.offices.journal(OFFICE).reading() as reader:
        return count_period(reader, period, count_queue(reader, period.first, period.last))


def test_dossiers_of_any_period_and_of_each_of_its_days_are_as_counted_by_hand(known: Known) -> None:
    for period in some_periods():
        found = counted(known, period)
        by_hand = slow_count(known.lives, period.first, period.last)
        assert found.fields == {name: _by_hand(row) for name, row in by_hand.items()}, period.code
        received = Counter(_day(life.received) for life in known.lives)
        solved = Counter(_day(life.solved) for life in known.lives if life.solved is not None)
        days = [period.first + timedelta(days=order) for order in range((period.last - period.first).days + 1)]
        expected = {day.isoformat(): (received[day], solved[day]) for day in days if received[day] or solved[day]}
        assert found.days == expected, period.code


def _by_hand(row: dict[str, int]) -> Handled:
    received = sum(row.get(name, 0) for name in ("online_full", "online_partial", "post", "in_person"))
    names = ("solved_early", "solved_on_time", "solved_late", "open_in_time", "open_late")
    return Handled(received, *(row.get(name, 0) for name in names))


def _day(instant: datetime) -> date:
    return instant.astimezone(HO_CHI_MINH).date()


def test_waits_hours_and_ratings_are_as_counted_by_hand(known: Known) -> None:
    for period in some_periods():
        found, theirs = counted(known, period), [v for v in VISITS if period.first <= v.day <= period.last]
        minutes = sorted(int(v.wait.total_seconds()) // 60 for v in theirs if v.wait is not None)
        assert sorted(Counter(found.queue.minutes).elements()) == minutes
        assert (found.queue.issued, found.queue.absent) == (len(theirs), sum(v.absent for v in theirs))
        assert found.queue.median == (minutes[ceil(len(minutes) / 2) - 1] if minutes else None)
        assert found.queue.ninth == (minutes[ceil(len(minutes) * 9 / 10) - 1] if minutes else None)
        assert found.queue.promised == sum(v.low is not None for v in theirs if v.wait is not None)
        assert found.queue.held == sum(map(_held, theirs))
        assert found.hours == Counter(v.drawn.hour for v in theirs)
        assert found.queue_days == len({v.day for v in theirs})
        given = [v.score for v in VISITS if v.score and v.called and period.first <= v.day <= period.last]
        assert found.scores == Scores(given.count(1), given.count(2), given.count(3))


def _held(visit: Visit) -> bool:
    if visit.wait is None or visit.low is None or visit.high is None:
        return False
    return visit.low <= visit.wait.total_seconds() / 60 <= visit.high


def test_the_present_moment_is_as_counted_by_hand(known: Known) -> None:
    with known.offices.journal(OFFICE).reading() as reader:
        office = known.offices.reference(OFFICE).read(reader.connection)
        found = count_now(reader, office, NOW)
        watched = watched_dossiers(reader, watch_at(office.calendar, office.deadlines, NOW))
        stuck = stuck_dossiers(reader, office, NOW)
    by_hand = [life for life in known.lives if life.received < NOW and (life.solved is None or life.solved >= NOW)]
    assert found.open_late == sum(life.late(NOW) for life in by_hand) > 0
    assert found.open_in_time == len(by_hand) - found.open_late > 0
    assert sorted(stuck) == sorted(dossier.id for dossier, groups in watched if "stuck" in groups)
    assert found.stuck == len(stuck) > 0
    today = [v for v in VISITS if v.day == NOW.date()]
    assert found.today.issued == len(today) > 0
    waiting = [v for v in today if v.called is None]
    assert (found.waiting, found.waiting_since) == (len(waiting), min((v.drawn for v in waiting), default=None))
    received = [life for life in known.lives if _day(life.received) == NOW.date() and life.received < NOW]
    solved = [life for life in known.lives if life.solved and _day(life.solved) == NOW.date() and life.solved < NOW]
    assert (found.received_today, found.solved_today) == (len(received), len(solved))


def test_behind_every_number_are_as_many_dossiers_page_by_page(known: Known) -> None:
    period = period_from("2026-10")
    figures = counted(known, period)
    whole = figures.handled
    numbers = {name: getattr(whole, name) for name in Handled._fields} | {
        "solved": whole.solved,
        "open": whole.in_progress,
    }
    with known.offices.engine.begin() as connection:
        for what in WHATS:
            if what == "stuck":
                continue
            assert len(_listed(connection, Asked([OFFICE], what, period))) == numbers[what] > 0
            for field, handled in figures.fields.items():
                if what in Handled._fields:
                    codes = _listed(connection, Asked([OFFICE], what, period, field))
                    assert len(codes) == getattr(handled, what)
        keys = [(OFFICE, f"00000000-0000-4000-8000-{order:012d}") for order in (7, 3, 9)]
        stuck = dossier_list(connection, Asked([OFFICE], "stuck", period, stuck=keys), 1, NOW)
    assert [each.code[-4:] for each in stuck.dossiers] == ["0007", "0003", "0009"]


def _listed(connection: object, asked: Asked) -> set[str]:
    found: list[str] = []
    page = dossier_list(connection, asked, 1, NOW)  # type: ignore[arg-type]
    for number in range(1, ceil(page.total / PER_PAGE) + 1):
        found += [each.code for each in dossier_list(connection, asked, number, NOW).dossiers]  # type: ignore[arg-type]
    assert len(found) == len(set(found)) == page.total
    return set(found)


def test_offices_together_wait_as_one_queue_and_not_as_a_mean_of_medians(known: Known) -> None:
    one = counted(known, period_from("2026-10"))
    other = counted(known, period_from("2026-11"))
    sums = sums_of([one, other])
    both = sorted([*Counter(one.queue.minutes).elements(), *Counter(other.queue.minutes).elements()])
    assert sums.queue.median == both[ceil(len(both) / 2) - 1]
    assert sums.handled == Handled(*(a + b for a, b in zip(one.handled, other.handled, strict=True)))
    hour = max(one.hours, key=lambda each: one.hours[each])
    assert sums.hours[hour] == one.hours[hour] / one.queue_days + other.hours[hour] / other.queue_days
    assert sums_of([]).queue.median is None


def with_ledger(known: Known, work: Callable[[Ledger], Awaitable[T]]) -> T:
    lane = WritingLane(turn_at(known.offices.engine))

    async def run() -> T:
        return await work(Ledger(known.offices, lane))

    try:
        return asyncio.run(run())
    finally:
        lane.close()


def shown(known: Known, oldest: timedelta = OLDEST_SHOWN) -> Shown:
    period = offered_periods(NOW.date())["this_month"].so_far(known.clock.now())
    return with_ledger(known, lambda ledger: ledger.shown([OFFICE], period, oldest))


def test_kept_figures_hold_until_something_is_heard_or_runs_out(known: Known) -> None:
    known.clock.set(NOW)
    first = shown(known)
    made = first.figures[OFFICE].made_at
    runs_out = first.moment[OFFICE].figures.good_until
    assert made == NOW
    assert runs_out is not None
    known.clock.set(min(runs_out, NOW + SOON) - timedelta(milliseconds=1))
    assert (again := shown(known, SOON)).figures == first.figures
    assert again.moment == first.moment

    with known.offices.journal(OFFICE).writing() as writer:
        writer.append("staff-1", [dossier_received(1), ticket_issued(398, date="2026-11-06")])
    known.clock.set(NOW + SOON - timedelta(milliseconds=1))
    assert shown(known, SOON).figures == first.figures
    known.clock.set(NOW + SOON)
    assert shown(known, SOON).figures != first.figures
    for late in (timedelta(minutes=2), timedelta(minutes=14), timedelta(hours=3), timedelta(days=1)):
        known.clock.set(NOW + late)
        fresh = shown(known, timedelta())
        with known.offices.journal(OFFICE).reading() as reader:
            office = known.offices.reference(OFFICE).read(reader.connection)
            recounted = count_now(reader, office, known.clock.now())
        assert _timeless(fresh.moment[OFFICE].figures) == _timeless(recounted)
        assert _timeless(fresh.figures[OFFICE].figures) == _timeless(counted(known, fresh.period))


def _timeless(figures: F) -> F:
    """Without the moments until which they hold, which are later when they are counted later."""
    moved = {"good_until": None} | ({"silent_before": NOW} if isinstance(figures, NowFigures) else {})
    return replace(figures, **moved)  # type: ignore[arg-type]


def test_a_page_does_not_wait_for_counting_that_takes_long_but_hears_how_far_it_is_and_whether_it_failed(
    known: Known,
) -> None:
    known.clock.set(NOW)
    period, engine = period_from("2026-Q3"), known.offices.engine
    lane, may_write = WritingLane(turn_at(engine)), Event()

    async def ask() -> None:
        ledger = Ledger(known.offices, lane)
        figures_table.drop(engine)
        figures_table.create(engine)
        busy = asyncio.create_task(lane.run(may_write.wait))
        assert await ledger.shown_soon([OFFICE], period, timedelta()) == Counting(0, 3)
        figures_table.drop(engine)
        may_write.set()
        await busy
        with pytest.raises(DBAPIError):
            await ledger.shown_soon([OFFICE], period, timedelta())
        figures_table.create(engine)
        found = await ledger.shown([OFFICE], period, timedelta())
        assert await ledger.shown_soon([OFFICE], period, timedelta()) == found
        assert found.figures[OFFICE].figures == counted(known, period)

    try:
        asyncio.run(ask())
    finally:
        may_write.set()
        lane.close()


def test_a_round_counts_every_period_that_is_offered(known: Known) -> None:
    known.clock.set(NOW + timedelta(days=2))
    with_ledger(known, lambda ledger: ledger.bring_up())
    offered = offered_periods((NOW + timedelta(days=2)).date())
    with known.offices.engine.begin() as connection:
        names = set(connection.execute(select(figures_table.c.name)).scalars())
    assert {"now", *(offered[choice].code for choice in CHOICES)} <= names


def test_what_arrives_late_about_a_month_that_is_over_changes_its_figures(known: Known) -> None:
    known.clock.set(NOW + timedelta(days=2))
    now = known.clock.now()
    offered = [offered_periods(_day(now))[choice].so_far(now) for choice in ("last_month", "this_quarter", "this_year")]
    before = [_figures(known, period) for period in offered]
    late = list(visits(3, offered[0].last - timedelta(days=2), 2, 7))
    arrive(known.offices.journal(OFFICE), {"quay-late": log_of(late, OFFICE, "quay-late")}, random.Random(1))
    known.clock.advance(SELDOM)
    with_ledger(known, lambda ledger: ledger.bring_up())
    for period, earlier in zip(offered, before, strict=True):
        later = _figures(known, period)
        assert _timeless(later) == _timeless(counted(known, period.so_far(known.clock.now()))), period.code
        assert later.queue.issued == earlier.queue.issued + len(late)
        assert later.scores.given == earlier.scores.given + sum(visit.score is not None for visit in late)


def _figures(known: Known, period: Period) -> PeriodFigures:
    return with_ledger(known, lambda ledger: ledger.shown([OFFICE], period)).figures[OFFICE].figures


def test_what_another_release_kept_or_nobody_wants_is_counted_again_or_thrown_away(known: Known) -> None:
    known.clock.set(NOW + timedelta(days=3))
    with_ledger(known, lambda ledger: ledger.bring_up())
    with known.offices.engine.connect().execution_options(**WRITING) as connection, connection.begin():
        connection.execute(update(figures_table).values(document=b'{"other": 1}'))
    month = offered_periods((NOW + timedelta(days=3)).date())["this_month"].so_far(known.clock.now())
    assert _timeless(_figures(known, month)) == _timeless(counted(known, month))
    known.clock.set(NOW + timedelta(days=12))
    with_ledger(known, lambda ledger: ledger.bring_up())
    with known.offices.engine.begin() as connection:
        oldest = connection.execute(select(figures_table.c.made_at).order_by(figures_table.c.made_at)).scalars().first()
    assert oldest is not None
    assert oldest >= (NOW + timedelta(days=4)).timestamp() * 1000


def test_figures_of_rows_that_are_folded_again_are_counted_again(known: Known) -> None:
    known.clock.set(NOW + timedelta(days=12))
    _figures(known, offered_periods(_day(known.clock.now()))["this_year"].so_far(known.clock.now()))
    with known.offices.engine.begin() as connection:
        assert connection.execute(select(figures_table.c.name)).all() != []
        subject, kind = connection.execute(select(tables.event.c.subject, tables.event.c.kind).limit(1)).one()
    with known.offices.journal(OFFICE).writing() as writer:
        refold(writer.connection, OFFICE, {subject: kind})
    with known.offices.engine.begin() as connection:
        assert connection.execute(select(figures_table.c.name)).all() == []


def test_what_arrives_while_a_report_is_counted_does_not_fall_between_two_of_its_counts(known: Known) -> None:
    period = free_period(FIRST_DAY.date(), date(2026, 12, 1))
    with one_view(known.offices.engine) as connection:
        before = dossier_counts(connection, [OFFICE], period.start, period.end)
        with known.offices.journal(OFFICE).writing() as writer:
            writer.append("staff-1", [dossier_received(2)])
        assert dossier_counts(connection, [OFFICE], period.start, period.end) == before
    with one_view(known.offices.engine) as connection:
        assert dossier_counts(connection, [OFFICE], period.start, period.end) != before
