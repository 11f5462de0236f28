"""Promised dates: the vectors reckoned by hand from the law, and what must hold for every receipt."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.calendar_source import vietnam_calendar
from shared.clock import HO_CHI_MINH, local
from shared.domain.working_time import (
    WEEKLY_REST,
    Session,
    SkippedDay,
    TimeLimit,
    WorkingCalendar,
    calendar_from_document,
    counted_from,
    handover_due,
    promised,
    working_days_between,
    working_seconds_between,
)
from shared.failures import ProgrammingFault, Refusal

MORNING = Session(time(7, 30), time(11, 30))
FULL_DAY = [MORNING, Session(time(13, 30), time(17, 0))]
CALENDAR = calendar_from_document(vietnam_calendar(range(2024, 2027), [*[FULL_DAY] * 5, [], []]))
WITH_SATURDAY_SERVICE = calendar_from_document(vietnam_calendar(range(2024, 2027), [*[FULL_DAY] * 5, [MORNING], []]))
THREE = time(15, 0)
SAME_DAY = TimeLimit(0, "same_day")


def at(year: int, month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=HO_CHI_MINH)


def working_days(value: int) -> TimeLimit:
    return TimeLimit(value, "working_day", f"{value:02d} ngày làm việc")


def test_five_working_days_pass_over_the_swapped_monday_and_the_national_day() -> None:
    promise = promised(CALENDAR, at(2026, 8, 27), working_days(5))
    assert promise.due == at(2026, 9, 8, 17)
    assert promise.due.tzinfo is UTC
    assert promise.explanation_vi == "5 ngày làm việc, bỏ qua 31/8 và 1–2/9"
    assert promise.explanation_en == "5 working days, skipping 31 Aug and 1–2 Sep"


def test_the_skipped_days_are_named() -> None:
    skipped = promised(CALENDAR, at(2026, 8, 27), working_days(2)).skipped
    assert skipped == (
        SkippedDay(date(2026, 8, 29), WEEKLY_REST),
        SkippedDay(date(2026, 8, 30), WEEKLY_REST),
        SkippedDay(date(2026, 8, 31), "Ngày nghỉ (thay cho ngày 22/08/2026)"),
        SkippedDay(date(2026, 9, 1), "Quốc khánh"),
        SkippedDay(date(2026, 9, 2), "Quốc khánh"),
    )


def test_the_culture_day_is_passed_over_from_2026_on() -> None:
    in_2026 = promised(CALENDAR, at(2026, 11, 23), working_days(1))
    assert in_2026.due == at(2026, 11, 25, 17)
    assert in_2026.explanation_vi == "1 ngày làm việc, bỏ qua 24/11"
    assert promised(CALENDAR, at(2025, 11, 21), working_days(1)).due == at(2025, 11, 24, 17)


def test_a_make_up_saturday_counts_as_a_working_day() -> None:
    promise = promised(CALENDAR, at(2026, 8, 21), working_days(1))
    assert (promise.due, promise.skipped) == (at(2026, 8, 22, 17), ())


def test_plain_weekends_are_not_put_into_words() -> None:
    promise = promised(CALENDAR, at(2026, 10, 8), working_days(3))
    assert promise.explanation_vi == "3 ngày làm việc"
    assert [day.date.day for day in promise.skipped] == [10, 11]


def test_a_holiday_that_falls_on_a_saturday_is_not_put_into_words() -> None:
    promise = promised(CALENDAR, at(2025, 1, 24), working_days(3))
    assert promise.explanation_vi == "3 ngày làm việc, bỏ qua 27–31/1"
    assert SkippedDay(date(2025, 2, 1), "Mùng bốn Tết Nguyên Đán") in promise.skipped


def test_three_runs_of_holidays_are_joined_with_a_comma_and_an_and() -> None:
    promise = promised(CALENDAR, at(2026, 4, 24), working_days(10))
    assert promise.explanation_vi == "10 ngày làm việc, bỏ qua 26–27/4, 30/4 và 1/5"


@pytest.mark.parametrize(
    ("received", "counted"),
    [
        (at(2026, 10, 8, 6, 45), at(2026, 10, 8, 7, 30)),
        (at(2026, 10, 8, 9, 1), at(2026, 10, 8, 9, 1)),
        (at(2026, 10, 8, 11, 30), at(2026, 10, 8, 13, 30)),
        (at(2026, 10, 8, 12, 15), at(2026, 10, 8, 13, 30)),
        (at(2026, 10, 9, 17, 0), at(2026, 10, 12, 7, 30)),
        (at(2026, 9, 1, 10, 0), at(2026, 9, 3, 7, 30)),
    ],
    ids=["before opening", "in a session", "at its end", "at lunch", "after closing on Friday", "on a holiday"],
)
def test_a_receipt_outside_the_sessions_counts_from_the_next_one(received: datetime, counted: datetime) -> None:
    assert counted_from(CALENDAR, received) == counted


def test_a_dossier_sent_in_the_evening_loses_the_next_day_as_its_first() -> None:
    promise = promised(CALENDAR, at(2026, 10, 5, 20), working_days(1))
    assert promise.due == at(2026, 10, 7, 17)
    assert promise.explanation_vi == "1 ngày làm việc; tính từ 07:30 ngày 6/10"
    assert promise.explanation_en == "1 working day; counted from 07:30 on 6 Oct"


def test_calendar_days_count_weekends_and_move_off_a_rest_day_at_the_end() -> None:
    plain = promised(CALENDAR, at(2026, 10, 8), TimeLimit(15, "day"))
    assert (plain.due, plain.explanation_vi, plain.skipped) == (at(2026, 10, 23, 17), "15 ngày", ())
    moved = promised(CALENDAR, at(2026, 8, 17), TimeLimit(15, "day"))
    assert moved.due == at(2026, 9, 3, 17)
    assert moved.explanation_vi == "15 ngày; ngày cuối 1/9 là ngày nghỉ nên chuyển sang 3/9"
    assert [day.date for day in moved.skipped] == [date(2026, 9, 1), date(2026, 9, 2)]


def test_working_hours_run_on_over_lunch_night_and_holidays() -> None:
    assert promised(CALENDAR, at(2026, 10, 8, 10, 30), TimeLimit(2, "hour")).due == at(2026, 10, 8, 14, 30)
    overnight = promised(CALENDAR, at(2026, 8, 28, 16), TimeLimit(8, "hour"))
    assert overnight.due == at(2026, 9, 3, 16, 30)
    assert overnight.explanation_vi == "8 giờ làm việc, bỏ qua 31/8 và 1–2/9"


def test_half_a_day_is_four_working_hours_and_a_day_and_a_half_twelve() -> None:
    """A working day is eight working hours, as decisions that state both say ("03 ngày làm việc (24 giờ làm việc)")."""
    assert promised(CALENDAR, at(2026, 11, 23, 9, 30), TimeLimit(4, "hour")).due == at(2026, 11, 23, 15, 30)
    assert promised(CALENDAR, at(2026, 11, 25, 9, 30), TimeLimit(12, "hour")).due == at(2026, 11, 26, 16, 0)


def test_hours_that_fill_a_session_end_with_it() -> None:
    assert promised(CALENDAR, at(2026, 10, 8, 7, 30), TimeLimit(4, "hour")).due == at(2026, 10, 8, 11, 30)


@pytest.mark.parametrize(
    ("received", "cut_off", "due"),
    [
        (at(2026, 10, 8, 14, 59), THREE, at(2026, 10, 8, 17)),
        (at(2026, 10, 8, 15, 0), THREE, at(2026, 10, 9, 17)),
        (at(2026, 10, 8, 16, 30), None, at(2026, 10, 8, 17)),
        (at(2026, 10, 8, 17, 0), None, at(2026, 10, 9, 17)),
        (at(2026, 10, 9, 15, 30), THREE, at(2026, 10, 12, 17)),
        (at(2026, 8, 31, 9, 0), THREE, at(2026, 9, 3, 17)),
    ],
    ids=["before three", "at three", "no cut-off", "after closing", "Friday after three", "on a rest day"],
)
def test_a_same_day_result_is_due_that_day_or_the_next_working_day(
    received: datetime, cut_off: time | None, due: datetime
) -> None:
    assert promised(CALENDAR, received, SAME_DAY, cut_off).due == due


def test_a_same_day_result_is_explained() -> None:
    assert promised(CALENDAR, at(2026, 10, 8), SAME_DAY, THREE).explanation_vi == "Trả kết quả trong ngày"
    later = promised(CALENDAR, at(2026, 11, 23, 16), SAME_DAY, THREE)
    assert later.explanation_vi == "Trả kết quả trong ngày làm việc tiếp theo, bỏ qua 24/11"
    assert later.explanation_en == "Result on the next working day, skipping 24 Nov"


def test_a_dossier_received_on_a_service_saturday_counts_monday_as_day_one() -> None:
    saturday = at(2026, 10, 10, 9)
    assert promised(WITH_SATURDAY_SERVICE, saturday, working_days(1)).due == at(2026, 10, 12, 17)
    assert promised(WITH_SATURDAY_SERVICE, saturday, TimeLimit(1, "hour")).due == at(2026, 10, 12, 8, 30)
    assert handover_due(WITH_SATURDAY_SERVICE, saturday) == at(2026, 10, 12, 7, 30)


def test_a_paper_dossier_is_handed_over_the_same_working_day() -> None:
    assert handover_due(CALENDAR, at(2026, 10, 8, 8)) == at(2026, 10, 8, 17)
    assert handover_due(CALENDAR, at(2026, 10, 8, 15)) == at(2026, 10, 8, 17)


def test_a_dossier_received_after_three_is_handed_over_next_morning() -> None:
    assert handover_due(CALENDAR, at(2026, 10, 8, 15, 1)) == at(2026, 10, 9, 7, 30)
    assert handover_due(CALENDAR, at(2026, 8, 28, 16)) == at(2026, 9, 3, 7, 30)


def test_a_promise_that_reaches_beyond_the_calendar_is_refused() -> None:
    for limit in (working_days(30), TimeLimit(60, "day"), TimeLimit(240, "hour")):
        with pytest.raises(Refusal) as refused:
            promised(CALENDAR, at(2026, 12, 1), limit)
        assert refused.value.code == "calendar_empty"


@pytest.mark.parametrize("value", [0, -1])
def test_a_limit_that_is_not_positive_is_refused(value: int) -> None:
    with pytest.raises(Refusal):
        TimeLimit(value, "working_day")


def test_a_receipt_without_a_time_zone_is_a_fault() -> None:
    with pytest.raises(ProgrammingFault):
        counted_from(CALENDAR, datetime(2026, 10, 8, 9))  # noqa: DTZ001


def test_working_seconds_leave_out_lunch_and_rest_days() -> None:
    assert working_seconds_between(CALENDAR, at(2026, 10, 8, 11), at(2026, 10, 8, 14)) == 3600
    assert working_seconds_between(CALENDAR, at(2026, 8, 28, 16), at(2026, 9, 3, 8, 30)) == 7200
    assert working_seconds_between(CALENDAR, at(2026, 10, 8, 14), at(2026, 10, 8, 11)) == -3600


def test_working_days_between_two_dates_leave_out_the_first() -> None:
    assert working_days_between(CALENDAR, date(2026, 8, 27), date(2026, 9, 8)) == 5
    assert working_days_between(CALENDAR, date(2026, 9, 8), date(2026, 8, 27)) == -5
    assert working_days_between(CALENDAR, date(2026, 9, 8), date(2026, 9, 8)) == 0


calendars = st.sampled_from([CALENDAR, WITH_SATURDAY_SERVICE])
receipts = st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: at(2024, 1, 1, 0) + timedelta(minutes=minutes))
limits = st.builds(TimeLimit, st.integers(1, 60), st.sampled_from(["working_day", "day", "hour"])) | st.just(SAME_DAY)


@given(calendars, receipts, limits)
def test_a_promise_is_after_the_receipt_and_in_the_hours_of_a_working_day(
    calendar: WorkingCalendar, received: datetime, limit: TimeLimit
) -> None:
    due = promised(calendar, received, limit, THREE).due
    assert due > received
    day = local(due).date()
    assert calendar.is_working_day(day)
    assert any(session.opens(day) < due <= session.closes(day) for session in calendar.sessions_on(day))


@given(calendars, receipts, limits.filter(lambda limit: limit.value > 0))
def test_a_longer_limit_never_promises_an_earlier_date(
    calendar: WorkingCalendar, received: datetime, limit: TimeLimit
) -> None:
    longer = TimeLimit(limit.value + 1, limit.unit)
    assert promised(calendar, received, limit).due <= promised(calendar, received, longer).due


@given(calendars, receipts, st.integers(0, 5 * 24 * 60), limits)
def test_a_later_receipt_never_promises_an_earlier_date(
    calendar: WorkingCalendar, received: datetime, later: int, limit: TimeLimit
) -> None:
    after = received + timedelta(minutes=later)
    assert promised(calendar, received, limit, THREE).due <= promised(calendar, after, limit, THREE).due


@given(calendars, receipts, st.integers(1, 60))
def test_counting_the_days_back_from_a_promise_gives_the_limit(
    calendar: WorkingCalendar, received: datetime, value: int
) -> None:
    first = local(counted_from(calendar, received)).date()
    due = local(promised(calendar, received, working_days(value)).due).date()
    assert working_days_between(calendar, first, due) == value


@given(calendars, receipts, st.integers(1, 80))
def test_counting_the_hours_back_from_a_promise_gives_the_limit(
    calendar: WorkingCalendar, received: datetime, value: int
) -> None:
    due = promised(calendar, received, TimeLimit(value, "hour")).due
    assert working_seconds_between(calendar, received, due) == value * 3600


@given(calendars, receipts)
def test_a_handover_is_never_due_before_the_receipt(calendar: WorkingCalendar, received: datetime) -> None:
    assert handover_due(calendar, received) > received
