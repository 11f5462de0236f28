"""Wakes the long polls: at once for what this process wrote, within a fifth of a second for what another one did."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from server.offices import Mark
from server.operation.threads import in_thread
from shared.failures import EnvironmentFailure

LOOK_AGAIN_SECONDS = 0.2


@dataclass(eq=False, slots=True)
class _Waiting:
    office: str
    seen: Mark
    arrived: asyncio.Event


class Arrivals:
    """Where requests wait until something new is in their office. `read` answers how far each office is."""

    def __init__(self, read: Callable[[], Mapping[str, Mark]]) -> None:
        self._read = read
        self._waiting: set[_Waiting] = set()
        self._listening: list[Callable[[], None]] = []
        self._nudge = asyncio.Event()
        self._watching: asyncio.Task[None] | None = None
        self._closed = False

    async def wait(self, office: str, seen: Mark, seconds: float) -> None:
        """Returns when `office` is no longer as far as `seen`, after `seconds`, or when the server stops."""
        if self._closed:
            return
        waiting = _Waiting(office, seen, asyncio.Event())
        self._waiting.add(waiting)
        self._nudge.set()
        if self._watching is None or self._watching.done():
            self._watching = asyncio.create_task(self._watch())
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(waiting.arrived.wait(), seconds)
        finally:
            self._waiting.discard(waiting)

    def listen(self, heard: Callable[[], None]) -> None:
        """`heard` is called whenever something was committed here."""
        self._listening.append(heard)

    def notice(self) -> None:
        """Something was committed by this process; called in the event loop."""
        self._nudge.set()
        for heard in self._listening:
            heard()

    def look_again(self) -> None:
        """Something may have come from the central server; called in the event loop."""
        self._nudge.set()

    def waiting(self) -> int:
        """How many requests wait."""
        return len(self._waiting)

    def is_closed(self) -> bool:
        """Whether the server is stopping."""
        return self._closed

    def close(self) -> None:
        """Lets everybody who waits go."""
        self._closed = True
        for waiting in self._waiting:
            waiting.arrived.set()
        self._nudge.set()

    async def _watch(self) -> None:
        while self._waiting and not self._closed:
            self._nudge.clear()
            with suppress(EnvironmentFailure):
                marks = await in_thread(self._read)
                for waiting in tuple(self._waiting):
                    if marks.get(waiting.office) != waiting.seen:
                        waiting.arrived.set()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._nudge.wait(), LOOK_AGAIN_SECONDS)
