"""The other direction of scans: what somebody here wants to see comes from the server, and is believed when whole."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict

from shared.journal.journal import Journal
from shared.replication.database_lane import Database
from shared.replication.scan_line import ScanLine
from shared.replication.scan_messages import MOST_ASKED, ScanState
from shared.scans.pieces import pieces_of
from shared.scans.progress import ScanProgress, note
from shared.scans.scan_store import ScanStore

ASK_AGAIN_SECONDS = 10.0
"""How soon the server is asked again about a file that it had not all of."""


class ScanFetching:
    """Fetches files, one exchange at a time, the last one wanted first. `step` is used on one thread."""

    def __init__(
        self,
        journal: Journal,
        store: ScanStore,
        line: ScanLine,
        database: Database,
        patience: float = ASK_AGAIN_SECONDS,
    ) -> None:
        self._journal = journal
        self._store = store
        self._line = line
        self._database = database
        self._lock = threading.Lock()
        self._wanted: OrderedDict[str, int] = OrderedDict()
        self._questions: OrderedDict[str, int] = OrderedDict()
        self._patience = patience
        self._answered: set[str] = set()
        self._asked_at: dict[str, float] = {}
        self._at_the_server: set[str] = set()
        self._under_way: str | None = None

    def want(self, content: str, size: int) -> None:
        """Puts a file before all others."""
        with self._lock:
            self._wanted[content] = size
            self._wanted.move_to_end(content)

    def ask_about(self, content: str, size: int) -> bool:
        """Notes the question whether the server has a file; False when that is known, or was asked just now."""
        now = time.monotonic()
        with self._lock:
            lately = self._asked_at.get(content)
            if content in self._answered or (lately is not None and now - lately < self._patience):
                return False
            self._asked_at[content] = now
            self._questions[content] = size
            return True

    def step(self) -> bool:
        """One exchange; False when nobody wants anything."""
        with self._lock:
            wanted = next(reversed(self._wanted.items()), None)
            asked = dict(list(self._questions.items())[:MOST_ASKED])
        if wanted is not None:
            self._fetch(*wanted)
            return True
        if asked:
            self._ask(asked)
            return True
        return False

    def pass_over(self) -> bool:
        """The server does not give the file under way: whoever wants it has to want it again. False when none is."""
        if self._under_way is None:
            return False
        self._let_go(self._under_way)
        return True

    def _fetch(self, content: str, size: int) -> None:
        missing = self._store.missing(content, size)
        self._under_way = content
        if missing and content not in self._at_the_server:
            state = self._line.states([content])[0]
            self._note(content, size, state)
            if not state.whole:
                self._let_go(content)
            self._at_the_server.add(content)
        elif missing:
            piece = self._line.fetch(content, missing[0])
            try:
                self._store.put(content, size, missing[0], piece)
            except ValueError:
                self._let_go(content)
                return
            missing = missing[1:]
            self._note(content, size)
        if not missing:
            self._store.verify(content, size)
            self._note(content, size)
            self._let_go(content)

    def _ask(self, asked: dict[str, int]) -> None:
        states = self._line.states(list(asked))
        for state in states:
            self._note(state.content, asked[state.content], state)
        with self._lock:
            for content in asked:
                self._questions.pop(content, None)
            self._answered |= {state.content for state in states if state.whole}

    def _let_go(self, content: str) -> None:
        with self._lock:
            self._wanted.pop(content, None)
        self._at_the_server.discard(content)
        self._under_way = None

    def _note(self, content: str, size: int, state: ScanState | None = None) -> None:
        """Notes how much is here, and what the server has said it has; a file that is fetched is whole there."""
        pieces = pieces_of(size)
        here = pieces - len(self._store.missing(content, size))
        there = pieces if state is None or state.whole else min(pieces - len(state.missing), pieces - 1)
        progress = ScanProgress(content, size, pieces, here, max(there, 0) if state is None or state.known else 0)

        def work() -> None:
            with self._journal.writing() as writer:
                note(writer.connection, writer.office, progress)

        self._database(work)
