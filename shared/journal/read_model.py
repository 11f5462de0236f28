"""Read tables: the folded state of every subject, kept in the same transaction as the events.

A new event that comes after everything folded so far is one step of `evolve`. A late one, whose place in the order is
earlier, makes its subject be folded again from all its events. Either way the row equals the fold; `verify` checks it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import Connection, Select, Table, bindparam, delete, func, insert, select

from shared.domain import desk, dossier, handover, rating, ticket
from shared.domain.fact import Conflict, Evolve, Order, Recorded, fold, step
from shared.journal import tables
from shared.journal.event import Event, read_event
from shared.journal.inserting import upsert

S = TypeVar("S")
Row = dict[str, object]


def milliseconds(instant: datetime) -> int:
    """Unix milliseconds of an instant: how instants stand in the tables."""
    return round(instant.timestamp() * 1000)


def _optional_milliseconds(instant: datetime | None) -> int | None:
    return None if instant is None else milliseconds(instant)


@dataclass(frozen=True)
class Projection(Generic[S]):
    """How the subjects of one prefix ("ticket.…") are folded and where their state is kept."""

    prefix: str
    table: Table
    evolve: Evolve[S]
    adapter: TypeAdapter[S]
    columns: Callable[[S], Row]

    def row(self, office: str, subject: str, state: S, through: Order) -> Row:
        """The whole row of a subject."""
        return {
            "office": office,
            "subject": subject,
            "document": self.adapter.dump_json(state),
            "through": json.dumps(through),
            **self.columns(state),
        }

    def state(self, document: bytes) -> S:
        """The state that a row's document holds."""
        return self.adapter.validate_json(document)


def _ticket_columns(state: ticket.Ticket) -> Row:
    return {
        "date": state.date,
        "line": state.line,
        "state": state.state,
        "priority": state.priority,
        "counter": state.counter,
        "target_counter": state.target_counter,
        "issued_at": milliseconds(state.issued_at),
        "called_at": _optional_milliseconds(state.called_at),
        "ended_at": _optional_milliseconds(state.ended_at),
        "label": state.label,
        "token": state.token,
    }


def _desk_columns(state: desk.Desk) -> Row:
    return {"counter": state.counter, "state": state.state, "opened_at": milliseconds(state.opened_at)}


def _dossier_columns(state: dossier.Dossier) -> Row:
    return {
        "code": state.code,
        "token": state.token,
        "procedure": state.procedure,
        "stage": state.stage,
        "holder": state.holder,
        "received_at": milliseconds(state.received_at),
        "due_at": _optional_milliseconds(state.due_at),
        "form_number": state.form_number,
    }


def _handover_columns(state: handover.Handover) -> Row:
    return {
        "number": state.number,
        "giver": state.giver,
        "receiver": state.receiver,
        "state": state.state,
        "offered_at": milliseconds(state.offered_at),
    }


def _rating_columns(state: rating.Rating) -> Row:
    return {
        "about": state.about,
        "about_id": state.about_id,
        "score": state.score,
        "at": milliseconds(state.at),
    }


TICKETS = Projection("ticket", tables.ticket, ticket.evolve, TypeAdapter(ticket.Ticket), _ticket_columns)
DESKS = Projection("desk", tables.desk, desk.evolve, TypeAdapter(desk.Desk), _desk_columns)
DOSSIERS = Projection("dossier", tables.dossier, dossier.evolve, TypeAdapter(dossier.Dossier), _dossier_columns)
HANDOVERS = Projection("handover", tables.handover, handover.evolve, TypeAdapter(handover.Handover), _handover_columns)
RATINGS = Projection("rating", tables.rating, rating.evolve, TypeAdapter(rating.Rating), _rating_columns)

PROJECTIONS: Mapping[str, Projection[Any]] = {
    projection.prefix: projection for projection in (TICKETS, DESKS, DOSSIERS, HANDOVERS, RATINGS)
}
"""Every kind of subject that this version folds. Events of other kinds are kept and forwarded, not folded."""


def projection_of(kind: str) -> Projection[Any] | None:
    """The projection that folds events of `kind`, or None for a kind that this version does not know."""
    return PROJECTIONS.get(kind.partition(".")[0])


@dataclass(frozen=True, slots=True)
class Folded(Generic[S]):
    """The state of a subject and the place in the order through which it is folded."""

    state: S
    through: Order


Known = dict[tuple[str, str], Folded[Any]]
"""What a transaction has read or folded already, by (prefix, subject), so that it is read once."""


def load(connection: Connection, office: str, projection: Projection[S], subject: str) -> Folded[S] | None:
    """The folded state of `subject`, or None."""
    return _stored(connection, office, projection, [subject]).get(subject)


def update(connection: Connection, office: str, events: Sequence[Event], known: Known) -> None:
    """Brings the read tables, and `known`, up to date with `events`, which have just been written to the journal."""
    grouped: dict[str, dict[str, list[Event]]] = defaultdict(lambda: defaultdict(list))
    for event in events:
        projection = projection_of(event.kind)
        if projection is not None:
            grouped[projection.prefix][event.subject].append(event)
    for prefix, subjects in grouped.items():
        _update_projection(connection, office, PROJECTIONS[prefix], subjects, known)


