"""What the room of the calendar asks of the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from shared.domain.calendar_day import SetKind
from shared.domain.calendar_month import WorkedKind
from shared.domain.working_calendar import Session
from shared.failures import Sentence


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """What the office enters for one day (mục lịch); `sessions` empty for a closed day."""

    kind: SetKind
    sessions: tuple[Session, ...]
    reason: str
    basis: str


@dataclass(frozen=True, slots=True)
class DayShown:
    """One day as the office works on it.

    `name`: the holiday, or why the office changed the day; `basis`: the announcement. `entry`: what the office itself
    entered, by whom and when; None where the reference calendar holds. `usual`: what the reference calendar says, and
    `usual_name` its holiday. `promised`: open dossiers whose result is promised for this day. `covered`: whether the
    calendar reaches it.
    """

    date: date
    kind: WorkedKind
    sessions: tuple[Session, ...] = ()
    name: str = ""
    basis: str = ""
    entry: CalendarEntry | None = None
    set_by: str = ""
    set_at: datetime | None = None
    usual: WorkedKind = "work"
    usual_name: str = ""
    usual_sessions: tuple[Session, ...] = ()
    promised: int = 0
    covered: bool = True
    conflict: Sentence | None = None


@dataclass(frozen=True, slots=True)
class MonthShown:
    """The weeks of one month, Monday to Sunday, with the days of its neighbours (tháng).

    `version`: that of the reference document; `covers_from`–`covers_to`: the span for which a calendar was entered.
    """

    month: date
    today: date
    days: tuple[DayShown, ...]
    version: int
    covers_from: date
    covers_to: date


class CalendarPort(Protocol):
    """The office's working days."""

    def calendar_month(self, month: date | None) -> MonthShown:
        """The month in which `month` lies; None: today's."""
        ...

    def set_calendar_day(self, day: date, entry: CalendarEntry) -> None:
        """Enters a day; what is promised already stays promised."""
        ...

    def withdraw_calendar_day(self, day: date) -> None:
        """Withdraws what the office entered for a day."""
        ...
