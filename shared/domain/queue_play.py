"""The queue played through the open counters once, with mean service times: when each line's next newcomer is called.

One play answers for every line. A newcomer stands behind everybody, so nothing changes for the others before the call,
which is the first moment at which a counter of the line is free and has nobody to call before.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import sqrt

from shared.domain.service_time import FREE, MinutesLeft, ServiceMinutes, minutes_left


@dataclass(frozen=True, slots=True)
class WaitingTicket:
    """A ticket (phiếu số thứ tự) in the queue: its line, whether it goes before ordinary ones, and the counter that it
    was transferred to, if any.
    """

    line: str
    priority: bool = False
    target: str | None = None


@dataclass(frozen=True, slots=True)
class OpenCounter:
    """A counter (quầy): the lines it serves, and the service going on for `busy_minutes` already, if any.

    `away_minutes`: how long it has been paused, 0 for one that calls. `id` is wanted only for transferred tickets.
    """

    lines: frozenset[str]
    busy_with_line: str | None = None
    busy_minutes: float = 0.0
    away_minutes: float = 0.0
    id: str = ""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who joins `line` now (người mới đến), with or without priority."""

    line: str
    priority: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """When a newcomer is called (lúc được gọi), in minutes of serving from now: on average, early, and late."""

    mean: float
    early: float
    late: float


_LEAST_AWAY_MINUTES = 5.0
_DEVIATIONS = 1.35
"""How many standard deviations early and late lie from the mean."""


class _Queue:
    """Who waits, by line and class; a number is the place in the order of issue."""

    def __init__(self, waiting: Sequence[WaitingTicket]) -> None:
        self.line_of = [ticket.line for ticket in waiting]
        self.priority: dict[str, deque[int]] = {}
        self.ordinary: dict[str, deque[int]] = {}
        self.transferred: dict[str, deque[int]] = {}
        for place, ticket in enumerate(waiting):
            if ticket.target is not None:
                self.transferred.setdefault(ticket.target, deque()).append(place)
            else:
                by_line = self.priority if ticket.priority else self.ordinary
                by_line.setdefault(ticket.line, deque()).append(place)


class _Counter:
    """A counter while the queue is played: what it has given so far."""

    def __init__(self, counter: OpenCounter, services: Mapping[str, ServiceMinutes]) -> None:
        self.id = counter.id
        self.lines = counter.lines
        left = _left(counter, services)
        self.free_at, self.variance = left.mean, left.variance
        self.is_away = counter.away_minutes > 0.0
        self.streak = 0
        self.given: dict[str, int] = {}

    def give(self, line: str, now: float, services: Mapping[str, ServiceMinutes]) -> None:
        """Serves somebody of `line` from `now` on."""
        service = services[line]
        self.free_at = now + service.mean
        self.variance += service.deviation**2
        self.given[line] = self.given.get(line, 0) + 1
        self.is_away = False


class _Newcomers:
    """The calls of newcomers of one class, one to each line."""

    def __init__(self, playing: Sequence[_Counter], services: Mapping[str, ServiceMinutes]) -> None:
        lines = {line for each in playing for line in each.lines}
        self._serving = {line: [each for each in playing if line in each.lines] for line in lines}
        self._services = services
        self._so_far: dict[str, tuple[int, float, float]] = {}
        self.calls: dict[str, Call] = {}

    def could_be_called(self, now: float, counter: _Counter, before: int | None) -> None:
        """`counter` is free `now` and calls the ticket at place `before` instead of a newcomer, or a newcomer (None).

        What a newcomer would have waited without that ticket and those behind it is the least that one behind them
        waits: so that nobody's wait gets shorter, at either end, by one more person ahead.
        """
        own: float | None = None
        for line in counter.lines:
            if line in self.calls:
                continue
            last, early, late = self._so_far.get(line, (-1, 0.0, 0.0))
            if before is not None and before <= last:
                continue
            own = self._of([counter]) if own is None else own
            deviation = min(self._shared_by(line, now), own)
            early, late = max(early, now - deviation), max(late, now + deviation)
            if before is None:
                self.calls[line] = Call(now, early, late)
            else:
                self._so_far[line] = (before, early, late)

    def _shared_by(self, line: str, now: float) -> float:
        """How far a call `now` may be off, by all that the counters of `line` have before it: they share it."""
        return self._of([each for each in self._serving[line] if not (each.is_away and each.free_at > now)])

    def _of(self, counters: Sequence[_Counter]) -> float:
        """The deviation of what `counters` share.

        Those of single services are independent; the error of a line's mean is the same in each of its services.
        """
        variance = sum(counter.variance for counter in counters)
        given = counters[0].given
        if len(counters) > 1:
            given = dict(given)
            for counter in counters[1:]:
                for line, count in counter.given.items():
                    given[line] = given.get(line, 0) + count
        for line, count in given.items():
            variance += (count * self._services[line].error) ** 2
        return _DEVIATIONS * sqrt(variance) / len(counters)


