"""The sample ward: complete, consistent and visibly invented."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from datetime import UTC, date, datetime, time

import pytest

from resources.sample_ward.load import (
    SampleCitizen,
    arrival_minutes,
    sample_citizens,
    sample_office_document,
    sample_staff,
    weekday_weights,
)
from shared.domain.identity_card import read_identity_card
from shared.domain.office import department_of_field, line_by_letter, line_of_field, office_from_document
from shared.domain.units import agency_of_field, unit_kind, units_of_kind
from shared.domain.working_time import TimeLimit, promised

OFFICE = office_from_document(sample_office_document())
CITIZENS = sample_citizens()


def test_every_field_of_the_catalogue_has_a_line_and_a_department() -> None:
    fields = {procedure.field for procedure in OFFICE.procedures}
    assert len(fields) == 23
    for field in fields:
        assert line_of_field(OFFICE, field) is not None, field
        assert department_of_field(OFFICE, field) is not None, field


def test_every_line_is_served_and_only_the_last_returns_results() -> None:
    assert {letter for counter in OFFICE.counters for letter in counter.lines} == {line.letter for line in OFFICE.lines}
    assert [line.kind for line in OFFICE.lines] == ["reception"] * 5 + ["results"]
    results = line_by_letter(OFFICE, "F")
    assert results is not None
    assert results.name_vi == "Trả kết quả"


def test_the_priority_groups_are_those_of_the_decree() -> None:
    names = [group.name_vi for group in OFFICE.priority_groups]
    assert names == ["Người cao tuổi", "Phụ nữ mang thai", "Người khuyết tật"]


def test_every_time_limit_of_the_catalogue_can_be_promised_at_the_end_of_the_year() -> None:
    received = datetime(2026, 12, 31, 3, 0, tzinfo=UTC)
    for procedure in OFFICE.procedures:
        if procedure.time_limit is not None:
            assert promised(OFFICE.calendar, received, procedure.time_limit, procedure.cut_off).due > received


def test_the_ward_rests_on_the_culture_day_and_works_the_day_after() -> None:
    assert not OFFICE.calendar.is_working_day(date(2026, 11, 24))
    promise = promised(OFFICE.calendar, datetime(2026, 11, 23, 2, 0, tzinfo=UTC), TimeLimit(1, "working_day"))
    assert promise.due == datetime(2026, 11, 25, 10, 0, tzinfo=UTC)


def test_the_staff_has_every_role_and_its_own_pin() -> None:
    staff = sample_staff()
    assert Counter(member.role for member in staff) == {
        "officer": 4,
        "postal": 3,
        "department": 2,
        "team_leader": 1,
        "administrator": 1,
    }
    for values in zip(*((member.id, member.sign_in, member.name, member.pin) for member in staff), strict=True):
        assert len(set(values)) == len(staff)
    units = {department.id for department in OFFICE.departments}
    assert {member.unit for member in staff if member.role == "department"} <= units


def test_the_post_and_the_reception_point_have_their_own_people() -> None:
    staff = sample_staff()
    (post,) = units_of_kind(OFFICE, "post")
    (satellite,) = units_of_kind(OFFICE, "satellite")
    assert [member.role for member in staff if member.unit == post] == ["postal", "postal"]
    assert [member.role for member in staff if member.unit == satellite] == ["officer"]
    assert [member.unit for member in staff if member.role == "postal"] == [None, post, post]
    assert {unit_kind(OFFICE, each.id) for each in OFFICE.other_units} == {"post", "satellite", "agency"}
    assert agency_of_field(OFFICE, "Hộ tịch") is not None


def test_the_staff_fits_into_the_office_document() -> None:
    entries = [
        {
            "id": member.id,
            "sign_in": member.sign_in,
            "name": member.name,
            "role": member.role,
            "password_hash": "",
            "pin_hash": "",
            "unit": member.unit,
        }
        for member in sample_staff()
    ]
    assert len(office_from_document({**sample_office_document(), "staff": entries}).staff) == 11


def test_there_are_sixty_different_citizens_of_all_ages() -> None:
    assert len(CITIZENS) == 60
    for values in zip(*((each.id_number, each.name, each.phone) for each in CITIZENS), strict=True):
        assert len(set(values)) == 60
    assert min(each.birth_date.year for each in CITIZENS) < 1930
    assert max(each.birth_date.year for each in CITIZENS) > 2015


@pytest.mark.parametrize("number", range(1, 61))
def test_a_citizen_is_visibly_invented(number: int) -> None:
    citizen = CITIZENS[number - 1]
    woman = citizen.sex == "Nữ"
    digit = (0 if citizen.birth_date.year < 2000 else 2) + int(woman)
    assert citizen.id_number == f"000{digit}{citizen.birth_date:%y}{number:06d}"
    assert woman == (number % 2 == 1)
    assert re.search(r"Thử|Mẫu|Giả", citizen.name)
    assert unicodedata.is_normalized("NFC", citizen.qr_11)
    assert citizen.phone == f"0900 000 {number:03d}"
    assert citizen.old_number in ("", f"000000{number:03d}")
    assert citizen.birth_date < citizen.issued_on < date(2026, 11, 22)


@pytest.mark.parametrize("citizen", CITIZENS, ids=lambda each: each.id_number)
def test_both_codes_of_a_card_are_read_as_the_citizen(citizen: SampleCitizen) -> None:
    assert citizen.qr_7.count("|") == 6
    assert citizen.qr_11.count("|") == 10
    for payload in (citizen.qr_7, citizen.qr_11):
        card = read_identity_card(payload)
        assert (card.number, card.old_number, card.name) == (citizen.id_number, citizen.old_number, citizen.name)
        assert (card.birth_date, card.sex, card.address) == (citizen.birth_date, citizen.sex, citizen.address)
        assert card.issued == citizen.issued_on


def test_arrivals_repeat_by_seed_and_stay_in_their_session() -> None:
    morning = arrival_minutes(7, 200, time(7, 30), time(11, 30))
    assert morning == arrival_minutes(7, 200, time(7, 30), time(11, 30))
    assert morning != arrival_minutes(8, 200, time(7, 30), time(11, 30))
    assert list(morning) == sorted(morning)
    assert len(morning) == 200
    assert all(0 <= minutes <= 240 for minutes in morning)


def test_arrivals_follow_the_hours_of_the_profile() -> None:
    hours = Counter(int(minutes // 60) + 7 for minutes in arrival_minutes(1, 14340, time(7, 0), time(17, 0)))
    assert hours[10] == pytest.approx(2060, rel=0.1)
    assert hours[7] == pytest.approx(190, rel=0.25)
    assert max(hours, key=lambda hour: hours[hour]) == 10


def test_arrivals_outside_the_profile_are_refused() -> None:
    with pytest.raises(ValueError, match="no arrivals"):
        arrival_minutes(1, 10, time(20, 0), time(21, 0))


def test_thursday_is_the_busiest_day() -> None:
    weights = weekday_weights()
    assert len(weights) == 5
    assert sum(weights) == pytest.approx(5)
    assert weights.index(max(weights)) == 3
