"""Lanes that work at once, for pictures: what is handed in is done before `submit` returns."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

from shared.qt.lanes import Lane, Lanes


class DirectExecutor(Executor):
    """Runs on the calling thread."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Runs `fn` now."""
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def direct_lanes() -> Lanes:
    """The lanes that the window works with, over a direct executor."""
    work = DirectExecutor()
    return Lanes(Lane("database", work), Lane("line", work), Lane("printing", work), Lane("files", work))
