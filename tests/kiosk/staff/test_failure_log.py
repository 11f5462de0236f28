"""What failed is remembered in words, over restarts, within bounds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.wiring.failure_log import FILE_NAME, KEPT, OLDER_FILE_NAME, FailureLog
from shared.clock import SetClock
from shared.failures import Sentence
from shared.replication.replicator import SyncProgress

NO_PAPER = Sentence("Máy in hết giấy.", "The printer is out of paper.")
NO_LINE = Sentence("Chưa kết nối được máy chủ.", "The server cannot be reached.")

Open = Callable[[], FailureLog]


@pytest.fixture
def open_log(tmp_path: Path, set_clock: SetClock) -> Open:
    return lambda: FailureLog(tmp_path, set_clock.now, lambda work: work())


def test_the_newest_failure_comes_first_with_its_time(open_log: Open, set_clock: SetClock) -> None:
    log = open_log()
    log.note(NO_PAPER)
    set_clock.advance(timedelta(minutes=5))
    log.note(NO_LINE)
    first, second = log.latest(5)
    assert first.with_time().vi == "08:05 ngày 23/11/2026: Chưa kết nối được máy chủ."
    assert second.with_time().en == "08:00 on 23/11/2026: The printer is out of paper."
    assert log.latest(1) == (first,)


def test_a_restart_remembers_what_failed(open_log: Open, set_clock: SetClock) -> None:
    log = open_log()
    log.note(NO_PAPER)
    set_clock.advance(timedelta(minutes=5))
    again = open_log()
    again.note(NO_LINE)
    assert [each.sentence for each in again.latest(5)] == [NO_LINE, NO_PAPER]
    third = open_log()
    third.read()
    assert [each.sentence for each in third.latest(5)] == [NO_LINE, NO_PAPER]


def test_it_never_grows_beyond_two_files_of_a_hundred_lines(tmp_path: Path, open_log: Open) -> None:
    log = open_log()
    for number in range(3 * KEPT + 50):
        log.note(Sentence(f"Lỗi {number}.", f"Failure {number}."))
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([FILE_NAME, OLDER_FILE_NAME])
    assert len((tmp_path / FILE_NAME).read_text(encoding="utf-8").splitlines()) == 50
    again = open_log()
    again.read()
    assert [each.sentence.en for each in again.latest(2)] == ["Failure 349.", "Failure 348."]
    assert len(again.latest(1000)) == KEPT


def test_a_torn_line_costs_only_itself(tmp_path: Path, open_log: Open) -> None:
    log = open_log()
    log.note(NO_PAPER)
    with (tmp_path / FILE_NAME).open("a", encoding="utf-8") as file:
        file.write('{"at": "2026-11-23T08:0\nnull\n{"at": "2026-11-23T08:00:00", "vi": "", "en": ""}\n[]\n')
    again = open_log()
    again.read()
    assert [each.sentence for each in again.latest(5)] == [NO_PAPER]


def test_a_disk_that_takes_nothing_leaves_what_is_in_memory(tmp_path: Path, set_clock: SetClock) -> None:
    log = FailureLog(tmp_path / "nowhere", set_clock.now, lambda work: work())
    log.note(NO_PAPER)
    assert [each.sentence for each in log.latest(5)] == [NO_PAPER]


def test_noting_waits_for_no_disk(tmp_path: Path, set_clock: SetClock) -> None:
    waiting: list[Callable[[], None]] = []
    log = FailureLog(tmp_path, set_clock.now, waiting.append)
    log.note(NO_PAPER)
    assert len(log.latest(5)) == 1
    assert list(tmp_path.iterdir()) == []
    for work in waiting:
        work()
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_a_trouble_of_the_line_is_noted_once_until_it_is_over(open_log: Open) -> None:
    log = open_log()
    away = SyncProgress(online=False, unsent=3, last_contact=None, problem=NO_LINE)
    well = SyncProgress(online=True, unsent=0, last_contact=None, problem=None)
    for progress in (well, away, away, well, away):
        log.follow(progress)
    assert [each.sentence for each in log.latest(5)] == [NO_LINE, NO_LINE]
