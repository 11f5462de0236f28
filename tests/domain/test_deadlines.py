"""What wants attention, and when: on the sample ward's calendar (23/11/2026 is a Monday, the 24th a holiday)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from resources.sample_ward.load import sample_office_document
from shared.clock import HO_CHI_MINH, local
from shared.domain.deadlines import Watch, groups_of, watch_at, working_hours_before
from shared.domain.dossier import ONE_STOP, Apology, Dossier, Supplement
from shared.domain.office import DeadlineRules, office_from_document, office_to_document
from shared.failures import Refusal
from tests.papers import dossier_with

WARD = office_from_document(sample_office_document())
UNIT = "van-phong"


def at(day: int, hour: int = 9, minute: int = 0) -> datetime:
    """A moment of November 2026, days of December counted on."""
    return datetime(2026, 11, 1, hour, minute, tzinfo=HO_CHI_MINH) + timedelta(days=day - 1)


USUAL = DeadlineRules()
FRIDAY, MONDAY_AT_EIGHT = at(20), at(23, 8)


def watch(now: datetime, rules: DeadlineRules = USUAL) -> Watch:
    return watch_at(WARD.calendar, rules, now)


def dossier(
    due: datetime | None, *, holder: str = UNIT, received: datetime = FRIDAY, step: datetime = MONDAY_AT_EIGHT
) -> Dossier:
    return dossier_with(
        code="H99.99.01-261120-1001",
        received_at=received,
        due_at=due,
        holder=holder,
        last_step_at=step,
    )


def asked(answer_by: datetime) -> Dossier:
    supplement = Supplement(UNIT, ("Tờ khai",), None, at(9), "staff-5", answer_by, late=False, due_before=at(12, 17))
    return replace(dossier(None), supplement=supplement)


@pytest.mark.parametrize(
    ("due", "groups"),
    [
        (at(20, 17), ("overdue",)),
        (at(23, 8, 59), ("overdue",)),
        (at(23, 11, 30), ("due_today",)),
        (at(25, 17), ("apologise", "due_tomorrow")),
        (at(26, 17), ()),
        (None, ()),
    ],
)
def test_what_is_due_is_told_by_working_days(due: datetime | None, groups: tuple[str, ...]) -> None:
    assert groups_of(dossier(due), watch(at(23))) == groups


def test_tomorrow_is_the_next_working_day_over_a_weekend_and_a_holiday() -> None:
    assert watch(at(20)).tomorrow == date(2026, 11, 23)
    assert watch(at(23)).tomorrow == date(2026, 11, 25)
    assert "due_tomorrow" in groups_of(dossier(at(23, 17), step=at(20, 8)), watch(at(20)))


def test_an_apology_is_asked_for_until_the_last_working_day_before_and_not_again() -> None:
    due = dossier(at(25, 17), step=at(20, 8))
    assert "apologise" not in groups_of(due, watch(at(20)))
    assert "apologise" in groups_of(due, watch(at(23)))
    assert "apologise" not in groups_of(due, watch(at(25)))
    sent = Apology(UNIT, None, at(20), "staff-5", at(23, 17), at(25, 17), late_notice=False)
    assert groups_of(replace(due, apology=sent, last_step_at=at(23, 8)), watch(at(23))) == ("due_tomorrow",)
    ready = replace(due, result_ready_at=at(23, 8), last_step_at=at(23, 8))
    assert groups_of(ready, watch(at(23))) == ("due_tomorrow",)


def test_a_result_that_is_not_at_the_counter_in_time_is_overdue_all_the_same() -> None:
    late = replace(dossier(at(20, 17)), result_ready_at=at(20, 16))
    assert groups_of(late, watch(at(23))) == ("overdue",)
    assert groups_of(replace(late, holder=ONE_STOP), watch(at(23))) == ()


@pytest.mark.parametrize(
    ("received", "now", "wanted"),
    [
        (at(23, 9), at(23, 14, 59), False),
        (at(23, 9), at(23, 15), True),
        (at(20, 9), at(23, 7, 30), True),
        (at(20, 16), at(23, 7, 29), False),
        (at(20, 16), at(23, 7, 30), True),
        (at(23, 15, 1), at(23, 16, 50), False),
        (at(23, 15, 1), at(24, 16), False),
        (at(23, 15, 1), at(25, 8), True),
    ],
)
def test_what_came_by_three_goes_the_same_day_and_what_came_later_next_morning(
    received: datetime, now: datetime, wanted: bool
) -> None:
    here = dossier(None, holder=ONE_STOP, received=received, step=now)
    assert ("hand_over" in groups_of(here, watch(now))) is wanted


def test_a_supplement_that_is_waited_for_has_no_due_date_and_is_never_stuck() -> None:
    assert groups_of(asked(at(30, 17)), watch(at(25))) == ()
    assert groups_of(asked(at(30, 17)), watch(at(27))) == ("answers_soon",)
    assert groups_of(asked(at(25, 17)), watch(at(25, 23))) == ("answers_soon",)
    assert groups_of(asked(at(25, 17)), watch(at(26, 0))) == ("answers_over",)


def test_nothing_happened_for_sixteen_working_hours_is_stuck() -> None:
    now = at(25, 9)
    since = local(working_hours_before(WARD.calendar, now, 16))
    assert since == at(20, 8)
    assert groups_of(dossier(None, step=since), watch(now)) == ("stuck",)
    assert groups_of(dossier(None, step=since + timedelta(seconds=1)), watch(now)) == ()
    assert groups_of(dossier(None, step=since), watch(now, DeadlineRules(stuck_hours=17))) == ()


def test_a_calendar_that_has_just_begun_is_not_looked_at_before_its_beginning() -> None:
    young = replace(WARD.calendar, covers_from=date(2026, 11, 23))
    assert local(working_hours_before(young, at(23, 8), 16)) == at(23, 0)


def test_a_calendar_that_has_ended_is_refused_in_words() -> None:
    with pytest.raises(Refusal) as refused:
        watch_at(replace(WARD.calendar, covers_to=date(2026, 11, 24)), DeadlineRules(), at(23))
    assert refused.value.code == "calendar_empty"


def test_a_result_that_lies_for_days_is_told_by_itself() -> None:
    lies = replace(dossier(at(12, 17), holder=ONE_STOP, step=at(13, 23)), result_ready_at=at(12))
    assert groups_of(lies, watch(at(20))) == ()
    assert groups_of(lies, watch(at(23))) == ("uncollected",)


def test_what_is_over_wants_nothing() -> None:
    assert groups_of(replace(dossier(at(20, 17)), returned_at=at(23)), watch(at(23))) == ()


def test_several_things_are_told_the_most_urgent_first() -> None:
    forgotten = dossier(at(20, 17), holder=ONE_STOP, received=at(18), step=at(18))
    assert groups_of(forgotten, watch(at(23, 16))) == ("overdue", "hand_over", "stuck")


def test_the_office_sets_its_own_hours() -> None:
    own = replace(WARD, deadlines=DeadlineRules(stuck_hours=24))
    assert office_from_document(office_to_document(own)).deadlines == DeadlineRules(stuck_hours=24)
    with pytest.raises(Refusal) as refused:
        office_from_document(office_to_document(replace(WARD, deadlines=DeadlineRules(stuck_hours=0))))
    assert "deadlines.stuck_hours" in refused.value.sentence.en
