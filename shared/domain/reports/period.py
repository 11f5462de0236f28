"""The period of a report (kỳ báo cáo) with its official cut-off days, and by when the report is due.

A month runs from the 15th of the month before to the 14th; quarter, first six months and year end on the 14th of
their last month too (Decree 09/2019 Art. 12, which Circular 09/2026/TT-BTP follows). The last day counts whole, on
the clocks of Viet Nam. Offices report by the 20th, provinces by the 23rd (Circular 09/2026/TT-BTP Art. 11).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from shared.clock import midnight
from shared.domain.month_names import MONTHS
from shared.failures import Refusal, Sentence

PeriodKind = Literal["month", "quarter", "half", "year", "free"]
"""Tháng, quý, 6 tháng đầu năm, năm, and any other days."""

_FIRST, _LAST = 15, 14
_OFFICE_BY, _PROVINCE_BY = 20, 23
_ONE_DAY = timedelta(days=1)
_LONGEST = 366 * 3
_OFFICIAL = re.compile(r"(\d{4})(?:-(\d{2})|-Q([1-4])|-(H1))?", re.ASCII)
_FREE = re.compile(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})", re.ASCII)
_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included. `code` is what it is called by: "2026-10", "2026-Q3".

    `until`: of one that is not over, the present instant, through which it is counted.
    """

    kind: PeriodKind
    code: str
    first: date
    last: date
    until: datetime | None = None

    @property
    def start(self) -> datetime:
        """The instant at which it begins."""
        return midnight(self.first)

    @property
    def end(self) -> datetime:
        """The first instant after it, or after as much of it as there is."""
        return self.until or self._whole_end

    @property
    def _whole_end(self) -> datetime:
        return midnight(self.last + _ONE_DAY)

    def so_far(self, now: datetime) -> Period:
        """As much of it as there is at `now`. Refusal `period_not_begun`."""
        if now <= self.start:
            raise Refusal(
                "period_not_begun",
                "Kỳ báo cáo này chưa bắt đầu. Xin chọn kỳ trước đó.",
                "This period has not begun. Please choose an earlier one.",
            )
        return replace(self, until=now if now < self._whole_end else None)

    @property
    def due_from_office(self) -> date | None:
        """By when offices report it to the province; None for days that no regulation asks for."""
        return None if self.kind == "free" else self.last.replace(day=_OFFICE_BY)

    @property
    def due_from_province(self) -> date | None:
        """By when the province reports it to the ministry."""
        return None if self.kind == "free" else self.last.replace(day=_PROVINCE_BY)

    @property
    def name(self) -> Sentence:
        """What people call it."""
        month, year = self.last.month, self.last.year
        match self.kind:
            case "month":
                return Sentence(f"Tháng {month} năm {year}", f"{MONTHS[month - 1]} {year}")
            case "quarter":
                return Sentence(f"Quý {_ROMAN[month // 3 - 1]} năm {year}", f"Quarter {month // 3} of {year}")
            case "half":
                return Sentence(f"6 tháng đầu năm {year}", f"First six months of {year}")
            case "year":
                return Sentence(f"Năm {year}", f"Year {year}")
            case "free":
                return Sentence("Kỳ tự chọn", "Chosen days")

    @property
    def days(self) -> Sentence:
        """Its first and last day in words."""
        first, last = f"{self.first:%d/%m/%Y}", f"{self.last:%d/%m/%Y}"
        return Sentence(f"Từ ngày {first} đến ngày {last}", f"From {first} to {last}")

    @property
    def before(self) -> Period:
        """The one of its kind that ends on the day before it begins; of the first six months, as many free days."""
        ends = self.first - _ONE_DAY
        match self.kind:
            case "month":
                return month_of(ends)
            case "quarter":
                return quarter_of(ends)
            case "year":
                return year_of(ends)
            case "half" | "free":
                return free_period(ends - (self.last - self.first), ends)


def month_of(day: date) -> Period:
    """The month of reporting that `day` falls into: from the 15th on the next one."""
    return _month(*_closing_month(day))


def quarter_of(day: date) -> Period:
    """The quarter of reporting that `day` falls into."""
    year, month = _closing_month(day)
    return _quarter(year, (month + 2) // 3)


def year_of(day: date) -> Period:
    """The year of reporting that `day` falls into: from 15 December on the next one."""
    return _year(_closing_month(day)[0])


def free_period(first: date, last: date) -> Period:
    """Any days. Refusal `dates_reversed`, or `period_too_long` for more than three years."""
    if first > last:
        raise Refusal("dates_reversed", "Ngày đầu phải trước ngày cuối.", "The first date must lie before the last.")
    if (last - first).days > _LONGEST:
        raise Refusal(
            "period_too_long",
            "Kỳ báo cáo dài quá ba năm. Xin chọn các ngày gần nhau hơn.",
            "The period is longer than three years. Please choose days that lie closer together.",
        )
    return Period("free", f"{first.isoformat()}..{last.isoformat()}", first, last)


def period_from(code: str) -> Period:
    """The period of that code: 2026-10, 2026-Q3, 2026-H1, 2026, 2026-10-01..2026-10-31. Refusal `no_such_period`."""
    try:
        official, free = _OFFICIAL.fullmatch(code), _FREE.fullmatch(code)
        if free is not None:
            return free_period(date.fromisoformat(free[1]), date.fromisoformat(free[2]))
        if official is not None:
            year = int(official[1])
            if official[2]:
                return _month(year, int(official[2]))
            if official[3]:
                return _quarter(year, int(official[3]))
            return _half(year) if official[4] else _year(year)
    except (ValueError, OverflowError):
        pass
    raise Refusal(
        "no_such_period",
        "Kỳ báo cáo phải có dạng 2026-10 (tháng), 2026-Q3 (quý), 2026-H1 (6 tháng đầu năm), 2026 (năm) "
        "hoặc 2026-10-01..2026-10-31.",
        "A period is written 2026-10 (month), 2026-Q3 (quarter), 2026-H1 (first six months), 2026 (year) "
        "or 2026-10-01..2026-10-31.",
    )


def _month(year: int, month: int) -> Period:
    return Period("month", f"{year:04d}-{month:02d}", _opening(year, month), date(year, month, _LAST))


def _quarter(year: int, quarter: int) -> Period:
    last = quarter * 3
    return Period("quarter", f"{year:04d}-Q{quarter}", _opening(year, last - 2), date(year, last, _LAST))


def _half(year: int) -> Period:
    return Period("half", f"{year:04d}-H1", _opening(year, 1), date(year, 6, _LAST))


def _year(year: int) -> Period:
    return Period("year", f"{year:04d}", _opening(year, 1), date(year, 12, _LAST))


def _opening(year: int, month: int) -> date:
    """The 15th of the month before."""
    return date(year, month - 1, _FIRST) if month > 1 else date(year - 1, 12, _FIRST)


def _closing_month(day: date) -> tuple[int, int]:
    """The year and month whose 14th closes the month of reporting that `day` lies in."""
    if day.day <= _LAST:
        return day.year, day.month
    return (day.year, day.month + 1) if day.month < 12 else (day.year + 1, 1)
