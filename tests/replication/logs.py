"""Logs of events for tests, made without a database."""

from __future__ import annotations

from datetime import UTC, datetime

from shared.domain.fact import Fact
from shared.journal.event import GENESIS, Event, Position, write_event
from shared.replication.messages import Push

OFFICE = "phuong-mau"
TIME = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


def log_of(count: int, device: str = "kiosk-1", epoch: int = 1, branch: str = "") -> list[Event]:
    """A log of `count` events; another `branch` is another log of the same name."""
    events: list[Event] = []
    previous = GENESIS
    for seq in range(1, count + 1):
        fact = Fact(f"subject-{seq}", "note.made", {"branch": branch, "seq": seq})
        events.append(write_event(Position(OFFICE, device, epoch, seq, previous, seq), TIME, "staff-1", fact, None))
        previous = events[-1].hash
    return events


def push_of(events: list[Event], device: str = "kiosk-1", epoch: int = 1) -> Push:
    """The push of a stretch of a log."""
    return Push(OFFICE, device, epoch, events[0].seq, events[0].previous, tuple(event.body for event in events))
