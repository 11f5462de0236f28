"""kill -9 at every write and every flush: what was acknowledged is there, nothing is half there."""

from __future__ import annotations

import json
import os
import random
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.faults.conftest import Folders
from tests.faults.reopened import assert_goes_on, assert_whole, reopened
from tests.faults.strikes import Run, Strike, run_of, run_struck, writing_for_ever

STEPS = 7
EVERY_WRITE, EVERY_FLUSH = range(1, 230), range(1, 17)
FIRST_START = {"pwrite64": range(1, 150), "fsync": range(1, 14), "rename": range(1, 2), "unlink": range(1, 3)}


def assert_nothing_lost(runs: Sequence[Run], *, killed_at_least: int) -> None:
    assert sum(run.code == -9 for run in runs) >= killed_at_least
    for run in runs:
        assert run.failures == ()
        with reopened(run.folder) as journal:
            assert_whole(journal, run.acknowledged, at_most_more=1 if run.code == -9 else 0)
            assert_goes_on(journal, run.acknowledged)


def kill_at(folders: Folders, call: str, places: Sequence[int]) -> list[Run]:
    return run_struck(Strike(call, "signal=SIGKILL"), folders(len(places)), places, STEPS)


def test_killed_at_a_write_a_device_keeps_every_acknowledged_number(device_folders: Folders) -> None:
    places = EVERY_WRITE[3::29]
    assert_nothing_lost(kill_at(device_folders, "pwrite64", places), killed_at_least=len(places) - 2)


def test_killed_at_a_flush_a_device_keeps_every_acknowledged_number(device_folders: Folders) -> None:
    places = EVERY_FLUSH[1::4]
    assert_nothing_lost(kill_at(device_folders, "fsync", places), killed_at_least=len(places) - 2)


@pytest.mark.parametrize(("call", "every"), [("pwrite64", 29), ("fsync", 3)])
def test_killed_during_its_first_start_a_device_starts_again(fresh_folders: Folders, call: str, every: int) -> None:
    places = FIRST_START[call][::every]
    assert_nothing_lost(kill_at(fresh_folders, call, places), killed_at_least=3)


def test_killed_at_any_moment_a_device_keeps_every_acknowledged_number(device_folders: Folders) -> None:
    assert_nothing_lost(kill_after_random_steps(device_folders(4)), killed_at_least=4)


@pytest.mark.long
@pytest.mark.parametrize(("call", "places"), [("pwrite64", EVERY_WRITE), ("fsync", EVERY_FLUSH)])
def test_killed_at_every_single_write_and_flush(device_folders: Folders, call: str, places: Sequence[int]) -> None:
    runs = kill_at(device_folders, call, places)
    assert_nothing_lost(runs, killed_at_least=len(places) * 3 // 4)


@pytest.mark.long
@pytest.mark.parametrize("call", FIRST_START)
def test_killed_at_every_single_place_of_the_first_start(fresh_folders: Folders, call: str) -> None:
    runs = kill_at(fresh_folders, call, FIRST_START[call])
    assert_nothing_lost(runs, killed_at_least=len(runs) // 2)


@pytest.mark.long
def test_killed_a_hundred_times_at_any_moment(device_folders: Folders) -> None:
    assert_nothing_lost(kill_after_random_steps(device_folders(100)), killed_at_least=100)


def kill_after_random_steps(folders: Sequence[Path]) -> list[Run]:
    """Kills each run from outside, somewhere after so many acknowledged steps: it goes on until the signal comes."""
    chance = random.Random(20261123)
    runs: list[Run] = []
    with writing_for_ever(folders) as program:
        assert program.stdout is not None
        for folder in folders:
            lines = [json.loads(program.stdout.readline())]
            last = chance.randrange(1, 25)
            while "ended" not in lines[-1]:
                lines.append(json.loads(program.stdout.readline()))
                if lines[-1].get("number") == last:
                    os.kill(lines[0]["begun"], signal.SIGKILL)
            runs.append(run_of(folder, lines))
    return runs
