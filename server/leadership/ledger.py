"""Where pages get their figures from: kept ones where those will do, counted at once where they will not.

While somebody looks, the server counts what has changed every minute; otherwise every ten, so that the first page of a
morning has figures of the same morning. In both cases a page says when its figures were counted. Nobody waits long for
counting: what takes longer than a moment goes on by itself, and the page says how far it has come.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Generic, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import Connection, select

from server.leadership.counting import count_now, count_period
from server.leadership.figures import NowFigures, PeriodFigures
from server.leadership.kept import Kept, forget_older, keep, keep_months, read_kept, read_months
from server.leadership.periods import offered_periods
from server.leadership.queue_months import QueueMonths, count_by_months, count_queue
from server.offices import Offices
from server.operation.faults_logged import faults_logged
from server.operation.threads import in_thread
from server.writing_lane import WritingLane
from shared.clock import business_date
from shared.domain.reports.period import Period, PeriodKind
from shared.journal import tables
from shared.journal.deadline_queries import office_cursor
from shared.journal.engine import WRITING, failures_in_words
from shared.journal.journal import Reader

ROUND_SECONDS = 30.0
"""How often it is looked for figures to be counted again; the first time so long after the start."""

SOON = timedelta(minutes=1)
SELDOM = timedelta(minutes=10)
OLDEST_SHOWN = timedelta(minutes=15)
"""Older ones are counted again before a page is answered."""

PATIENCE_SECONDS = 0.5
"""So long a page is kept waiting for figures that are being counted."""

_WATCHED_FOR = timedelta(minutes=30)
_BY_MONTHS: tuple[PeriodKind, ...] = ("quarter", "year")
_AT_ONCE = 10
"""Offices whose figures are counted in one turn and written down in one transaction."""

_PERIOD = TypeAdapter(PeriodFigures)
_MOMENT = TypeAdapter(NowFigures)

F = TypeVar("F", PeriodFigures, NowFigures)


@dataclass(frozen=True, slots=True)
class _Wanted(Generic[F]):
    """Figures of one kind: the name they are kept under, how they are written, how they are counted.

    Counting answers the months of the queue too, where it has brought them up.
    """

    name: str
    adapter: TypeAdapter[F]
    count: Callable[[Reader, datetime], tuple[F, QueueMonths | None]]


_Asked = tuple[tuple[str, ...], str, timedelta]
"""What a page asks for: offices, the code of the period, how old the figures may be."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The figures of a page, by office: of the period, of the one before it, and of the moment."""

    period: Period
    figures: Mapping[str, Kept[PeriodFigures]]
    before: Mapping[str, Kept[PeriodFigures]]
    moment: Mapping[str, Kept[NowFigures]]

    @property
    def oldest(self) -> datetime:
        """When the oldest of the figures shown was counted."""
        made = [each.made_at for each in self.figures.values()] + [each.made_at for each in self.moment.values()]
        return min(made)


@dataclass(frozen=True, slots=True)
class Counting:
    """How far counting the figures of a page has come (đang đếm): `ready` of the `wanted` are there."""

    ready: int
    wanted: int


