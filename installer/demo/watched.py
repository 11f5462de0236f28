"""A thread of the morning whose failure is everybody's."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future

from installer.demo.pace import Pace


class Watched:
    """A thread whose failure calls the morning off and is raised when it is waited for."""

    def __init__(self, name: str, work: Callable[[], None], pace: Pace) -> None:
        self._work, self._pace = work, pace
        self._ended: Future[None] = Future()
        self._thread = threading.Thread(target=self._run, name=name)

    def start(self) -> None:
        """Begins."""
        self._thread.start()

    def finish(self) -> None:
        """Waits for the end."""
        self._thread.join()
        self._ended.result()

    def _run(self) -> None:
        try:
            self._work()
        except BaseException as problem:  # noqa: BLE001  # handed to whoever waits
            self._ended.set_exception(problem)
            self._pace.call_off()
        else:
            self._ended.set_result(None)
