"""One direction: what this device wrote goes to its server, in order, until the server durably has it.

Each run begins with a question (how far do you have my log, and is it the same?), so that a database restored from a
backup, or cloned, finds out before it writes into a place that is taken, and goes on in a new epoch.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from shared.failures import EnvironmentFailure
from shared.journal.epochs import begin_epoch
from shared.journal.journal import Journal
from shared.journal.node import read_node, read_value, write_value
from shared.replication import log_marks, log_store
from shared.replication.database_lane import Database
from shared.replication.messages import Push, PushAnswer
from shared.replication.other_logs import OtherLogs, Others
from shared.replication.pulling import BEGINNING, CATCH_UP, DONE, PULL_CURSOR, WANTED
from shared.replication.refusals import answer_unreadable
from shared.replication.sender import (
    LARGEST_BATCH,
    Confirmation,
    LogEntry,
    LogPlace,
    OwnLog,
    Pace,
    Search,
    build_push,
    confirm,
    question,
)


class Pushing:
    """Sends the log of `journal`'s node, a step at a time. `send` is the line's push.

    `others`: the logs that it sends beside its own; by default those of its other epochs.
    """

    def __init__(
        self,
        journal: Journal,
        send: Callable[[Push], PushAnswer],
        database: Database,
        others: Others | None = None,
    ) -> None:
        self._journal = journal
        self._send = send
        self._database = database
        self._greeted = False
        self._others = others or OtherLogs(journal, send, database)

    @property
    def is_in_step(self) -> bool:
        """Whether the server is known to have the same log as far as it has it."""
        return self._greeted

    def step(self, pace: Pace) -> bool:
        """One exchange with the server; answers whether there may be more to send at once."""
        if not self._greeted:
            self._greet()
            return True
        if self._others.step(pace):
            return True
        log = self._log()
        after, entries = self._database(lambda: self._load(log))
        if not entries:
            return False
        answer = self._send(build_push(log, after, entries, pace))
        if self._record(log, answer).meaning == "diverged":
            self._greeted = False
        elif answer.quarantined:
            raise _event_refused()
        return True

    def ask_again(self) -> None:
        """The server's database was restored: it may have less than it had."""
        self._greeted = False
        self._others.ask_again()

    def begin_anew(self, after: int, leap: int) -> None:
        """This node's database was set back: it goes on `leap` epochs later, as after a restore, and compares all.

        What it has written after its event `after` may stand elsewhere under another event's name, and is moved.
        """
        log = self._log()
        known = self._database(lambda: self._acknowledged(log))
        self._database(lambda: self._begin_epoch(after, leap))
        self._database(lambda: self._set_acknowledged(log, min(known, after)))
        self.ask_again()

    def _log(self) -> OwnLog:
        return OwnLog(self._journal.office, self._journal.device, self._journal.epoch)

    def _load(self, log: OwnLog) -> tuple[LogPlace, Sequence[LogEntry]]:
        with self._journal.reading() as reader:
            mark = log_store.acknowledged(reader.connection, log)
            place = LogPlace(mark, log_store.hash_at(reader.connection, log, mark) or "")
            return place, log_store.entries_after(reader.connection, log, mark, LARGEST_BATCH)

    def _greet(self) -> None:
        log = self._log()
        answer = self._send(question(log, self._database(lambda: self._head(log))))
        if self._record(log, answer).meaning == "durable":
            self._greeted = True
        else:
            self._part_ways(log, answer)

    def _head(self, log: OwnLog) -> LogPlace:
        with self._journal.reading() as reader:
            return log_store.own_head(reader.connection, log)

    def _record(self, log: OwnLog, answer: PushAnswer) -> Confirmation:
        confirmation = self._database(lambda: self._confirm(log, answer))
        if confirmation.meaning == "unbelievable":
            raise answer_unreadable()
        return confirmation

    def _confirm(self, log: OwnLog, answer: PushAnswer) -> Confirmation:
        with self._journal.writing() as writer:
            own_head = log_store.own_head(writer.connection, log)
            own_hash = log_store.hash_at(writer.connection, log, answer.durable_through)
            confirmation = confirm(log, own_head, own_hash, answer)
            if confirmation.meaning == "durable":
                log_store.set_acknowledged(writer.connection, log, confirmation.through)
                log_marks.set_province(writer.connection, log, answer.province)
            return confirmation

    def _part_ways(self, log: OwnLog, answer: PushAnswer) -> None:
        """Goes on in a new epoch after the last event that both sides have.

        First everything is pulled anew: what is here and not on the server may stand there under another epoch.
        """
        if self._database(self._wants_to_catch_up):
            raise _comparing()
        agreed = self._last_common(log, answer.durable_through)
        self._database(lambda: self._begin_epoch(agreed))

    def _wants_to_catch_up(self) -> bool:
        with self._journal.writing() as writer:
            state = read_value(writer.connection, CATCH_UP)
            if not state:
                write_value(writer.connection, CATCH_UP, WANTED)
                write_value(writer.connection, PULL_CURSOR, BEGINNING)
            return state != DONE

    def _last_common(self, log: OwnLog, durable_through: int) -> int:
        head = self._database(lambda: self._head(log))
        search = Search(0, min(head.seq, durable_through) + 1)
        while (probe := search.probe) is not None:
            place = LogPlace(probe, self._database(lambda seq=probe: self._hash(log, seq)))  # type: ignore[misc]
            search = search.learned(probe, self._send(question(log, place)).agrees)
        return search.agreed

    def _hash(self, log: OwnLog, seq: int) -> str:
        with self._journal.reading() as reader:
            return log_store.hash_at(reader.connection, log, seq) or ""

    def _acknowledged(self, log: OwnLog) -> int:
        with self._journal.reading() as reader:
            return log_store.acknowledged(reader.connection, log)

    def _set_acknowledged(self, log: OwnLog, through: int) -> None:
        with self._journal.writing() as writer:
            log_store.set_acknowledged(writer.connection, log, through)

    def _begin_epoch(self, agreed: int, leap: int = 1) -> None:
        with self._journal.writing() as writer:
            node = read_node(writer.connection)
            write_value(writer.connection, PULL_CURSOR, BEGINNING)
            write_value(writer.connection, CATCH_UP, "")
        if node is not None:
            begin_epoch(self._journal, node, agreed, leap)


def _event_refused() -> EnvironmentFailure:
    return EnvironmentFailure(
        "server_refused",
        "Máy chủ không nhận một sự việc của máy này vì nó bị hỏng. Dữ liệu vẫn được giữ; hãy báo người quản trị.",
        "The server did not take an entry of this machine because it is damaged. It is kept; tell the administrator.",
    )


def _comparing() -> EnvironmentFailure:
    return EnvironmentFailure(
        "comparing",
        "Đang đối chiếu dữ liệu với máy chủ. Dữ liệu vẫn an toàn trên máy này.",
        "The data is being compared with the server's. It is safe on this machine.",
    )
