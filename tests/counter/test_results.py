"""Returning results."""

from __future__ import annotations

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtWidgets import QLabel, QListWidget, QWidget

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
    room.click("collector_authorised")
    room.control(Qt.Key.Key_Return)
    assert room.office.find_dossier(ready.code).stage == "returned"
    assert room.said_words()[-1] == f"Đã trả kết quả hồ sơ {ready.code}."
    assert decoded(room) == f"https://motcua.phuong-mau.example/r/{token}"
    room.control(Qt.Key.Key_N)
    assert room.find(QListWidget, "ready_results").count() == 2


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
