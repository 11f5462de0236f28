"""When numbers are given (giờ cấp số): the office's hours, a line's own hours, how many numbers a line gives a day.

Numbers are given from `early_minutes` before a session until `last_ticket_minutes_before_close` before its end. A line
with hours of its own is cut to them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from shared.clock import local
from shared.domain.office_record import Line, Office
from shared.domain.working_calendar import Session
from shared.failures import Refusal, Sentence

Giving = Literal["open", "not_yet", "over", "full"]
_LONGEST_LOOK_AHEAD_DAYS = 31


@dataclass(frozen=True, slots=True)
class LineHours:
    """Whether a line gives numbers now (đang cấp số), and if not, the sentence that says when it does again."""

    giving: Giving
    told: Sentence | None = None


def office_hours(office: Office, now: datetime) -> LineHours:
    """Whether the office gives numbers at `now`. Refuses `calendar_empty` when its calendar has no entry for today."""
    return _hours(office, (), now)


def line_hours(office: Office, line: Line, given_today: int, now: datetime) -> LineHours:
    """Whether `line`, which has given `given_today` numbers, gives one at `now`."""
    hours = _hours(office, line.hours, now)
    if hours.giving == "open" and line.daily_capacity is not None and given_today >= line.daily_capacity:
        tomorrow = datetime.combine(local(now).date() + timedelta(days=1), datetime.min.time(), local(now).tzinfo)
        return LineHours("full", _full(_next_opening(office, line.hours, tomorrow)))
    return hours


def refuse_when_not_given(hours: LineHours) -> None:
    """Refusal `office_closed` or `line_full` with the sentence of `hours`, unless numbers are given."""
    if hours.told is not None:
        raise Refusal("line_full" if hours.giving == "full" else "office_closed", hours.told.vi, hours.told.en)


def _hours(office: Office, narrower: tuple[Session, ...], now: datetime) -> LineHours:
    here = local(now)
    last = timedelta(minutes=office.last_ticket_minutes_before_close)
    early = timedelta(minutes=office.tickets.early_minutes)
    sessions = _sessions(office, narrower, here.date())
    for session in sessions:
        if session.opens(here.date()) - early <= here < session.closes(here.date()) - last:
            return LineHours("open")
    begun = any(session.opens(here.date()) <= here for session in sessions)
    opening = _next_opening(office, narrower, here)
    return LineHours("over" if begun else "not_yet", _closed(opening, here))


def _sessions(office: Office, narrower: tuple[Session, ...], day: date) -> list[Session]:
    """The sessions of `day`, cut to the line's own hours."""
    whole = office.calendar.sessions_on(day)
    if not narrower:
        return list(whole)
    cut = ((max(each.start, own.start), min(each.end, own.end)) for each in whole for own in narrower)
    return [Session(start, end) for start, end in cut if start < end]


def _next_opening(office: Office, narrower: tuple[Session, ...], after: datetime) -> datetime | None:
    """The next beginning of a session in which numbers are still given; None when the calendar ends before."""
    last = timedelta(minutes=office.last_ticket_minutes_before_close)
    for days in range(_LONGEST_LOOK_AHEAD_DAYS):
        day = after.date() + timedelta(days=days)
        if day > office.calendar.covers_to:
            return None
        for session in _sessions(office, narrower, day):
            if session.opens(day) >= after and session.opens(day) < session.closes(day) - last:
                return session.opens(day)
    return None


def _closed(opening: datetime | None, now: datetime) -> Sentence:
    vi, en = _come_back(opening, now)
    return Sentence(f"Hiện tại chưa đến giờ lấy số hoặc đã hết giờ. {vi}", f"Numbers are not given at this hour. {en}")


def _full(opening: datetime | None) -> Sentence:
    vi, en = _come_back(opening, None)
    return Sentence(f"Hôm nay đã phát hết số của hàng này. {vi}", f"This line has no more numbers today. {en}")


def _come_back(opening: datetime | None, now: datetime | None) -> tuple[str, str]:
    if opening is None:
        return "Mời Ông/Bà hỏi cán bộ giờ mở cửa.", "Please ask an officer for the opening hours."
    there = local(opening)
    clock_time = f"{there:%H:%M}"
    if now is not None and there.date() == local(now).date():
        return f"Mời Ông/Bà trở lại lúc {clock_time} hôm nay.", f"Please come back at {clock_time} today."
    day = f"{there:%d/%m/%Y}"
    return f"Mời Ông/Bà trở lại lúc {clock_time} ngày {day}.", f"Please come back at {clock_time} on {day}."


def come_back_in_words(hours: LineHours, office: Office, now: datetime) -> tuple[str, str]:
    """Only when to come back (Vietnamese, English), for a screen that says itself that it is closed; "" while open."""
    if hours.giving == "open":
        return "", ""
    return _come_back(_next_opening(office, (), local(now)), now)
