"""When a list without its second signature, and what the post holds, are under way for too long."""

from __future__ import annotations

from datetime import datetime

import pytest

from resources.sample_ward.load import sample_office_document
from shared.clock import HO_CHI_MINH
from shared.domain.office import office_from_document
from shared.domain.office_record import UnitKind
from shared.domain.postal_time import is_late
from shared.domain.transit_alarm import post_due, signature_due

CALENDAR = office_from_document(sample_office_document()).calendar
FRIDAY, MONDAY, HOLIDAY = 20, 23, 24


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026: the 20th is a Friday, the 24th a holiday. Hours: 7:30–11:30, 13:30–17:00."""
    return datetime(2026, 11, day, hour, minute, tzinfo=HO_CHI_MINH)


@pytest.mark.parametrize(
    ("signed", "due"),
    [
        (at(MONDAY, 8), at(MONDAY, 10)),
        (at(MONDAY, 11), at(MONDAY, 15)),
        (at(FRIDAY, 16), at(MONDAY, 8, 30)),
        (at(MONDAY, 12), at(MONDAY, 15, 30)),
        (at(MONDAY, 6), at(MONDAY, 9, 30)),
        (at(MONDAY, 16, 30), at(25, 9)),
        (at(21, 9), at(MONDAY, 9, 30)),
    ],
)
def test_a_list_has_two_hours_of_working_time_for_its_second_signature(signed: datetime, due: datetime) -> None:
    assert signature_due(CALENDAR, 120, ("one_stop", "department"), signed) == due


@pytest.mark.parametrize("sides", [("post", "one_stop"), ("one_stop", "post")])
def test_with_the_post_on_one_side_it_has_until_the_end_of_the_next_working_day(
    sides: tuple[UnitKind, UnitKind],
) -> None:
    assert signature_due(CALENDAR, 120, sides, at(FRIDAY, 9)) == at(MONDAY, 17)
    assert signature_due(CALENDAR, 120, sides, at(MONDAY, 9)) == at(25, 17), "the 24th is a holiday"


def test_what_the_post_took_in_goes_on_the_same_day_and_in_the_afternoon_the_next_morning() -> None:
    assert post_due(CALENDAR, at(FRIDAY, 9)) == at(FRIDAY, 17)
    late = post_due(CALENDAR, at(FRIDAY, 15, 30))
    assert late is not None
    assert at(MONDAY, 7) < late <= at(MONDAY, 11, 30)


def test_what_the_post_delivers_is_late_by_the_time_of_the_delivery() -> None:
    assert post_due(CALENDAR, at(FRIDAY, 9), at(MONDAY, 17)) == at(MONDAY, 17)


def test_where_the_calendar_has_ended_nothing_is_called_late() -> None:
    beyond = datetime(2031, 5, 5, 9, tzinfo=HO_CHI_MINH)
    assert signature_due(CALENDAR, 120, ("one_stop", "department"), beyond) is None
    assert signature_due(CALENDAR, 120, ("one_stop", "post"), beyond) is None
    assert post_due(CALENDAR, beyond) is None


def test_late_begins_after_the_due_time() -> None:
    due = at(MONDAY, 10)
    assert not is_late(due, due)
    assert is_late(due, at(MONDAY, 10, 1))
    assert not is_late(None, due)
