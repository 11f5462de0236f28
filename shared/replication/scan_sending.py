"""One direction of scans: what this counter took goes to the server until the server has verified it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from shared.journal.journal import Journal
from shared.replication.database_lane import Database
from shared.replication.refusals import answer_unreadable
from shared.replication.scan_line import ScanLine
from shared.replication.scan_messages import MOST_ASKED, ScanState
from shared.scans.progress import ScanProgress, note, said_to_be_safe, to_send
from shared.scans.scan_store import ScanStore


class ScanSending:
    """Sends files, one exchange at a time. Used on one thread."""

    def __init__(self, journal: Journal, store: ScanStore, line: ScanLine, database: Database) -> None:
        self._journal = journal
        self._store = store
        self._line = line
        self._database = database
        self._file: ScanProgress | None = None
        self._missing: tuple[int, ...] = ()
        self._passed_over: set[str] = set()
        self._checked_through: str | None = ""

    def step(self) -> bool:
        """One exchange; False when there is nothing to send."""
        if self._file is not None:
            self._send_piece(self._file, self._missing[0])
            return True
        waiting = [each for each in self._load() if each.content not in self._passed_over]
        if waiting:
            self._choose(waiting[:MOST_ASKED])
            return True
        return self._check_some()

    def ask_again(self) -> None:
        """An exchange failed: what the server has is asked before anything is sent."""
        self._file = None

    def pass_over(self) -> None:
        """The server will not take the file under way now: others first."""
        if self._file is not None:
            self._passed_over.add(self._file.content)
        self._file = None

    def look_again(self) -> None:
        """Tries those that were passed over once more."""
        self._passed_over.clear()

    def _choose(self, waiting: Sequence[ScanProgress]) -> None:
        """Asks what the server has of `waiting` and takes the first of which it lacks something."""
        states = self._line.states([each.content for each in waiting])
        self._note(after for each, state in zip(waiting, states, strict=True) if (after := _seen(each, state)) != each)
        for each, state in zip(waiting, states, strict=True):
            if not state.known:
                self._passed_over.add(each.content)
            elif not state.whole and self._file is None:
                self._take(_seen(each, state), state)

    def _send_piece(self, file: ScanProgress, number: int) -> None:
        piece = self._store.read(file.content, file.size, number)
        if piece is None:
            # Damaged on this disk: what was lost here may be had again by somebody who has it.
            here = file.pieces - len(self._store.missing(file.content, file.size))
            self._note([replace(file, here=here)])
            self._file = None
            return
        state = self._line.send(file.content, number, piece)
        if not state.whole and number in state.missing:
            raise answer_unreadable()
        after = _seen(file, state)
        self._note([after])
        self._file = None
        if not state.whole:
            self._take(after, state)

    def _take(self, file: ScanProgress, state: ScanState) -> None:
        numbers = tuple(number for number in state.missing if number < file.pieces)
        if numbers:
            self._file, self._missing = file, numbers
        else:
            self._passed_over.add(file.content)

    def _check_some(self) -> bool:
        """Once a run: the server is asked whether it still has what it said it has; it may have been restored."""
        if self._checked_through is None:
            return False
        some = self._database(lambda: self._said_to_be_safe(self._checked_through or ""))
        if not some:
            self._checked_through = None
            return False
        states = self._line.states([each.content for each in some])
        gone = [_seen(each, state) for each, state in zip(some, states, strict=True) if state.known and not state.whole]
        self._note(gone)
        self._checked_through = some[-1].content
        return True

    def _load(self) -> tuple[ScanProgress, ...]:
        def work() -> tuple[ScanProgress, ...]:
            with self._journal.reading() as reader:
                return to_send(reader.connection, reader.office, MOST_ASKED + len(self._passed_over))

        return self._database(work)

    def _said_to_be_safe(self, after: str) -> tuple[ScanProgress, ...]:
        with self._journal.reading() as reader:
            return said_to_be_safe(reader.connection, reader.office, after, MOST_ASKED)

    def _note(self, files: Iterable[ScanProgress]) -> None:
        changed = list(files)

        def work() -> None:
            with self._journal.writing() as writer:
                for each in changed:
                    note(writer.connection, writer.office, each)

        if changed:
            self._database(work)


def _seen(file: ScanProgress, state: ScanState) -> ScanProgress:
    """`file` after the server has said what it has."""
    if state.whole:
        return replace(file, safe=file.pieces)
    there = file.pieces - len([number for number in state.missing if number < file.pieces])
    return replace(file, safe=min(there, file.pieces - 1) if state.known else 0)
