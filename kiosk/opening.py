"""Opening the kiosk: the glass first, everything else behind it.

Reading the program's own parts and opening the database take most of a second on a small machine. The window stands
before that: this module and what it imports know Qt only. A thread then reads the rest and opens the database, and the
screens come into the same window on the GUI thread. A failure at the start closes the window and becomes a sentence.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kiosk.glass import Glass
from kiosk.options import KioskOptions
from shared.qt.opening import Opening

if TYPE_CHECKING:
    from kiosk.wiring.program import KioskProgram
    from shared.qt.device_program import DeviceProgram
    from shared.qt.lanes import Lanes


class KioskOpening(Opening):
    """Brings the kiosk up behind the glass. Attributes: `program` once it runs."""

    def __init__(self, application: QGuiApplication, options: KioskOptions, glass: Glass) -> None:
        super().__init__(application)
        self._options, self._glass = options, glass
        self.program: KioskProgram | None = None
        glass.view.frameSwapped.connect(self.begin, Qt.ConnectionType.QueuedConnection)

    def close(self) -> None:
        """Ends everything in its order."""
        if self.program is not None:
            self.program.close()
        else:
            self._glass.close()

    def open_device(self, lanes: Lanes) -> DeviceProgram:
        """The kiosk's device."""
        from kiosk.wiring.program import open_device

        return open_device(self._options, lanes)

    def go_on(self, device: DeviceProgram) -> None:
        """The screens come into the glass."""
        from kiosk.wiring.program import KioskProgram

        self.program = KioskProgram(device, self._options, self._glass)
        self.program.start()


def run_kiosk(options: KioskOptions) -> int:
    """Opens the kiosk and answers its exit status. What fails at the start is raised with its sentence."""
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    assert isinstance(application, QGuiApplication)
    glass = Glass(full_screen=options.full_screen, screen=options.screen)
    opening = KioskOpening(application, options, glass)
    glass.show_splash()
    status: int = application.exec()
    opening.close()
    if opening.failure is not None:
        raise opening.failure
    return status
