"""How a promised date came about, in words for Form 01 and the screens: "5 ngày làm việc, bỏ qua 31/8 và 1–2/9"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from shared.domain.month_names import SHORT_MONTHS
from shared.domain.working_calendar import ONE_DAY, WorkingCalendar

Unit = Literal["working_day", "day", "hour", "same_day"]
DayRange = tuple[date, date]

_VIETNAMESE_UNIT = {"working_day": "ngày làm việc", "day": "ngày", "hour": "giờ làm việc"}
_ENGLISH_UNIT = {"working_day": "working day", "day": "day", "hour": "working hour"}


@dataclass(frozen=True, slots=True)
class Reckoning:
    """How a date was reckoned.

    `received_on` and `due_on`: local dates. `passed_over`: ranges of holidays and swapped days that the count left
    out. `rest_day_at_end`: the rest day on which a calendar-day limit would have ended. `starts`: local instant the
    count began, when that is later than the receipt.
    """

    unit: Unit
    value: int
    received_on: date
    due_on: date
    passed_over: tuple[DayRange, ...] = ()
    rest_day_at_end: date | None = None
    starts: datetime | None = None


def in_vietnamese(reckoning: Reckoning) -> str:
    """The reckoning in one Vietnamese sentence without full stop."""
    words = _base_vietnamese(reckoning)
    if reckoning.passed_over:
        words += ", bỏ qua " + _joined([_range_vietnamese(days) for days in reckoning.passed_over], "và")
    if reckoning.rest_day_at_end:
        words += (
            f"; ngày cuối {_day_vietnamese(reckoning.rest_day_at_end)} là ngày nghỉ "
            f"nên chuyển sang {_day_vietnamese(reckoning.due_on)}"
        )
    if reckoning.starts:
        words += f"; tính từ {reckoning.starts:%H:%M} ngày {_day_vietnamese(reckoning.starts)}"
    return words


def in_english(reckoning: Reckoning) -> str:
    """The reckoning in one English sentence without full stop."""
    words = _base_english(reckoning)
    if reckoning.passed_over:
        words += ", skipping " + _joined([_range_english(days) for days in reckoning.passed_over], "and")
    if reckoning.rest_day_at_end:
        words += (
            f"; the last day {_day_english(reckoning.rest_day_at_end)} is a day off, "
            f"so it moves to {_day_english(reckoning.due_on)}"
        )
    if reckoning.starts:
        words += f"; counted from {reckoning.starts:%H:%M} on {_day_english(reckoning.starts)}"
    return words


def ranges_to_name(calendar: WorkingCalendar, days: Sequence[date]) -> tuple[DayRange, ...]:
    """The closed days among `days` (ascending) as ranges of consecutive dates within one month.

    A range that falls on ordinary days of rest altogether cost nobody a working day and is left out.
    """
    closed = [day for day in days if day in calendar.closed]
    return tuple((run[0], run[-1]) for run in _runs(closed) if any(calendar.is_ordinarily_worked(day) for day in run))


def _runs(days: Sequence[date]) -> list[list[date]]:
    runs: list[list[date]] = []
    for day in days:
        if runs and runs[-1][-1] + ONE_DAY == day and runs[-1][-1].month == day.month:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _base_vietnamese(reckoning: Reckoning) -> str:
    if reckoning.unit != "same_day":
        return f"{reckoning.value} {_VIETNAMESE_UNIT[reckoning.unit]}"
    same = reckoning.due_on == reckoning.received_on
    return "Trả kết quả trong ngày" if same else "Trả kết quả trong ngày làm việc tiếp theo"


def _base_english(reckoning: Reckoning) -> str:
    if reckoning.unit != "same_day":
        plural = "" if reckoning.value == 1 else "s"
        return f"{reckoning.value} {_ENGLISH_UNIT[reckoning.unit]}{plural}"
    same = reckoning.due_on == reckoning.received_on
    return "Result on the same day" if same else "Result on the next working day"


def _day_vietnamese(day: date) -> str:
    return f"{day.day}/{day.month}"


def _day_english(day: date) -> str:
    return f"{day.day} {SHORT_MONTHS[day.month - 1]}"


def _range_vietnamese(days: DayRange) -> str:
    return _range(days, _day_vietnamese)


def _range_english(days: DayRange) -> str:
    return _range(days, _day_english)


def _range(days: DayRange, named: Callable[[date], str]) -> str:
    first, last = days
    return named(last) if first == last else f"{first.day}–{named(last)}"


def _joined(parts: Sequence[str], conjunction: str) -> str:
    if len(parts) == 1:
        return parts[0]
    return f"{', '.join(parts[:-1])} {conjunction} {parts[-1]}"
