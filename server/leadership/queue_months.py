"""The queue of an office month by month, kept so that a quarter or a year need not go through all of its numbers again.

A number belongs to the date on which it was drawn and a rating to the moment at which it was given, for ever: what has
happened since touches the months of its own numbers and ratings only, and only those are counted again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from sqlalchemy import ColumnElement, Select, Table, func, select

from server.leadership.figures import Queue, Scores, queues_together
from server.reports.waits import waits
from shared.clock import business_date, midnight
from shared.domain.reports.period import Period, month_of
from shared.domain.reports.waits import WaitTally
from shared.journal import tables
from shared.journal.deadline_queries import office_cursor
from shared.journal.journal import Reader
from shared.journal.projections import milliseconds
from shared.journal.tables import rating, ticket

V = TypeVar("V")

_TOO_MANY = 20_000
"""After so many events it is quicker to count everything than to ask what they touched."""


@dataclass(frozen=True, slots=True)
class QueueFigures:
    """The queue in some days: `hours` together over the `days` on which a number was drawn; the ratings given."""

    queue: Queue = field(default_factory=Queue)
    hours: Mapping[int, int] = field(default_factory=dict)
    days: int = 0
    scores: Scores = field(default_factory=Scores)


@dataclass(frozen=True, slots=True)
class QueueMonths:
    """Months of reporting by their code, as they were when the office was at `cursor`."""

    cursor: int = 0
    months: Mapping[str, QueueFigures] = field(default_factory=dict)


def count_queue(reader: Reader, first: date, last: date) -> QueueFigures:
    """Counted from the numbers and ratings of these days, both whole."""
    days = Period("free", "", first, last)
    found = waits(reader.connection, [reader.office], days)
    hours = {hour: tally.issued for hour, tally in found.by_hour.items()}
    return QueueFigures(queue_of(found.whole), hours, _days(reader, days), _scores(reader, days))


def queue_of(tally: WaitTally) -> Queue:
    """The waits that a report has added up."""
    return Queue(tally.issued, tally.absent, tally.promised, tally.kept["held"], dict(sorted(tally.minutes.items())))


def count_by_months(reader: Reader, period: Period, known: QueueMonths) -> tuple[QueueFigures, QueueMonths]:
    """The queue of a period made of whole months, and all its months to be kept; `known`: what was kept before."""
    cursor = office_cursor(reader)
    months = {} if _is_useless(known, cursor) else dict(known.months)
    for code in _touched_since(reader, known.cursor) if months and known.cursor < cursor else ():
        months.pop(code, None)
    wanted = list(_months_of(period))
    for month in wanted:
        if month.code not in months:
            months[month.code] = count_queue(reader, month.first, month.last)
    return _together([months[month.code] for month in wanted]), QueueMonths(cursor, months)


def _is_useless(known: QueueMonths, cursor: int) -> bool:
    return not 0 <= cursor - known.cursor <= _TOO_MANY


def _months_of(period: Period) -> Iterator[Period]:
    month = month_of(period.first)
    while month.first <= period.last:
        yield month
        month = month_of(month.last + timedelta(days=1))


def _touched_since(reader: Reader, cursor: int) -> set[str]:
    """The months of the numbers and ratings that events after `cursor` are about."""
    drawn = reader.connection.execute(_since(reader, cursor, "ticket", ticket, ticket.c.date)).scalars()
    given = reader.connection.execute(_since(reader, cursor, "rating", rating, rating.c.at)).scalars()
    dates = {date.fromisoformat(day) for day in drawn if day is not None}
    dates |= {business_date(datetime.fromtimestamp(at / 1000, UTC)) for at in given if at is not None}
    return {month_of(day).code for day in dates}


def _since(reader: Reader, cursor: int, prefix: str, table: Table, column: ColumnElement[V]) -> Select[V]:
    """For each such event since: the column of its subject's row. Not a join, so that it begins with the few events."""
    event = tables.event
    row = select(column).where(table.c.office == event.c.office, table.c.subject == event.c.subject).scalar_subquery()
    heard = (event.c.office == reader.office, event.c.cursor > cursor, event.c.kind.startswith(f"{prefix}."))
    return select(row).where(*heard)


def _together(months: list[QueueFigures]) -> QueueFigures:
    hours: dict[int, int] = {}
    for month in months:
        for hour, count in month.hours.items():
            hours[hour] = hours.get(hour, 0) + count
    scores = Scores(*map(sum, zip(*(month.scores for month in months), strict=True)))
    queue = queues_together(month.queue for month in months)
    return QueueFigures(queue, dict(sorted(hours.items())), sum(month.days for month in months), scores)


def _days(reader: Reader, days: Period) -> int:
    drawn = (ticket.c.office == reader.office, ticket.c.date.between(days.first.isoformat(), days.last.isoformat()))
    query = select(func.count(func.distinct(ticket.c.date))).where(*drawn, ticket.c.kept.is_distinct_from("stand_in"))
    return int(reader.connection.execute(query).scalar_one())


def _scores(reader: Reader, days: Period) -> Scores:
    begins, ends = milliseconds(midnight(days.first)), milliseconds(midnight(days.last + timedelta(days=1)))
    given = (rating.c.office == reader.office, rating.c.at >= begins, rating.c.at < ends)
    query = select(rating.c.score, func.count()).where(*given).group_by(rating.c.score)
    found = {int(score): int(count) for score, count in reader.connection.execute(query)}
    return Scores(found.get(1, 0), found.get(2, 0), found.get(3, 0))
