"""The office's own days in its calendar: what may be entered, what holds of two entries, what the calendar becomes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.sample_ward.load import sample_office_document
from shared.clock import HO_CHI_MINH
from shared.domain import calendar_day
from shared.domain.calendar_day import CalendarDay, SetDay, WithdrawDay, subject_of, with_entries
from shared.domain.calendar_document import calendar_from_document, calendar_to_document
from shared.domain.calendar_month import weeks_of, worked
from shared.domain.fact import Fact, fold
from shared.domain.working_time import Session, TimeLimit, promised
from shared.failures import Refusal

from .stories import Story, record

CALENDAR = calendar_from_document(sample_office_document()["calendar"])
TODAY = date(2026, 11, 23)
HOLIDAY, SATURDAY, WEDNESDAY = date(2026, 11, 24), date(2026, 11, 28), date(2026, 11, 25)
MORNING = Session(time(7, 30), time(11, 30))
AFTERNOON = Session(time(13, 30), time(17, 0))
CLOSE = SetDay(WEDNESDAY, "closed", (), "Mất điện", "15/TB-UBND", CALENDAR, TODAY)
MAKE_UP = SetDay(SATURDAY, "make_up", (AFTERNOON, MORNING), "Làm bù", "1234/TB-BNV", CALENDAR, TODAY)
HALF_DAY = replace(CLOSE, kind="hours", sessions=(MORNING,), reason="Họp")


class Day(Story):
    def __init__(self) -> None:
        super().__init__(calendar_day.decide, calendar_day.evolve)


def entered(*commands: SetDay | WithdrawDay) -> CalendarDay:
    day = Day()
    for command in commands:
        day.do(command)
    state: CalendarDay = day.state
    return state


def test_a_day_is_entered_with_its_reason_its_announcement_and_whoever_did_it() -> None:
    day = entered(MAKE_UP)
    assert (day.id, day.day, day.kind) == ("calendar_day-2026-11-28", SATURDAY, "make_up")
    assert (day.reason, day.basis, day.set_by) == ("Làm bù", "1234/TB-BNV", "staff-1")
    assert day.sessions == (MORNING, AFTERNOON)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (replace(CLOSE, day=date(2026, 11, 20)), "past_day"),
        (WithdrawDay(date(2026, 11, 20), TODAY), "past_day"),
        (replace(CLOSE, day=date(2028, 1, 3)), "calendar_empty"),
        (replace(MAKE_UP, day=HOLIDAY), "closed_and_make_up"),
        (replace(MAKE_UP, day=WEDNESDAY), "worked_already"),
        (replace(CLOSE, day=HOLIDAY), "closed_already"),
        (replace(CLOSE, day=SATURDAY), "closed_already"),
        (replace(HALF_DAY, day=SATURDAY), "rest_day"),
        (replace(HALF_DAY, sessions=(Session(time(7), time(12)), MORNING)), "calendar_contradiction"),
        (replace(HALF_DAY, sessions=()), "no_sessions"),
        (replace(CLOSE, reason="  "), "no_reason"),
        (replace(MAKE_UP, basis=""), "no_basis"),
        (WithdrawDay(WEDNESDAY, TODAY), "no_entry"),
    ],
)
def test_what_cannot_be_entered_is_refused(command: calendar_day.Command, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        calendar_day.decide(None, command)
    assert refused.value.code == code


def test_entering_the_same_again_writes_nothing() -> None:
    assert calendar_day.decide(entered(CLOSE), CLOSE) == ()


def test_a_withdrawn_day_is_as_the_reference_calendar_says() -> None:
    day = entered(CLOSE, WithdrawDay(WEDNESDAY, TODAY))
    assert day.kind == "normal"
    assert with_entries(CALENDAR, (day,)) == CALENDAR
    with pytest.raises(Refusal):
        calendar_day.decide(day, WithdrawDay(WEDNESDAY, TODAY))


def test_an_entry_lies_over_the_reference_calendar() -> None:
    over_the_holiday = replace(HALF_DAY, day=HOLIDAY)
    calendar = with_entries(CALENDAR, [entered(each) for each in (CLOSE, MAKE_UP, over_the_holiday)])
    assert (calendar.sessions_on(WEDNESDAY), calendar.is_working_day(WEDNESDAY)) == ((), False)
    assert (calendar.sessions_on(SATURDAY), calendar.is_working_day(SATURDAY)) == ((MORNING, AFTERNOON), True)
    assert (calendar.sessions_on(HOLIDAY), calendar.is_working_day(HOLIDAY)) == ((MORNING,), True)
    assert [worked(calendar, day)[0] for day in (HOLIDAY, WEDNESDAY, SATURDAY)] == ["hours", "closed", "make_up"]
    assert calendar_from_document(calendar_to_document(calendar)) == calendar


def test_a_make_up_day_of_the_reference_can_be_closed_or_get_other_hours() -> None:
    made_up, before = date(2026, 8, 22), date(2026, 8, 1)
    closed = with_entries(CALENDAR, [entered(replace(CLOSE, day=made_up, today=before))])
    assert not closed.is_working_day(made_up)
    shorter = with_entries(CALENDAR, [entered(replace(HALF_DAY, day=made_up, today=before))])
    assert (shorter.sessions_on(made_up), shorter.is_working_day(made_up)) == ((MORNING,), True)


def test_a_promise_passes_over_a_day_that_the_office_has_closed_and_says_so() -> None:
    received = datetime(2026, 11, 23, 9, 0, tzinfo=HO_CHI_MINH)
    calendar = with_entries(CALENDAR, [entered(CLOSE)])
    promise = promised(calendar, received, TimeLimit(2, "working_day"))
    assert promise.due == datetime(2026, 11, 27, 10, 0, tzinfo=UTC)
    assert promise.explanation_vi == "2 ngày làm việc, bỏ qua 24–25/11"


def test_hours_run_on_over_an_afternoon_off() -> None:
    received = datetime(2026, 11, 25, 9, 30, tzinfo=HO_CHI_MINH)
    calendar = with_entries(CALENDAR, [entered(HALF_DAY)])
    assert promised(calendar, received, TimeLimit(4, "hour")).due == datetime(2026, 11, 26, 2, 30, tzinfo=UTC)


def test_two_machines_that_edit_one_day_get_the_same_day_and_a_named_conflict() -> None:
    (closing,) = calendar_day.decide(None, CLOSE)
    (shortening,) = calendar_day.decide(None, HALF_DAY)
    here, there = record(closing, 1), record(shortening, 1, device="device-2", actor="staff-7")
    day = fold(calendar_day.evolve, [here, there])
    assert day == fold(calendar_day.evolve, [there, here])
    assert day is not None
    assert (day.kind, day.set_by, [each.code for each in day.conflicts]) == ("hours", "staff-7", ["edited_at_once"])
    assert "25/11/2026" in day.conflicts[0].vi
    for choice in (CLOSE, HALF_DAY):
        (settling,) = calendar_day.decide(day, choice)
        settled = fold(calendar_day.evolve, [here, there, record(settling, 2)])
        assert settled is not None
        assert (settled.kind, settled.conflicts) == (choice.kind, ())


def test_the_same_entry_on_two_machines_is_no_conflict() -> None:
    (fact,) = calendar_day.decide(None, CLOSE)
    day = fold(calendar_day.evolve, [record(fact, 1), record(fact, 1, device="device-2")])
    assert day is not None
    assert day.conflicts == ()


@pytest.mark.parametrize(
    "damage",
    [
        {"sessions": [["11:00", "07:00"]]},
        {"sessions": [["07:00", "11:00"], ["10:00", "12:00"]]},
        {"sessions": []},
        {"sessions": "07:00"},
        {"kind": "holiday"},
        {"date": "2026-11-26"},
        {"date": "soon"},
        {"seen": None},
    ],
)
def test_an_entry_that_no_calendar_can_hold_changes_nothing(damage: dict[str, object]) -> None:
    (fact,) = calendar_day.decide(entered(CLOSE), HALF_DAY)
    damaged = Fact(fact.subject, fact.kind, {**fact.data, **damage})
    day = Day()
    day.do(CLOSE)
    day.happens(damaged)
    assert day.state.kind == "closed"
    assert [each.code for each in day.state.conflicts] == ["unreadable"]
    assert with_entries(CALENDAR, (day.state,)).sessions_on(WEDNESDAY) == ()


@given(st.dates(date(2025, 1, 1), date(2027, 12, 31)))
def test_a_month_is_shown_in_whole_weeks(day: date) -> None:
    days = weeks_of(day)
    assert len(days) % 7 == 0
    assert (days[0].weekday(), days[-1].weekday()) == (0, 6)
    assert day in days
    assert {each for each in days if each.month == day.month} >= {day.replace(day=1), day}
    assert sum(each.month == day.month for each in days) >= 28


def test_every_date_has_one_subject() -> None:
    assert subject_of(WEDNESDAY) == "calendar_day-2026-11-25"
