"""The journal of one office on one node: everything that happens is written here, and nothing else is the truth.

`writing()` is one transaction: the events, the read tables and the numbers used stand or fall together. Print, speak
and show only after it has ended without an error. Transactions never stay open across HTTP.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import Connection, Engine, bindparam, insert, select, tuple_, update

from shared.clock import Clock
from shared.domain.fact import Data, Fact
from shared.identities import Identities
from shared.journal import read_model, tables
from shared.journal.asking import ask
from shared.journal.engine import WRITING, failures_in_words, one_view, sent_together
from shared.journal.event import GENESIS, Event, Position, sha256, to_json, write_event
from shared.journal.inserting import insert_new, run_for_each, upsert
from shared.journal.read_model import Projection

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class PersonalRecord:
    """What is personal about an event (dữ liệu cá nhân), kept apart from it under the hash of its bytes."""

    hash: str
    body: bytes


class Reader:
    """A consistent view of one office's tables, for as long as the transaction lasts."""

    def __init__(self, connection: Connection, office: str) -> None:
        self.connection = connection
        self.office = office

    def state(self, projection: Projection[S], subject: str) -> S | None:
        """The folded state of `subject`."""
        return self.states(projection, (subject,)).get(subject)

    def states(self, projection: Projection[S], subjects: Sequence[str]) -> Mapping[str, S]:
        """The folded states of `subjects` by their ids, in the order asked; those that are not here are left out."""
        found = read_model.load_each(self.connection, self.office, projection, subjects)
        return {subject: found[subject].state for subject in subjects if subject in found}


_LARGEST_LEAP = 1_000_000_000
"""An office of 500,000 dossiers a year writes some five million events; a machine away for a century still fits."""


