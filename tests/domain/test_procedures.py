"""The catalogue of procedures: the real one is read whole, a wrong one is refused with a sentence that helps."""

from __future__ import annotations

import copy
import json
from datetime import date, time
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.procedures import (
    Procedure,
    catalogue_from_document,
    normalise_procedure_code,
    procedure_from_document,
    procedure_to_document,
    search_procedures,
)
from shared.domain.text import fold
from shared.domain.working_time import TimeLimit
from shared.failures import Refusal

DOCUMENT: list[dict[str, Any]] = json.loads(
    (files("resources.catalogue") / "commune_procedures.json").read_text(encoding="utf-8")
)
CATALOGUE = catalogue_from_document(DOCUMENT)
FORMS = {"original", "certified_copy", "copy", "electronic", "present_only", None}


def procedure(code: str) -> Procedure:
    return next(each for each in CATALOGUE if each.code == code)


def entry(**changes: Any) -> dict[str, Any]:
    return {**copy.deepcopy(DOCUMENT[0]), **changes}


def test_all_real_procedures_are_read() -> None:
    assert len(CATALOGUE) == 130
    assert len({each.code for each in CATALOGUE}) == 130
    assert sum(each.time_limit is not None for each in CATALOGUE) == 126
    assert sum(len(each.documents) for each in CATALOGUE) == 505


def test_every_form_of_a_document_is_known() -> None:
    assert {paper.form for each in CATALOGUE for paper in each.documents} == FORMS


def test_every_real_entry_comes_back_as_it_was() -> None:
    assert [procedure_to_document(each) for each in CATALOGUE] == DOCUMENT


def test_birth_registration_is_due_the_same_day_until_three_and_free() -> None:
    birth = procedure("1.001193")
    assert birth.time_limit == TimeLimit(1, "same_day", "Ngay sau khi nhận đủ giấy tờ theo quy định")
    assert birth.cut_off == time(15, 0)
    assert birth.fee_vnd == 0
    assert birth.immediate_result is True
    assert birth.applicants == ("citizen",)
    assert birth.documents[0].form == "original"
    assert birth.replaced_by_data[0].document == "Căn cước"


@pytest.mark.parametrize("code", ["1.004772", "2.002516", "1.013953", "1.011606"])
def test_a_limit_without_unit_or_number_is_no_limit(code: str) -> None:
    assert procedure(code).time_limit is None


def test_what_is_stated_without_a_unit_can_still_be_shown() -> None:
    assert procedure("1.004772").time_limit_text.startswith("5 (")


def test_nothing_known_about_fees_is_not_free() -> None:
    unknown = procedure_from_document(entry(fee=None))
    assert (unknown.fee_vnd, unknown.fee_text) == (None, "")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1.001193", "1.001193"),
        (" 1.003.500 ", "1.003500"),
        ("1001193", "1.001193"),
        ("1.011442.000.00.00.H38", "1.011442"),
        ("1.011442.000.00.00.h38.02", "1.011442"),
    ],
)
def test_codes_are_written_one_way(typed: str, code: str) -> None:
    assert normalise_procedure_code(typed) == code


