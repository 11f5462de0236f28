"""How long a new ticket is likely to wait, as a range: measured service times, the queue played through the counters,
and how far what lies ahead can stray from its mean.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

from shared.domain.queue_play import Call, Newcomer, OpenCounter, WaitingTicket, play
from shared.domain.service_time import Prior, ServiceMinutes, service_minutes
from shared.domain.wait_range import ServingHours, WaitRange, range_on_the_clock

__all__ = [
    "Newcomer",
    "OpenCounter",
    "Outlook",
    "Prior",
    "ServiceMinutes",
    "ServingHours",
    "WaitRange",
    "WaitingTicket",
    "Waits",
    "expected_wait",
    "expected_wait_of",
    "expected_waits",
    "rates_going_first",
    "service_minutes",
]

_FEWER, _MORE = 0.6, 1.4
_MOST_FUTURE_LOAD = 0.5
_QUIET_MINUTES = 60.0


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is known of the hours to come (triển vọng).

    `hours`: when the office serves today, in order; none means that it goes on serving. `going_first`: for each line,
    how many a minute come later and are called before ordinary ones. `priority_bound`: how many of them in a row.
    """

    hours: tuple[ServingHours, ...] = ()
    going_first: Mapping[str, float] = field(default_factory=dict)
    priority_bound: int = 2


@dataclass(frozen=True, slots=True)
class Waits:
    """The wait of a newcomer by line (thời gian chờ): an ordinary one's, and one's with priority.

    A line that no counter serves is left out.
    """

    ordinary: Mapping[str, WaitRange]
    priority: Mapping[str, WaitRange]


def rates_going_first(counts: Mapping[str, int], minutes: float) -> dict[str, float]:
    """How many a minute go first, by line, when `counts` did in the `minutes` since numbers are given.

    An hour more is taken in which nobody did, so that the first of the morning is no flood.
    """
    return {line: count / (minutes + _QUIET_MINUTES) for line, count in counts.items()}


def expected_wait(
    line: str,
    waiting: Sequence[WaitingTicket],
    counters: Sequence[OpenCounter],
    services: Mapping[str, ServiceMinutes],
    outlook: Outlook | None = None,
) -> WaitRange | None:
    """How long an ordinary newcomer to `line` waits, or None when no counter serves it; see `expected_waits`."""
    return expected_wait_of(Newcomer(line), waiting, counters, services, outlook or Outlook())


def expected_wait_of(
    newcomer: Newcomer,
    waiting: Sequence[WaitingTicket],
    counters: Sequence[OpenCounter],
    services: Mapping[str, ServiceMinutes],
    outlook: Outlook,
) -> WaitRange | None:
    """What `expected_waits` answers for one newcomer, worked out no further than to that call."""
    ordinary, priority = play(waiting, counters, services, outlook.priority_bound, newcomer)
    call = (priority if newcomer.priority else ordinary).get(newcomer.line)
    if call is None:
        return None
    load = 0.0 if newcomer.priority else _load_going_first(newcomer.line, ordinary, counters, services, outlook)
    return _range(call, load, outlook)


def expected_waits(
    waiting: Sequence[WaitingTicket],
    counters: Sequence[OpenCounter],
    services: Mapping[str, ServiceMinutes],
    outlook: Outlook,
) -> Waits:
    """How long a newcomer to each line waits, as a range that should hold at least four waits in five.

    `waiting`: the tickets in the order of issue. `services`: of every line that is waiting or being served.
    """
    ordinary, priority = play(waiting, counters, services, outlook.priority_bound)
    load = {line: _load_going_first(line, ordinary, counters, services, outlook) for line in ordinary}
    return Waits(
        {line: _range(call, load[line], outlook) for line, call in ordinary.items()},
        {line: _range(call, 0.0, outlook) for line, call in priority.items()},
    )


def _range(call: Call, load: float, outlook: Outlook) -> WaitRange:
    numbers_given = sum(hour.ends - hour.begins for hour in outlook.hours) if outlook.hours else inf
    more = min(call.mean * load / (1 - load), numbers_given * load)
    return range_on_the_clock(call.early + more * _FEWER, call.mean + more, call.late + more * _MORE, outlook.hours)


def _load_going_first(
    line: str,
    calls: Mapping[str, Call],
    counters: Sequence[OpenCounter],
    services: Mapping[str, ServiceMinutes],
    outlook: Outlook,
) -> float:
    """The share of their time that the counters of `line` give to people who come later and are called before.

    Each lengthens the wait, in which more of them come; the fairness bound keeps the share below a limit. Those of a
    line whose own wait is shorter find another counter from then on.
    """
    pool = [counter.lines for counter in counters if line in counter.lines]
    wait = calls[line].mean
    if not wait:
        return 0.0
    minutes = 0.0
    for each, rate in outlook.going_first.items():
        serving = sum(each in counter.lines for counter in counters)
        here = sum(each in lines for lines in pool)
        if here:
            # Whose call is not known is called later than this one.
            share = min(calls[each].mean / wait, 1.0) if each in calls else 1.0
            minutes += rate * services[each].mean * here / serving * share
    return min(minutes / len(pool), _MOST_FUTURE_LOAD)
