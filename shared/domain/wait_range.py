"""The range in which a wait is told, on the clock: rounded outward, and carried over the pauses of the office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

_STEP_MINUTES = 5
_LONG_STEP_MINUTES = 10
_LONG_MINUTES = 60


@dataclass(frozen=True, slots=True)
class WaitRange:
    """The wait as a range in whole minutes, both multiples of five, of ten above an hour: what stands on the slip."""

    low_minutes: int
    high_minutes: int


@dataclass(frozen=True, slots=True)
class ServingHours:
    """A time in which the office serves today (giờ phục vụ): minutes after now, not below 0."""

    begins: float
    ends: float


def rounded_outward(low: float, high: float) -> WaitRange:
    """The range of round figures that holds `low` to `high`; never empty."""
    first = _step(low) * floor(max(low, 0.0) / _step(low))
    last = _step(high) * ceil(high / _step(high))
    return WaitRange(first, max(last, first + _step(first)))


def range_on_the_clock(low: float, likely: float, high: float, hours: Sequence[ServingHours]) -> WaitRange:
    """The range for minutes of *serving* `low` <= `likely` <= `high`, told in minutes of the clock.

    Serving stops between the `hours` and goes on after the last of them until everybody was called. A range that would
    span a pause tells the side of it on which the call is likely: "0–140" over lunch says nothing.
    """
    session = _session_of(likely, hours)
    if session is None:
        return rounded_outward(low, high)
    begun, hour, is_last = session
    first = hour.begins + max(low - begun, 0.0)
    last = hour.begins + high - begun
    return rounded_outward(first, last if is_last else min(last, hour.ends))


def _session_of(likely: float, hours: Sequence[ServingHours]) -> tuple[float, ServingHours, bool] | None:
    """The hours in which `likely` minutes of serving end, the minutes served before them, whether they are the last."""
    begun = 0.0
    for place, hour in enumerate(hours):
        is_last = place == len(hours) - 1
        if is_last or likely < begun + hour.ends - hour.begins:
            return begun, hour, is_last
        begun += hour.ends - hour.begins
    return None


def _step(minutes: float) -> int:
    return _LONG_STEP_MINUTES if minutes >= _LONG_MINUTES else _STEP_MINUTES
