"""A citizen before the glass: touches, scans and reads the real window on the sample office."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.gallery import settle
from kiosk.glass import Glass
from kiosk.language import SHIPPED, Translations
from kiosk.ports import KioskPorts
from kiosk.sample_office import SAMPLE_NOW, SampleGuide, SampleOffice, SamplePrinter, SampleStaffRoom
from kiosk.window import KioskWindow, build_kiosk
from shared.clock import SetClock
from shared.qt.lanes import Lane, Lanes
from tests.kiosk.looking import is_text, items_of, top_layer


class ByHand(Executor):
    """Keeps what is handed in until the test runs it."""

    def __init__(self) -> None:
        self.waiting: deque[Callable[[], object]] = deque()

    def submit(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Keeps `work` for later."""
        self.waiting.append(lambda: work(*args, **kwargs))
        return Future()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Forgets what was not run."""
        self.waiting.clear()


class Citizen:
    """Attributes: `window`, `office`, `printer`, `database` (the lane's executor), `clock`."""

    def __init__(
        self, window: KioskWindow, office: SampleOffice, printer: SamplePrinter, database: ByHand, clock: SetClock
    ) -> None:
        self.window = window
        self.clock = clock
        self.office = office
        self.printer = printer
        self.database = database

    def look(self) -> None:
        """Lets the database lane answer everything and the screen show it."""
        settle()
        while self.database.waiting:
            self.database.waiting.popleft()()
            settle()
        self._lay_out()

    def touch(self, name: str) -> None:
        """Touches the middle of the item called `name` and waits for what comes of it."""
        self.tap(name)
        self.look()

    def tap(self, name: str) -> None:
        """Touches it without letting the database answer."""
        item = self.thing(name)
        middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
        point = QPoint(round(middle.x()), round(middle.y()))
        QTest.mouseClick(self.window.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
        settle()
        self._lay_out()

    def scan(self, text: str) -> None:
        """Holds a code under the scanner, which types it."""
        for character in text:
            QTest.keyClick(self.window.view, character)
        QTest.keyClick(self.window.view, Qt.Key.Key_Return)
        self.look()

    def thing(self, name: str) -> QQuickItem:
        """The visible item called `name`."""
        return next(item for item in items_of(self.stage) if item.objectName() == name)

    def sees(self, name: str) -> bool:
        """Whether an item called `name` can be seen."""
        return any(item.objectName() == name for item in items_of(self.stage))

    def can_touch(self, name: str) -> bool:
        """Whether it is there and enabled."""
        return self.sees(name) and self.thing(name).isEnabled()

    def reads(self, words: str) -> bool:
        """Whether `words` stand somewhere on the uppermost layer of the screen."""
        texts = (str(item.property("text")) for item in items_of(top_layer(self.stage)) if is_text(item))
        return any(words in text.replace("\u00a0", " ") for text in texts)

    def _lay_out(self) -> None:
        """Things find their places when a picture is painted."""
        self.window.view.grabWindow()

    @property
    def stage(self) -> QQuickItem:
        """The glass in its own pixels."""
        root = self.window.view.rootObject()
        return next(item for item in items_of(root) if item.objectName() == "stage")


@contextmanager
def before_the_glass(
    language: str, size: tuple[int, int] = (1080, 1920), translations: Translations = SHIPPED
) -> Iterator[Citizen]:
    """A citizen before a kiosk that has just opened."""
    office, printer, database = SampleOffice(), SamplePrinter(), ByHand()
    lanes = Lanes(Lane("database", database), Lane("line", ByHand()), Lane("printing", database))
    clock = SetClock(SAMPLE_NOW)
    ports = KioskPorts(office, SampleGuide(), SampleStaffRoom(), printer)
    window = build_kiosk(
        ports, lanes, clock, glass=Glass(full_screen=True), language=language, translations=translations
    )
    window.shell.toggle_still()
    window.view.resize(*size)
    window.view.show()
    window.refresh()
    citizen = Citizen(window, office, printer, database, clock)
    citizen.look()
    try:
        yield citizen
    finally:
        window.shut_down()
        lanes.close()
        settle()