class Writer(Reader):
    """A writing transaction: it holds the office's lock from its first moment, reads what is committed, appends."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        super().__init__(connection, journal.office)
        self._journal = journal
        self._cursor, self._lamport = lock_office(connection, journal.office)
        self._known: read_model.Known = {}
        self._numbers: dict[str, int] = {}
        self._last_of_all: list[Callable[[Connection], object]] = []
        self.now = journal.now()

    @property
    def cursor(self) -> int:
        """The office's cursor: that of the last event here, this transaction's own included."""
        return self._cursor

    def states(self, projection: Projection[S], subjects: Sequence[str]) -> Mapping[str, S]:
        """The same, what this transaction has done included; what it has read once it does not read again."""
        prefix, known = projection.prefix, self._known
        unknown = [subject for subject in subjects if (prefix, subject) not in known]
        if unknown:
            found = read_model.load_each(self.connection, self.office, projection, unknown)
            known.update(((prefix, subject), folded) for subject, folded in found.items())
        return {subject: known[prefix, subject].state for subject in subjects if (prefix, subject) in known}

    @property
    def furthest(self) -> int:
        """The highest place in the order that is believed of another machine's event."""
        return self._lamport + _LARGEST_LEAP

    def append(self, actor: str, facts: Sequence[Fact]) -> list[Event]:
        """Writes `facts` as this node's next events and brings the read tables up to date.

        ValueError, and nothing written, when a fact holds what no event can: a float that is no number, broken text.
        """
        return self.append_each([(actor, fact) for fact in facts])

    def append_each(self, facts: Sequence[tuple[str, Fact]]) -> list[Event]:
        """The same for facts that each have an actor of their own."""
        if not facts:
            return []
        if self._journal.authority is not None:
            for actor, kind in dict.fromkeys((actor, fact.kind) for actor, fact in facts):
                self._journal.authority(self, actor, kind)
        seq, previous = log_head(self.connection, self.office, self._journal.device, self._journal.epoch)
        lamport = self._lamport
        events: list[Event] = []
        personal = [None if fact.personal is None else self._salted(fact.personal) for _, fact in facts]
        for (actor, fact), record in zip(facts, personal, strict=True):
            seq, lamport = seq + 1, lamport + 1
            position = Position(self.office, self._journal.device, self._journal.epoch, seq, previous, lamport)
            events.append(write_event(position, self.now, actor, fact, record.hash if record else None))
            previous = events[-1].hash
        changes = read_model.changes_by(self.connection, self.office, events, self._cursor, self._known)
        with sent_together(self.connection):
            store_personal(self.connection, self.office, [record for record in personal if record is not None])
            self.record(events)
            set_log_head(self.connection, events[-1])
            changes.write(self.connection)
        return events

    def hear(self, lamport: int) -> None:
        """What is written from now on comes after `lamport`, which another machine's paper told.

        A leap that no office makes is not believed: it would put this machine's events far behind everybody's.
        """
        if lamport <= self.furthest:
            self._lamport = max(self._lamport, lamport)

    def take_in(self, events: Sequence[Event], personal: Sequence[PersonalRecord] = ()) -> list[Event]:
        """Stores events that other devices wrote, each once for ever; answers those that were new."""
        fresh = _not_yet_here(self.connection, self.office, events)
        self.take_in_new(fresh, personal)
        return fresh

    def take_in_new(self, events: Sequence[Event], personal: Sequence[PersonalRecord] = ()) -> None:
        """The same for events that the caller knows not to be here: those after the head of their log."""
        store_personal(self.connection, self.office, personal)
        if events:
            self._follow_own(events)
            changes = read_model.changes_by(self.connection, self.office, events, self._cursor, self._known)
            with sent_together(self.connection):
                self.record(events)
                changes.write(self.connection)

    def next_number(
        self, series: str, rule: Callable[[int | None], int], taken: Callable[[int], bool] = lambda _: False
    ) -> int:
        """The next number of `series`: `rule` answers it from the last one used (None at first) or refuses.

        A number that is `taken` already is passed over: a restored backup remembers an earlier last number than its
        own events, which came back from the server, have used.
        """
        last = self._numbers.get(series)
        if last is None:
            last = self.connection.execute(_LAST_NUMBER, {"office": self.office, "series": series}).scalar()
        number = rule(last)
        while taken(number):
            number = rule(number)
        self._numbers[series] = number
        return number

    def before_commit(self, write: Callable[[Connection], object]) -> None:
        """`write` is done last of all: for what nothing in this transaction reads. It reads nothing either."""
        self._last_of_all.append(write)

    def end(self) -> None:
        """Does what was left for the end, the last number used of each series among it: once, however many were."""
        rows = [{"office": self.office, "series": series, "last": last} for series, last in self._numbers.items()]
        if rows:
            self.before_commit(lambda connection: upsert(connection, tables.number_used, rows))
        if self._last_of_all:
            with sent_together(self.connection):
                for write in self._last_of_all:
                    write(self.connection)

    def record(self, events: Sequence[Event]) -> None:
        """Writes the bytes of `events`, which are not here yet, at the office's next cursors; nothing else."""
        insert_events(self.connection, events, self._cursor)
        self._cursor += len(events)
        self._lamport = max(self._lamport, *(event.lamport for event in events))
        set_office(self.connection, self.office, self._cursor, self._lamport)

    def _follow_own(self, fresh: Sequence[Event]) -> None:
        """A restored device that gets later events of its own epoch back goes on after them, not over them."""
        own = (self._journal.device, self._journal.epoch)
        mine = [event for event in fresh if (event.device, event.epoch) == own]
        head = log_head(self.connection, self.office, *own) if mine else None
        for event in mine:
            if (event.seq - 1, event.previous) == head:
                set_log_head(self.connection, event)
                head = (event.seq, event.hash)

    def _salted(self, data: Data) -> PersonalRecord:
        # The salt keeps the hash from being tried against all twelve-digit numbers.
        body = to_json({"salt": self._journal.identities.token(), **data})
        return PersonalRecord(sha256(body), body)


Authority = Callable[[Reader, str, str], None]
"""Raises a Refusal unless the actor may write an event of the kind: (reader, actor, kind)."""


class Journal:
    """The journal of `office` as this node (`device`, `epoch`) reads and writes it."""

    def __init__(
        self,
        engine: Engine,
        *,
        office: str,
        device: str,
        epoch: int,
        clock: Clock,
        identities: Identities,
    ) -> None:
        self.engine = engine
        self._to_write = engine.execution_options(**WRITING)
        self.office = office
        self.device = device
        self.epoch = epoch
        self.clock = clock
        self.identities = identities
        self.authority: Authority | None = None
        """Asked before a fact is written, within its transaction: raises a Refusal when its actor may not write it."""
        self.clock_offset = timedelta()
        """What to add to this machine's clock to agree with the server's."""

    def now(self) -> datetime:
        """The present instant, corrected by the measured offset to the server."""
        return self.clock.now() + self.clock_offset

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """A reading transaction."""
        with one_view(self.engine) as connection:
            yield Reader(connection, self.office)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """A writing transaction: committed when the block ends without an error, otherwise as if never begun."""
        with (
            failures_in_words(),
            self._to_write.connect() as connection,
            connection.begin(),
        ):
            writer = Writer(connection, self)
            yield writer
            writer.end()


