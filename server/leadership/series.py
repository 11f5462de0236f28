"""What the plots show: days or weeks of a period, hours of the day, with the numbers that lie behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from server.leadership.figures import Day
from shared.clock import business_date
from shared.domain.reports.period import Period

_MOST_DAYS = 62
"""A longer period is shown by weeks."""

_ONE_DAY, _SATURDAY, _WEEK = timedelta(days=1), 5, 7
_NOTHING = Day()


@dataclass(frozen=True, slots=True)
class Flow:
    """Dossiers received and solved, day by day or week by week; `labels` are the days, or the first days of weeks."""

    weekly: bool
    labels: tuple[str, ...]
    received: tuple[int, ...]
    solved: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """Numbers drawn in each hour of an average day: in the period, and in the one before."""

    hours: tuple[int, ...]
    now: tuple[float, ...]
    before: tuple[float, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """The hours as clocks write them."""
        return tuple(f"{hour}h" for hour in self.hours)

    @property
    def busiest(self) -> int | None:
        """The hour in which most numbers are drawn."""
        return self.hours[self.now.index(max(self.now))] if any(self.now) else None


def flow_of(days: Mapping[str, Day], period: Period) -> Flow:
    """What came and went; Saturdays and Sundays on which nothing happened are left out."""
    last = period.last if period.until is None else min(period.last, business_date(period.until))
    dates = [period.first + _ONE_DAY * order for order in range((last - period.first).days + 1)]
    if len(dates) > _MOST_DAYS:
        return _weekly(days, dates)
    shown = [(each, days.get(each.isoformat(), _NOTHING)) for each in dates]
    worked = [(each, day) for each, day in shown if each.weekday() < _SATURDAY or any(day)]
    return _flow(worked, weekly=False)


def load_of(hours: Mapping[int, float], before: Mapping[int, float]) -> Load:
    """From the first hour in which a number was drawn through the last."""
    both = {*hours, *before}
    range_ = range(min(both), max(both) + 1) if both else range(0)
    return Load(
        tuple(range_), tuple(hours.get(hour, 0) for hour in range_), tuple(before.get(hour, 0) for hour in range_)
    )


def _weekly(days: Mapping[str, Day], dates: Sequence[date]) -> Flow:
    """The weeks of which every day has come: a part of one would look like a fall."""
    weeks: dict[date, list[Day]] = {}
    for each in dates:
        weeks.setdefault(each - _ONE_DAY * each.weekday(), []).append(days.get(each.isoformat(), _NOTHING))
    whole = [(monday, Day(*map(sum, zip(*week, strict=True)))) for monday, week in weeks.items() if len(week) == _WEEK]
    return _flow(whole, weekly=True)


def _flow(shown: Sequence[tuple[date, Day]], *, weekly: bool) -> Flow:
    labels = tuple(f"{each.day}/{each.month}" for each, _ in shown)
    return Flow(weekly, labels, tuple(day.received for _, day in shown), tuple(day.solved for _, day in shown))
