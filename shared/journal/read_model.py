"""Read tables: the folded state of every subject, kept in the same transaction as the events.

A new event that comes after everything folded so far is one step of `evolve`. A late one, whose place in the order is
earlier, makes its subject be folded again from all its events. Either way the row equals the fold; `verify` checks it.

What is folded stands in `shared.journal.projections` and can be had from here too.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, select

from shared.domain.fact import Conflict, Order, Recorded, fold, step
from shared.journal import tables
from shared.journal.asking import ask
from shared.journal.event import Event, read_event
from shared.journal.inserting import change, upsert
from shared.journal.projections import (
    APPOINTMENTS,
    ATTACHMENTS,
    CONSIGNMENTS,
    DELIVERIES,
    DESKS,
    DOSSIERS,
    FORMS,
    HANDOVERS,
    MACHINES,
    PAYMENTS,
    PROJECTIONS,
    RATINGS,
    TICKETS,
    Projection,
    Row,
    milliseconds,
    projection_of,
)

__all__ = [
    "APPOINTMENTS",
    "ATTACHMENTS",
    "CONSIGNMENTS",
    "DELIVERIES",
    "DESKS",
    "DOSSIERS",
    "FORMS",
    "HANDOVERS",
    "MACHINES",
    "PAYMENTS",
    "PROJECTIONS",
    "RATINGS",
    "TICKETS",
    "Changes",
    "Folded",
    "Known",
    "Projection",
    "Row",
    "changes_by",
    "events_of",
    "load_each",
    "milliseconds",
    "projection_of",
    "refold",
    "refold_everything",
]

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Folded(Generic[S]):
    """The state of a subject and the place in the order through which it is folded."""

    state: S
    through: Order
    stands: bool = True
    """Whether its row says so in every column; not when a program of the release before has written it last."""


Known = dict[tuple[str, str], Folded[Any]]
"""What a transaction has read or folded already, by (prefix, subject), so that it is read once."""


def load_each(
    connection: Connection, office: str, projection: Projection[S], subjects: Sequence[str]
) -> dict[str, Folded[S]]:
    """The folded states of `subjects` by their ids, in no order; those that are not here are left out."""
    found, older = _load(connection, office, projection, subjects)
    if older:
        for subject, facts in _whole_histories(connection, office, older).items():
            state = fold(projection.evolve, facts)
            if state is not None:
                found[subject] = Folded(state, facts[-1].order, stands=False)
    return found


def _load(
    connection: Connection, office: str, projection: Projection[S], subjects: Sequence[str]
) -> tuple[dict[str, Folded[S]], list[str]]:
    """What the rows of `subjects` say, and those whose row a program of the release before has written last.

    What that one did not know is missing in its state, so nothing may be folded on from there.
    """
    found: dict[str, Folded[S]] = {}
    older: list[str] = []
    for start in range(0, len(subjects), 500):
        some = {"office": office, "subjects": list(subjects[start : start + 500])}
        for subject, document, through, counted_through in ask(connection, _rows_of(projection), some):
            if counted_through != through:
                older.append(subject)
                continue
            lamport, device, epoch, seq = json.loads(through)
            found[subject] = Folded(projection.state(document), (lamport, device, epoch, seq))
    return found, older


@dataclass(slots=True)
class Changes:
    """What new events change in the read tables: computed first, written afterwards."""

    office: str
    rows: list[tuple[Projection[Any], list[Row]]] = field(default_factory=list)
    """Whole rows, of subjects new here or folded again."""
    columns: dict[tuple[str, tuple[str, ...]], list[Row]] = field(default_factory=lambda: defaultdict(list))
    """Rows of which only some columns are other than they stand, by prefix and those columns."""
    conflicts: list[tuple[str, dict[str, Sequence[Conflict]]]] = field(default_factory=list)

    def write(self, connection: Connection) -> None:
        """Writes the rows and the conflicts; reads nothing."""
        for projection, rows in self.rows:
            upsert(connection, projection.table, rows)
        for (prefix, changed), rows in self.columns.items():
            change(connection, PROJECTIONS[prefix].table, changed, rows)
        for prefix, conflicts in self.conflicts:
            _note_conflicts(connection, self.office, prefix, conflicts)


def changes_by(connection: Connection, office: str, events: Sequence[Event], before: int, known: Known) -> Changes:
    """What `events` change, which are not in the journal yet or were just written to it; brings `known` up to date.

    `before` is the office's cursor before them.
    """
    grouped: dict[str, dict[str, list[Event]]] = defaultdict(lambda: defaultdict(list))
    for event in events:
        projection = projection_of(event.kind)
        if projection is not None:
            grouped[projection.prefix][event.subject].append(event)
    changes = Changes(office)
    for prefix, subjects in grouped.items():
        _fold_in(_Place(connection, office, before), PROJECTIONS[prefix], subjects, known, changes)
    return changes


_IN_OFFICE = tables.event.c.office + "" == bindparam("office")
"""Said so that SQLite goes by the index of the subject and not through the whole office by the primary key."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an update happens: the events up to cursor `before` were there already."""

    connection: Connection
    office: str
    before: int

    def in_groups(self, subjects: Iterable[str]) -> Iterator[Mapping[str, object]]:
        """The parameters of the statements below, for some hundred subjects at a time."""
        names = sorted(subjects)
        for start in range(0, len(names), 500):
            yield {"office": self.office, "before": self.before, "subjects": names[start : start + 500]}


