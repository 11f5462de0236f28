"""Returning results."""

from __future__ import annotations

from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtWidgets import QLabel, QListWidget, QWidget

from resources.sample_ward.load import sample_citizens
from tests.counter.conftest import Counter


@pytest.fixture
def room(counter: Counter) -> Counter:
    counter.open()
    counter.control(Qt.Key.Key_4)
    return counter


def test_a_scanned_receipt_opens_the_dossier_and_the_result_changes_hands(room: Counter) -> None:
    ready = room.office.ready_results()[1]
    token = room.office.book.dossiers[ready.id].token
    room.scan(f"https://motcua.phuong-mau.example/d/{token}")
    assert room.text("result_code") == ready.code
    assert room.text("result_verdict") == "Có thể trả kết quả."
    room.control(Qt.Key.Key_Return)
    assert room.office.find_dossier(ready.code).stage == "returned"
    assert room.said_words()[-1] == f"Đã trả kết quả hồ sơ {ready.code}."
    assert decoded(room) == f"https://motcua.phuong-mau.example/r/{token}"
    room.control(Qt.Key.Key_N)
    assert room.find(QListWidget, "ready_results").count() == 2


def test_an_authorised_person_is_named_with_the_paper_that_shows_it(room: Counter) -> None:
    ready = room.office.ready_results()[0]
    room.scan(ready.code)
    room.key(Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    room.control(Qt.Key.Key_Return)
    assert room.said_words()[-1] == "Chưa ghi họ tên người được ủy quyền."
    room.keys("Lý Thử Mỵ")
    room.find(QWidget, "collector_identity_number").setFocus()
    room.keys("000190000031")
    room.find(QWidget, "collector_paper").setFocus()
    room.keys("Giấy ủy quyền 12/2026")
    room.control(Qt.Key.Key_Return)
    dossier = room.office.book.dossiers[ready.id]
    assert (dossier.stage, dossier.collector) == ("returned", "authorised")
    assert room.office.book.people[dossier.returned_to or ""] == {
        "name": "Lý Thử Mỵ",
        "identity_number": "000190000031",
        "paper": "Giấy ủy quyền 12/2026",
    }


def test_the_identity_card_of_an_authorised_person_fills_in_name_and_number(room: Counter) -> None:
    person = sample_citizens()[40]
    room.scan(room.office.ready_results()[0].code)
    room.key(Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    room.scan(person.qr_7)
    assert room.text("collector_name") == person.name
    assert room.text("collector_identity_number") == person.id_number


def test_somebody_authorised_at_reception_is_chosen_with_one_click(room: Counter) -> None:
    ready = room.office.ready_results()[0]
    book = room.office.book
    collector = {"name": "Lý Thử Mỵ", "identity_number": "000190000031", "paper": "Ghi trên Giấy tiếp nhận"}
    book.people[book.dossiers[ready.id].applicant or ""]["collectors"] = [collector]
    room.scan(ready.code)
    room.key(Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    room.click("recorded_collector_0")
    room.control(Qt.Key.Key_Return)
    assert book.people[book.dossiers[ready.id].returned_to or ""] == collector


def test_without_the_receipt_an_identity_paper_must_be_seen(room: Counter) -> None:
    ready = room.office.ready_results()[0]
    room.scan(ready.code)
    room.key(Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    room.control(Qt.Key.Key_Return)
    assert "phải xem giấy tờ tùy thân" in room.said_words()[-1]
    room.key(Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    room.key(Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    room.control(Qt.Key.Key_Return)
    assert room.office.find_dossier(ready.code).stage == "returned"


def test_an_open_fee_is_one_key_away_and_does_not_forbid_the_return(room: Counter) -> None:
    ready = room.office.ready_results()[0]
    book = room.office.book
    book.dossiers[ready.id] = replace(book.dossiers[ready.id], fee_vnd=8000)
    room.scan(ready.code)
    assert room.text("result_fee") == "⚠ Còn 8.000 đ phải thu"
    assert room.find(QWidget, "return_result").isEnabled()
    room.key(Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    assert room.text("fee_code") == ready.code
    room.control(Qt.Key.Key_Return)
    room.click("room_results")
    assert not [each for each in room.window.findChildren(QLabel, "result_fee") if each.isVisible()]


def decoded(room: Counter) -> str:
    pictures = [each for each in room.window.findChildren(QLabel) if each.isVisible() and each.pixmap().width() > 200]
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    pictures[0].pixmap().save(buffer, "PNG")
    import io

    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(bytes(buffer.data().data()))))
    return str(code.text)


def test_a_result_that_is_not_there_yet_is_not_returned_and_the_card_says_why(room: Counter) -> None:
    room.scan("H99.99.01-261123-1001")
    assert "chưa có kết quả tại quầy" in room.text("result_verdict")
    assert not room.find(QWidget, "return_result").isEnabled()
    room.control(Qt.Key.Key_Return)
    assert room.office.find_dossier("H99.99.01-261123-1001").stage == "received"


def test_a_result_is_opened_from_the_list_too(room: Counter) -> None:
    room.click_row("ready_results", 2)
    assert room.text("result_code") == room.office.ready_results()[2].code


def test_a_code_typed_while_another_widget_has_the_focus_is_found(room: Counter) -> None:
    room.click_row("ready_results", 0)
    room.find(QWidget, "collector_applicant").setFocus()
    room.scan("H99.99.01-261123-1001")
    assert room.text("result_code") == "H99.99.01-261123-1001"


def test_an_unknown_code_is_one_sentence(room: Counter) -> None:
    room.scan("https://motcua.phuong-mau.example/d/KHONGCO")
    assert room.said_words()[-1] == "Không tìm thấy hồ sơ này."
