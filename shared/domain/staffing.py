"""How many people are needed (bố trí người): the work that arrives in an hour, in minutes, over sixty.

A plain sum that anybody can check: for each line, so many people came in the last hour, each takes so many minutes on
average; all these minutes divided by the sixty of one person, rounded up. Who waits already comes on top of that and
is told beside it, not hidden in it. The sum takes everybody to be busy all the time; it is the least that is needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

_LEAST_MINUTES = 15.0
_HOUR = 60.0


@dataclass(frozen=True, slots=True)
class LineRate:
    """What comes to a line (mức đến của một hàng chờ).

    `arrived` in the last `over_minutes`, `service_minutes` one visit takes on average, `waiting` now.
    """

    line: str
    arrived: int
    over_minutes: float
    service_minutes: float
    waiting: int = 0

    @property
    def an_hour(self) -> float:
        """How many come in an hour at this rate."""
        return self.arrived * _HOUR / self.over_minutes

    @property
    def work_minutes(self) -> float:
        """The minutes of work that an hour brings."""
        return self.an_hour * self.service_minutes

    @property
    def backlog_minutes(self) -> float:
        """The minutes of work that wait already."""
        return self.waiting * self.service_minutes


@dataclass(frozen=True, slots=True)
class Staffing:
    """The people needed in the next hour (số người cần), `open_counters` to compare with, and the sum behind it.

    `lines` are those to which anybody came. `backlog_people`: how many would serve those who wait already, in an hour.
    """

    needed: int
    open_counters: int
    work_minutes: float
    backlog_people: int
    lines: tuple[LineRate, ...]

    @property
    def missing(self) -> int:
        """How many more counters should be open; 0 when there are enough."""
        return max(self.needed - self.open_counters, 0)


def observed_minutes(minutes_since_first: float | None) -> float:
    """Over how many minutes arrivals are counted: an hour, or since the first number of the day, and at least 15."""
    if minutes_since_first is None:
        return _HOUR
    return min(max(minutes_since_first, _LEAST_MINUTES), _HOUR)


def people_needed(rates: Iterable[LineRate], open_counters: int) -> Staffing:
    """The people that the next hour needs when people go on coming as they did."""
    lines = tuple(rates)
    work = sum(each.work_minutes for each in lines)
    backlog = sum(each.backlog_minutes for each in lines)
    return Staffing(
        needed=_people(work),
        open_counters=open_counters,
        work_minutes=work,
        backlog_people=_people(backlog),
        lines=tuple(each for each in lines if each.arrived),
    )


def _people(minutes: float) -> int:
    # Rounded first: sixty minutes that come out as 60.000000001 are the work of one.
    return ceil(round(minutes / _HOUR, 6))
