"""What a measurement is: samples with their median and spread, taken in turn with those of the floor."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Spread:
    """Samples of one figure in `unit`; `low` and `high` hold the middle four fifths of them."""

    unit: str
    samples: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle sample."""
        return statistics.median(self.samples)

    @property
    def low(self) -> float:
        """A tenth of the samples is below."""
        return self._at(0.1)

    @property
    def high(self) -> float:
        """A tenth of the samples is above."""
        return self._at(0.9)

    def _at(self, share: float) -> float:
        ordered = sorted(self.samples)
        return ordered[round(share * (len(ordered) - 1))]

    def as_json(self) -> dict[str, object]:
        """Every sample and what it comes to."""
        return {
            "unit": self.unit,
            "median": self.median,
            "low": self.low,
            "high": self.high,
            "samples": list(self.samples),
        }


@dataclass(frozen=True, slots=True)
class Aim:
    """What a row should reach: the words for people, and whether it was reached (None: reported only)."""

    words: str
    met: bool | None


NO_AIM = Aim("reported", None)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `details` are further figures and counts, by name; `wrong` says what must not be."""

    name: str
    what: str
    measured: Spread
    floor: Spread
    floor_is: str
    aim: Aim
    details: Mapping[str, object] = field(default_factory=dict)
    wrong: str | None = None

    @property
    def ratio(self) -> float:
        """The measured median as a multiple of the floor's."""
        return self.measured.median / self.floor.median

    def as_json(self) -> dict[str, object]:
        """The row with every sample."""
        return {
            "name": self.name,
            "what": self.what,
            "measured": self.measured.as_json(),
            "floor_is": self.floor_is,
            "floor": self.floor.as_json(),
            "ratio": self.ratio,
            "aim": self.aim.words,
            "met": self.aim.met,
            "details": dict(self.details),
            "wrong": self.wrong,
        }


@dataclass(frozen=True, slots=True)
class Rounds:
    """How often something is measured, after `warm_up` rounds that are thrown away."""

    measured: int
    warm_up: int


def seconds_of(work: Callable[[], object]) -> float:
    """How long `work` takes on the wall, in seconds."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def in_turn(ours: Callable[[], float], floor: Callable[[], float], rounds: Rounds) -> tuple[list[float], list[float]]:
    """Samples of both, taken A B A B …, so that whatever else the machine does meets both alike."""
    first: list[float] = []
    second: list[float] = []
    for _ in range(rounds.warm_up):
        ours()
        floor()
    for _ in range(rounds.measured):
        first.append(ours())
        second.append(floor())
    return first, second


@contextmanager
def without_old_garbage() -> Iterator[None]:
    """Sets aside what has been made so far, so that the collector does not count it into what is measured."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def in_milliseconds(seconds: Sequence[float]) -> Spread:
    """Durations as a spread in milliseconds."""
    return Spread("ms", tuple(each * 1000 for each in seconds))


def at_most(times: float, ours: Spread, floor: Spread) -> Aim:
    """The aim that ours takes at most so many times as long as the floor."""
    return Aim(f"<= {times:g}x", ours.median <= times * floor.median)
