"""A synthetic day of the sample ward, minute by minute, with service times that only the day itself knows.

At every arrival the wait is asked with what the office knows at that moment, and kept beside the wait that follows.
"""

from __future__ import annotations

import random
from collections import Counter as Tally
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time
from heapq import heappop, heappush
from math import log, sqrt
from statistics import fmean

from resources.sample_ward.load import arrival_minutes, sample_office_document
from shared.domain.office import Office, office_from_document
from shared.domain.queue_order import choose_next
from shared.domain.service_time import Prior, remembered, service_minutes
from shared.domain.waiting_time import (
    OpenCounter,
    Outlook,
    ServingHours,
    WaitingTicket,
    WaitRange,
    expected_waits,
    rates_going_first,
)

OFFICE: Office = office_from_document(sample_office_document())
PRIORS = {line.letter: line.prior_minutes for line in OFFICE.lines}
LINES_OF = {counter.id: counter.lines for counter in OFFICE.counters}
SHARES = {"A": 0.30, "B": 0.12, "C": 0.18, "D": 0.12, "E": 0.08, "F": 0.20}
"""How the arrivals are spread over the lines."""

SESSIONS = ((7.5 * 60, 11.5 * 60), (13.5 * 60, 17 * 60))
"""The serving hours of the sample ward's calendar, minutes after midnight."""

_NUMBERS_GIVEN = ((time(7, 0), time(11, 15), 0.62), (time(13, 0), time(16, 30), 0.38))
_REMEMBERED = 100
_NUMBERS_FROM = 7 * 60.0


@dataclass(frozen=True, slots=True)
class DayKind:
    """What a day is like. `faster`: by line, the real mean as a share of the prior. `variation`: of service times.

    `pause`: a counter and the minutes after midnight between which it does not call. `absent`, `transferred`: shares
    of the people called who did not come, and who are sent on to another counter after their service.
    """

    name: str
    tickets: int
    counters: tuple[str, ...] = ("quay-1", "quay-2", "quay-3", "quay-4")
    real: Mapping[str, float] = field(default_factory=dict)
    variation: float = 0.6
    priority: float = 0.15
    absent: float = 0.0
    transferred: float = 0.03
    pause: tuple[str, float, float] | None = None


@dataclass(slots=True)
class Visitor:
    """Somebody who took a number; `service` and `leaves_for` are known only afterwards."""

    place: int
    arrived: float
    line: str
    priority: str | None
    service: float
    comes: bool
    sent_on: bool
    told: WaitRange | None = None
    called: float | None = None
    target: str | None = None

    @property
    def wait(self) -> float:
        """Minutes until the first call."""
        assert self.called is not None
        return self.called - self.arrived


@dataclass(slots=True)
class _Desk:
    """A counter on that day."""

    id: str
    streak: int = 0
    serves: Visitor | None = None
    since: float = 0.0


