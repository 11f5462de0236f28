"""The calendar: every screen, each brought about on a fresh stage."""

from __future__ import annotations

from datetime import date, time

from counter.calendar.state import DayDraft
from counter.ports.calendar import CalendarEntry
from counter.stage import Scene, Stage
from shared.domain.working_calendar import Session


def calendar_month(stage: Stage) -> None:
    """The present month with its holiday."""
    stage.sign_in("phutrach")
    stage.window.presenters.sign_in.choose("quay-2")
    stage.settle()
    stage.window.show_room("calendar")
    stage.settle()


def calendar_holiday(stage: Stage) -> None:
    """National Day with its swapped Monday, seen with the make-up Saturday: past days are only looked at."""
    calendar_month(stage)
    stage.window.presenters.calendar.choose(date(2026, 8, 31))


def calendar_editing(stage: Stage) -> None:
    """A day on which results are promised is about to be closed."""
    calendar_month(stage)
    calendar = stage.window.presenters.calendar
    calendar.choose(date(2026, 11, 26))
    stage.settle()
    calendar.type(DayDraft("closed", "", "Mất điện toàn phường", "15/TB-UBND"))


def calendar_entered(stage: Stage) -> None:
    """A day that the office has entered: other hours, who set them, and the way back."""
    calendar_month(stage)
    calendar = stage.window.presenters.calendar
    calendar.choose(date(2026, 11, 27))
    stage.settle()
    calendar.type(DayDraft("hours", "07:30–11:30", "Họp Hội đồng nhân dân phường", "16/TB-UBND"))
    calendar.save()


def calendar_make_up(stage: Stage) -> None:
    """A Saturday that is worked."""
    calendar_month(stage)
    stage.office.set_calendar_day(date(2026, 11, 28), _MADE_UP)
    stage.window.presenters.calendar.refresh()
    stage.settle()
    stage.window.presenters.calendar.choose(date(2026, 11, 28))


def calendar_not_covered(stage: Stage) -> None:
    """A day that no calendar reaches yet."""
    calendar_month(stage)
    stage.window.presenters.calendar.choose(date(2028, 1, 10))


_MADE_UP = CalendarEntry(
    "make_up",
    (Session(time(7, 30), time(11, 30)), Session(time(13, 30), time(17, 0))),
    "Làm bù cho ngày nghỉ thứ Sáu",
    "1234/TB-BNV",
)

SCREENS: tuple[Scene, ...] = (
    calendar_month,
    calendar_holiday,
    calendar_editing,
    calendar_entered,
    calendar_make_up,
    calendar_not_covered,
)
