"""Satisfaction (mức độ hài lòng): shares of the scores, reasons, by channel and by counter. Words only as a count.

Raters stay confidential (Decree 118/2025 Art. 29(3)), and few ratings of one counter would point at persons: counters
with fewer than five are shown together, never apart, and never so that the rest can be found by subtraction.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from shared.domain.rating import SCORES

FEWEST = 5
"""So many ratings a counter must have to be shown apart, and an office to have its shares shown at all."""

OTHERS = ""
"""Stands for the counters that are shown together, and for ratings that belong to no counter."""


@dataclass(frozen=True, slots=True)
class Given:
    """One rating as far as a report goes; `counter` "" where it belongs to none."""

    score: int
    reasons: tuple[str, ...]
    channel: str
    commented: bool
    counter: str = OTHERS


@dataclass(slots=True)
class ScoreTally:
    """So many ratings of each score."""

    scores: Counter[int] = field(default_factory=Counter)

    @property
    def count(self) -> int:
        """All of them."""
        return self.scores.total()

    @property
    def satisfied_share(self) -> float | None:
        """The share of those who were satisfied or very satisfied; None without a rating."""
        return (self.scores[2] + self.scores[3]) / self.count if self.count else None

    def share(self, score: int) -> float | None:
        """The share of one score."""
        return self.scores[score] / self.count if self.count else None


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """The ratings of a period; `counters` by id, those shown together under `OTHERS`."""

    whole: ScoreTally
    channels: Mapping[str, ScoreTally]
    counters: Mapping[str, ScoreTally]
    reasons: Mapping[str, int]
    comments: int


def satisfaction_of(ratings: Iterable[Given]) -> Satisfaction:
    """Counted."""
    whole, comments = ScoreTally(), 0
    channels: dict[str, ScoreTally] = {}
    counters: dict[str, ScoreTally] = {}
    reasons: Counter[str] = Counter()
    for rating in ratings:
        if rating.score not in SCORES:
            continue
        by_channel = channels.setdefault(rating.channel, ScoreTally())
        by_counter = counters.setdefault(rating.counter, ScoreTally())
        for tally in (whole, by_channel, by_counter):
            tally.scores[rating.score] += 1
        reasons.update(set(rating.reasons))
        comments += rating.commented
    ordered = dict(sorted(channels.items()))
    return Satisfaction(whole, ordered, _shown_apart(counters), dict(reasons.most_common()), comments)


def _shown_apart(counters: Mapping[str, ScoreTally]) -> Mapping[str, ScoreTally]:
    """Those with enough ratings; the others together, and with them the next smallest until those are enough too."""
    smallest_first = sorted(counters, key=lambda name: (name != OTHERS, counters[name].count, name))
    together = [name for name in smallest_first if name == OTHERS or counters[name].count < FEWEST]
    apart = [name for name in smallest_first if name not in together]
    while together and apart and sum(counters[name].count for name in together) < FEWEST:
        together.append(apart.pop(0))
    found = {name: counters[name] for name in sorted(apart)}
    if together:
        rest = ScoreTally()
        for name in together:
            rest.scores.update(counters[name].scores)
        if apart or rest.count >= FEWEST:
            found[OTHERS] = rest
    return found
