"""A device's program on a database of its own, enrolled with a real server, with everything but a window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from shared.clock import SetClock
from shared.qt.device_program import DeviceProgram, DeviceSettings
from shared.replication.enrolment_messages import EnrolledKind
from tests.prepared import prepare_device
from tests.server.running import MORNING, RunningServer


@contextmanager
def enrolled_program(
    server: RunningServer, folder: Path, kind: EnrolledKind = "kiosk", name: str = "Kiosk 1"
) -> Iterator[DeviceProgram]:
    """The program, enrolled and with the office's data, not yet replicating; closed afterwards."""
    prepare_device(folder)
    settings = DeviceSettings(folder, kind, name, server.url, server.code(kind, name))
    program = DeviceProgram(settings, SetClock(MORNING))
    try:
        yield program
    finally:
        program.close()
