"""The heads of the queue, read once for a group of claims and then taken one after the other.

The order is that of `shared.actions.call_next`: the same three heads, the same rule. Only the reading is shared. What
one group has read and not taken is still so for the next one, as long as nothing else was written to the office.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import CompoundSelect, bindparam, literal_column, select, union_all

from shared.actions.call_next import Press
from shared.domain.queue_order import Next, choose_next
from shared.journal.asking import ask
from shared.journal.journal import Reader, Writer
from shared.journal.tables import ticket


@dataclass(frozen=True, slots=True)
class Candidate:
    """A waiting ticket (số đang chờ), not yet read: only what decides whose turn it is."""

    id: str
    issued_at: int
    priority: str | None


_WAITING = select(
    ticket.c.subject, ticket.c.issued_at, ticket.c.priority, ticket.c.line, ticket.c.target_counter
).where(ticket.c.office == bindparam("office"), ticket.c.date == bindparam("date"))
_TRANSFERRED = _WAITING.where(
    # Said so that SQLite goes by the index of those sent on to a counter, and not through everybody who waits.
    ticket.c.state + "" == "waiting",
    ticket.c.target_counter.in_(bindparam("counters", expanding=True)),
)


@cache
def _heads_of_lines(lines: int, counters: int) -> CompoundSelect[Any]:
    """The first ordinary and the first priority tickets of so many lines, in one question.

    "line_0" is the first of them and "count_0" how many are asked for, and so on. With them, if there are any
    "counters", all who were sent on to one of these.
    """
    heads = [select(_TRANSFERRED.subquery())] if counters else []
    for number in range(lines):
        of_line = _WAITING.where(
            ticket.c.state == literal_column("'waiting'"),  # as the index of those with priority says it
            ticket.c.line == bindparam(f"line_{number}"),
            ticket.c.target_counter.is_(None),
        ).limit(bindparam(f"count_{number}"))
        # Ordered by priority first, which is nothing here, because that is how the index goes.
        ordinary = of_line.where(ticket.c.priority.is_(None)).order_by(
            ticket.c.priority, ticket.c.issued_at, ticket.c.subject
        )
        priority = of_line.where(ticket.c.priority.is_not(None)).order_by(ticket.c.issued_at, ticket.c.subject)
        heads += [select(ordinary.subquery()), select(priority.subquery())]
    return union_all(*heads)


@cache
def _last_calls_of(counters: int) -> CompoundSelect[Any]:
    """The last "count" calls of so many counters ("counter_0", "counter_1", …), each counter's latest first."""
    calls = []
    for number in range(counters):
        of_counter = (
            select(ticket.c.counter, ticket.c.called_at, ticket.c.priority)
            .where(
                ticket.c.office == bindparam("office"),
                ticket.c.date == bindparam("date"),
                ticket.c.counter == bindparam(f"counter_{number}"),
                ticket.c.called_at.is_not(None),
            )
            .order_by(ticket.c.called_at.desc())
            .limit(bindparam("count"))
        )
        calls.append(select(of_counter.subquery()))
    return union_all(*calls)


_DEEPEST = 64
"""So many heads of a line are read at once, at most, however long the rush."""


@dataclass(slots=True)
class _Line:
    """Who waits in a line, as far as it was read: the first `count` of each class, all of them when there are fewer."""

    count: int
    ordinary: list[Candidate] = field(default_factory=list)
    priority: list[Candidate] = field(default_factory=list)
    taken: int = 0

    @property
    def classes(self) -> tuple[list[Candidate], list[Candidate]]:
        """Those without priority, and those with it."""
        return self.ordinary, self.priority

    def of_class(self, priority: str | None) -> list[Candidate]:
        """Those of the same class as somebody with `priority`."""
        return self.ordinary if priority is None else self.priority

    def is_enough_for(self, presses: int) -> bool:
        """Whether so many more presses find all whom they could take."""
        return self.taken + presses <= self.count or (self._is_whole(self.ordinary) and self._is_whole(self.priority))

    def _is_whole(self, heads: list[Candidate]) -> bool:
        return len(heads) + self.taken < self.count


