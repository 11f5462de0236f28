"""Working time (thời gian làm việc): when a dossier counts as received, when its result is due, how long work took.

Every function takes the office's calendar and refuses `calendar_empty` where that calendar ends. Instants that go in
must be timezone-aware; instants that come out are UTC. Clock times and dates are those of Viet Nam.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from shared.clock import local
from shared.domain.calendar_document import calendar_from_document, calendar_to_document
from shared.domain.promise_words import Reckoning, Unit, in_english, in_vietnamese, ranges_to_name
from shared.domain.working_calendar import ONE_DAY, MakeUpDay, Session, WorkingCalendar, require_aware
from shared.failures import Refusal

__all__ = [
    "HANDOVER_CUT_OFF",
    "WEEKLY_REST",
    "MakeUpDay",
    "Promise",
    "Session",
    "SkippedDay",
    "TimeLimit",
    "WorkingCalendar",
    "calendar_from_document",
    "calendar_to_document",
    "counted_from",
    "handover_due",
    "promised",
    "working_days_between",
    "working_seconds_between",
]

HANDOVER_CUT_OFF = time(15, 0)
"""A paper dossier received after this hour is handed over the next working morning (Decree 118/2025 Art. 18)."""

WEEKLY_REST = "nghỉ hằng tuần"
"""The reason of a skipped day that is neither holiday nor swapped."""


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A time limit for handling (thời hạn giải quyết).

    `value` counts working days, calendar days or working hours by `unit` (0 for "same_day"); half a working day is
    4 hours. `text` is the procedure's own wording. Refuses `time_limit_invalid` for a limit that is not positive.
    """

    value: int
    unit: Unit
    text: str = ""

    def __post_init__(self) -> None:
        if self.value < 1 and self.unit != "same_day":
            raise Refusal(
                "time_limit_invalid",
                "Thời hạn giải quyết phải lớn hơn không.",
                "The time limit must be greater than zero.",
            )


@dataclass(frozen=True, slots=True)
class SkippedDay:
    """A day that a count passed over: the name of the holiday or swap, or `WEEKLY_REST`."""

    date: date
    reason: str


@dataclass(frozen=True, slots=True)
class Promise:
    """The promised result (hẹn trả kết quả).

    `due`: UTC instant by which the result is at the counter. `skipped`: the days of the count on which no work is
    done, weekends included. The explanations say the limit and the holidays passed over, for Form 01 and the screen.
    """

    due: datetime
    skipped: tuple[SkippedDay, ...]
    explanation_vi: str
    explanation_en: str


def counted_from(calendar: WorkingCalendar, received: datetime) -> datetime:
    """The instant from which time limits run: `received` itself in a session, else the start of the next session."""
    require_aware(received)
    day = local(received).date()
    if any(session.opens(day) <= received < session.closes(day) for session in calendar.sessions_on(day)):
        return received.astimezone(UTC)
    return calendar.next_session_start(received).astimezone(UTC)


def promised(calendar: WorkingCalendar, received: datetime, limit: TimeLimit, cut_off: time | None = None) -> Promise:
    """When the result of a dossier received complete at `received` is promised.

    Day limits leave out the first day; a calendar-day limit that ends on a rest day moves to the next working day
    (Civil Code 2015 Art. 147, 148); both end with the last session of the last day. Hours run over the sessions of
    working days. A same-day result is due at the end of the day, or of the next working day when the dossier comes
    at or after `cut_off`, after the last session or on a rest day; `cut_off` matters to this unit only (15:00 where
    the procedure says so, e.g. Circular 01/2020/TT-BTP on certification).
    """
    due = _due(calendar, received, limit, cut_off)
    start = counted_from(calendar, received)
    first = local(received if limit.unit == "same_day" else start).date()
    last = local(due).date()
    nominal = first + timedelta(days=limit.value) if limit.unit == "day" else None
    skipped = _rest_days(calendar, first + ONE_DAY if nominal is None else nominal, last)
    reckoning = Reckoning(
        unit=limit.unit,
        value=limit.value,
        received_on=first,
        due_on=last,
        passed_over=ranges_to_name(calendar, [day.date for day in skipped]) if nominal is None else (),
        rest_day_at_end=nominal if nominal != last else None,
        starts=local(start) if start > received and limit.unit != "same_day" else None,
    )
    return Promise(due.astimezone(UTC), skipped, in_vietnamese(reckoning), in_english(reckoning))


