"""What somebody of the morning is asked to do, one thing after the other, on the own thread."""

from __future__ import annotations

import queue
from collections.abc import Callable
from concurrent.futures import Future


class Orders:
    """Orders that wait (việc được giao) until whoever does them has a moment."""

    def __init__(self) -> None:
        self._waiting: queue.Queue[tuple[Callable[[], None], Future[None]]] = queue.Queue()

    def ask(self, order: Callable[[], None]) -> Future[None]:
        """Has `order` done as soon as there is a moment; the answer says when it is done."""
        done: Future[None] = Future()
        self._waiting.put((order, done))
        return done

    def do_all(self) -> None:
        """Does everything that waits; what goes wrong is raised, here and to whoever asked."""
        while not self._waiting.empty():
            order, done = self._waiting.get()
            try:
                order()
            except BaseException as problem:
                done.set_exception(problem)
                raise
            done.set_result(None)
