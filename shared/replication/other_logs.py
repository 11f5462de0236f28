"""What this device wrote in other epochs, for a server that was restored and has less of it than it had.

Each run asks once about every such log and sends what the server lacks. Where the server has another log under that
name, nothing is sent: this device has gone on in a new epoch for that very reason.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from shared.journal.journal import Journal
from shared.replication import log_store
from shared.replication.database_lane import Database
from shared.replication.messages import Push, PushAnswer
from shared.replication.sender import (
    LARGEST_BATCH,
    Confirmation,
    LogPlace,
    OwnLog,
    Pace,
    build_push,
    confirm,
    question,
)


class Others(Protocol):
    """The logs that a node sends beside the one it writes."""

    def step(self, pace: Pace, /) -> bool:
        """One exchange about one of them; answers whether there was anything to say."""
        ...

    def ask_again(self) -> None:
        """The server's database was restored: all of them are looked at once more."""
        ...


class OtherLogs:
    """Sends the logs of other epochs, a step at a time. `send` is the line's push."""

    def __init__(self, journal: Journal, send: Callable[[Push], PushAnswer], database: Database) -> None:
        self._journal = journal
        self._send = send
        self._database = database
        self._open: list[tuple[OwnLog, int | None]] | None = None
        """The logs still to look at, each with how far the server has it; None: not asked yet."""

    def ask_again(self) -> None:
        """Looks at all of them once more."""
        self._open = None

    def step(self, pace: Pace) -> bool:
        """One exchange about one of them; answers whether there was anything to say."""
        if self._open is None:
            self._open = [(log, None) for log in self._database(self._list)]
        if not self._open:
            return False
        log, mark = self._open[0]
        through = self._exchange(log, mark, pace)
        if through is None:
            self._open = self._open[1:]
        else:
            self._open = [(log, through), *self._open[1:]]
        return True

    def _list(self) -> list[OwnLog]:
        here = OwnLog(self._journal.office, self._journal.device, self._journal.epoch)
        with self._journal.reading() as reader:
            epochs = log_store.other_epochs(reader.connection, here)
        return [OwnLog(here.office, here.device, epoch) for epoch in epochs]

    def _exchange(self, log: OwnLog, mark: int | None, pace: Pace) -> int | None:
        """How far the server has `log` after this exchange; None when there is no more to say about it."""
        push = self._database(lambda: self._push(log, mark, pace))
        answer = self._send(push)
        confirmation, end = self._database(lambda: self._confirm(log, answer))
        if confirmation.meaning != "durable" or answer.quarantined or confirmation.through == end:
            return None
        return confirmation.through

    def _push(self, log: OwnLog, mark: int | None, pace: Pace) -> Push:
        with self._journal.reading() as reader:
            if mark is None:
                return question(log, log_store.own_head(reader.connection, log))
            place = LogPlace(mark, log_store.hash_at(reader.connection, log, mark) or "")
            return build_push(log, place, log_store.entries_after(reader.connection, log, mark, LARGEST_BATCH), pace)

    def _confirm(self, log: OwnLog, answer: PushAnswer) -> tuple[Confirmation, int]:
        """What `answer` means, noted; and where the log ends here."""
        with self._journal.writing() as writer:
            head = log_store.own_head(writer.connection, log)
            own_hash = log_store.hash_at(writer.connection, log, answer.durable_through)
            confirmation = confirm(log, head, own_hash, answer)
            if confirmation.meaning == "durable":
                log_store.set_acknowledged(writer.connection, log, confirmation.through)
            return confirmation, head.seq
