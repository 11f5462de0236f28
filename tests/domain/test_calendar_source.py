"""The draft of an office's calendar from the public holidays of Viet Nam and the office's own entries."""

from datetime import date, time, timedelta

import pytest

from shared.calendar_source import OfficeEntry, vietnam_calendar
from shared.domain.calendar_document import calendar_from_document
from shared.domain.working_calendar import Session, WorkingCalendar
from shared.failures import Refusal

MORNING = Session(time(7, 30), time(11, 30))
FULL_DAY = [MORNING, Session(time(13, 30), time(17, 0))]
WEEK = [*[FULL_DAY] * 5, [], []]


def office(years: range, *entries: OfficeEntry) -> WorkingCalendar:
    return calendar_from_document(vietnam_calendar(years, WEEK, entries))


def year_entered(year: int, days: int) -> list[OfficeEntry]:
    return [OfficeEntry(date(year, 1, 1) + timedelta(days=n), "closed", "Nghỉ lễ") for n in range(days)]


@pytest.mark.parametrize(
    ("off", "worked"),
    [
        (date(2024, 4, 29), date(2024, 5, 4)),
        (date(2025, 5, 2), date(2025, 4, 26)),
        (date(2026, 1, 2), date(2026, 1, 10)),
        (date(2026, 8, 31), date(2026, 8, 22)),
    ],
)
def test_a_swapped_day_is_off_and_its_saturday_is_worked_in_full(off: date, worked: date) -> None:
    calendar = office(range(2024, 2027))
    assert not calendar.is_working_day(off)
    assert calendar.is_working_day(worked)
    assert calendar.sessions_on(worked) == tuple(FULL_DAY)
    assert f"{off:%d/%m/%Y}" in calendar.make_up[worked].note


def test_the_culture_day_is_a_holiday_in_2026_and_was_none_in_2025() -> None:
    calendar = office(range(2024, 2027))
    assert not calendar.is_working_day(date(2026, 11, 24))
    assert calendar.is_working_day(date(2025, 11, 24))


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_every_announced_year_has_the_days_off_that_the_law_gives(year: int) -> None:
    closed = office(range(2024, 2027)).closed
    for month, day in ((1, 1), (4, 30), (5, 1), (9, 2)):
        assert date(year, month, day) in closed
    assert sum("Tết" in name and "Dương" not in name for day, name in closed.items() if day.year == year) >= 5
    assert any("Hùng Vương" in name for day, name in closed.items() if day.year == year)


def test_a_year_not_announced_is_not_covered() -> None:
    calendar = office(range(2026, 2029))
    assert calendar.covers_to == date(2026, 12, 31)
    with pytest.raises(Refusal) as refused:
        calendar.is_working_day(date(2027, 1, 4))
    assert refused.value.code == "calendar_empty"


def test_a_year_alone_that_nobody_announced_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        office(range(2027, 2028))
    assert refused.value.code == "calendar_empty"


def test_a_year_the_office_has_begun_to_enter_is_not_covered_yet() -> None:
    assert office(range(2026, 2028), *year_entered(2027, 11)).covers_to == date(2026, 12, 31)


def test_a_year_the_office_has_entered_is_covered() -> None:
    calendar = office(range(2026, 2028), *year_entered(2027, 12))
    assert calendar.covers_to == date(2027, 12, 31)
    assert not calendar.is_working_day(date(2027, 1, 12))
    assert calendar.is_working_day(date(2027, 1, 13))


def test_the_covered_span_has_no_gap() -> None:
    entries = [*year_entered(2026, 12), *year_entered(2028, 12)]
    assert office(range(2026, 2029), *entries).covers_to == date(2026, 12, 31)


def test_the_offices_entries_override_the_public_calendar() -> None:
    calendar = office(
        range(2026, 2027),
        OfficeEntry(date(2026, 8, 31), "ordinary"),
        OfficeEntry(date(2026, 8, 22), "closed", "Không làm bù"),
        OfficeEntry(date(2026, 10, 10), "make_up", "Công văn 12", (MORNING,)),
        OfficeEntry(date(2026, 10, 8), "closed", "Mất điện"),
    )
    assert calendar.is_working_day(date(2026, 8, 31))
    assert not calendar.is_working_day(date(2026, 8, 22))
    assert calendar.sessions_on(date(2026, 10, 10)) == (MORNING,)
    assert calendar.closed[date(2026, 10, 8)] == "Mất điện"


def test_entries_that_contradict_each_other_are_refused() -> None:
    day = date(2026, 10, 10)
    with pytest.raises(Refusal) as refused:
        office(range(2026, 2027), OfficeEntry(day, "closed", "x"), OfficeEntry(day, "make_up", "y", (MORNING,)))
    assert refused.value.code == "calendar_contradiction"