class ReplayedDay:
    """One day, played on construction; `visitors` are those who were promised a wait."""

    def __init__(self, kind: DayKind, seed: int, day_before: Mapping[str, Sequence[float]] | None = None) -> None:
        """`day_before`: what the office measured on the working day before, by line."""
        self._kind = kind
        self._chance = random.Random(f"{kind.name}/{seed}")
        self._desks = [_Desk(counter) for counter in kind.counters]
        self._waiting: list[Visitor] = []
        self._day_before = day_before or {}
        self._done: list[tuple[str, float]] = []
        self._went_first: Tally[str] = Tally()
        self._agenda: list[tuple[float, int, Visitor | _Desk]] = []
        self._entries = 0
        self.visitors = self._arrivals(seed)
        self._play()

    @property
    def measured(self) -> Mapping[str, list[float]]:
        """The latest service times by line, as `service_minutes_of` answers them."""
        measured: dict[str, list[float]] = {}
        for line, minutes in self._done[-_REMEMBERED:]:
            measured.setdefault(line, []).append(minutes)
        return measured

    def _arrivals(self, seed: int) -> list[Visitor]:
        moments: list[float] = []
        for part, (start, end, share) in enumerate(_NUMBERS_GIVEN):
            count = round(self._kind.tickets * share)
            begins = start.hour * 60 + start.minute
            moments += [begins + at for at in arrival_minutes(seed * 2 + part, count, start, end)]
        return [self._visitor(place, at) for place, at in enumerate(moments)]

    def _visitor(self, place: int, at: float) -> Visitor:
        kind, chance = self._kind, self._chance
        (line,) = chance.choices(list(SHARES), list(SHARES.values()))
        comes = chance.random() >= kind.absent
        return Visitor(
            place=place,
            arrived=at,
            line=line,
            priority="elderly" if chance.random() < kind.priority else None,
            service=self._service(line) if comes else chance.uniform(1.0, 2.0),
            comes=comes,
            sent_on=comes and chance.random() < kind.transferred,
        )

    def _service(self, line: str) -> float:
        spread = log(1 + self._kind.variation**2)
        mean = PRIORS[line] * self._kind.real.get(line, 1.0)
        return self._chance.lognormvariate(log(mean) - spread / 2, sqrt(spread))

    def _play(self) -> None:
        for visitor in self.visitors:
            self._at(visitor.arrived, visitor)
        for desk in self._desks:
            self._at(SESSIONS[0][0], desk)
        while self._agenda:
            now, _, what = heappop(self._agenda)
            if isinstance(what, Visitor):
                self._arrives(what, now)
            else:
                self._free(what, now)

    def _at(self, moment: float, what: Visitor | _Desk) -> None:
        self._entries += 1
        heappush(self._agenda, (moment, self._entries, what))

    def _arrives(self, visitor: Visitor, now: float) -> None:
        visitor.told = self._told(visitor, now)
        self._waiting.append(visitor)
        if visitor.priority is not None:
            self._went_first[visitor.line] += 1
        for desk in self._desks:
            if desk.serves is None and self._calls(desk, now) == now and self._call(desk, now):
                break

    def _free(self, desk: _Desk, now: float) -> None:
        """The counter ends its service, if it has one, and calls the next as soon as it may."""
        served = desk.serves
        if served is not None:
            desk.serves = None
            if served.comes:
                self._done.append((served.line, now - desk.since))
            if served.sent_on:
                self._send_on(served, desk)
        opens = self._calls(desk, now)
        if opens > now:
            self._at(opens, desk)
        else:
            self._call(desk, now)

    def _send_on(self, visitor: Visitor, sender: _Desk) -> None:
        """After the service the visitor goes to another counter, for a short service there."""
        others = [desk.id for desk in self._desks if desk is not sender]
        visitor.sent_on = False
        visitor.target = self._chance.choice(others)
        visitor.service = self._service("F")
        self._went_first[visitor.line] += 1
        self._waiting.append(visitor)
        self._waiting.sort(key=lambda each: each.place)

    def _calls(self, desk: _Desk, now: float) -> float:
        """When the counter may call, at `now` or later; after the last session it goes on until nobody waits."""
        if self._kind.pause is not None:
            counter, begins, ends = self._kind.pause
            if counter == desk.id and begins <= now < ends:
                return ends
        for begins, _ in SESSIONS:
            if now < begins and not any(start <= now < end for start, end in SESSIONS):
                return begins
        return now

    def _call(self, desk: _Desk, now: float) -> bool:
        lines = LINES_OF[desk.id]
        mine = [each for each in self._waiting if each.target is None and each.line in lines]
        chosen = choose_next(
            transferred=next((each for each in self._waiting if each.target == desk.id), None),
            priority=next((each for each in mine if each.priority is not None), None),
            ordinary=next((each for each in mine if each.priority is None), None),
            priority_streak=desk.streak,
            bound=OFFICE.priority_bound,
        )
        if chosen is None:
            return False
        visitor = chosen.ticket
        desk.streak = desk.streak + 1 if visitor.priority is not None else 0
        desk.serves, desk.since = visitor, now
        self._waiting.remove(visitor)
        if visitor.called is None:
            visitor.called = now
        self._at(now + visitor.service, desk)
        return True

    def _told(self, visitor: Visitor, now: float) -> WaitRange | None:
        """What the office would promise, by what it knows `now`."""
        measured = self.measured
        services = {
            line: service_minutes(remembered(self._day_before.get(line, ()), measured.get(line, ())), Prior(prior))
            for line, prior in PRIORS.items()
        }
        outlook = Outlook(
            tuple(ServingHours(max(start - now, 0.0), end - now) for start, end in SESSIONS if end > now),
            rates_going_first(self._went_first, max(now - _NUMBERS_FROM, 0.0)),
            OFFICE.priority_bound,
        )
        waiting = [WaitingTicket(each.line, each.priority is not None, each.target) for each in self._waiting]
        waits = expected_waits(waiting, list(self._known_counters(now)), services, outlook)
        return (waits.ordinary if visitor.priority is None else waits.priority).get(visitor.line)

    def _known_counters(self, now: float) -> Iterator[OpenCounter]:
        """Before the day's first session nobody knows which counters will open."""
        if now < SESSIONS[0][0]:
            yield from (OpenCounter(frozenset(lines), id=counter) for counter, lines in LINES_OF.items())
            return
        for desk in self._desks:
            pause = self._kind.pause
            away = now - pause[1] if pause and pause[0] == desk.id and pause[1] <= now < pause[2] else 0.0
            serves = desk.serves
            yield OpenCounter(
                frozenset(LINES_OF[desk.id]),
                serves.line if serves else None,
                now - desk.since if serves else 0.0,
                away,
                desk.id,
            )


@dataclass(frozen=True, slots=True)
class Kept:
    """How the promises of some days were kept: shares, and minutes."""

    promised: int
    held: float
    sooner: float
    later: float
    width: float
    wait: float


def kept(visitors: list[Visitor]) -> Kept:
    """How the promises to `visitors` were kept."""
    told = [(each.wait, each.told) for each in visitors if each.told is not None]
    count = len(told)
    return Kept(
        promised=count,
        held=sum(each.low_minutes <= wait <= each.high_minutes for wait, each in told) / count,
        sooner=sum(wait < each.low_minutes for wait, each in told) / count,
        later=sum(wait > each.high_minutes for wait, each in told) / count,
        width=fmean(each.high_minutes - each.low_minutes for _, each in told),
        wait=fmean(wait for wait, _ in told),
    )
