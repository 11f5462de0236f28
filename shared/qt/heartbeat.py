"""The device's sign of life from a desktop program: once a minute, and at once when something has changed.

It holds nobody up: it goes over `Lanes.line`, waits a second at the most, is not sent while replication knows that the
server is away, and when it fails nothing happens but that the next one comes in its time.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from shared.domain.machine import PrinterState
from shared.failures import Failure
from shared.journal.journal import log_head
from shared.qt.device_program import DeviceProgram
from shared.qt.lanes import Lane
from shared.replication.heartbeat_messages import LONGEST_VERSION, Heartbeat
from shared.replication.replicator import SyncProgress
from shared.replication.software_version import software_version

PERIOD_MILLISECONDS = 60_000


@dataclass(frozen=True, slots=True)
class MachineReport:
    """What only the program itself knows of its machine (tình trạng máy): its printer and its slips."""

    printer: PrinterState = "unknown"
    slips_waiting: int = 0


class HeartbeatSender(QObject):
    """Sends what `say` answers by `send`, both on `lane`; `say` answers None when there is nobody to tell.

    Signals: `sent` after a sign of life was taken by the server.
    """

    sent = Signal()

    def __init__(self, lane: Lane, say: Callable[[], Heartbeat | None], send: Callable[[Heartbeat], None]) -> None:
        super().__init__()
        self._lane = lane
        self._say = say
        self._send = send
        self._under_way = False
        self._again = False
        self._online = False
        self._timer = QTimer(self)
        self._timer.setInterval(PERIOD_MILLISECONDS)
        self._timer.timeout.connect(self.beat)

    def start(self) -> None:
        """Begins."""
        self._timer.start()
        self.beat()

    def stop(self) -> None:
        """Ends; one that is under way is not waited for."""
        self._timer.stop()

    @Slot()
    def beat(self) -> None:
        """Tells the server now, or as soon as the one under way is through."""
        if self._under_way:
            self._again = True
            return
        self._under_way = True
        self._lane.submit(self._speak, self._taken, self._not_taken)

    @Slot(object)
    def follow(self, progress: SyncProgress) -> None:
        """Tells the server at once when it is back. Connect it to `DeviceProgram.progressed`."""
        back = progress.online and not self._online
        self._online = progress.online
        if back and self._timer.isActive():
            self.beat()

    def _speak(self) -> bool:
        heartbeat = self._say()
        if heartbeat is None:
            return False
        self._send(heartbeat)
        return True

    def _taken(self, told: bool) -> None:  # noqa: FBT001  # what the lane brings
        self._under_way = False
        if told:
            self.sent.emit()
        if self._again:
            self._again = False
            self.beat()

    def _not_taken(self, _failure: Failure) -> None:
        self._under_way = self._again = False


def heartbeat_of(
    program: DeviceProgram,
    machine: Callable[[], MachineReport] = MachineReport,
    seconds: Callable[[], float] = time.monotonic,
) -> HeartbeatSender:
    """The sign of life of `program`, not yet started. `machine` is asked on the lane "line" and reads memory only."""
    began = seconds()

    def events() -> int:
        journal = program.journal
        with journal.reading() as reader:
            return log_head(reader.connection, journal.office, journal.device, journal.epoch)[0]

    def say() -> Heartbeat | None:
        if not program.progress.online:
            return None
        report = machine()
        return Heartbeat(
            at=program.journal.now(),
            version=software_version()[:LONGEST_VERSION],
            printer=report.printer,
            unsent=program.progress.unsent,
            uptime=int(seconds() - began),
            slips_waiting=report.slips_waiting,
            events=program.lanes.database.run_and_wait(events),
        )

    sender = HeartbeatSender(program.lanes.line, say, program.line.heartbeat)
    program.progressed.connect(sender.follow)
    return sender
