"""The heads of the queue, read once for a group of claims and then taken one after the other.

The order is that of `shared.actions.call_next`: the same three heads, the same rule. Only the reading is shared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import CompoundSelect, bindparam, select, union_all

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

    @staticmethod
    def of(row: Sequence[Any]) -> Candidate:
        """The candidate in the first columns of a row."""
        subject, issued_at, priority, document = row
        return Candidate(subject, issued_at, priority, document)

    def ticket(self) -> Ticket:
        """The ticket."""
        return TICKETS.state(self.document)


_COLUMNS = (
    ticket.c.subject,
    ticket.c.issued_at,
    ticket.c.priority,
    ticket.c.document,
    ticket.c.line,
    ticket.c.target_counter,
)
_WAITING = select(*_COLUMNS).where(
    ticket.c.office == bindparam("office"),
    ticket.c.date == bindparam("date"),
    ticket.c.state == "waiting",
)
_TRANSFERRED = _WAITING.where(ticket.c.target_counter.in_(bindparam("counters", expanding=True))).order_by(
    ticket.c.issued_at, ticket.c.subject
)
_FIRST = _WAITING.limit(bindparam("count"))


@cache
def _heads_of_lines(lines: int) -> CompoundSelect[Any]:
    """The first ordinary and the first priority tickets of so many lines ("line_0", "line_1", …), in one question."""
    heads = []
    for number in range(lines):
        of_line = _FIRST.where(ticket.c.line == bindparam(f"line_{number}"), ticket.c.target_counter.is_(None))
        # Ordered by priority first, which is nothing here, because that is how the index goes.
        ordinary = of_line.where(ticket.c.priority.is_(None)).order_by(
            ticket.c.priority, ticket.c.issued_at, ticket.c.subject
        )
        priority = of_line.where(ticket.c.priority.is_not(None)).order_by(ticket.c.issued_at, ticket.c.subject)
        heads += [select(ordinary.subquery()), select(priority.subquery())]
    return union_all(*heads)


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
        self._ordinary: dict[str, list[Candidate]] = defaultdict(list)
        self._priority: dict[str, list[Candidate]] = defaultdict(list)
        self._transferred: dict[str, list[Candidate]] = defaultdict(list)
        self._streaks: dict[str, list[bool]] = {}
        self._read(presses)

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

    def _read(self, presses: Sequence[Press]) -> None:
        """Reads as many heads of each line as the presses could take, and all that were transferred to a counter."""
        lines = sorted({line for press in presses for line in press.lines})
        counters = sorted({press.counter for press in presses})
        where = {"office": self._reader.office, "date": self._date}
        execute = self._reader.connection.execute
        if lines:
            named = {f"line_{number}": line for number, line in enumerate(lines)}
            rows = execute(_heads_of_lines(len(lines)), {**where, **named, "count": len(presses)})
            for *row, line, _ in rows:
                candidate = Candidate.of(row)
                heads = self._ordinary if candidate.priority is None else self._priority
                heads[line].append(candidate)
        for *row, _, counter in execute(_TRANSFERRED, {**where, "counters": counters}):
            self._transferred[counter].append(Candidate.of(row))
        for waiting in (self._ordinary, self._priority, self._transferred):
            for found in waiting.values():
                found.sort(key=_place)


def _place(candidate: Candidate) -> tuple[int, str]:
    return candidate.issued_at, candidate.id


def _first(heads: Sequence[Sequence[Candidate]]) -> Candidate | None:
    found = [waiting[0] for waiting in heads if waiting]
    return min(found, key=_place, default=None)
