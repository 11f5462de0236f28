"""The running counter: the device, its printer, its ports and its window, tied together."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect

from counter.options import CounterOptions
from counter.window import build_counter
from counter.wiring.office import JournalCounterOffice, ServerQueueLine
from shared.clock import clock_from_environment
from shared.devices.folder_printer import FolderPrinter
from shared.qt.device_program import DeviceProgram, DeviceSettings
from shared.qt.heartbeat import heartbeat_of
from shared.qt.lanes import Lanes
from shared.qt.quiet_moments import QuietMoments


def open_device(options: CounterOptions, lanes: Lanes) -> DeviceProgram:
    """The device behind the counter, opened on the calling thread for the GUI thread. Failures carry a sentence."""
    settings = DeviceSettings(options.data, "counter", "Quầy", options.server_url, options.enrolment_code)
    device = DeviceProgram(settings, clock_from_environment(), lanes)
    application = QCoreApplication.instance()
    assert application is not None
    device.moveToThread(application.thread())
    return device


class CounterProgram:
    """The counter at work, until `close`. Attributes: `window`."""

    def __init__(self, device: DeviceProgram, options: CounterOptions) -> None:
        self._device, self._options = device, options
        office = JournalCounterOffice(device)
        self.window = build_counter(
            office,
            ServerQueueLine(device, office),
            FolderPrinter(options.prints),
            device.lanes,
            device.journal,
            language=options.language,
            scans=options.scans,
        )
        device.changed.connect(self.window.refresh)
        device.progressed.connect(self.window.refresh_sync)
        self._heartbeat = heartbeat_of(device)
        self._quiet = QuietMoments(device.lanes.database, device.engine, self.window.idle.is_quiet)

    def start(self, place: QRect) -> None:
        """Shows the window at `place` and begins to replicate."""
        self._device.start()
        self._heartbeat.start()
        self.window.setGeometry(place)
        self.window.show()
        self._quiet.start()
        if self._options.remote_control:
            from shared.qt.remote_control import attach

            application = QCoreApplication.instance()
            assert application is not None
            attach(application)

    def close(self) -> None:
        """Keeps what was typed, then ends the device's work; what was committed is safe."""
        self._quiet.stop()
        self._heartbeat.stop()
        self.window.shut_down()
        self._device.close()
