"""Staff before the real window: the door, the pad, the panel, and that nothing of it stays for the next citizen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtQuick import QQuickView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.idle import COUNTDOWN_SECONDS, PATIENCE_SECONDS
from kiosk.sample_staff import SAMPLE_PIN
from kiosk.window import QML
from tests.kiosk.citizen import Citizen

CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def open_door(citizen: Citizen) -> None:
    QTest.keyClick(citizen.window.view, Qt.Key.Key_S, CHORD)
    citizen.look()


def type_pin(citizen: Citizen, pin: str) -> None:
    for digit in pin:
        citizen.touch(f"pad_{digit}")
    citizen.touch("enter_staff")


def come_in(citizen: Citizen) -> None:
    open_door(citizen)
    type_pin(citizen, SAMPLE_PIN)


def test_staff_come_in_by_their_chord_and_the_pin(citizen: Citizen) -> None:
    open_door(citizen)
    assert citizen.sees("pin_field")
    type_pin(citizen, SAMPLE_PIN)
    assert citizen.sees("fact_printer")
    assert citizen.sees("quit")
    citizen.touch("go_home")
    assert citizen.sees("line_A")


def test_a_wrong_pin_stays_outside(vietnamese: Citizen) -> None:
    open_door(vietnamese)
    type_pin(vietnamese, "1357")
    assert vietnamese.reads("Mã PIN không đúng")
    assert not vietnamese.sees("fact_printer")


def test_a_keyboard_types_the_pin_too(vietnamese: Citizen, qtbot: QtBot) -> None:
    open_door(vietnamese)
    staff = vietnamese.window.staff
    for typed in range(1, len(SAMPLE_PIN) + 1):
        QTest.keyClick(vietnamese.window.view, SAMPLE_PIN[typed - 1])
        qtbot.waitUntil(lambda typed=typed: staff.state.digits == SAMPLE_PIN[:typed])  # a key may be a scanner's
    QTest.keyClick(vietnamese.window.view, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: staff.state.digits == SAMPLE_PIN[:-1])


def test_nothing_of_the_staff_stays_when_they_walk_away(vietnamese: Citizen) -> None:
    come_in(vietnamese)
    for _ in range(PATIENCE_SECONDS + COUNTDOWN_SECONDS):
        vietnamese.window.idle.tick()
    vietnamese.look()
    assert vietnamese.sees("line_A")
    assert vietnamese.window.staff.state.stage == "resting"
    open_door(vietnamese)
    assert not vietnamese.sees("fact_printer")


def test_the_program_ends_on_the_second_touch(vietnamese: Citizen) -> None:
    wanted: list[str] = []
    vietnamese.window.staff.restart_wanted.connect(lambda: wanted.append("restart"))
    come_in(vietnamese)
    vietnamese.touch("restart")
    assert wanted == []
    assert vietnamese.reads("Chạm lần nữa")
    vietnamese.touch("restart")
    assert wanted == ["restart"]


def test_a_test_print_tells_how_it_went(vietnamese: Citizen) -> None:
    come_in(vietnamese)
    vietnamese.touch("print_test")
    assert vietnamese.reads("Đã gửi phiếu in thử")


@pytest.fixture
def door(qapp: QApplication) -> Iterator[QQuickView]:
    view = QQuickView()
    view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    view.setInitialProperties({"holdMs": 60})
    view.setSource(QUrl.fromLocalFile(str(QML / "StaffDoor.qml")))
    view.resize(136, 168)
    view.show()
    yield view
    view.close()
    view.setSource(QUrl())


def test_the_door_opens_for_a_hand_that_holds_and_not_for_a_touch(door: QQuickView, qtbot: QtBot) -> None:
    opened: list[int] = []
    door.rootObject().opened.connect(lambda: opened.append(1))
    corner = QPoint(40, 40)
    none = Qt.KeyboardModifier.NoModifier
    for _ in range(5):
        QTest.mouseClick(door, Qt.MouseButton.LeftButton, none, corner)
    assert opened == []
    QTest.mousePress(door, Qt.MouseButton.LeftButton, none, corner)
    qtbot.waitUntil(lambda: opened == [1])
    QTest.mouseRelease(door, Qt.MouseButton.LeftButton, none, corner)
    assert opened == [1]


def test_the_door_takes_three_seconds() -> None:
    assert "property int holdMs: 3000" in (QML / "StaffDoor.qml").read_text(encoding="utf-8")
