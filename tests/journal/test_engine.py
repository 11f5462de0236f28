"""What every connection is set to, and what the database's errors become."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import sqlcipher3
from sqlalchemy import Engine, event, text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from shared.failures import EnvironmentFailure, Refusal
from shared.journal.engine import (
    WRITING,
    check_sqlite,
    disk_in_words,
    failures_in_words,
    postgresql_engine,
    sqlite_engine,
)
from shared.journal.journal import Journal
from tests.journal.conftest import MakeJournal
from tests.journal.facts import append, cursors, issued

SETTINGS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "busy_timeout": 10_000,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
}


def test_every_connection_of_the_pool_writes_through_to_the_disk(engine: Engine) -> None:
    with ExitStack() as opened:
        connections = [opened.enter_context(engine.connect()) for _ in range(8)]
        for connection in connections:
            found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in SETTINGS}
            assert found == SETTINGS


def test_nothing_is_kept_in_temporary_files(engine: Engine) -> None:
    with engine.connect() as connection:
        options = connection.exec_driver_sql("PRAGMA compile_options").scalars().all()
    assert "TEMP_STORE=2" in options


@pytest.mark.parametrize("version", ["3.51.2", "3.46.1", "3.7.17", "2.8.17"])
def test_an_sqlite_that_can_lose_commits_is_refused(version: str) -> None:
    with pytest.raises(EnvironmentFailure, match="can lose commits") as told:
        check_sqlite(version)
    assert told.value.code == "sqlite_too_old"
    assert version in told.value.sentence.vi


@pytest.mark.parametrize("version", ["3.51.3", "3.52.0", "3.100.0", "4.0.0", sqlcipher3.sqlite_version])
def test_an_sqlite_that_loses_none_is_taken(version: str) -> None:
    check_sqlite(version)


def test_a_writing_transaction_takes_the_lock_at_its_beginning_and_a_reading_one_does_not(journal: Journal) -> None:
    begun: list[str] = []

    @event.listens_for(journal.engine, "before_cursor_execute")
    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        begun.append(statement)

    with journal.writing():
        assert begun[0] == "BEGIN IMMEDIATE"
    begun.clear()
    with journal.reading():
        assert begun == ["BEGIN"]


@pytest.fixture
def impatient(journal: Journal) -> Journal:
    """The journal, whose connections do not wait for a lock."""

    @event.listens_for(journal.engine, "checkout")
    def do_not_wait(connection: sqlcipher3.Connection, *rest: object) -> None:
        connection.execute("PRAGMA busy_timeout=0")

    return journal


def test_a_lock_that_is_not_given_back_is_told_in_a_sentence(impatient: Journal) -> None:
    append(impatient, issued("t1"))
    with impatient.writing() as writer:
        with pytest.raises(EnvironmentFailure) as told:
            append(impatient, issued("t2", 2))
        assert told.value.code == "database_busy"
        assert cursors(impatient) == [1]
        writer.append("citizen", [issued("t3", 3)])
    assert cursors(impatient) == [1, 2]


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("database or disk is full", "disk_full"),
        ('could not extend file "base/5/16385": No space left on device', "disk_full"),
        ("file is not a database", "database_damaged"),
        ("database disk image is malformed", "database_damaged"),
        ("database is locked", "database_busy"),
        ("deadlock detected", "database_busy"),
        ("could not serialize access due to concurrent update", "database_busy"),
        ("disk I/O error", "disk_failed"),
        ("attempt to write a readonly database", "disk_failed"),
        ("unable to open database file", "disk_failed"),
        ("connection failed: connection to server failed: Connection refused", "database_unreachable"),
        ("terminating connection due to administrator command", "database_unreachable"),
        ("server closed the connection unexpectedly", "database_unreachable"),
        ("[Errno -2] Name or service not known", "database_unreachable"),
    ],
)
def test_an_error_of_the_surroundings_becomes_a_sentence(message: str, code: str) -> None:
    for problem in (
        OperationalError("INSERT", {}, sqlcipher3.dbapi2.OperationalError(message)),
        sqlcipher3.dbapi2.OperationalError(message),
    ):
        with pytest.raises(EnvironmentFailure) as told, failures_in_words():
            raise problem
        assert told.value.code == code
        assert told.value.__cause__ is problem
        assert told.value.sentence.vi != told.value.sentence.en


def test_a_pool_without_a_free_connection_is_busy() -> None:
    with pytest.raises(EnvironmentFailure) as told, failures_in_words():
        raise PoolTimeoutError("QueuePool limit of size 5 overflow 10 reached")
    assert told.value.code == "database_busy"


@pytest.mark.parametrize(
    "problem",
    [
        IntegrityError("INSERT", {}, sqlcipher3.dbapi2.IntegrityError("UNIQUE constraint failed: event.seq")),
        OperationalError("SELECT", {}, sqlcipher3.dbapi2.OperationalError("no such table: evnt")),
        sqlcipher3.dbapi2.ProgrammingError("Cannot operate on a closed database."),
        Refusal("test", "không", "no"),
        KeyError("name"),
    ],
)
def test_any_other_error_stays_what_it_is(problem: Exception) -> None:
    with pytest.raises(type(problem)) as told, failures_in_words():
        raise problem
    assert told.value is problem


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EIO, "disk_failed"),
        (errno.EROFS, "disk_failed"),
    ],
)
def test_a_file_beside_the_database_that_fails_is_told_in_a_sentence(number: int, code: str) -> None:
    assert disk_in_words(OSError(number, "told by the system")).code == code


def test_an_error_shows_no_parameters(tmp_path: Path) -> None:
    engine = sqlite_engine(tmp_path / "journal.db", b"k" * 32)
    with engine.connect() as connection, pytest.raises(DBAPIError) as told:
        connection.execute(text("INSERT INTO nowhere VALUES (:name)"), {"name": "Nguyễn Thị Thử"})
    assert "Nguyễn" not in str(told.value)
    engine.dispose()


def test_a_connection_that_met_a_damaged_page_is_not_used_again(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    engine = sqlite_engine(path, b"k" * 32)
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        connection.execute(text("CREATE TABLE line (letter TEXT)"))
        connection.execute(text("INSERT INTO line VALUES ('A')"))
    engine.dispose()
    sound = path.read_bytes()
    path.write_bytes(sound[:4096] + bytes([sound[4096] ^ 1]) + sound[4097:])
    with engine.connect() as connection, pytest.raises(DBAPIError):
        connection.execute(text("SELECT letter FROM line"))
    path.write_bytes(sound)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT letter FROM line")).scalars().all() == ["A"]
    engine.dispose()


@pytest.fixture
def nowhere() -> Iterator[Engine]:
    engine = postgresql_engine("postgresql://nobody@127.0.0.1:1/nothing")
    yield engine
    engine.dispose()


def test_a_server_database_that_does_not_answer_is_told_in_a_sentence(nowhere: Engine) -> None:
    with pytest.raises(EnvironmentFailure) as told, failures_in_words(), nowhere.connect():
        raise AssertionError
    assert told.value.code == "database_unreachable"


@pytest.mark.parametrize("store", ["postgresql"], indirect=True)
def test_a_server_database_that_was_restarted_is_used_again(make_server: MakeJournal) -> None:
    server, administrator = make_server(), make_server("administrator")
    append(server, issued("t1"))

    def lose_the_connection() -> None:
        with server.writing() as writer:
            writer.append("citizen", [issued("t2", 2)])
            ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND"
            with administrator.reading() as reader:
                reader.connection.execute(text(f"{ended} datname = current_database()"))
            writer.append("citizen", [issued("t3", 3)])

    with pytest.raises(EnvironmentFailure) as told:
        lose_the_connection()
    assert told.value.code == "database_unreachable"
    append(server, issued("t4", 4))
    assert cursors(server) == [1, 2]
