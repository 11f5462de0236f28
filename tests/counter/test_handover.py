"""Both sides of a handover, and the unit that decides."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QWidget

from counter.handover.state import HandoverState, is_incoming, the_rest, to_sign
from counter.ports import HandoverRow, Officer
from counter.sample.content import MORNING
from tests.counter.conftest import Counter

OFFICER = Officer("staff-1", "A", "officer", "one_stop", "Bộ phận Một cửa")


def row(state: str = "offered", *, receiver: str = "one_stop", name: str = "Bộ phận Một cửa") -> HandoverRow:
    giver = "post"
    return HandoverRow("h", "BG-1", "Bưu điện", name, 2, MORNING, state, giver, receiver)  # type: ignore[arg-type]


def test_a_handover_is_incoming_by_the_units_id_or_by_its_name() -> None:
    assert is_incoming(row(), OFFICER)
    assert is_incoming(row(receiver=""), OFFICER)
    assert not is_incoming(row(receiver="post"), OFFICER)
    assert not is_incoming(row(), None)


def test_only_offered_handovers_wait_to_be_signed() -> None:
    rows = (row(), row("accepted"))
    assert to_sign(rows, OFFICER) == (rows[0],)
    assert the_rest(rows, OFFICER) == (rows[1],)
    assert HandoverState().missing == ()


@pytest.fixture
def room(counter: Counter) -> Counter:
    counter.open()
    counter.control(Qt.Key.Key_2)
    return counter


def rows_in(room: Counter, name: str) -> list[str]:
    view = room.find(QListWidget, name)
    return [view.item(at).text() for at in range(view.count())]


def test_scanned_and_clicked_dossiers_make_the_list_and_the_giver_signs(room: Counter) -> None:
    held = room.office.held_here()
    token = room.office.book.dossiers[held[0].id].token
    room.scan(f"https://motcua.phuong-mau.example/d/{token}")
    room.scan(held[2].code)
    room.click_row("held_dossiers", 0)
    assert room.text("picked_count") == "Danh sách giao: 3"
    box = room.find(QComboBox, "receiver")
    box.setCurrentIndex(box.findText("Văn phòng HĐND và UBND phường"))
    room.control(Qt.Key.Key_Return)
    assert len(room.office.held_here()) == len(held) - 3
    assert room.said_words()[-1] == "Đã ký giao 3 hồ sơ, biên bản BG-0004; chờ bên nhận ký."
    assert rows_in(room, "handover_dossiers")[0].startswith(held[0].code)


def test_a_dossier_held_elsewhere_or_listed_already_is_answered_with_a_sentence(room: Counter) -> None:
    room.scan("H99.99.01-261118-1005")
    assert "không do đơn vị này giữ; hiện ở: Văn phòng HĐND và UBND phường" in room.said_words()[-1]
    held = room.office.held_here()[0].code
    room.scan(held)
    room.scan(held)
    assert room.said_words()[-1] == f"Hồ sơ {held} đã có trong danh sách."
    room.scan("H99.99.01-261118-9999")
    assert room.said_words()[-1] == "Không tìm thấy hồ sơ này."


def test_a_picked_dossier_is_taken_off_by_delete_and_by_the_way_back(room: Counter) -> None:
    room.click("pick_all")
    assert room.text("picked_count") == "Danh sách giao: 4"
    room.click_row("picked_dossiers", 0)
    assert room.text("picked_count") == "Danh sách giao: 3"
    room.scan(room.office.held_here()[0].code)
    room.key(Qt.Key.Key_F9)
    assert room.text("picked_count") == "Danh sách giao: 3"


def test_the_receiver_signs_on_the_givers_screen(room: Counter) -> None:
    room.click("pick_all")
    room.click("offer")
    room.type("kinhte", "receiver_name")
    room.type("Mot-cua-mau-6", "receiver_password")
    room.click("accept_here")
    assert "không thuộc bên nhận" in room.said_words()[-1]
    room.find(QWidget, "receiver_name").clear()
    room.type("tuphap", "receiver_name")
    room.type("Mot-cua-mau-5", "receiver_password")
    room.key(Qt.Key.Key_Return)
    assert room.said_words()[-1] == "Hai bên đã ký: 4 hồ sơ được giao, biên bản BG-0004."
    assert room.office.held_here() == ()
    assert room.office.book.handovers["handover-BG-0003"].state == "offered"
    assert not room.window.findChild(QWidget, "accept_here").isVisible()


def test_the_giver_takes_the_list_back_before_the_second_signature(room: Counter) -> None:
    room.click("pick_all")
    room.click("offer")
    room.click("cancel_handover")
    assert len(room.office.held_here()) == 4
    assert "Đã hủy biên bản" in room.said_words()[-1]


def test_the_receiver_counts_marks_what_is_missing_and_signs(room: Counter) -> None:
    room.click("handover_records")
    room.click("incoming_0")
    first, second = room.office.handover_dossiers("handover-BG-0003")
    room.scan(first.code)
    room.scan(room.office.held_here()[0].code)
    room.click("miss_the_rest")
    assert rows_in(room, "handover_dossiers")[1].startswith(second.code)
    assert room.text("accept") == "Ký nhận 1, thiếu 1"
    room.control(Qt.Key.Key_Return)
    signed = room.office.book.handovers["handover-BG-0003"]
    assert signed.missing == (second.id,)
    assert len(signed.extra) == 1
    assert room.office.find_dossier(first.code).stage == "result_at_counter"
    assert room.window.findChild(QWidget, "incoming_0") is None


def test_a_mark_is_taken_away_by_the_same_key(room: Counter) -> None:
    room.click("handover_records")
    room.click("incoming_0")
    room.click_row("handover_dossiers", 0)
    assert room.text("accept") == "Ký nhận 1, thiếu 1"
    room.key(Qt.Key.Key_Return)
    assert room.text("accept") == "Ký nhận đủ 2 hồ sơ"


def test_the_record_is_printed(room: Counter) -> None:
    room.click("handover_records")
    room.click("record_0")
    room.control(Qt.Key.Key_P)
    ((name, pdf),) = room.printer.printed
    assert name == "BG-0002"
    assert pdf.startswith(b"%PDF")


def test_a_department_marks_its_results_and_hands_them_back(counter: Counter) -> None:
    counter.sign_in("tuphap")
    counter.control(Qt.Key.Key_3)
    code = counter.office.held_here()[0].code
    counter.scan(code)
    counter.control(Qt.Key.Key_Return)
    assert counter.office.find_dossier(code).stage == "result_ready"
    counter.click_row("deciding_dossiers", 1)
    counter.click("mark_refused")
    assert [held.stage for held in counter.office.held_here()] == ["result_ready", "result_ready"]
    assert counter.office.result_card(counter.office.held_here()[1].code).outcome == "refused"
    counter.scan("H99.99.01-261123-1001")
    assert "không do đơn vị này giữ" in counter.said_words()[-1]
    words = [label.text() for label in counter.window.findChildren(QLabel) if label.isVisible()]
    assert any("đã có kết quả" in word for word in words)