def _fold_in(
    place: _Place,
    projection: Projection[Any],
    subjects: Mapping[str, list[Event]],
    known: Known,
    changes: Changes,
) -> None:
    earlier = _before(place, projection, subjects, known)
    new_facts = {
        subject: sorted((event.recorded() for event in events), key=lambda fact: fact.order)
        for subject, events in subjects.items()
    }
    late = {name for name, folded in earlier.items() if new_facts[name][0].order < folded.through}
    late |= _begun_by_others(place, [name for name in subjects if name not in earlier])
    histories = _histories(place, late)
    rows: list[Row] = []
    conflicts: dict[str, Sequence[Conflict]] = {}
    for subject, facts in new_facts.items():
        folded = earlier.get(subject)
        state = None if folded is None else folded.state
        known_conflicts = () if state is None else state.conflicts
        if subject in late:
            facts, state = sorted([*histories[subject], *facts], key=lambda fact: fact.order), None
        for fact in facts:
            state = step(projection.evolve, state, fact)
        if state is None:
            continue
        through = facts[-1].order
        known[projection.prefix, subject] = Folded(state, through)
        row = projection.row(place.office, subject, state, through)
        if folded is not None and folded.stands:
            changes.columns[projection.prefix, projection.changed(folded.state, row)].append(row)
        else:
            rows.append(row)
        if state.conflicts != known_conflicts:
            conflicts[subject] = state.conflicts
    if rows:
        changes.rows.append((projection, rows))
    if conflicts:
        changes.conflicts.append((projection.prefix, conflicts))


def _before(
    place: _Place, projection: Projection[Any], subjects: Iterable[str], known: Known
) -> dict[str, Folded[Any]]:
    """The states that `subjects` had, those that the transaction does not know yet from the table.

    Those that an older program has folded last are left out, as if they had no row yet.
    """
    found = {name: known[projection.prefix, name] for name in subjects if (projection.prefix, name) in known}
    unknown = [name for name in subjects if name not in found]
    return found | _load(place.connection, place.office, projection, unknown)[0]


def _begun_by_others(place: _Place, subjects: Iterable[str]) -> set[str]:
    """Those of `subjects`, which have no row to go on from, of which there are events already."""
    found: set[str] = set()
    for some in place.in_groups(subjects):
        found |= set(place.connection.execute(_SUBJECTS_BEFORE, some).scalars())
    return found


def _histories(place: _Place, late: Iterable[str]) -> Mapping[str, list[Recorded]]:
    """The facts that were there already of each of `late`."""
    histories: dict[str, list[Recorded]] = defaultdict(list)
    for some in place.in_groups(late):
        for subject, body in place.connection.execute(_EVENTS_BEFORE, some):
            histories[subject].append(read_event(bytes(body)).recorded())
    return histories


_THEIRS_BEFORE = (
    _IN_OFFICE
    & tables.event.c.subject.in_(bindparam("subjects", expanding=True))
    & (tables.event.c.cursor <= bindparam("before"))
)
_SUBJECTS_BEFORE = select(tables.event.c.subject).where(_THEIRS_BEFORE).distinct()
_EVENTS_BEFORE = select(tables.event.c.subject, tables.event.c.body).where(_THEIRS_BEFORE)


