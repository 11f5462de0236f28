"""The office's working days: one month, one chosen day, and what the office enters for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from counter.calendar.state import CalendarState, DayDraft, draft_of, entry_of, other_month
from counter.messages import WayBack
from counter.ports.calendar import CalendarEntry, DayShown, MonthShown
from counter.presenter import Busy, RoomPresenter, Surroundings
from counter.words import translate, typed_day
from shared.failures import Refusal


class CalendarPresenter(Busy[CalendarState], RoomPresenter):
    """Shows and edits the calendar. Attributes: `state`."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.state = CalendarState()
        self._wanted: date | None = None
        around.session.changed.connect(self._session_changed)

    def refresh(self) -> None:
        """Looks again at the month; at first the one of today."""
        if self._session.state.working:
            self._look(lambda: self._office.calendar_month(self._wanted), self._seen)

    def choose(self, day: date) -> None:
        """Chooses `day`, in whatever month it lies."""
        month = self.state.month
        if month is None:
            return
        self._wanted = day
        if (day.year, day.month) == (month.month.year, month.month.month):
            self._become(replace(self.state, chosen=day))
        else:
            self.refresh()

    def step(self, days: int) -> None:
        """Moves by so many days."""
        if self._wanted is not None:
            self.choose(self._wanted + timedelta(days=days))

    def turn(self, months: int) -> None:
        """Moves by so many months."""
        if self._wanted is not None:
            self.choose(other_month(self._wanted, months))

    def today(self) -> None:
        """Back to today."""
        if self.state.month is not None:
            self.choose(self.state.month.today)

    def type(self, draft: DayDraft) -> None:
        """Keeps what is typed for the chosen day."""
        day = self.state.day
        if day is not None and draft != self.state.draft:
            self._become(replace(self.state, drafts={**self.state.drafts, day.date: draft}))

    def save(self) -> None:
        """Enters the chosen day as typed."""
        day, draft = self.state.day, self.state.draft
        if day is None or draft is None or not self.state.may_edit or self.state.busy:
            return
        try:
            entry = entry_of(draft)
        except ValueError:
            self._messages.problem(
                lambda: translate("Calendar", "Không đọc được giờ làm việc. Hãy gõ như 07:30–11:30, 13:30–17:00.")
            )
            return
        except Refusal as refusal:
            self._messages.failed(refusal)
            return
        self._write(day, entry)

    def withdraw(self) -> None:
        """Withdraws what the office entered for the chosen day."""
        day = self.state.day
        if day is not None and day.entry is not None and self.state.may_edit and not self.state.busy:
            self._write(day, None)

    def _write(self, before: DayShown, entry: CalendarEntry | None, *, undoes: bool = False) -> None:
        self._become(replace(self.state, busy=True))
        office, day = self._office, before.date

        def write() -> None:
            if entry is None:
                office.withdraw_calendar_day(day)
            else:
                office.set_calendar_day(day, entry)

        self._ask(write, lambda _: self._written(before, entry, undoes=undoes), self._refused)

    def _written(self, before: DayShown, entry: CalendarEntry | None, *, undoes: bool) -> None:
        drafts = {day: draft for day, draft in self.state.drafts.items() if day != before.date}
        if undoes and before.entry is not None:
            drafts[before.date] = draft_of(before)
        self._become(replace(self.state, busy=False, drafts=drafts))

        def words() -> str:
            sentence = (
                translate("Calendar", "Đã bỏ mục đã đặt của ngày {day}; lịch chung lại có hiệu lực.")
                if entry is None
                else translate("Calendar", "Đã lưu lịch ngày {day}. Các ngày đã hẹn không đổi.")
            )
            return sentence.format(day=typed_day(before.date))

        way_back = None
        if not undoes:
            now = replace(before, entry=entry)
            way_back = WayBack(
                lambda: translate("Calendar", "Hoàn tác"), lambda: self._write(now, before.entry, undoes=True)
            )
        self._messages.done(words, way_back)
        self.refresh()

    def _seen(self, month: MonthShown) -> None:
        if self._wanted is None:
            self._wanted = month.today
        self._become(replace(self.state, month=month, chosen=self._wanted))

    def _session_changed(self) -> None:
        if self._session.state.officer is None:
            self._wanted = None
            self._become(CalendarState())
