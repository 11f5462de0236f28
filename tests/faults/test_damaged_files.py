"""Files that were damaged: it is noticed when they are read, and never read as something else."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import select, text

from shared.failures import EnvironmentFailure
from shared.journal import tables
from shared.journal.journal import Journal
from shared.journal.opening import open_device
from shared.journal.read_model import TICKETS
from shared.journal.verify import verify
from tests.faults.reopened import assert_goes_on, assert_whole, reopened
from tests.faults.steps import DEVICE, OFFICE, Step, take_number

PAGE = 4096
Written = tuple[Path, Sequence[Step]]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """A device that has written for a while and was closed, and what it acknowledged."""
    folder = tmp_path_factory.mktemp("written") / "device"
    with reopened(folder) as journal:
        return folder, [take_number(journal, f"ticket-{number}") for number in range(40)]


def copy_of(written: Written, folder: Path) -> Path:
    shutil.copytree(written[0], folder)
    return folder


def flip(path: Path, place: int) -> None:
    """Changes one byte."""
    whole = bytearray(path.read_bytes())
    whole[place] ^= 0x40
    path.write_bytes(whole)


def checked(folder: Path) -> str:
    """What somebody who checks the database in `folder` learns: "holds", a finding or the failure."""
    try:
        with reopened(folder) as journal, journal.reading() as reader:
            report = verify(reader.connection, OFFICE, frozenset({DEVICE}))
    except EnvironmentFailure as failure:
        return failure.code
    return "holds" if report.holds else report.findings[0].code


def read_or_fail(journal: Journal, subject: str) -> object:
    """The ticket, or the code of the failure to read it."""
    try:
        with journal.reading() as reader:
            return reader.state(TICKETS, subject)
    except EnvironmentFailure as failure:
        return failure.code


def pages(path: Path) -> range:
    return range(path.stat().st_size // PAGE)


def assert_noticed(written: Written, folder: Path, wanted: Sequence[int]) -> None:
    database = copy_of(written, folder) / "journal.db"
    assert checked(folder) == "holds"
    sound = database.read_bytes()
    for page in wanted:
        database.write_bytes(sound)
        flip(database, page * PAGE + 1234)
        assert checked(folder) in ("database_damaged", "page_damaged"), page


def test_a_changed_byte_in_a_page_is_noticed(written: Written, tmp_path: Path) -> None:
    every = pages(written[0] / "journal.db")
    assert_noticed(written, tmp_path / "device", [*every[:3], *every[5::17], every[-1]])


@pytest.mark.long
def test_a_changed_byte_in_any_page_is_noticed(written: Written, tmp_path: Path) -> None:
    assert_noticed(written, tmp_path / "device", pages(written[0] / "journal.db"))


def test_what_can_still_be_read_from_a_damaged_file_is_right(written: Written, tmp_path: Path) -> None:
    folder = copy_of(written, tmp_path / "device")
    with reopened(folder) as journal, journal.reading() as reader:
        sound = {number: reader.state(TICKETS, f"ticket-{number}") for number in range(40)}
    every = pages(folder / "journal.db")
    flip(folder / "journal.db", every[-3] * PAGE + 99)
    with reopened(folder) as journal:
        found = {number: read_or_fail(journal, f"ticket-{number}") for number in sound}
    assert all(ticket == sound[number] or ticket == "database_damaged" for number, ticket in found.items())
    assert len(set(map(str, found.values()))) > 1


def test_a_file_cut_in_the_middle_of_its_pages_is_noticed(written: Written, tmp_path: Path) -> None:
    folder = copy_of(written, tmp_path / "device")
    whole = (folder / "journal.db").read_bytes()
    for kept in (len(whole) - PAGE, len(whole) // 2, 3 * PAGE + 100, PAGE, 100):
        (folder / "journal.db").write_bytes(whole[:kept])
        assert checked(folder) in ("database_damaged", "page_damaged", "disk_failed"), kept


def test_the_database_of_another_device_beside_this_key_is_not_opened(written: Written, tmp_path: Path) -> None:
    folder = copy_of(written, tmp_path / "device")
    (folder / "journal.key").write_text("ab" * 32)
    whole = (folder / "journal.db").read_bytes()
    with pytest.raises(EnvironmentFailure) as told:
        open_device(folder)
    assert told.value.code == "database_damaged"
    assert (folder / "journal.db").read_bytes() == whole


def test_a_cut_write_ahead_log_leaves_an_earlier_whole_state(tmp_path: Path) -> None:
    with reopened(tmp_path / "running") as journal:
        steps = [take_number(journal, f"ticket-{number}") for number in range(6)]
        shutil.copytree(tmp_path / "running", tmp_path / "cut")
    log = tmp_path / "cut" / "journal.db-wal"
    sound, database = log.read_bytes(), (tmp_path / "cut" / "journal.db").read_bytes()
    left: list[int] = []
    for kept in (len(sound), len(sound) - 1, len(sound) - 30_000, len(sound) - 90_000):
        (tmp_path / "cut" / "journal.db").write_bytes(database)
        log.write_bytes(sound[:kept])
        (tmp_path / "cut" / "journal.db-shm").unlink(missing_ok=True)
        with reopened(tmp_path / "cut") as journal:
            with journal.reading() as reader:
                left.append(len(reader.connection.execute(select(tables.ticket.c.subject)).all()))
            assert_whole(journal, steps[: left[-1]], at_most_more=0)
            assert_goes_on(journal, steps[: left[-1]])
    assert left[0] == 6
    assert left[0] > left[1] >= left[2] > left[3]


def test_a_changed_byte_in_the_write_ahead_log_never_reads_as_something_else(tmp_path: Path) -> None:
    with reopened(tmp_path / "running") as journal:
        steps = [take_number(journal, f"ticket-{number}") for number in range(6)]
        shutil.copytree(tmp_path / "running", tmp_path / "sound")
    size = (tmp_path / "sound" / "journal.db-wal").stat().st_size
    for number, place in enumerate((10, size // 2, size - 50_000, size - 10)):
        folder = tmp_path / f"changed-{number}"
        shutil.copytree(tmp_path / "sound", folder)
        (folder / "journal.db-shm").unlink()
        flip(folder / "journal.db-wal", place)
        with reopened(folder) as journal:
            with journal.reading() as reader:
                left = len(reader.connection.execute(select(tables.ticket.c.subject)).all())
            assert left < 6
            assert_whole(journal, steps[:left], at_most_more=0)


def test_the_check_would_notice_a_lost_number(written: Written, tmp_path: Path) -> None:
    folder, steps = copy_of(written, tmp_path / "device"), written[1]
    with reopened(folder) as journal:
        assert_whole(journal, steps, at_most_more=0)
        with journal.writing() as writer:
            writer.connection.execute(text("DELETE FROM event WHERE seq > 78"))
        with pytest.raises(AssertionError):
            assert_whole(journal, steps, at_most_more=0)