@pytest.mark.parametrize("typed", ["", "1.0011", "11.001193", "1.001193.5", "A.001193", "١.001193"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as refusal:
        normalise_procedure_code(typed)
    assert refusal.value.code == "procedure_code_invalid"


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"time_limit": {"value": 3, "unit": "week", "text": ""}}, "time_limit.unit"),
        ({"time_limit": {"value": 0, "unit": "day", "text": ""}}, "time_limit.value"),
        ({"time_limit": {"value": None, "unit": "day", "text": ""}}, "time_limit.value"),
        ({"time_limit": {"value": "5", "unit": "day", "text": ""}}, "time_limit.value"),
        ({"time_limit": {"value": True, "unit": "day", "text": ""}}, "time_limit.value"),
        ({"cut_off": {"time": "15h00", "text": ""}}, "cut_off.time"),
        ({"cut_off": {"time": "25:00", "text": ""}}, "cut_off.time"),
        ({"fee": {"amount_vnd": -1, "per": None, "text": ""}}, "fee.amount_vnd"),
        ({"fee": 0}, "fee"),
        ({"documents": [{"name": "Tờ khai", "form": "fax", "copies": 1, "note": None}]}, "documents[0].form"),
        ({"documents": [{"name": " ", "form": None, "copies": 1, "note": None}]}, "documents[0].name"),
        ({"documents": [{"name": "Tờ khai", "form": None, "copies": 0, "note": None}]}, "documents[0].copies"),
        ({"documents": "Tờ khai"}, "documents"),
        ({"channels": {"in_person": True}}, "channels.online_full"),
        ({"applicant": ["everybody"]}, "applicant[0]"),
        ({"applicant": []}, "applicant"),
        ({"name": ""}, "name"),
        ({"field": None}, "field"),
        ({"deadline": 3}, "deadline"),
        ({"valid_from": "2026-02-30"}, "valid_from"),
        ({"valid_from": "2026-02-02", "valid_to": "2026-02-01"}, "valid_to"),
    ],
)
def test_a_wrong_entry_is_refused_by_code_and_field(changes: dict[str, Any], path: str) -> None:
    with pytest.raises(Refusal) as refusal:
        catalogue_from_document([DOCUMENT[1], entry(**changes)])
    assert refusal.value.code == "catalogue_invalid"
    for sentence in (refusal.value.sentence.vi, refusal.value.sentence.en):
        assert "1.001193" in sentence
        assert f" {path} " in sentence


def test_a_missing_field_is_named() -> None:
    broken = entry()
    del broken["legal_basis"]
    with pytest.raises(Refusal, match=r"1\.001193: the field legal_basis is missing"):
        procedure_from_document(broken)


def test_a_wrong_code_is_refused_by_the_catalogue() -> None:
    with pytest.raises(Refusal, match="Procedure abc: the field code") as refusal:
        procedure_from_document(entry(code="abc"))
    assert refusal.value.code == "catalogue_invalid"


@pytest.mark.parametrize("document", [{}, None, "1.001193", 5])
def test_what_is_no_list_is_no_catalogue(document: object) -> None:
    with pytest.raises(Refusal) as refusal:
        catalogue_from_document(document)
    assert refusal.value.code == "catalogue_invalid"


@pytest.mark.parametrize("item", [None, "1.001193", [], 5])
def test_what_is_no_object_is_no_procedure(item: object) -> None:
    with pytest.raises(Refusal) as refusal:
        catalogue_from_document([item])
    assert refusal.value.code == "catalogue_invalid"


def test_one_code_twice_is_refused_however_it_is_written() -> None:
    with pytest.raises(Refusal, match=r"1\.001193"):
        catalogue_from_document([entry(), entry(code="1.001.193")])


def test_one_code_may_follow_itself_in_time_but_not_overlap() -> None:
    old = entry(valid_to="2026-06-30")
    assert len(catalogue_from_document([old, entry(valid_from="2026-07-01")])) == 2
    with pytest.raises(Refusal, match=r"1\.001193"):
        catalogue_from_document([old, entry(valid_from="2026-06-30")])


def test_dates_in_force_come_back() -> None:
    document = entry(valid_from="2026-01-01", valid_to="2026-06-30")
    read = procedure_from_document(document)
    assert (read.valid_from, read.valid_to) == (date(2026, 1, 1), date(2026, 6, 30))
    assert procedure_to_document(read) == document


def found(query: str) -> list[str]:
    return [each.code for each in search_procedures(CATALOGUE, query)]


def test_search_needs_no_diacritics_and_no_order() -> None:
    assert found("đăng ký kết hôn")[0] == "1.000894"
    assert found("dang ky ket hon")[0] == "1.000894"
    assert "1.000894" in found("HON ket")


def test_search_understands_codes_in_any_spelling() -> None:
    for query in ("1.001193", "1001193", "001193", "1.001.193"):
        assert found(query)[0] == "1.001193"


def test_search_understands_initials_and_fields() -> None:
    assert "1.001193" in found("dkks")
    assert set(found("cu tru")) >= {"1.004222", "1.004194"}


def test_an_empty_search_gives_all_and_a_strange_one_nothing() -> None:
    assert len(found("  ")) == 130
    assert found("xyzzy") == []


@given(st.sampled_from(CATALOGUE), st.data())
def test_every_procedure_is_found_by_any_of_its_words_in_any_order(each: Procedure, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(fold(each.name).split()), min_size=1, max_size=5))
    assert each in search_procedures(CATALOGUE, " ".join(words))
