"""The other direction: what others wrote comes from the server in pages, with the reference data and the time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from shared.journal import tables
from shared.journal.event import Event, read_event
from shared.journal.inserting import upsert
from shared.journal.journal import Journal, Writer
from shared.journal.node import read_value, write_value
from shared.replication import log_marks
from shared.replication.database_lane import Database
from shared.replication.messages import PullAnswer, PullQuestion, ReferenceAnswer
from shared.replication.refusals import answer_unreadable
from shared.replication.sender import OwnLog
from shared.replication.server_line import Line

PULL_CURSOR = "pull_cursor"
CATCH_UP = "catch_up"
WANTED, DONE = "wanted", "done"
"""Whether everything is to be pulled anew, or has been, before a new epoch begins."""

BEGINNING = ""
"""The cursor before the first event."""

_CLOCKS_AGREE_WITHIN = timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class Pulled:
    """What a step brought. `changed`: something is new in the database; `more`: there is more to fetch at once.

    `restored`: the server counts its cursors anew, because its database was restored from a backup.
    """

    changed: bool
    more: bool
    restored: bool


class Pulling:
    """Fetches what is new for `journal`'s node, a page at a time.

    `taken` is told the events of each page, within the transaction that stores them. `run`: that of an office server.
    """

    def __init__(
        self,
        journal: Journal,
        line: Line,
        database: Database,
        taken: Callable[[Writer, Sequence[Event]], None] = lambda _writer, _events: None,
        run: str | None = None,
    ) -> None:
        self._run = run
        self._journal = journal
        self._line = line
        self._database = database
        self._taken = taken

    def step(self, wait_seconds: int) -> Pulled:
        """Asks for one page, waiting at the server for at most `wait_seconds`, and commits it with its cursor."""
        question = self._database(lambda: self._question(wait_seconds))
        answer = self._line.pull(question)
        self._set_clock(answer)
        events = self._events_of(answer)
        fresh = self._database(lambda: self._store(question, answer, events))
        if answer.reference is not None:
            reference = self._line.reference()
            self._database(lambda: self._store_reference(reference))
        return Pulled(
            changed=fresh or answer.reference is not None,
            more=answer.more,
            restored=question.after != BEGINNING and _count_of(answer.next) != _count_of(question.after),
        )

    def _question(self, wait_seconds: int) -> PullQuestion:
        with self._journal.reading() as reader:
            version = select(tables.reference.c.version).where(tables.reference.c.office == self._journal.office)
            return PullQuestion(
                after=read_value(reader.connection, PULL_CURSOR) or BEGINNING,
                wait=wait_seconds,
                have=reader.connection.execute(version).scalar() or 0,
                epoch=self._journal.epoch,
                province=log_marks.province_of(reader.connection, self._own_log()),
                run=self._run,
            )

    def _own_log(self) -> OwnLog:
        return OwnLog(self._journal.office, self._journal.device, self._journal.epoch)

    def _events_of(self, answer: PullAnswer) -> list[Event]:
        try:
            events = [read_event(body) for body in answer.events]
        except ValueError as problem:
            raise answer_unreadable() from problem
        if any(event.office != self._journal.office for event in events):
            raise answer_unreadable()
        return events

    def _store(self, question: PullQuestion, answer: PullAnswer, events: list[Event]) -> bool:
        if not events and answer.next == question.after and answer.province == question.province:
            return False
        with self._journal.writing() as writer:
            fresh = writer.take_in(events, answer.personal)
            self._taken(writer, events)
            still_here = (read_value(writer.connection, PULL_CURSOR) or BEGINNING) == question.after
            if self._journal.epoch == question.epoch:
                log_marks.set_province(writer.connection, self._own_log(), answer.province)
            if still_here and self._journal.epoch == question.epoch:
                write_value(writer.connection, PULL_CURSOR, answer.next)
                if not answer.more and read_value(writer.connection, CATCH_UP) == WANTED:
                    write_value(writer.connection, CATCH_UP, DONE)
        return bool(fresh)

    def _store_reference(self, reference: ReferenceAnswer) -> None:
        row = {"office": self._journal.office, "version": reference.version, "document": reference.document}
        with self._journal.writing() as writer:
            upsert(writer.connection, tables.reference, [row])

    def _set_clock(self, answer: PullAnswer) -> None:
        """Keeps the offset to the server's clock; differences that the line itself makes are left alone."""
        measured = answer.server_time - self._journal.clock.now()
        offset = timedelta() if abs(measured) <= _CLOCKS_AGREE_WITHIN else measured
        if abs(offset - self._journal.clock_offset) > _CLOCKS_AGREE_WITHIN or not offset:
            self._journal.clock_offset = offset


def _count_of(cursor: str) -> str:
    """By which count of the server a cursor is: the part before the point."""
    return cursor.partition(".")[0]
