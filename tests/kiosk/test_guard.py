"""Nothing that a citizen does with keys or mouse leads out of the full screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QDropEvent, QNativeGestureEvent, QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.gallery import settle
from kiosk.guard import KioskGuard, may_pass

QML = """
import QtQuick
Rectangle {
    id: page
    property string keys: ""
    property int presses: 0
    property int rightPresses: 0
    width: 400; height: 300
    focus: true
    Keys.onPressed: event => page.keys += event.key + "|" + event.text + ","
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.AllButtons
        onPressed: mouse => mouse.button === Qt.LeftButton ? page.presses += 1 : page.rightPresses += 1
    }
}
"""
FULL = Qt.WindowState.WindowFullScreen
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
META = Qt.KeyboardModifier.MetaModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Screen:
    """A full-screen window under guard, and what reached its page."""

    def __init__(self, file: Path) -> None:
        self.view = QQuickView()
        self.view.setSource(QUrl.fromLocalFile(str(file)))
        self.view.showFullScreen()
        self.guard = KioskGuard(self.view)
        self.guard.stand()
        self.view.requestActivate()
        settle()
        self.page.forceActiveFocus()

    @property
    def page(self) -> QQuickItem:
        """What the window shows."""
        return self.view.rootObject()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> str:
        """Presses a key and answers what of it reached the page, besides the shift key, which alone is no command."""
        self.page.setProperty("keys", "")
        QTest.keyClick(self.view, key, modifiers)
        settle()
        return str(self.page.property("keys")).replace(f"{Qt.Key.Key_Shift.value}|,", "")

    def stands(self) -> bool:
        """Whether the window is there, whole and on top."""
        return self.view.isVisible() and bool(self.view.windowStates() & FULL)


@pytest.fixture
def screen(qapp: QApplication, tmp_path: Path) -> Iterator[Screen]:
    file = tmp_path / "Page.qml"
    file.write_text(QML, encoding="utf-8")
    made = Screen(file)
    yield made
    made.guard.let_go()
    made.view.close()
    settle()


FORBIDDEN = [
    (Qt.Key.Key_F4, ALT),
    (Qt.Key.Key_Tab, ALT),
    (Qt.Key.Key_Space, ALT),
    (Qt.Key.Key_Escape, NONE),
    (Qt.Key.Key_Escape, CTRL),
    (Qt.Key.Key_Q, CTRL),
    (Qt.Key.Key_W, CTRL),
    (Qt.Key.Key_C, CTRL),
    (Qt.Key.Key_Delete, CTRL | ALT),
    (Qt.Key.Key_Backspace, CTRL | ALT),
    (Qt.Key.Key_T, CTRL | ALT),
    (Qt.Key.Key_Escape, CTRL | SHIFT),
    (Qt.Key.Key_D, META),
    (Qt.Key.Key_Super_L, NONE),
    (Qt.Key.Key_Menu, NONE),
    (Qt.Key.Key_Print, NONE),
    (Qt.Key.Key_SysReq, NONE),
    (Qt.Key.Key_Back, NONE),
    *((Qt.Key(Qt.Key.Key_F1.value + number), NONE) for number in range(12)),
    (Qt.Key.Key_F1, CTRL | ALT),
]


@pytest.mark.parametrize(("key", "modifiers"), FORBIDDEN)
def test_a_key_that_could_be_a_command_does_nothing(
    screen: Screen, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    assert screen.press(key, modifiers) == ""
    assert screen.stands()


@pytest.mark.parametrize(
    "key",
    [
        Qt.Key.Key_A,
        Qt.Key.Key_7,
        Qt.Key.Key_Slash,
        Qt.Key.Key_Bar,
        Qt.Key.Key_Space,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Left,
        Qt.Key.Key_Down,
    ],
)
def test_what_a_scanner_or_a_keyboard_needs_reaches_the_screen(screen: Screen, key: Qt.Key) -> None:
    assert screen.press(key).startswith(f"{key.value}|")


def test_capital_letters_pass() -> None:
    assert may_pass(Qt.Key.Key_H, SHIFT, "H")
    assert may_pass(Qt.Key.Key_5, Qt.KeyboardModifier.KeypadModifier, "5")
    assert may_pass(0, NONE, "ế")
    assert not may_pass(Qt.Key.Key_unknown, NONE, "\x1d")


def test_neither_close_nor_the_window_manager_closes_it(screen: Screen) -> None:
    screen.view.close()
    closing = QCloseEvent()
    QApplication.sendEvent(screen.view, closing)
    settle()
    assert not closing.isAccepted()
    assert screen.stands()


def test_only_the_left_button_and_the_first_finger_press(screen: Screen) -> None:
    middle = QPoint(50, 50)
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton):
        QTest.mouseClick(screen.view, button, NONE, middle)
        QTest.mouseDClick(screen.view, button, NONE, middle)
    assert screen.page.property("rightPresses") == 0
    QTest.mouseClick(screen.view, Qt.MouseButton.LeftButton, NONE, middle)
    assert screen.page.property("presses") == 1


def test_a_long_press_opens_no_menu(screen: Screen) -> None:
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    assert screen.guard.eventFilter(screen.view, menu)
    assert not menu.isAccepted()


def test_gestures_and_things_dragged_in_do_nothing(screen: Screen) -> None:
    pinch = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        QPointF(5, 5),
        QPointF(5, 5),
        QPointF(5, 5),
        0.5,
        QPointF(),
    )
    assert screen.guard.eventFilter(screen.view, pinch)
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, QMimeData(), Qt.MouseButton.LeftButton, NONE)
    assert screen.guard.eventFilter(screen.view, drop)


def test_a_window_that_was_made_small_or_hidden_takes_the_screen_again(screen: Screen, qtbot: QtBot) -> None:
    for disturb in (screen.view.showMinimized, screen.view.showNormal, screen.view.hide):
        disturb()
        assert not screen.stands()
        qtbot.waitUntil(screen.stands)


def test_a_window_that_lost_the_keyboard_takes_it_again(screen: Screen, qtbot: QtBot) -> None:
    other = QQuickView()
    other.show()
    other.requestActivate()
    qtbot.waitUntil(lambda: not screen.view.isActive())
    qtbot.waitUntil(screen.view.isActive)
    other.close()


def test_the_staffs_chord_calls_them_once_and_reaches_nobody_else(screen: Screen) -> None:
    called: list[int] = []
    screen.guard.staff_called.connect(lambda: called.append(1))
    assert screen.press(Qt.Key.Key_S, CTRL | ALT) == ""
    assert called == [1]
    screen.press(Qt.Key.Key_S, CTRL)
    screen.press(Qt.Key.Key_S, CTRL | ALT | SHIFT)
    assert called == [1]


def test_a_guard_that_has_gone_lets_the_window_close(screen: Screen) -> None:
    assert screen.guard.is_standing
    screen.guard.let_go()
    assert screen.press(Qt.Key.Key_Escape) != ""
    screen.view.hide()
    screen.guard.come_back()
    assert not screen.view.isVisible()
    closing = QEvent(QEvent.Type.Close)
    QApplication.sendEvent(screen.view, closing)
    assert closing.isAccepted()
