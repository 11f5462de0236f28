"""The waits of a day by half hours (thời gian chờ theo nửa giờ): who came, how long those waited who were called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import fmean, quantiles

from shared.clock import local

_HALF_HOUR = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Waited:
    """A visit as far as waiting goes: when its number was given, and when it was first called, if it was."""

    issued_at: datetime
    first_called_at: datetime | None


@dataclass(frozen=True, slots=True)
class WaitFigures:
    """Waits in minutes: how many were called, the mean, and what nine in ten did not exceed (None: nobody called)."""

    called: int
    mean: float | None
    ninth: float | None


@dataclass(frozen=True, slots=True)
class HalfHourWaits:
    """Half an hour from `start`: who came in it, and the waits of those who were first called in it."""

    start: datetime
    arrived: int
    waits: WaitFigures


def half_hours(visits: Sequence[Waited], now: datetime) -> tuple[HalfHourWaits, ...]:
    """Every half hour from the first number of the day to `now`, quiet ones too; empty before the first number."""
    if not visits:
        return ()
    start = half_hour_of(min(visit.issued_at for visit in visits))
    found: list[HalfHourWaits] = []
    while start <= now:
        within = start, start + _HALF_HOUR
        arrived = sum(within[0] <= visit.issued_at < within[1] for visit in visits)
        called = [
            visit
            for visit in visits
            if visit.first_called_at is not None and within[0] <= visit.first_called_at < within[1]
        ]
        found.append(HalfHourWaits(start, arrived, wait_figures(called)))
        start = within[1]
    return tuple(found)


def wait_figures(visits: Iterable[Waited]) -> WaitFigures:
    """The waits of those of `visits` who were called. A clock that ran ahead gives no wait below nothing."""
    minutes = [
        max((visit.first_called_at - visit.issued_at).total_seconds() / 60, 0.0)
        for visit in visits
        if visit.first_called_at is not None
    ]
    if not minutes:
        return WaitFigures(0, None, None)
    ninth = minutes[0] if len(minutes) == 1 else quantiles(minutes, n=10, method="inclusive")[-1]
    return WaitFigures(len(minutes), fmean(minutes), ninth)


def half_hour_of(instant: datetime) -> datetime:
    """The beginning of the half hour of `instant`, on the clocks of Viet Nam."""
    there = local(instant)
    return there.replace(minute=there.minute // 30 * 30, second=0, microsecond=0)
