"""Opening a node's database: SQLite through SQLCipher on devices and the embedded server, PostgreSQL for a province.

Refused at the door, each with a sentence: an SQLite that can lose commits, a damaged file, a wrong key, a database of a
newer version of this software, a second program on a device's database.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool, StaticPool

from shared.failures import EnvironmentFailure

SAFE_SQLITE = (3, 51, 3)
"""SQLite before this one has a race at the reset of the write-ahead log that can lose commits."""

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=10000",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
)

WRITING = {"motcua_writing": True}
"""Execution options of a connection that will write: its transaction takes the write lock at once."""


def check_sqlite(version: str = sqlcipher3.sqlite_version) -> None:
    """Refuses an SQLite library older than `SAFE_SQLITE`."""
    if tuple(int(part) for part in version.split(".")) < SAFE_SQLITE:
        raise EnvironmentFailure(
            "sqlite_too_old",
            f"Thư viện SQLite {version} có lỗi có thể làm mất dữ liệu; hãy cài lại chương trình bằng bộ cài.",
            f"SQLite {version} can lose commits; install the program again with its installer.",
        )


def database_key(folder: Path) -> bytes:
    """The 32-byte key of the database in `folder`: read from a file of mode 0600, made at the first start.

    It is never made anew beside a database that exists: that would lock the office out of its own data.
    """
    path = folder / "journal.key"
    if path.exists():
        key = bytes.fromhex(path.read_text(encoding="ascii"))
    elif (folder / "journal.db").exists():
        raise EnvironmentFailure(
            "key_missing",
            "Không tìm thấy khóa của cơ sở dữ liệu (journal.key). Dữ liệu vẫn còn; hãy chép lại khóa từ bản sao lưu.",
            "The key of the database (journal.key) is missing. The data is still there; restore the key from a backup.",
        )
    else:
        key = secrets.token_bytes(32)
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(key.hex())
            file.flush()
            os.fsync(file.fileno())
    return key


def sqlite_engine(path: Path | None, key: bytes) -> Engine:
    """An engine on the encrypted database at `path` (made when it is not there); in memory when `path` is None."""
    check_sqlite()

    def connect() -> Any:
        connection = sqlcipher3.connect(
            str(path) if path else ":memory:", timeout=10, check_same_thread=False, isolation_level=None
        )
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        return connection

    engine = create_engine(
        "sqlite://",
        module=sqlcipher3.dbapi2,
        creator=connect,
        poolclass=QueuePool if path else StaticPool,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        writing = connection.get_execution_options().get("motcua_writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def postgresql_engine(url: str) -> Engine:
    """An engine on PostgreSQL 15 or newer at `url` ("postgresql://user@host/database")."""
    return create_engine(
        url.replace("postgresql://", "postgresql+psycopg://", 1), pool_size=10, max_overflow=20, pool_pre_ping=True
    )


@contextmanager
def failures_in_words() -> Iterator[None]:
    """Turns the database's own errors into an EnvironmentFailure that says what happened, what is safe, what to do."""
    try:
        yield
    except (DBAPIError, sqlcipher3.dbapi2.Error) as problem:
        original = problem.orig if isinstance(problem, DBAPIError) else problem
        failure = _in_words(str(original))
        if failure is None:
            raise
        raise failure from problem


def _in_words(message: str) -> EnvironmentFailure | None:
    lowered = message.lower()
    if "disk is full" in lowered or "no space left" in lowered:
        return EnvironmentFailure(
            "disk_full",
            "Ổ đĩa đã đầy. Mọi việc đã lưu vẫn an toàn; thao tác này chưa được lưu. Hãy giải phóng ổ đĩa rồi làm lại.",
            "The disk is full. All that was saved is safe; this step was not saved. Free some space and try again.",
        )
    if "not a database" in lowered or "malformed" in lowered or "file is encrypted" in lowered:
        return EnvironmentFailure(
            "database_damaged",
            "Không đọc được cơ sở dữ liệu: tệp bị hỏng hoặc sai khóa. "
            "Đừng xóa tệp; hãy gọi người quản trị để khôi phục từ bản sao lưu và máy chủ.",
            "The database cannot be read: the file is damaged or the key is wrong. "
            "Do not delete it; call the administrator to restore it from the backup and the server.",
        )
    if "locked" in lowered:
        return EnvironmentFailure(
            "database_busy",
            "Cơ sở dữ liệu đang bận. Chưa có gì được lưu ở bước này; hãy thử lại.",
            "The database is busy. Nothing was saved in this step; try again.",
        )
    if "disk i/o error" in lowered or "readonly" in lowered or "unable to open" in lowered:
        return EnvironmentFailure(
            "disk_failed",
            "Không ghi được vào ổ đĩa. Mọi việc đã lưu trước đó vẫn an toàn; hãy kiểm tra ổ đĩa và quyền ghi.",
            "The disk cannot be written. All that was saved before is safe; check the disk and its permissions.",
        )
    if "connection" in lowered and ("refused" in lowered or "failed" in lowered or "closed" in lowered):
        return EnvironmentFailure(
            "database_unreachable",
            "Không kết nối được cơ sở dữ liệu của máy chủ. Các quầy vẫn làm việc và sẽ gửi lại sau.",
            "The server's database cannot be reached. The counters keep working and will send again later.",
        )
    return None
