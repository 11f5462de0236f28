"""The only place of the kiosk that knows the journal, the network and the printer; here the parts meet."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from kiosk.window import KioskWindow, build_kiosk
from kiosk.wiring.office import JournalKioskOffice
from shared.clock import clock_from_environment
from shared.devices.folder_printer import FolderPrinter
from shared.qt.device_program import DeviceProgram, DeviceSettings
from shared.replication.replicator import SyncProgress


@dataclass(frozen=True, slots=True)
class KioskOptions:
    """How the kiosk was started. `prints`: the folder for slips; `data`: its database."""

    data: Path
    prints: Path
    server_url: str | None
    enrolment_code: str | None
    full_screen: bool
    remote_control: bool
    language: str = "vi"


def run(options: KioskOptions) -> int:
    """Opens the kiosk and answers its exit status. Failures at the start are raised with a sentence."""
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    settings = DeviceSettings(options.data, "kiosk", "Kiosk", options.server_url, options.enrolment_code)
    program = DeviceProgram(settings, clock_from_environment())
    try:
        office = JournalKioskOffice(program)
        printer = FolderPrinter(options.prints)
        window = build_kiosk(
            office, program.lanes, printer, program.journal, language=options.language, full_screen=options.full_screen
        )
        program.changed.connect(window.refresh)
        program.progressed.connect(lambda progress: _show_connection(window, progress))
        program.start()
        window.show()
        if options.remote_control:
            from shared.qt.remote_control import attach

            attach(application)
        status = application.exec()
        window.shut_down()
        return status
    finally:
        program.close()


def _show_connection(window: KioskWindow, progress: SyncProgress) -> None:
    if progress.online:
        window.shell.mark_connected()
    else:
        window.shell.mark_disconnected()
