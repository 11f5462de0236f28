"""The office's calendar, against the journal of this machine."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from counter.ports.calendar import CalendarEntry, DayShown, MonthShown
from counter.wiring.work import CounterWork
from shared.actions.edit_calendar import DayEntry, set_day, withdraw_day
from shared.clock import business_date
from shared.domain.calendar_day import CalendarDay
from shared.domain.calendar_month import covers, weeks_of, worked
from shared.domain.office import Office
from shared.domain.office_names import staff_name
from shared.failures import Sentence
from shared.journal.calendar_queries import promised_on
from shared.journal.reference import calendar_days


class CalendarRoom(CounterWork):
    """The month, and the office's entries in it."""

    def calendar_month(self, month: date | None) -> MonthShown:
        """The month in which `month` lies; None: today's."""
        today = business_date(self.journal.now())
        days = weeks_of(month or today)
        with self.journal.reading() as reader:
            reference = self.program.reference
            office, stored = reference.read(reader.connection), reference.read_stored(reader.connection)
            entries = {each.day: each for each in calendar_days(reader.connection, reader.office)}
            promised = promised_on(reader, days[0], days[-1])
        calendar = stored.calendar
        return MonthShown(
            month=(month or today).replace(day=1),
            today=today,
            days=tuple(day_shown(office, stored, day, entries, promised) for day in days),
            version=stored.version,
            covers_from=calendar.covers_from,
            covers_to=calendar.covers_to,
        )

    def set_calendar_day(self, day: date, entry: CalendarEntry) -> None:
        """Enters a day."""
        officer = self.acting("edit_calendar")
        wanted = DayEntry(entry.kind, entry.sessions, entry.reason, entry.basis)
        with self.journal.reading() as reader:
            reference = self.program.reference.read_stored(reader.connection).calendar
        set_day(self.journal, reference, day, wanted, officer.id)
        self.program.committed()

    def withdraw_calendar_day(self, day: date) -> None:
        """Withdraws an entry."""
        officer = self.acting("edit_calendar")
        withdraw_day(self.journal, day, officer.id)
        self.program.committed()


def day_shown(
    office: Office, stored: Office, day: date, entries: Mapping[date, CalendarDay], promised: Mapping[date, int]
) -> DayShown:
    """One day: `office` with the entries laid over its calendar, `stored` without."""
    kind, sessions, name = worked(office.calendar, day)
    usual, usual_sessions, usual_name = worked(stored.calendar, day)
    entry = entries.get(day)
    shown = None
    if entry is not None and entry.kind != "normal":
        shown = CalendarEntry(entry.kind, entry.sessions, entry.reason, entry.basis)
    conflict = entry.conflicts[-1] if entry is not None and entry.conflicts else None
    return DayShown(
        date=day,
        kind=kind if shown is None else shown.kind,
        sessions=sessions,
        name=shown.reason if shown else name,
        basis=shown.basis if shown else "",
        entry=shown,
        set_by=staff_name(office, entry.set_by) if entry else "",
        set_at=entry.set_at if entry else None,
        usual=usual,
        usual_name=usual_name,
        usual_sessions=usual_sessions,
        promised=promised.get(day, 0),
        covered=covers(stored.calendar, day),
        conflict=Sentence(conflict.vi, conflict.en) if conflict else None,
    )
