"""What an office server brings to the central one: the logs of its building's devices, each in its own order.

The central server's high-water mark is the truth for every one of them. A log that it refuses is passed over and keeps
no other waiting.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from shared.journal.journal import Journal
from shared.replication import log_marks, log_store
from shared.replication.database_lane import Database
from shared.replication.log_marks import LogState
from shared.replication.messages import Push, PushAnswer
from shared.replication.other_logs import OtherLogs
from shared.replication.refusals import ServerRefused, answer_unreadable
from shared.replication.sender import LARGEST_BATCH, LogPlace, OwnLog, Pace, build_push, question

_REFUSED = (400, 403)
_log = logging.getLogger(__name__)


class CarriedLogs:
    """Sends the logs of devices, after those that this node itself wrote in other epochs. `send` is the line's push.

    `run` names this run of the office server, as no other one does. `unknown_there` is told when the central server may
    not know a device of the building.
    """

    def __init__(
        self,
        journal: Journal,
        send: Callable[[Push], PushAnswer],
        database: Database,
        run: str,
        unknown_there: Callable[[], None] = lambda: None,
    ) -> None:
        self._run = run
        self._unknown_there = unknown_there
        self._journal = journal
        self._send = send
        self._database = database
        self._own = OtherLogs(journal, send, database)
        self._unasked: list[OwnLog] | None = None
        """Logs about which the central server must be asked first; None: all of them, as in each new run: it may have
        been restored, and this run's predecessor have noticed and ended."""
        self._passed_over: set[OwnLog] = set()
        self._last: OwnLog | None = None

    def ask_again(self) -> None:
        """The central server's database was restored: it may have less of every log than it had."""
        self._own.ask_again()
        self.ask_about_all()
        self._unknown_there()

    def ask_about_all(self) -> None:
        """The central server knows more devices of the building than it did: every log is asked about once more."""
        self._unasked = None
        self._passed_over.clear()

    def step(self, pace: Pace) -> bool:
        """One exchange about one log; answers whether there was anything to say."""
        if self._own.step(pace):
            return True
        unasked = self._unasked
        if unasked is None:
            unasked = self._unasked = [state.log for state in self._database(self._states)]
        if unasked:
            log = unasked[-1]
            self._exchange(log, self._database(lambda: self._question(log)))
            if self._unasked is unasked:
                self._unasked = unasked[:-1]
            return True
        waiting = [state for state in self._database(self._states) if state.seq > state.acknowledged]
        chosen = self._next([state for state in waiting if state.log not in self._passed_over])
        if chosen is None:
            return False
        self._last = chosen.log
        self._exchange(chosen.log, self._database(lambda: self._push(chosen, pace)))
        return True

    def _states(self) -> list[LogState]:
        with self._journal.reading() as reader:
            return log_marks.carried_logs(reader.connection, self._journal.office, self._journal.device)

    def _next(self, waiting: Sequence[LogState]) -> LogState | None:
        """The one whose turn it is: after the last one, in their order."""
        if not waiting:
            return None
        last = self._last
        later = [state for state in waiting if last is not None and _place(state.log) > _place(last)]
        return (later or waiting)[0]

    def _question(self, log: OwnLog) -> Push:
        with self._journal.reading() as reader:
            return question(log, log_store.own_head(reader.connection, log))

    def _push(self, state: LogState, pace: Pace) -> Push:
        log, mark = state.log, state.acknowledged
        with self._journal.reading() as reader:
            place = LogPlace(mark, log_store.hash_at(reader.connection, log, mark) or "")
            return build_push(log, place, log_store.entries_after(reader.connection, log, mark, LARGEST_BATCH), pace)

    def _exchange(self, log: OwnLog, push: Push) -> None:
        try:
            answer = self._send(replace(push, run=self._run))
        except ServerRefused as refused:
            if refused.status not in _REFUSED:
                raise
            _log.error("the central server refuses the log of %s in epoch %d", log.device, log.epoch)
            self._passed_over.add(log)
            self._unknown_there()
            return
        if (answer.device, answer.epoch) != (log.device, log.epoch):
            raise answer_unreadable()
        if answer.quarantined:
            _log.error("the central server refuses an event of %s in epoch %d", log.device, log.epoch)
            self._passed_over.add(log)
        if not self._database(lambda: self._record(log, answer)):
            _log.error("the log of %s in epoch %d has two branches", log.device, log.epoch)

    def _record(self, log: OwnLog, answer: PushAnswer) -> bool:
        """Notes how far the central server has `log`; False, and the log stopped, when it has another one."""
        with self._journal.writing() as writer:
            through = _through(writer.connection, log, answer)
            if through is None:
                log_marks.stop_log(writer.connection, log)
                return False
            log_store.set_acknowledged(writer.connection, log, through)
            return True


def _through(connection: Connection, log: OwnLog, answer: PushAnswer) -> int | None:
    """How far both have the same log; None when they differ.

    The central server may have more than is here when this database was restored: the rest comes by pull.
    """
    if answer.outcome == "fork":
        return None
    head = log_store.own_head(connection, log)
    if answer.durable_through > head.seq:
        return head.seq if answer.agrees else None
    same = log_store.hash_at(connection, log, answer.durable_through) == answer.head
    return answer.durable_through if same else None


def _place(log: OwnLog) -> tuple[str, int]:
    return log.device, log.epoch
