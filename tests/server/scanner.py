"""A counter that takes scans and copies them, one exchange at a time, while the pieces on its line are counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from shared.actions.attach_scan import attach_scan
from shared.domain.attachment import Attachment
from shared.replication.database_lane import Database, at_once
from shared.replication.pulling import Pulling
from shared.replication.pushing import Pushing
from shared.replication.scan_copying import ScanCopying
from shared.replication.scan_line import HttpScanLine
from shared.replication.scan_messages import ScanState
from shared.replication.sender import Pace
from shared.scans.progress import ScanProgress, noted
from shared.scans.scan_file import inspect
from shared.scans.scan_store import ScanStore
from tests.scans import samples
from tests.server.bad_line import BadLine
from tests.server.facts import dossier_received
from tests.server.running import KEY, Device

PIECES = 5
SCAN = samples.large_pdf(PIECES)
FACTS = inspect(SCAN)


class Scanner:
    """A counter that takes scans, its copying not yet started."""

    def __init__(self, device: Device, folder: Path) -> None:
        self.device = device
        self.store = ScanStore(folder / device.node.device, KEY, reserve=0)
        self.sent: list[int] = []
        self.fetched: list[int] = []
        self.moved = 0
        self.events_first = True
        self._pushing = Pushing(device.journal, device.line.push, at_once)
        self._pulling = Pulling(device.journal, device.line, at_once)
        self.copying = self.new_copying()

    def new_copying(self, database: Database = at_once) -> ScanCopying:
        """The copying of a program that has just started."""
        return ScanCopying(
            journal=self.device.journal,
            store=self.store,
            line=Counting(HttpScanLine(self.device.line), self),
            database=database,
            chance=lambda: 0.5,
            may_send=lambda: self.events_first,
            changed=self._count,
            patience=0.0,
        )

    def attach(self, body: bytes = SCAN) -> Attachment:
        """Receives a dossier and attaches `body` to it."""
        fact = dossier_received(1000 + len(self.sent))
        self.device.write(fact)
        facts = inspect(body)
        self.store.put_file(facts.content, body)
        return attach_scan(
            self.device.journal, fact.subject, facts, file_name="to khai.pdf", document="Tờ khai", officer="staff-1"
        )

    def push(self) -> None:
        """Sends all events."""
        while self._pushing.step(Pace()):
            pass

    def pull(self) -> None:
        """Fetches all events."""
        self._pulling.step(0)

    def copy(self, most: int = 100) -> float | None:
        """Copies until there is nothing to do, or an exchange fails; answers what the last one said."""
        wait: float | None = 0.0
        while wait == 0.0 and (most := most - 1) >= 0:
            wait = self.copying.copy_once()
        return wait

    def progress(self, content: str = FACTS.content) -> ScanProgress | None:
        """What is noted of a file."""
        with self.device.journal.reading() as reader:
            return noted(reader.connection, reader.office, [content]).get(content)

    def through(self, line: BadLine) -> None:
        """From now on this counter speaks through `line`."""
        node = replace(self.device.node, server_url=line.url)
        self.device.line.close()
        self.device.line = type(self.device.line)(node, self.device.counters)
        self.copying = self.new_copying()

    def _count(self) -> None:
        self.moved += 1


class Counting:
    """A line that counts the pieces on it."""

    def __init__(self, line: HttpScanLine, scanner: Scanner) -> None:
        self._line, self._scanner = line, scanner

    def states(self, contents: Sequence[str]) -> tuple[ScanState, ...]:
        return self._line.states(contents)

    def send(self, content: str, number: int, piece: bytes) -> ScanState:
        self._scanner.sent.append(number)
        return self._line.send(content, number, piece)

    def fetch(self, content: str, number: int) -> bytes:
        self._scanner.fetched.append(number)
        return self._line.fetch(content, number)
