"""When the office is open (giờ làm việc), from its calendar with its own days over it, in the words of the pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from server.public_pages.words import Words
from shared.clock import local
from shared.domain.calendar_month import covers
from shared.domain.working_calendar import Session, WorkingCalendar

_LOOKED_AHEAD_DAYS = 21
"""Longer than any run of holidays."""


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """Today's hours and the next day's (giờ hôm nay, ngày tới); a text that is not known is "".

    `is_over`: nothing of today is left; `is_known`: the calendar covers today.
    """

    today: str
    next: str
    is_over: bool
    is_known: bool


def opening_hours(calendar: WorkingCalendar, now: datetime, words: Words) -> OpeningHours:
    """The hours as they stand at `now`."""
    today = local(now).date()
    if not covers(calendar, today):
        return OpeningHours("", "", is_over=False, is_known=False)
    sessions = calendar.sessions_on(today)
    return OpeningHours(
        today=_hours(sessions) or words("closed_today"),
        next=_next_day(calendar, today, words),
        is_over=all(session.closes(today) <= now for session in sessions),
        is_known=True,
    )


def _next_day(calendar: WorkingCalendar, today: date, words: Words) -> str:
    for ahead in range(1, _LOOKED_AHEAD_DAYS + 1):
        day = today + timedelta(days=ahead)
        if not covers(calendar, day):
            break
        sessions = calendar.sessions_on(day)
        if sessions:
            return words("hours_of_day", day=words.day(day), hours=_hours(sessions))
    return ""


def _hours(sessions: Iterable[Session]) -> str:
    # The word joiners keep a session on one line.
    return ", ".join(f"{session.start:%H:%M}\u2060–\u2060{session.end:%H:%M}" for session in sessions)
