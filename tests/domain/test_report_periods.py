"""Periods of reporting: their official days, what they are called, by when they are due."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.clock import HO_CHI_MINH
from shared.domain.reports.period import Period, free_period, month_of, period_from, quarter_of, year_of
from shared.failures import Refusal

DAYS = st.dates(date(2001, 1, 1), date(2100, 1, 1))
ONE_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("code", "kind", "first", "last"),
    [
        ("2026-10", "month", "2026-09-15", "2026-10-14"),
        ("2026-01", "month", "2025-12-15", "2026-01-14"),
        ("2026-03", "month", "2026-02-15", "2026-03-14"),
        ("2026-Q1", "quarter", "2025-12-15", "2026-03-14"),
        ("2026-Q3", "quarter", "2026-06-15", "2026-09-14"),
        ("2026-H1", "half", "2025-12-15", "2026-06-14"),
        ("2026", "year", "2025-12-15", "2026-12-14"),
        ("2026-10-01..2026-10-31", "free", "2026-10-01", "2026-10-31"),
    ],
)
def test_a_period_has_its_official_days(code: str, kind: str, first: str, last: str) -> None:
    period = period_from(code)
    assert (period.kind, period.code) == (kind, code)
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)


def test_the_last_day_counts_whole_on_the_clocks_of_viet_nam() -> None:
    period = period_from("2026-10")
    assert period.start == datetime(2026, 9, 15, tzinfo=HO_CHI_MINH)
    assert period.end == datetime(2026, 10, 15, tzinfo=HO_CHI_MINH)


@pytest.mark.parametrize(
    ("code", "office", "province"),
    [
        ("2026-10", date(2026, 10, 20), date(2026, 10, 23)),
        ("2026-Q3", date(2026, 9, 20), date(2026, 9, 23)),
        ("2026-H1", date(2026, 6, 20), date(2026, 6, 23)),
        ("2026", date(2026, 12, 20), date(2026, 12, 23)),
        ("2026-10-01..2026-10-31", None, None),
    ],
)
def test_offices_report_by_the_20th_and_the_province_by_the_23rd(
    code: str, office: date | None, province: date | None
) -> None:
    period = period_from(code)
    assert (period.due_from_office, period.due_from_province) == (office, province)


@given(DAYS)
def test_every_day_lies_in_its_month_quarter_and_year_and_in_no_other(day: date) -> None:
    for of in (month_of, quarter_of, year_of):
        period = of(day)
        assert period.first <= day <= period.last
        assert of(period.last + ONE_DAY).first == period.last + ONE_DAY
        assert period_from(period.code) == period


@given(DAYS)
def test_the_period_before_ends_on_the_day_before(day: date) -> None:
    free = free_period(day, day + 9 * ONE_DAY)
    for period in (month_of(day), quarter_of(day), year_of(day), free):
        assert period.before.kind == period.kind
        assert period.before.last + ONE_DAY == period.first


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("", "no_such_period"),
        ("2026-13", "no_such_period"),
        ("2026-Q5", "no_such_period"),
        ("2026-H2", "no_such_period"),
        ("0000", "no_such_period"),
        ("2026-02-30..2026-03-01", "no_such_period"),
        ("2026-10-31..2026-10-01", "dates_reversed"),
        ("2020-01-01..2026-10-01", "period_too_long"),
    ],
)
def test_what_is_no_period_is_refused_in_words(code: str, why: str) -> None:
    with pytest.raises(Refusal) as refusal:
        period_from(code)
    assert refusal.value.code == why
    assert refusal.value.sentence.vi
    assert refusal.value.sentence.en


def test_a_period_that_is_not_over_ends_now_and_one_that_has_not_begun_is_refused() -> None:
    period = period_from("2026-10")
    now = datetime(2026, 10, 1, 9, 0, tzinfo=HO_CHI_MINH)
    assert period.so_far(now).end == period.so_far(now).so_far(now).end == now
    assert period.so_far(now).so_far(period.end) == period
    assert period.so_far(period.end) == period
    assert period.so_far(now).before == Period("month", "2026-09", date(2026, 8, 15), date(2026, 9, 14))
    with pytest.raises(Refusal, match="has not begun"):
        period.so_far(period.start)


def test_people_are_told_its_name_and_days() -> None:
    names = [period_from(code).name.vi for code in ("2026-10", "2026-Q3", "2026-H1", "2026")]
    assert names == ["Tháng 10 năm 2026", "Quý III năm 2026", "6 tháng đầu năm 2026", "Năm 2026"]
    assert period_from("2026-10").days.en == "From 15/09/2026 to 14/10/2026"
