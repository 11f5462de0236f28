"""One round of backups: copy the database while it is used, read the copy back, check it; only then let old ones go.

Runs in a process of its own, at low priority: nobody's number waits for it, and if it dies the server does not.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import sqlcipher3
from sqlalchemy import Connection, func, select

from server.operation.backup_folder import (
    UNFINISHED,
    BackupState,
    GoodBackup,
    backups_in,
    is_of_today,
    name_at,
    read_state,
    to_remove,
    went_well,
    write_state,
)
from server.operation.scan_mirror import mirror_scans
from server.settings import BackupSettings
from shared.durable_names import make_names_durable
from shared.failures import EnvironmentFailure, Failure
from shared.journal import tables
from shared.journal.database_key import database_key
from shared.journal.engine import disk_in_words, failures_in_words, sqlite_engine
from shared.journal.opening import alone
from shared.journal.verify import verify

ROOM_LEFT_BYTES = 64 * 1024 * 1024
"""So much of the disk is left after a backup: the office goes on writing."""

ALWAYS_WHOLE_EVENTS = 100_000
"""Up to so many events every backup is checked whole; beyond, the first one of a day, and the pages of the others."""

_PAGES_A_STEP = 2048


def make_backup(data: Path, settings: BackupSettings, now: datetime) -> BackupState:
    """Makes a backup of the embedded database in `data` unless there is a good one younger than `settings.every`.

    Answers the state, which stands in the folder as well. Older backups go only once a newer one is good, and they go
    also when copying the scans fails after that, which is a `failed` round: it is tried again soon, and would fill the
    disk.
    EnvironmentFailure `folder_unusable` when not even that can be written.
    """
    folder = settings.folder
    with _folder_in_words():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with alone(folder / ".lock"):
        known = read_state(folder)
        age = known.seconds_since_good(now)
        if age is not None and age < settings.every * 0.9:
            return known
        try:
            good = _round(data, settings, known, now)
        except Failure as failure:
            state = known.went_wrong(now, failure)
        except OSError as problem:
            state = known.went_wrong(now, disk_in_words(problem))
        else:
            state = went_well(now, good)
        with _folder_in_words():
            write_state(folder, state)
        return state


def _round(data: Path, settings: BackupSettings, known: BackupState, now: datetime) -> GoodBackup:
    folder = settings.folder
    _take_away_unfinished(folder)
    _want_room(data, folder)
    key = database_key(data)
    with tempfile.TemporaryDirectory(dir=folder, prefix=UNFINISHED) as scratch:
        part = Path(scratch) / "backup.db"
        _copy(data / "journal.db", part, key)
        whole_before = known.good.last_whole if known.good else ""
        events, whole = _check(part, key, whole=not is_of_today(whole_before, now))
        _close_for_good(part, key)
        size = part.stat().st_size
        name = name_at(now)
        part.rename(folder / name)
    make_names_durable(folder)
    for old in to_remove(backups_in(folder), settings.keep, settings.days):
        (folder / old).unlink()
    mirror_scans(data / "scans", folder / "scans")
    at = now.astimezone(UTC).isoformat(timespec="seconds")
    return GoodBackup(name, at, events, size, whole, at if whole else whole_before)


def _copy(source: Path, part: Path, key: bytes) -> None:
    """Copies the database as it is at one instant, page by page, with SQLite's own means; writers are not held up."""
    engine = sqlite_engine(source, key)
    target = sqlcipher3.connect(str(part), isolation_level=None)
    try:
        target.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        with failures_in_words(), engine.connect() as connection, connection.begin():
            # The snapshot is taken by the first reading; without one, every commit meanwhile would begin the copy anew.
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.backup(target, pages=_PAGES_A_STEP)
    finally:
        target.close()
        engine.dispose()


def _check(part: Path, key: bytes, *, whole: bool) -> tuple[int, bool]:
    """Reads the copy back: its pages always, every chain and fold when `whole`; how many events it has, and whether all
    of it was checked. EnvironmentFailure `backup_not_whole`, `database_damaged`."""
    engine = sqlite_engine(part, key)
    try:
        with failures_in_words(), engine.connect() as connection, connection.begin():
            if connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() != "ok":
                raise _not_whole()
            events = int(connection.execute(select(func.count()).select_from(tables.event)).scalar_one())
            whole = whole or events <= ALWAYS_WHOLE_EVENTS
            if whole and not all(verify(connection, office).holds for office in _offices(connection)):
                raise _not_whole()
    finally:
        engine.dispose()
    return events, whole


def _offices(connection: Connection) -> list[str]:
    """Every office that has a journal, the province's own ("") among them."""
    return list(connection.execute(select(tables.office.c.office)).scalars())


def _want_room(data: Path, folder: Path) -> None:
    wanted = sum(file.stat().st_size for file in data.glob("journal.db*")) + ROOM_LEFT_BYTES
    if shutil.disk_usage(folder).free < wanted:
        raise EnvironmentFailure(
            "no_room_for_backup",
            "Ổ đĩa không đủ chỗ cho bản sao lưu mới. Các bản cũ và dữ liệu vẫn nguyên; hãy giải phóng ổ đĩa.",
            "There is no room for a new backup. The older ones and the data are as they were; free some space.",
        )


def _take_away_unfinished(folder: Path) -> None:
    for entry in folder.glob(f"{UNFINISHED}*"):
        if entry.is_dir():
            shutil.rmtree(entry, ignore_errors=True)
        else:
            entry.unlink()


def _close_for_good(part: Path, key: bytes) -> None:
    """A file by itself, without a log beside it, that may be read where nothing can be written; whole on the disk."""
    connection = sqlcipher3.connect(str(part), isolation_level=None)
    try:
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        with failures_in_words():
            connection.execute("PRAGMA journal_mode=DELETE")
    finally:
        connection.close()
    handle = os.open(part, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    with suppress(OSError):
        part.chmod(0o600)


@contextmanager
def _folder_in_words() -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        raise EnvironmentFailure(
            "folder_unusable",
            "Không ghi được vào thư mục sao lưu; hãy kiểm tra ổ đĩa và quyền ghi.",
            "The folder of the backups cannot be written to; check the disk and its permissions.",
        ) from problem


def _not_whole() -> EnvironmentFailure:
    return EnvironmentFailure(
        "backup_not_whole",
        "Bản sao lưu mới không qua được kiểm tra nên không giữ; các bản cũ vẫn còn. Hãy chạy motcua-server verify.",
        "The new backup did not pass its check and was not kept; the older ones are there. Run motcua-server verify.",
    )
