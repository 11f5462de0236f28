"""The one lane on which this process writes: transactions queue here instead of at the database's lock."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

from server.turns import Turn

T = TypeVar("T")


class WritingLane:
    """Runs writing transactions one after the other, in turn with other processes.

    A worker does, so that requests which only read are answered meanwhile.
    """

    def __init__(self, turn: Turn) -> None:
        self._turn = turn
        self._free = threading.Lock()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writing")
        self._waiting = 0

    async def run(self, work: Callable[[], T]) -> T:
        """Runs `work` when its turn has come and answers what it answers."""
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._worker, self._in_turn, work)
        finally:
            self._waiting -= 1

    async def run_short(self, work: Callable[[], T]) -> T:
        """The same for work of a few milliseconds, which is done at once and here if nobody else writes.

        To hand it to the worker costs as much again, and every request that waits for an answer pays for it. Only on an
        embedded database: one on the network may let a transaction wait.
        """
        if not self._turn.is_at_a_file:
            return await self.run(work)
        for _ in range(_TURNS_OF_THE_LOOP):
            await asyncio.sleep(0)
        if self._waiting or not self._take_if_free():
            return await self.run(work)
        try:
            return work()
        finally:
            self._give_back()

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
        with self._taken():
            return work()

    @contextmanager
    def _taken(self) -> Iterator[None]:
        with self._free:
            self._turn.take()
            try:
                yield
            finally:
                self._turn.give_back()

    def _take_if_free(self) -> bool:
        if not self._free.acquire(blocking=False):
            return False
        taken = False
        try:
            taken = self._turn.take_if_free()
        finally:
            if not taken:
                self._free.release()
        return taken

    def _give_back(self) -> None:
        try:
            self._turn.give_back()
        finally:
            self._free.release()


_TURNS_OF_THE_LOOP = 2
"""So that requests which have come in the meantime are read first, and answered together with the one that is here."""
