"""The calendar as a value: what it covers, what it refuses, how it travels as a document."""

import json
from datetime import UTC, date, datetime, time

import pytest

from shared.clock import HO_CHI_MINH
from shared.domain.calendar_document import calendar_from_document, calendar_to_document
from shared.domain.working_calendar import MakeUpDay, Session, WorkingCalendar
from shared.failures import ProgrammingFault, Refusal

MORNING = Session(time(7, 30), time(11, 30))
AFTERNOON = Session(time(13, 30), time(17, 0))
FULL_DAY = (MORNING, AFTERNOON)
SWAPPED_OFF, MADE_UP, HOLIDAY = date(2026, 8, 31), date(2026, 8, 22), date(2026, 9, 2)


def week(saturday: tuple[Session, ...] = ()) -> tuple[tuple[Session, ...], ...]:
    return (*([FULL_DAY] * 5), saturday, ())


def calendar(
    weekly: tuple[tuple[Session, ...], ...] | None = None,
    closed: dict[date, str] | None = None,
    make_up: dict[date, MakeUpDay] | None = None,
) -> WorkingCalendar:
    return WorkingCalendar(
        weekly=week() if weekly is None else weekly,
        closed={SWAPPED_OFF: "Hoán đổi", HOLIDAY: "Quốc khánh"} if closed is None else closed,
        make_up={MADE_UP: MakeUpDay(FULL_DAY, "Làm bù")} if make_up is None else make_up,
        covers_from=date(2026, 1, 1),
        covers_to=date(2026, 12, 31),
    )


def test_a_make_up_saturday_is_a_working_day_and_its_monday_is_not() -> None:
    assert calendar().is_working_day(MADE_UP)
    assert calendar().sessions_on(MADE_UP) == FULL_DAY
    assert not calendar().is_working_day(SWAPPED_OFF)
    assert calendar().sessions_on(SWAPPED_OFF) == ()


def test_saturday_morning_service_is_open_but_no_working_day() -> None:
    served = calendar(weekly=week(saturday=(MORNING,)))
    assert served.sessions_on(date(2026, 10, 10)) == (MORNING,)
    assert not served.is_working_day(date(2026, 10, 10))
    assert served.next_working_day(date(2026, 10, 9)) == date(2026, 10, 12)


@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2027, 1, 1)])
def test_a_day_outside_the_entered_span_is_refused_with_a_word_on_what_to_do(day: date) -> None:
    with pytest.raises(Refusal) as refused:
        calendar().is_working_day(day)
    assert refused.value.code == "calendar_empty"
    assert "Xin nhập lịch làm việc" in refused.value.sentence.vi


def test_a_calendar_without_any_session_is_refused() -> None:
    empty = calendar(weekly=((),) * 7, make_up={})
    with pytest.raises(Refusal) as refused:
        empty.sessions_on(date(2026, 5, 5))
    assert refused.value.code == "calendar_empty"
    with pytest.raises(Refusal):
        empty.next_session_start(datetime(2026, 5, 5, tzinfo=UTC))


@pytest.mark.parametrize(
    "changes",
    [
        {"closed": {MADE_UP: "Nghỉ"}},
        {"make_up": {MADE_UP: MakeUpDay((), "Làm bù")}},
        {"weekly": (FULL_DAY,) * 6},
        {"weekly": ((AFTERNOON, MORNING), *([()] * 6))},
        {"weekly": ((MORNING, Session(time(11, 0), time(12, 0))), *([()] * 6))},
    ],
    ids=["closed and make-up", "make-up without hours", "six days", "out of order", "overlapping"],
)
def test_a_calendar_that_contradicts_itself_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(Refusal) as refused:
        calendar(**changes)  # type: ignore[arg-type]
    assert refused.value.code == "calendar_contradiction"


def test_a_session_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(Refusal):
        Session(time(11, 0), time(11, 0))


def test_the_next_session_starts_after_lunch_or_next_morning() -> None:
    lunch = datetime(2026, 10, 8, 12, 0, tzinfo=HO_CHI_MINH)
    assert calendar().next_session_start(lunch) == datetime(2026, 10, 8, 13, 30, tzinfo=HO_CHI_MINH)
    friday_evening = datetime(2026, 10, 9, 18, 0, tzinfo=HO_CHI_MINH)
    assert calendar().next_session_start(friday_evening) == datetime(2026, 10, 12, 7, 30, tzinfo=HO_CHI_MINH)


def test_an_instant_without_a_time_zone_is_a_fault() -> None:
    with pytest.raises(ProgrammingFault):
        calendar().next_session_start(datetime(2026, 10, 8, 12, 0))  # noqa: DTZ001


def test_the_end_of_a_rest_day_is_a_fault() -> None:
    with pytest.raises(ProgrammingFault):
        calendar().end_of_day(HOLIDAY)


def test_a_calendar_does_not_change_when_the_dictionary_it_came_from_does() -> None:
    closed = {HOLIDAY: "Quốc khánh"}
    kept = calendar(closed=closed)
    closed.clear()
    assert not kept.is_working_day(HOLIDAY)


def test_a_calendar_comes_back_equal_from_its_json_document() -> None:
    original = calendar(weekly=week(saturday=(MORNING,)))
    assert calendar_from_document(json.loads(json.dumps(calendar_to_document(original)))) == original


@pytest.mark.parametrize(
    ("part", "value"),
    [("weekly", [[["half past seven", "11:30"]]] * 7), ("closed", {"31/8": "x"}), ("make_up", []), ("covers_to", None)],
)
def test_a_damaged_document_is_refused(part: str, value: object) -> None:
    with pytest.raises(Refusal) as refused:
        calendar_from_document(calendar_to_document(calendar()) | {part: value})
    assert refused.value.code == "calendar_unreadable"


def test_a_document_with_a_part_missing_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        calendar_from_document({})
    assert refused.value.code == "calendar_unreadable"
