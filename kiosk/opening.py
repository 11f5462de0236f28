"""Opening the kiosk: the glass first, everything else behind it.

Reading the program's own parts and opening the database take most of a second on a small machine. The window stands
before that: this module and what it imports know Qt only. A thread then reads the rest and opens the database, and the
screens come into the same window on the GUI thread. A failure at the start closes the window and becomes a sentence.
"""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from kiosk.glass import Glass
from kiosk.options import KioskOptions

if TYPE_CHECKING:
    from kiosk.wiring.program import KioskProgram
    from shared.qt.device_program import DeviceProgram
    from shared.qt.lanes import Lanes

_LONGEST_WAIT_FOR_A_FRAME = 1000


class Opening(QObject):
    """Brings the program up behind the glass. `failure`: why it could not, or None; `program` once it runs.

    Signals: `_opened` carries the program, `_failed` the exception, from the thread to the GUI thread.
    """

    _opened = Signal(object)
    _failed = Signal(object)

    def __init__(self, application: QGuiApplication, options: KioskOptions, glass: Glass) -> None:
        super().__init__()
        self._application = application
        self._options = options
        self._glass = glass
        self._begun = False
        self._lanes: Lanes | None = None
        self.program: KioskProgram | None = None
        self.failure: Exception | None = None
        self._opened.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._give_up, Qt.ConnectionType.QueuedConnection)
        glass.view.frameSwapped.connect(self._begin, Qt.ConnectionType.QueuedConnection)
        QTimer.singleShot(_LONGEST_WAIT_FOR_A_FRAME, self._begin)

    def close(self) -> None:
        """Ends everything in its order."""
        if self.program is not None:
            self.program.close()
        else:
            self._glass.close()

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
            from kiosk.wiring.program import open_device

            assert self._lanes is not None
            device = open_device(self._options, self._lanes)
        except Exception as failure:  # noqa: BLE001  # carried over to the GUI thread and raised there
            self._failed.emit(failure)
        else:
            self._opened.emit(device)

    @Slot(object)
    def _go_on(self, device: DeviceProgram) -> None:
        from kiosk.wiring.program import KioskProgram

        try:
            self.program = KioskProgram(device, self._options, self._glass)
            self.program.start()
        except Exception as failure:  # noqa: BLE001  # raised by `run_kiosk` after the window has gone
            self._give_up(failure)

    @Slot(object)
    def _give_up(self, failure: Exception) -> None:
        self.failure = failure
        self._application.exit(1)


def run_kiosk(options: KioskOptions) -> int:
    """Opens the kiosk and answers its exit status. What fails at the start is raised with its sentence."""
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    assert isinstance(application, QGuiApplication)
    glass = Glass(full_screen=options.full_screen, screen=options.screen)
    opening = Opening(application, options, glass)
    glass.show_splash()
    status: int = application.exec()
    opening.close()
    if opening.failure is not None:
        raise opening.failure
    return status
