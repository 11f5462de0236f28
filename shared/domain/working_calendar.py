"""The office's working calendar (lịch làm việc) as a value: weekly sessions, closed days, make-up days, covered span.

It is handed in wherever a date is promised. Nothing is assumed: a day that the calendar does not cover is refused,
because a promise made on a guessed calendar binds the office all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from shared.clock import HO_CHI_MINH, local
from shared.failures import ProgrammingFault, Refusal

ONE_DAY = timedelta(days=1)
MONDAY_TO_FRIDAY = frozenset(range(5))


@dataclass(frozen=True, slots=True, order=True)
class Session:
    """A working session (buổi làm việc), local clock times; lunch is the gap between two of them."""

    start: time
    end: time

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise _contradiction(
                f"Buổi làm việc {self.start:%H:%M}–{self.end:%H:%M} kết thúc trước khi bắt đầu.",
                f"The session {self.start:%H:%M}–{self.end:%H:%M} ends before it starts.",
            )

    def opens(self, day: date) -> datetime:
        """The instant the session begins on `day`."""
        return datetime.combine(day, self.start, HO_CHI_MINH)

    def closes(self, day: date) -> datetime:
        """The instant the session ends on `day`."""
        return datetime.combine(day, self.end, HO_CHI_MINH)


@dataclass(frozen=True, slots=True)
class MakeUpDay:
    """A day with sessions of its own, a make-up day (ngày làm bù) above all; `note`: the announcement behind it."""

    sessions: tuple[Session, ...]
    note: str


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The working calendar (lịch làm việc) of one office.

    `weekly`: seven tuples of sessions, Monday first. `closed`: holidays and swapped days with their names.
    `make_up`: days worked instead of a swapped one. `covers_from`–`covers_to`: the span that was really entered.
    `working_weekdays` (Monday is 0): the weekdays that count as working days for a time limit; sessions on another
    weekday are service hours only (Saturday-morning service), in which the office receives but no limit runs.
    `other_hours`: single days on which the office serves at other hours than those of its week; whether such a day
    counts is a matter of its weekday.

    Refuses `calendar_contradiction` when a date is both closed and make-up, or sessions overlap.
    """

    weekly: tuple[tuple[Session, ...], ...]
    closed: Mapping[date, str]
    make_up: Mapping[date, MakeUpDay]
    covers_from: date
    covers_to: date
    working_weekdays: frozenset[int] = field(default=MONDAY_TO_FRIDAY)
    other_hours: Mapping[date, MakeUpDay] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "closed", dict(self.closed))
        object.__setattr__(self, "make_up", dict(self.make_up))
        object.__setattr__(self, "other_hours", dict(self.other_hours))
        _check_sessions(self)
        _check_dates(self)

    def sessions_on(self, day: date) -> tuple[Session, ...]:
        """The sessions in which the office serves on `day`, earliest first; none on a rest day.

        Refuses `calendar_empty` for a day that the calendar does not cover.
        """
        self._require(day)
        if day in self.make_up:
            return self.make_up[day].sessions
        if day in self.closed:
            return ()
        if day in self.other_hours:
            return self.other_hours[day].sessions
        return self.weekly[day.weekday()]

    def is_working_day(self, day: date) -> bool:
        """Whether `day` counts as a working day (ngày làm việc) for time limits.

        Refuses `calendar_empty` for a day that the calendar does not cover.
        """
        return bool(self.sessions_on(day)) and (day in self.make_up or day.weekday() in self.working_weekdays)

    def is_ordinarily_worked(self, day: date) -> bool:
        """Whether the weekday of `day` counts as a working day in a week without holidays or swaps."""
        return bool(self.weekly[day.weekday()]) and day.weekday() in self.working_weekdays

    def next_working_day(self, day: date) -> date:
        """The first working day after `day`. Refuses `calendar_empty` when it lies beyond the calendar."""
        return self._first_day(day + ONE_DAY, self.is_working_day)

    def next_session_start(self, instant: datetime) -> datetime:
        """The first beginning of a session at or after `instant`, local time.

        Refuses `calendar_empty` when it lies beyond the calendar.
        """
        require_aware(instant)

        def starts_on(day: date) -> bool:
            return any(session.opens(day) >= instant for session in self.sessions_on(day))

        day = self._first_day(local(instant).date(), starts_on)
        return min(s.opens(day) for s in self.sessions_on(day) if s.opens(day) >= instant)

    def end_of_day(self, day: date) -> datetime:
        """The end of the last session of `day`, local time; `day` must have sessions."""
        sessions = self.sessions_on(day)
        if not sessions:
            raise ProgrammingFault(
                "end_of_a_rest_day", "Ngày nghỉ không có giờ kết thúc.", "A rest day has no closing time."
            )
        return sessions[-1].closes(day)

    def _first_day(self, day: date, fits: Callable[[date], bool]) -> date:
        while not fits(day):
            day += ONE_DAY
        return day

    def _require(self, day: date) -> None:
        if not any(self.weekly) and not self.make_up:
            raise Refusal(
                "calendar_empty",
                "Lịch làm việc chưa có buổi làm việc nào. Xin nhập lịch làm việc trước khi hẹn trả kết quả.",
                "The working calendar has no session yet. Please enter the working calendar before promising a date.",
            )
        if not self.covers_from <= day <= self.covers_to:
            raise Refusal(
                "calendar_empty",
                f"Lịch làm việc chưa có ngày {day:%d/%m/%Y} (mới nhập từ {self.covers_from:%d/%m/%Y} "
                f"đến {self.covers_to:%d/%m/%Y}). Xin nhập lịch làm việc và ngày nghỉ lễ trước.",
                f"The working calendar does not cover {day:%d/%m/%Y} (it is entered from "
                f"{self.covers_from:%d/%m/%Y} to {self.covers_to:%d/%m/%Y}). Please enter working hours "
                "and holidays first.",
            )


