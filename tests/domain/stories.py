"""Tells a story of one subject: commands decided one after another, each fact recorded and folded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from shared.domain.fact import Fact, Recorded, step

START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


def record(fact: Fact, lamport: int, *, actor: str = "staff-1", device: str = "device-1") -> Recorded:
    """`fact` as a journal would give it back; a minute passes with every Lamport number."""
    return Recorded(
        subject=fact.subject,
        kind=fact.kind,
        data=fact.data,
        personal="hash" if fact.personal else None,
        actor=actor,
        device=device,
        device_time=START + timedelta(minutes=lamport),
        order=(lamport, device, 1, lamport),
    )


class Story:
    """One subject and its state after everything that was done to it."""

    def __init__(self, decide: Callable[[Any, Any], tuple[Fact, ...]], evolve: Callable[[Any, Recorded], Any]) -> None:
        self._decide, self._evolve = decide, evolve
        self.state: Any = None
        self.lamport = 0

    def do(self, command: object) -> Any:
        """Decides `command` and folds what it answers."""
        for fact in self._decide(self.state, command):
            self.happens(fact)
        return self.state

    def happens(self, fact: Fact) -> Any:
        """Folds a fact that another node wrote, whether it fits or not."""
        self.lamport += 1
        self.state = step(self._evolve, self.state, record(fact, self.lamport))
        return self.state
