"""Dates, times and numbers as papers write them."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.documents.vietnamese_words import counted, date_in_figures, date_in_words, number_in_words, time_in_words


@pytest.mark.parametrize(
    ("day", "words", "figures"),
    [
        (date(2026, 9, 8), "ngày 08 tháng 9 năm 2026", "08/9/2026"),
        (date(2026, 2, 28), "ngày 28 tháng 02 năm 2026", "28/02/2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026", "31/12/2026"),
    ],
)
def test_a_zero_stands_before_small_days_and_the_first_two_months(day: date, words: str, figures: str) -> None:
    assert date_in_words(day) == words
    assert date_in_figures(day) == figures


def test_a_time_is_that_of_viet_nam() -> None:
    assert time_in_words(datetime(2026, 9, 7, 18, 5, tzinfo=UTC)) == "01 giờ 05 phút, ngày 08 tháng 9 năm 2026"


def test_a_time_without_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        time_in_words(datetime(2026, 9, 8, 8, 5))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (55, "năm mươi lăm"),
        (100, "một trăm"),
        (105, "một trăm linh năm"),
        (115, "một trăm mười lăm"),
        (1_005, "một nghìn không trăm linh năm"),
        (30_000, "ba mươi nghìn"),
        (1_250_000, "một triệu hai trăm năm mươi nghìn"),
        (2_000_000_015, "hai tỷ không trăm mười lăm"),
    ],
)
def test_a_number_is_read_as_people_read_it(number: int, words: str) -> None:
    assert number_in_words(number) == words


@pytest.mark.parametrize("number", [-1, 10**12])
def test_a_number_out_of_reach_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no words"):
        number_in_words(number)


@given(st.integers(0, 10**12 - 1), st.integers(0, 10**12 - 1))
def test_two_numbers_never_sound_alike(one: int, other: int) -> None:
    assert (number_in_words(one) == number_in_words(other)) == (one == other)


@given(st.integers(0, 10**12 - 1))
def test_the_words_of_a_number_are_clean_text(number: int) -> None:
    words = number_in_words(number)
    assert words == " ".join(words.split()) == unicodedata.normalize("NFC", words)


def test_a_count_has_two_figures_at_least() -> None:
    assert [counted(number) for number in (0, 1, 12, 345)] == ["00", "01", "12", "345"]