class ClaimQueue:
    """The queue of one date as groups of presses need it."""

    def __init__(self) -> None:
        self._known_at: tuple[int, str, int] | None = None
        self._lines: dict[str, _Line] = {}
        self._transferred: dict[str, list[Candidate]] = {}
        self._streaks: dict[str, list[bool]] = {}
        self._turned_by: Writer | None = None
        self._date, self._bound = "", 0

    def turn_to(self, writer: Writer, date: str, bound: int, presses: Sequence[Press]) -> None:
        """Reads what `presses` need and is not known any more. `bound` is that of the office's fairness."""
        if self._known_at != (writer.cursor, date, bound):
            for known in (self._lines, self._transferred, self._streaks):
                known.clear()
        self._known_at, self._turned_by = None, writer
        self._date, self._bound = date, bound
        ask = _Asking(writer, date)
        wanted = Counter(line for press in presses for line in set(press.lines))
        short = {line: count for line, count in wanted.items() if not self._is_enough(line, count)}
        counters = {press.counter for press in presses}
        unknown = counters - self._transferred.keys()
        if short or unknown:
            depths = {line: self._depth(line, count) for line, count in short.items()}
            lines, transferred = ask.waiting(depths, unknown)
            self._lines |= lines
            self._transferred |= transferred
        waits = any(self._lines[line].priority for line in wanted)
        if waits and (unknown := counters - self._streaks.keys()):
            self._streaks |= ask.last_calls(unknown, bound)

    def keep(self, writer: Writer) -> None:
        """The transaction of `writer` was committed: what it read and did not take is known until the office moves on.

        Nothing is known when it was for another transaction, which has not come so far, that the queue was read.
        """
        if self._turned_by is writer:
            self._known_at = (writer.cursor, self._date, self._bound)
        self._turned_by = None

    def take(self, press: Press) -> Next[Candidate] | None:
        """The next for `press`, which then waits no longer; None when nobody waits."""
        lines = [self._lines[line] for line in press.lines]
        priority = _first([line.priority for line in lines])
        chosen = choose_next(
            transferred=_first([self._transferred[press.counter]]),
            priority=priority,
            ordinary=_first([line.ordinary for line in lines]),
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
        last = self._streaks[counter][: self._bound]
        return last.index(False) if False in last else len(last)

    def _remove(self, taken: Candidate) -> None:
        for line in self._lines.values():
            for heads in line.classes:
                if heads and heads[0].id == taken.id:
                    del heads[0]
                    line.taken += 1
        for heads in self._transferred.values():
            if heads and heads[0].id == taken.id:
                del heads[0]

    def _is_enough(self, line: str, presses: int) -> bool:
        return line in self._lines and self._lines[line].is_enough_for(presses)

    def _depth(self, line: str, presses: int) -> int:
        """As many as the presses could take; twice as many as last time while the rush goes on."""
        known = self._lines.get(line)
        return presses if known is None else max(presses, min(2 * known.count, _DEEPEST))


class _Asking:
    """The questions to the database, within the transaction of a group."""

    def __init__(self, reader: Reader, date: str) -> None:
        self._connection = reader.connection
        self._where = {"office": reader.office, "date": date}

    def waiting(
        self, depths: Mapping[str, int], counters: Iterable[str]
    ) -> tuple[dict[str, _Line], dict[str, list[Candidate]]]:
        """The heads of each line, as many of each class as `depths` says, and all who were sent on to each counter."""
        lines = {line: _Line(count) for line, count in depths.items()}
        transferred: dict[str, list[Candidate]] = {counter: [] for counter in counters}
        named: dict[str, object] = {"counters": sorted(transferred)} if transferred else {}
        for number, (line, count) in enumerate(sorted(depths.items())):
            named |= {f"line_{number}": line, f"count_{number}": count}
        rows = ask(self._connection, _heads_of_lines(len(lines), len(transferred)), {**self._where, **named})
        for subject, issued_at, priority, line, counter in rows:
            of_class = lines[line].of_class(priority) if counter is None else transferred[counter]
            of_class.append(Candidate(subject, issued_at, priority))
        for heads in (*transferred.values(), *(heads for line in lines.values() for heads in line.classes)):
            heads.sort(key=_place)
        return lines, transferred

    def last_calls(self, counters: Iterable[str], count: int) -> dict[str, list[bool]]:
        """Whether the last `count` calls of each counter were of priority tickets, the latest first."""
        found: dict[str, list[bool]] = {counter: [] for counter in counters}
        named = {f"counter_{number}": counter for number, counter in enumerate(sorted(found))}
        rows = ask(self._connection, _last_calls_of(len(found)), {**self._where, **named, "count": count}).all()
        for counter, _, priority in sorted(rows, key=_called_at, reverse=True):
            found[counter].append(priority is not None)
        return found


def _called_at(row: Sequence[Any]) -> int:
    return int(row[1])


def _place(candidate: Candidate) -> tuple[int, str]:
    return candidate.issued_at, candidate.id


def _first(heads: Sequence[Sequence[Candidate]]) -> Candidate | None:
    found = [waiting[0] for waiting in heads if waiting]
    return min(found, key=_place, default=None)
