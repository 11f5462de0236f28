"""Drafts an office's working calendar: the public holidays and swaps of Viet Nam, overridden by the office's entries.

Holidays and swapped days are announced year by year, so only announced years are filled in. A later year is covered
as soon as the office itself has entered the days off that the law gives; until then the calendar ends before it, and
promises that reach into it are refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Any, Literal

import holidays

from shared.domain.calendar_document import calendar_to_document
from shared.domain.working_calendar import MONDAY_TO_FRIDAY, MakeUpDay, Session, WorkingCalendar
from shared.failures import Refusal

ANNOUNCED_YEARS = range(2024, 2027)
"""The years whose holidays and swaps have been announced and checked."""

DAYS_OFF_OF_A_YEAR = 12
"""New Year 1, Tết 5, Hùng Kings 1, 30 April, 1 May, National Day 2 (Labour Code Art. 112), Culture Day 24 November."""

_FURTHER_SWAPS = {date(2026, 1, 2): date(2026, 1, 10)}
"""Swaps the `holidays` package lacks: Friday 2 January 2026 for Saturday 10 January (agreed on 25 December 2025)."""


@dataclass(frozen=True, slots=True)
class OfficeEntry:
    """A dated entry of the office (ngày nghỉ, ngày làm bù, hoặc ngày làm việc bình thường).

    `kind`: "closed", "make_up" (with its own `sessions`), or "ordinary": the weekly sessions hold whatever the public
    calendar says. `note`: the holiday's name or the announcement's number.
    """

    day: date
    kind: Literal["closed", "make_up", "ordinary"]
    note: str = ""
    sessions: tuple[Session, ...] = ()


def vietnam_calendar(
    years: Iterable[int],
    sessions_by_weekday: Sequence[Sequence[Session]],
    office_entries: Sequence[OfficeEntry] = (),
    working_weekdays: frozenset[int] = MONDAY_TO_FRIDAY,
) -> dict[str, Any]:
    """The calendar document (see `shared.domain.calendar_document`) of an office for `years`.

    It covers the run of wanted years, from the earliest, that are announced or that the office has entered. Refuses
    `calendar_empty` when the earliest is neither, and `calendar_contradiction` for entries that contradict themselves.
    """
    covered = _covered(sorted(set(years)), office_entries)
    weekly = tuple(tuple(sorted(sessions)) for sessions in sessions_by_weekday)
    announced = [year for year in covered if year in ANNOUNCED_YEARS]
    closed = _public_days_off(announced)
    make_up = _public_make_up_days(announced, weekly)
    overridden = {entry.day for entry in office_entries}
    entered = [entry for entry in office_entries if entry.day.year in covered]
    calendar = WorkingCalendar(
        weekly=weekly,
        closed=_without(closed, overridden) | {e.day: e.note for e in entered if e.kind == "closed"},
        make_up=_without(make_up, overridden)
        | {e.day: MakeUpDay(e.sessions, e.note) for e in entered if e.kind == "make_up"},
        covers_from=date(covered[0], 1, 1),
        covers_to=date(covered[-1], 12, 31),
        working_weekdays=working_weekdays,
    )
    return calendar_to_document(calendar)


def _covered(years: Sequence[int], office_entries: Sequence[OfficeEntry]) -> list[int]:
    """The leading consecutive years that are known."""
    run = takewhile(lambda numbered: numbered[1] == years[0] + numbered[0], enumerate(years))
    covered = [year for _, year in takewhile(lambda numbered: _known(numbered[1], office_entries), run)]
    if not covered:
        raise Refusal(
            "calendar_empty",
            "Chưa có lịch nghỉ lễ của năm cần dùng. Xin nhập đủ ngày nghỉ lễ của năm đó trước.",
            "The holidays of the wanted year are not known. Please enter all its days off first.",
        )
    return covered


def _known(year: int, office_entries: Sequence[OfficeEntry]) -> bool:
    days_off = {entry.day for entry in office_entries if entry.kind == "closed" and entry.day.year == year}
    return year in ANNOUNCED_YEARS or len(days_off) >= DAYS_OFF_OF_A_YEAR


def _public_days_off(years: list[int]) -> dict[date, str]:
    swapped = {off: _swap_name(worked) for off, worked in _FURTHER_SWAPS.items() if off.year in years}
    return dict(_public_holidays(years).items()) | swapped


def _public_make_up_days(years: list[int], weekly: tuple[tuple[Session, ...], ...]) -> dict[date, MakeUpDay]:
    """The days worked instead of swapped ones, with the sessions of the weekday they replace."""
    return {
        worked: MakeUpDay(weekly[off.weekday()], f"Làm bù cho ngày {off:%d/%m/%Y}")
        for off, worked in (_package_swaps(years) | _FURTHER_SWAPS).items()
        if worked.year in years and weekly[off.weekday()]
    }


def _package_swaps(years: list[int]) -> dict[date, date]:
    """Swapped day to the rest day worked instead; the package ties the two by the name of the swapped day only."""
    public = _public_holidays(years)
    return {
        off: worked
        for worked in public.weekend_workdays
        for off, name in public.items()
        if f"{worked:%d/%m/%Y}" in name
    }


def _public_holidays(years: list[int]) -> holidays.HolidayBase:
    return holidays.country_holidays("VN", years=years, language="vi", expand=False)


def _swap_name(worked: date) -> str:
    return f"Ngày nghỉ (thay cho ngày {worked:%d/%m/%Y})"


def _without(days: Mapping[date, Any], overridden: set[date]) -> dict[date, Any]:
    return {day: value for day, value in days.items() if day not in overridden}
