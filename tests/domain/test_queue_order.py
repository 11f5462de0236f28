from __future__ import annotations

from dataclasses import dataclass

import pytest

from shared.domain.queue_order import Next, choose_next


@dataclass(frozen=True)
class Waiting:
    name: str
    priority: str | None = None


SENT, ELDER, ORDINARY = Waiting("sent"), Waiting("elder", "elderly"), Waiting("ordinary")


@pytest.mark.parametrize(
    ("transferred", "priority", "ordinary", "streak", "chosen"),
    [
        (SENT, ELDER, ORDINARY, 0, Next(SENT, "transferred")),
        (None, ELDER, ORDINARY, 0, Next(ELDER, "priority")),
        (None, ELDER, ORDINARY, 1, Next(ELDER, "priority")),
        (None, ELDER, ORDINARY, 2, Next(ORDINARY, "fair_turn")),
        (None, ELDER, None, 9, Next(ELDER, "priority")),
        (None, None, ORDINARY, 9, Next(ORDINARY, "oldest")),
        (None, None, None, 0, None),
    ],
)
def test_who_is_next_and_why(
    transferred: Waiting | None,
    priority: Waiting | None,
    ordinary: Waiting | None,
    streak: int,
    chosen: Next[Waiting] | None,
) -> None:
    answer = choose_next(transferred=transferred, priority=priority, ordinary=ordinary, priority_streak=streak, bound=2)
    assert answer == chosen
