"""The only place of the counter that knows the journal, the network and the printer; here the parts meet."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from counter.window import build_counter
from counter.wiring.office import JournalCounterOffice, ServerQueueLine
from shared.clock import clock_from_environment
from shared.devices.folder_printer import FolderPrinter
from shared.qt.device_program import DeviceProgram, DeviceSettings
from shared.qt.heartbeat import heartbeat_of


@dataclass(frozen=True, slots=True)
class CounterOptions:
    """How the counter was started. `prints`: the folder for forms; `data`: its database."""

    data: Path
    prints: Path
    server_url: str | None
    enrolment_code: str | None
    remote_control: bool
    language: str = "vi"


def run(options: CounterOptions) -> int:
    """Opens the counter and answers its exit status. Failures at the start are raised with a sentence."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    settings = DeviceSettings(options.data, "counter", "Quầy", options.server_url, options.enrolment_code)
    program = DeviceProgram(settings, clock_from_environment())
    try:
        office = JournalCounterOffice(program)
        line = ServerQueueLine(program, office)
        printer = FolderPrinter(options.prints)
        window = build_counter(office, line, printer, program.lanes, program.journal, language=options.language)
        program.changed.connect(window.refresh)
        program.progressed.connect(window.refresh_sync)
        heartbeat = heartbeat_of(program)
        program.start()
        heartbeat.start()
        window.show()
        if options.remote_control:
            from shared.qt.remote_control import attach

            attach(application)
        status = application.exec()
        heartbeat.stop()
        window.shut_down()
        return status
    finally:
        program.close()
