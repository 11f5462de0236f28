"""The scans of the building: on to the central server, behind all events; and back, when somebody wants one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress

from sqlalchemy import select

from server.scans import Scans
from shared.failures import EnvironmentFailure
from shared.journal import tables
from shared.journal.journal import Journal
from shared.replication.database_lane import Database
from shared.replication.log_marks import count_unsent
from shared.replication.scan_copying import ScanCopying
from shared.replication.scan_line import HttpScanLine
from shared.replication.server_line import ServerLine
from shared.scans.pieces import pieces_of
from shared.scans.progress import ScanProgress, note, noted

_STOP_SECONDS = 5.0


class CarriedScans:
    """Copies the scans of `scans` for the office of `journal`. Attributes: `copying`."""

    def __init__(
        self, journal: Journal, scans: Scans, line: ServerLine, database: Database, chance: Callable[[], float]
    ) -> None:
        self._journal = journal
        self._store = scans.store(journal.office)
        self._database = database
        self.copying = ScanCopying(
            journal=journal,
            store=self._store,
            line=HttpScanLine(line),
            database=database,
            chance=chance,
            may_send=self._all_events_are_sent,
            changed=lambda: None,
        )
        self._beginning = threading.Thread(target=self._begin, name="scans-here", daemon=True)

    def start(self) -> None:
        """Copies until `stop`."""
        self._beginning.start()
        self.copying.start()

    def stop(self) -> None:
        """Ends now. Interrupt the line first."""
        self.copying.stop()
        self._beginning.join(_STOP_SECONDS)

    def is_whole_here(self, content: str, size: int) -> None:
        """Notes that a counter has sent all of a file, so that it goes on to the central server. From any thread."""
        self._database(lambda: self._note(content, size))
        self.copying.wake()

    def want(self, content: str, size: int) -> None:
        """A counter asks for a file that is not here: the central server may have it from elsewhere."""
        self.copying.want(content, size)

    def note_what_is_here(self) -> None:
        """Notes the files that are whole here and not noted: a run may have ended between the two."""
        for content, size in self._database(self._unnoted):
            if self._store.is_whole(content, size):
                self.is_whole_here(content, size)

    def _begin(self) -> None:
        with suppress(EnvironmentFailure):
            self.note_what_is_here()

    def _all_events_are_sent(self) -> bool:
        def work() -> bool:
            with self._journal.reading() as reader:
                return count_unsent(reader.connection, reader.office) == 0

        return self._database(work)

    def _note(self, content: str, size: int) -> None:
        with self._journal.writing() as writer:
            known = noted(writer.connection, writer.office, [content]).get(content)
            pieces = pieces_of(size)
            safe = known.safe if known else 0
            note(writer.connection, writer.office, ScanProgress(content, size, pieces, pieces, safe))

    def _unnoted(self) -> list[tuple[str, int]]:
        named, known = tables.attachment, tables.attachment_content
        here = (known.c.office == named.c.office) & (known.c.content == named.c.content)
        query = (
            select(named.c.content, named.c.size)
            .select_from(named.outerjoin(known, here))
            .where(named.c.office == self._journal.office, known.c.content.is_(None))
            .distinct()
        )
        with self._journal.reading() as reader:
            return [(str(content), int(size)) for content, size in reader.connection.execute(query)]
