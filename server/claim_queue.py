"""The heads of the queue, read once for a group of claims and then taken one after the other.

The order is that of `shared.actions.call_next`: the same three heads, the same rule. Only the reading is shared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from shared.actions.call_next import Press
from shared.domain.queue_order import Next, choose_next
from shared.domain.ticket import Ticket
from shared.journal.journal import Reader
from shared.journal.read_model import TICKETS
from shared.journal.tables import ticket


@dataclass(frozen=True, slots=True)
class Candidate:
    """A waiting ticket (số đang chờ), not yet read whole."""

    id: str
    issued_at: int
    priority: str | None
    document: bytes

    def ticket(self) -> Ticket:
        """The ticket."""
        return TICKETS.state(self.document)


_WAITING = (
    select(ticket.c.subject, ticket.c.issued_at, ticket.c.priority, ticket.c.document)
    .where(
        ticket.c.office == bindparam("office"),
        ticket.c.date == bindparam("date"),
        ticket.c.state == "waiting",
    )
    .limit(bindparam("count"))
)
_OF_LINE = _WAITING.where(ticket.c.line == bindparam("line"), ticket.c.target_counter.is_(None))
# Ordered by priority first, which is nothing here, because that is how the index goes.
_ORDINARY = _OF_LINE.where(ticket.c.priority.is_(None)).order_by(
    ticket.c.priority, ticket.c.issued_at, ticket.c.subject
)
_PRIORITY = _OF_LINE.where(ticket.c.priority.is_not(None)).order_by(ticket.c.issued_at, ticket.c.subject)
_TRANSFERRED = _WAITING.where(ticket.c.target_counter == bindparam("counter")).order_by(
    ticket.c.issued_at, ticket.c.subject
)
_CALLED = (
    select(ticket.c.priority)
    .where(
        ticket.c.office == bindparam("office"),
        ticket.c.date == bindparam("date"),
        ticket.c.counter == bindparam("counter"),
        ticket.c.called_at.is_not(None),
    )
    .order_by(ticket.c.called_at.desc())
    .limit(bindparam("count"))
)


class ClaimQueue:
    """The queue of one date as a group of `presses` needs it. Reads each line and counter once."""

    def __init__(self, reader: Reader, date: str, bound: int, presses: Sequence[Press]) -> None:
        self._reader = reader
        self._date = date
        self._bound = bound
        count = len(presses)
        lines = {line for press in presses for line in press.lines}
        counters = {press.counter for press in presses}
        self._ordinary = {line: self._read(_ORDINARY, count, line=line) for line in lines}
        self._priority = {line: self._read(_PRIORITY, count, line=line) for line in lines}
        self._transferred = {counter: self._read(_TRANSFERRED, count, counter=counter) for counter in counters}
        self._streaks: dict[str, list[bool]] = {}

    def take(self, press: Press) -> Next[Candidate] | None:
        """The next for `press`, which then waits no longer; None when nobody waits."""
        priority = _first([self._priority[line] for line in press.lines])
        chosen = choose_next(
            transferred=_first([self._transferred[press.counter]]),
            priority=priority,
            ordinary=_first([self._ordinary[line] for line in press.lines]),
            priority_streak=0 if priority is None else self._streak(press.counter),
            bound=self._bound,
        )
        if chosen is not None:
            self._remove(chosen.ticket)
            if press.counter in self._streaks:
                self._streaks[press.counter].insert(0, chosen.ticket.priority is not None)
        return chosen

    def _streak(self, counter: str) -> int:
        """How many of the counter's last calls were of priority tickets, counted up to the bound."""
        if counter not in self._streaks:
            values = {"office": self._reader.office, "date": self._date, "counter": counter, "count": self._bound}
            called = self._reader.connection.execute(_CALLED, values).scalars()
            self._streaks[counter] = [priority is not None for priority in called]
        last = self._streaks[counter][: self._bound]
        return last.index(False) if False in last else len(last)

    def _remove(self, taken: Candidate) -> None:
        for heads in (self._ordinary, self._priority, self._transferred):
            for waiting in heads.values():
                if waiting and waiting[0].id == taken.id:
                    del waiting[0]

    def _read(self, query: object, count: int, **where: str) -> list[Candidate]:
        values = {"office": self._reader.office, "date": self._date, "count": count, **where}
        rows = self._reader.connection.execute(query, values)  # type: ignore[call-overload]
        return [Candidate(*row) for row in rows]


def _first(heads: Sequence[Sequence[Candidate]]) -> Candidate | None:
    found = [waiting[0] for waiting in heads if waiting]
    return min(found, key=lambda candidate: (candidate.issued_at, candidate.id), default=None)
