"""Dates, waits and names in words, in both languages."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kiosk.date_words import clock_text, day_text, header_day_text, month_name, promise_text, step_text, weekday_name
from kiosk.language import words_of
from kiosk.text_words import in_language, parts_kept_together, shortened
from kiosk.wait_words import ahead_text, people_text, wait_text
from shared.clock import HO_CHI_MINH
from shared.failures import EnvironmentFailure

VI, EN = words_of("vi"), words_of("en")
MONDAY = datetime(2026, 11, 23, 8, 5, tzinfo=HO_CHI_MINH)


@pytest.mark.parametrize(
    ("low", "high", "vi", "en"),
    [
        (None, None, "", ""),
        (None, 10, "", ""),
        (0, 5, "dưới 5 phút", "under 5 min"),
        (0, 1, "dưới 1 phút", "under 1 min"),
        (-5, 5, "dưới 5 phút", "under 5 min"),
        (5, 10, "5–10 phút", "5–10 min"),
        (10, 10, "10 phút", "10 min"),
        (20, 35, "20–35 phút", "20–35 min"),
        (75, 125, "75–125 phút", "75–125 min"),
    ],
)
def test_a_wait_is_a_range_in_words(low: int | None, high: int | None, vi: str, en: str) -> None:
    assert wait_text(low, high, VI) == vi
    assert wait_text(low, high, EN) == en


@pytest.mark.parametrize(
    ("people", "vi", "en"),
    [(0, "0 người", "0 people"), (1, "1 người", "1 person"), (2, "2 người", "2 people"), (21, "21 người", "21 people")],
)
def test_people_are_counted_with_the_right_plural(people: int, vi: str, en: str) -> None:
    assert people_text(people, VI) == vi
    assert people_text(people, EN) == en


def test_with_nobody_ahead_the_citizen_is_next() -> None:
    assert ahead_text(0, VI) == "Ông/Bà là người tiếp theo"
    assert ahead_text(0, EN) == "You are next"
    assert ahead_text(3, VI) == "3 người"


@pytest.mark.parametrize("day", range(7))
def test_every_weekday_has_a_name_of_its_own(day: int) -> None:
    names = {language: weekday_name(MONDAY + timedelta(days=day), words_of(language)) for language in ("vi", "en")}
    assert names["en"] == f"{MONDAY + timedelta(days=day):%A}"
    expected = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]
    assert names["vi"] == expected[day]


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_a_name(month: int) -> None:
    instant = MONDAY.replace(month=month, day=1)
    assert month_name(instant, VI) == f"tháng {month}"
    assert month_name(instant, EN) == f"{instant:%B}"


@pytest.mark.parametrize(
    ("hour", "minute", "vi", "en"),
    [
        (16, 30, "16 giờ 30, thứ Hai, ngày 23 tháng 11 năm 2026", "16:30, Monday 23 November 2026"),
        (17, 0, "17 giờ, thứ Hai, ngày 23 tháng 11 năm 2026", "17:00, Monday 23 November 2026"),
        (9, 5, "9 giờ 05, thứ Hai, ngày 23 tháng 11 năm 2026", "9:05, Monday 23 November 2026"),
    ],
)
def test_a_promise_is_said_in_words(hour: int, minute: int, vi: str, en: str) -> None:
    instant = MONDAY.replace(hour=hour, minute=minute)
    assert promise_text(instant, VI) == vi
    assert promise_text(instant, EN) == en


def test_times_are_those_of_viet_nam_wherever_the_instant_comes_from() -> None:
    from datetime import UTC

    late = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
    assert clock_text(late) == "01:30"
    assert weekday_name(late, VI) == "thứ Hai"
    assert day_text(late, EN) == "Monday 23 November 2026"


def test_the_short_dates_of_the_header_and_the_steps() -> None:
    assert header_day_text(MONDAY, VI) == "Thứ Hai, 23/11/2026"
    assert header_day_text(MONDAY, EN) == "Monday, 23/11/2026"
    assert step_text(MONDAY, VI) == "08:05 ngày 23/11/2026"
    assert step_text(MONDAY, EN) == "08:05, 23/11/2026"


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [
        ("", 5, ""),
        ("ngắn", 4, "ngắn"),
        ("một hai ba", 10, "một hai ba"),
        ("một hai ba", 9, "một hai…"),
        ("một hai ba", 8, "một hai…"),
        ("một, hai ba", 6, "một…"),
        ("một – hai", 7, "một…"),
        ("mộthaibabốn", 6, "mộtha…"),
    ],
)
def test_a_long_text_is_shortened_between_words(text: str, longest: int, expected: str) -> None:
    assert shortened(text, longest) == expected
    assert len(shortened(text, longest)) <= longest


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Trả kết quả", "Trả\u00a0kết\u00a0quả"),
        ("Hộ tịch – Chứng thực", "Hộ\u00a0tịch\u00a0– Chứng\u00a0thực"),
        ("Household business – Culture", "Household business – Culture"),
    ],
)
def test_a_name_breaks_between_its_parts_only(name: str, expected: str) -> None:
    assert parts_kept_together(name) == expected


def test_data_without_english_is_shown_in_vietnamese() -> None:
    assert in_language("có", "yes", EN) == "yes"
    assert in_language("có", "", EN) == "có"
    assert in_language("có", "yes", VI) == "có"


def test_a_missing_translation_is_said_in_a_sentence() -> None:
    with pytest.raises(EnvironmentFailure, match="bản dịch"):
        words_of("km")
