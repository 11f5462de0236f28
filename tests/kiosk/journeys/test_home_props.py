"""The home screen, derived."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.journeys.home.props import HomeState, derive_home_props, derive_tile_props
from kiosk.language import words_of
from kiosk.sample_office import SampleOffice
from shared.domain.ticket_hours import Giving
from shared.failures import Sentence

VI, EN = words_of("vi"), words_of("en")
OFFICE = SampleOffice()
TILE = OFFICE.tiles()[0]
TOLD = Sentence("Mời trở lại lúc 13:30.", "Please come back at 13:30.")


def test_before_the_first_answer_nothing_is_ready() -> None:
    props = derive_home_props(HomeState(), VI)
    assert not props.ready
    assert props.tiles == ()


def test_a_problem_before_the_first_answer_is_a_sentence_in_the_language() -> None:
    state = HomeState(problem=Sentence("Ổ đĩa hỏng.", "The disk is broken."))
    assert derive_home_props(state, VI).problem == "Ổ đĩa hỏng."
    assert derive_home_props(state, EN).problem == "The disk is broken."


def test_an_open_office_says_nothing_of_opening_again() -> None:
    state = HomeState(OFFICE.home(), OFFICE.tiles())
    assert derive_home_props(state, VI).reopens == ""
    assert derive_home_props(state, VI).open


def test_a_closed_office_says_when_it_opens() -> None:
    state = HomeState(replace(OFFICE.home(), open=False))
    assert derive_home_props(state, VI).reopens == "Mở cửa lại lúc 13 giờ 30 hôm nay"
    assert derive_home_props(state, EN).reopens == "Opens again at 13:30 today"


def test_there_is_one_tile_for_every_line_in_order() -> None:
    props = derive_home_props(HomeState(OFFICE.home(), OFFICE.tiles()), VI)
    assert "".join(tile.letter for tile in props.tiles) == "ABCDEF"


@pytest.mark.parametrize(
    ("waiting", "low", "high", "counters", "wait_vi", "wait_en"),
    [
        (7, 20, 35, 2, "20–35 phút", "20–35 min"),
        (0, 0, 5, 1, "dưới 5 phút", "under 5 min"),
        (3, None, None, 0, "Chưa mở quầy", "No counter open"),
        (3, 10, 15, 0, "Chưa mở quầy", "No counter open"),
        (3, None, None, 1, "Chưa mở quầy", "No counter open"),
    ],
)
def test_a_tile_shows_the_wait_or_that_nobody_serves(
    waiting: int, low: int | None, high: int | None, counters: int, wait_vi: str, wait_en: str
) -> None:
    tile = replace(TILE, waiting=waiting, wait_low=low, wait_high=high, counters_open=counters)
    assert derive_tile_props(tile, VI).wait == wait_vi
    assert derive_tile_props(tile, EN).wait == wait_en


@pytest.mark.parametrize(
    ("giving", "vi", "en"),
    [
        ("full", "Hết số", "No numbers left"),
        ("over", "Hết giờ", "Closed now"),
        ("not_yet", "Chưa đến giờ", "Not open yet"),
    ],
)
def test_a_line_that_gives_no_numbers_says_so_in_a_word(giving: Giving, vi: str, en: str) -> None:
    tile = replace(TILE, giving=giving, told=TOLD)
    assert (derive_tile_props(tile, VI).state, derive_tile_props(tile, VI).wait) == ("not_giving", vi)
    assert derive_tile_props(tile, EN).wait == en
    assert vi in derive_tile_props(tile, VI).spoken


def test_the_three_states_of_a_tile_are_told_apart() -> None:
    unserved = replace(TILE, counters_open=0)
    states = [derive_tile_props(tile, VI).state for tile in (TILE, unserved, replace(unserved, giving="full"))]
    assert states == ["open", "unserved", "not_giving"]


def test_an_office_can_be_open_while_every_line_is_over() -> None:
    tiles = tuple(replace(tile, giving="over", told=TOLD) for tile in OFFICE.tiles())
    props = derive_home_props(HomeState(OFFICE.home(), tiles), VI)
    assert (props.open, props.giving) == (True, False)
    assert derive_home_props(HomeState(OFFICE.home(), OFFICE.tiles()), VI).giving


def test_a_touched_line_that_gives_no_numbers_is_explained_until_it_gives_them_again() -> None:
    full = (replace(TILE, giving="full", told=TOLD),)
    assert derive_home_props(HomeState(OFFICE.home(), full, told="A"), EN).told.sentence == TOLD.en
    assert derive_home_props(HomeState(OFFICE.home(), (TILE,), told="A"), EN).told.sentence == ""


def test_old_figures_carry_their_time() -> None:
    assert derive_home_props(HomeState(OFFICE.home(), OFFICE.tiles(), stale=True), VI).as_of == "08:05"
    assert derive_home_props(HomeState(OFFICE.home(), OFFICE.tiles()), VI).as_of == ""


def test_a_screen_reader_hears_the_whole_tile() -> None:
    assert derive_tile_props(TILE, VI).spoken == "A. Hộ tịch – Chứng thực. 7 người. 20–35 phút"
