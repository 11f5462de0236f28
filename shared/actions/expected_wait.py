"""The expected wait of each line now, from what this machine knows of the queue, the counters and the services."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property

from shared.clock import local
from shared.domain.desk import Desk
from shared.domain.office import Office
from shared.domain.service_time import ServiceMinutes
from shared.domain.waiting_time import (
    Newcomer,
    OpenCounter,
    Outlook,
    ServingHours,
    WaitingTicket,
    WaitRange,
    Waits,
    expected_wait,
    expected_wait_of,
    expected_waits,
    rates_going_first,
)
from shared.domain.working_calendar import Session
from shared.failures import Refusal
from shared.journal.journal import Reader
from shared.journal.queue_queries import being_served, open_desks, waiting_in_order
from shared.journal.read_model import milliseconds

from .service_times import ServiceTimes

_LONGEST_DESK = timedelta(hours=16)
_LONGEST_HOLIDAY_DAYS = 14


class WaitModel:
    """The state of the queue at one instant, from which the wait of each line is worked out.

    `counters`: those that are open. The waits also count on paused ones, which are taken to come back; before a
    session and over lunch on every counter that should call then, from the beginning of that session.
    """

    def __init__(
        self, reader: Reader, office: Office, date: str, now: datetime, times: ServiceTimes | None = None
    ) -> None:
        """`times` remembers what was measured; without it everything is read."""
        self._hours = _Hours(office, now)
        measured = (times or ServiceTimes()).of(reader, office, date, self._hours.day_before, now)
        self._services = measured.services
        self._waiting = [
            WaitingTicket(line, priority=priority, target=target)
            for line, priority, target in waiting_in_order(reader, date)
            if line in self._services
        ]
        desks = open_desks(reader, milliseconds(now - _LONGEST_DESK))
        served = _served(reader, date, self._services, now)
        self.counters = [self._counter(desk, served) for desk in desks if desk.state == "open"]
        self._calling = self._expected(office, desks) or [
            *self.counters,
            *(self._counter(desk, {}) for desk in desks if desk.state == "paused"),
        ]
        self._outlook = Outlook(
            self._hours.serving,
            rates_going_first(measured.gone_first, self._hours.minutes_passed),
            office.priority_bound,
        )

    def waiting_in(self, letter: str) -> int:
        """How many wait in the line `letter`."""
        return sum(ticket.line == letter for ticket in self._waiting)

    def of_line(self, letter: str) -> WaitRange | None:
        """The wait of somebody who joins `letter` now; None when no counter that serves it is expected to call."""
        return self._waits.ordinary.get(letter)

    def of_priority(self, letter: str) -> WaitRange | None:
        """The wait of somebody with priority who joins `letter` now: others with priority are ahead, and fair turns."""
        return self._waits.priority.get(letter)

    def of_newcomer(self, newcomer: Newcomer) -> WaitRange | None:
        """The wait of one newcomer, for whoever asks for no other: it costs less than `of_line`."""
        return expected_wait_of(newcomer, self._waiting, self._calling, self._services, self._outlook)

    def behind(self, letter: str, ahead: Sequence[WaitingTicket]) -> WaitRange | None:
        """The wait of somebody in `letter` before whom only the tickets `ahead` are called, in the order of issue."""
        known = [ticket for ticket in ahead if ticket.line in self._services]
        return expected_wait(letter, known, self._calling, self._services, self._outlook)

    @cached_property
    def _waits(self) -> Waits:
        return expected_waits(self._waiting, self._calling, self._services, self._outlook)

    def _counter(self, desk: Desk, served: Mapping[str, tuple[str, float]]) -> OpenCounter:
        line, minutes = served.get(desk.counter, (None, 0.0))
        away = self._hours.minutes_serving_since(desk.since) if desk.state == "paused" else 0.0
        return OpenCounter(frozenset(desk.lines) & self._services.keys(), line, minutes, away, desk.counter)

    def _expected(self, office: Office, desks: Sequence[Desk]) -> list[OpenCounter]:
        """Who calls from the next session on, when there is none now; none within a session and after the last.

        Over lunch these are the counters that somebody sits at, otherwise all of the office.
        """
        if not self._hours.between_sessions:
            return []
        lines = {desk.counter: desk.lines for desk in desks}
        if not lines or self._hours.before_the_first:
            lines = {counter.id: counter.lines for counter in office.counters} | lines
        known = self._services.keys()
        return [OpenCounter(frozenset(letters) & known, id=counter) for counter, letters in lines.items()]


class _Hours:
    """The office's day around `now`; a calendar without an entry for it is taken as one without pauses."""

    def __init__(self, office: Office, now: datetime) -> None:
        self._now = local(now)
        today = self._now.date()
        spans = [(session.opens(today), session.closes(today)) for session in _sessions(office, today)]
        self.serving = tuple(
            ServingHours(max(self._minutes_to(opens), 0.0), self._minutes_to(closes))
            for opens, closes in spans
            if closes > self._now
        )
        self._begun = max((opens for opens, _ in spans if opens <= self._now), default=None)
        self.before_the_first = bool(spans) and self._begun is None
        self.between_sessions = bool(self.serving) and self.serving[0].begins > 0.0
        early = timedelta(minutes=office.tickets.early_minutes)
        self.minutes_passed = max(-self._minutes_to(spans[0][0] - early), 0.0) if spans else 0.0
        before = (today - timedelta(days=days) for days in range(1, _LONGEST_HOLIDAY_DAYS + 1))
        self.day_before = next((day for day in before if _sessions(office, day)), None)

    def minutes_serving_since(self, since: datetime) -> float:
        """Minutes since `since`, not counting what lies before the present session; above 0."""
        latest = since if self._begun is None else max(since, self._begun)
        return max(-self._minutes_to(latest), 1.0)

    def _minutes_to(self, instant: datetime) -> float:
        return (instant - self._now).total_seconds() / 60


def _sessions(office: Office, day: date) -> tuple[Session, ...]:
    try:
        return office.calendar.sessions_on(day)
    except Refusal:
        return ()


def _served(
    reader: Reader, date: str, services: Mapping[str, ServiceMinutes], now: datetime
) -> Mapping[str, tuple[str, float]]:
    """For each counter that serves somebody: the line, and for how many minutes already."""
    return {
        counter: (line, max(0.0, (milliseconds(now) - since) / 60_000))
        for counter, (line, since) in being_served(reader, date).items()
        if line in services
    }
