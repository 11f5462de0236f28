"""By when a dossier is handed over, and where it belongs in what is proposed (Decree 118/2025 Art. 18)."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from shared.calendar_source import vietnam_calendar
from shared.clock import HO_CHI_MINH
from shared.domain.handover_due import hand_over_by, overdue_from, proposal
from shared.domain.working_time import Session, calendar_from_document
from shared.failures import Refusal

HOURS = [Session(time(7, 30), time(11, 30)), Session(time(13, 30), time(17, 0))]
CALENDAR = calendar_from_document(vietnam_calendar(range(2026, 2027), [*[HOURS] * 5, [], []]))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026; the 23rd is a Monday, the 24th a holiday (Culture Day)."""
    return datetime(2026, 11, day, hour, minute, tzinfo=HO_CHI_MINH)


@pytest.mark.parametrize(
    ("held_since", "by", "overdue"),
    [
        (at(23, 9), at(23, 17), at(23, 17)),
        (at(23, 15), at(23, 17), at(23, 17)),
        (at(23, 15, 1), at(25, 7, 30), at(25, 11, 30)),
        (at(23, 20), at(25, 7, 30), at(25, 11, 30)),
        (at(27, 16), at(30, 7, 30), at(30, 11, 30)),
        (at(28, 9), at(30, 7, 30), at(30, 11, 30)),
    ],
)
def test_what_came_by_three_goes_the_same_day_and_the_rest_in_the_next_working_morning(
    held_since: datetime, by: datetime, overdue: datetime
) -> None:
    assert hand_over_by(CALENDAR, held_since) == by
    assert overdue_from(CALENDAR, held_since) == overdue


@pytest.mark.parametrize(
    ("held_since", "now", "belongs"),
    [
        (at(23, 9), at(23, 16), "now"),
        (at(23, 9), at(23, 17, 1), "overdue"),
        (at(23, 15, 1), at(23, 16), "next_morning"),
        (at(23, 15, 1), at(25, 8), "now"),
        (at(23, 15, 1), at(25, 11, 31), "overdue"),
        (at(27, 16), at(28, 10), "next_morning"),
        (at(27, 16), at(30, 7, 31), "now"),
        (at(20, 9), at(23, 8), "overdue"),
    ],
)
def test_a_list_proposes_what_goes_now_what_goes_tomorrow_and_what_should_have_gone(
    held_since: datetime, now: datetime, belongs: str
) -> None:
    assert proposal(CALENDAR, held_since, now) == belongs


def test_nothing_is_proposed_beyond_the_calendar() -> None:
    with pytest.raises(Refusal) as refused:
        hand_over_by(CALENDAR, datetime(2031, 1, 5, 9, tzinfo=HO_CHI_MINH))
    assert refused.value.code == "calendar_empty"
