"""The one thing that replication asks of the program it runs in: a way to work on the database."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Database(Protocol):
    """Runs work on the program's database lane, waits, and answers what it answers."""

    def __call__(self, work: Callable[[], T], /) -> T:
        """Runs `work`; what it raises is raised here."""
        ...


def at_once(work: Callable[[], T]) -> T:
    """The lane of a program that has none: runs `work` where it is called."""
    return work()
