"""What the two desktop programs have in common: their database, journal, lanes and line to the server.

Opening refuses with a sentence: a second program on the same database, a damaged or newer one, a device that is not
enrolled. Closing stops the network first, then finishes the database lane, then gives the lock back.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from sqlalchemy import Engine

from resources.catalogue.marks import with_national_marks
from shared.clock import Clock
from shared.failures import EnvironmentFailure
from shared.identities import Identities
from shared.journal.engine import failures_in_words
from shared.journal.journal import Journal
from shared.journal.node import Node, read_node
from shared.journal.opening import open_device
from shared.journal.reference import ReferenceData
from shared.qt.lanes import Lanes
from shared.replication.enrolment_client import Application, enrol
from shared.replication.enrolment_messages import EnrolledKind
from shared.replication.replicator import Replicator, SyncProgress
from shared.replication.request_counters import RequestCounters, begin_run
from shared.replication.server_line import ServerLine

if TYPE_CHECKING:
    from shared.qt.scans import DeviceScans


_GIVE_WAY_SECONDS = 0.001
"""After so long a thread that computes lets another one go on: a key that was pressed waits for no lane longer."""


@dataclass(frozen=True, slots=True)
class DeviceSettings:
    """Where a device keeps its data, and how it is let in at its first start."""

    data: Path
    kind: EnrolledKind
    name: str
    server_url: str | None = None
    enrolment_code: str | None = None


class DeviceProgram(QObject):
    """The device behind a window.

    Attributes: `engine`, `node`, `journal`, `reference`, `lanes`, `line`, `progress` (the latest SyncProgress), `scans`
    (None but for a counter).
    Signals, on the GUI thread: `changed` when replication has committed new data, `progressed` with where it is safe.
    """

    changed = Signal()
    progressed = Signal(object)

    def __init__(self, settings: DeviceSettings, clock: Clock, lanes: Lanes | None = None) -> None:
        super().__init__()
        sys.setswitchinterval(_GIVE_WAY_SECONDS)
        self.scans: DeviceScans | None = None
        self.engine, self._lock = open_device(settings.data)
        try:
            self.node = _node(self.engine, settings)
            self.journal = _journal(self.engine, self.node, clock)
            self.reference = ReferenceData(self.node.office, with_national_marks)
            counters = _begin_run(self.journal)
            self.line = ServerLine(self.node, counters)
            self.lanes = lanes or Lanes()
            self._replicator = Replicator(
                journal=self.journal,
                line=self.line,
                counters=counters,
                database=self.lanes.database.run_and_wait,
                chance=random.random,
                report=self._report,
                changed=self.changed.emit,
            )
            self.progress = self._replicator.progress()
            self._fetch_reference_at_first_start()
            self.scans = self._open_scans(settings)
        except BaseException:
            self._give_back()
            raise

    def start(self) -> None:
        """Begins to replicate."""
        self._replicator.start()
        if self.scans is not None:
            self.scans.copying.start()

    def committed(self) -> None:
        """Says that this program has committed something: it is sent at once if the server answers."""
        self._replicator.wake()
        if self.scans is not None:
            self.scans.copying.wake()

    def send_now(self, seconds: float) -> bool:
        """Sends what is unsent at once; answers whether it has gone within `seconds`. On the line's lane."""
        return self._replicator.hurry(seconds)

    def close(self) -> None:
        """Ends everything in its order; what was committed is safe."""
        self._replicator.stop()
        if self.scans is not None:
            self.scans.copying.stop()
        self.lanes.close()
        self.line.close()
        self._give_back()

    def _report(self, progress: SyncProgress) -> None:
        self.progress = progress
        self.progressed.emit(progress)
        if self.scans is not None:
            self.scans.copying.wake()

    def _open_scans(self, settings: DeviceSettings) -> DeviceScans | None:
        if settings.kind != "counter":
            return None
        # Imported here: a kiosk, whose start somebody waits for, has nothing to do with scans.
        from shared.qt.scans import DeviceScans

        return DeviceScans(self, settings.data)

    def _fetch_reference_at_first_start(self) -> None:
        try:
            with self.journal.reading() as reader:
                self.reference.read(reader.connection)
        except EnvironmentFailure:
            self._replicator.pull_once(wait_seconds=0)
            with self.journal.reading() as reader:
                self.reference.read(reader.connection)

    def _give_back(self) -> None:
        self.engine.dispose()
        lock: IO[str] = self._lock
        lock.close()


def _node(engine: Engine, settings: DeviceSettings) -> Node:
    with failures_in_words(), engine.begin() as connection:
        node = read_node(connection)
    if node is not None:
        return node
    if settings.server_url is None or settings.enrolment_code is None:
        raise EnvironmentFailure(
            "not_enrolled",
            "Máy này chưa đăng ký với máy chủ. Hãy chạy lại với --server ĐỊA-CHỈ --enrol MÃ-ĐĂNG-KÝ.",
            "This machine is not enrolled yet. Start it with --server ADDRESS --enrol CODE.",
        )
    application = Application(settings.server_url, settings.enrolment_code, settings.kind, settings.name)
    return enrol(engine, application)


def _journal(engine: Engine, node: Node, clock: Clock) -> Journal:
    return Journal(
        engine,
        office=node.office,
        device=node.device,
        epoch=node.epoch,
        clock=clock,
        identities=Identities(clock),
    )


def _begin_run(journal: Journal) -> RequestCounters:
    with journal.writing() as writer:
        return begin_run(writer.connection)
