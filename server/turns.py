"""Turns at writing among several server processes on one embedded database.

SQLite lets a process that finds the lock taken sleep and look again; here it is woken as soon as the other has done.
Where the system has no such lock for files, SQLite's own waiting does.
"""

from __future__ import annotations

import sys
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
    """The right to write, which one process has at a time; without a file it is everybody's.

    Used by one thread of this process at a time.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = None if file is None else file.open("a")

    @property
    def is_at_a_file(self) -> bool:
        """Whether the database is embedded, and what a transaction waits for is this machine and nobody else."""
        return self._file is not None

    def take(self) -> None:
        """Waits for the turn."""
        if self._file is not None:
            import fcntl

            fcntl.flock(self._file, fcntl.LOCK_EX)

    def take_if_free(self) -> bool:
        """Takes the turn unless another process has it; whether it was taken."""
        if self._file is not None:
            import fcntl

            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
        return True

    def give_back(self) -> None:
        """Lets the next process write."""
        if self._file is not None:
            import fcntl

            fcntl.flock(self._file, fcntl.LOCK_UN)

    def close(self) -> None:
        """Gives the file back."""
        if self._file is not None:
            self._file.close()
