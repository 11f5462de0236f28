"""The form as a value: drafts, the checklist, what is missing."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from counter.reception.checklist import rows_of
from counter.reception.form_state import (
    BLANK,
    Typed,
    card_fields,
    from_draft,
    given_documents,
    missing_fields,
    needs_named_documents,
    to_draft,
    to_form,
)
from counter.sample.content import MORNING
from counter.sample_office import SampleOffice
from resources.sample_ward.load import sample_citizens
from shared.clock import SetClock
from shared.domain.dossier import GivenDocument
from shared.domain.identity_card import read_identity_card
from shared.domain.procedure import Procedure, ReplacedDocument, RequiredDocument

FILLED = Typed(
    procedure="1.001193",
    name="Nguyễn Thị Thử Hằng",
    identity_number="000165000001",
    birth="3/10/19",
    counts=((1, 0), (0, 2)),
    fee="8.000",
    return_way="post",
)


@pytest.fixture(scope="module")
def birth_registration() -> Procedure:
    return SampleOffice(SetClock(MORNING)).procedures("1.001193")[0]


def test_a_draft_survives_being_written_as_json_with_its_half_typed_date() -> None:
    assert from_draft(json.loads(json.dumps(to_draft(FILLED)))) == FILLED


@pytest.mark.parametrize(
    "damage",
    [{"kind": "robot"}, {"channel": 5}, {"sets": "two"}, {"counts": "x"}, {"counts": [[1]]}, {"unknown": 1}],
)
def test_a_damaged_draft_gives_back_what_can_be_read(damage: dict[str, object]) -> None:
    typed = from_draft({**to_draft(FILLED), **damage})
    assert typed.name == FILLED.name


def test_an_empty_form_is_blank_whoever_applies() -> None:
    assert BLANK.blank
    assert Typed(kind="organisation").blank
    assert not Typed(phone="0900").blank


def test_papers_that_are_only_shown_or_replaced_by_data_are_never_counted(birth_registration: Procedure) -> None:
    kinds = [row.kind for row in rows_of(birth_registration)]
    assert kinds.count("shown_only") == 2
    assert kinds[-1] == "replaced"
    typed = replace(FILLED, counts=tuple((1, 1) for _ in kinds))
    assert len(given_documents(typed, birth_registration)) == kinds.count("demanded")


def test_a_paper_that_the_state_holds_is_marked_in_its_own_row(birth_registration: Procedure) -> None:
    procedure = replace(
        birth_registration,
        documents=(RequiredDocument("Giấy chứng sinh", "original", 1, None),),
        replaced_by_data=(ReplacedDocument("giấy chứng sinh", "Cơ sở dữ liệu hộ tịch"),),
    )
    (row,) = rows_of(procedure)
    assert (row.kind, row.database) == ("replaced", "Cơ sở dữ liệu hộ tịch")


def test_a_tick_stands_for_the_copies_that_the_catalogue_names(birth_registration: Procedure) -> None:
    procedure = replace(
        birth_registration,
        documents=(RequiredDocument("A", "original", 2, None), RequiredDocument("B", "certified_copy", None, None)),
    )
    assert [row.usual for row in rows_of(procedure)[:2]] == [(2, 0), (0, 1)]


def test_where_the_catalogue_has_no_list_the_officer_names_the_papers(birth_registration: Procedure) -> None:
    procedure = replace(birth_registration, documents=())
    assert needs_named_documents(procedure)
    assert given_documents(replace(FILLED, extra="Đơn; ;  Bản vẽ "), procedure) == (
        GivenDocument("Đơn", 1, 0),
        GivenDocument("Bản vẽ", 1, 0),
    )


def test_everything_missing_is_pointed_out_in_the_order_of_the_form(birth_registration: Procedure) -> None:
    assert missing_fields(Typed(birth="31/02/1990", fee="x"), None) == ("procedure", "name", "birth", "fee")
    assert missing_fields(Typed(name="A"), birth_registration) == ("documents",)
    assert missing_fields(Typed(name="A", counts=((1, 0),)), birth_registration) == ()


def test_an_organisation_has_no_date_of_birth(birth_registration: Procedure) -> None:
    typed = Typed(kind="organisation", name=" Công ty  Mẫu ", birth="?", counts=((1, 0),), fee="8.000")
    assert missing_fields(typed, birth_registration) == ()
    form = to_form(typed, birth_registration, None)
    assert (form.applicant.name, form.applicant.birth_date, form.fee_vnd) == ("Công ty Mẫu", None, 8000)


def test_a_card_fills_in_the_person_and_nothing_else() -> None:
    citizen = sample_citizens()[0]
    filled = card_fields(read_identity_card(citizen.qr_11))
    assert filled["name"] == citizen.name
    assert set(filled) == {"kind", "identity_number", "name", "birth", "address"}
