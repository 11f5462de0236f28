"""What the board says, from what it knows."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.board import board_words as words
from kiosk.board.props import BoardProps, derive_board_props
from kiosk.board.sample_board import MORNING, NOTICES, PAST, QUIET, ago, calling, sample_call, sixteen_counters
from kiosk.board.state import BoardState
from kiosk.sample_office import SAMPLE_NOW
from shared.failures import Sentence

BASE = BoardState(SAMPLE_NOW, view=MORNING, read_at=SAMPLE_NOW)
SILENT = Sentence("Không có loa.", "There is no loudspeaker.")


def props(**changes: object) -> BoardProps:
    """The board in mid-morning, with changes."""
    return derive_board_props(replace(BASE, **changes))  # type: ignore[arg-type]


def closed(**changes: object) -> BoardProps:
    """The board when no counter is open and no number is given."""
    counters = tuple(replace(each, state="closed") for each in QUIET.counters)
    told = Sentence("Mời Ông/Bà trở lại lúc 13:30 hôm nay.", "Please come back at 13:30 today.")
    return props(view=replace(QUIET, counters=counters, told=told, **changes))  # type: ignore[arg-type]


def test_before_the_first_reading_it_says_that_it_starts() -> None:
    shown = props(view=None, read_at=None)
    assert (shown.stage, shown.message, shown.detail) == ("message", words.STARTING, words.ONE_MOMENT)


def test_when_nothing_can_be_read_at_the_start_it_says_why() -> None:
    assert props(view=None, read_at=None, problem=SILENT).detail == SILENT


def test_a_morning_without_a_call_says_so_in_words() -> None:
    shown = props(view=QUIET)
    assert (shown.stage, shown.message) == ("message", words.NOBODY_CALLED_YET)


def test_between_two_calls_it_asks_for_patience() -> None:
    assert props(view=calling(QUIET, past=PAST)).message == words.NEXT_NUMBER_SOON


def test_a_closed_office_says_when_to_come_back() -> None:
    shown = closed()
    assert shown.message == words.CLOSED
    assert "13:30" in shown.detail.vi
    assert shown.notice == words.NOTHING


def test_the_last_citizens_are_called_though_no_more_numbers_are_given() -> None:
    view = replace(MORNING, told=Sentence("Hết giờ", "Over"))
    assert props(view=view).stage == "calls"


def test_while_a_counter_is_open_the_office_is_not_closed() -> None:
    assert props(view=replace(QUIET, told=Sentence("Hết giờ", "Over"))).message == words.NOBODY_CALLED_YET


def test_a_call_shows_label_counter_and_the_counters_name() -> None:
    (call,) = props().calls
    assert (call.label, call.counter, call.counter_name) == ("A012", "3", "Xã hội – Trả kết quả")
    assert call.marked
    assert not call.spoken


def test_a_spoken_call_says_so() -> None:
    assert props(speaking=MORNING.called[0].key).calls[0].spoken


@pytest.mark.parametrize(("recalled", "said"), [(0, ""), (1, "Gọi lại"), (3, "Gọi lại lần 3")])
def test_a_recall_is_said(recalled: int, said: str) -> None:
    assert props(view=calling(QUIET, sample_call("A012", 3, 4, recalled))).calls[0].again.vi == said


def test_a_missed_number_is_marked_below() -> None:
    assert [each.label for each in props().below if each.missed] == ["B006"]


def test_below_stands_the_time_of_the_call() -> None:
    assert props().below[0].time == "08:02"


@pytest.mark.parametrize(
    ("state", "serving", "look", "word"),
    [
        ("open", None, "ready", "Sẵn sàng"),
        ("open", "A012", "serving", "Đang phục vụ"),
        ("paused", None, "paused", "Tạm dừng"),
        ("paused", "A012", "paused", "Tạm dừng"),
        ("closed", None, "closed", "Chưa mở"),
    ],
)
def test_a_counters_state_is_a_word_and_a_shape(state: str, serving: str | None, look: str, word: str) -> None:
    counter = replace(QUIET.counters[0], state=state, serving=serving)  # type: ignore[arg-type]
    shown = props(view=replace(QUIET, counters=(counter,))).counters[0]
    assert (shown.look, shown.word.vi, shown.serving) == (look, word, serving or "")


def test_every_word_of_a_counter_has_its_english() -> None:
    assert all(word.vi and word.en for word in (*words.COUNTER_STATES.values(), *words.FIXED.values()))


def test_a_closed_counter_serves_no_line() -> None:
    assert closed().counters[0].lines == ()


def test_an_open_counter_shows_its_lines() -> None:
    assert props(view=QUIET).counters[0].lines == ("A", "C")


def test_many_counters_turn_by_pages_of_even_length_every_twelve_seconds() -> None:
    view = replace(QUIET, counters=sixteen_counters())
    pages = [props(view=view, seconds=seconds) for seconds in (0, 11, 12, 24, 36, 48)]
    assert [page.page for page in pages] == [0, 0, 1, 2, 3, 0]
    assert [len(page.counters) for page in pages] == [4] * 6
    assert pages[0].pages == 4


def test_six_counters_are_two_pages_of_three() -> None:
    shown = props(view=replace(QUIET, counters=sixteen_counters()[:6]))
    assert (shown.pages, len(shown.counters)) == (2, 3)


def test_an_office_without_counters_is_no_mistake() -> None:
    assert props(view=replace(QUIET, counters=())).counters == ()


def test_each_line_shows_how_many_wait() -> None:
    assert [(line.letter, line.waiting) for line in props().lines][:2] == [("A", "7"), ("B", "3")]


def test_notices_change_every_twelve_seconds_and_begin_again() -> None:
    view = replace(MORNING, notices=NOTICES)
    assert [props(view=view, seconds=at).notice for at in (0, 12, 24)] == [NOTICES[0], NOTICES[1], NOTICES[0]]


def test_without_notices_it_says_where_numbers_are_taken() -> None:
    assert props().notice == words.TAKE_A_NUMBER


def test_a_silent_voice_is_said_at_the_foot_in_turn_with_the_notices() -> None:
    view = replace(MORNING, notices=NOTICES)
    shown = [props(view=view, silent=SILENT, seconds=at) for at in (0, 12, 24, 36)]
    assert [each.silent for each in shown] == [True, False, False, True]
    assert shown[0].notice == SILENT


def test_a_voice_that_works_is_not_mentioned() -> None:
    assert not props().silent


def test_fresh_data_says_nothing_of_its_age() -> None:
    assert props().age == words.NOTHING


def test_a_minute_without_contact_says_nothing_yet() -> None:
    assert props(view=replace(MORNING, as_of=ago(60))).age == words.NOTHING


def test_more_than_a_minute_without_contact_says_since_when() -> None:
    age = props(view=replace(MORNING, as_of=ago(61))).age
    assert age == Sentence("Số liệu lúc 08:03, mất kết nối", "Data as of 08:03, connection lost")


def test_data_of_another_day_names_the_day() -> None:
    assert "08:05 ngày 20/11" in props(view=replace(MORNING, as_of=ago(3 * 86400))).age.vi


def test_a_board_that_can_read_nothing_newer_says_since_when() -> None:
    age = props(now=SAMPLE_NOW + timedelta(seconds=61)).age
    assert age.vi == "Số liệu lúc 08:05, bảng chưa đọc được số liệu mới"


def test_the_older_of_both_ages_is_said() -> None:
    late = SAMPLE_NOW + timedelta(minutes=2)
    assert "07:55" in props(view=replace(MORNING, as_of=ago(600)), now=late).age.vi


def test_time_and_day_are_those_of_viet_nam() -> None:
    shown = props()
    assert (shown.time, shown.day) == ("08:05", Sentence("Thứ Hai, 23/11/2026", "Monday"))


def test_what_only_the_office_has_of_this_board_is_said_quietly() -> None:
    shown = props(view=replace(MORNING, not_in_province=12))
    assert (shown.sync.vi, shown.age) == ("Tỉnh chưa nhận: 12", words.NOTHING)
    assert props(view=replace(MORNING, not_in_province=0)).sync == words.NOTHING
    assert props(view=MORNING).sync == words.NOTHING
