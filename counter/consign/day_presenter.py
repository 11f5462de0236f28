"""The post point's day: one day's figures, the day before and after, the sheet to print."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from counter.ports.post_day import PostDayShown
from counter.presenter import Keeping, RoomPresenter, Surroundings
from counter.words import translate


@dataclass(frozen=True, slots=True)
class DayState:
    """The day that is shown (ngày đang xem): `day` None for today; `shown` None before it has been looked at."""

    day: date | None = None
    shown: PostDayShown | None = None


class DayPresenter(Keeping[DayState], RoomPresenter):
    """Counts the day. Attributes: `state`; `is_seen`, whether its page is in sight."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.state = DayState()
        self.is_seen = False
        around.session.changed.connect(self._session_changed)

    def refresh(self) -> None:
        """Looks again at the day."""
        session = self._session.state
        if not session.working or session.officer is None or session.officer.unit_kind != "post":
            return
        day = self.state.day
        self._look(lambda: self._office.post_day(day), lambda shown: self._looked(day, shown))

    def move_day(self, days: int) -> None:
        """Another day; not beyond today."""
        shown = self.state.shown
        if shown is None:
            return
        day = min((self.state.day or shown.today) + timedelta(days=days), shown.today)
        self._become(replace(self.state, day=None if day == shown.today else day))
        self.refresh()

    def print_sheet(self) -> None:
        """Prints the sheet of the day."""
        shown = self.state.shown
        if shown is None:
            return
        self._ask_once(
            "print",
            lambda: self._printer.print_form(f"tong-hop-{shown.day:%y%m%d}", self._office.post_day_sheet(shown.day)),
            lambda _: self._messages.done(lambda: translate("PostDay", "Đã in bảng tổng hợp trong ngày.")),
        )

    def _looked(self, day: date | None, shown: PostDayShown) -> None:
        if day == self.state.day:
            self._become(replace(self.state, shown=shown))

    def _session_changed(self) -> None:
        if self._session.state.officer is None:
            self._become(DayState())
