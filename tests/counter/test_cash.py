"""The cash room, by keys."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtWidgets import QLabel, QListWidget, QSpinBox, QWidget

from shared.domain.vietqr import Transfer, read_vietqr
from tests.counter.conftest import Build, Counter
from tests.documents.reading import text_of

CERTIFIED, EXTRACT = "H99.99.01-261123-1002", "H99.99.01-261120-1004"
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def room(counter: Counter) -> Counter:
    counter.open()
    counter.click("room_cash")
    return counter


def focus_and_type(room: Counter, name: str, text: str) -> None:
    room.find(QWidget, name).setFocus()
    room.keys(text)
    room.settle()


def take_extract(room: Counter) -> None:
    room.scan(EXTRACT)
    room.keys("10000")
    room.settle()
    room.control(Qt.Key.Key_Return)


def test_a_dossier_pays_in_cash_without_the_mouse(room: Counter) -> None:
    room.scan(CERTIFIED)
    room.find(QSpinBox, "fee_units").setValue(12)
    room.find(QSpinBox, "fee_pieces").setValue(2)
    focus_and_type(room, "fee_given", "50000")
    assert room.text("fee_change") == "22.000 đ"
    focus_and_type(room, "fee_series", "01AB-26E")
    focus_and_type(room, "fee_number", "0000012")
    room.control(Qt.Key.Key_Return)
    assert room.text("taken_title") == "Đã thu 28.000 đ"
    assert room.text("taken_change") == "22.000 đ"
    (paid,) = room.office.payments_today()
    assert (paid.amount_vnd, paid.way, paid.receipt) == (28_000, "cash", "01AB-26E số 0000012")
    room.control(Qt.Key.Key_N)
    assert room.text("cash_empty")


def test_the_given_money_is_typed_right_after_the_scan(room: Counter) -> None:
    take_extract(room)
    assert room.text("taken_change") == "2.000 đ"


def test_the_code_on_the_screen_is_the_transfer(room: Counter) -> None:
    room.scan(EXTRACT)
    room.key(Qt.Key.Key_K, ALT)
    assert read_vietqr(shown_code(room)) == Transfer("999999", "000000000001", 8000, EXTRACT)
    room.find(QSpinBox, "fee_pieces").setValue(3)
    room.settle()
    assert read_vietqr(shown_code(room)).amount_vnd == 24_000
    room.control(Qt.Key.Key_P)
    name, pdf = room.printer.printed[-1]
    assert name == EXTRACT
    assert "24.000 đồng" in text_of(pdf)
    room.control(Qt.Key.Key_Return)
    assert room.office.payments_today()[0].way == "transfer"


def shown_code(room: Counter) -> str:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    room.find(QLabel, "fee_qr").pixmap().save(buffer, "PNG")
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(bytes(buffer.data().data()))))
    return str(code.text)


def test_a_payment_can_be_taken_back_for_a_moment(room: Counter) -> None:
    take_extract(room)
    room.key(Qt.Key.Key_F9)
    assert room.office.payments_today()[0].state == "withdrawn"
    assert room.office.fee_card(EXTRACT).account.open_vnd == 8000


def test_a_missing_receipt_is_recorded_later(room: Counter) -> None:
    take_extract(room)
    assert "⚠ 1" in room.text("cash_page_taken")
    room.key(Qt.Key.Key_2, ALT)
    assert room.find(QListWidget, "payments").currentRow() == 0
    room.key(Qt.Key.Key_Return)
    focus_and_type(room, "payment_series", "01AB-26E")
    focus_and_type(room, "payment_number", "13")
    room.control(Qt.Key.Key_Return)
    assert room.office.payments_today()[0].receipt == "01AB-26E số 13"
    assert room.said_words()[-1] == "Đã ghi biên lai 01AB-26E số 13."
    assert room.text("cash_page_taken") == "Đã thu"


def test_money_goes_back_only_with_a_reason(room: Counter) -> None:
    take_extract(room)
    room.key(Qt.Key.Key_2, ALT)
    assert not room.find(QWidget, "give_back").isEnabled()
    focus_and_type(room, "payment_reason", "Thu nhầm hồ sơ")
    room.key(Qt.Key.Key_H, ALT)
    assert room.office.payments_today()[0].state == "withdrawn"


def test_the_drawer_is_counted_and_the_sheet_printed(room: Counter) -> None:
    take_extract(room)
    room.key(Qt.Key.Key_3, ALT)
    assert room.text("cash_total") == "8.000 đ"
    room.keys("7500")
    room.settle()
    assert room.text("cash_difference") == "▼ Thiếu 500 đ"
    room.control(Qt.Key.Key_P)
    name, pdf = room.printer.printed[-1]
    assert name == "bang-ke-261123"
    assert "thiếu 500 đồng" in text_of(pdf)
    room.key(Qt.Key.Key_Left, ALT)
    assert room.text("cash_up_day") == "22/11/2026"
    assert room.text("cash_total") == "0 đ"
    room.key(Qt.Key.Key_Right, ALT)
    assert room.text("cash_up_day") == "23/11/2026"


def test_a_second_payment_says_what_remains(room: Counter) -> None:
    take_extract(room)
    room.control(Qt.Key.Key_N)
    room.scan(EXTRACT)
    assert room.text("take_fee") == "Không có gì phải thu"
    focus_and_type(room, "fee_amount", "8000")
    room.control(Qt.Key.Key_Return)
    assert "chỉ còn phải thu 0 đ" in room.said_words()[-1]
    focus_and_type(room, "fee_over_reason", "Xin thêm bản")
    room.control(Qt.Key.Key_Return)
    assert len(room.office.payments_today()) == 2


def test_an_unknown_code_is_one_sentence(room: Counter) -> None:
    room.scan("https://motcua.phuong-mau.example/d/KHONGCO")
    assert room.said_words()[-1] == "Không tìm thấy hồ sơ này."


def test_the_room_speaks_english_too(build: Build) -> None:
    counter = build("en")
    counter.open()
    counter.click("room_cash")
    counter.scan(EXTRACT)
    assert counter.text("take_fee") == "Take 8,000 VND"


def test_a_question_of_a_rule_is_answered_by_a_key_and_the_waiver_recorded(room: Counter) -> None:
    book = room.office.book
    changed = {"procedure": "1.004222", "procedure_name": "Đăng ký thường trú", "fee_vnd": 20_000}
    book.dossiers["dossier-4"] = replace(book.dossiers["dossier-4"], **changed)  # type: ignore[arg-type]  # by name
    room.scan(EXTRACT)
    assert room.text("take_fee") == "Thu 20.000 đ"
    room.key(Qt.Key.Key_Q, ALT)
    assert room.text("take_fee") == "Ghi miễn phí"
    room.control(Qt.Key.Key_Return)
    assert room.text("taken_title") == "Đã ghi miễn phí"
    assert room.office.fee_card(EXTRACT).account.open_vnd == 0


def test_other_rooms_lead_here_with_their_dossier(counter: Counter) -> None:
    counter.open()
    counter.window.presenters.ways.fee_wanted.emit(EXTRACT)
    counter.settle()
    assert counter.text("fee_code") == EXTRACT