def require_aware(*instants: datetime) -> None:
    """Faults on a datetime without a time zone: its instant would depend on the machine's settings."""
    if any(instant.tzinfo is None for instant in instants):
        raise ProgrammingFault("naive_instant", "Thời điểm thiếu múi giờ.", "An instant lacks its time zone.")


def _contradiction(vi: str, en: str) -> Refusal:
    return Refusal("calendar_contradiction", vi, en)


def _check_sessions(calendar: WorkingCalendar) -> None:
    if len(calendar.weekly) != 7:
        raise _contradiction("Lịch tuần phải có đủ bảy ngày.", "The weekly calendar must have seven days.")
    single = (*calendar.make_up.values(), *calendar.other_hours.values())
    for sessions in (*calendar.weekly, *(day.sessions for day in single)):
        check_order(sessions)


def check_order(sessions: Sequence[Session]) -> None:
    """Refuses `calendar_contradiction` for sessions of one day that overlap or are out of order."""
    for earlier, later in pairwise(sessions):
        if later.start < earlier.end:
            raise _contradiction(
                f"Hai buổi làm việc chồng nhau hoặc sai thứ tự lúc {later.start:%H:%M}.",
                f"Two sessions overlap or are out of order at {later.start:%H:%M}.",
            )


def _check_dates(calendar: WorkingCalendar) -> None:
    if calendar.covers_to < calendar.covers_from:
        raise _contradiction("Lịch làm việc kết thúc trước khi bắt đầu.", "The calendar ends before it begins.")
    both = sorted(calendar.closed.keys() & calendar.make_up.keys())
    if both:
        raise _contradiction(
            f"Ngày {both[0]:%d/%m/%Y} vừa là ngày nghỉ vừa là ngày làm bù. Xin sửa lịch làm việc.",
            f"{both[0]:%d/%m/%Y} is both a closed day and a make-up day. Please correct the calendar.",
        )
    single = (*calendar.make_up.items(), *calendar.other_hours.items())
    without_hours = sorted(day for day, worked in single if not worked.sessions)
    if without_hours:
        raise _contradiction(
            f"Ngày {without_hours[0]:%d/%m/%Y} chưa có giờ làm việc.",
            f"{without_hours[0]:%d/%m/%Y} has no working hours.",
        )