class Ledger:
    """The figures of all offices of this server."""

    def __init__(self, offices: Offices, lane: WritingLane) -> None:
        self._offices = offices
        self._lane = lane
        self._turn = asyncio.Lock()
        self._asked: dict[_Asked, asyncio.Task[Shown]] = {}
        """What is being counted for pages; what has failed stays until somebody has heard so."""
        self._looked_at: dict[str, datetime] = {}
        self._moment = _Wanted("now", _MOMENT, self._count_now)

    async def shown_soon(
        self, offices: Sequence[str], period: Period, oldest: timedelta = OLDEST_SHOWN
    ) -> Shown | Counting:
        """The same as `shown`, or how far counting has come when it takes longer than `PATIENCE_SECONDS`.

        Then it goes on; who asks for the same again waits for the same.
        """
        asked = (tuple(offices), period.code, oldest)
        counting = self._asked.get(asked)
        if counting is None:
            counting = self._asked[asked] = asyncio.create_task(self.shown(offices, period, oldest))
            counting.add_done_callback(partial(self._counted, asked))
        await asyncio.wait([counting], timeout=PATIENCE_SECONDS)
        if counting.done():
            self._forget(asked, counting)
            return counting.result()
        return await in_thread(self._how_far, offices, period, oldest)

    async def shown(self, offices: Sequence[str], period: Period, oldest: timedelta = OLDEST_SHOWN) -> Shown:
        """The figures of `offices`, at least one; none that may be wrong is older than `oldest`."""
        self._looked_at[period.code] = self._offices.clock.now()
        figures = await self._figures(offices, _of(period), oldest)
        before = await self._figures(offices, _of(period.before), max(oldest, OLDEST_SHOWN))
        return Shown(period, figures, before, await self._figures(offices, self._moment, oldest))

    async def bring_up(self) -> None:
        """Counts again what may be wrong: the moment and this month soonest, and what somebody looks at."""
        now = self._offices.clock.now()
        names = await in_thread(self._offices.names)
        self._looked_at = {code: at for code, at in self._looked_at.items() if now - at < _WATCHED_FOR}
        oldest = SOON if self._looked_at else SELDOM
        await self._figures(names, self._moment, oldest)
        for choice, period in offered_periods(business_date(now)).items():
            wanted_soon = choice == "this_month" or period.code in self._looked_at
            await self._figures(names, _of(period), oldest if wanted_soon else SELDOM)
            await self._figures(names, _of(period.before), SELDOM)
        await self._lane.run(lambda: self._write(lambda connection: forget_older(connection, now)))

    @asynccontextmanager
    async def looked_after(self) -> AsyncIterator[None]:
        """Keeps the figures up until the block ends."""
        looking = asyncio.create_task(self._look())
        try:
            yield
        finally:
            going_on = (looking, *self._asked.values())
            for each in going_on:
                each.cancel()
            await asyncio.gather(*going_on, return_exceptions=True)

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(ROUND_SECONDS)
            with faults_logged("figures of the leadership"):
                await self.bring_up()

    async def _figures(self, offices: Sequence[str], wanted: _Wanted[F], oldest: timedelta) -> Mapping[str, Kept[F]]:
        """Those that will do, and the others counted and kept.

        Pages and rounds take turns, some offices at a time, so that nothing is counted twice and one thread counts.
        """
        found = dict(await in_thread(self._that_will_do, offices, wanted, oldest))
        missing = [office for office in offices if office not in found]
        for place in range(0, len(missing), _AT_ONCE):
            some = missing[place : place + _AT_ONCE]
            async with self._turn:
                found |= await in_thread(self._that_will_do, some, wanted, oldest)
                left = [office for office in some if office not in found]
                counted, months = await in_thread(self._count, left, wanted)
                await self._lane.run(partial(self._keep, wanted, counted, months))
            found |= counted
        return found

    def _counted(self, asked: _Asked, counting: asyncio.Task[Shown]) -> None:
        if counting.cancelled() or counting.exception() is None:
            self._forget(asked, counting)

    def _forget(self, asked: _Asked, counting: asyncio.Task[Shown]) -> None:
        if self._asked.get(asked) is counting:
            del self._asked[asked]

    def _how_far(self, offices: Sequence[str], period: Period, oldest: timedelta) -> Counting:
        ready = (
            self._that_will_do(offices, _of(period), oldest),
            self._that_will_do(offices, _of(period.before), max(oldest, OLDEST_SHOWN)),
            self._that_will_do(offices, self._moment, oldest),
        )
        return Counting(sum(map(len, ready)), len(offices) * len(ready))

    def _that_will_do(self, offices: Sequence[str], wanted: _Wanted[F], oldest: timedelta) -> Mapping[str, Kept[F]]:
        now, office = self._offices.clock.now(), tables.office
        with failures_in_words(), self._offices.engine.begin() as connection:
            query = select(office.c.office, office.c.cursor)
            cursors = {str(name): int(cursor) for name, cursor in connection.execute(query)}
            kept = read_kept(connection, wanted.name, offices, wanted.adapter)
        return {name: each for name, each in kept.items() if each.will_do(cursors.get(name, 0), now, oldest)}

    def _count(self, offices: Sequence[str], wanted: _Wanted[F]) -> tuple[dict[str, Kept[F]], dict[str, QueueMonths]]:
        counted: dict[str, Kept[F]] = {}
        brought_up: dict[str, QueueMonths] = {}
        for office in offices:
            with self._offices.journal(office).reading() as reader:
                now = self._offices.clock.now()
                figures, months = wanted.count(reader, now)
                counted[office] = Kept(figures, office_cursor(reader), now)
                if months is not None:
                    brought_up[office] = months
        return counted, brought_up

    def _count_now(self, reader: Reader, now: datetime) -> tuple[NowFigures, None]:
        return count_now(reader, self._offices.reference(reader.office).read(reader.connection), now), None

    def _keep(self, wanted: _Wanted[F], counted: Mapping[str, Kept[F]], months: Mapping[str, QueueMonths]) -> None:
        def write(connection: Connection) -> None:
            keep(connection, wanted.name, counted, wanted.adapter)
            keep_months(connection, months, self._offices.clock.now())

        self._write(write)

    def _write(self, work: Callable[[Connection], None]) -> None:
        with (
            failures_in_words(),
            self._offices.engine.connect().execution_options(**WRITING) as connection,
            connection.begin(),
        ):
            work(connection)


def _of(period: Period) -> _Wanted[PeriodFigures]:
    def count(reader: Reader, now: datetime) -> tuple[PeriodFigures, QueueMonths | None]:
        so_far = period.so_far(now)
        if period.kind in _BY_MONTHS:
            queue, months = count_by_months(reader, period, read_months(reader.connection, reader.office))
            return count_period(reader, so_far, queue), months
        return count_period(reader, so_far, count_queue(reader, period.first, period.last)), None

    return _Wanted(period.code, _PERIOD, count)
