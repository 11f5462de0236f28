"""The office's reference document: read strictly, written back equal, asked by date and by field."""

from __future__ import annotations

import copy
import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.sample_ward.load import sample_office_document
from shared.domain.office import (
    DeviceEntry,
    OfficeInvalid,
    StaffMember,
    department_of_field,
    form_on,
    line_by_letter,
    line_of_field,
    office_from_document,
    office_from_server,
    office_to_document,
    procedure_on,
    procedures_on,
    staff_by_sign_in,
    without_staff,
)
from shared.failures import Refusal

DOCUMENT = sample_office_document()
STAFF = [
    {
        "id": f"staff-{n}",
        "sign_in": f"can-bo-{n}",
        "name": "Nguyễn Thị Thử",
        "role": "officer",
        "password_hash": "$argon2id$p",
        "pin_hash": "$argon2id$q",
    }
    for n in (1, 2)
]
DEVICES = [
    {"id": "0192", "kind": "kiosk", "name": "Máy lấy số", "index": 1},
    {"id": "0193", "kind": "counter", "name": "Máy quầy 1", "index": 2},
]


def document(**changes: Any) -> dict[str, Any]:
    return {**copy.deepcopy(DOCUMENT), "staff": copy.deepcopy(STAFF), "devices": copy.deepcopy(DEVICES), **changes}


def changed(part: str, place: int, **changes: Any) -> dict[str, Any]:
    result = document()
    result[part][place] |= changes
    return result


OFFICE = office_from_document(document())


def test_the_document_of_an_office_comes_back_equal() -> None:
    assert office_to_document(OFFICE) == document()
    assert office_to_document(office_from_document(DOCUMENT)) == DOCUMENT


def test_the_document_is_plain_json() -> None:
    written = office_to_document(OFFICE)
    assert json.loads(json.dumps(written, ensure_ascii=False)) == written
    assert office_from_document(written) == OFFICE


@given(
    st.integers(1, 9),
    st.integers(0, 60),
    st.lists(st.tuples(st.sampled_from(["kiosk", "board", "counter", "office_server"]), st.text()), max_size=4),
    st.floats(0.1, 60, allow_nan=False),
)
def test_any_office_comes_back_equal(bound: int, last: int, devices: list[tuple[str, str]], minutes: float) -> None:
    entries = [
        {"id": f"device-{n}", "kind": kind, "name": name, "index": n} for n, (kind, name) in enumerate(devices, 1)
    ]
    given_document = document(priority_bound=bound, last_ticket_minutes_before_close=last, procedures=[])
    given_document["lines"][0]["prior_minutes"] = minutes
    given_document.pop("devices")
    if entries:
        given_document["devices"] = entries
    assert office_to_document(office_from_document(given_document)) == given_document


def test_staff_and_devices_are_read() -> None:
    assert OFFICE.staff[0] == StaffMember(
        "staff-1", "can-bo-1", "Nguyễn Thị Thử", "officer", "$argon2id$p", "$argon2id$q"
    )
    assert OFFICE.devices[0] == DeviceEntry("0192", "kiosk", "Máy lấy số", 1)


def test_a_kiosk_receives_no_staff_record() -> None:
    bare = without_staff(OFFICE)
    assert bare.staff == ()
    assert "argon2" not in json.dumps(office_to_document(bare))
    assert bare.devices == OFFICE.devices


def test_a_field_leads_to_its_line_and_department() -> None:
    line = line_of_field(OFFICE, "Chứng thực")
    department = department_of_field(OFFICE, "Chứng thực")
    assert line is not None
    assert department is not None
    assert (line.letter, department.id) == ("A", "van-phong")
    assert line_of_field(OFFICE, "Hàng không") is None
    assert department_of_field(OFFICE, "Hàng không") is None


def test_a_line_is_found_by_its_letter() -> None:
    line = line_by_letter(OFFICE, "F")
    assert line is not None
    assert line.kind == "results"
    assert line_by_letter(OFFICE, "Z") is None


def test_who_signs_in_is_found_however_the_name_is_typed() -> None:
    assert staff_by_sign_in(OFFICE, " CAN-BO-2 ") == OFFICE.staff[1]
    assert staff_by_sign_in(OFFICE, "nobody") is None


