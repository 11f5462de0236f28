"""What administration does to a document: dated versions, a whole catalogue, forms there and back, what changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Engine

from server.administration.catalogue import take_over, version_on, with_procedure
from server.administration.changes import as_it_was, change
from server.administration.dated import ended, refuse_past, with_version
from server.administration.differences import CHANGED, as_data, differences
from server.administration.fields import Field, document_of, part_as_document, shown, typed
from server.administration.office_parts import OFFICE_PARTS
from server.administration.procedure_form import PROCEDURE_FIELDS, procedure_document, procedure_values
from server.administration.retiring import new_staff_id, without
from server.administration.sections import SECTIONS, Section
from server.offices import Offices
from server.reference_changes import KEPT_VERSIONS, replaced_documents, replaced_office
from server.setting_up import set_up
from shared.clock import SetClock
from shared.domain.office import (
    FormText,
    Office,
    PostalTime,
    office_from_document,
    office_to_document,
    part_from_document,
    without_staff,
)
from shared.domain.office_names import office_names, staff_name
from shared.domain.procedures import Procedure, procedure_from_document
from shared.failures import Refusal
from tests.server.running import MORNING
from tests.staffed import staffed_ward

TODAY = date(2026, 11, 23)
NEW_YEAR = date(2027, 1, 1)
WARD = staffed_ward()
BIRTH = "1.001193"


class Sent:
    """A form as a browser sends it: what was shown, unchanged."""

    def __init__(self, fields: tuple[Field, ...], values: Mapping[str, Any]) -> None:
        self._fields: dict[str, tuple[str, ...]] = {}
        for field in fields:
            self._put(field, field.name, values[field.name])

    def _put(self, field: Field, name: str, value: Any) -> None:
        if field.kind == "rows":
            self._fields[f"{name}.count"] = (str(len(value)),)
            for place, row in enumerate(value):
                for part in field.parts:
                    self._put(part, f"{name}.{place}.{part.name}", row[part.name])
        else:
            self._fields[name] = tuple(value) if isinstance(value, list) else (value,)

    def text(self, name: str) -> str:
        return next(iter(self.texts(name)), "")

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(each.strip() for each in self._fields.get(name, ()))


def sent_back(fields: tuple[Field, ...], values: Mapping[str, Any]) -> dict[str, Any]:
    document, problems = document_of(fields, typed(fields, Sent(fields, values)))
    assert not problems
    return document


def birth() -> Procedure:
    found = version_on(WARD.procedures, BIRTH, TODAY)
    assert found is not None
    return found


def postal(days: int, begins: date | None = None, ends: date | None = None) -> PostalTime:
    return PostalTime("commune", days, days + 1, "Thông tư thử", begins, ends)


def test_a_new_version_begins_on_its_day_and_the_one_before_ends_the_day_before() -> None:
    versions = with_version((postal(1),), postal(2), NEW_YEAR, lambda _: True)
    assert versions == (postal(1, None, date(2026, 12, 31)), postal(2, NEW_YEAR))


def test_a_new_version_ends_where_a_later_one_begins() -> None:
    later = postal(3, date(2027, 7, 1))
    versions = with_version((postal(1, None, date(2027, 6, 30)), later), postal(2), NEW_YEAR, lambda _: True)
    assert versions == (postal(1, None, date(2026, 12, 31)), postal(2, NEW_YEAR, date(2027, 6, 30)), later)


def test_a_version_of_the_same_day_is_replaced_and_other_things_stay_where_they_are() -> None:
    other = replace(postal(9), scope="country")
    versions = with_version((other, postal(1, NEW_YEAR)), postal(2), NEW_YEAR, lambda each: each.scope == "commune")
    assert versions == (other, postal(2, NEW_YEAR))


def test_what_ends_keeps_its_days_and_what_would_have_come_later_goes() -> None:
    versions = (postal(1, None, date(2026, 12, 31)), postal(2, NEW_YEAR))
    assert ended(versions, date(2026, 11, 30), lambda _: True) == (postal(1, None, date(2026, 11, 30)),)


def test_nothing_begins_in_the_past() -> None:
    with pytest.raises(Refusal) as refused:
        refuse_past(date(2026, 11, 22), TODAY)
    assert refused.value.code == "past_day"


def test_a_procedure_changed_from_a_day_is_what_it_was_until_then() -> None:
    changed = replace(birth(), fee_vnd=8000, fee_text="8.000 đồng")
    procedures = with_procedure(WARD.procedures, changed, NEW_YEAR)
    before, after = (version_on(procedures, BIRTH, day) for day in (date(2026, 12, 31), NEW_YEAR))
    assert before == replace(birth(), valid_to=date(2026, 12, 31))
    assert after == replace(changed, valid_from=NEW_YEAR)
    office_from_document(office_to_document(replace(WARD, procedures=procedures)))


def test_a_catalogue_taken_over_says_what_is_new_changed_gone_and_the_same() -> None:
    first, second, third, *rest = WARD.procedures
    changed = replace(first, name=f"{first.name} (sửa)")
    new = replace(third, code="9.999999")
    imported = take_over(WARD.procedures, (changed, second, new, *rest), NEW_YEAR)
    assert [each.code for each in imported.changed] == [first.code]
    assert [each.code for each in imported.added] == [new.code]
    assert [each.code for each in imported.gone] == [third.code]
    assert imported.same == len(rest) + 1
    assert version_on(imported.procedures, third.code, date(2026, 12, 31)) is not None
    assert version_on(imported.procedures, third.code, NEW_YEAR) is None
    assert version_on(imported.procedures, first.code, TODAY) == replace(first, valid_to=date(2026, 12, 31))


def test_a_catalogue_taken_over_twice_changes_nothing_the_second_time() -> None:
    wanted = tuple(replace(each, name=f"{each.name}.") for each in WARD.procedures)
    once = take_over(WARD.procedures, wanted, NEW_YEAR)
    again = take_over(once.procedures, wanted, NEW_YEAR)
    assert (again.added, again.changed, again.gone) == ((), (), ())
    assert again.procedures == once.procedures


def test_every_procedure_of_the_sample_goes_through_its_form_unchanged() -> None:
    for procedure in WARD.procedures:
        fields = PROCEDURE_FIELDS[1:]
        document = procedure_document(sent_back(fields, procedure_values(procedure)), procedure.code)
        assert _words(procedure_from_document(document)) == _words(replace(procedure, valid_from=None, valid_to=None))


def _words(procedure: Procedure) -> Procedure:
    """Blanks at the ends of lines are not kept by a form."""
    return replace(procedure, name=" ".join(procedure.name.split()), source=" ".join(procedure.source.split()))


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.address)
def test_every_part_of_every_list_goes_through_its_form_unchanged(section: Section) -> None:
    office = replace(WARD, form_texts=(FormText("apology", "head_name", "Trần Thị Thử"),))
    parts = section.parts(office)
    assert parts
    for part in parts:
        known = part_as_document(part)
        document = section.completed(
            office, sent_back(section.fields, shown(section.fields, section.split(known))), known
        )
        document.pop("where", None)
        if section.dated:
            document |= {name: known[name] for name in ("valid_from", "valid_to")}
        assert part_from_document(section.kind, {**document, "id": known["id"]} if "id" in known else document) == part


def test_every_group_of_an_office_goes_through_its_form_unchanged() -> None:
    for part in OFFICE_PARTS:
        assert part.changed(WARD, sent_back(part.fields, shown(part.fields, part.document(WARD)))) == WARD


def test_a_new_part_gets_an_id_that_nobody_has_or_had() -> None:
    counters = next(section for section in SECTIONS if section.address == "counters")
    office = without(WARD, WARD.counters[1], TODAY)
    document = counters.completed(office, {"number": 2, "name": "Quầy mới", "lines": ["A"]}, None)
    assert document["id"] == "quay-2-2"


def test_an_id_of_somebody_who_left_is_never_given_again() -> None:
    office = without(WARD, WARD.staff[0], TODAY)
    assert new_staff_id(office) == new_staff_id(WARD) == f"staff-{len(WARD.staff) + 1}"


def test_what_is_out_of_use_keeps_its_name() -> None:
    member, counter, department = WARD.staff[0], WARD.counters[0], WARD.departments[-1]
    office = WARD
    for part in (member, counter, department):
        office = without(office, part, TODAY)
    office = office_from_document(office_to_document(office))
    names = office_names(office)
    assert names.staff[member.id] == staff_name(office, member.id) == member.name
    assert names.counters[counter.id].vi == f"Quầy {counter.number}"
    assert names.unit(department.id).vi == department.name


def test_a_kiosk_hears_no_names_of_people() -> None:
    office = without(
        replace(WARD, form_texts=(FormText("apology", "head_name", "Trần Thị Thử"),)), WARD.staff[0], TODAY
    )
    document = str(office_to_document(without_staff(office)))
    assert "Trần Thị Thử" not in document
    assert all(member.name not in document for member in WARD.staff)


def test_an_event_names_people_in_its_personal_record_only_and_secrets_nowhere() -> None:
    member = WARD.staff[0]
    changed = replace(member, name="Trần Thị Thử", role="team_leader", password_hash="$argon2id$secret")
    later = replace(WARD, staff=(changed, *WARD.staff[1:]))
    data, personal = as_data(differences(WARD, later))
    assert "Trần Thị Thử" not in str(data)
    assert member.name not in str(data)
    assert "team_leader" in str(data)
    assert "Trần Thị Thử" in str(personal)
    assert "secret" not in f"{data}{personal}"
    assert CHANGED in str(data)


def test_an_event_about_a_whole_catalogue_names_its_parts_and_stays_small() -> None:
    wanted = tuple(replace(each, name=f"{each.name}.") for each in WARD.procedures)
    procedures = take_over(WARD.procedures, wanted, NEW_YEAR).procedures
    data, personal = as_data(differences(WARD, replace(WARD, procedures=procedures)))
    assert f"+ procedures {BIRTH}@2027-01-01" in str(data)
    assert personal is None
    assert len(str(data)) < 20_000


def test_putting_back_keeps_the_staff_of_now_and_the_names_of_what_came_since() -> None:
    later = replace(
        WARD,
        staff=WARD.staff[1:],
        counters=(*WARD.counters, replace(WARD.counters[0], id="quay-9", number=9)),
        hotline="0999",
    )
    back = as_it_was(later, WARD, TODAY)
    assert back.staff == later.staff
    assert back.hotline == WARD.hotline
    assert office_names(back).counters["quay-9"].vi == "Quầy 9"
    office_from_document(office_to_document(back))


def test_putting_back_brings_a_retired_counter_into_use_again() -> None:
    later = without(WARD, WARD.counters[0], TODAY)
    back: Office = as_it_was(later, WARD, TODAY)
    assert back.counters == WARD.counters
    assert back.retired == ()


def test_so_many_earlier_versions_are_kept_and_no_more(sqlite_database: Engine) -> None:
    clock = SetClock(MORNING)
    small = replace(WARD, procedures=())
    set_up(sqlite_database, clock, small)
    offices = Offices(sqlite_database, clock)
    with offices.journal(small.id).writing() as writer:
        for number in range(KEPT_VERSIONS + 3):
            change(writer, offices, "command", "board_changed", partial(_with_repeats, number + 3))
    with offices.journal(small.id).reading() as reader:
        kept = replaced_documents(reader.connection, small.id, KEPT_VERSIONS * 2)
        assert replaced_office(reader.connection, small.id, 1) is None
        oldest = replaced_office(reader.connection, small.id, kept[-1].version)
    assert len(kept) == KEPT_VERSIONS
    assert oldest is not None
    assert oldest.board.repeats == 5


def _with_repeats(repeats: int, office: Office) -> Office:
    return replace(office, board=replace(office.board, repeats=repeats))


def test_a_change_that_changes_nothing_leaves_no_trace(sqlite_database: Engine) -> None:
    clock = SetClock(MORNING)
    set_up(sqlite_database, clock, WARD)
    offices = Offices(sqlite_database, clock)
    with offices.journal(WARD.id).writing() as writer:
        assert change(writer, offices, "command", "board_changed", lambda office: replace(office)).version == 1
    with offices.journal(WARD.id).reading() as reader:
        assert replaced_documents(reader.connection, WARD.id, 5) == []
