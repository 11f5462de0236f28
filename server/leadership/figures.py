"""What is counted of one office (số liệu điều hành), of a period and of the present moment, and how offices add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from shared.domain.reports.satisfaction import FEWEST
from shared.domain.reports.waits import WaitTally


class Handled(NamedTuple):
    """Dossiers: received in the period, solved in it early, on time and late, in progress at its end within the limit
    and late (tiếp nhận; giải quyết trước hạn, đúng hạn, quá hạn; đang giải quyết trong hạn, quá hạn)."""

    received: int = 0
    early: int = 0
    on_time: int = 0
    late: int = 0
    open_in_time: int = 0
    open_late: int = 0

    @property
    def solved(self) -> int:
        """Solved in the period."""
        return self.early + self.on_time + self.late

    @property
    def in_progress(self) -> int:
        """Not solved when it ended."""
        return self.open_in_time + self.open_late

    @property
    def punctual_share(self) -> float | None:
        """Of what was solved, the share that was solved early or on time; None when nothing was."""
        return (self.early + self.on_time) / self.solved if self.solved else None

    def plus(self, other: Handled) -> Handled:
        """Both together."""
        return Handled(*map(sum, zip(self, other, strict=True)))


class Day(NamedTuple):
    """Dossiers of one day: received, solved."""

    received: int = 0
    solved: int = 0


@dataclass(frozen=True, slots=True)
class Queue:
    """Numbers drawn and how long people waited for their first call (phát số, thời gian chờ).

    `minutes`: how many were called within so many whole minutes; `absent`: nobody came; `held` of the `promised` waited
    as long as their slip had said.
    """

    issued: int = 0
    absent: int = 0
    promised: int = 0
    held: int = 0
    minutes: Mapping[int, int] = field(default_factory=dict)

    @property
    def tally(self) -> WaitTally:
        """For the median and the ninth tenth of the waits."""
        return WaitTally(
            issued=self.issued, called=sum(self.minutes.values()), absent=self.absent, minutes=Counter(self.minutes)
        )

    @property
    def median(self) -> int | None:
        """Whole minutes that half of those who were called did not exceed."""
        return self.tally.median

    @property
    def ninth(self) -> int | None:
        """Whole minutes that nine in ten of them did not exceed."""
        return self.tally.ninth

    @property
    def held_share(self) -> float | None:
        """Of the waits that a slip promised, the share that was kept."""
        return self.held / self.promised if self.promised else None


class Scores(NamedTuple):
    """Ratings by score: dissatisfied, satisfied, very satisfied (không hài lòng, hài lòng, rất hài lòng)."""

    dissatisfied: int = 0
    satisfied: int = 0
    very_satisfied: int = 0

    @property
    def given(self) -> int:
        """All ratings."""
        return sum(self)

    @property
    def satisfied_share(self) -> float | None:
        """The share of the satisfied and very satisfied; None for so few that they might point at somebody."""
        return (self.satisfied + self.very_satisfied) / self.given if self.given >= FEWEST else None


@dataclass(frozen=True, slots=True)
class PeriodFigures:
    """One office in a period. `good_until`: when something changes without a fact; None: never.

    `fields`: dossiers by field (lĩnh vực). `days`: by date, those on which something was received or solved. `hours`:
    numbers drawn by the hour of the day, together over the `queue_days` on which any was drawn.
    """

    good_until: datetime | None
    fields: Mapping[str, Handled]
    days: Mapping[str, Day]
    queue: Queue
    hours: Mapping[int, int]
    queue_days: int
    scores: Scores

    @property
    def handled(self) -> Handled:
        """All fields together."""
        return handled_together(self.fields.values())


@dataclass(frozen=True, slots=True)
class NowFigures:
    """One office at this moment and today.

    `stuck`: dossiers without a step for longer than the office allows; `waiting`: people who wait to be called, the
    longest of them since `waiting_since`. `received_today`, `solved_today`: dossiers. `known_to`: the last that was
    heard of the office; before `silent_before` it would have been silent for a whole working day.
    """

    good_until: datetime | None
    open_in_time: int
    open_late: int
    stuck: int
    waiting: int
    waiting_since: datetime | None
    received_today: int
    solved_today: int
    today: Queue
    known_to: datetime | None
    silent_before: datetime

    @property
    def is_silent(self) -> bool:
        """Whether its figures are only known up to a moment that has long passed."""
        return self.known_to is None or self.known_to < self.silent_before

    def longest_wait(self, now: datetime) -> timedelta | None:
        """How long the one has waited who waits longest, as far as it is known: nobody knows who was called since."""
        if self.waiting_since is None:
            return None
        return max(min(now, self.known_to or now) - self.waiting_since, timedelta())


@dataclass(frozen=True, slots=True)
class PeriodSums:
    """Several offices in a period. `hours`: numbers drawn in an hour of an average day, of all offices together."""

    fields: Mapping[str, Handled]
    handled: Handled
    days: Mapping[str, Day]
    queue: Queue
    hours: Mapping[int, float]
    scores: Scores


def sums_of(offices: Iterable[PeriodFigures]) -> PeriodSums:
    """Added up."""
    fields: dict[str, Handled] = {}
    days: dict[str, Day] = {}
    hours: dict[int, float] = {}
    queues: list[Queue] = []
    scores: list[Scores] = []
    for figures in offices:
        queues.append(figures.queue)
        scores.append(figures.scores)
        for name, handled in figures.fields.items():
            fields[name] = fields[name].plus(handled) if name in fields else handled
        for date, (received, solved) in figures.days.items():
            known = days.get(date, Day())
            days[date] = Day(known.received + received, known.solved + solved)
        for hour, count in figures.hours.items():
            hours[hour] = hours.get(hour, 0) + count / figures.queue_days
    every_score = Scores(*map(sum, zip(*scores, strict=True))) if scores else Scores()
    ordered = dict(sorted(hours.items()))
    whole = handled_together(fields.values())
    return PeriodSums(fields, whole, dict(sorted(days.items())), queues_together(queues), ordered, every_score)


def handled_together(several: Iterable[Handled]) -> Handled:
    """The sum of several."""
    found = tuple(several)
    return Handled(*map(sum, zip(*found, strict=True))) if found else Handled()


def queues_together(several: Iterable[Queue]) -> Queue:
    """Several offices as if they were one queue: the median of all who waited, not a mean of medians."""
    issued, absent, promised, held = 0, 0, 0, 0
    minutes: Counter[int] = Counter()
    for queue in several:
        issued, absent = issued + queue.issued, absent + queue.absent
        promised, held = promised + queue.promised, held + queue.held
        minutes.update(queue.minutes)
    return Queue(issued, absent, promised, held, minutes)
