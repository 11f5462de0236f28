"""Waiting at the counters (thời gian chờ): how many were served, how long they waited, how the slips kept their word.

A wait is from the number to its first call. It is counted by its whole minutes, seconds left over not told: the median
is the least number of minutes that half of them did not exceed, the 90th percentile that of nine in ten.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

_HALF, _NINE_IN_TEN = Fraction(1, 2), Fraction(9, 10)


@dataclass(frozen=True, slots=True)
class WaitGroup:
    """`count` numbers of one line (or office) drawn in one hour of the day that fared alike.

    `minute`: whole minutes waited, None when not called; `seconds`: their waits together; `kept`: what became of the
    promise (`kept_wait`); `absent`: whether nobody came when called.
    """

    key: str
    hour: int
    minute: int | None
    kept: str | None
    absent: bool
    count: int
    seconds: int


@dataclass(slots=True)
class WaitTally:
    """The numbers of one line, hour or office, added up."""

    issued: int = 0
    called: int = 0
    absent: int = 0
    seconds: int = 0
    kept: Counter[str] = field(default_factory=Counter)
    minutes: Counter[int] = field(default_factory=Counter)

    def add(self, group: WaitGroup) -> None:
        """Adds `group`; what only stood in for a number counts nowhere."""
        if group.kept == "stand_in":
            return
        self.issued += group.count
        self.absent += group.count if group.absent else 0
        if group.minute is None:
            return
        self.called += group.count
        self.seconds += group.seconds
        self.minutes[group.minute] += group.count
        self.kept[group.kept or "unpromised"] += group.count

    @property
    def not_called(self) -> int:
        """Numbers that nobody called."""
        return self.issued - self.called

    @property
    def mean(self) -> float | None:
        """The mean wait in minutes; None when nobody was called."""
        return self.seconds / self.called / 60 if self.called else None

    @property
    def median(self) -> int | None:
        """Whole minutes that half of them did not exceed."""
        return self._reached_by(_HALF)

    @property
    def ninth(self) -> int | None:
        """Whole minutes that nine in ten did not exceed."""
        return self._reached_by(_NINE_IN_TEN)

    @property
    def promised(self) -> int:
        """Those called whose slip promised a range."""
        return self.kept["held"] + self.kept["sooner"] + self.kept["later"]

    @property
    def held_share(self) -> float | None:
        """Of those whose slip promised a range, the share that waited within it; None when none did."""
        return self.kept["held"] / self.promised if self.promised else None

    def _reached_by(self, share: Fraction) -> int | None:
        seen = 0
        for minute in sorted(self.minutes):
            seen += self.minutes[minute]
            if seen >= share * self.called:
                return minute
        return None


@dataclass(frozen=True, slots=True)
class Waits:
    """The waits of a period: by line of one office or by office, by hour of the day, and in all."""

    by_key: dict[str, WaitTally]
    by_hour: dict[int, WaitTally]
    whole: WaitTally


def waits_of(groups: Iterable[WaitGroup]) -> Waits:
    """Added up, in the order of keys and hours."""
    by_key: defaultdict[str, WaitTally] = defaultdict(WaitTally)
    by_hour: defaultdict[int, WaitTally] = defaultdict(WaitTally)
    whole = WaitTally()
    for group in groups:
        for tally in (by_key[group.key], by_hour[group.hour], whole):
            tally.add(group)
    return Waits(
        {key: by_key[key] for key in sorted(by_key) if by_key[key].issued},
        {hour: by_hour[hour] for hour in sorted(by_hour) if by_hour[hour].issued},
        whole,
    )
