"""What may go onto a list, by who gives and who receives."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from resources.sample_ward.load import sample_office_document
from shared.clock import HO_CHI_MINH
from shared.domain.custody import ONE_STOP
from shared.domain.delivery import Delivery
from shared.domain.dossier import Competent, Coordination, GivenDocument
from shared.domain.handover_fit import fitting, goes_to
from shared.domain.office import office_from_document
from tests.papers import dossier_with, note_with

OFFICE = office_from_document(sample_office_document())
AT = datetime(2026, 11, 23, 8, 0, tzinfo=HO_CHI_MINH)
POST, SATELLITE, AGENCY = "buu-dien-mau", "diem-tiep-nhan-ben-thu", "phuong-ban"
DECIDES, OTHER = "kinh-te", "van-phong"

RECEIVED = dossier_with(
    code="H99.99.01-261123-1001",
    token="T" * 26,
    procedure="1.001612",
    procedure_name="Đăng ký thành lập hộ kinh doanh",
    field="Đăng ký hộ kinh doanh",
    documents=(GivenDocument("Tờ khai", 1, 0),),
    fee_vnd=None,
    return_way="post",
    received_at=AT,
    time_limit_text="3 ngày",
)
DECIDED = replace(RECEIVED, outcome="granted", result_ready_at=AT)
NOTE = note_with(
    procedure="1.001612",
    procedure_name="",
    field="",
    return_way="post",
    made_at=AT,
)
LETTER = Delivery("l", "d", RECEIVED.code, "apology", "commune", None, "", 0, "staff-1", AT)


@pytest.mark.parametrize(
    ("receiver", "fit", "word"),
    [
        (DECIDES, "fits", ""),
        (OTHER, "unusual", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        (POST, "never", "chưa có kết quả"),
        (SATELLITE, "fits", ""),
    ],
)
def test_a_received_dossier_goes_to_the_unit_that_decides_its_field(receiver: str, fit: str, word: str) -> None:
    found = fitting(OFFICE, RECEIVED, ONE_STOP, receiver, {})
    assert found.fit == fit
    assert word in (found.why.vi if found.why else "")
    assert goes_to(OFFICE, RECEIVED, ONE_STOP) == DECIDES


def test_a_dossier_for_another_agency_goes_there() -> None:
    civil = replace(RECEIVED, field="Hộ tịch")
    assert fitting(OFFICE, civil, ONE_STOP, OTHER, {}).fit == "fits"
    assert fitting(OFFICE, civil, ONE_STOP, AGENCY, {}).fit == "unusual", "it is decided here"
    from_there = replace(civil, competent=Competent(AGENCY, AT))
    assert goes_to(OFFICE, from_there, ONE_STOP) == AGENCY
    assert fitting(OFFICE, from_there, ONE_STOP, AGENCY, {}).fit == "fits"
    assert fitting(OFFICE, from_there, ONE_STOP, OTHER, {}).fit == "unusual"


def test_a_paper_goes_to_an_agency_that_was_asked_to_take_part() -> None:
    tax = "thue-co-so-thu"
    asked = Coordination(DECIDES, tax, "financial_duty", None, 2, AT, AT, "staff-6")
    assert fitting(OFFICE, RECEIVED, ONE_STOP, tax, {}).fit == "unusual"
    assert fitting(OFFICE, replace(RECEIVED, coordinations=(asked,)), ONE_STOP, tax, {}).fit == "fits"


def test_a_result_goes_to_the_post_once_its_delivery_is_prepared_and_to_nobody_else() -> None:
    assert goes_to(OFFICE, DECIDED, ONE_STOP) == POST
    assert fitting(OFFICE, DECIDED, ONE_STOP, POST, {"d": "prepared"}).fit == "fits"
    unprepared = fitting(OFFICE, DECIDED, ONE_STOP, POST, {})
    assert (unprepared.fit, "chưa lập phiếu chuyển phát" in str(unprepared.why)) == ("never", True)
    at_the_counter = replace(DECIDED, return_way="one_stop")
    assert fitting(OFFICE, at_the_counter, ONE_STOP, POST, {}).fit == "never"
    assert fitting(OFFICE, DECIDED, ONE_STOP, DECIDES, {}).fit == "never"


def test_a_department_gives_back_what_it_has_decided_and_only_unusually_what_it_has_not() -> None:
    held = replace(DECIDED, holder=DECIDES, holder_kind="department")
    assert goes_to(OFFICE, held, DECIDES) == ONE_STOP
    assert fitting(OFFICE, held, DECIDES, ONE_STOP, {}).fit == "fits"
    undecided = replace(held, outcome=None, result_ready_at=None)
    assert fitting(OFFICE, undecided, DECIDES, ONE_STOP, {}).fit == "unusual"
    assert fitting(OFFICE, undecided, DECIDES, AGENCY, {}).fit == "fits"


def test_what_was_received_at_a_reception_point_goes_back_there() -> None:
    held = replace(DECIDED, holder=DECIDES, holder_kind="department", home=SATELLITE)
    assert goes_to(OFFICE, held, DECIDES) == SATELLITE
    assert goes_to(OFFICE, replace(DECIDED, home=SATELLITE, return_way="one_stop"), ONE_STOP) == SATELLITE


def test_the_post_brings_its_notes_to_whom_they_are_addressed() -> None:
    assert goes_to(OFFICE, NOTE, POST) == ONE_STOP
    assert fitting(OFFICE, NOTE, POST, ONE_STOP, {}).fit == "fits"
    assert fitting(OFFICE, NOTE, POST, SATELLITE, {}).fit == "unusual"
    assert fitting(OFFICE, NOTE, POST, DECIDES, {}).fit == "never"
    refused = replace(NOTE, refused_for="incomplete")
    assert fitting(OFFICE, refused, POST, ONE_STOP, {}).fit == "unusual"


def test_the_post_brings_back_what_it_has_given_up_delivering() -> None:
    held = replace(DECIDED, holder=POST, holder_kind="post")
    assert fitting(OFFICE, held, POST, ONE_STOP, {"d": "going_back"}).fit == "fits"
    assert fitting(OFFICE, held, POST, ONE_STOP, {"d": "with_post"}).fit == "unusual"


def test_a_letter_goes_to_the_post_and_back_and_nowhere_else() -> None:
    assert goes_to(OFFICE, LETTER, ONE_STOP) == POST
    assert goes_to(OFFICE, replace(LETTER, holder=POST, holder_kind="post"), POST) == ONE_STOP
    assert fitting(OFFICE, LETTER, ONE_STOP, POST, {}).fit == "fits"
    assert fitting(OFFICE, LETTER, ONE_STOP, DECIDES, {}).fit == "never"
