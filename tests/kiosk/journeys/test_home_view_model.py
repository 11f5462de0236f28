"""The home screen notices that the answers have ceased, and forgets what it explained."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.gallery import AtOnce, settle
from kiosk.journeys.home.view_model import STALE_AFTER_MILLISECONDS, TOLD_FOR_MILLISECONDS, HomeViewModel
from kiosk.language import Language
from kiosk.ports import Home
from kiosk.sample_office import SampleOffice
from shared.failures import EnvironmentFailure
from shared.qt.lanes import Lane, Lanes
from tests.kiosk.citizen import ByHand


class Watch:
    """A stopwatch in the test's hands."""

    def __init__(self) -> None:
        self.milliseconds = 0

    def __call__(self) -> int:
        return self.milliseconds


class BrokenOffice(SampleOffice):
    """An office whose disk can fail."""

    broken = False

    def home(self) -> Home:
        """As ever, while the disk works."""
        if self.broken:
            raise EnvironmentFailure("disk", "Ổ đĩa hỏng.", "The disk is broken.")
        return SampleOffice.home(self)


@pytest.fixture
def watch(qapp: QApplication) -> Watch:
    return Watch()


@pytest.fixture
def office() -> BrokenOffice:
    return BrokenOffice()


@pytest.fixture
def home(watch: Watch, office: BrokenOffice) -> HomeViewModel:
    lanes = Lanes(Lane("database", AtOnce()), Lane("line", AtOnce()), Lane("printing", AtOnce()))
    model = HomeViewModel(office, lanes, Language("vi"), watch)
    refresh(model)
    return model


def refresh(home: HomeViewModel) -> None:
    """Asks, and lets the answer come."""
    home.refresh()
    settle()


def test_figures_of_half_a_minute_ago_carry_their_time_until_a_new_answer_comes(
    home: HomeViewModel, office: BrokenOffice, watch: Watch
) -> None:
    office.broken = True
    watch.milliseconds = STALE_AFTER_MILLISECONDS
    refresh(home)
    assert home.view["as_of"] == ""
    watch.milliseconds += 1
    refresh(home)
    assert home.view["as_of"] == "08:05"
    assert home.view["problem"] == "Ổ đĩa hỏng."
    office.broken = False
    refresh(home)
    assert (home.view["as_of"], home.view["problem"]) == ("", "")


def test_an_answer_that_never_comes_makes_the_figures_old_too(office: BrokenOffice, watch: Watch) -> None:
    hands = ByHand()
    lanes = Lanes(Lane("database", hands), Lane("line", AtOnce()), Lane("printing", AtOnce()))
    home = HomeViewModel(office, lanes, Language("vi"), watch)
    home.refresh()
    hands.waiting.popleft()()
    settle()
    home.refresh()
    watch.milliseconds = STALE_AFTER_MILLISECONDS + 1
    home.refresh()
    assert home.view["as_of"] == "08:05"
    assert len(hands.waiting) == 1


def test_a_line_that_gives_no_numbers_is_explained_and_not_chosen(home: HomeViewModel, office: BrokenOffice) -> None:
    chosen: list[object] = []
    home.line_chosen.connect(chosen.append)
    office.full = "B"
    refresh(home)
    home.choose_line("B")
    assert chosen == []
    assert home.view["told"]["tile"]["letter"] == "B"
    home.choose_line("A")
    assert len(chosen) == 1


def test_the_explanation_leaves_the_glass_to_the_next_citizen(
    home: HomeViewModel, office: BrokenOffice, watch: Watch
) -> None:
    office.full = "B"
    refresh(home)
    home.choose_line("B")
    watch.milliseconds = TOLD_FOR_MILLISECONDS + 1
    refresh(home)
    assert home.view["told"]["sentence"] == ""
    home.choose_line("B")
    home.leave()
    assert home.view["told"]["sentence"] == ""
