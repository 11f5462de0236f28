"""Opening the counter: a window at once, everything else behind it.

Reading the program's own parts and opening the database take most of a second on a small machine. The window that says
so stands before that: this module and what it imports know Qt only. A thread then reads the rest and opens the
database; the counter's own window takes the place of the first. A failure at the start closes the window and becomes a
sentence.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QLayout, QVBoxLayout, QWidget

from counter.options import CounterOptions
from shared.qt.opening import Opening

if TYPE_CHECKING:
    from counter.wiring.program import CounterProgram
    from shared.qt.device_program import DeviceProgram
    from shared.qt.lanes import Lanes

WINDOW_SIZE = (1366, 768)
_GROUND, _INK = "#FAFAF7", "#12263A"
_WORDS = {"vi": "Đang mở quầy…", "en": "Opening the counter…"}
_LATER_WORDS = {
    "vi": "Đang sắp xếp lại dữ liệu cho phiên bản mới. Việc này có thể mất vài phút; dữ liệu vẫn an toàn, xin chờ.",
    "en": "The data is being put in order for the new version. It may take minutes; it is safe, please wait.",
}
_PATIENCE = 8000
"""Milliseconds after which the doorway says what takes so long: only the first start after an update does."""


class Doorway(QWidget):
    """The first window: the name of the program and a word of patience.

    Signals: `painted` after its first frame.
    """

    painted = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._seen = False
        self.setWindowTitle("Một cửa")
        self.setStyleSheet(f"background: {_GROUND}; color: {_INK};")
        name, patience = QLabel("Một cửa"), QLabel(_WORDS.get(language, _WORDS["vi"]))
        patience.setWordWrap(True)
        name.setStyleSheet("font-size: 40px; font-weight: 600;")
        patience.setStyleSheet("font-size: 18px;")
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.addStretch(1)
        for label in (name, patience):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        layout.addStretch(1)
        self.resize(*WINDOW_SIZE)
        self._patience, self._later_words = patience, _LATER_WORDS.get(language, _LATER_WORDS["vi"])
        QTimer.singleShot(_PATIENCE, self, self.say_what_takes_long)

    def say_what_takes_long(self) -> None:
        """Says that the data is being put in order, and that it is safe."""
        self._patience.setText(self._later_words)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Tells, once, that somebody can see it."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            self.painted.emit()


class CounterOpening(Opening):
    """Brings the counter up behind the doorway. Attributes: `program` once it runs."""

    def __init__(self, application: QApplication, options: CounterOptions, doorway: Doorway) -> None:
        super().__init__(application)
        self._options, self._doorway = options, doorway
        self.program: CounterProgram | None = None
        doorway.painted.connect(self.begin, Qt.ConnectionType.QueuedConnection)

    def close(self) -> None:
        """Ends everything in its order."""
        if self.program is not None:
            self.program.close()
        elif self.lanes is not None:
            self.lanes.close()

    def open_device(self, lanes: Lanes) -> DeviceProgram:
        """The counter's device."""
        from counter.wiring.program import open_device

        return open_device(self._options, lanes)

    def go_on(self, device: DeviceProgram) -> None:
        """The counter's own window takes the doorway's place."""
        from counter.wiring.program import CounterProgram

        self.program = CounterProgram(device, self._options)
        self.program.start(self._doorway.geometry())
        self._doorway.hide()


def run(options: CounterOptions) -> int:
    """Opens the counter and answers its exit status. What fails at the start is raised with its sentence."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    doorway = Doorway(options.language)
    opening = CounterOpening(application, options, doorway)
    doorway.show()
    status: int = application.exec()
    opening.close()
    doorway.close()
    if opening.failure is not None:
        raise opening.failure
    return status
