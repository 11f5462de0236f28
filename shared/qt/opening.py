"""A program that opens behind a window that is there at once. Knows Qt only: whatever is dear is read on the thread.

Python's collector of cyclic garbage rests meanwhile: reading a program makes hundreds of thousands of things and hardly
any garbage, and looking through all of them again and again took an eighth of the opening.
"""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot

if TYPE_CHECKING:
    from shared.qt.device_program import DeviceProgram
    from shared.qt.lanes import Lanes

_LONGEST_WAIT_FOR_A_FRAME = 1000


class Opening(QObject):
    """Opens the device on a thread once the first window has been seen, and goes on with it on the GUI thread.

    Attributes: `failure`, why the program could not start, or None; `lanes` once it has begun.
    Signals: `_opened` carries the device, `_failed` the exception, from the thread to the GUI thread.
    """

    _opened = Signal(object)
    _failed = Signal(object)

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__()
        self._application = application
        self._begun = False
        self.lanes: Lanes | None = None
        self.failure: Exception | None = None
        self._opened.connect(self._arrived, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._give_up, Qt.ConnectionType.QueuedConnection)
        QTimer.singleShot(_LONGEST_WAIT_FOR_A_FRAME, self.begin)

    def open_device(self, lanes: Lanes) -> DeviceProgram:
        """Opens the device, on the thread."""
        raise NotImplementedError

    def go_on(self, device: DeviceProgram) -> None:
        """Brings the program up, on the GUI thread."""
        raise NotImplementedError

    @Slot()
    def begin(self) -> None:
        """Somebody can see the first window, or has waited long enough for it; the first call only counts."""
        if self._begun:
            return
        self._begun = True
        from shared.qt.lanes import Lanes

        gc.disable()
        self.lanes = Lanes()
        threading.Thread(target=self._open, args=(self.lanes,), name="opening", daemon=True).start()

    def _open(self, lanes: Lanes) -> None:
        try:
            device = self.open_device(lanes)
        except Exception as failure:  # noqa: BLE001  # carried over to the GUI thread and raised after the window
            self._failed.emit(failure)
        else:
            self._opened.emit(device)

    @Slot(object)
    def _arrived(self, device: DeviceProgram) -> None:
        try:
            self.go_on(device)
        except Exception as failure:  # noqa: BLE001  # raised after the window has gone
            self._give_up(failure)
        else:
            gc.enable()

    @Slot(object)
    def _give_up(self, failure: Exception) -> None:
        gc.enable()
        self.failure = failure
        self._application.exit(1)
