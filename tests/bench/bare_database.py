"""The floor of everything that is written: plain INSERTs through SQLCipher, with the journal's pragmas and table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import sqlcipher3
from sqlalchemy import Engine

from shared.journal.event import Event

_COLUMNS = 11


class BareDatabase:
    """An encrypted database in a file of its own whose one table is a copy of the journal's, with its keys.

    The pragmas are read from `model`, so that both wait for the disk in the same way.
    """

    def __init__(self, path: Path, key: bytes, model: Engine) -> None:
        self._connection: Any = sqlcipher3.connect(str(path), isolation_level=None)
        self._connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        with model.connect() as connection:
            for pragma in ("journal_mode", "synchronous", "mmap_size", "cache_size", "wal_autocheckpoint"):
                value = connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
                self._connection.execute(f"PRAGMA {pragma}={value}")
            table = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name='event'").scalar_one()
        self._connection.execute(table)
        self._insert = f"INSERT INTO event VALUES ({','.join('?' * _COLUMNS)})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def insert(self, row: Sequence[object]) -> None:
        """One row in a transaction of its own, committed."""
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(self._insert, row)
        self._connection.execute("COMMIT")

    def insert_all(self, rows: Sequence[Sequence[object]]) -> None:
        """All rows in one transaction, committed."""
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.executemany(self._insert, rows)
        self._connection.execute("COMMIT")

    def count(self) -> int:
        """How many rows there are."""
        return int(self._connection.execute("SELECT count(*) FROM event").fetchone()[0])


def row_of(event: Event, cursor: int) -> tuple[object, ...]:
    """The row that the journal writes for `event`, in the order of the table's columns."""
    return (
        event.office,
        event.device,
        event.epoch,
        event.seq,
        cursor,
        event.lamport,
        event.subject,
        event.kind,
        event.personal,
        event.hash,
        event.body,
    )
