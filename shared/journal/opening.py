"""Opening a node's database at the start of a program."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sqlalchemy import Connection, Engine, text

from shared.failures import EnvironmentFailure
from shared.journal.database_key import database_key
from shared.journal.engine import (
    PAGES_AT_A_DESK,
    PAGES_BEFORE_CHECKPOINT,
    WRITING,
    disk_full,
    disk_in_words,
    failures_in_words,
    postgresql_engine,
    sqlite_engine,
)
from shared.journal.schema import bring_up_to_date

_ROOM_TO_OPEN = 256 * 1024
"""Bytes: more than an opening takes."""


def open_device(folder: Path) -> tuple[Engine, IO[str]]:
    """The database of a kiosk or counter in `folder`, and the lock that keeps a second program off it.

    The lock is held as long as the file is open. EnvironmentFailure: `already_open`, `database_newer`,
    `database_damaged`, `key_missing`, `key_damaged`, `disk_full`, `disk_failed`, `folder_unusable`.
    """
    _make(folder)
    lock = _lock(folder / "journal.lock")
    try:
        return _ready_in(folder, PAGES_AT_A_DESK), lock
    except BaseException:
        lock.close()
        raise


def open_server(database_url: str | None, folder: Path) -> Engine:
    """The server's database: PostgreSQL at `database_url`, or the embedded one in `folder`.

    Several server processes may share either.
    """
    if database_url:
        return _ready(postgresql_engine(database_url))
    _make(folder)
    with alone(folder / "opening.lock"):
        return _ready_in(folder)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise EnvironmentFailure(
            "folder_unusable",
            "Không tạo được thư mục dữ liệu; hãy kiểm tra ổ đĩa và quyền ghi.",
            "The data folder cannot be made; check the disk and its permissions.",
        ) from problem


def _ready_in(folder: Path, checkpoint_pages: int = PAGES_BEFORE_CHECKPOINT) -> Engine:
    try:
        return _ready(sqlite_engine(folder / "journal.db", database_key(folder), checkpoint_pages))
    except EnvironmentFailure as failure:
        # SQLite calls a full disk an I/O error when it is its shared memory that finds no room.
        if failure.code == "disk_failed" and shutil.disk_usage(folder).free < _ROOM_TO_OPEN:
            raise disk_full() from failure
        raise


def _ready(engine: Engine) -> Engine:
    try:
        with failures_in_words(), engine.connect().execution_options(**WRITING) as connection, connection.begin():
            bring_up_to_date(connection)
            _write_once(connection)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _write_once(connection: Connection) -> None:
    """A disk that is full or may not be written is found at the door, not at the first citizen's number."""
    connection.execute(text("UPDATE alembic_version SET version_num = version_num"))


def _lock(path: Path) -> IO[str]:
    file = lock_if_free(path)
    if file is None:
        raise EnvironmentFailure(
            "already_open",
            "Chương trình này đang chạy trên cùng cơ sở dữ liệu. Hãy dùng cửa sổ đang mở.",
            "This program is running on the same database already. Use the window that is open.",
        )
    return file


def lock_if_free(path: Path) -> IO[str] | None:
    """The lock at `path`, held as long as the file is open; None when another program holds it."""
    file = _lock_file(path)
    try:
        _lock_whole(file)
    except OSError:
        file.close()
        return None
    return file


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Server processes that start together open the database one after the other: one of them makes it."""
    with _lock_file(path) as file:
        _wait_for_whole(file)
        yield


def _lock_file(path: Path) -> IO[str]:
    try:
        return path.open("a", encoding="ascii")
    except OSError as problem:
        raise disk_in_words(problem) from problem


if sys.platform == "win32":  # pragma: no cover  # written for Windows
    import msvcrt

    def _lock_whole(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _wait_for_whole(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
else:
    import fcntl

    def _lock_whole(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _wait_for_whole(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)
