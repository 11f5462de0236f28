"""Copies scans between a counter and its server, piece by piece, behind everything else.

Going up: a file whose fact the server has is sent in the pieces that the server says it lacks, and counts as safe when
the server says that it has verified the whole. Coming down: a file that somebody here wants to see is fetched in the
pieces that are lacking here. Both go on where they stopped, whatever ended them: the question comes first each time.

`copy_once` makes one exchange, so that everything can be tested without a thread; `start` runs it on one. The database
is worked on in its own lane only, and never while an answer is waited for. Events go first: while any is unsent, no
piece is sent.
"""

from __future__ import annotations

import logging
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress

from shared.failures import EnvironmentFailure, Failure
from shared.journal.journal import Journal
from shared.replication.database_lane import Database
from shared.replication.refusals import ServerRefused
from shared.replication.scan_fetching import ASK_AGAIN_SECONDS, ScanFetching
from shared.replication.scan_line import ScanLine
from shared.replication.scan_sending import ScanSending
from shared.replication.sender import Pace
from shared.scans.progress import named_contents
from shared.scans.scan_store import ScanStore

_LOOK_AGAIN_SECONDS = 30.0
_STOP_SECONDS = 5.0
_log = logging.getLogger(__name__)


class ScanCopying:
    """Copies the scans of `store`.

    `chance` answers a number in [0, 1), `patience` is in seconds. `may_send` says whether no event waits to be sent.
    `changed` is told, on this thread, that it is known anew where some file is.
    """

    def __init__(
        self,
        *,
        journal: Journal,
        store: ScanStore,
        line: ScanLine,
        database: Database,
        chance: Callable[[], float],
        may_send: Callable[[], bool],
        changed: Callable[[], None],
        patience: float = ASK_AGAIN_SECONDS,
    ) -> None:
        self._journal = journal
        self._store = store
        self._database = database
        self._chance = chance
        self._may_send = may_send
        self._changed = changed
        self._sending = ScanSending(journal, store, line, database)
        self._fetching = ScanFetching(journal, store, line, database, patience)
        self._pace = Pace()
        self._stopping, self._wake, self._urgent = threading.Event(), threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None

    def want(self, content: str, size: int) -> None:
        """Somebody wants to see this file: it is fetched at once. From any thread."""
        self._fetching.want(content, size)
        self._urgent.set()
        self._wake.set()

    def ask_about(self, content: str, size: int) -> None:
        """Somebody looks at a list with this file: find out whether the server has it. From any thread."""
        if self._fetching.ask_about(content, size):
            self._wake.set()

    def wake(self) -> None:
        """Says that something was committed or sent here. From any thread."""
        self._wake.set()

    def copy_once(self) -> float | None:
        """One exchange at the most; answers the seconds until the next, None to wait until there is something."""
        try:
            more = self._step()
        except Failure as failure:
            self._failed(failure)
        except Exception as error:  # noqa: BLE001  # the boundary of the thread: copying must go on
            frames = "".join(traceback.format_tb(error.__traceback__))
            _log.error("copying scans failed: %s\n%s", type(error).__name__, frames)  # never its message
            self._pace = self._pace.after_failure()
        else:
            self._pace = self._pace.after_success()
            return 0.0 if more else None
        return self._pace.wait_seconds(self._chance())

    def sweep(self) -> int:
        """Takes away files that no fact has named for a day; answers how many. For the start of a run."""
        return self._store.sweep(lambda: self._database(self._named), self._journal.now())

    def start(self) -> None:
        """Runs until `stop`."""
        self._thread = threading.Thread(target=self._loop, name="scans", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ends now. Interrupt the line first, and call this before the database lane is closed."""
        self._stopping.set()
        self._wake.set()
        self._urgent.set()
        if self._thread is not None:
            self._thread.join(_STOP_SECONDS)

    def _step(self) -> bool:
        if self._fetching.step():
            self._tell()
            return True
        if not self._may_send():
            return False
        if self._sending.step():
            self._tell()
            return True
        return False

    def _failed(self, failure: Failure) -> None:
        if isinstance(failure, ServerRefused) and failure.status in (404, 409, 413):
            # About this file only: it is passed over until later, and the others go on.
            if not self._fetching.pass_over():
                self._sending.pass_over()
            self._tell()
        self._sending.ask_again()
        self._pace = self._pace.after_failure()

    def _tell(self) -> None:
        if not self._stopping.is_set():
            self._changed()

    def _named(self) -> frozenset[str]:
        with self._journal.reading() as reader:
            return named_contents(reader.connection, reader.office)

    def _loop(self) -> None:
        with suppress(EnvironmentFailure):
            self.sweep()
        while not self._stopping.is_set():
            wait = self.copy_once()
            if wait is None:
                self._wake.wait(_LOOK_AGAIN_SECONDS)
                self._wake.clear()
                self._sending.look_again()
            elif wait:
                self._urgent.wait(wait)
            self._urgent.clear()
