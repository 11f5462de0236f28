"""Both sides of a handover by keys, and the unit that decides."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QWidget

from counter.handover.state import HandoverState, is_incoming, the_rest, to_settle, to_sign
from counter.ports import Count, HandoverRow, Officer
from counter.ports.steps import AgencyRequest
from counter.sample.content import MORNING
from tests.counter.conftest import Counter
from tests.counter.handover_room import current, rows_in

OFFICER = Officer("staff-1", "A", "officer", "one_stop", "Bộ phận Một cửa")
ALT = Qt.KeyboardModifier.AltModifier
DEPARTMENT = "Văn phòng HĐND và UBND phường"


def row(state: str = "offered", *, receiver: str = "one_stop", differences: int = 0) -> HandoverRow:
    name = "Bộ phận Một cửa"
    return HandoverRow("h", "BG-1", "Bưu điện", name, 2, MORNING, state, "post", receiver, differences)  # type: ignore[arg-type]


def test_a_handover_is_incoming_by_the_units_id_or_by_its_name() -> None:
    assert is_incoming(row(), OFFICER)
    assert is_incoming(row(receiver=""), OFFICER)
    assert not is_incoming(row(receiver="post"), OFFICER)
    assert not is_incoming(row(), None)


def test_offered_handovers_wait_to_be_signed_and_differing_ones_to_be_settled() -> None:
    rows = (row(), row("accepted"), row("accepted", differences=1))
    assert to_sign(rows, OFFICER) == (rows[0],)
    assert to_settle(rows) == (rows[2],)
    assert HandoverState().count.missing == ()
    different = HandoverRow("i", "BG-2", "a", "b", 1, MORNING, "accepted")
    assert the_rest((rows[0], different), OFFICER) == (different,)


@pytest.fixture
def room(counter: Counter) -> Counter:
    counter.open()
    counter.control(Qt.Key.Key_2)
    return counter


def test_scanned_and_clicked_dossiers_make_the_list_and_the_giver_signs(room: Counter) -> None:
    held = room.office.held_here()
    token = room.office.book.dossiers[held[0].id].token
    room.scan(f"https://motcua.phuong-mau.example/d/{token}")
    assert room.text("scan_answer") == f"✓ {held[0].code} · đã thêm"
    room.scan(held[2].code)
    room.click_row("held_dossiers", 1)
    assert room.text("picked_count") == "3"
    box = room.find(QComboBox, "receiver")
    box.setCurrentIndex(box.findText(DEPARTMENT))
    room.control(Qt.Key.Key_Return)
    assert len(room.office.held_here()) == len(held) - 3
    assert room.said_words()[-1] == "Đã ký giao 3 hồ sơ, biên bản BG-0004; chờ bên nhận ký."
    assert rows_in(room, "handover_dossiers")[0].startswith(held[0].code)


def test_the_other_sides_signature_does_not_turn_the_page_on_which_the_next_list_is_made(room: Counter) -> None:
    room.scan(room.office.held_here()[0].code)
    box = room.find(QComboBox, "receiver")
    box.setCurrentIndex(box.findText(DEPARTMENT))
    room.control(Qt.Key.Key_Return)
    handover = room.window.presenters.handover
    assert handover.state.opened is not None
    signed = handover.state.opened.row
    handover.show_page("give")
    room.office.accept(signed.id, Count(), Officer("staff-5", "B", "department", signed.receiver, DEPARTMENT))
    handover.refresh()
    room.settle()
    assert handover.state.opened.row.state == "accepted", "it is seen"
    assert handover.state.page == "give", "and nobody is taken from the list being made"


def test_what_is_held_stands_under_what_is_overdue_and_what_goes_today(room: Counter) -> None:
    assert [words for words in rows_in(room, "held_dossiers") if "261" not in words] == [
        "Quá hạn bàn giao · 2",
        "Giao hôm nay · 2",
    ]


def test_choosing_all_leaves_what_came_after_three_for_the_next_morning(counter: Counter) -> None:
    counter.clock.set(MORNING.replace(hour=16))
    book = counter.office.book
    late = next(each for each in book.dossiers.values() if each.code.endswith("1001"))
    at = MORNING.replace(hour=15, minute=40)
    book.dossiers[late.id] = replace(late, held_since=at, received_at=at)
    counter.open()
    counter.control(Qt.Key.Key_2)
    assert "Nhận sau 15 giờ: giao đầu giờ ngày làm việc tiếp theo · 1" in rows_in(counter, "held_dossiers")
    counter.click("pick_all")
    assert counter.text("picked_count") == "3"
    assert all("1001" not in words for words in rows_in(counter, "picked_dossiers"))


def test_a_dossier_held_elsewhere_or_listed_already_is_answered_with_a_sentence(room: Counter) -> None:
    room.scan("H99.99.01-261118-1005")
    assert "không do đơn vị này giữ; hiện ở: Văn phòng HĐND và UBND phường" in room.said_words()[-1]
    held = room.office.held_here()[0].code
    room.scan(held)
    room.scan(held)
    assert room.said_words()[-1] == f"Hồ sơ {held} đã có trong danh sách."
    assert room.text("picked_count") == "1"
    room.scan("H99.99.01-261118-9999")
    assert room.said_words()[-1] == "Không tìm thấy hồ sơ này."


def test_what_does_not_suit_the_receiver_says_why_and_goes_on_the_list_when_scanned_again(room: Counter) -> None:
    box = room.find(QComboBox, "receiver")
    box.setCurrentIndex(box.findText("Phòng Kinh tế, Hạ tầng và Đô thị"))
    room.settle()
    code = room.office.held_here()[0].code
    room.scan(code)
    assert "thuộc lĩnh vực Hộ tịch do Văn phòng HĐND và UBND phường giải quyết" in room.said_words()[-1]
    assert room.text("picked_count") == "0"
    room.scan(code)
    assert room.text("picked_count") == "1"


def test_another_receiver_drops_from_the_list_what_it_can_never_get(room: Counter) -> None:
    room.click("pick_all")
    assert room.text("picked_count") == "4"
    box = room.find(QComboBox, "receiver")
    box.setCurrentIndex(box.findText("Bưu điện phường Mẫu"))
    room.settle()
    assert room.text("picked_count") == "0"
    assert "Đã bỏ khỏi danh sách" in room.said_words()[-1]
    room.scan(room.office.held_here()[0].code)
    assert room.said_words()[-1].endswith("chưa có kết quả để chuyển phát.")


def test_a_picked_dossier_is_taken_off_by_delete_and_by_the_way_back(room: Counter) -> None:
    room.click("pick_all")
    room.click_row("picked_dossiers", 0)
    assert room.text("picked_count") == "3"
    current(room, "picked_dossiers", 0)
    room.key(Qt.Key.Key_Delete)
    assert room.text("picked_count") == "2"
    room.scan(next(each.code for each in room.office.held_here() if each.code not in _picked(room)))
    room.key(Qt.Key.Key_F9)
    assert room.text("picked_count") == "2"


def _picked(room: Counter) -> str:
    return " ".join(rows_in(room, "picked_dossiers"))


def test_the_list_is_printed_before_anybody_signs(room: Counter) -> None:
    room.click("pick_all")
    room.control(Qt.Key.Key_P)
    ((name, pdf),) = room.printer.printed
    assert (name, pdf[:4]) == ("danh-sach-ban-giao", b"%PDF")


def test_the_receiver_signs_on_the_givers_screen_with_the_pin(room: Counter) -> None:
    room.click("pick_all")
    room.click("offer")
    assert room.find(QComboBox, "signer").currentText() == "Hoàng Thị Mẫu"
    room.type("110001", "signer_secret")
    room.click("accept_here")
    assert room.said_words()[-1] == "Mã PIN không đúng. Còn 4 lần thử."
    assert room.text("signer_secret") == ""
    room.type("550005", "signer_secret")
    room.key(Qt.Key.Key_Return)
    assert room.said_words()[-1] == "Hai bên đã ký: 4 hồ sơ được giao, biên bản BG-0004."
    assert room.office.held_here() == ()
    assert room.office.book.handovers["handover-BG-0003"].state == "offered"
    assert not room.window.findChild(QWidget, "accept_here").isVisible()


def test_after_five_wrong_pins_the_password_is_asked(room: Counter) -> None:
    room.click("pick_all")
    room.click("offer")
    for _ in range(5):
        room.type("000000", "signer_secret")
        room.key(Qt.Key.Key_Return)
    assert room.find(QWidget, "signer_secret").accessibleName() == "Mật khẩu"
    room.type("Mot-cua-mau-5", "signer_secret")
    room.key(Qt.Key.Key_Return)
    assert "Hai bên đã ký" in room.said_words()[-1]


def test_the_giver_takes_the_list_back_with_a_second_press(room: Counter) -> None:
    room.click("pick_all")
    room.click("offer")
    room.key(Qt.Key.Key_H, ALT)
    assert room.text("cancel_handover") == "Bấm lần nữa để hủy"
    room.key(Qt.Key.Key_G, ALT)
    assert room.text("cancel_handover") == "Hủy bàn giao"
    room.click("cancel_handover")
    room.click("cancel_handover")
    assert len(room.office.held_here()) == 4
    assert "Đã hủy biên bản" in room.said_words()[-1]


def test_an_agency_without_a_machine_signs_on_paper(room: Counter) -> None:
    room.office.ask_agency(room.office.held_here()[0].id, AgencyRequest("phuong-ban", "opinion", "", 2))
    box = room.find(QComboBox, "receiver")
    box.setCurrentIndex(box.findText("Trung tâm Phục vụ hành chính công phường Bản"))
    room.settle()
    room.click("pick_all")
    room.click("offer")
    room.type("Lê Văn Bản", "paper_signer")
    room.click("accept_on_paper")
    assert "Hai bên đã ký" in room.said_words()[-1]
    signed = list(room.office.book.handovers.values())[-1]
    assert signed.state == "accepted"
    assert signed.receiver == "phuong-ban"


def test_a_counter_lists_by_name_what_was_not_handed_over_before_it_closes(counter: Counter) -> None:
    counter.office.reminds = True
    counter.open()
    counter.click("sign_out")
    assert counter.text("not_handed_over_title") == "Chưa bàn giao trước khi đóng quầy: 4"
    names = rows_in(counter, "not_handed_over")
    assert names[0].startswith("H99.99.01-261123-1001 · Nguyễn Văn Thử Đức")
    counter.key(Qt.Key.Key_L, ALT)
    assert counter.find(QWidget, "procedure_search").isVisible()
    counter.click("sign_out")
    counter.control(Qt.Key.Key_Enter)
    assert counter.text("picked_count") == "4"
    counter.click("sign_out")
    counter.key(Qt.Key.Key_Q, ALT)
    assert counter.find(QWidget, "sign_in_name").isVisible()


def test_changing_the_counter_lists_them_too_and_a_locked_screen_names_nobody(counter: Counter) -> None:
    counter.office.reminds = True
    counter.open()
    counter.window.presenters.sign_in.change_counter()
    counter.settle()
    assert counter.find(QListWidget, "not_handed_over").count() == 4
    counter.click("lock")
    counter.click("change_person")
    assert counter.find(QWidget, "sign_in_name").isVisible()


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
    counter.control(Qt.Key.Key_2)
    counter.click("pick_all")
    assert counter.find(QComboBox, "receiver").currentText() == "Bộ phận Một cửa"
    assert counter.text("picked_count") == "2"
