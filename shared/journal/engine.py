"""Opening a node's database: SQLite through SQLCipher on devices and the embedded server, PostgreSQL for a province.

Refused at the door, each with a sentence: an SQLite that can lose commits, a damaged file, a wrong key, a database of a
newer version of this software, a second program on a device's database.
"""

from __future__ import annotations

import errno
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, InvalidatePoolError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool, StaticPool

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


PAGES_BEFORE_CHECKPOINT = 1000
"""After so many pages in the write-ahead log, a commit moves them into the database: SQLite's own habit."""

PAGES_AT_A_DESK = 8000
"""The same for a kiosk or counter, whose commits somebody waits for: it moves them in quiet moments, and only after
32 MB within a commit."""


def sqlite_engine(path: Path | None, key: bytes, checkpoint_pages: int = PAGES_BEFORE_CHECKPOINT) -> Engine:
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
        connection.execute(f"PRAGMA wal_autocheckpoint={checkpoint_pages}")
        return connection

    engine = create_engine(
        "sqlite://",
        module=sqlcipher3.dbapi2,
        creator=connect,
        poolclass=QueuePool if path else StaticPool,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        writing = connection.get_execution_options().get("motcua_writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    @event.listens_for(engine, "handle_error")
    def discard_what_has_failed(context: Any) -> None:
        """SQLCipher refuses every page after one that it could not read: the next transaction connects anew.

        Not after an I/O error of a write: the same connection writes over what may have got to the disk without being
        acknowledged, where a new one would find it and take it for committed.
        """
        code = getattr(context.original_exception, "sqlite_errorcode", 0)
        if path and code & 0xFF in (sqlcipher3.SQLITE_CORRUPT, sqlcipher3.SQLITE_NOTADB):
            context.is_disconnect = True

    return engine


def move_log_into_database(engine: Engine) -> None:
    """Moves what the write-ahead log of SQLite holds into the database file, as far as no reader needs it there.

    For a quiet moment: it may take as long as the disk takes. Nothing is made more or less durable by it.
    """
    with failures_in_words(), engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)")


CONNECTIONS_OF_A_PROCESS = 12
"""Eight threads that read, one lane that writes, and what an administrator's pages and the housekeeping need."""


def postgresql_engine(url: str, pool: int = CONNECTIONS_OF_A_PROCESS) -> Engine:
    """An engine on PostgreSQL 15 or newer at `url` ("postgresql://user@host/database"), `pool` connections at most.

    `url` may name several hosts, a primary and its standbys ("postgresql://user@one:5432,two:5432/database"): whichever
    takes writes is used, and after a failover the next one that does.
    """

    def connect() -> Any:
        # Imported here: devices have no PostgreSQL and do not wait for its driver.
        import psycopg

        return psycopg.connect(url, connect_timeout=5, target_session_attrs="read-write", **_NOTICES_A_DEAD_HOST)

    engine = create_engine(
        "postgresql+psycopg://",
        creator=connect,
        pool_size=pool,
        max_overflow=0,
        pool_timeout=10,
        hide_parameters=True,
    )
    _ask_after_a_rest(engine)
    return engine


_RESTED_SECONDS = 0.1


def _ask_after_a_rest(engine: Engine) -> None:
    """Asks a connection that has rested whether its server is there still: a failover may have gone by.

    One that was just used is not asked: somebody waits for the answer. If its server has gone in this moment, the
    transaction fails before anything is acknowledged, as it may at any moment.
    """

    @event.listens_for(engine, "checkin")
    def rests(_: Any, record: ConnectionPoolEntry) -> None:
        record.info["rests_since"] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def asked(connection: Any, record: ConnectionPoolEntry, _: Any) -> None:
        if time.monotonic() - record.info.get("rests_since", -_RESTED_SECONDS) < _RESTED_SECONDS:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as gone:
            raise InvalidatePoolError from gone


_NOTICES_A_DEAD_HOST: dict[str, Any] = {
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}
"""A host that vanished without a word is given up after some ten seconds instead of the system's quarter of an hour."""


def snapshot_options(engine: Engine) -> dict[str, Any]:
    """Execution options of a connection whose transaction sees one state of the database from beginning to end."""
    return {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}


@contextmanager
def one_view(engine: Engine) -> Iterator[Connection]:
    """A transaction for reading that sees one state of the database from its first statement to its last."""
    with (
        failures_in_words(),
        engine.connect().execution_options(**snapshot_options(engine)) as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def sent_together(connection: Connection) -> Iterator[None]:
    """Within it PostgreSQL is not waited for after each statement: they go out together, and an error comes at the end.

    For statements whose answers nobody reads. SQLite, which is not asked over a line, does each of them at once.
    """
    if connection.dialect.name != "postgresql":
        yield
        return
    import psycopg

    line: Any = connection.connection.driver_connection
    try:
        with line.pipeline():
            yield
    except psycopg.Error as problem:
        if line.closed:
            connection.invalidate(problem)
        raise DBAPIError(None, None, problem) from problem


@contextmanager
def failures_in_words() -> Iterator[None]:
    """Turns the database's own errors into an EnvironmentFailure that says what happened, what is safe, what to do.

    An error that nobody can do anything about at the screen is a bug of ours and stays what it is.
    """
    try:
        yield
    except PoolTimeoutError as problem:
        raise _busy() from problem
    except (DBAPIError, sqlcipher3.dbapi2.Error) as problem:
        original = problem.orig if isinstance(problem, DBAPIError) else problem
        failure = _in_words(str(original).lower())
        if failure is None:
            raise
        raise failure from problem


def disk_in_words(problem: OSError) -> EnvironmentFailure:
    """The EnvironmentFailure for a file beside the database that cannot be read or written."""
    return disk_full() if problem.errno in (errno.ENOSPC, errno.EDQUOT) else _disk_failed()


def _in_words(message: str) -> EnvironmentFailure | None:
    for words, failure in _WORDS:
        if any(word in message for word in words):
            return failure()
    if "connection" in message and any(word in message for word in _LOST):
        return _unreachable()
    return None


_LOST = ("refused", "failed", "closed", "terminating", "terminated", "lost", "timed out", "timeout", "reset", "broken")
"""What PostgreSQL and its driver say of a connection that is there no longer."""


def disk_full() -> EnvironmentFailure:
    """The EnvironmentFailure for a disk without room."""
    return EnvironmentFailure(
        "disk_full",
        "Ổ đĩa đã đầy. Mọi việc đã lưu vẫn an toàn; thao tác này chưa được lưu. Hãy giải phóng ổ đĩa rồi làm lại.",
        "The disk is full. All that was saved is safe; this step was not saved. Free some space and try again.",
    )


def _damaged() -> EnvironmentFailure:
    return EnvironmentFailure(
        "database_damaged",
        "Không đọc được cơ sở dữ liệu: tệp bị hỏng hoặc sai khóa. "
        "Đừng xóa tệp; hãy gọi người quản trị để khôi phục từ bản sao lưu và máy chủ.",
        "The database cannot be read: the file is damaged or the key is wrong. "
        "Do not delete it; call the administrator to restore it from the backup and the server.",
    )


def _busy() -> EnvironmentFailure:
    return EnvironmentFailure(
        "database_busy",
        "Cơ sở dữ liệu đang bận. Chưa có gì được lưu ở bước này; hãy thử lại.",
        "The database is busy. Nothing was saved in this step; try again.",
    )


def _disk_failed() -> EnvironmentFailure:
    return EnvironmentFailure(
        "disk_failed",
        "Không đọc hoặc ghi được ổ đĩa. Mọi việc đã lưu trước đó vẫn an toàn; hãy kiểm tra ổ đĩa và quyền ghi.",
        "The disk cannot be read or written. All that was saved before is safe; check the disk and its permissions.",
    )


def _unreachable() -> EnvironmentFailure:
    return EnvironmentFailure(
        "database_unreachable",
        "Không kết nối được cơ sở dữ liệu của máy chủ. Các quầy vẫn làm việc và sẽ gửi lại sau.",
        "The server's database cannot be reached. The counters keep working and will send again later.",
    )


_WORDS: tuple[tuple[tuple[str, ...], Callable[[], EnvironmentFailure]], ...] = (
    (("disk is full", "no space left"), disk_full),
    (("not a database", "malformed", "file is encrypted"), _damaged),
    (("locked", "deadlock", "could not serialize"), _busy),
    (("disk i/o error", "readonly", "unable to open"), _disk_failed),
    (
        (
            "name or service not known",
            "failed to resolve",
            "read-only",
            "starting up",
            "shutting down",
            "recovery mode",
            "consuming input failed",
            "server closed",
        ),
        _unreachable,
    ),
)
"""What SQLite, SQLCipher and PostgreSQL say, in small letters, in the order in which it is looked for."""