# These statements are built once: building one costs more than running it.
_OFFICE = (
    select(tables.office.c.cursor, tables.office.c.lamport)
    .where(tables.office.c.office == bindparam("office"))
    .with_for_update()
)
_LAST_NUMBER = select(tables.number_used.c.last).where(
    tables.number_used.c.office == bindparam("office"), tables.number_used.c.series == bindparam("series")
)
_SET_OFFICE = (
    update(tables.office)
    .where(tables.office.c.office == bindparam("of_office"))
    .values(cursor=bindparam("to_cursor"), lamport=bindparam("to_lamport"))
)
_LOG_HEAD = select(tables.log.c.seq, tables.log.c.hash).where(
    tables.log.c.office == bindparam("office"),
    tables.log.c.device == bindparam("device"),
    tables.log.c.epoch == bindparam("epoch"),
)


_INSERT_EVENT = insert(tables.event)


def lock_office(connection: Connection, office: str) -> tuple[int, int]:
    """Takes the office's row lock; answers (cursor, lamport). The row is made at first use."""
    row = ask(connection, _OFFICE, {"office": office}).one_or_none()
    if row is None:
        insert_new(connection, tables.office, [{"office": office, "cursor": 0, "lamport": 0}])
        row = connection.execute(_OFFICE, {"office": office}).one()
    return int(row[0]), int(row[1])


def set_office(connection: Connection, office: str, cursor: int, lamport: int) -> None:
    """Moves the office on to `cursor` and `lamport`; the caller holds the office's row lock."""
    ask(connection, _SET_OFFICE, {"of_office": office, "to_cursor": cursor, "to_lamport": lamport})


def log_head(connection: Connection, office: str, device: str, epoch: int) -> tuple[int, str]:
    """The seq and hash of the last event that this node appended to, or received of, a log; (0, `GENESIS`) at first."""
    row = ask(connection, _LOG_HEAD, {"office": office, "device": device, "epoch": epoch}).one_or_none()
    return (0, GENESIS) if row is None else (int(row[0]), str(row[1]))


def set_log_head(connection: Connection, event: Event) -> None:
    """Makes `event` the head of its device's log."""
    row = {
        "office": event.office,
        "device": event.device,
        "epoch": event.epoch,
        "seq": event.seq,
        "hash": event.hash,
        "acknowledged": 0,
        "state": "open",
    }
    upsert(connection, tables.log, [row], changed=("seq", "hash"))


def insert_events(connection: Connection, events: Sequence[Event], cursor: int) -> None:
    """Writes the bytes of `events` to the journal at the cursors after `cursor`."""
    run_for_each(
        connection,
        _INSERT_EVENT,
        [
            {
                "office": event.office,
                "device": event.device,
                "epoch": event.epoch,
                "seq": event.seq,
                "cursor": cursor + place,
                "lamport": event.lamport,
                "subject": event.subject,
                "kind": event.kind,
                "personal": event.personal,
                "hash": event.hash,
                "body": event.body,
            }
            for place, event in enumerate(events, start=1)
        ],
    )


def store_personal(connection: Connection, office: str, records: Sequence[PersonalRecord]) -> None:
    """Keeps personal records; one that is there already, or was erased, stays as it is."""
    if records:
        rows = [{"office": office, "hash": record.hash, "body": record.body} for record in records]
        insert_new(connection, tables.personal, rows)


def _not_yet_here(connection: Connection, office: str, events: Sequence[Event]) -> list[Event]:
    table = tables.event
    known: set[tuple[str, int, int]] = set()
    for start in range(0, len(events), 300):
        keys = [(event.device, event.epoch, event.seq) for event in events[start : start + 300]]
        query = select(table.c.device, table.c.epoch, table.c.seq).where(
            table.c.office == office, tuple_(table.c.device, table.c.epoch, table.c.seq).in_(keys)
        )
        known |= {(device, epoch, seq) for device, epoch, seq in connection.execute(query)}
    fresh: list[Event] = []
    for event in events:
        key = (event.device, event.epoch, event.seq)
        if key not in known:
            known.add(key)
            fresh.append(event)
    return fresh
