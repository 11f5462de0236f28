"""Turns at writing among several server processes on one embedded database.

SQLite lets a process that finds the lock taken sleep and look again; here it is woken as soon as the other has done.
Where the system has no such lock for files, SQLite's own waiting does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from sqlalchemy import Engine

_FILE = "journal.turn"


def turn_at(engine: Engine) -> Turn:
    """How processes take turns at the database behind `engine`."""
    if engine.dialect.name != "sqlite" or sys.platform == "win32":
        return Turn(None)
    with engine.connect() as connection:
        name = connection.exec_driver_sql("SELECT file FROM pragma_database_list WHERE name = 'main'").scalar()
    return Turn(Path(name).with_name(_FILE) if name else None)


class Turn:
    """The right to write, which one process has at a time; without a file it is everybody's."""

    def __init__(self, file: Path | None) -> None:
        self._file = None if file is None else file.open("a")

    def taken(self) -> AbstractContextManager[None]:
        """Waits for the turn and holds it. Used by one thread of this process at a time."""
        return nullcontext() if self._file is None else self._held()

    def close(self) -> None:
        """Gives the file back."""
        if self._file is not None:
            self._file.close()

    @contextmanager
    def _held(self) -> Iterator[None]:
        import fcntl

        assert self._file is not None
        fcntl.flock(self._file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)
