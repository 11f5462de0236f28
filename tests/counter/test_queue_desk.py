"""The keys F2 to F7."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QWidget

from counter.message_bar import MessageBar
from counter.queue_desk.derive import DeskProps, PersonRow, derive_desk_props, derive_elapsed
from counter.queue_desk.presenter import DeskState
from counter.sample.content import MORNING, several_visits
from shared.domain.machine import Machine
from shared.domain.ticket import Call, decide
from shared.failures import EnvironmentFailure, Refusal
from tests.counter.conftest import Counter


@pytest.fixture
def desk(counter: Counter) -> Counter:
    counter.open()
    return counter


def test_the_desk_says_who_is_next_and_why_and_how_many_wait(desk: Counter) -> None:
    props = derive_desk_props(desk.window.presenters.desk.state, desk.window.session.state.counter, "vi")
    assert (props.counter, props.number, props.next_label) == ("Quầy 1 · Hộ tịch – Cư trú", "–", "A003")
    assert props.next_why == "Thuộc diện ưu tiên · chờ từ 07:56"
    assert [(line.letter, line.waiting) for line in props.waiting] == [("A", 6), ("C", 2)]


def test_pressing_f2_twice_makes_one_claim(desk: Counter) -> None:
    desk.window.presenters.desk.call_next()
    desk.window.presenters.desk.call_next()
    desk.settle()
    assert desk.line.keys == ["0" * 31 + "1"]
    assert desk.text("serving_number") == "A003"


def test_every_press_of_f2_has_a_key_of_its_own(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F2)
    desk.key(Qt.Key.Key_F7)
    desk.key(Qt.Key.Key_F2)
    assert len(set(desk.line.keys)) == 2


def test_nobody_is_called_while_somebody_is_served(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F2)
    desk.key(Qt.Key.Key_F2)
    assert len(desk.line.keys) == 1
    assert desk.said_words()[-1].startswith("Đang phục vụ số A003.")


def test_a_silent_server_makes_the_call_offline_with_the_same_key(desk: Counter) -> None:
    desk.line.silent = True
    desk.key(Qt.Key.Key_F2)
    serving = desk.office.situation().serving
    assert serving is not None
    assert (serving.call_mode, serving.call_key) == ("offline", desk.line.keys[0])
    assert "Máy chủ không trả lời" in desk.said_words()[-1]
    props = derive_desk_props(desk.window.presenters.desk.state, desk.window.session.state.counter, "vi")
    assert props.tag == "Gọi khi mất kết nối"


def test_a_line_that_breaks_makes_the_call_offline(desk: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(key: str) -> bytes:
        raise EnvironmentFailure("line_down", "Đứt mạng.", "The line is down.")

    monkeypatch.setattr(desk.line, "claim", broken)
    desk.key(Qt.Key.Key_F2)
    assert desk.text("serving_number") == "A003"


def test_a_refused_claim_says_why_and_frees_the_key(desk: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(key: str) -> bytes:
        raise Refusal("closed", "Quầy chưa mở trên máy chủ.", "The counter is not open.")

    monkeypatch.setattr(desk.line, "claim", refused)
    desk.key(Qt.Key.Key_F2)
    assert desk.said_words()[-1] == "Quầy chưa mở trên máy chủ."
    assert not desk.window.presenters.desk.state.calling


def test_a_call_can_be_taken_back_for_ten_seconds(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F2)
    assert desk.text("undo").startswith("Hoàn tác · 10")
    desk.key(Qt.Key.Key_F9)
    assert desk.text("serving_number") == "–"
    assert desk.text("next_number") == "A003"


def absent(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F3)
    desk.clock.advance(timedelta(seconds=60))
    desk.key(Qt.Key.Key_F4)


def send_on(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F6)
    desk.click("transfer_C")


def park(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F5)


def finish(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F7)


@pytest.mark.parametrize("deed", [absent, park, send_on, finish])
def test_whatever_ends_a_service_is_taken_back_with_control_z_for_ten_seconds(
    desk: Counter, deed: Callable[[Counter], None]
) -> None:
    come(desk)
    desk.key(Qt.Key.Key_F2)
    before = desk.office.situation().serving
    assert before is not None
    deed(desk)
    assert desk.text("serving_number") == "–"
    assert desk.text("undo") == "Hoàn tác · 10"
    desk.find(MessageBar, "message_bar")._second_passed()
    assert desk.text("undo") == "Hoàn tác · 9"
    desk.control(Qt.Key.Key_Z)
    assert (desk.text("serving_number"), desk.text("then")) == ("A007", "Sau đó: Cư trú – Căn cước")
    assert desk.said_words()[-1] == "Đã hoàn tác: tiếp tục phục vụ số A007."
    after = desk.office.situation().serving
    assert after is not None
    assert (after.called_at, after.further, after.services) == (before.called_at, ("C",), ())


def test_control_z_in_a_field_takes_back_what_was_typed_there(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F2)
    desk.key(Qt.Key.Key_F7)
    desk.key(Qt.Key.Key_F8)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    desk.keys("khai sinh")
    desk.control(Qt.Key.Key_Z)
    assert field.text() != "khai sinh"
    assert desk.text("serving_number") == "–"
    desk.key(Qt.Key.Key_F9)
    assert desk.text("serving_number") == "A003"


def test_a_step_is_not_taken_back_while_the_next_number_is_called(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F2)
    desk.key(Qt.Key.Key_F7)
    desk.window.presenters.desk.call_next()
    desk.find(MessageBar, "message_bar").undo()
    desk.settle()
    assert "Đang gọi số tiếp; chưa hoàn tác được." in desk.said_words()
    assert desk.office.book.tickets["ticket-4"].state == "done"


def test_nobody_is_called_while_a_step_is_taken_back(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F2)
    desk.key(Qt.Key.Key_F7)
    desk.find(MessageBar, "message_bar").undo()
    desk.window.presenters.desk.call_next()
    desk.settle()
    assert len(desk.line.keys) == 1
    assert desk.text("serving_number") == "A003"


def test_a_step_that_something_has_followed_is_not_taken_back_and_the_desk_goes_on(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F2)
    send_on(desk)
    sent = desk.office.book.tickets["ticket-4"]
    desk.office.book.write(decide(sent, Call("quay-2", "desk-2", "elsewhere", "claimed")), "staff-2")
    desk.control(Qt.Key.Key_Z)
    assert desk.said_words()[-1].startswith("Không hoàn tác được nữa: số A003")
    desk.key(Qt.Key.Key_F2)
    assert desk.text("serving_number") not in ("–", "A003")


def test_a_number_sent_on_with_return_comes_back_and_the_desk_says_so(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F2)
    desk.key(Qt.Key.Key_F6)
    desk.key(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert desk.find(QCheckBox, "transfer_back").isChecked()
    desk.click("transfer_C")
    assert desk.said_words()[-1] == "Đã chuyển số A003 sang hàng C; xong sẽ quay lại quầy này."
    desk.key(Qt.Key.Key_F2)
    assert (desk.text("serving_number"), desk.text("then")) == ("A003", "Sau đó: quay lại quầy 1")
    desk.key(Qt.Key.Key_F7)
    assert desk.said_words()[-1] == "Đã xong ở đây: A003 quay lại quầy 1."
    assert desk.text("next_number") == "A003"
    assert props_of(desk).next_why.startswith("Được chuyển đến quầy này")


def test_the_lines_offered_are_those_of_the_number_being_served_now(desk: Counter) -> None:
    come(desk)
    desk.key(Qt.Key.Key_F2)
    desk.key(Qt.Key.Key_F6)
    assert desk.find(QWidget, "transfer_C").hasFocus()
    desk.click("transfer_C")
    desk.key(Qt.Key.Key_F2)
    assert desk.text("serving_number") == "A007"
    desk.key(Qt.Key.Key_F6)
    assert desk.find(QWidget, "transfer_A").hasFocus()
    assert desk.window.findChild(QWidget, "transfer_C") is None


def test_a_number_comes_back_only_when_that_was_asked_for_this_time(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F2)
    desk.key(Qt.Key.Key_F6)
    desk.find(QCheckBox, "transfer_back").click()
    desk.key(Qt.Key.Key_F6)
    desk.key(Qt.Key.Key_F6)
    assert not desk.find(QCheckBox, "transfer_back").isChecked()
    desk.click("transfer_C")
    assert desk.office.book.tickets["ticket-4"].returns == ()


def test_the_way_back_goes_away_after_ten_seconds(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F2)
    bar = desk.window.findChild(QWidget, "message_bar")
    for _ in range(10):
        bar._second_passed()
    assert not desk.window.findChild(QWidget, "undo").isVisible()


def test_absent_is_refused_before_the_second_call(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F2)
    desk.key(Qt.Key.Key_F4)
    assert "ít nhất 2 lần" in desk.said_words()[-1]
    desk.key(Qt.Key.Key_F3)
    desk.key(Qt.Key.Key_F4)
    assert "ít nhất 60 giây" in desk.said_words()[-1]
    desk.clock.advance(timedelta(seconds=60))
    desk.key(Qt.Key.Key_F4)
    assert desk.said_words()[-1] == "Số A003 được ghi vắng mặt."
    assert desk.text("serving_number") == "–"


def test_a_parked_number_is_called_back_by_its_button_or_by_undo(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F2)
    desk.key(Qt.Key.Key_F5)
    assert desk.text("serving_number") == "–"
    desk.click("parked_A003")
    assert desk.text("serving_number") == "A003"
    desk.key(Qt.Key.Key_F5)
    desk.key(Qt.Key.Key_F9)
    assert desk.text("serving_number") == "A003"


def test_f6_asks_for_the_line_and_sends_the_number_there(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F2)
    desk.key(Qt.Key.Key_F6)
    desk.key(Qt.Key.Key_F6)
    assert desk.find(QWidget, "finish").isVisible()
    desk.key(Qt.Key.Key_F6)
    desk.click("transfer_C")
    assert desk.said_words()[-1] == "Đã chuyển số A003 sang hàng C."
    assert desk.office.book.tickets["ticket-4"].line == "C"


def props_of(desk: Counter, language: str = "vi") -> DeskProps:
    return derive_desk_props(desk.window.presenters.desk.state, desk.window.session.state.counter, language)


def come(desk: Counter) -> None:
    """Brings the visits with further matters and the appointment in, before all others."""
    desk.office.book.write(several_visits(), "kiosk", MORNING - timedelta(minutes=70))
    desk.window.presenters.desk.refresh()
    desk.settle()


def test_the_further_matters_of_the_number_being_served_are_shown(desk: Counter) -> None:
    come(desk)
    desk.key(Qt.Key.Key_F2)
    assert (desk.text("serving_number"), desk.text("then")) == ("A007", "Sau đó: Cư trú – Căn cước")
    desk.key(Qt.Key.Key_F7)
    assert not desk.window.findChild(QWidget, "then").isVisible()


def test_f7_says_where_a_visit_with_further_matters_goes_next(desk: Counter) -> None:
    come(desk)
    desk.key(Qt.Key.Key_F2)
    desk.key(Qt.Key.Key_F7)
    assert desk.said_words()[-1] == "Xong một việc: A007 chuyển sang hàng C."
    moved = desk.office.book.tickets["visit-0"]
    assert (moved.state, moved.line, moved.further) == ("waiting", "C", ())
    assert [line.waiting for line in props_of(desk).waiting] == [7, 4]
    desk.key(Qt.Key.Key_F2)
    desk.key(Qt.Key.Key_F7)
    assert desk.said_words()[-1] == "Đã hoàn tất số A007."


def test_an_appointment_is_next_for_its_own_reason(desk: Counter) -> None:
    come(desk)
    desk.key(Qt.Key.Key_F2)
    props = props_of(desk)
    assert (props.next_label, props.next_why) == ("A008", "Có lịch hẹn · chờ từ 07:30")
    desk.key(Qt.Key.Key_F5)
    desk.key(Qt.Key.Key_F2)
    assert (desk.text("serving_number"), props_of(desk).tag) == ("A008", "Lịch hẹn")


def test_those_who_wait_longest_are_listed_with_reason_and_further_matters(desk: Counter) -> None:
    come(desk)
    assert props_of(desk).people == (
        PersonRow("A007", "từ 07:30 · Người cao tuổi", "Sau đó: Cư trú – Căn cước"),
        PersonRow("A008", "từ 07:30 · lịch hẹn", ""),
        PersonRow("C003", "từ 07:30", "Sau đó: Trả kết quả; Hộ tịch – Chứng thực"),
        PersonRow("A001", "từ 07:40", ""),
        PersonRow("A002", "từ 07:44", ""),
    )
    assert props_of(desk, "en").people[0].about.endswith("Older person (60 or more)")


def test_a_machine_that_needs_hands_is_a_line_that_goes_away_by_itself(desk: Counter) -> None:
    desk.office.machines = (
        Machine("kiosk-1", "Máy lấy số 1", "paper_out", MORNING),
        Machine("kiosk-2", "Máy lấy số 2", "ready", MORNING),
    )
    desk.window.presenters.desk.refresh()
    desk.settle()
    assert desk.text("machine_1") == "Máy lấy số 1 đã hết giấy."
    desk.window.language.use("en")
    desk.settle()
    assert desk.text("machine_1") == "Máy lấy số 1 is out of paper."
    desk.office.machines = ()
    desk.window.presenters.desk.refresh()
    desk.settle()
    assert desk.window.findChild(QWidget, "machine_1") is None


def test_when_nobody_waits_the_call_says_so(desk: Counter) -> None:
    for _ in range(8):
        desk.key(Qt.Key.Key_F2)
        desk.key(Qt.Key.Key_F7)
    desk.key(Qt.Key.Key_F2)
    assert desk.said_words()[-1] == "Không còn ai chờ ở các hàng của quầy này."


def test_a_pause_is_shown_and_ended_by_the_same_button(desk: Counter) -> None:
    desk.click("pause")
    assert desk.text("pause") == "Làm tiếp"
    desk.click("pause")
    assert desk.text("pause") == "Tạm nghỉ"


def test_the_time_of_service_runs_from_the_call(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F2)
    situation = desk.window.presenters.desk.state.situation
    assert derive_elapsed(situation, MORNING + timedelta(seconds=75)) == "1:15"
    assert derive_elapsed(None, MORNING) == ""


def test_without_a_counter_the_desk_offers_nothing() -> None:
    props = derive_desk_props(DeskState(), None, "en")
    assert not props.can_call
    assert not props.can_act
