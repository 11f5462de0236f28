"""Signing in, the choice of a counter, the lock."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from counter.idle import IDLE_SECONDS
from counter.session import rooms_of
from tests.counter.conftest import Counter


def test_a_wrong_password_is_answered_with_one_sentence_and_an_empty_field(counter: Counter) -> None:
    counter.type("thu", "sign_in_name")
    counter.type("không đúng", "sign_in_password")
    counter.key(Qt.Key.Key_Return)
    assert counter.text("sign_in_problem") == "Tên hoặc mật khẩu chưa đúng."
    assert counter.text("sign_in_password") == ""
    assert not counter.window.session.state.working


def test_signing_in_by_keys_alone_opens_a_counter(counter: Counter) -> None:
    counter.keys("thu")
    counter.key(Qt.Key.Key_Return)
    counter.keys("Mot-cua-mau-1")
    counter.key(Qt.Key.Key_Return)
    counter.key(Qt.Key.Key_Tab)
    counter.key(Qt.Key.Key_Space)
    chosen = counter.window.session.state.counter
    assert chosen is not None
    assert chosen.number == "2"
    assert counter.office.counter == chosen


def test_somebody_may_work_without_a_counter_and_open_one_later(counter: Counter) -> None:
    counter.sign_in("thu")
    counter.click("no_counter")
    assert counter.window.session.state.working
    counter.key(Qt.Key.Key_F2)
    assert counter.line.keys == []
    counter.click("choose_counter")
    counter.click("counter_1")
    counter.key(Qt.Key.Key_F2)
    assert counter.text("serving_number") == "A003"


@pytest.mark.parametrize("leave", ["choose_counter", "sign_out"])
def test_a_counter_that_closes_says_which_numbers_wait_in_their_line_again(counter: Counter, leave: str) -> None:
    counter.open()
    for _ in range(2):
        counter.key(Qt.Key.Key_F2)
        counter.key(Qt.Key.Key_F5)
    counter.click(leave)
    assert counter.text("sign_in_released") == "Đã đóng quầy; A001, A003 trở lại hàng chờ."
    if leave == "sign_out":
        counter.sign_in("thu")
        assert not counter.window.findChild(QWidget, "sign_in_released").isVisible()
    counter.click("counter_1")
    assert counter.office.situation().parked == ()


def test_a_counter_is_not_closed_over_somebody_who_is_served(counter: Counter) -> None:
    counter.open()
    counter.key(Qt.Key.Key_F2)
    for leave in ("choose_counter", "sign_out"):
        counter.click(leave)
        assert counter.said_words()[-1].startswith("Đang phục vụ số A003.")
        assert counter.window.session.state.working
    counter.control(Qt.Key.Key_L)
    counter.click("change_person")
    assert counter.text("sign_in_problem").startswith("Đang phục vụ số A003.")


def test_each_role_sees_its_rooms_only(build: object, counter: Counter) -> None:
    counter.sign_in("tuphap")
    officer = counter.window.session.state.officer
    assert officer is not None
    assert rooms_of(officer) == ("handover", "deciding", "deadlines", "dossiers", "custody")
    assert not counter.window.findChild(QWidget, "room_reception").isVisible()
    assert not counter.window.findChild(QWidget, "call_next").isVisible()
    counter.click("sign_out")
    counter.sign_in("buuchinh")
    counter.click("counter_4")
    assert counter.find(QWidget, "room_results").isVisible()
    assert not counter.window.findChild(QWidget, "room_deciding").isVisible()


def test_the_page_before_the_work_says_where_the_data_is_safe_and_forgets_the_name(counter: Counter) -> None:
    counter.open()
    counter.click("sign_out")
    assert counter.text("sync_text") == "Đã đồng bộ"
    assert counter.text("sign_in_name") == ""


def test_after_five_idle_minutes_the_screen_locks_and_keeps_everything(counter: Counter) -> None:
    counter.open()
    counter.key(Qt.Key.Key_F2)
    counter.type("Trần Văn Mẫu", "applicant_name")
    assert counter.window.idle.timer.interval() == IDLE_SECONDS * 1000
    counter.window.idle.idle.emit()
    counter.settle()
    assert not counter.window.session.state.working
    counter.key(Qt.Key.Key_F7)
    assert counter.office.situation().serving is not None
    counter.keys("110001")
    counter.key(Qt.Key.Key_Return)
    assert counter.text("applicant_name") == "Trần Văn Mẫu"
    assert counter.text("serving_number") == "A003"


def test_the_choice_of_a_counter_locks_too(counter: Counter) -> None:
    counter.sign_in("thu")
    counter.window.idle.idle.emit()
    counter.settle()
    assert not counter.window.findChild(QWidget, "counter_1").isVisible()
    counter.keys("110001")
    counter.key(Qt.Key.Key_Return)
    counter.click("counter_1")
    assert counter.window.session.state.working


def test_the_page_before_the_work_has_nothing_to_lock(counter: Counter) -> None:
    counter.window.idle.idle.emit()
    counter.settle()
    assert not counter.window.session.state.locked
    counter.sign_in("thu")
    assert counter.window.session.state.officer is not None


def test_a_wrong_pin_is_answered_with_one_sentence_and_an_empty_field(counter: Counter) -> None:
    counter.open()
    counter.control(Qt.Key.Key_L)
    assert counter.find(QLineEdit, "sign_in_password").accessibleName() == "Mã PIN"
    assert counter.find(QLineEdit, "sign_in_password").echoMode() == QLineEdit.EchoMode.Password
    counter.keys("220002")
    counter.key(Qt.Key.Key_Return)
    assert counter.text("sign_in_problem") == "Mã PIN không đúng. Còn 4 lần thử."
    assert counter.text("sign_in_password") == ""
    counter.keys("110001")
    counter.key(Qt.Key.Key_Return)
    assert counter.window.session.state.working


def test_after_five_wrong_pins_the_password_is_asked_until_it_was_right(counter: Counter) -> None:
    counter.open()
    counter.control(Qt.Key.Key_L)
    for _ in range(5):
        counter.keys("000000")
        counter.key(Qt.Key.Key_Return)
    assert counter.find(QLineEdit, "sign_in_password").accessibleName() == "Mật khẩu"
    assert "mật khẩu" in counter.text("sign_in_problem")
    counter.keys("110001")
    counter.key(Qt.Key.Key_Return)
    assert not counter.window.session.state.working
    counter.keys("Mot-cua-mau-1")
    counter.key(Qt.Key.Key_Return)
    assert counter.window.session.state.working
    counter.control(Qt.Key.Key_L)
    assert counter.find(QLineEdit, "sign_in_password").accessibleName() == "Mã PIN"


def test_who_has_forgotten_the_pin_uses_the_password(counter: Counter) -> None:
    counter.open()
    counter.control(Qt.Key.Key_L)
    counter.keys("11")
    counter.click("use_password")
    assert counter.text("sign_in_password") == ""
    assert not counter.window.findChild(QWidget, "use_password").isVisible()
    counter.keys("Mot-cua-mau-1")
    counter.key(Qt.Key.Key_Return)
    assert counter.window.session.state.working


def test_somebody_without_a_pin_is_asked_for_the_password(counter: Counter) -> None:
    counter.open()
    session = counter.window.session
    assert session.state.officer is not None
    session.become(replace(session.state, officer=replace(session.state.officer, has_pin=False)))
    counter.control(Qt.Key.Key_L)
    assert counter.find(QLineEdit, "sign_in_password").accessibleName() == "Mật khẩu"
    assert not counter.window.findChild(QWidget, "use_password").isVisible()
    counter.keys("Mot-cua-mau-1")
    counter.key(Qt.Key.Key_Return)
    assert session.state.working


def test_the_locked_page_changes_its_words_with_the_language(counter: Counter) -> None:
    counter.open()
    counter.control(Qt.Key.Key_L)
    counter.click("language_en")
    assert counter.find(QLineEdit, "sign_in_password").accessibleName() == "PIN"
    assert counter.text("use_password") == "Use the password"


def test_an_administrator_opens_no_counter_and_keeps_the_calendar(counter: Counter) -> None:
    counter.sign_in("quantri")
    officer = counter.window.session.state.officer
    assert officer is not None
    assert rooms_of(officer) == ("calendar",)
    assert not counter.window.findChild(QWidget, "call_next").isVisible()


def test_a_key_press_begins_the_five_minutes_anew(counter: Counter) -> None:
    timer = counter.window.idle.timer
    timer.stop()
    counter.key(Qt.Key.Key_A)
    assert timer.isActive()
    assert timer.isSingleShot()


def test_only_the_officer_of_the_session_unlocks_it(counter: Counter) -> None:
    counter.open()
    counter.control(Qt.Key.Key_L)
    counter.click("use_password")
    counter.window.presenters.sign_in.sign_in("mau", "Mot-cua-mau-2")
    counter.settle()
    assert not counter.window.session.state.working
    assert "Nguyễn Thị Thử" in counter.text("sign_in_problem")
    counter.click("change_person")
    assert counter.window.session.state.officer is None
    assert counter.office.counter is None
