"""Opening the counter: a window at once, everything else behind it.

Reading the program's own parts and opening the database take most of a second on a small machine. The window that says
so stands before that: this module and what it imports know Qt only. A thread then reads the rest and opens the
database; the counter's own window takes the place of the first. A failure at the start closes the window and becomes a
sentence.
"""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from counter.options import CounterOptions

if TYPE_CHECKING:
    from counter.wiring.program import CounterProgram
    from shared.qt.device_program import DeviceProgram
    from shared.qt.lanes import Lanes

WINDOW_SIZE = (1366, 768)
_GROUND, _INK = "#FAFAF7", "#12263A"
_WORDS = {"vi": "Đang mở quầy…", "en": "Opening the counter…"}
_LONGEST_WAIT_FOR_A_FRAME = 1000


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
        name.setStyleSheet("font-size: 40px; font-weight: 600;")
        patience.setStyleSheet("font-size: 18px;")
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(1)
        for label in (name, patience):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        layout.addStretch(1)
        self.resize(*WINDOW_SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Tells, once, that somebody can see it."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            self.painted.emit()


class Opening(QObject):
    """Brings the program up behind the doorway. `failure`: why it could not, or None; `program` once it runs.

    Signals: `_opened` carries the device, `_failed` the exception, from the thread to the GUI thread.
    """

    _opened = Signal(object)
    _failed = Signal(object)

    def __init__(self, application: QApplication, options: CounterOptions, doorway: Doorway) -> None:
        super().__init__()
        self._application, self._options, self._doorway = application, options, doorway
        self._begun = False
        self._lanes: Lanes | None = None
        self.program: CounterProgram | None = None
        self.failure: Exception | None = None
        self._opened.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._give_up, Qt.ConnectionType.QueuedConnection)
        doorway.painted.connect(self._begin, Qt.ConnectionType.QueuedConnection)
        QTimer.singleShot(_LONGEST_WAIT_FOR_A_FRAME, self._begin)

    def close(self) -> None:
        """Ends everything in its order."""
        if self.program is not None:
            self.program.close()
        elif self._lanes is not None:
            self._lanes.close()

    @Slot()
    def _begin(self) -> None:
        if self._begun:
            return
        self._begun = True
        from shared.qt.lanes import Lanes

        self._lanes = Lanes()
        threading.Thread(target=self._open, name="opening", daemon=True).start()

    def _open(self) -> None:
        try:
            from counter.wiring.program import open_device

            assert self._lanes is not None
            device = open_device(self._options, self._lanes)
        except Exception as failure:  # noqa: BLE001  # carried over to the GUI thread and raised there
            self._failed.emit(failure)
        else:
            self._opened.emit(device)

    @Slot(object)
    def _go_on(self, device: DeviceProgram) -> None:
        from counter.wiring.program import CounterProgram

        try:
            self.program = CounterProgram(device, self._options)
            self.program.start(self._doorway.geometry())
            self._doorway.hide()
        except Exception as failure:  # noqa: BLE001  # raised by `run` after the window has gone
            self._give_up(failure)

    @Slot(object)
    def _give_up(self, failure: Exception) -> None:
        self.failure = failure
        self._application.exit(1)


def run(options: CounterOptions) -> int:
    """Opens the counter and answers its exit status. What fails at the start is raised with its sentence."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    doorway = Doorway(options.language)
    opening = Opening(application, options, doorway)
    doorway.show()
    status: int = application.exec()
    opening.close()
    doorway.close()
    if opening.failure is not None:
        raise opening.failure
    return status
