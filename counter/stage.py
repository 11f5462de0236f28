"""A window over a fresh sample office, to be brought to a screen: for pictures and for tests that walk over them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from counter.look import NORMAL_SIZE
from counter.main_window import MainWindow
from counter.sample.content import MORNING
from counter.sample.direct import direct_lanes
from counter.sample_office import SampleLine, SampleOffice, SamplePrinter
from counter.window import build_counter
from resources.sample_ward.load import sample_staff
from shared.clock import SetClock
from shared.qt.lanes import Lanes
from shared.qt.theme import NORMAL, Palette

SIZES: tuple[tuple[int, int], ...] = ((1366, 768), (1920, 1080))


@dataclass(frozen=True, slots=True)
class Stage:
    """A window over a fresh sample office, to be brought to a screen."""

    window: MainWindow
    office: SampleOffice
    line: SampleLine
    printer: SamplePrinter
    clock: SetClock
    lanes: Lanes

    def settle(self) -> None:
        """Lets everything that is on its way arrive."""
        for _ in range(6):
            QApplication.processEvents()

    def sign_in(self, name: str) -> None:
        """Signs in somebody of the sample's staff."""
        member = next(each for each in sample_staff() if each.sign_in == name)
        self.window.presenters.sign_in.sign_in(member.sign_in, member.password)
        self.settle()

    def open_counter(self, counter: str = "quay-1") -> None:
        """Signs in an officer and opens a counter."""
        self.sign_in("thu")
        self.window.presenters.sign_in.choose(counter)
        self.settle()

    def serve(self) -> None:
        """Opens the counter and calls the first number, two minutes ago."""
        self.open_counter()
        self.window.presenters.desk.call_next()
        self.settle()
        self.clock.set(MORNING.replace(minute=42, second=17))
        self.window.presenters.desk.changed.emit()

    def scroll_to(self, name: str) -> None:
        """Scrolls so that the widget called `name` is seen."""
        widget = next(each for each in self.window.findChildren(QWidget, name) if each.isVisible())
        around = widget.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        assert isinstance(around, QScrollArea)
        around.ensureWidgetVisible(widget, 0, 40)


Scene = Callable[[Stage], None]
"""Brings a fresh stage to one screen."""


def set_stage(
    language: str, letters: float = NORMAL_SIZE, size: tuple[int, int] = SIZES[0], palette: Palette = NORMAL
) -> Stage:
    """A window in `language` over a fresh sample office, shown and settled."""
    clock = SetClock(MORNING)
    office = SampleOffice(clock)
    line, printer, lanes = SampleLine(office), SamplePrinter(), direct_lanes()
    keys = (f"{number:032x}" for number in range(1, 1000))
    window = build_counter(office, line, printer, lanes, clock, language=language, key_factory=lambda: next(keys))
    window.become(replace(window.look, size=letters, palette=palette))
    window.resize(*size)
    window.show()
    stage = Stage(window, office, line, printer, clock, lanes)
    stage.settle()
    return stage
