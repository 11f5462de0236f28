"""The window of the board: nobody closes it, keys do nothing, and it follows its screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.board.sample_board import SampleBoard
from kiosk.board.view_model import BoardLook
from kiosk.board.window import BoardPlace, BoardWindow, chosen_screen
from kiosk.gallery import AtOnce, settle
from kiosk.sample_office import SAMPLE_NOW
from shared.clock import SetClock
from shared.qt.lanes import Lane


@pytest.fixture(params=[True, False], ids=["full screen", "in a window"])
def window(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[BoardWindow]:
    """A board without a voice, not yet shown."""
    lane = Lane("database", AtOnce())
    made = BoardWindow(
        SampleBoard(), lane, SetClock(SAMPLE_NOW), None, look=BoardLook(), full_screen=bool(request.param)
    )
    yield made
    made.shut_down()
    lane.close()
    settle()


def is_full_screen(window: BoardWindow) -> bool:
    """Whether it covers its screen."""
    return window.view.visibility() == window.view.Visibility.FullScreen


def test_it_fills_its_screen_without_a_cursor_or_opens_a_window(window: BoardWindow) -> None:
    BoardPlace(window, 0, beside_kiosk=False).settle()
    assert window.view.isVisible()
    hidden = window.view.cursor().shape() == Qt.CursorShape.BlankCursor
    assert hidden == is_full_screen(window)


def test_only_a_board_in_a_window_can_be_closed(window: BoardWindow) -> None:
    BoardPlace(window, 0, beside_kiosk=False).settle()
    full = is_full_screen(window)
    window.view.close()
    assert window.view.isVisible() == full


def test_keys_do_nothing(window: BoardWindow) -> None:
    BoardPlace(window, 0, beside_kiosk=False).settle()
    for key in (Qt.Key.Key_Q, Qt.Key.Key_Escape, Qt.Key.Key_F4):
        QTest.keyClick(window.view, key, Qt.KeyboardModifier.ControlModifier)
    assert window.view.isVisible()


def test_a_board_beside_a_kiosk_is_hidden_while_its_screen_is_away(window: BoardWindow) -> None:
    place = BoardPlace(window, 7, beside_kiosk=True)
    place.settle()
    assert not window.view.isVisible()


def test_a_board_of_its_own_moves_to_the_first_screen(window: BoardWindow) -> None:
    place = BoardPlace(window, 7, beside_kiosk=False)
    QGuiApplication.instance().screenRemoved.emit(QGuiApplication.primaryScreen())
    settle()
    assert window.view.isVisible()
    place.leave()


def test_a_board_that_has_left_minds_no_screen(window: BoardWindow) -> None:
    place = BoardPlace(window, 0, beside_kiosk=False)
    place.leave()
    place.settle()
    assert not window.view.isVisible()


def test_it_reads_the_office_when_it_starts(window: BoardWindow) -> None:
    window.start()
    settle()
    assert window.board.view["calls"][0]["label"] == "A012"


@pytest.mark.parametrize(
    ("screens", "wanted", "beside_kiosk", "expected"),
    [
        (1, 0, False, 0),
        (2, 1, False, 1),
        (2, 1, True, 1),
        (1, 1, False, 0),
        (1, 1, True, None),
        (0, 0, False, None),
        (2, -1, True, None),
    ],
)
def test_which_screen_shows_the_board(screens: int, wanted: int, beside_kiosk: bool, expected: int | None) -> None:
    assert chosen_screen(screens, wanted, beside_kiosk=beside_kiosk) == expected
