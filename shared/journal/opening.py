"""Opening a node's database at the start of a program."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO

from sqlalchemy import Engine

from shared.failures import EnvironmentFailure
from shared.journal.engine import WRITING, database_key, failures_in_words, postgresql_engine, sqlite_engine
from shared.journal.schema import bring_up_to_date


def open_device(folder: Path) -> tuple[Engine, IO[str]]:
    """The database of a kiosk or counter in `folder`, and the lock that keeps a second program off it.

    The lock is held as long as the file is open. EnvironmentFailure: `already_open`, `database_newer`,
    `database_damaged`, `key_missing`, `disk_failed`.
    """
    _make(folder)
    lock = _lock(folder / "journal.lock")
    try:
        return _ready(sqlite_engine(folder / "journal.db", database_key(folder))), lock
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
    return _ready(sqlite_engine(folder / "journal.db", database_key(folder)))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise EnvironmentFailure(
            "folder_unusable",
            "Không tạo được thư mục dữ liệu; hãy kiểm tra ổ đĩa và quyền ghi.",
            "The data folder cannot be made; check the disk and its permissions.",
        ) from problem


def _ready(engine: Engine) -> Engine:
    try:
        with failures_in_words(), engine.connect().execution_options(**WRITING) as connection, connection.begin():
            bring_up_to_date(connection)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _lock(path: Path) -> IO[str]:
    file = path.open("a+", encoding="utf-8")
    try:
        _lock_whole(file)
    except OSError as problem:
        file.close()
        raise EnvironmentFailure(
            "already_open",
            "Chương trình này đang chạy trên cùng cơ sở dữ liệu. Hãy dùng cửa sổ đang mở.",
            "This program is running on the same database already. Use the window that is open.",
        ) from problem
    file.truncate(0)
    file.write(str(os.getpid()))
    file.flush()
    return file


if sys.platform == "win32":  # pragma: no cover  # written for Windows
    import msvcrt

    def _lock_whole(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock_whole(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
