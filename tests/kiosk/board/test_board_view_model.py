"""The board reads again and again, keeps the last it could read, and is never blank."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.board.sample_board import MORNING, QUIET, SampleBoard, calling, sample_call
from kiosk.board.view_model import BoardLook, BoardViewModel
from kiosk.gallery import settle
from kiosk.sample_office import SAMPLE_NOW
from shared.clock import SetClock
from shared.qt.lanes import Lane
from tests.kiosk.citizen import ByHand


class Watched:
    """A board model whose readings the test carries out."""

    def __init__(self) -> None:
        self.hand = ByHand()
        self.office = SampleBoard(MORNING)
        self.clock = SetClock(SAMPLE_NOW)
        self.lane = Lane("database", self.hand)
        self.model = BoardViewModel(self.office, self.lane, self.clock, None, BoardLook(still=True))

    def read(self) -> None:
        """Carries out what is waiting on the lane."""
        while self.hand.waiting:
            self.hand.waiting.popleft()()
            settle()

    def label(self) -> str:
        """The first large number."""
        return str(self.model.view["calls"][0]["label"])


@pytest.fixture
def board(qapp: QApplication) -> Watched:
    """A board before its first reading."""
    return Watched()


def test_it_says_that_it_starts_until_the_first_reading(board: Watched) -> None:
    assert board.model.view["stage"] == "message"
    board.model.refresh()
    board.read()
    assert board.label() == "A012"


def test_a_reading_that_fails_keeps_the_last_view_and_its_age_is_said(board: Watched) -> None:
    board.model.refresh()
    board.read()
    board.office.broken = True
    board.clock.advance(timedelta(seconds=90))
    board.model.refresh()
    board.read()
    assert board.label() == "A012"
    assert board.model.view["age"]["vi"].startswith("Số liệu lúc 08:05")


def test_a_bug_in_a_reading_keeps_the_last_view_too(board: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    board.model.refresh()
    board.read()

    def broken() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(SampleBoard, "view", lambda _self: broken())
    board.model.refresh()
    board.read()
    assert board.label() == "A012"
    assert board.model.state.problem is not None


def test_a_reading_that_never_comes_back_lets_the_data_grow_old(board: Watched) -> None:
    board.model.refresh()
    board.read()
    board.model.refresh()
    board.clock.advance(timedelta(seconds=61))
    board.model.tick()
    assert board.model.view["age"]["vi"] != ""
    assert board.label() == "A012"


def test_after_a_failure_the_next_reading_is_shown(board: Watched) -> None:
    board.office.broken = True
    board.model.refresh()
    board.read()
    board.office.broken = False
    board.model.refresh()
    board.read()
    assert board.label() == "A012"
    assert board.model.state.problem is None


def test_questions_while_it_reads_become_one_more_reading(board: Watched) -> None:
    for _ in range(5):
        board.model.refresh()
    board.read()
    assert board.office.readings == 2


def test_the_screen_is_told_only_of_real_changes(board: Watched) -> None:
    changes: list[None] = []
    board.model.changed.connect(lambda: changes.append(None))
    board.model.refresh()
    board.read()
    board.model.refresh()
    board.read()
    board.model.tick()
    assert len(changes) == 1
    board.office.shown = calling(QUIET, sample_call("B001", 1, 0))
    board.model.refresh()
    board.read()
    assert len(changes) == 2


def test_the_clock_goes_on_by_itself(board: Watched) -> None:
    board.clock.advance(timedelta(minutes=1))
    board.model.tick()
    assert board.model.view["time"] == "08:06"


def test_a_view_holds_nothing_but_words_numbers_and_labels(board: Watched) -> None:
    board.office.shown = replace(MORNING, as_of=SAMPLE_NOW)
    board.model.refresh()
    board.read()
    assert set(board.model.view["calls"][0]) == {
        "key",
        "label",
        "counter",
        "counter_name",
        "marked",
        "spoken",
        "again",
    }
