"""Dates and times as people say them, on the clocks of Viet Nam."""

from __future__ import annotations

from datetime import datetime

from kiosk.language import Words
from shared.clock import local


def weekday_name(instant: datetime, words: Words) -> str:
    """ "thứ Hai"."""
    names = (
        words.translate("Dates", "thứ Hai"),
        words.translate("Dates", "thứ Ba"),
        words.translate("Dates", "thứ Tư"),
        words.translate("Dates", "thứ Năm"),
        words.translate("Dates", "thứ Sáu"),
        words.translate("Dates", "thứ Bảy"),
        words.translate("Dates", "Chủ nhật"),
    )
    return names[local(instant).weekday()]


def month_name(instant: datetime, words: Words) -> str:
    """ "tháng 11"."""
    names = (
        words.translate("Dates", "tháng 1"),
        words.translate("Dates", "tháng 2"),
        words.translate("Dates", "tháng 3"),
        words.translate("Dates", "tháng 4"),
        words.translate("Dates", "tháng 5"),
        words.translate("Dates", "tháng 6"),
        words.translate("Dates", "tháng 7"),
        words.translate("Dates", "tháng 8"),
        words.translate("Dates", "tháng 9"),
        words.translate("Dates", "tháng 10"),
        words.translate("Dates", "tháng 11"),
        words.translate("Dates", "tháng 12"),
    )
    return names[local(instant).month - 1]


def clock_text(instant: datetime) -> str:
    """ "08:05"."""
    return f"{local(instant):%H:%M}"


def day_text(instant: datetime, words: Words) -> str:
    """ "thứ Hai, ngày 23 tháng 11 năm 2026"."""
    there = local(instant)
    return words.translate("Dates", "{weekday}, ngày {day} {month} năm {year}").format(
        weekday=weekday_name(instant, words), day=there.day, month=month_name(instant, words), year=there.year
    )


def header_day_text(instant: datetime, words: Words) -> str:
    """ "Thứ Hai, 23/11/2026": short, for the top of the screen."""
    there = local(instant)
    weekday = weekday_name(instant, words)
    text = words.translate("Dates", "{weekday}, {day}/{number}/{year}").format(
        weekday=weekday, day=there.day, number=there.month, month=month_name(instant, words), year=there.year
    )
    return text[:1].upper() + text[1:]


def promise_text(instant: datetime, words: Words) -> str:
    """A promised time in words: "16 giờ 30, thứ Năm, ngày 26 tháng 11 năm 2026"."""
    there = local(instant)
    if there.minute:
        time = words.translate("Dates", "{hour} giờ {minute}").format(hour=there.hour, minute=f"{there.minute:02d}")
    else:
        time = words.translate("Dates", "{hour} giờ").format(hour=there.hour)
    return words.translate("Dates", "{time}, {day}").format(time=time, day=day_text(instant, words))


def step_text(instant: datetime, words: Words) -> str:
    """When a step was taken: "08:05 ngày 23/11/2026"."""
    there = local(instant)
    return words.translate("Dates", "{time} ngày {day}/{number}/{year}").format(
        time=clock_text(instant),
        day=there.day,
        number=there.month,
        month=month_name(instant, words),
        year=there.year,
    )
