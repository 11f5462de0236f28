"""The room of deliveries by keys: the office prepares, the post delivers, invites, brings back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton, QWidget

from counter.delivery.state import DeliveryRoomState
from resources.sample_ward.load import sample_citizens
from shared.domain.delivery import Delivery
from tests.counter.conftest import Counter
from tests.documents.reading import text_of

ALT = Qt.KeyboardModifier.AltModifier
TODAY, INVITED, WITH_FEE, PREPARED = "RP100000017VN", "RP100000034VN", "RP100000025VN", "RP473124829VN"


@pytest.fixture
def office(counter: Counter) -> Counter:
    """At the office's counter 1."""
    counter.office.write_mail()
    counter.open()
    counter.control(Qt.Key.Key_3)
    return counter


@pytest.fixture
def post(counter: Counter) -> Counter:
    """At the post point."""
    counter.office.write_mail()
    counter.sign_in("buutu")
    counter.control(Qt.Key.Key_3)
    return counter


def room(counter: Counter) -> DeliveryRoomState:
    return counter.window.presenters.delivery.state


def of(counter: Counter, tracking: str) -> Delivery:
    return next(each for each in counter.office.book.deliveries.values() if each.tracking == tracking)


def test_the_post_delivers_with_a_scan_a_number_and_two_presses(post: Counter) -> None:
    post.scan(TODAY)
    assert post.text("handing_name") == of_whom(post, TODAY)
    post.keys("000000000012")
    post.control(Qt.Key.Key_Return)
    assert of(post, TODAY).state == "with_post"
    assert "Không hoàn tác được" in post.text("delivery_armed")
    post.control(Qt.Key.Key_Return)
    delivered = of(post, TODAY)
    assert (delivered.state, delivered.recipient, delivered.identity_paper) == (
        "delivered",
        "addressee",
        "identity_card",
    )
    assert post.office.book.dossiers[delivered.dossier].stage == "returned"
    assert post.said_words()[-1] == f"Đã phát bưu gửi của hồ sơ {delivered.dossier_code}."


def of_whom(counter: Counter, tracking: str) -> str:
    return str(counter.office.book.people[of(counter, tracking).addressee or ""]["name"])


def test_the_next_one_is_scanned_at_once(post: Counter) -> None:
    for tracking in (TODAY, INVITED):
        post.scan(tracking)
        post.keys("000000000012")
        post.control(Qt.Key.Key_Return)
        post.control(Qt.Key.Key_Return)
    assert len(room(post).lists.done) == 2
    assert post.find(QListWidget, "deliveries").count() == 4


def test_enter_in_a_field_only_asks(post: Counter) -> None:
    post.scan(TODAY)
    post.keys("000000000012")
    for _ in range(3):
        post.key(Qt.Key.Key_Return)
    assert room(post).armed == "deliver"
    assert of(post, TODAY).state == "with_post"
    post.key(Qt.Key.Key_K, ALT)
    assert room(post).armed is None


def test_what_is_changed_after_the_first_press_is_asked_again(post: Counter) -> None:
    post.scan(TODAY)
    post.keys("000000000012")
    post.control(Qt.Key.Key_Return)
    post.keys("3")
    assert room(post).armed is None
    post.control(Qt.Key.Key_Return)
    assert of(post, TODAY).state == "with_post"


def test_without_the_number_of_a_paper_nothing_is_delivered(post: Counter) -> None:
    post.scan(TODAY)
    assert not post.find(QPushButton, "delivery_deliver").isEnabled()
    post.window.presenters.delivery.press("deliver")
    post.window.presenters.delivery.press("deliver")
    post.settle()
    assert post.said_words()[-1] == "Chưa ghi số giấy tờ tùy thân đã xem."


def test_somebody_authorised_is_asked_for_name_number_and_authorisation(post: Counter) -> None:
    post.scan(TODAY)
    post.key(Qt.Key.Key_U, ALT)
    assert post.text("handing_name") == ""
    post.keys("Lý Thử Mỵ")
    post.type("000190000031", "handing_number")
    assert not post.find(QPushButton, "delivery_deliver").isEnabled()
    post.type("Giấy ủy quyền 12/2026", "handing_paper")
    post.control(Qt.Key.Key_Return)
    post.control(Qt.Key.Key_Return)
    dossier = post.office.book.dossiers[of(post, TODAY).dossier]
    assert (dossier.stage, dossier.collector) == ("returned", "authorised")


