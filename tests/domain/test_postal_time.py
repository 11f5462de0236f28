"""How long the post may take: the dated table, counted in working days, holidays left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from shared.clock import HO_CHI_MINH, business_date
from shared.domain.office import Office, PostalScope, PostalTime
from shared.domain.postal_time import delivered_by, invited_again_from, is_late, postal_time_on
from tests.staffed import staffed_ward

WARD = staffed_ward()


def at(year: int, month: int, day: int, hour: int = 9) -> datetime:
    return datetime(year, month, day, hour, 0, tzinfo=HO_CHI_MINH)


def due_on(scope: PostalScope, signed: datetime, office: Office = WARD, *, with_slip: bool = False) -> date | None:
    due = delivered_by(office, scope, signed, with_slip=with_slip)
    return None if due is None else business_date(due)


@pytest.mark.parametrize(
    ("scope", "with_slip", "due"),
    [
        ("commune", False, date(2026, 11, 25)),
        ("commune", True, date(2026, 11, 26)),
        ("province", False, date(2026, 11, 26)),
        ("province", True, date(2026, 11, 30)),
        ("country", False, date(2026, 11, 30)),
        ("country", True, date(2026, 12, 4)),
    ],
)
def test_the_table_counts_working_days_from_the_day_of_the_signature_and_leaves_the_holiday_of_tuesday_out(
    scope: PostalScope,
    with_slip: bool,
    due: date,
) -> None:
    assert due_on(scope, at(2026, 11, 23), with_slip=with_slip) == due


def test_a_weekend_is_left_out() -> None:
    assert due_on("commune", at(2026, 11, 20)) == date(2026, 11, 23)


def test_a_holiday_of_two_days_and_the_days_swapped_for_it_are_left_out() -> None:
    assert not any(WARD.calendar.is_working_day(date(2026, 9, day)) for day in (1, 2))
    worked = [day for day in _days(date(2026, 8, 29), 10) if WARD.calendar.is_working_day(day)]
    assert due_on("province", at(2026, 8, 28)) == worked[1]
    assert worked[1] > date(2026, 9, 2)


def _days(first: date, count: int) -> list[date]:
    return [first + timedelta(days=n) for n in range(count)]


def test_the_hour_of_the_signature_changes_nothing() -> None:
    assert due_on("commune", at(2026, 11, 23, 0)) == due_on("commune", at(2026, 11, 23, 23)) == date(2026, 11, 25)


def test_each_signature_goes_by_the_table_of_its_day() -> None:
    older = PostalTime("commune", 3, 6, "cũ", valid_to=date(2026, 11, 22))
    newer = PostalTime("commune", 1, 2, "mới", valid_from=date(2026, 11, 23))
    office = replace(WARD, postal_times=(newer, older))
    assert postal_time_on(office, "commune", date(2026, 11, 22)) == older
    assert due_on("commune", at(2026, 11, 20), office) == date(2026, 11, 26)
    assert due_on("commune", at(2026, 11, 23), office) == date(2026, 11, 25)


def test_where_the_table_or_the_calendar_ends_nothing_is_promised() -> None:
    assert due_on("commune", at(2026, 11, 23), replace(WARD, postal_times=())) is None
    last = datetime.combine(WARD.calendar.covers_to, datetime.min.time(), HO_CHI_MINH)
    assert due_on("commune", last) is None


def test_it_is_late_when_the_day_has_passed_and_stays_as_it_was_when_it_came() -> None:
    due = delivered_by(WARD, "commune", at(2026, 11, 23))
    assert not is_late(due, at(2026, 11, 25, 20))
    assert is_late(due, at(2026, 11, 26, 0))
    assert not is_late(due, at(2026, 12, 25), done_at=at(2026, 11, 25, 20))
    assert not is_late(None, at(2030, 1, 1))


@pytest.mark.parametrize(
    ("invited", "again"),
    [
        (at(2026, 11, 23), date(2026, 11, 26)),
        (at(2026, 11, 20), date(2026, 11, 25)),
        (at(2026, 11, 21), date(2026, 11, 25)),
    ],
)
def test_two_invitations_are_two_working_days_apart(invited: datetime, again: date) -> None:
    assert invited_again_from(WARD, invited) == datetime.combine(again, datetime.min.time(), HO_CHI_MINH)


def test_beyond_the_calendar_days_are_counted_as_they_come() -> None:
    last = datetime.combine(WARD.calendar.covers_to, datetime.min.time(), HO_CHI_MINH)
    assert invited_again_from(WARD, last) == last + timedelta(days=2)
