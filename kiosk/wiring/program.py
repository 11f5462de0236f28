"""The running kiosk: the device, its printer, its ports and its window, tied together."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kiosk.glass import Glass
from kiosk.language import Translations
from kiosk.options import KioskOptions
from kiosk.ports import KioskPorts
from kiosk.staff.exit_status import LEFT_TO_THE_DESKTOP, START_AGAIN
from kiosk.window import build_kiosk
from kiosk.wiring.failure_log import FailureLog
from kiosk.wiring.office import JournalKioskOffice
from kiosk.wiring.printer_watch import PrinterWatch, WatchedPrinter
from kiosk.wiring.printing import SpooledPrinter
from kiosk.wiring.procedures import JournalProcedureGuide
from kiosk.wiring.staff import JournalStaffRoom
from shared.clock import clock_from_environment
from shared.devices.printer import Printer
from shared.devices.printer_address import printer_from_address
from shared.qt.device_program import DeviceProgram, DeviceSettings
from shared.qt.heartbeat import heartbeat_of
from shared.qt.icons import drawings
from shared.qt.lanes import Lanes
from shared.qt.quiet_moments import QuietMoments
from shared.replication.replicator import SyncProgress

if TYPE_CHECKING:
    from kiosk.wiring.board import AttachedBoard
    from shared.qt.camera_scanner import CameraScanner
    from shared.qt.speech_program import SpeechCommand


def open_device(options: KioskOptions, lanes: Lanes) -> DeviceProgram:
    """The device behind the kiosk, opened on the calling thread for the GUI thread. Failures carry a sentence."""
    drawings()
    settings = DeviceSettings(options.data, "kiosk", "Kiosk", options.server_url, options.enrolment_code)
    device = DeviceProgram(settings, clock_from_environment(), lanes)
    application = QCoreApplication.instance()
    assert application is not None
    device.moveToThread(application.thread())
    return device


class KioskProgram:
    """The kiosk at work on its glass, until `close`."""

    def __init__(self, device: DeviceProgram, options: KioskOptions, glass: Glass) -> None:
        self._device = device
        self._options = options
        self._failures = FailureLog(options.data, device.journal.now, self._later)
        self._printer = SpooledPrinter(_printer(options.printer), options.data / "slips", device.journal)
        self._watch = PrinterWatch(device, self._printer, self._failures, self._printer.slips_waiting)
        self._heartbeat = heartbeat_of(device, self._watch.report)
        self._board: AttachedBoard | None = None
        self._camera = _camera(options.camera)
        printer = WatchedPrinter(self._printer, self._watch, self._failures)
        ports = KioskPorts(
            office=JournalKioskOffice(device),
            guide=JournalProcedureGuide(device),
            staff=JournalStaffRoom(device, printer, self._failures, self._printer.spool),
            printer=printer,
        )
        self.window = build_kiosk(
            ports,
            device.lanes,
            device.journal,
            glass=glass,
            language=options.language,
            translations=Translations(options.translations),
        )
        self._quiet = QuietMoments(device.lanes.database, device.engine, self.window.is_quiet)
        self._connect()

    def start(self) -> None:
        """Shows the screens, prints what was left, and begins to replicate."""
        self._device.start()
        self._later(self._printer.print_what_was_left)
        self._watch.start()
        self._heartbeat.start()
        self.window.show()
        if self._options.board_screen is not None:
            # Imported where it is wanted: most kiosks have no second screen.
            from kiosk.wiring.board import board_beside

            self._board = board_beside(self._device, self._options)
        self._offer_reading_aloud()
        if self._camera is not None:
            self._camera.start()
        self._quiet.start()
        if self._options.remote_control:
            from shared.qt.remote_control import attach

            application = QCoreApplication.instance()
            assert application is not None
            attach(application)

    def close(self) -> None:
        """Takes the window down, then ends the device's work; what was committed is safe."""
        self._quiet.stop()
        self._watch.stop()
        self._heartbeat.stop()
        if self._camera is not None:
            self._camera.stop()
        if self._board is not None:
            self._board.shut_down()
        self.window.shut_down()
        self._device.close()

    def _offer_reading_aloud(self) -> None:
        """Off the GUI thread, so that no start waits for what few people use."""
        self._device.lanes.printing.submit(_speech_command, self._speak_with, _nothing)

    def _speak_with(self, command: SpeechCommand | None) -> None:
        if command is not None:
            from shared.qt.speech_program import SpeechProgram

            self.window.offer_reading_aloud(SpeechProgram(command))

    def _connect(self) -> None:
        device, window = self._device, self.window
        device.changed.connect(window.refresh)
        device.progressed.connect(self._show_connection)
        device.progressed.connect(self._failures.follow)
        device.lanes.database.troubled.connect(lambda failure: self._failures.note(failure.sentence))
        self._watch.changed.connect(self._heartbeat.beat)
        if self._camera is not None:
            self._camera.scanned.connect(window.scanned_by_camera)
            self._camera.trouble.connect(self._failures.note)
        window.staff.restart_wanted.connect(lambda: QCoreApplication.exit(START_AGAIN))
        window.staff.quit_wanted.connect(lambda: QCoreApplication.exit(LEFT_TO_THE_DESKTOP))

    def _later(self, work: Callable[[], None]) -> None:
        self._device.lanes.printing.submit(work, _nothing, _nothing)

    def _show_connection(self, progress: SyncProgress) -> None:
        if progress.online:
            self.window.shell.mark_connected()
        else:
            self.window.shell.mark_disconnected()


def _printer(address: str) -> Printer:
    def system(name: str) -> Printer:
        # Imported where it is wanted: Qt's print support would slow every start.
        from shared.qt.system_printer import SystemPrinter

        return SystemPrinter(name)

    return printer_from_address(address, system)


def _speech_command() -> SpeechCommand | None:
    """The program of the machine that speaks, if there is one; what uses it has been imported then."""
    from shared.qt.speech_program import find_speech_program

    command = find_speech_program()
    if command is not None:
        import_module("kiosk.screen_reader")
    return command


def _camera(number: int | None) -> CameraScanner | None:
    """The camera that scans, or None. EnvironmentFailure `camera_not_installed` without what reads its pictures."""
    if number is None:
        return None
    # Imported where it is wanted: most kiosks have none.
    from shared.qt.camera_scanner import CameraScanner, camera

    return CameraScanner(camera(number))


def _nothing(_: object) -> None:
    """Nobody waits for it."""