def test_an_identity_card_fills_in_who_signs(post: Counter) -> None:
    person = sample_citizens()[35]
    post.scan(TODAY)
    post.scan(person.qr_7)
    assert (post.text("handing_name"), post.text("handing_number")) == (person.name, person.id_number)
    assert room(post).card is not None


def test_two_scans_and_two_keys_are_a_delivery_one_after_the_other(post: Counter) -> None:
    for tracking in (TODAY, INVITED):
        post.scan(tracking)
        post.scan(sample_citizens()[35].qr_11)
        for _ in range(2):
            post.control(Qt.Key.Key_Return)
        assert of(post, tracking).state == "delivered"
        assert QApplication.focusWidget() is post.find(QWidget, "delivery_scan")


def test_a_letter_given_in_person_is_taken_off_the_list_with_two_presses(office: Counter) -> None:
    code = office.office.ask_for_papers()
    about = next(each for each in office.office.book.dossiers.values() if each.code == code)
    office.office.letters = (about.id,)
    office.window.refresh()
    office.settle()
    assert len(room(office).lists.to_send) == 4
    office.scan(code)
    for _ in range(2):
        assert len(room(office).lists.to_send) == 4
        office.key(Qt.Key.Key_Y, ALT)
    assert len(room(office).lists.to_send) == 3
    assert "trao tay" in office.said_words()[-1]
    assert room(office).offer is None


def test_a_result_cannot_be_given_like_a_letter(office: Counter) -> None:
    office.scan(room(office).lists.to_send[0].code)
    office.key(Qt.Key.Key_Y, ALT)
    assert room(office).armed is None


def test_the_fee_is_collected_at_the_door(post: Counter) -> None:
    post.scan(WITH_FEE)
    assert post.text("delivery_fee") == "⚠ Thu hộ khi phát: 8.000 đ"
    post.keys("000000000012")
    post.control(Qt.Key.Key_Return)
    assert "đã thu 8.000 đ" in post.text("delivery_armed")
    post.control(Qt.Key.Key_Return)
    payment = next(iter(post.office.book.payments.values()))
    assert (payment.amount_vnd, payment.way, payment.counter) == (8000, "post", "buu-dien-mau")


def test_a_second_invitation_too_soon_says_from_when_it_counts(post: Counter) -> None:
    post.scan(INVITED)
    assert post.text("delivery_again") == "Đã mời 1/2 lần; lần tiếp theo tính từ ngày 25/11/2026."
    post.key(Qt.Key.Key_V, ALT)
    post.key(Qt.Key.Key_V, ALT)
    assert post.said_words()[-1].endswith("lần mời tiếp theo được tính từ ngày 25/11/2026.")
    post.clock.advance(timedelta(days=2))
    post.key(Qt.Key.Key_V, ALT)
    post.key(Qt.Key.Key_V, ALT)
    assert post.text("delivery_again") == "Đã mời 2/2 lần"
    post.key(Qt.Key.Key_H, ALT)
    post.key(Qt.Key.Key_H, ALT)
    assert of(post, INVITED).state == "going_back"
    assert "bàn giao lại cho Một cửa" in post.said_words()[-1]


def test_a_first_press_on_another_deed_asks_about_that_one(post: Counter) -> None:
    post.scan(TODAY)
    post.key(Qt.Key.Key_C, ALT)
    assert "từ chối" in post.text("delivery_armed")
    post.key(Qt.Key.Key_K, ALT)
    post.key(Qt.Key.Key_S, ALT)
    assert "địa chỉ" in post.text("delivery_armed")
    assert of(post, TODAY).attempts == ()


def test_what_was_typed_is_there_again_after_another_scan(post: Counter) -> None:
    post.scan(TODAY)
    post.keys("000000000012")
    post.scan(INVITED)
    assert post.text("handing_number") == ""
    post.scan(TODAY)
    assert post.text("handing_number") == "000000000012"


def test_the_list_is_sorted_by_due_day_and_names_what_is_late(post: Counter) -> None:
    rows = room(post).lists.with_post
    assert [row.late for row in rows] == [True, True, True, False, False, False]
    assert "trễ hạn: 3" in " ".join(_texts(post))


def _texts(counter: Counter) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [each.text() for each in counter.window.findChildren(QLabel) if each.isVisible()]


def test_what_belongs_to_another_point_is_refused_in_words(post: Counter) -> None:
    post.scan(PREPARED)
    assert room(post).card is not None
    assert not post.window.findChild(QPushButton, "delivery_deliver").isVisible()  # type: ignore[union-attr]


