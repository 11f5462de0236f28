"""What surrounds the journeys: silence, the bar at the bottom, the scanner, closed hours, and a window that stays."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.gallery import settle
from kiosk.idle import COUNTDOWN_SECONDS, PATIENCE_SECONDS
from kiosk.sample_office import RECEIPT
from tests.kiosk.citizen import Citizen, before_the_glass


def wait(citizen: Citizen, seconds: int) -> None:
    for _ in range(seconds):
        citizen.window.idle.tick()
    citizen.look()


def test_silence_is_counted_down_and_everything_typed_is_gone(citizen: Citizen) -> None:
    citizen.touch("check_dossier")
    citizen.touch("pad_2")
    citizen.touch("large_text")
    wait(citizen, PATIENCE_SECONDS)
    assert citizen.sees("stay_here")
    assert citizen.reads("10")
    wait(citizen, COUNTDOWN_SECONDS)
    assert citizen.sees("line_A")
    assert citizen.window.check_dossier.state.digits == ""
    assert not citizen.window.shell.state.large_text


def test_the_next_citizen_finds_the_offices_own_language(vietnamese: Citizen) -> None:
    vietnamese.touch("language_en")
    assert vietnamese.reads("Please take a number")
    wait(vietnamese, PATIENCE_SECONDS + COUNTDOWN_SECONDS)
    assert vietnamese.reads("Mời Ông/Bà lấy số thứ tự")


def test_whoever_is_still_there_keeps_what_was_typed(citizen: Citizen) -> None:
    citizen.touch("check_dossier")
    citizen.touch("pad_2")
    wait(citizen, PATIENCE_SECONDS + 3)
    citizen.touch("stay_here")
    assert not citizen.sees("stay_here")
    assert citizen.window.check_dossier.state.digits == "2"


def test_a_touch_beside_the_countdown_does_not_reach_what_lies_below(vietnamese: Citizen) -> None:
    vietnamese.touch("check_dossier")
    wait(vietnamese, PATIENCE_SECONDS + 1)
    vietnamese.touch("pad_2")
    assert vietnamese.window.check_dossier.state.digits == ""
    assert vietnamese.sees("stay_here")


def test_one_can_go_home_at_once_from_the_countdown(citizen: Citizen) -> None:
    citizen.touch("line_A")
    wait(citizen, PATIENCE_SECONDS + 1)
    citizen.touch("leave_now")
    assert citizen.sees("line_A")
    assert not citizen.sees("stay_here")


def test_every_touch_begins_the_silence_anew(vietnamese: Citizen) -> None:
    vietnamese.touch("check_dossier")
    wait(vietnamese, PATIENCE_SECONDS - 1)
    vietnamese.touch("pad_2")
    wait(vietnamese, PATIENCE_SECONDS - 1)
    assert not vietnamese.sees("stay_here")


def test_silence_is_not_counted_while_a_number_is_being_issued(vietnamese: Citizen) -> None:
    vietnamese.touch("line_A")
    vietnamese.tap("confirm_number")
    for _ in range(PATIENCE_SECONDS + COUNTDOWN_SECONDS):
        vietnamese.window.idle.tick()
    vietnamese.look()
    assert vietnamese.reads("A012")


def test_home_is_quiet_when_nobody_is_there(vietnamese: Citizen) -> None:
    wait(vietnamese, PATIENCE_SECONDS + 2)
    assert not vietnamese.sees("stay_here")
    vietnamese.touch("line_A")
    wait(vietnamese, 1)
    assert not vietnamese.sees("stay_here")


def test_a_blocked_database_leaves_the_screen_alive(vietnamese: Citizen) -> None:
    vietnamese.tap("line_A")
    assert vietnamese.sees("confirm_number")
    vietnamese.tap("priority_elderly")
    vietnamese.tap("language_en")
    vietnamese.tap("confirm_number")
    while not vietnamese.reads("Getting your number…"):
        settle()
    vietnamese.tap("high_contrast")
    assert vietnamese.window.shell.state.high_contrast
    vietnamese.tap("help")
    assert vietnamese.sees("close_help")
    assert vietnamese.database.waiting


def test_the_tiles_stay_under_the_finger_while_they_are_refreshed(vietnamese: Citizen) -> None:
    before = vietnamese.thing("line_B")
    vietnamese.window.refresh()
    vietnamese.look()
    assert vietnamese.thing("line_B") is before


def test_a_question_under_way_is_not_asked_twice(vietnamese: Citizen) -> None:
    vietnamese.window.refresh()
    vietnamese.window.refresh()
    assert len(vietnamese.database.waiting) == 1


def test_outside_the_hours_it_says_when_the_office_opens(citizen: Citizen) -> None:
    citizen.office.open = False
    citizen.window.refresh()
    citizen.look()
    assert citizen.reads("13 giờ 30") or citizen.reads("13:30")
    assert not citizen.sees("line_A")
    citizen.touch("check_dossier")
    assert citizen.sees("pad_1")


def test_offline_is_a_small_mark_and_nothing_else(vietnamese: Citizen) -> None:
    vietnamese.window.shell.mark_disconnected()
    vietnamese.look()
    assert vietnamese.reads("Ngoại tuyến")
    assert vietnamese.can_touch("line_A")
    vietnamese.window.shell.mark_connected()
    vietnamese.look()
    assert not vietnamese.reads("Ngoại tuyến")


def test_help_opens_over_everything_and_closes(citizen: Citizen) -> None:
    citizen.touch("help")
    assert citizen.reads("0900 000 000")
    citizen.touch("still")
    assert not citizen.window.shell.state.still
    citizen.touch("still")
    citizen.touch("close_help")
    assert not citizen.sees("close_help")


def test_each_way_of_seeing_is_switched_on_and_off(citizen: Citizen) -> None:
    for name in ("large_text", "high_contrast", "lowered"):
        citizen.touch(name)
        assert citizen.window.shell.view[name]
        citizen.touch(name)
        assert not citizen.window.shell.view[name]


def test_lowering_brings_the_first_tile_down(vietnamese: Citizen) -> None:
    before = vietnamese.thing("line_A").mapToItem(vietnamese.stage, 0, 0).y()
    vietnamese.touch("lowered")
    assert vietnamese.thing("line_A").mapToItem(vietnamese.stage, 0, 0).y() > before + 200


def test_neither_escape_nor_the_window_manager_closes_the_kiosk(vietnamese: Citizen) -> None:
    view = vietnamese.window.view
    QTest.keyClick(view, Qt.Key.Key_Escape)
    closing = QCloseEvent()
    QApplication.sendEvent(view, closing)
    assert not closing.isAccepted()
    assert view.isVisible()


def test_keys_that_are_no_code_do_nothing(vietnamese: Citizen) -> None:
    vietnamese.scan("ab")
    assert vietnamese.sees("line_A")
    vietnamese.scan(RECEIPT)
    assert vietnamese.sees("go_back")


def test_the_clock_at_the_top_goes_on(qapp: QApplication) -> None:
    with before_the_glass("vi") as citizen:
        assert citizen.reads("08:05")
        citizen.clock.advance(timedelta(minutes=7))
        citizen.window.shell.tick()
        citizen.look()
        assert citizen.reads("08:12")


def test_everything_that_can_be_touched_says_its_name_to_a_screen_reader(vietnamese: Citizen) -> None:
    vietnamese.touch("line_A")
    for name in ("confirm_number", "priority_elderly", "go_home", "language_en", "large_text"):
        interface = QAccessible.queryAccessibleInterface(vietnamese.thing(name))
        assert interface.text(QAccessible.Text.Name)
        assert interface.role() in (QAccessible.Role.Button, QAccessible.Role.CheckBox)


def test_the_kiosk_opens_on_its_own_and_goes_away_without_a_warning(qapp: QApplication) -> None:
    with before_the_glass("vi") as citizen:
        citizen.window.show()
        citizen.look()
        assert citizen.window.view.isVisible()
        citizen.window.shell.scanned(RECEIPT)
        settle()
