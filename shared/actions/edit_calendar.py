"""Edit the office's calendar (sửa lịch làm việc): one day in one transaction. The rules stand in `calendar_day`.

`reference` is the calendar of the reference document without the office's entries.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shared.clock import business_date
from shared.domain import calendar_day
from shared.domain.calendar_day import CalendarDay, SetKind, subject_of
from shared.domain.working_calendar import Session, WorkingCalendar
from shared.journal.journal import Journal
from shared.journal.projections import CALENDAR_DAYS

from .act import act_within


@dataclass(frozen=True, slots=True)
class DayEntry:
    """What somebody enters for a day (mục lịch)."""

    kind: SetKind
    sessions: tuple[Session, ...]
    reason: str
    basis: str


def set_day(journal: Journal, reference: WorkingCalendar, day: date, entry: DayEntry, officer: str) -> CalendarDay:
    """Enters `day`; promises that were made before it stay as they are."""
    with journal.writing() as writer:
        command = calendar_day.SetDay(
            day=day,
            kind=entry.kind,
            sessions=entry.sessions,
            reason=entry.reason,
            basis=entry.basis,
            calendar=reference,
            today=business_date(writer.now),
        )
        return act_within(writer, CALENDAR_DAYS, calendar_day.decide, subject_of(day), command, officer)


def withdraw_day(journal: Journal, day: date, officer: str) -> CalendarDay:
    """Withdraws the entry of `day`. Refusals `no_entry`, `past_day`."""
    with journal.writing() as writer:
        command = calendar_day.WithdrawDay(day, business_date(writer.now))
        return act_within(writer, CALENDAR_DAYS, calendar_day.decide, subject_of(day), command, officer)