def test_a_dossier_finds_the_version_of_its_day() -> None:
    entry = DOCUMENT["procedures"][0]
    old = {**entry, "name": "Tên cũ", "valid_to": "2026-06-30"}
    new = {**entry, "valid_from": "2026-07-01"}
    office = office_from_document(document(procedures=[old, new]))
    last_old = procedure_on(office, "1.001193", date(2026, 6, 30))
    first_new = procedure_on(office, "1.001193", date(2026, 7, 1))
    assert last_old is not None
    assert first_new is not None
    assert (last_old.name, first_new.name) == ("Tên cũ", entry["name"])
    assert [each.name for each in procedures_on(office, date(2026, 7, 1))] == [entry["name"]]
    assert procedure_on(office, "9.999999", date(2026, 7, 1)) is None


def test_a_procedure_that_is_repealed_is_not_found_afterwards() -> None:
    repealed = {**DOCUMENT["procedures"][0], "valid_to": "2026-05-19"}
    office = office_from_document(document(procedures=[repealed]))
    assert procedure_on(office, "1.001193", date(2026, 5, 20)) is None
    assert procedures_on(office, date(2026, 5, 20)) == ()


def test_the_control_slip_changed_its_number_with_the_circular_of_2025() -> None:
    day = date(2025, 9, 15)
    before, after = form_on(OFFICE, "control_slip", day - timedelta(days=1)), form_on(OFFICE, "control_slip", day)
    assert before is not None
    assert after is not None
    assert (before.number, after.number) == ("05", "06")
    assert form_on(OFFICE, "stop_notice", day - timedelta(days=1)) is None


@pytest.mark.parametrize(
    ("wrong", "path"),
    [
        (document(id="Phường Mẫu"), "id"),
        (document(version=0), "version"),
        (document(version="1"), "version"),
        (document(name=" "), "name"),
        (document(agency_code="26.99.01"), "agency_code"),
        (document(public_url="https://motcua.example/"), "public_url"),
        (document(public_url="motcua.example"), "public_url"),
        (document(priority_bound=0), "priority_bound"),
        (document(last_ticket_minutes_before_close=-1), "last_ticket_minutes_before_close"),
        (document(no_show={"minimum_calls": 0, "minimum_seconds": 60}), "no_show.minimum_calls"),
        (document(colour="red"), "colour"),
        (document(calendar={}), "calendar"),
        (changed("lines", 0, letter="AB"), "lines[0].letter"),
        (changed("lines", 0, letter="B"), "lines.letter"),
        (changed("lines", 0, kind="other"), "lines[0].kind"),
        (changed("lines", 0, prior_minutes=0), "lines[0].prior_minutes"),
        (changed("lines", 5, fields=["Hộ tịch"]), "lines.fields"),
        (changed("departments", 1, fields=["Hộ tịch"]), "departments.fields"),
        (changed("counters", 0, lines=["A", "Z"]), "counters[0].lines"),
        (changed("counters", 0, number=2), "counters.number"),
        (changed("staff", 0, role="director"), "staff[0].role"),
        (changed("staff", 0, unit="hải-quan"), "staff[0].unit"),
        (changed("staff", 0, role="department"), "staff[0].unit"),
        (changed("staff", 0, sign_in="Thử"), "staff[0].sign_in"),
        (changed("staff", 1, sign_in="can-bo-1"), "staff.sign_in"),
        (changed("devices", 1, index=1), "devices.index"),
        (changed("devices", 0, index=0), "devices[0].index"),
        (changed("form_versions", 0, valid_to="2025-13-01"), "form_versions[0].valid_to"),
        (changed("form_versions", 0, form="poem"), "form_versions[0].form"),
        (changed("procedures", 3, name=""), "procedures[3]"),
        ([], "-"),
    ],
)
def test_a_wrong_document_is_refused_by_its_field(wrong: Any, path: str) -> None:
    with pytest.raises(Refusal) as refusal:
        office_from_document(wrong)
    assert refusal.value.code == "office_invalid"
    assert f" {path}: " in refusal.value.sentence.vi
    assert f" {path}: " in refusal.value.sentence.en


def test_two_versions_of_one_procedure_at_one_time_are_refused() -> None:
    entry = DOCUMENT["procedures"][0]
    with pytest.raises(Refusal) as refusal:
        office_from_document(document(procedures=[entry, entry]))
    assert refusal.value.code == "catalogue_invalid"


def test_a_document_of_a_later_release_is_read_as_far_as_it_is_known() -> None:
    lines = [{**line, "a_later_word": "x"} for line in DOCUMENT["lines"]]
    later = document(a_later_rule={"minutes": 5}, lines=lines)
    with pytest.raises(OfficeInvalid):
        office_from_document(later)
    assert office_from_server(later) == office_from_document(document())


def test_what_is_wrong_in_a_document_of_a_later_release_is_still_refused() -> None:
    with pytest.raises(OfficeInvalid):
        office_from_server(document(lines="none"))
