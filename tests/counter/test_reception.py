"""The form of reception in the real window: scans, drafts, the receipt."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QListWidget, QSpinBox, QWidget

from counter.reception.drafts import DRAFT_PAUSE_MILLISECONDS
from resources.sample_ward.load import sample_citizens
from tests.counter.conftest import Build, Counter

CITIZEN = sample_citizens()[0]
DRAFT = "reception-staff-1"


@pytest.fixture
def desk(counter: Counter) -> Counter:
    counter.open()
    return counter


def choose(desk: Counter, query: str) -> None:
    desk.type(query, "procedure_search")
    desk.key(Qt.Key.Key_Return)


def test_a_procedure_is_found_by_its_initials_and_taken_with_arrows_and_enter(desk: Counter) -> None:
    desk.type("dkks", "procedure_search")
    names = [desk.find(QListWidget, "procedure_list").item(row).text() for row in range(3)]
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    assert desk.text("chosen_procedure") == names[1]
    assert desk.text("promise").startswith("17:00")
    assert not desk.window.findChild(QWidget, "procedure_list").isVisible()


def test_a_search_that_finds_nothing_says_so(desk: Counter) -> None:
    desk.type("zzzzqq", into="procedure_search")
    assert "Không có thủ tục nào khớp" in " ".join(each.text() for each in desk.window.findChildren(QLabel))
    desk.find(QLineEdit, "procedure_search").selectAll()
    desk.keys("khai sinh")
    desk.settle()
    assert desk.window.presenters.reception.state.found_nothing == ""


def test_what_did_not_work_is_not_said_in_the_next_room(desk: Counter) -> None:
    desk.control(Qt.Key.Key_7)
    desk.type("999", into="fee_scan")
    desk.key(Qt.Key.Key_Return)
    assert desk.text("message_text")
    desk.control(Qt.Key.Key_6)
    assert not [each for each in desk.window.findChildren(QLabel, "message_text") if each.isVisible() and each.text()]


def test_escape_closes_the_list_and_keeps_what_was_typed(desk: Counter) -> None:
    desk.type("khai sinh", "procedure_search")
    desk.key(Qt.Key.Key_Escape)
    assert not desk.window.findChild(QWidget, "procedure_list").isVisible()
    assert desk.text("procedure_search") == "khai sinh"


def test_only_the_answer_to_the_last_query_is_shown(desk: Counter) -> None:
    reception = desk.window.presenters.reception
    reception.search("khai sinh")
    reception.search("kết hôn")
    desk.settle()
    assert "kết hôn" in reception.state.found[0].name


@pytest.mark.parametrize("field", ["procedure_search", "phone", "applicant_name", "sets", "fee"])
def test_a_card_scanned_into_any_field_fills_in_the_person(desk: Counter, field: str) -> None:
    desk.find(QWidget, field).setFocus()
    desk.scan(CITIZEN.qr_11)
    typed = desk.window.presenters.reception.state.typed
    assert (typed.name, typed.identity_number) == (CITIZEN.name, CITIZEN.id_number)
    assert (typed.birth, typed.address) == ("03/10/1965", CITIZEN.address)
    assert (typed.phone, typed.fee, typed.sets) == ("", "", 1)
    assert desk.office.received == []


def test_a_foreign_code_is_one_sentence_and_overwrites_nothing(desk: Counter) -> None:
    desk.type("Lê Thị Giả", "applicant_name")
    desk.scan("https://vi-du.example/qr?a=1")
    assert desk.text("applicant_name") == "Lê Thị Giả"
    assert desk.said_words()[-1].startswith("Đây không phải mã QR trên thẻ căn cước.")


@pytest.mark.parametrize("code", [CITIZEN.qr_7[:30], CITIZEN.qr_7.replace("03101965", "99991965"), "||||||"])
def test_a_broken_card_is_one_sentence_and_overwrites_nothing(desk: Counter, code: str) -> None:
    desk.type("Lê Thị Giả", "applicant_name")
    desk.scan(code)
    assert desk.text("applicant_name") == "Lê Thị Giả"
    assert "bị hỏng" in desk.said_words()[-1]


def test_a_card_over_a_typed_name_can_be_taken_back(desk: Counter) -> None:
    desk.type("Lê Thị Giả", "applicant_name")
    desk.scan(CITIZEN.qr_7)
    desk.key(Qt.Key.Key_F9)
    assert desk.text("applicant_name") == "Lê Thị Giả"


def test_a_code_pasted_into_the_card_field_is_read_with_enter(desk: Counter) -> None:
    desk.window.findChild(QWidget, "card_scan").setText(CITIZEN.qr_7)
    desk.find(QWidget, "card_scan").setFocus()
    desk.key(Qt.Key.Key_Return)
    assert desk.text("applicant_name") == CITIZEN.name


def test_a_tick_counts_what_the_catalogue_names_and_a_count_ticks(desk: Counter) -> None:
    choose(desk, "1.004884")
    desk.find(QWidget, "document_0").setFocus()
    desk.key(Qt.Key.Key_Space)
    assert desk.find(QSpinBox, "document_0_originals").value() == 1
    desk.find(QSpinBox, "document_2_copies").setValue(2)
    assert desk.find(QCheckBox, "document_2").isChecked()
    desk.find(QWidget, "document_0").setFocus()
    desk.key(Qt.Key.Key_Space)
    assert desk.find(QSpinBox, "document_0_originals").value() == 0


def test_papers_only_shown_and_papers_replaced_by_data_cannot_be_ticked(desk: Counter) -> None:
    choose(desk, "1.001193")
    words = [label.text() for label in desk.window.findChildren(QLabel) if label.isVisible()]
    assert words.count("Chỉ xuất trình") == 2
    assert words.count("Không yêu cầu nộp") == 1
    assert "Đã có trong Cơ sở dữ liệu quốc gia về dân cư (Bộ Công an)" in words
    assert not desk.window.findChild(QWidget, "document_6").isVisible()


def test_enter_on_an_incomplete_form_says_what_is_missing(desk: Counter) -> None:
    desk.type("31/02/1990", "birth_date")
    desk.key(Qt.Key.Key_Return)
    missing = desk.window.presenters.reception.state.missing
    assert missing == ("procedure", "name", "birth")
    assert desk.find(QWidget, "applicant_name").property("state") == "wrong"


def fill(desk: Counter) -> None:
    choose(desk, "1.004884")
    desk.scan(CITIZEN.qr_11)
    desk.find(QWidget, "document_0").setFocus()
    desk.key(Qt.Key.Key_Space)


def test_a_received_dossier_is_printed_shown_and_its_draft_forgotten(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F2)
    fill(desk)
    desk.window.presenters.reception.save_draft()
    desk.settle()
    assert DRAFT in desk.office.drafts
    desk.control(Qt.Key.Key_Return)
    (form,) = desk.office.received
    assert (form.procedure, form.applicant.name, form.ticket) == ("1.004884", CITIZEN.name, "ticket-4")
    assert [(given.originals, given.copies) for given in form.documents] == [(1, 0)]
    assert desk.text("received_code") == "H99.99.01-261123-2001"
    assert desk.text("received_due") == "17:00 thứ Ba, 01/12/2026"
    ((name, pdf),) = desk.printer.printed
    assert "H99.99.01-261123-2001" in name
    assert "Giấy tiếp nhận" in pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    assert DRAFT not in desk.office.drafts


def test_ctrl_enter_twice_receives_once(desk: Counter) -> None:
    fill(desk)
    desk.window.presenters.reception.receive()
    desk.window.presenters.reception.receive()
    desk.settle()
    assert len(desk.office.received) == 1


def test_a_printer_without_paper_loses_nothing_and_prints_again(desk: Counter) -> None:
    desk.printer.out_of_paper = True
    fill(desk)
    desk.click("receive")
    assert "hồ sơ đã được lưu" in desk.said_words()[-1]
    assert desk.text("received_code") == "H99.99.01-261123-2001"
    desk.printer.out_of_paper = False
    desk.control(Qt.Key.Key_P)
    assert len(desk.printer.printed) == 1
    assert len(desk.office.received) == 1


def test_a_further_dossier_of_the_same_person_keeps_the_person_only(desk: Counter) -> None:
    fill(desk)
    desk.click("receive")
    desk.control(Qt.Key.Key_D)
    typed = desk.window.presenters.reception.state.typed
    assert (typed.name, typed.procedure, typed.counts) == (CITIZEN.name, "", ())


def test_a_form_put_away_by_mistake_can_be_had_back(desk: Counter) -> None:
    fill(desk)
    before = desk.window.presenters.reception.state.typed
    desk.control(Qt.Key.Key_N)
    assert desk.text("applicant_name") == ""
    desk.key(Qt.Key.Key_F9)
    assert desk.window.presenters.reception.state.typed == before


def test_a_half_typed_form_is_given_back_after_a_crash(build: Build) -> None:
    first = build()
    first.open()
    choose(first, "1.004884")
    first.type("Trần Văn M", "applicant_name")
    first.type("3/1", "birth_date")
    pause = first.window.presenters.reception.pause
    assert pause.isActive()
    assert pause.interval() == DRAFT_PAUSE_MILLISECONDS
    pause.timeout.emit()
    first.settle()
    second = build(office=first.office)
    second.open()
    assert second.text("applicant_name") == "Trần Văn M"
    assert second.text("birth_date") == "3/1"
    assert second.text("chosen_procedure").startswith("Thủ tục đăng ký lại khai sinh")
    assert "Đã lấy lại phiếu đang nhập dở." in second.said_words()


def test_the_form_of_one_officer_is_not_shown_to_another(desk: Counter) -> None:
    desk.type("Trần Văn M", "applicant_name")
    desk.click("sign_out")
    assert desk.office.drafts[DRAFT]["name"] == "Trần Văn M"
    desk.sign_in("mau")
    desk.click("counter_2")
    assert desk.text("applicant_name") == ""


def test_closing_the_window_waits_for_the_draft(desk: Counter) -> None:
    desk.type("Trần Văn M", "applicant_name")
    assert not desk.window.close()
    desk.settle()
    assert desk.office.drafts[DRAFT]["name"] == "Trần Văn M"
    assert not desk.window.isVisible()


def test_an_organisation_has_a_name_and_no_birthday(desk: Counter) -> None:
    desk.click("kind_organisation")
    assert not desk.window.findChild(QWidget, "birth_date").isVisible()
    assert desk.find(QWidget, "applicant_name").accessibleName() == "Tên tổ chức"
    desk.click("kind_applicant")
    assert desk.find(QWidget, "birth_date").isVisible()


def test_a_fixed_fee_is_filled_in_and_its_unit_said(desk: Counter) -> None:
    choose(desk, "2.000635")
    assert desk.text("fee") == "8.000"
    words = [label.text() for label in desk.window.findChildren(QLabel) if label.isVisible()]
    assert "8.000 đ mỗi bản" in words
