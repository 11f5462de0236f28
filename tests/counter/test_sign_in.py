"""Signing in, the choice of a counter, the lock."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

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


def test_each_role_sees_its_rooms_only(build: object, counter: Counter) -> None:
    counter.sign_in("tuphap")
    officer = counter.window.session.state.officer
    assert officer is not None
    assert rooms_of(officer) == ("handover", "deciding")
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
    counter.type("Mot-cua-mau-1", "sign_in_password")
    counter.key(Qt.Key.Key_Return)
    assert counter.text("applicant_name") == "Trần Văn Mẫu"
    assert counter.text("serving_number") == "A003"


def test_a_key_press_begins_the_five_minutes_anew(counter: Counter) -> None:
    timer = counter.window.idle.timer
    timer.stop()
    counter.key(Qt.Key.Key_A)
    assert timer.isActive()
    assert timer.isSingleShot()


def test_only_the_officer_of_the_session_unlocks_it(counter: Counter) -> None:
    counter.open()
    counter.control(Qt.Key.Key_L)
    counter.window.presenters.sign_in.sign_in("mau", "Mot-cua-mau-2")
    counter.settle()
    assert not counter.window.session.state.working
    assert "Nguyễn Thị Thử" in counter.text("sign_in_problem")
    counter.click("change_person")
    assert counter.window.session.state.officer is None
    assert counter.office.counter is None