def refold(connection: Connection, office: str, subjects: Mapping[str, str]) -> None:
    """Folds `subjects` (with a kind of one of their events) again from all their events.

    What was counted of the office is thrown away: it was counted from how they were folded before.
    """
    connection.execute(delete(tables.figures).where(tables.figures.c.office == office))
    grouped: dict[str, list[str]] = defaultdict(list)
    for subject, kind in subjects.items():
        projection = projection_of(kind)
        if projection is not None:
            grouped[projection.prefix].append(subject)
    for prefix, names in grouped.items():
        for start in range(0, len(names), _AT_ONCE):
            _refold_some(connection, office, PROJECTIONS[prefix], names[start : start + _AT_ONCE])


_AT_ONCE = 500
"""So many subjects are folded again with one question and one answer to the database."""


def _refold_some(connection: Connection, office: str, projection: Projection[Any], names: Sequence[str]) -> None:
    rows: list[Row] = []
    conflicts: dict[str, Sequence[Conflict]] = {}
    for subject, facts in _whole_histories(connection, office, names).items():
        state = fold(projection.evolve, facts)
        if state is not None:
            rows.append(projection.row(office, subject, state, facts[-1].order))
            conflicts[subject] = state.conflicts
    if rows:
        upsert(connection, projection.table, rows)
        _note_conflicts(connection, office, projection.prefix, conflicts)


def _whole_histories(connection: Connection, office: str, subjects: Sequence[str]) -> Mapping[str, list[Recorded]]:
    """All facts of each of `subjects`, of which there are not many at once, in their order."""
    histories: dict[str, list[Recorded]] = defaultdict(list)
    for subject, body in connection.execute(_EVENTS_OF_SOME, {"office": office, "subjects": subjects}):
        histories[subject].append(read_event(bytes(body)).recorded())
    return {subject: sorted(facts, key=lambda fact: fact.order) for subject, facts in histories.items()}


def refold_everything(connection: Connection) -> None:
    """Folds every subject of every office again: after a migration, whose software may fold otherwise than before."""
    event = tables.event
    subjects = connection.execute(
        select(event.c.office, event.c.subject, func.min(event.c.kind)).group_by(event.c.office, event.c.subject)
    ).all()
    of_office: dict[str, dict[str, str]] = defaultdict(dict)
    for office, subject, kind in subjects:
        of_office[office][subject] = kind
    for office, theirs in of_office.items():
        refold(connection, office, theirs)


@cache
def _rows_of(projection: Projection[Any]) -> Select[str, bytes, str, str]:
    row = projection.table.c
    counted_through = row.counted_through if projection.tells_older else row.through
    return select(row.subject, row.document, row.through, counted_through).where(
        row.office == bindparam("office"), row.subject.in_(bindparam("subjects", expanding=True))
    )


_EVENTS_OF_SOME = select(tables.event.c.subject, tables.event.c.body).where(
    _IN_OFFICE, tables.event.c.subject.in_(bindparam("subjects", expanding=True))
)
_EVENTS_OF = select(tables.event.c.body).where(_IN_OFFICE, tables.event.c.subject == bindparam("subject"))


def events_of(connection: Connection, office: str, subject: str) -> list[Event]:
    """Every event about `subject` that this node has, in their order."""
    bodies = connection.execute(_EVENTS_OF, {"office": office, "subject": subject}).scalars()
    events = [read_event(bytes(body)) for body in bodies]
    return sorted(events, key=lambda event: (event.lamport, event.device, event.epoch, event.seq))


def _note_conflicts(
    connection: Connection, office: str, prefix: str, conflicts: Mapping[str, Sequence[Conflict]]
) -> None:
    """Lists the conflicts of each subject in `conflicts`, and no others of theirs."""
    table = tables.conflict
    connection.execute(delete(table).where(table.c.office == office, table.c.subject.in_(list(conflicts))))
    rows = [
        {
            "office": office,
            "subject": subject,
            "code": conflict.code,
            "kind": prefix,
            "vi": conflict.vi,
            "en": conflict.en,
        }
        for subject, theirs in conflicts.items()
        for conflict in {each.code: each for each in theirs}.values()
    ]
    if rows:
        connection.execute(insert(table), rows)
