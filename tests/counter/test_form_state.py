"""The form as a value: drafts, the checklist, what is missing."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from counter.ports import AuthorisedCollector, GivenBefore, OpenDossier, Submitter
from counter.reception.before import other_procedures, refilled, same_procedure, whole_number
from counter.reception.checklist import rows_of
from counter.reception.form_state import (
    given_documents,
    missing_fields,
    missing_for_guidance,
    needs_named_documents,
    not_handed_in,
    to_applicant,
    to_form,
    to_guidance,
)
from counter.reception.typed import (
    BLANK,
    Typed,
    card_fields,
    exchanged,
    from_draft,
    kept_for_the_same,
    to_draft,
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


AUTHORISED = Typed(
    procedure="1.001193",
    name="Nguyễn Thị Mẫu",
    identity_number="000165000001",
    address="Số 1, Đường Mẫu 1",
    counts=((1, 0),),
    submitted_by="authorised",
    submitter_name=" Trần Văn  Thử ",
    submitter_number="0001 6500 0002",
    submitter_phone="0900 000 002",
    submitter_paper="số 12, ngày 20/11/2026",
)


def test_an_authorised_submitter_needs_a_name_and_a_paper(birth_registration: Procedure) -> None:
    bare = replace(AUTHORISED, submitter_name=" ", submitter_paper="")
    assert missing_fields(bare, birth_registration) == ("submitter_name", "submitter_paper")
    assert missing_fields(AUTHORISED, birth_registration) == ()


def test_the_authorised_person_may_collect_unless_it_is_said_otherwise(birth_registration: Procedure) -> None:
    form = to_form(AUTHORISED, birth_registration, None)
    submitter = Submitter("Trần Văn Thử", "000165000002", "0900 000 002", "số 12, ngày 20/11/2026")
    assert form.submitter == submitter
    assert form.collectors == (AuthorisedCollector("Trần Văn Thử", "000165000002", submitter.paper),)
    typed = replace(AUTHORISED, submitter_collects=0, collector_name="Lê Thị Giả", collector_number="00 1")
    assert to_form(typed, birth_registration, None).collectors == (AuthorisedCollector("Lê Thị Giả", "001", ""),)


def test_what_is_typed_of_a_submitter_goes_nowhere_once_the_applicant_submits(birth_registration: Procedure) -> None:
    form = to_form(replace(AUTHORISED, submitted_by="applicant"), birth_registration, None)
    assert (form.submitter, form.collectors) == (None, ())
    assert set(form.personal_record()) == {
        "name",
        "identity_number",
        "birth_date",
        "address",
        "phone",
        "email",
        "kind",
        "representative",
    }


def test_the_post_brings_the_result_to_the_applicant_unless_another_address_is_named(
    birth_registration: Procedure,
) -> None:
    by_post = replace(AUTHORISED, return_way="post")
    assert to_form(by_post, birth_registration, None).return_address == "Số 1, Đường Mẫu 1"
    elsewhere = replace(by_post, return_address="Số 9")
    assert to_form(elsewhere, birth_registration, None).personal_record()["return_address"] == "Số 9"
    assert to_form(replace(elsewhere, return_way="one_stop"), birth_registration, None).return_address == ""


def test_a_draft_of_an_older_version_still_loads() -> None:
    new = {"submitted_by", "submitter_name", "attachments", "nth", "guidance", "guidance_rows", "representative"}
    old = {name: value for name, value in to_draft(FILLED).items() if name not in new}
    assert from_draft(old) == FILLED


def test_a_draft_keeps_the_authorised_person_the_scans_and_the_guidance() -> None:
    typed = replace(
        AUTHORISED,
        attachments=("/scans/a.pdf", "/scans/b.pdf"),
        guidance="supplement_request",
        guidance_rows=(0, 2),
        guidance_reason="Thiếu",
        nth=2,
    )
    assert from_draft(json.loads(json.dumps(to_draft(typed)))) == typed


@pytest.mark.parametrize("damage", [{"submitted_by": "robot"}, {"attachments": [1]}, {"guidance_rows": "x"}])
def test_a_damaged_draft_of_an_authorised_submission_keeps_the_names(damage: dict[str, object]) -> None:
    assert from_draft({**to_draft(AUTHORISED), **damage}).submitter_name == AUTHORISED.submitter_name


def test_two_people_who_are_exchanged_are_themselves_again_when_exchanged_twice() -> None:
    once = replace(AUTHORISED, **exchanged(AUTHORISED))
    assert (once.name, once.submitter_name, once.address) == (" Trần Văn  Thử ", "Nguyễn Thị Mẫu", "")
    twice = replace(once, **exchanged(once))
    assert (twice.name, twice.submitter_name) == (AUTHORISED.name, AUTHORISED.submitter_name)


def test_a_further_dossier_keeps_the_people_and_how_the_result_is_collected() -> None:
    kept = kept_for_the_same(replace(AUTHORISED, return_way="post", channel="post", collector_name="A", extra="x"))
    assert (kept.submitter_name, kept.return_way, kept.channel, kept.collector_name) == (
        AUTHORISED.submitter_name,
        "post",
        "post",
        "A",
    )
    assert (kept.nth, kept.procedure, kept.counts, kept.extra) == (2, "", (), "")


@pytest.mark.parametrize(
    ("kind", "number", "whole"),
    [
        ("applicant", "000165000001", "000165000001"),
        ("applicant", "0001 6500 0001", "000165000001"),
        ("applicant", "00016500000", ""),
        ("applicant", "C1234567", "C1234567"),
        ("organisation", "0100109106", "0100109106"),
        ("organisation", "010010910", ""),
    ],
)
def test_a_number_is_looked_up_only_when_it_is_whole(kind: str, number: str, whole: str) -> None:
    assert (
        whole_number(Typed(kind="organisation" if kind == "organisation" else "applicant", identity_number=number))
        == whole
    )


def test_only_empty_fields_are_offered_to_be_filled_in_as_last_time() -> None:
    known = to_applicant(Typed(name="Nguyễn Thị Mẫu", phone="0900 000 001", address="Nhà cũ", birth="3/10/1965"))
    before = GivenBefore(MORNING, known, ())
    typed = Typed(name="Nguyễn Thị Mẫu", address="Nhà mới")
    assert refilled(typed, before) == {"phone": "0900 000 001", "birth": "03/10/1965"}
    assert refilled(replace(typed, phone="0911", birth="1/1/1990"), before) == {}
    assert refilled(typed, None) == {}


def test_an_open_dossier_of_the_same_procedure_is_told_from_others() -> None:
    same, other = (OpenDossier("", code, code, "", MORNING) for code in ("1.001193", "2.000815"))
    before = GivenBefore(MORNING, to_applicant(AUTHORISED), (same, other))
    assert same_procedure(AUTHORISED, before) == (same,)
    assert other_procedures(AUTHORISED, before) == (other,)
    assert same_procedure(AUTHORISED, None) == ()


def test_guidance_asks_only_for_papers_of_the_list_that_are_missing(birth_registration: Procedure) -> None:
    rows = rows_of(birth_registration)
    counts = tuple((1, 0) if at == 0 else (0, 0) for at in range(len(rows)))
    typed = replace(AUTHORISED, counts=counts, guidance="supplement_request", guidance_rows=tuple(range(len(rows))))
    assert 0 not in not_handed_in(typed, birth_registration)
    assert missing_for_guidance(typed, birth_registration) == ("guidance_reason",)
    form = to_guidance(replace(typed, guidance_reason=" Còn  thiếu ", guidance_more="Chữ ký; "), birth_registration)
    demanded = tuple(row.name for row in rows[1:] if row.kind == "demanded")
    assert (form.kind, form.requests, form.reason) == ("supplement_request", (*demanded, "Chữ ký"), "Còn thiếu")


def test_a_refusal_needs_a_reason_and_asks_for_nothing(birth_registration: Procedure) -> None:
    typed = Typed(name="A", counts=((0, 0),), guidance="refusal", guidance_reason="Không thuộc thẩm quyền")
    assert missing_for_guidance(typed, birth_registration) == ()
    assert to_guidance(typed, birth_registration).requests == ()
    assert missing_for_guidance(Typed(guidance="supplement_request"), None) == (
        "procedure",
        "name",
        "guidance_rows",
        "guidance_reason",
    )
