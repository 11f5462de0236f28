"""The hand of the remote control: real presses of the mouse and of keys, as the window system would deliver them."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest

from shared.qt.remote_places import NotYetError, Place

_SCANNER_MILLISECONDS_A_KEY = 4


def press(place: Place) -> None:
    """Moves the mouse to a place and presses and releases its left button there."""
    _bring_to_front(place.window)
    QTest.mouseMove(place.window, place.point)
    QTest.mousePress(place.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place.point)
    QTest.mouseRelease(place.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place.point)


def press_keys(name: str) -> None:
    """Presses one key or one combination, named as `QKeySequence` reads it ("F2", "Return", "Ctrl+Return")."""
    sequence = QKeySequence(name)
    if sequence.count() != 1 or not sequence.toString():
        raise ValueError(f"no key is called {name}")
    QTest.keySequence(focused_window(), sequence)


def type_text(text: str) -> None:
    """Presses a key for each letter, Vietnamese letters too, in the window that has the focus."""
    for letter in text:
        modifiers = Qt.KeyboardModifier.ShiftModifier if letter.isupper() else Qt.KeyboardModifier.NoModifier
        QTest.sendKeyEvent(QTest.KeyAction.Click, focused_window(), _key_of(letter), letter, modifiers)


def scan(text: str) -> None:
    """Types `text` as a scanner that is a keyboard does: all keys lie in the queue at once, with Enter at the end."""
    window = focused_window()
    at = round(time.monotonic() * 1000)
    for letter in text:
        _queue(window, _key_of(letter), letter, at)
        at += _SCANNER_MILLISECONDS_A_KEY
    _queue(window, Qt.Key.Key_Return, "\r", at)


def _queue(window: QWindow, key: Qt.Key, text: str, at: int) -> None:
    """Puts a stroke into the queue with its time, as a window system does, however late it is looked at."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        event.setTimestamp(at)
        QCoreApplication.postEvent(window, event)


def focused_window() -> QWindow:
    """The window that keys go to; the only visible one is brought to the front if none has the focus."""
    window: QWindow | None = QGuiApplication.focusWindow()
    if window is not None:
        return window
    visible = [each for each in QGuiApplication.topLevelWindows() if each.isVisible()]
    if not visible:
        raise NotYetError("no window is open")
    _bring_to_front(visible[0])
    return visible[0]


def _bring_to_front(window: QWindow) -> None:
    if QGuiApplication.focusWindow() is not window and window.type() != Qt.WindowType.Popup:
        window.requestActivate()


def _key_of(letter: str) -> Qt.Key:
    return Qt.Key(ord(letter.upper())) if letter.isascii() and letter.isprintable() else Qt.Key.Key_unknown
