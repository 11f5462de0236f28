"""The one lane on which this process writes: transactions queue here instead of at the database's lock."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from server.turns import Turn

T = TypeVar("T")


class WritingLane:
    """One worker that runs writing transactions one after the other, in turn with other processes."""

    def __init__(self, turn: Turn) -> None:
        self._turn = turn
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writing")
        self._waiting = 0

    async def run(self, work: Callable[[], T]) -> T:
        """Runs `work` when its turn has come and answers what it answers."""
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._worker, self._in_turn, work)
        finally:
            self._waiting -= 1

    def run_and_wait(self, work: Callable[[], T]) -> T:
        """The same for a thread of its own, which waits. Never from the event loop."""
        return self._worker.submit(self._in_turn, work).result()

    def waiting(self) -> int:
        """How many wait for their turn or have it; counted in the event loop."""
        return self._waiting

    def close(self) -> None:
        """Finishes what was begun."""
        self._worker.shutdown(wait=True)
        self._turn.close()

    def _in_turn(self, work: Callable[[], T]) -> T:
        with self._turn.taken():
            return work()
