from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

import pytest

from resources.sample_ward.load import sample_office_document
from shared.clock import HO_CHI_MINH
from shared.domain.office import Line, Office, line_by_letter, office_from_document, office_to_document
from shared.domain.ticket_hours import (
    come_back_in_words,
    line_hours,
    office_hours,
    refuse_when_not_given,
)
from shared.domain.working_time import Session
from shared.failures import Refusal


@pytest.fixture(scope="module")
def office() -> Office:
    return office_from_document(sample_office_document())


def at(hour: int, minute: int, day: int = 23) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=HO_CHI_MINH)


def line(office: Office, **changes: object) -> Line:
    found = line_by_letter(office, "A")
    assert found is not None
    return replace(found, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("hour", "minute", "giving"),
    [
        (6, 59, "not_yet"),
        (7, 0, "open"),
        (11, 14, "open"),
        (11, 15, "over"),
        (13, 0, "open"),
        (16, 44, "open"),
        (16, 45, "over"),
    ],
)
def test_numbers_are_given_from_half_an_hour_before_until_the_last_number_time(
    office: Office, hour: int, minute: int, giving: str
) -> None:
    assert office_hours(office, at(hour, minute)).giving == giving


def test_a_line_with_hours_of_its_own_keeps_to_them(office: Office) -> None:
    mornings = line(office, hours=(Session(time(8), time(10)),))
    assert line_hours(office, mornings, 0, at(7, 45)).giving == "open"
    over = line_hours(office, mornings, 0, at(9, 45))
    assert over.giving == "over"
    assert over.told is not None
    assert "08:00 ngày 25/11/2026" in over.told.vi, "the 24th is a rest day of the sample ward's calendar"


def test_a_line_is_full_after_its_last_number_of_the_day(office: Office) -> None:
    small = line(office, daily_capacity=40)
    assert line_hours(office, small, 39, at(8, 0)).giving == "open"
    full = line_hours(office, small, 40, at(8, 0))
    assert full.giving == "full"
    assert full.told is not None
    assert "đã phát hết số" in full.told.vi
    assert "25/11/2026" in full.told.vi
    with pytest.raises(Refusal) as refused:
        refuse_when_not_given(full)
    assert refused.value.code == "line_full"


def test_outside_the_hours_full_is_not_what_a_citizen_needs_to_hear(office: Office) -> None:
    assert line_hours(office, line(office, daily_capacity=1), 1, at(12, 0)).giving == "over"


def test_a_line_that_is_open_refuses_nothing(office: Office) -> None:
    hours = office_hours(office, at(8, 0))
    refuse_when_not_given(hours)
    assert come_back_in_words(hours, office, at(8, 0)) == ("", "")


def test_the_closed_screen_says_only_when_to_come_back(office: Office) -> None:
    now = at(12, 0)
    assert come_back_in_words(office_hours(office, now), office, now) == (
        "Mời Ông/Bà trở lại lúc 13:30 hôm nay.",
        "Please come back at 13:30 today.",
    )


def test_beyond_the_calendar_nobody_is_sent_away_with_a_guess(office: Office) -> None:
    last = office.calendar.covers_to
    evening = datetime.combine(last, time(18), HO_CHI_MINH)
    told = office_hours(office, evening).told
    assert told is not None
    assert "hỏi cán bộ giờ mở cửa" in told.vi


def test_the_rules_travel_in_the_reference_document(office: Office) -> None:
    changed = replace(
        office,
        lines=(line(office, daily_capacity=40, hours=(Session(time(8), time(10)),)), *office.lines[1:]),
        tickets=replace(office.tickets, one_number_per_card=True, card_key="ab" * 32),
    )
    assert office_from_document(office_to_document(changed)) == changed


@pytest.mark.parametrize(
    ("where", "value", "named"),
    [
        ("tickets", {"one_number_per_card": True}, "tickets.card_key"),
        ("tickets", {"most_matters": 0}, "tickets.most_matters"),
        ("board", {"volumes": [{"start": "07:00", "percent": 101}]}, "board.volumes[0].percent"),
    ],
)
def test_rules_that_make_no_sense_are_refused_by_their_name(where: str, value: object, named: str) -> None:
    with pytest.raises(Refusal) as refused:
        office_from_document({**sample_office_document(), where: value})
    assert named in refused.value.sentence.en
