"""The scans of a counter's machine: their store beside its database, and the copying to and from the server."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from shared.replication.scan_copying import ScanCopying
from shared.replication.scan_line import HttpScanLine
from shared.scans.opening import open_scans

if TYPE_CHECKING:
    from shared.qt.device_program import DeviceProgram


class DeviceScans(QObject):
    """What a counter has to do with scans.

    Attributes: `store`, `copying` (started and stopped with the program).
    Signals: `moved`, on the GUI thread, when it is known anew where some scan is.
    """

    moved = Signal()

    def __init__(self, program: DeviceProgram, folder: Path) -> None:
        super().__init__(program)  # goes with it when it is moved to another thread
        self.store = open_scans(folder, program.node.office)
        self.copying = ScanCopying(
            journal=program.journal,
            store=self.store,
            line=HttpScanLine(program.line),
            database=program.lanes.database.run_and_wait,
            chance=random.random,
            may_send=lambda: program.progress.online and program.progress.unsent == 0,
            changed=self.moved.emit,
        )
