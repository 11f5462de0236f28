"""How long services take: the mean of what was measured and its spread, and what is left of a service under way.

A wait is a *sum* of services, so the mean counts and not the median, which stays below it: by 11, 14 and 18 % for
lognormal times with coefficients of variation of 0.5, 0.6 and 0.7. On the days of `tests/domain/replayed_day.py`
medians would let 9 to 17 % of the people (by kind of day) wait longer than they were told, and 2 to 5 % shorter; with
means it is 5 to 12 % longer and 3 to 8 % shorter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, exp, log, sqrt
from statistics import fmean, median
from typing import NewType

Prior = NewType("Prior", float)
"""The minutes of service that the office expects of a line before anything was measured."""

_MEASUREMENTS_KEPT = 30
_KEPT_OF_THE_DAY_BEFORE = 10
_WEIGHT_OF_PRIOR = 5
_WEIGHT_OF_PRIOR_SPREAD = 10
_PRIOR_VARIATION = 0.6
_LONGEST_COUNTED = 4.0
_LONGEST_ELAPSED = 4.0


@dataclass(frozen=True, slots=True)
class ServiceMinutes:
    """The minutes of one service of a line (thời gian phục vụ): mean, standard deviation, and error of the mean."""

    mean: float
    deviation: float
    error: float


@dataclass(frozen=True, slots=True)
class MinutesLeft:
    """What is left of something under way, in minutes: mean and variance."""

    mean: float
    variance: float


FREE = MinutesLeft(0.0, 0.0)
"""Nothing is under way."""


def service_minutes(measured: Sequence[float], prior: float) -> ServiceMinutes:
    """The minutes one service of a line takes, by the last 30 measured (oldest first) and the office's `prior`.

    The prior weighs as much as five measurements, and a coefficient of variation of 0.6 as much as ten. What took more
    than four times the usual counts as four times: somebody forgot to press the key.
    """
    recent = measured[-_MEASUREMENTS_KEPT:]
    count = len(recent)
    usual = max(prior, median(recent)) if recent else prior
    counted = [min(minutes, _LONGEST_COUNTED * usual) for minutes in recent]
    total = fmean(counted) * count if counted else 0.0
    mean = (_WEIGHT_OF_PRIOR * prior + total) / (_WEIGHT_OF_PRIOR + count)
    squares = sum((minutes - mean) ** 2 for minutes in counted)
    usual_squares = _WEIGHT_OF_PRIOR_SPREAD * (_PRIOR_VARIATION * mean) ** 2
    deviation = sqrt((usual_squares + squares) / (_WEIGHT_OF_PRIOR_SPREAD + count))
    return ServiceMinutes(mean, deviation, deviation / sqrt(_WEIGHT_OF_PRIOR + count))


def remembered(day_before: Sequence[float], today: Sequence[float]) -> list[float]:
    """What counts as measured: today's services, and before them the last ten of the working day before."""
    return [*day_before[-_KEPT_OF_THE_DAY_BEFORE:], *today]


def minutes_left(service: ServiceMinutes, elapsed: float) -> MinutesLeft:
    """What is left of a service that has gone on for `elapsed` minutes, if service times are lognormal.

    One that has gone on for very long (four times the mean and more) is taken to have as much left as one of that age.
    """
    age = min(elapsed, _LONGEST_ELAPSED * service.mean)
    if age <= 0.0:
        return MinutesLeft(service.mean, service.deviation**2)
    spread = log(1 + (service.deviation / service.mean) ** 2)
    scale = sqrt(spread)
    distance = (log(service.mean) - spread / 2 - log(age)) / scale
    still_going = _normal(distance)
    mean = service.mean * _normal(distance + scale) / still_going
    square = service.mean**2 * exp(spread) * _normal(distance + 2 * scale) / still_going
    return MinutesLeft(max(mean - age, 0.0), max(square - mean**2, 0.0))


def _normal(value: float) -> float:
    """The probability that a standard normal variable is below `value`."""
    return erfc(-value / sqrt(2)) / 2
