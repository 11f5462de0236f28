"""The calendar of the sample office: entries in memory over the ward's own calendar."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime

from counter.ports.calendar import CalendarEntry, DayShown, MonthShown
from counter.sample.room import SampleRoom
from shared.clock import business_date
from shared.domain import calendar_day
from shared.domain.calendar_day import CalendarDay, SetDay, WithdrawDay, subject_of, with_entries
from shared.domain.calendar_month import covers, weeks_of, worked
from shared.domain.fact import Fact, Recorded
from shared.failures import Sentence


class SampleCalendar(SampleRoom):
    """The month of the sample ward. `_calendar_days` are the entries made so far."""

    _calendar_days: dict[str, CalendarDay]

    def calendar_month(self, month: date | None) -> MonthShown:
        """The month in which `month` lies; None: today's."""
        today, calendar = business_date(self._clock.now()), self._ward.calendar
        days = weeks_of(month or today)
        return MonthShown(
            month=(month or today).replace(day=1),
            today=today,
            days=tuple(self._day_shown(day) for day in days),
            version=self._ward.version,
            covers_from=calendar.covers_from,
            covers_to=calendar.covers_to,
        )

    def set_calendar_day(self, day: date, entry: CalendarEntry) -> None:
        """Enters a day."""
        today, calendar = business_date(self._clock.now()), self._ward.calendar
        known = self._entered().get(subject_of(day))
        command = SetDay(day, entry.kind, entry.sessions, entry.reason, entry.basis, calendar, today)
        self._take(calendar_day.decide(known, command))

    def withdraw_calendar_day(self, day: date) -> None:
        """Withdraws an entry."""
        known = self._entered().get(subject_of(day))
        self._take(calendar_day.decide(known, WithdrawDay(day, business_date(self._clock.now()))))

    def _take(self, facts: tuple[Fact, ...]) -> None:
        for fact in facts:
            known = self._entered().get(fact.subject)
            state = calendar_day.evolve(known, self._record(fact))
            if state is not None:
                self._entered()[fact.subject] = state

    def _record(self, fact: Fact) -> Recorded:
        order = (len(self._entered()) + 1, "counter-sample", 1, 1)
        now: datetime = self._clock.now()
        return Recorded(
            fact.subject, fact.kind, fact.data, None, self._officer_now().name, "counter-sample", now, order
        )

    def _entered(self) -> dict[str, CalendarDay]:
        if not hasattr(self, "_calendar_days"):
            self._calendar_days = {}
        return self._calendar_days

    def _day_shown(self, day: date) -> DayShown:
        known = self._entered().get(subject_of(day))
        calendar = with_entries(self._ward.calendar, self._entered().values())
        kind, sessions, name = worked(calendar, day)
        usual, usual_sessions, usual_name = worked(self._ward.calendar, day)
        entry = None
        if known is not None and known.kind != "normal":
            entry = CalendarEntry(known.kind, known.sessions, known.reason, known.basis)
        conflict = known.conflicts[-1] if known is not None and known.conflicts else None
        return DayShown(
            date=day,
            kind=entry.kind if entry else kind,
            sessions=sessions,
            name=entry.reason if entry else name,
            basis=entry.basis if entry else "",
            entry=entry,
            set_by=known.set_by if known else "",
            set_at=known.set_at if known else None,
            usual=usual,
            usual_name=usual_name,
            usual_sessions=usual_sessions,
            promised=self._promised().get(day, 0),
            covered=covers(self._ward.calendar, day),
            conflict=Sentence(conflict.vi, conflict.en) if conflict else None,
        )

    def _promised(self) -> Counter[date]:
        waiting = (each for each in self.book.dossiers.values() if each.is_open and each.result_ready_at is None)
        return Counter(business_date(each.due_at) for each in waiting if each.due_at)
