"""The housekeeping of a program waits for a moment in which nobody waits for the program."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from sqlalchemy import Engine, text

from shared.journal.opening import open_device
from shared.qt.lanes import Lane
from shared.qt.quiet_moments import QuietMoments


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine, lock = open_device(tmp_path)
    yield engine
    engine.dispose()
    lock.close()


@pytest.fixture
def lane(qapp: QApplication) -> Iterator[Lane]:
    lane = Lane("database")
    yield lane
    lane.close()


def write_something(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO node (name, value) VALUES ('k', 'v') ON CONFLICT DO NOTHING"))


def wait_for(lane: Lane) -> None:
    done = threading.Event()
    lane.submit(done.set, lambda _: None, lambda _: None)
    while not done.is_set():
        QCoreApplication.processEvents()


def test_what_is_in_the_log_comes_into_the_database_in_a_quiet_moment(
    engine: Engine, lane: Lane, tmp_path: Path
) -> None:
    write_something(engine)
    before = (tmp_path / "journal.db").read_bytes()
    quiet = False
    moments = QuietMoments(lane, engine, lambda: quiet)
    moments.look()
    wait_for(lane)
    assert (tmp_path / "journal.db").read_bytes() == before
    quiet = True
    moments.look()
    wait_for(lane)
    assert (tmp_path / "journal.db").read_bytes() != before


def test_it_keeps_house_once_each_time_it_becomes_quiet(
    engine: Engine, lane: Lane, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[bool] = []
    moments = QuietMoments(lane, engine, lambda: states.pop(0))
    monkeypatch.setattr(moments, "keep_house", lambda: kept.append(True))
    states = [True, True, False, True]
    for expected in (1, 1, 1, 2):
        moments.look()
        assert len(kept) == expected


def test_while_it_works_old_garbage_is_left_for_the_quiet_and_afterwards_python_does_as_always(
    engine: Engine, lane: Lane
) -> None:
    always = gc.get_threshold()
    moments = QuietMoments(lane, engine, lambda: False)
    moments.start()
    assert gc.get_threshold()[2] > always[2]
    assert gc.get_freeze_count() > 0
    moments.stop()
    assert gc.get_threshold() == always
    assert gc.get_freeze_count() == 0
