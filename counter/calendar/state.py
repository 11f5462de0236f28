"""What the room of the calendar holds: the month, the chosen day, what is being typed for each day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from counter.ports.calendar import CalendarEntry, DayShown, MonthShown
from shared.domain.calendar_day import SetKind
from shared.domain.working_calendar import Session

_SESSION = re.compile(r"(\d{1,2})[:hg.](\d{2})?\s*[-–—]\s*(\d{1,2})[:hg.](\d{2})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DayDraft:
    """What is typed for one day, not saved yet (bản nháp); `sessions` as typed, "07:30–11:30, 13:30–17:00"."""

    kind: SetKind
    sessions: str
    reason: str
    basis: str


@dataclass(frozen=True, slots=True)
class CalendarState:
    """The room (phòng lịch làm việc). `drafts` keep what was typed when another day is looked at."""

    month: MonthShown | None = None
    chosen: date | None = None
    drafts: Mapping[date, DayDraft] = field(default_factory=dict)
    busy: bool = False

    @property
    def day(self) -> DayShown | None:
        """The chosen day."""
        if self.month is None or self.chosen is None:
            return None
        return next((each for each in self.month.days if each.date == self.chosen), None)

    @property
    def draft(self) -> DayDraft | None:
        """What stands in the form: what was typed, else what holds."""
        day = self.day
        return None if day is None else self.drafts.get(day.date, draft_of(day))

    @property
    def may_edit(self) -> bool:
        """Whether the chosen day can be changed: covered, and not past."""
        day = self.day
        return day is not None and self.month is not None and day.covered and day.date >= self.month.today


def draft_of(day: DayShown) -> DayDraft:
    """The form of `day` before anything is typed: the office's entry, or the likeliest change."""
    if day.entry is not None:
        entry = day.entry
        return DayDraft(entry.kind, sessions_text(entry.sessions), entry.reason, entry.basis)
    if day.usual == "rest":
        return DayDraft("make_up", "", "", "")
    kind: SetKind = "closed" if day.usual == "work" else "hours"
    return DayDraft(kind, sessions_text(day.usual_sessions), "", "")


def entry_of(draft: DayDraft) -> CalendarEntry:
    """What is typed as an entry. ValueError for sessions that cannot be read, Refusal for impossible ones."""
    sessions = () if draft.kind == "closed" else read_sessions(draft.sessions)
    return CalendarEntry(draft.kind, sessions, draft.reason.strip(), draft.basis.strip())


def sessions_text(sessions: tuple[Session, ...]) -> str:
    """ "07:30–11:30, 13:30–17:00"."""
    return ", ".join(f"{each.start:%H:%M}–{each.end:%H:%M}" for each in sessions)


def read_sessions(text: str) -> tuple[Session, ...]:
    """The sessions that were typed ("7:30-11:30, 13:30-17:00", "7h30-11h30"); none for an empty field.

    ValueError for anything else; Refusal `calendar_contradiction` for one that ends before it starts.
    """
    parts = [part.strip() for part in re.split(r"[,;]", text) if part.strip()]
    found = []
    for part in parts:
        match = _SESSION.fullmatch(part)
        if match is None:
            raise ValueError("not a session")
        start, start_minute, end, end_minute = match.groups()
        found.append(Session(time(int(start), int(start_minute or 0)), time(int(end), int(end_minute or 0))))
    return tuple(found)


def other_month(day: date, months: int) -> date:
    """The same day `months` later (or earlier), or the last one of a shorter month."""
    first = (day.year * 12 + day.month - 1) + months
    year, month = divmod(first, 12)
    begin = date(year, month + 1, 1)
    last = ((begin + timedelta(days=31)).replace(day=1) - timedelta(days=1)).day
    return begin.replace(day=min(day.day, last))
