"""The disk fills up: a sentence, nothing half, nothing lost, and work goes on once there is room again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from shared.failures import EnvironmentFailure
from shared.journal.journal import Journal
from shared.journal.opening import open_device
from tests.faults.conftest import Folders, SmallDisk
from tests.faults.reopened import assert_goes_on, assert_whole, reopened
from tests.faults.steps import Step, take_number
from tests.faults.strikes import Strike, run_struck

SHARED_MEMORY = 9
"""The first writes make room for SQLite's shared memory; a failure there it calls an I/O error whatever it was."""


def take_numbers_until_it_fails(journal: Journal, prefix: str) -> tuple[list[Step], EnvironmentFailure]:
    steps: list[Step] = []
    for attempt in range(10_000):
        try:
            steps.append(take_number(journal, f"{prefix}-{attempt}"))
        except EnvironmentFailure as failure:
            return steps, failure
    raise AssertionError("the disk never filled up")


def test_a_full_disk_is_told_in_a_sentence_and_nothing_acknowledged_is_lost(small_disk: SmallDisk) -> None:
    with reopened(small_disk.folder / "device") as journal:
        kept = [take_number(journal, f"before-{number}") for number in range(5)]
        small_disk.fill(leave=100_000)
        more, failure = take_numbers_until_it_fails(journal, "full")
        kept += more
        assert failure.code == "disk_full"
        assert "đầy" in failure.sentence.vi
        assert_whole(journal, kept, at_most_more=0)
        for _ in range(3):
            with pytest.raises(EnvironmentFailure, match="disk is full"):
                take_number(journal, "again")
        small_disk.free()
        kept.append(take_number(journal, "after"))
        assert_whole(journal, kept, at_most_more=0)
    with reopened(small_disk.folder / "device") as journal:
        assert_whole(journal, kept, at_most_more=0)
        assert_goes_on(journal, kept)


def test_a_device_that_is_started_on_a_full_disk_says_so_and_starts_when_there_is_room(small_disk: SmallDisk) -> None:
    folder = small_disk.folder / "device"
    with reopened(folder) as journal:
        kept = [take_number(journal, f"before-{number}") for number in range(5)]
    small_disk.fill(leave=0)
    with pytest.raises(EnvironmentFailure) as told:
        open_device(folder)
    assert told.value.code == "disk_full"
    with pytest.raises(EnvironmentFailure) as told:
        open_device(small_disk.folder / "never-started")
    assert told.value.code in ("disk_full", "folder_unusable")
    small_disk.free()
    with reopened(folder) as journal:
        assert_whole(journal, kept, at_most_more=0)
        assert_goes_on(journal, kept)


def test_a_first_start_on_a_full_disk_leaves_nothing_that_is_in_the_way_later(small_disk: SmallDisk) -> None:
    folder: Path = small_disk.folder / "device"
    for leave in (0, 4096, 8192, 40_000, 100_000):
        folder.mkdir(exist_ok=True)
        small_disk.fill(leave)
        with pytest.raises(EnvironmentFailure) as told:
            open_device(folder)
        assert told.value.code == "disk_full"
        small_disk.free()
    with reopened(folder) as journal:
        assert_whole(journal, [take_number(journal, "first")], at_most_more=0)


def assert_told_and_nothing_lost(folders: Folders, places: Sequence[int], *, for_good: bool) -> None:
    for run in run_struck(Strike("pwrite64", "error=ENOSPC", for_good=for_good), folders(len(places)), places, 7):
        assert run.code == 0
        assert run.failures[0] == "disk_full"
        assert set(run.failures) <= {"disk_full", "disk_failed"}
        with reopened(run.folder) as journal:
            assert_whole(journal, run.acknowledged, at_most_more=0)
            assert_goes_on(journal, run.acknowledged)


def test_no_space_at_a_write_is_told_in_a_sentence(device_folders: Folders) -> None:
    assert_told_and_nothing_lost(device_folders, range(SHARED_MEMORY, 130, 27), for_good=True)


@pytest.mark.long
@pytest.mark.parametrize("for_good", [False, True], ids=["once", "from then on"])
def test_no_space_at_any_write_is_told_in_a_sentence(device_folders: Folders, for_good: bool) -> None:
    assert_told_and_nothing_lost(device_folders, range(SHARED_MEMORY, 130), for_good=for_good)
