"""A month of the working calendar (tháng): its weeks, and how the office works on each of their days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from shared.domain.working_calendar import ONE_DAY, Session, WorkingCalendar

WorkedKind = Literal["work", "rest", "closed", "make_up", "hours"]
"""Ngày làm việc, nghỉ hằng tuần, ngày nghỉ, làm bù, giờ khác."""


def weeks_of(month: date) -> tuple[date, ...]:
    """The days of the weeks, Monday to Sunday, that have a day of the month in which `month` lies."""
    first = month.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - ONE_DAY
    begins, ends = first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday())
    return tuple(begins + timedelta(days=n) for n in range((ends - begins).days + 1))


def covers(calendar: WorkingCalendar, day: date) -> bool:
    """Whether the calendar was entered for `day`."""
    return calendar.covers_from <= day <= calendar.covers_to


def worked(calendar: WorkingCalendar, day: date) -> tuple[WorkedKind, tuple[Session, ...], str]:
    """How the office works on `day`: the kind, the sessions, the name of the holiday or the announcement."""
    if not covers(calendar, day):
        return "rest", (), ""
    sessions = calendar.sessions_on(day)
    if day in calendar.make_up:
        return "make_up", sessions, calendar.make_up[day].note
    if day in calendar.closed:
        return "closed", (), calendar.closed[day]
    if day in calendar.other_hours:
        return "hours", sessions, calendar.other_hours[day].note
    return ("work" if sessions else "rest"), sessions, ""
