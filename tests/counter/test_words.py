"""Times, money and dates as they are written and typed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from counter.words import (
    day_words,
    elapsed_words,
    moment_words,
    money_words,
    read_amount,
    read_day,
    short_moment,
    time_of_day,
    typed_day,
)

AFTERNOON = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)


def test_an_instant_is_written_on_the_clocks_of_viet_nam() -> None:
    assert time_of_day(AFTERNOON) == "17:00"
    assert moment_words(AFTERNOON, "vi") == "17:00 thứ Tư, 25/11/2026"
    assert short_moment(AFTERNOON, "en") == "17:00 25 Nov"


def test_a_day_is_written_the_way_its_language_does() -> None:
    assert day_words(date(2026, 9, 2), "vi") == "02/09/2026"
    assert day_words(date(2026, 9, 2), "en") == "2 Sep 2026"


@pytest.mark.parametrize(
    ("seconds", "words"), [(-3, "0:00"), (0, "0:00"), (65, "1:05"), (3600, "1:00:00"), (3725.9, "1:02:05")]
)
def test_a_time_that_passes_is_counted_in_minutes_then_in_hours(seconds: float, words: str) -> None:
    assert elapsed_words(timedelta(seconds=seconds)) == words


def test_money_has_points_in_vietnamese_and_commas_in_english() -> None:
    assert money_words(1_200_000, "vi") == "1.200.000 đ"
    assert money_words(8000, "en") == "8,000 VND"


@pytest.mark.parametrize(
    ("typed", "amount"), [("", None), ("  ", None), ("0", 0), ("8.000", 8000), ("8 000 đ", 8000), ("8,000 VND", 8000)]
)
def test_an_amount_is_read_however_it_is_grouped(typed: str, amount: int | None) -> None:
    assert read_amount(typed) == amount


@pytest.mark.parametrize("typed", ["tám nghìn", "-5", "8k", "1" * 13])
def test_an_amount_that_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):
        read_amount(typed)


@pytest.mark.parametrize("typed", ["3/10/1965", "03-10-1965", "03.10.1965", "03101965", " 3 10 1965 "])
def test_a_date_is_read_however_it_is_divided(typed: str) -> None:
    assert read_day(typed) == date(1965, 10, 3)


@pytest.mark.parametrize("typed", ["31/02/1990", "1990", "3/10/65", "10/1965"])
def test_a_day_that_no_calendar_has_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):
        read_day(typed)


def test_an_empty_date_is_no_date_and_a_typed_one_is_read_back() -> None:
    assert read_day("") is None
    assert read_day(typed_day(date(1965, 10, 3))) == date(1965, 10, 3)
    assert typed_day(None) == ""