def test_an_unknown_label_says_so(post: Counter) -> None:
    post.scan("RP999999990VN")
    assert room(post).card is None
    assert post.said_words()[-1].startswith("Không tìm thấy")


def test_the_office_prepares_a_result_with_scope_and_scanned_label(office: Counter) -> None:
    waiting = room(office).lists.to_send[0]
    office.scan(waiting.code)
    assert not office.find(QPushButton, "prepare_delivery").isEnabled()
    office.key(Qt.Key.Key_X, ALT)
    office.scan("RP100000082VN")
    assert office.text("prepare_tracking") == "RP100000082VN"
    office.control(Qt.Key.Key_Return)
    made = of(office, "RP100000082VN")
    assert (made.state, made.scope, made.dossier) == ("prepared", "commune", waiting.dossier)
    assert office.said_words()[-1] == f"Đã lập và in phiếu gửi của hồ sơ {waiting.code}."
    assert len(room(office).lists.to_send) == 2
    ((name, note),) = office.printer.printed
    assert name == f"phieu-gui-{waiting.code}"
    words = " ".join(text_of(note).split())
    assert waiting.code in words
    assert "RP100000082VN" in words
    office.control(Qt.Key.Key_P)
    assert "BẢN SAO" in text_of(office.printer.printed[1][1])


def test_a_delivery_just_prepared_can_be_undone(office: Counter) -> None:
    office.scan(room(office).lists.to_send[0].code)
    office.key(Qt.Key.Key_X, ALT)
    office.control(Qt.Key.Key_Return)
    office.key(Qt.Key.Key_F9)
    assert (len(room(office).lists.to_send), len(room(office).lists.prepared)) == (3, 1)


def test_a_label_is_scanned_onto_a_prepared_one(office: Counter) -> None:
    office.scan(room(office).lists.to_send[0].code)
    office.key(Qt.Key.Key_X, ALT)
    office.control(Qt.Key.Key_Return)
    office.scan("RP100000082VN")
    assert of(office, "RP100000082VN").state == "prepared"
    assert office.said_words()[-1] == "Đã ghi số hiệu RP100000082VN."


def test_a_wrong_check_digit_is_told_and_does_not_block(office: Counter) -> None:
    office.scan(room(office).lists.to_send[0].code)
    office.key(Qt.Key.Key_X, ALT)
    office.scan("RP100000083VN")
    assert any("Số kiểm tra" in each for each in _texts(office))
    office.control(Qt.Key.Key_Return)
    assert of(office, "RP100000083VN").state == "prepared"


def test_a_prepared_one_is_withdrawn_with_two_presses(office: Counter) -> None:
    office.scan(PREPARED)
    office.key(Qt.Key.Key_H, ALT)
    assert of(office, PREPARED).state == "prepared"
    office.key(Qt.Key.Key_H, ALT)
    assert of(office, PREPARED).state == "withdrawn"


def test_what_came_back_is_sent_again(office: Counter) -> None:
    office.key(Qt.Key.Key_4, ALT)
    office.key(Qt.Key.Key_Down)
    office.key(Qt.Key.Key_Return)
    assert "đến nhận tại quầy" in office.text("delivery_hint")
    office.control(Qt.Key.Key_Return)
    assert any("Đã hoàn về một lần" in each for each in _texts(office))
    office.key(Qt.Key.Key_X, ALT)
    office.control(Qt.Key.Key_Return)
    assert room(office).lists.back == ()
    assert len(room(office).lists.prepared) == 2


def test_the_office_sees_what_the_post_has_and_can_do_nothing_about_it(office: Counter) -> None:
    office.key(Qt.Key.Key_3, ALT)
    office.scan(TODAY)
    card = room(office).card
    assert card is not None
    assert not any((card.may_deliver, card.may_withdraw, card.may_give_up))
    assert not office.window.findChild(QPushButton, "delivery_absent").isVisible()  # type: ignore[union-attr]
    office.control(Qt.Key.Key_Return)
    assert of(office, TODAY).state == "with_post"


def test_an_empty_room_says_so(counter: Counter) -> None:
    counter.open()
    counter.control(Qt.Key.Key_3)
    assert counter.text("no_deliveries") == "Không có kết quả hay thư nào chờ gửi bưu điện."
    assert QApplication.focusWidget() is counter.find(QWidget, "delivery_scan")


def test_nobody_sees_what_the_one_before_has_typed(post: Counter) -> None:
    post.scan(TODAY)
    post.keys("000000000012")
    post.window.presenters.sign_in.sign_out()
    post.settle()
    assert room(post) == DeliveryRoomState()
