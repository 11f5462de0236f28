"""The working calendar as a document of plain JSON values, the form in which it is stored and travels.

{"weekly": [[["07:30", "11:30"], ["13:30", "17:00"]], ... seven, Monday first],
 "working_weekdays": [0, 1, 2, 3, 4],
 "closed": {"2026-09-02": "Quốc khánh"},
 "make_up": {"2026-08-22": {"sessions": [["07:30", "11:30"]], "note": "thay cho 31/8/2026"}},
 "covers_from": "2026-01-01", "covers_to": "2026-12-31"}

Besides `other_hours`, written like `make_up`, where the calendar has any.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from typing import Any

from shared.domain.working_calendar import MONDAY_TO_FRIDAY, MakeUpDay, Session, WorkingCalendar
from shared.failures import Refusal


def calendar_to_document(calendar: WorkingCalendar) -> dict[str, Any]:
    """The calendar as plain JSON values; the same calendar always gives the same document."""
    document = {
        "weekly": [sessions_to_document(sessions) for sessions in calendar.weekly],
        "working_weekdays": sorted(calendar.working_weekdays),
        "closed": {day.isoformat(): name for day, name in sorted(calendar.closed.items())},
        "make_up": _days_to_document(calendar.make_up),
        "covers_from": calendar.covers_from.isoformat(),
        "covers_to": calendar.covers_to.isoformat(),
    }
    if calendar.other_hours:
        document["other_hours"] = _days_to_document(calendar.other_hours)
    return document


def _days_to_document(days: Mapping[date, MakeUpDay]) -> dict[str, Any]:
    return {
        day.isoformat(): {"sessions": sessions_to_document(worked.sessions), "note": worked.note}
        for day, worked in sorted(days.items())
    }


def _days_from_document(document: Mapping[str, Any]) -> dict[date, MakeUpDay]:
    return {
        date.fromisoformat(day): MakeUpDay(sessions_from_document(worked["sessions"]), str(worked["note"]))
        for day, worked in document.items()
    }


def calendar_from_document(document: Mapping[str, Any]) -> WorkingCalendar:
    """The calendar of a document.

    Refuses `calendar_unreadable` for a part that is missing or no date or time, `calendar_contradiction` for a
    calendar that contradicts itself.
    """
    try:
        return WorkingCalendar(
            weekly=tuple(sessions_from_document(sessions) for sessions in document["weekly"]),
            closed={date.fromisoformat(day): str(name) for day, name in document["closed"].items()},
            make_up=_days_from_document(document["make_up"]),
            covers_from=date.fromisoformat(document["covers_from"]),
            covers_to=date.fromisoformat(document["covers_to"]),
            working_weekdays=frozenset(document.get("working_weekdays", MONDAY_TO_FRIDAY)),
            other_hours=_days_from_document(document.get("other_hours", {})),
        )
    except (KeyError, ValueError, TypeError, AttributeError) as damage:
        raise Refusal(
            "calendar_unreadable",
            "Không đọc được lịch làm việc: có phần thiếu hoặc sai ngày giờ. Xin nhập lại lịch làm việc.",
            "The working calendar cannot be read: a part is missing or is not a date or time. Please enter it again.",
        ) from damage


def sessions_to_document(sessions: Iterable[Session]) -> list[list[str]]:
    """The sessions of one day as pairs of "HH:MM"."""
    return [[f"{session.start:%H:%M}", f"{session.end:%H:%M}"] for session in sessions]


def session_to_document(session: Session) -> list[str]:
    """One session as a pair of "HH:MM"."""
    return sessions_to_document([session])[0]


def session_from_document(pair: Any) -> Session:
    """One session from a pair of "HH:MM". Refuses `calendar_unreadable`, `calendar_contradiction`."""
    try:
        return sessions_from_document([pair])[0]
    except (ValueError, TypeError) as damage:
        raise Refusal(
            "calendar_unreadable", 'phải là cặp giờ như ["07:30", "11:30"]', 'must be a pair like ["07:30", "11:30"]'
        ) from damage


def sessions_from_document(pairs: Iterable[Sequence[str]]) -> tuple[Session, ...]:
    """The sessions of one day from pairs of "HH:MM", earliest first. Raises ValueError for what is no time."""
    return tuple(sorted(Session(time.fromisoformat(start), time.fromisoformat(end)) for start, end in pairs))
