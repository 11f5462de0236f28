"""Counts the figures of one office from the read tables, in one consistent view of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import ColumnElement, func, select

from server.leadership.figures import Day, Handled, NowFigures, PeriodFigures
from server.leadership.queue_months import QueueFigures, count_queue
from server.leadership.stuck import stuck_dossiers
from server.reports.counts import dossier_counts
from server.reports.freshness import SILENT_AFTER, freshness
from shared.clock import business_date, local, midnight
from shared.domain.deadlines import working_hours_before
from shared.domain.office import Office
from shared.domain.reports.form_07a import DossierCounts, total
from shared.domain.reports.period import Period
from shared.journal.journal import Reader
from shared.journal.lead_queries import oldest_waiting
from shared.journal.projections import milliseconds
from shared.journal.queue_queries import waiting_by_line
from shared.journal.tables import dossier

LONGEST_GOOD = timedelta(minutes=10)
"""Figures that time changes are counted again after so long, even when nothing was heard."""

_EPOCH = date(1970, 1, 1)
_DAY, _SEVEN_HOURS = 86_400_000, 25_200_000
"""Milliseconds; the clocks of Viet Nam are seven hours ahead."""

_WORKING_DAY_HOURS = 8


def count_period(reader: Reader, period: Period, queue: QueueFigures) -> PeriodFigures:
    """The office in `period`, of one that is not over through `period.until`; `queue` was counted for it already."""
    counts = dossier_counts(reader.connection, [reader.office], period.start, period.end)[reader.office]
    return PeriodFigures(
        good_until=None if period.until is None else _good_until(reader, period.until),
        fields={name: _handled(row) for name, row in counts.items()},
        days=_days(reader, period),
        queue=queue.queue,
        hours=queue.hours,
        queue_days=queue.days,
        scores=queue.scores,
    )


def count_now(reader: Reader, office: Office, now: datetime) -> NowFigures:
    """The office at `now` and on the day of `now`."""
    today = business_date(now)
    counts = total(dossier_counts(reader.connection, [office.id], midnight(today), now)[office.id].values())
    fresh = freshness(reader.connection, [office.id], now).offices[0]
    a_working_day_ago = working_hours_before(office.calendar, now, _WORKING_DAY_HOURS)
    return NowFigures(
        good_until=_good_until(reader, now),
        open_in_time=counts.open_in_time,
        open_late=counts.open_late,
        stuck=len(stuck_dossiers(reader, office, now)),
        waiting=sum(waiting_by_line(reader, today.isoformat()).values()),
        waiting_since=min(oldest_waiting(reader, today.isoformat()).values(), default=None),
        received_today=counts.received,
        solved_today=counts.solved,
        today=count_queue(reader, today, today).queue,
        known_to=fresh.known_to,
        silent_before=min(now - SILENT_AFTER, a_working_day_ago),
    )


def _handled(row: DossierCounts) -> Handled:
    return Handled(row.received, row.solved_early, row.solved_on_time, row.solved_late, row.open_in_time, row.open_late)


def _days(reader: Reader, period: Period) -> dict[str, Day]:
    received = _by_day(reader, dossier.c.received_at, period)
    solved = _by_day(reader, dossier.c.solved_at, period)
    return {
        (_EPOCH + timedelta(days=day)).isoformat(): Day(received.get(day, 0), solved.get(day, 0))
        for day in sorted({*received, *solved})
    }


def _by_day(reader: Reader, at: ColumnElement[int], period: Period) -> dict[int, int]:
    day = ((at + _SEVEN_HOURS) // _DAY).label("day")
    within = (dossier.c.office == reader.office, at >= milliseconds(period.start), at < milliseconds(period.end))
    query = select(day, func.count()).where(*within).group_by(day)
    return {int(which): int(count) for which, count in reader.connection.execute(query)}


def _good_until(reader: Reader, now: datetime) -> datetime:
    """The next limit that runs out, the end of the day, or ten minutes on, whichever comes first."""
    limit = select(func.min(dossier.c.limit_at)).where(
        dossier.c.office == reader.office, dossier.c.solved_at.is_(None), dossier.c.limit_at >= milliseconds(now)
    )
    runs_out = reader.connection.execute(limit).scalar()
    ends = [now + LONGEST_GOOD, midnight(local(now).date() + timedelta(days=1)).astimezone(UTC)]
    if runs_out is not None:
        # Late is what is later than its limit: not yet in the millisecond of the limit itself.
        ends.append(datetime.fromtimestamp((int(runs_out) + 1) / 1000, UTC))
    return min(ends)
