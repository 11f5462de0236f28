"""The disk answers with errors, or may not be written: one sentence, nothing acknowledged lost."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from shared.failures import EnvironmentFailure
from shared.journal.opening import open_device
from tests.faults.conftest import Folders, SmallDisk
from tests.faults.reopened import assert_goes_on, assert_whole, reopened
from tests.faults.strikes import Run, Strike, run_struck

PLACES = {"pwrite64": range(1, 130), "fsync": range(1, 12), "ftruncate": range(1, 3), "pread64": range(1, 60)}
SHORT = {
    ("pwrite64", False): range(2, 130, 29),
    ("fsync", True): range(2, 12, 4),
    ("ftruncate", False): range(1, 3),
    ("pread64", False): range(3, 60, 12),
}
"""The places of the short form by call and whether every later call fails as well."""


def run_with_errors(folders: Folders, call: str, places: Sequence[int], *, for_good: bool) -> list[Run]:
    strike = Strike(call, "error=EIO", for_good=for_good)
    return run_struck(strike, folders(len(places)), places, steps=7)


def assert_told_and_nothing_lost(runs: Sequence[Run]) -> None:
    for run in runs:
        assert run.code == 0
        assert set(run.failures) <= {"disk_failed", "database_damaged"}
        with reopened(run.folder) as journal:
            # A step whose flush failed was not acknowledged; it may be there all the same.
            assert_whole(journal, run.acknowledged, at_most_more=1)
            assert_goes_on(journal, run.acknowledged)


@pytest.mark.parametrize(("call", "for_good"), SHORT)
def test_an_error_of_the_disk_is_told_in_a_sentence(device_folders: Folders, call: str, for_good: bool) -> None:
    runs = run_with_errors(device_folders, call, SHORT[call, for_good], for_good=for_good)
    assert any(run.failures for run in runs)
    assert_told_and_nothing_lost(runs)


@pytest.mark.long
@pytest.mark.parametrize("for_good", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("call", PLACES)
def test_an_error_of_the_disk_at_every_single_place(device_folders: Folders, call: str, for_good: bool) -> None:
    assert_told_and_nothing_lost(run_with_errors(device_folders, call, PLACES[call], for_good=for_good))


@pytest.mark.long
@pytest.mark.parametrize("call", ["pwrite64", "fsync", "rename", "pread64"])
def test_an_error_of_the_disk_at_every_place_of_the_first_start(fresh_folders: Folders, call: str) -> None:
    places = range(1, {"pwrite64": 100, "fsync": 14, "rename": 2, "pread64": 30}[call])
    assert_told_and_nothing_lost(run_with_errors(fresh_folders, call, places, for_good=False))


def test_a_device_on_a_write_protected_disk_says_so_and_loses_nothing(small_disk: SmallDisk) -> None:
    folder = small_disk.folder / "device"
    with reopened(folder) as journal:
        assert_goes_on(journal, [])
    small_disk.write_protect()
    with pytest.raises(EnvironmentFailure) as told:
        open_device(folder)
    assert told.value.code == "disk_failed"
    with pytest.raises(EnvironmentFailure) as told:
        open_device(small_disk.folder / "another")
    assert told.value.code == "folder_unusable"
    small_disk.allow_writing()
    with reopened(folder) as journal, journal.reading() as reader:
        assert len(reader.connection.exec_driver_sql("SELECT seq FROM event").all()) == 1


def test_a_database_file_that_may_not_be_written_is_told_in_a_sentence(small_disk: SmallDisk) -> None:
    folder = small_disk.folder / "device"
    with reopened(folder) as journal:
        assert_goes_on(journal, [])
    with small_disk.write_protected_file(folder / "journal.db"), pytest.raises(EnvironmentFailure) as told:
        open_device(folder)
    assert told.value.code == "disk_failed"
    with reopened(folder) as journal, journal.reading() as reader:
        assert len(reader.connection.exec_driver_sql("SELECT seq FROM event").all()) == 1
