"""Service times: measured ones drawn towards the prior, their spread, and what is left of a service under way."""

from __future__ import annotations

import random
from math import exp, isfinite
from statistics import fmean, pvariance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.service_time import Prior, ServiceMinutes, minutes_left, remembered, service_minutes


def test_without_measurements_the_prior_holds() -> None:
    service = service_minutes([], Prior(8.0))
    assert service.mean == 8.0
    assert service.deviation == pytest.approx(0.6 * 8)


def test_few_measurements_are_drawn_towards_the_prior() -> None:
    assert service_minutes([20.0], Prior(8.0)).mean == pytest.approx(10.0)
    assert service_minutes([20.0] * 5, Prior(8.0)).mean == pytest.approx(14.0)


def test_the_mean_counts_and_not_the_median() -> None:
    assert service_minutes([5.0, 5.0, 20.0] * 10, Prior(10.0)).mean == pytest.approx(10.0)


def test_one_service_that_took_all_morning_moves_little() -> None:
    assert service_minutes([10.0] * 9 + [240.0], Prior(10.0)).mean == pytest.approx(12.0)


def test_only_the_recent_measurements_count() -> None:
    assert service_minutes([60.0] * 50 + [10.0] * 30, Prior(10.0)).mean == pytest.approx(10.0)


def test_the_more_is_measured_the_surer_the_mean() -> None:
    errors = [service_minutes([8.0, 12.0] * count, Prior(10.0)).error for count in (0, 1, 5, 15)]
    assert errors == sorted(errors, reverse=True)


def test_even_services_narrow_the_spread_and_uneven_ones_widen_it() -> None:
    even = service_minutes([10.0] * 20, Prior(10.0)).deviation
    uneven = service_minutes([2.0, 30.0] * 10, Prior(10.0)).deviation
    assert even < service_minutes([], Prior(10.0)).deviation < uneven


def test_the_last_ten_of_the_day_before_stand_before_todays() -> None:
    assert remembered([float(n) for n in range(40)], [99.0]) == [*map(float, range(30, 40)), 99.0]


def test_a_service_that_has_just_begun_has_all_of_it_left() -> None:
    left = minutes_left(ServiceMinutes(10.0, 6.0, 0.0), 0.0)
    assert (left.mean, left.variance) == (10.0, 36.0)


@pytest.mark.parametrize("elapsed", [3.0, 10.0, 20.0])
def test_what_is_left_is_what_lognormal_services_of_that_age_have_left(elapsed: float) -> None:
    chance = random.Random(1)
    spread = 0.36
    drawn = (exp(chance.gauss(0.0, 1.0) * 0.554513 - 0.153745) * 10 for _ in range(200_000))
    rests = [minutes - elapsed for minutes in drawn if minutes > elapsed]
    left = minutes_left(ServiceMinutes(10.0, 10 * spread**0.5, 0.0), elapsed)
    assert left.mean == pytest.approx(fmean(rests), rel=0.03)
    assert left.variance == pytest.approx(pvariance(rests), rel=0.15)


@given(st.lists(st.floats(0, 600), max_size=40), st.floats(1, 60), st.floats(0, 1_000))
def test_everything_is_finite_whatever_was_measured(measured: list[float], prior: float, elapsed: float) -> None:
    service = service_minutes(measured, Prior(prior))
    left = minutes_left(service, elapsed)
    assert all(map(isfinite, (service.mean, service.deviation, service.error, left.mean, left.variance)))
    assert service.mean > 0
    assert left.mean >= 0
    assert left.variance >= 0
