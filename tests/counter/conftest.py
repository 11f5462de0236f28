"""The counter's window over the sample office; its lanes work only when a test drains them."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from counter.main_window import MainWindow
from counter.messages import Message
from counter.sample.content import MORNING
from counter.sample_office import SampleLine, SampleOffice, SamplePrinter
from counter.window import build_counter
from resources.sample_ward.load import sample_staff
from shared.clock import SetClock
from shared.qt.lanes import Lane, Lanes
from tests.counter.windows import take_away

W = TypeVar("W", bound=QWidget)


class DrainedExecutor(Executor):
    """Keeps what is handed in until `drain` runs it."""

    def __init__(self) -> None:
        self.waiting: deque[Callable[[], object]] = deque()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.waiting.append(lambda: fn(*args, **kwargs))
        return Future()

    def drain(self) -> None:
        while self.waiting:
            self.waiting.popleft()()


@dataclass
class Counter:
    """The window and the world around it."""

    window: MainWindow
    office: SampleOffice
    line: SampleLine
    printer: SamplePrinter
    clock: SetClock
    database: DrainedExecutor
    network: DrainedExecutor
    said: list[Message]

    def settle(self) -> None:
        """Lets all that was handed in be done and arrive."""
        for _ in range(20):
            QApplication.processEvents()
            if not self.database.waiting and not self.network.waiting:
                break
            self.network.drain()
            self.database.drain()
        QApplication.processEvents()

    def find(self, kind: type[W], name: str) -> W:
        found = [each for each in self.window.findChildren(kind, name) if each.isVisible()]
        assert found, f"nothing visible is called {name}"
        return found[0]

    def text(self, name: str) -> str:
        widget = self.find(QWidget, name)
        assert isinstance(widget, QLabel | QLineEdit | QPushButton)
        return widget.text()

    def click(self, name: str) -> None:
        widget = self.find(QWidget, name)
        assert widget.isEnabled(), f"{name} is disabled"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def click_row(self, name: str, row: int) -> None:
        view = self.find(QListWidget, name)
        assert isinstance(view, QAbstractItemView)
        place = view.visualItemRect(view.item(row)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(place))
        self.settle()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.windowHandle(), key, modifiers)
        self.settle()

    def control(self, key: Qt.Key) -> None:
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def keys(self, text: str) -> None:
        """Types `text`, Vietnamese letters too, into whatever has the focus, as fast as a scanner does."""
        for letter in text:
            focus = QApplication.focusWidget()
            assert focus is not None
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                QApplication.sendEvent(focus, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def type(self, text: str, into: str) -> None:
        widget = self.find(QWidget, into)
        widget.setFocus()
        self.keys(text)
        self.settle()

    def scan(self, text: str) -> None:
        self.keys(text)
        self.key(Qt.Key.Key_Return)

    def sign_in(self, name: str) -> None:
        member = next(each for each in sample_staff() if each.sign_in == name)
        self.type(member.sign_in, "sign_in_name")
        self.type(member.password, "sign_in_password")
        self.click("sign_in")

    def open(self, number: int = 1) -> None:
        self.sign_in("thu")
        self.click(f"counter_{number}")

    def said_words(self) -> list[str]:
        return [message.text() for message in self.said]


Build = Callable[..., Counter]


@pytest.fixture
def build(qtbot: QtBot) -> Iterator[Build]:
    """Builds windows, each over an office of its own or over one given; they are taken away at the end."""
    built: list[Counter] = []

    def one(language: str = "vi", office: SampleOffice | None = None) -> Counter:
        clock = SetClock(MORNING)
        ward = office or SampleOffice(clock)
        line, printer = SampleLine(ward), SamplePrinter()
        database, network = DrainedExecutor(), DrainedExecutor()
        lanes = Lanes(
            Lane("database", database), Lane("line", network), Lane("printing", database), Lane("files", database)
        )
        keys = (f"{number:032x}" for number in range(1, 1000))
        window = build_counter(ward, line, printer, lanes, clock, language=language, key_factory=lambda: next(keys))
        counter = Counter(window, ward, line, printer, clock, database, network, [])
        window.messages.said.connect(counter.said.append)
        built.append(counter)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        counter.settle()
        return counter

    yield one
    for counter in built:
        counter.settle()
        take_away(counter.window)
    built.clear()
    gc.collect()


@pytest.fixture
def clock() -> SetClock:
    """The clock of a counter over a journal of its own."""
    return SetClock(MORNING)


@pytest.fixture
def counter(build: Build) -> Counter:
    """A window in Vietnamese over a fresh sample office."""
    return build()
