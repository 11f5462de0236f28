from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from shared.domain import appointment
from shared.domain.appointment import Book, Cancel, CheckIn, appointment_code
from shared.domain.fact import Fact
from shared.failures import Refusal

from .stories import Story

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
BOOK = Book("a1", "LH261123", "A", AT, "1.001193")


def booked() -> Story:
    story = Story(appointment.decide, appointment.evolve)
    story.do(BOOK)
    return story


def arriving(minutes: int, ticket: str = "t1") -> CheckIn:
    return CheckIn(ticket, AT + timedelta(minutes=minutes), 30, 15)


def refused(story: Story, command: appointment.Command) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        story.do(command)
    return refusal.value


@pytest.mark.parametrize("minutes", [-30, 0, 15])
def test_an_appointment_is_checked_in_around_its_time(minutes: int) -> None:
    arrived = booked().do(arriving(minutes))
    assert (arrived.state, arrived.ticket, arrived.at, arrived.line) == ("arrived", "t1", AT, "A")


def test_who_comes_too_early_is_told_when_to_come_back() -> None:
    told = refused(booked(), arriving(-31))
    assert told.code == "appointment_early"
    assert "lúc 09:00. Mời Ông/Bà trở lại từ 08:30" in told.sentence.vi
    another_day = refused(booked(), arriving(-24 * 60))
    assert "09:00 ngày 23/11/2026" in another_day.sentence.vi


def test_who_comes_too_late_is_shown_the_ordinary_way() -> None:
    told = refused(booked(), arriving(16))
    assert told.code == "appointment_late"
    assert "lấy số thứ tự như bình thường" in told.sentence.vi


def test_an_appointment_is_good_for_one_number() -> None:
    story = booked()
    story.do(arriving(0))
    assert refused(story, arriving(1, "t2")).code == "appointment_used"


def test_a_cancelled_or_unknown_appointment_is_none() -> None:
    story = booked()
    story.do(Cancel())
    assert refused(story, arriving(0)).code == "no_such_appointment"
    assert refused(Story(appointment.decide, appointment.evolve), arriving(0)).code == "no_such_appointment"


def test_two_machines_that_were_offline_leave_a_conflict_and_the_first_number() -> None:
    story = booked()
    story.do(arriving(0))
    twice = story.happens(Fact("a1", "appointment.arrived", {"ticket": "t2"}))
    assert twice.ticket == "t1"
    assert [conflict.code for conflict in twice.conflicts] == ["arrived_twice"]


def test_an_appointment_is_booked_once_and_with_a_code_that_can_be_typed() -> None:
    assert refused(booked(), BOOK).code == "already_booked"
    wrong = Book("a2", "LH26112", "A", AT)
    assert refused(Story(appointment.decide, appointment.evolve), wrong).code == "appointment_code_invalid"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("LH261123", "LH261123"),
        (" lh-261 123 ", "LH261123"),
        ("LH26112", None),
        ("A012", None),
        ("https://motcua.example/t/LH261123", None),
        ("", None),
    ],
)
def test_a_code_is_read_however_it_was_typed(text: str, code: str | None) -> None:
    assert appointment_code(text) == code
