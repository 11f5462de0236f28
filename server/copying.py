"""Backups: a whole database, of either kind, as it was at one instant, in one encrypted file; and back from it."""

from __future__ import annotations

import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, func, insert, select

from server.indexes import leap_after_restore
from shared.failures import EnvironmentFailure, Refusal
from shared.journal import tables
from shared.journal.engine import WRITING, failures_in_words, sqlite_engine
from shared.journal.node import LONGEST_LEAP, RESTORED, read_node, with_epoch, write_node, write_value
from shared.journal.schema import bring_up_to_date
from shared.replication.log_marks import keep_own_ends

_ROWS_AT_A_TIME = 1000


def back_up(engine: Engine, file: Path, key: bytes) -> int:
    """Writes everything behind `engine` into the encrypted database `file`; answers how many events it holds.

    Refusal `file_exists`: nothing is ever written over.
    """
    if file.exists():
        raise Refusal("file_exists", f"Tệp {file.name} đã có.", f"The file {file.name} is there already.")
    with tempfile.TemporaryDirectory(dir=_folder_of(file), prefix=".backup-") as folder:
        part = Path(folder) / "backup.db"
        target = sqlite_engine(part, key)
        try:
            with _reading(engine) as source, _writing(target) as connection:
                bring_up_to_date(connection)
                events = _copy(source, connection)
        finally:
            target.dispose()
        part.rename(file)
    return events


def restore(file: Path, key: bytes, engine: Engine) -> int:
    """Fills the empty database behind `engine` from the backup `file`; answers how many events there are.

    The server goes on in a new epoch: what it wrote after the backup is lost here but may be on devices, and the
    cursors that devices have count places which will be taken by other events. Refusal `not_empty`.
    """
    refuse_missing(file)
    with tempfile.TemporaryDirectory(prefix="restore-") as folder:
        copied = Path(folder) / "backup.db"
        shutil.copyfile(file, copied)
        source = sqlite_engine(copied, key)
        try:
            with _writing(source) as connection:
                bring_up_to_date(connection)
            with _reading(source) as backup, _writing(engine) as connection:
                _refuse_unless_empty(connection)
                events = _copy(backup, connection)
                begin_after_restore(connection)
        finally:
            source.dispose()
    return events


def check_key(file: Path, key: bytes) -> None:
    """Refuses a key that does not open the backup `file`. EnvironmentFailure `no_backup`, `database_damaged`."""
    refuse_missing(file)
    with tempfile.TemporaryDirectory(prefix="restore-") as folder:
        copied = Path(folder) / "backup.db"
        shutil.copyfile(file, copied)
        source = sqlite_engine(copied, key)
        try:
            with _reading(source) as connection:
                connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
        finally:
            source.dispose()


def refuse_missing(file: Path) -> None:
    """EnvironmentFailure `no_backup` when there is no such backup."""
    if not file.is_file():
        raise EnvironmentFailure("no_backup", f"Không có tệp {file.name}.", f"There is no file {file.name}.")


def _copy(source: Connection, target: Connection) -> int:
    for table in tables.metadata.sorted_tables:
        rows = source.execution_options(yield_per=_ROWS_AT_A_TIME).execute(select(table)).mappings()
        for part in rows.partitions(_ROWS_AT_A_TIME):
            target.execute(insert(table), [dict(row) for row in part])
    return target.execute(select(func.count()).select_from(tables.event)).scalar_one()


def _refuse_unless_empty(connection: Connection) -> None:
    if read_node(connection) is not None:
        raise Refusal(
            "not_empty",
            "Cơ sở dữ liệu đích đã có dữ liệu; chỉ khôi phục vào cơ sở dữ liệu trống.",
            "The database has data already; a backup is restored into an empty one only.",
        )


def begin_after_restore(connection: Connection) -> None:
    """Makes the server in a copied database go on apart from its lost original. EnvironmentFailure `backup_empty`."""
    node = read_node(connection)
    if node is None:
        raise EnvironmentFailure(
            "backup_empty", "Bản sao lưu không có dữ liệu của máy chủ.", "The backup holds no server's data."
        )
    log = tables.log
    newest = connection.execute(select(func.max(log.c.epoch)).where(log.c.device == node.device)).scalar() or 0
    # Two may be restored from one backup, one after the other: what devices have heard of the first must not be under
    # the names that the second gives to something else.
    later = max(newest, node.epoch) + 1 + secrets.randbelow(LONGEST_LEAP)
    write_node(connection, with_epoch(node, later))
    write_value(connection, RESTORED, secrets.token_hex(8))
    if not node.server_url:
        keep_own_ends(connection, node.device)
        leap_after_restore(connection)


def _folder_of(file: Path) -> Path:
    folder = file.absolute().parent
    if not folder.is_dir():
        raise EnvironmentFailure(
            "no_folder", f"Không có thư mục {folder.name}.", f"There is no folder called {folder.name}."
        )
    return folder


@contextmanager
def _reading(engine: Engine) -> Iterator[Connection]:
    """One consistent view, however long the copy takes."""
    options = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    with failures_in_words(), engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


@contextmanager
def _writing(engine: Engine) -> Iterator[Connection]:
    with failures_in_words(), engine.connect().execution_options(**WRITING) as connection, connection.begin():
        yield connection
