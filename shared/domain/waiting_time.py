"""How long a new ticket is likely to wait: measured service times, and the queue played through the open counters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from statistics import median
from typing import NewType

Prior = NewType("Prior", float)
"""The minutes of service that the office expects of a line before anything was measured."""

_MEASUREMENTS_KEPT = 30
_WEIGHT_OF_PRIOR = 5
_LEAST_REMAINING_SHARE = 0.2
_SPREAD = 0.25
_STEP_MINUTES = 5


@dataclass(frozen=True, slots=True)
class WaitingTicket:
    """A ticket (phiếu số thứ tự) in the queue: its line, and whether it is called before ordinary ones."""

    line: str
    priority: bool = False


@dataclass(frozen=True, slots=True)
class OpenCounter:
    """An open counter (quầy): the lines it serves, and the service going on for `busy_minutes` already, if any."""

    lines: frozenset[str]
    busy_with_line: str | None = None
    busy_minutes: float = 0.0


@dataclass(frozen=True, slots=True)
class WaitRange:
    """The wait as a range in whole minutes, both multiples of five: what is printed on the slip."""

    low_minutes: int
    high_minutes: int


def service_minutes(measured: Sequence[float], prior: float) -> float:
    """The minutes one service of a line takes: the median of the last 30 measured (oldest first).

    Few measurements are drawn towards `prior`, which weighs as much as five of them.
    """
    recent = measured[-_MEASUREMENTS_KEPT:]
    if not recent:
        return prior
    return (_WEIGHT_OF_PRIOR * prior + len(recent) * median(recent)) / (_WEIGHT_OF_PRIOR + len(recent))


def expected_wait(
    line: str,
    waiting: Sequence[WaitingTicket],
    counters: Sequence[OpenCounter],
    minutes_by_line: Mapping[str, float],
) -> WaitRange | None:
    """How long a new ticket of `line` waits, or None when no counter serves it.

    `waiting`: the tickets called before it, in order; of those a counter serves, it takes priority tickets first.
    `minutes_by_line`: the minutes of one service, for every line that is waiting or being served (`service_minutes`).
    A service that takes longer than usual is taken to need a fifth of the usual time still.
    """
    if not any(line in counter.lines for counter in counters):
        return None
    wait = _minutes_until_called(line, waiting, counters, minutes_by_line)
    return WaitRange(
        floor(wait * (1 - _SPREAD) / _STEP_MINUTES) * _STEP_MINUTES,
        max(ceil(wait * (1 + _SPREAD) / _STEP_MINUTES), 1) * _STEP_MINUTES,
    )


def _minutes_until_called(
    line: str,
    waiting: Sequence[WaitingTicket],
    counters: Sequence[OpenCounter],
    minutes_by_line: Mapping[str, float],
) -> float:
    """Whenever a counter becomes free it takes the first ticket of its lines; the new one stands last."""
    queue = [*(t.line for t in waiting if t.priority), *(t.line for t in waiting if not t.priority), line]
    own = len(queue) - 1
    taken: set[int] = set()
    free_at = {n: _minutes_left(counter, minutes_by_line) for n, counter in enumerate(counters)}
    while True:
        now, counter = min((minutes, n) for n, minutes in free_at.items())
        called = _first_served_by(counters[counter], queue, taken)
        if called == own:
            return now
        if called is None:
            del free_at[counter]
        else:
            taken.add(called)
            free_at[counter] = now + minutes_by_line[queue[called]]


def _minutes_left(counter: OpenCounter, minutes_by_line: Mapping[str, float]) -> float:
    if counter.busy_with_line is None:
        return 0.0
    usual = minutes_by_line[counter.busy_with_line]
    return max(usual - counter.busy_minutes, usual * _LEAST_REMAINING_SHARE)


def _first_served_by(counter: OpenCounter, queue: Sequence[str], taken: set[int]) -> int | None:
    return next((n for n, line in enumerate(queue) if n not in taken and line in counter.lines), None)
