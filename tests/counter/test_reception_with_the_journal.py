"""Reception against a real journal: what is kept apart, what Form 01 says, what an applicant gave before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from counter.ports import Applicant, AuthorisedCollector, ReceptionForm, Submitter
from counter.wiring.office import JournalCounterOffice
from shared.domain.dossier import GivenDocument
from shared.domain.fee import fee_due
from shared.failures import Refusal
from shared.journal.applicant_queries import dossiers_of_applicant
from shared.journal.dossier_queries import dossiers_by_id, personal_records
from shared.journal.read_model import events_of
from tests.counter.counters import STAFF, WARD, counter_at

NUMBER = "000165000001"
FORM = ReceptionForm(
    procedure="1.004884",
    applicant=Applicant("Trần Văn Mẫu", NUMBER, date(1965, 10, 3), "Thôn Mẫu 1", "0900 000 001", ""),
    channel="in_person",
    documents=(GivenDocument("Tờ khai", 1, 0),),
    sets=1,
    fee_vnd=None,
    return_way="one_stop",
    ticket=None,
)
AUTHORISED = replace(
    FORM,
    submitter=Submitter("Lê Thị Thử", "000165000002", "0900 000 002", "số 12, ngày 20/11/2026"),
    collectors=(AuthorisedCollector("Lê Thị Thử", "000165000002", "số 12, ngày 20/11/2026"),),
    return_way="post",
    return_address="Số 9, Đường Mẫu 4",
)


@pytest.fixture
def counter(qtbot: QtBot, tmp_path: Path) -> Iterator[JournalCounterOffice]:
    bare = replace(WARD, procedures=tuple(replace(each, replaced_by_data=()) for each in WARD.procedures))
    with counter_at(tmp_path, office=bare, sign_in="thu") as office:
        yield office


def form_01_text(counter: JournalCounterOffice, dossier: str) -> str:
    document = pypdfium2.PdfDocument(counter.form_01(dossier).pdf)
    words = (document[page].get_textpage().get_text_range() for page in range(len(document)))
    return " ".join(" ".join(words).split())


def test_who_submitted_is_an_event_but_their_name_is_not(counter: JournalCounterOffice) -> None:
    received = counter.receive(AUTHORISED)
    with counter.journal.reading() as reader:
        (event,) = [
            each for each in events_of(reader.connection, reader.office, received.id) if each.kind == "dossier.received"
        ]
        (dossier,) = dossiers_by_id(reader, [received.id])
        (record,) = personal_records(reader, [dossier.applicant or ""]).values()
    assert dossier.submitted_by == "authorised"
    assert json.loads(event.body)["data"]["submitted_by"] == "authorised"
    for secret in ("Lê Thị", "Trần Văn", "000165", "0900", "số 12", "Đường Mẫu 4"):
        assert secret not in event.body.decode()
    assert record["submitter"] == {
        "name": "Lê Thị Thử",
        "identity_number": "000165000002",
        "phone": "0900 000 002",
        "paper": "số 12, ngày 20/11/2026",
    }
    assert record["collectors"] == [
        {"name": "Lê Thị Thử", "identity_number": "000165000002", "paper": "số 12, ngày 20/11/2026"}
    ]
    assert record["return_address"] == "Số 9, Đường Mẫu 4"


def test_an_authorised_person_without_a_paper_is_refused_here_too(counter: JournalCounterOffice) -> None:
    assert AUTHORISED.submitter is not None
    with pytest.raises(Refusal) as refused:
        counter.receive(replace(AUTHORISED, submitter=replace(AUTHORISED.submitter, paper=" ")))
    assert refused.value.code == "no_authorisation"


def test_form_01_names_whoever_submits_and_the_person_who_authorised(counter: JournalCounterOffice) -> None:
    text = form_01_text(counter, counter.receive(AUTHORISED).id)
    assert "Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức: Lê Thị Thử" in text
    assert text.index("Lê Thị Thử") < text.index("Họ và tên: Trần Văn Mẫu")
    assert "Giấy tờ ủy quyền: số 12, ngày 20/11/2026" in text
    assert "Qua dịch vụ bưu chính công ích: Số 9, Đường Mẫu 4" in text


def test_form_01_of_an_applicant_who_submits_names_nobody_else(counter: JournalCounterOffice) -> None:
    text = form_01_text(counter, counter.receive(FORM).id)
    assert "Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức: Trần Văn Mẫu" in text
    assert "Giấy tờ ủy quyền:" not in text


def test_a_procedure_with_an_immediate_result_needs_no_form_01(counter: JournalCounterOffice) -> None:
    assert not counter.receive(replace(FORM, procedure="2.000815")).prints_form_01
    received = counter.receive(FORM)
    assert received.prints_form_01
    assert counter.issued_forms(received.id) == ()


def test_what_an_applicant_gave_last_is_found_by_the_whole_number_only(counter: JournalCounterOffice) -> None:
    assert counter.given_before(NUMBER) is None
    counter.receive(FORM)
    again = counter.receive(replace(FORM, applicant=replace(FORM.applicant, phone="0911 000 111")))
    counter.receive(AUTHORISED)
    counter.receive(replace(FORM, applicant=replace(FORM.applicant, identity_number="000165000009")))
    before = counter.given_before(NUMBER)
    assert before is not None
    assert before.applicant.birth_date == date(1965, 10, 3)
    assert [each.procedure for each in before.open] == ["1.004884"] * 3
    assert again.code in [each.code for each in before.open]
    assert counter.given_before(NUMBER[:-1]) is None
    assert counter.given_before("000165000002") is None, "an authorised person is not the applicant"


def test_a_name_that_was_erased_is_not_given_back(counter: JournalCounterOffice) -> None:
    assert counter.given_before(NUMBER) is None
    counter.receive(FORM)
    assert counter.given_before(NUMBER) is not None
    with counter.journal.writing() as writer:
        writer.connection.exec_driver_sql("UPDATE personal SET body = NULL, erased_at = 1")
    assert counter.given_before(NUMBER) is None


def test_what_somebody_gave_is_told_only_to_those_who_receive(counter: JournalCounterOffice) -> None:
    counter.receive(FORM)
    counter.officer = STAFF["tuphap"]
    with pytest.raises(Refusal) as refused:
        counter.given_before(NUMBER)
    assert refused.value.code == "not_allowed"


def test_a_number_too_short_to_be_one_finds_nobody(counter: JournalCounterOffice) -> None:
    counter.receive(replace(FORM, applicant=replace(FORM.applicant, identity_number="12")))
    counter.given_before(NUMBER)
    with counter.journal.reading() as reader:
        assert dossiers_of_applicant(reader, "12") == ()
        assert dossiers_of_applicant(reader, "") == ()
        assert dossiers_of_applicant(reader, '" OR name : "') == ()


def test_a_ward_without_marks_of_its_own_still_does_not_ask_for_what_the_state_has(
    counter: JournalCounterOffice,
) -> None:
    (procedure,) = [each for each in counter.procedures("1.001193") if each.code == "1.001193"]
    assert [(each.document, each.owner) for each in procedure.replaced_by_data] == [("Căn cước", "Bộ Công an")]


def test_the_fee_of_today_has_the_reduction_that_is_for_everybody(counter: JournalCounterOffice) -> None:
    fee = counter.fee_today("1.014063")
    assert fee is not None
    due = fee_due(fee)
    assert due is not None
    assert (due.full_vnd, due.due_vnd) == (50_000, 25_000)
    assert counter.fee_today("0.000000") is None


def test_an_open_dossier_that_was_given_before_leads_to_its_page(counter: JournalCounterOffice) -> None:
    received = counter.receive(FORM)
    before = counter.given_before(NUMBER)
    assert before is not None
    assert [each.id for each in before.open] == [received.id]