def play(
    waiting: Sequence[WaitingTicket],
    counters: Sequence[OpenCounter],
    services: Mapping[str, ServiceMinutes],
    bound: int,
    until: Newcomer | None = None,
) -> tuple[Mapping[str, Call], Mapping[str, Call]]:
    """The call of an ordinary newcomer, and of one with priority, by line; a line that no counter serves is left out.

    The play ends when the newcomer `until` has been called: who is left out then is called later.
    `waiting` in the order of issue. Every counter calls as `shared.domain.queue_order.choose_next` says, at most
    `bound` with priority in a row while an ordinary one waits; its present streak is taken to be 0.
    """
    queue = _Queue(waiting)
    playing = [_Counter(counter, services) for counter in counters]
    ordinary, priority = _Newcomers(playing, services), _Newcomers(playing, services)
    agenda = [(counter.free_at, place) for place, counter in enumerate(playing)]
    heapify(agenda)
    while agenda:
        now, place = heappop(agenda)
        counter = playing[place]
        transferred = queue.transferred.get(counter.id)
        first_priority = None if transferred else _first(queue.priority, counter.lines)
        first_ordinary = None if transferred else _first(queue.ordinary, counter.lines)
        fair_turn = counter.streak >= bound
        if not transferred and (first_priority is None or fair_turn):
            ordinary.could_be_called(now, counter, None if first_ordinary is None else first_ordinary[0])
        if not transferred and (first_ordinary is None or not fair_turn):
            priority.could_be_called(now, counter, None if first_priority is None else first_priority[0])
        if until is not None and until.line in (priority if until.priority else ordinary).calls:
            break
        called = _call(counter, transferred, first_priority, first_ordinary, bound)
        if called is None:
            continue
        counter.give(queue.line_of[called.popleft()], now, services)
        heappush(agenda, (counter.free_at, place))
    return ordinary.calls, priority.calls


def _call(
    counter: _Counter,
    transferred: deque[int] | None,
    priority: deque[int] | None,
    ordinary: deque[int] | None,
    bound: int,
) -> deque[int] | None:
    """Whose first ticket the counter calls, and its streak after that call."""
    if transferred:
        return transferred
    if priority is not None and (ordinary is None or counter.streak < bound):
        counter.streak += 1
        return priority
    if ordinary is not None:
        counter.streak = 0
    return ordinary


def _first(by_line: Mapping[str, deque[int]], lines: frozenset[str]) -> deque[int] | None:
    """The line, of `lines`, whose first ticket is the oldest; None when nobody waits."""
    found: deque[int] | None = None
    for line in lines:
        tickets = by_line.get(line)
        if tickets and (found is None or tickets[0] < found[0]):
            found = tickets
    return found


def _left(counter: OpenCounter, services: Mapping[str, ServiceMinutes]) -> MinutesLeft:
    """Until the counter calls: a pause is taken to go on for as long as it has lasted, and at least five minutes."""
    if counter.away_minutes > 0.0:
        away = max(counter.away_minutes, _LEAST_AWAY_MINUTES)
        return MinutesLeft(away, away**2)
    if counter.busy_with_line is None:
        return FREE
    return minutes_left(services[counter.busy_with_line], counter.busy_minutes)
