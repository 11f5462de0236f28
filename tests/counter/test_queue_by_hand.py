"""The number on a slip, people without a number, counters that close, conflicts: by keys, and on a real journal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from counter.queue_desk.derive import derive_desk_props
from counter.sample.conflicts import crossed_calls
from counter.sample.content import MORNING
from counter.wiring.office import JournalCounterOffice
from shared.actions.take_number import NumberRequest, take_number
from shared.domain import desk as desks
from shared.domain.ticket import Call, Issue, Transfer, decide
from shared.domain.ticket_slip import stand_in_id
from shared.failures import Refusal
from shared.identities import Identities
from shared.journal.event import read_event
from shared.journal.journal import Journal
from shared.journal.opening import open_device
from shared.journal.queue_queries import service_minutes_of
from shared.journal.read_model import DESKS, TICKETS
from shared.journal.reference import store_reference
from shared.journal.tables import event
from tests.counter.conftest import Counter
from tests.counter.test_queue_room import OfficeHall
from tests.staffed import staffed_document

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
TODAY = "2026-11-23"


@pytest.fixture
def desk(counter: Counter) -> Counter:
    counter.open()
    return counter


@pytest.fixture
def hall(qtbot: QtBot, tmp_path: Path) -> Iterator[OfficeHall]:
    hall = OfficeHall(tmp_path / "counter")
    yield hall
    hall.program.close()


def tag(desk: Counter) -> str:
    return derive_desk_props(desk.window.presenters.desk.state, desk.window.session.state.counter, "vi").tag


def test_the_number_on_a_slip_is_typed_and_called(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F2, SHIFT)
    assert desk.find(QLineEdit, "slip_number").hasFocus()
    desk.keys("a 2")
    desk.key(Qt.Key.Key_Return)
    assert (desk.text("serving_number"), tag(desk)) == ("A002", "Theo số trên phiếu")
    assert desk.said_words()[-1] == "Đã gọi số A002 theo phiếu."
    desk.key(Qt.Key.Key_F9)
    assert desk.text("serving_number") == "–"
    assert desk.office.book.tickets["ticket-1"].state == "waiting"


def test_the_keys_go_back_to_where_the_work_was(desk: Counter) -> None:
    search = desk.find(QLineEdit, "procedure_search")
    search.setFocus()
    desk.key(Qt.Key.Key_F11)
    desk.keys("A045")
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return)
    assert desk.text("serving_number") == "A045"
    assert search.hasFocus()
    desk.key(Qt.Key.Key_F7)
    desk.key(Qt.Key.Key_F12)
    assert not search.hasFocus()
    desk.key(Qt.Key.Key_Return)
    assert desk.text("serving_number") != "–"
    assert search.hasFocus()


def test_an_unknown_number_wants_a_second_enter_and_anything_else_is_asked_anew(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F2, SHIFT)
    desk.keys("A045")
    desk.key(Qt.Key.Key_Return)
    assert desk.text("slip_question").startswith("Máy này chưa biết số A045.")
    assert desk.text("serving_number") == "–"
    desk.find(QLineEdit, "slip_number").selectAll()
    desk.keys("A046")
    desk.key(Qt.Key.Key_Return)
    assert desk.text("slip_question").startswith("Máy này chưa biết số A046.")
    desk.key(Qt.Key.Key_Return)
    assert desk.text("serving_number") == "A046"
    assert "sẽ ghép với phiếu thật" in desk.said_words()[-1]
    desk.key(Qt.Key.Key_F7)
    assert desk.office.book.tickets[stand_in_id(TODAY, "A046")].state == "done"


def test_what_is_no_number_says_so_and_the_field_stays(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F2, SHIFT)
    desk.keys("khai sinh")
    desk.key(Qt.Key.Key_Return)
    assert desk.said_words()[-1] == "Số trên phiếu gồm một chữ cái và các chữ số, ví dụ A045."
    assert desk.text("slip_number") == "khai sinh"
    desk.key(Qt.Key.Key_F2, SHIFT)
    assert desk.window.presenters.desk.state.mode == "keys"


def test_somebody_without_a_number_is_served_by_two_keys(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F2, CONTROL)
    assert desk.find(QWidget, "walk_in_A").hasFocus()
    desk.key(Qt.Key.Key_Tab)
    desk.key(Qt.Key.Key_Space)
    assert (desk.text("serving_number"), tag(desk)) == ("C9101", "Khách chưa lấy số")
    desk.clock.advance(timedelta(minutes=7))
    desk.key(Qt.Key.Key_F7)
    desk.key(Qt.Key.Key_F2, CONTROL)
    desk.click("walk_in_A")
    assert desk.text("serving_number") == "A9102"


def test_both_have_keys_of_one_stroke_that_open_and_leave_them(desk: Counter) -> None:
    for key, mode in ((Qt.Key.Key_F11, "slip"), (Qt.Key.Key_F12, "walk_in")):
        desk.key(key)
        assert desk.window.presenters.desk.state.mode == mode
        desk.key(key)
        assert desk.window.presenters.desk.state.mode == "keys"
    assert desk.find(QWidget, "call_slip").accessibleName() == "Theo phiếu: Gọi số trên phiếu (F11)"
    assert desk.find(QWidget, "walk_in").accessibleName() == "Chưa có số: Khách chưa có số (F12)"


def test_a_break_and_another_counter_have_keys_that_are_named(desk: Counter) -> None:
    assert desk.find(QWidget, "pause").accessibleName() == "Tạm nghỉ (Shift+F4)"
    desk.key(Qt.Key.Key_F4, SHIFT)
    assert desk.window.presenters.desk.state.paused
    assert desk.find(QWidget, "pause").toolTip() == "Làm tiếp (Shift+F4)"
    desk.key(Qt.Key.Key_F4, SHIFT)
    assert not desk.window.presenters.desk.state.paused
    assert desk.find(QWidget, "choose_counter").accessibleName() == "Đổi quầy (Shift+F3)"
    desk.key(Qt.Key.Key_F3, SHIFT)
    assert desk.find(QWidget, "counter_1").isVisible()


def test_the_first_parked_number_is_called_back_by_a_key(desk: Counter) -> None:
    for _ in range(2):
        desk.key(Qt.Key.Key_F2)
        desk.key(Qt.Key.Key_F5)
    parked = [each.label for each in desk.office.situation().parked]
    assert len(parked) == 2
    desk.key(Qt.Key.Key_F5, SHIFT)
    assert desk.text("serving_number") == parked[0]


def test_the_waiting_lines_are_seen_without_scrolling_in_the_smallest_window(desk: Counter) -> None:
    desk.window.resize(1280, 680)
    desk.key(Qt.Key.Key_F2)
    count = next(each for each in desk.window.findChildren(QLabel) if each.text() == "Đang chờ" and each.isVisible())
    assert not count.visibleRegion().isEmpty()


def test_neither_is_begun_while_somebody_is_served_or_the_counter_is_paused(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F2)
    for ask in (desk.window.presenters.desk.ask_slip, desk.window.presenters.desk.ask_walk_in):
        ask()
        assert desk.window.presenters.desk.state.mode == "keys"
        assert desk.said_words()[-1].startswith("Đang phục vụ số A003.")
    desk.key(Qt.Key.Key_F7)
    desk.click("pause")
    desk.key(Qt.Key.Key_F2)
    assert desk.said_words()[-1] == "Quầy đang tạm nghỉ. Chọn Làm tiếp trước khi gọi số."
    assert desk.text("serving_number") == "–"


def test_a_pause_while_serving_says_that_the_service_goes_on(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F2)
    desk.click("pause")
    assert desk.said_words()[-1] == "Quầy tạm nghỉ sau số A003: số này được phục vụ tiếp cho đến khi xong."
    desk.key(Qt.Key.Key_F7)
    assert desk.office.book.tickets["ticket-4"].state == "done"


def test_a_closed_counter_is_told_before_and_after_the_number_goes_back(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F2)
    desk.key(Qt.Key.Key_F6)
    desk.key(Qt.Key.Key_F6, SHIFT)
    desk.click("transfer_C")
    desk.office.closed_counters = ("quay-1",)
    desk.key(Qt.Key.Key_F2)
    assert desk.text("desk_warning") == "Quầy 1 đã đóng: xong ở đây, số này chờ lại ở hàng A."
    desk.key(Qt.Key.Key_F7)
    assert desk.said_words()[-1] == "Đã xong ở đây: quầy 1 đã đóng, A003 chờ lại ở hàng của mình."
    back = desk.office.book.tickets["ticket-4"]
    assert (back.state, back.line, back.target_counter) == ("waiting", "A", None)


def test_a_conflict_is_looked_at_and_settled_beside_the_work(desk: Counter) -> None:
    desk.office.book.write(crossed_calls(), "staff-2", MORNING)
    desk.window.presenters.desk.refresh()
    desk.settle()
    desk.key(Qt.Key.Key_F3, CONTROL)
    assert desk.text("conflict_what_1").startswith("Số A001 được hai quầy gọi")
    assert desk.text("conflict_other_1") == "Quầy 3 phục vụ"
    desk.key(Qt.Key.Key_F5, CONTROL)
    assert desk.office.book.tickets["ticket-0"].conflicts == ()
    assert desk.window.presenters.desk.state.mode == "keys"
    assert desk.text("serving_number") == "A001"


@pytest.mark.parametrize(
    ("bound", "called"),
    [
        (1, ["A003", "A001", "A901", "A002"]),
        (2, ["A003", "A901", "A001", "A902"]),
        (9, ["A003", "A901", "A902", "A001"]),
    ],
)
def test_so_many_with_priority_are_called_in_a_row_as_the_office_has_set(
    desk: Counter, bound: int, called: list[str]
) -> None:
    office = desk.office
    office._office = replace(office._office, priority_bound=bound)  # the office's own setting
    for number in (901, 902):
        issue = Issue(f"p{number}", TODAY, "A", number, f"A{number}", "T", 0, None, None, "elderly")
        office.book.write(decide(None, issue), "kiosk")
    found = []
    for _ in called:
        desk.key(Qt.Key.Key_F2)
        found.append(desk.text("serving_number"))
        desk.key(Qt.Key.Key_F7)
    assert found == called


def test_the_time_of_a_service_is_measured_from_the_call_to_its_end(desk: Counter) -> None:
    desk.key(Qt.Key.Key_F2)
    desk.clock.advance(timedelta(minutes=7, seconds=30))
    desk.key(Qt.Key.Key_F7)
    (service,) = desk.office.book.tickets["ticket-4"].services
    assert service.ended_at - service.called_at == timedelta(minutes=7, seconds=30)


def test_the_measured_minutes_of_a_service_are_what_waits_are_worked_out_from(hall: OfficeHall) -> None:
    hall.take("one", "A")
    hall.call("k1")
    hall.clock.advance(timedelta(minutes=6))
    hall.counter.finish()
    with hall.kiosk.reading() as reader:
        assert service_minutes_of(reader, TODAY) == {"A": [6.0]}


def test_a_slip_called_before_its_ticket_was_known_is_joined_to_it_at_the_next_look(
    hall: OfficeHall, tmp_path: Path
) -> None:
    engine, lock = open_device(tmp_path / "kiosk-2")
    lock.close()
    kiosk = Journal(
        engine, office=hall.office.id, device="kiosk-2", epoch=1, clock=hall.clock, identities=Identities(hall.clock)
    )
    unknown = take_number(kiosk, hall.office, replace(hall.node, kiosk_index=2), NumberRequest("far", "A", None))
    assert unknown.label == "A501"
    with pytest.raises(Refusal) as refused:
        hall.counter.call_by_slip("k1", "A501", sure=False)
    assert refused.value.code == "slip_unknown"
    hall.counter.call_by_slip("k1", "A501", sure=True)
    hall.clock.advance(timedelta(minutes=5))
    serving = hall.counter.situation().serving
    assert serving is not None
    assert serving.read_at == "quay-1"
    with kiosk.reading() as reader:
        bodies = reader.connection.execute(event.select()).all()
    with hall.program.journal.writing() as writer:
        writer.take_in([read_event(bytes(row.body)) for row in bodies])
    situation = hall.counter.situation()
    assert situation.serving is not None
    assert (situation.serving.id, situation.serving.called_at) == ("far", serving.called_at)
    assert [(line.letter, line.waiting) for line in situation.lines] == [("A", 0), ("C", 0)]
    hall.counter.finish()
    assert hall.counter.situation().serving is None
    engine.dispose()


def test_a_walk_in_is_served_from_this_machines_own_numbers(hall: OfficeHall) -> None:
    served = hall.counter.serve_walk_in("k1", "C")
    assert (served.label, served.counter) == ("C9101", "quay-1")
    assert hall.counter.situation().serving_line_name == "Cư trú – Căn cước"


def test_a_counter_is_not_closed_over_somebody_unless_the_officer_may_do_nothing_else(hall: OfficeHall) -> None:
    hall.take("one", "A")
    hall.call("k1")
    with pytest.raises(Refusal) as refused:
        hall.counter.sign_out()
    assert (refused.value.code, hall.counter.officer is not None) == ("still_serving", True)
    without_rights(hall.counter)
    assert hall.counter.sign_out() == ("A001",)
    with hall.kiosk.reading() as reader:
        found = reader.state(TICKETS, "one")
    assert found is not None
    assert (found.state, found.counter) == ("waiting", None)


def test_closing_answers_the_parked_numbers_that_wait_in_their_line_again(hall: OfficeHall) -> None:
    for journey in ("one", "two"):
        hall.take(journey, "A")
        hall.call(journey)
        hall.counter.park()
    assert hall.counter.close_counter() == ("A001", "A002")
    hall.counter.open_counter("quay-1")
    assert hall.counter.sign_out() == ()


def test_the_desk_says_that_the_counter_to_go_back_to_has_closed(hall: OfficeHall) -> None:
    hall.take("one", "A")
    with hall.kiosk.writing() as writer:
        opened = desks.Open("far", "quay-2", ("B",))
        writer.append("staff-2", desks.decide(None, opened))
        writer.append("staff-2", decide(writer.state(TICKETS, "one"), Call("quay-2", "far", "k", "claimed")))
        sending = Transfer("quay-2", "A", return_to="quay-2", step="s")
        writer.append("staff-2", decide(writer.state(TICKETS, "one"), sending))
    hall.call("k1")
    assert (hall.counter.situation().returns, hall.counter.situation().closed_return) == (("2",), "")
    with hall.kiosk.writing() as writer:
        writer.append("staff-2", desks.decide(writer.state(DESKS, "far"), desks.Close()))
    assert hall.counter.situation().closed_return == "2"
    hall.counter.finish()
    assert hall.call("k2") == "A001"


def without_rights(counter: JournalCounterOffice) -> None:
    """The officer is taken off the staff list."""
    document = {**staffed_document(), "staff": [], "version": 9}
    with counter.journal.writing() as writer:
        store_reference(writer.connection, counter.office().id, 9, document)
