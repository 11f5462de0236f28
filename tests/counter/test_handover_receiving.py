"""The receiver's side of a handover by keys: counting, the money, signing, what differs, lists on paper."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from counter.sample.handover_content import NUMBER, carried_codes
from counter.sample.note_content import write_notes
from tests.counter.conftest import Counter
from tests.counter.handover_room import current, rows_in

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def room(counter: Counter) -> Counter:
    counter.open()
    counter.control(Qt.Key.Key_2)
    return counter


def incoming(room: Counter) -> tuple[str, str]:
    """Opens the list that waits; answers the ids on it."""
    room.click("handover_records")
    room.click("incoming_0")
    first, second = room.office.book.handovers["handover-BG-0003"].dossiers
    return first, second


def test_the_receiver_counts_marks_what_is_missing_and_signs(room: Counter) -> None:
    first, second = incoming(room)
    code = room.office.book.dossiers[first].code
    room.scan(code)
    assert room.text("counted_count") == "1 / 2"
    room.scan(room.office.held_here()[0].code)
    room.click("miss_the_rest")
    assert room.text("accept") == "Ký nhận 1, thiếu 1"
    room.control(Qt.Key.Key_Return)
    signed = room.office.book.handovers["handover-BG-0003"]
    assert signed.missing == (second,)
    assert len(signed.extra) == 1
    assert room.office.find_dossier(code).stage == "result_at_counter"


def test_signing_for_a_list_that_is_half_counted_asks_once_more(room: Counter) -> None:
    first, _ = incoming(room)
    room.scan(room.office.book.dossiers[first].code)
    assert room.text("accept") == "Ký nhận 2, còn 1 chưa đếm"
    room.control(Qt.Key.Key_Return)
    assert room.said_words()[-1].startswith("Còn 1 hồ sơ chưa đếm.")
    assert room.office.book.handovers["handover-BG-0003"].state == "offered"
    room.control(Qt.Key.Key_Return)
    assert room.office.book.handovers["handover-BG-0003"].state == "accepted"


def test_a_mark_is_made_and_taken_away_by_enter(room: Counter) -> None:
    incoming(room)
    current(room, "handover_dossiers", 0)
    room.key(Qt.Key.Key_Return)
    assert room.text("accept") == "Ký nhận 1, thiếu 1"
    room.key(Qt.Key.Key_Return)
    assert room.text("accept") == "Ký nhận đủ 2 hồ sơ"


def test_one_paper_is_refused_with_a_reason_and_one_taken_damaged_with_words(room: Counter) -> None:
    first, second = incoming(room)
    current(room, "handover_dossiers", 0)
    room.key(Qt.Key.Key_R, ALT)
    box = room.find(QComboBox, "refusal_reason")
    box.setCurrentIndex(box.findText("Không thuộc đơn vị này"))
    room.type("Gửi nhầm", "mark_words")
    current(room, "handover_dossiers", 1)
    room.key(Qt.Key.Key_D, ALT)
    room.type("Ướt góc", "mark_words")
    assert room.text("accept") == "Ký nhận 1, không nhận 1"
    room.control(Qt.Key.Key_Return)
    signed = room.office.book.handovers["handover-BG-0003"]
    assert signed.refused == ((first, "wrong_unit"),)
    assert signed.damaged == (second,)
    assert room.office.book.people[signed.notes or ""]["notes"] == {first: "Gửi nhầm", second: "Ướt góc"}
    assert room.office.book.dossiers[first].holder == "van-phong"


def test_a_count_put_aside_is_there_again(room: Counter) -> None:
    first, _ = incoming(room)
    room.scan(room.office.book.dossiers[first].code)
    room.key(Qt.Key.Key_B, ALT)
    room.click("record_0")
    room.click("all_records")
    room.click("incoming_0")
    assert room.text("counted_count") == "1 / 2"


def test_the_last_count_is_taken_back_and_a_paper_counted_twice_is_said(room: Counter) -> None:
    first, _ = incoming(room)
    code = room.office.book.dossiers[first].code
    room.scan(code)
    room.scan(code)
    assert room.text("scan_answer") == f"! {code} · đã đếm rồi"
    room.key(Qt.Key.Key_F9)
    assert room.text("counted_count") == "0 / 2"


def test_differences_are_settled_by_either_side_and_say_who_did(room: Counter) -> None:
    first, second = incoming(room)
    room.scan(room.office.book.dossiers[first].code)
    room.scan(room.office.held_here()[0].code)
    room.click("miss_the_rest")
    room.control(Qt.Key.Key_Return)
    room.click("difference_0")
    room.type("Để quên ở bàn bên", "settled_note")
    room.key(Qt.Key.Key_4, ALT)
    assert room.office.book.dossiers[second].holder == "one_stop"
    room.click("difference_0")
    room.key(Qt.Key.Key_4, ALT)
    assert room.office.book.handovers["handover-BG-0003"].open_discrepancies == ()
    words = [label.text() for label in room.window.findChildren(QLabel) if label.isVisible()]
    assert any("✓ Tìm thấy ở bên nhận · Nguyễn Thị Thử" in each and "Để quên" in each for each in words)


def test_money_that_travels_is_counted_and_its_difference_shown_at_once(counter: Counter) -> None:
    write_notes(counter.office.book, counter.office.sample_ward())
    counter.open()
    counter.control(Qt.Key.Key_2)
    counter.click("handover_records")
    counter.click("incoming_0")
    assert counter.text("money_difference") == "Phải nhận 8.000 đ. Đếm rồi ghi số tiền."
    counter.control(Qt.Key.Key_Return)
    assert "đếm và ghi số tiền" in counter.said_words()[-1]
    counter.type("5.000", "money_counted")
    assert counter.text("money_difference") == "✗ Thiếu 3.000 đ"
    counter.find(QWidget, "handover_scan").setFocus()
    counter.control(Qt.Key.Key_Return)
    signed = counter.office.book.handovers["handover-BG-261123-0102"]
    assert (signed.counted_vnd, signed.money_difference_vnd) == (5000, -3000)
    counter.click("difference_0")
    assert counter.text("settled_amount") == "3.000 đ"
    counter.key(Qt.Key.Key_3, ALT)
    assert counter.office.book.handovers[signed.id].open_discrepancies == ()


def test_a_list_that_this_machine_has_not_heard_of_is_opened_by_its_codes_in_any_order(room: Counter) -> None:
    codes = carried_codes(120)
    assert len(codes) == 2
    room.scan(codes[1])
    assert room.text("scan_answer") == "Danh sách trên giấy: đã đọc 1 trên 2 mã"
    room.find(QWidget, "handover_records").setFocus()
    room.scan(codes[0].lower())
    assert f"Đã đọc danh sách trên giấy {NUMBER}." in room.said_words()
    assert len(rows_in(room, "handover_dossiers")) == 120
    room.scan("PG-261123-02003")
    room.click("miss_the_rest")
    room.type("8000", "money_counted")
    room.find(QWidget, "handover_scan").setFocus()
    room.control(Qt.Key.Key_Return)
    signed = room.office.book.handovers["handover-on-paper"]
    assert (signed.state, len(signed.taken_papers), signed.on_paper) == ("accepted", 1, True)


def test_misread_codes_and_a_record_that_is_not_here_are_said(room: Counter) -> None:
    code = carried_codes(3)[0]
    room.scan(code[:-4] + ("AAAA" if not code.endswith("AAAA") else "BBBB"))
    assert "không ghép được" in room.said_words()[-1]
    room.scan("BG-261123-0909")
    assert room.said_words()[-1] == "Máy này chưa có biên bản đó."


def test_a_records_number_opens_it_and_it_is_printed(room: Counter) -> None:
    room.scan("BG-0002")
    room.control(Qt.Key.Key_P)
    ((name, pdf),) = room.printer.printed
    assert name == "BG-0002"
    assert pdf.startswith(b"%PDF")