def _update_projection(
    connection: Connection, office: str, projection: Projection[Any], subjects: Mapping[str, list[Event]], known: Known
) -> None:
    before = _before(connection, office, projection, subjects, known)
    new_facts = {
        subject: sorted((event.recorded() for event in events), key=lambda fact: fact.order)
        for subject, events in subjects.items()
    }
    late = {name for name, folded in before.items() if new_facts[name][0].order < folded.through}
    late |= _with_earlier_events(connection, office, {name: subjects[name] for name in subjects if name not in before})
    histories = _histories(connection, office, late, subjects)
    rows: list[Row] = []
    for subject, facts in new_facts.items():
        folded = before.get(subject)
        state = None if folded is None else folded.state
        known_conflicts = () if state is None else state.conflicts
        if subject in late:
            facts, state = histories[subject], None
        for fact in facts:
            state = step(projection.evolve, state, fact)
        if state is None:
            continue
        through = facts[-1].order
        known[projection.prefix, subject] = Folded(state, through)
        rows.append(projection.row(office, subject, state, through))
        if state.conflicts != known_conflicts:
            _note_conflicts(connection, office, projection.prefix, subject, state.conflicts)
    if rows:
        upsert(connection, projection.table, rows)


def _before(
    connection: Connection, office: str, projection: Projection[Any], subjects: Iterable[str], known: Known
) -> dict[str, Folded[Any]]:
    """The states that `subjects` had, those that the transaction does not know yet from the table."""
    found = {name: known[projection.prefix, name] for name in subjects if (projection.prefix, name) in known}
    return found | _stored(connection, office, projection, [name for name in subjects if name not in found])


def _histories(
    connection: Connection, office: str, late: Iterable[str], at_hand: Mapping[str, list[Event]]
) -> dict[str, list[Recorded]]:
    """All facts of each of `late`, in their order; the events at hand are not read a second time."""
    names = sorted(late)
    read = {event.hash: event for name in names for event in at_hand[name]}
    histories: dict[str, list[Recorded]] = {name: [] for name in names}
    for start in range(0, len(names), 500):
        some = {"office": office, "subjects": names[start : start + 500]}
        for subject, found, body in connection.execute(_EVENTS_OF, some):
            event = read.get(found) or read_event(bytes(body))
            histories[subject].append(event.recorded())
    for history in histories.values():
        history.sort(key=lambda fact: fact.order)
    return histories


_EVENTS_OF = select(tables.event.c.subject, tables.event.c.hash, tables.event.c.body).where(
    tables.event.c.office == bindparam("office"),
    tables.event.c.subject.in_(bindparam("subjects", expanding=True)),
)


def _with_earlier_events(connection: Connection, office: str, subjects: Mapping[str, list[Event]]) -> set[str]:
    """Those of `subjects`, which have no row yet, of which events came before the one that begins them."""
    found: set[str] = set()
    names = list(subjects)
    for start in range(0, len(names), 500):
        some = {"office": office, "subjects": names[start : start + 500]}
        counts = connection.execute(_COUNT_OF_EVENTS, some)
        found |= {name for name, count in counts if count > len(subjects[name])}
    return found


_COUNT_OF_EVENTS = (
    select(tables.event.c.subject, func.count())
    .where(
        tables.event.c.office == bindparam("office"),
        tables.event.c.subject.in_(bindparam("subjects", expanding=True)),
    )
    .group_by(tables.event.c.subject)
)


def refold(connection: Connection, office: str, subjects: Mapping[str, str]) -> None:
    """Folds `subjects` (with a kind of one of their events) again from all their events."""
    for subject, kind in subjects.items():
        projection = projection_of(kind)
        if projection is None:
            continue
        facts = [event.recorded() for event in events_of(connection, office, subject)]
        state = fold(projection.evolve, facts)
        if state is not None:
            through = max(fact.order for fact in facts)
            upsert(connection, projection.table, [projection.row(office, subject, state, through)])
            _note_conflicts(connection, office, projection.prefix, subject, state.conflicts)


def _stored(
    connection: Connection, office: str, projection: Projection[S], subjects: Sequence[str]
) -> dict[str, Folded[S]]:
    found: dict[str, Folded[S]] = {}
    for start in range(0, len(subjects), 500):
        some = {"office": office, "subjects": subjects[start : start + 500]}
        for subject, document, through in connection.execute(_rows_of(projection.table), some):
            lamport, device, epoch, seq = json.loads(through)
            found[subject] = Folded(projection.state(document), (lamport, device, epoch, seq))
    return found


@cache
def _rows_of(table: Table) -> Select[str, bytes, str]:
    return select(table.c.subject, table.c.document, table.c.through).where(
        table.c.office == bindparam("office"), table.c.subject.in_(bindparam("subjects", expanding=True))
    )


def events_of(connection: Connection, office: str, subject: str) -> list[Event]:
    """Every event about `subject` that this node has, in their order."""
    query = select(tables.event.c.body).where(tables.event.c.office == office, tables.event.c.subject == subject)
    events = [read_event(bytes(body)) for (body,) in connection.execute(query)]
    return sorted(events, key=lambda event: (event.lamport, event.device, event.epoch, event.seq))


def _note_conflicts(
    connection: Connection, office: str, prefix: str, subject: str, conflicts: Sequence[Conflict]
) -> None:
    table = tables.conflict
    connection.execute(delete(table).where(table.c.office == office, table.c.subject == subject))
    by_code = {conflict.code: conflict for conflict in conflicts}
    if by_code:
        connection.execute(
            insert(table),
            [
                {
                    "office": office,
                    "subject": subject,
                    "code": conflict.code,
                    "kind": prefix,
                    "vi": conflict.vi,
                    "en": conflict.en,
                }
                for conflict in by_code.values()
            ],
        )
