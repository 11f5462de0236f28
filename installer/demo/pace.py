"""The time of the sample day: what the clocks of the office say, and how long the machine waits for it."""

from __future__ import annotations

import threading
import time
from datetime import datetime, timedelta

from shared.clock import HO_CHI_MINH, ShiftedClock, local

OPENING = datetime(2026, 11, 23, 7, 30, tzinfo=HO_CHI_MINH)
"""A Monday without a holiday, when the office opens."""
BEFORE_OPENING = datetime(2026, 11, 23, 7, 15, tzinfo=HO_CHI_MINH)
"""When the machines are switched on."""


class Pace:
    """A day that begins at `start` and runs `rate` times as fast as the machine's clock.

    Attributes: `clock`, the office's clock, for the programs.
    """

    def __init__(self, start: datetime, rate: float) -> None:
        self.rate = rate
        self.clock = ShiftedClock(start, time.time(), rate)
        self._began = time.monotonic()
        self._stop = threading.Event()

    def seconds(self) -> float:
        """The machine's seconds since the morning began."""
        return time.monotonic() - self._began

    def says(self) -> str:
        """What the clock on the wall shows."""
        return f"{local(self.clock.now()):%H:%M}"

    def slowed(self) -> ShiftedClock:
        """A clock that says what the office's says now, and goes on as fast as the machine's."""
        return ShiftedClock(self.clock.now(), time.time(), 1.0)

    def wait(self, seconds: float) -> None:
        """Lets `seconds` of the machine pass; raises Stopped at once when the morning is called off."""
        if self._stop.wait(max(seconds, 0)):
            raise Stopped

    def wait_office_minutes(self, minutes: float) -> None:
        """Lets `minutes` of the office pass."""
        self.wait(timedelta(minutes=minutes).total_seconds() / self.rate)

    def call_off(self) -> None:
        """Ends every wait: something has gone wrong elsewhere."""
        self._stop.set()

    def check(self) -> None:
        """Raises Stopped when the morning has been called off."""
        if self._stop.is_set():
            raise Stopped


class Stopped(Exception):  # noqa: N818  # not an error of its own
    """The morning was called off because another part of it failed."""