def handover_due(calendar: WorkingCalendar, received: datetime) -> datetime:
    """By when a paper dossier must be handed over to the deciding agency, UTC (Decree 118/2025 Art. 18).

    The end of the same working day; the start of the next working day when received after 15:00, after the last
    session or on a rest day. (An electronic dossier is handed over at once and needs no date.)
    """
    require_aware(received)
    moment = local(received)
    day = moment.date()
    if calendar.is_working_day(day) and moment.time() <= HANDOVER_CUT_OFF and moment < calendar.end_of_day(day):
        return calendar.end_of_day(day).astimezone(UTC)
    following = calendar.next_working_day(day)
    return calendar.sessions_on(following)[0].opens(following).astimezone(UTC)


def working_seconds_between(calendar: WorkingCalendar, a: datetime, b: datetime) -> int:
    """Seconds of working time from `a` to `b` within the sessions of working days; negative when `b` is before `a`."""
    require_aware(a, b)
    if b < a:
        return -working_seconds_between(calendar, b, a)
    total = timedelta()
    day = local(a).date()
    while day <= local(b).date():
        for opens, closes in _working_spans(calendar, day):
            total += max(min(closes, b) - max(opens, a), timedelta())
        day += ONE_DAY
    return int(total.total_seconds())


def working_days_between(calendar: WorkingCalendar, a: date, b: date) -> int:
    """The number of working days after `a` up to and including `b`; negative when `b` is before `a`.

    It inverts the count of a promise: from the day of receipt to the due day of n working days it gives n.
    """
    if b < a:
        return -working_days_between(calendar, b, a)
    days = (a + timedelta(days=n) for n in range(1, (b - a).days + 1))
    return sum(1 for day in days if calendar.is_working_day(day))


def _due(calendar: WorkingCalendar, received: datetime, limit: TimeLimit, cut_off: time | None) -> datetime:
    start = counted_from(calendar, received)
    match limit.unit:
        case "same_day":
            return _same_day_end(calendar, received, cut_off)
        case "hour":
            return after_working_time(calendar, start, timedelta(hours=limit.value))
        case "working_day":
            return calendar.end_of_day(working_days_after(calendar, local(start).date(), limit.value))
        case "day":
            last = local(start).date() + timedelta(days=limit.value)
            return calendar.end_of_day(_working_day_from(calendar, last))


def working_days_after(calendar: WorkingCalendar, day: date, count: int) -> date:
    """The `count`th working day after `day`. Refusal `calendar_empty` beyond what was entered."""
    for _ in range(count):
        day = calendar.next_working_day(day)
    return day


def after_working_time(calendar: WorkingCalendar, start: datetime, wanted: timedelta) -> datetime:
    """The instant at which `wanted` of working time has passed since `start`. Refusal as above."""
    left = wanted
    day = local(start).date()
    while True:
        for opens, closes in _working_spans(calendar, day):
            begins = max(opens, start)
            if begins < closes and left <= closes - begins:
                return begins + left
            left -= max(closes - begins, timedelta())
        day += ONE_DAY


def _working_spans(calendar: WorkingCalendar, day: date) -> list[tuple[datetime, datetime]]:
    if not calendar.is_working_day(day):
        return []
    return [(session.opens(day), session.closes(day)) for session in calendar.sessions_on(day)]


def _working_day_from(calendar: WorkingCalendar, day: date) -> date:
    return day if calendar.is_working_day(day) else calendar.next_working_day(day)


def _same_day_end(calendar: WorkingCalendar, received: datetime, cut_off: time | None) -> datetime:
    moment = local(received)
    day = moment.date()
    in_time = cut_off is None or moment.time() < cut_off
    if in_time and calendar.is_working_day(day) and moment < calendar.end_of_day(day):
        return calendar.end_of_day(day)
    return calendar.end_of_day(calendar.next_working_day(day))


def _rest_days(calendar: WorkingCalendar, first: date, last: date) -> tuple[SkippedDay, ...]:
    """The rest days from `first` up to, not including, `last`."""
    days = (first + timedelta(days=n) for n in range((last - first).days))
    return tuple(
        SkippedDay(day, calendar.closed.get(day, WEEKLY_REST)) for day in days if not calendar.is_working_day(day)
    )
