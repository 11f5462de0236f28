"""The periods that leaders look at (kỳ xem): by the official cut-off days, and the last seven days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal, get_args

from shared.domain.reports.period import Period, free_period, month_of, quarter_of, year_of

Choice = Literal["this_month", "last_month", "this_quarter", "this_year", "week"]
CHOICES: tuple[Choice, ...] = get_args(Choice)

_SIX_DAYS = timedelta(days=6)


def offered_periods(today: date) -> Mapping[Choice, Period]:
    """What is offered on `today`; a week is today and the six days before."""
    month = month_of(today)
    return {
        "this_month": month,
        "last_month": month.before,
        "this_quarter": quarter_of(today),
        "this_year": year_of(today),
        "week": free_period(today - _SIX_DAYS, today),
    }


def chosen_period(text: str, today: date) -> tuple[Choice, Period]:
    """The one asked for by its name; this month for anything else, so that an old link still opens a page."""
    offered = offered_periods(today)
    for choice in CHOICES:
        if choice == text:
            return choice, offered[choice]
    return "this_month", offered["this_month"]
