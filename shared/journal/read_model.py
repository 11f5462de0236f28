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
from shared.domain.fact import Conflict, Evolve, Order, fold, step
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


def load(connection: Connection, office: str, projection: Projection[S], subject: str) -> S | None:
    """The state of `subject`, or None."""
    wanted = {"office": office, "subject": subject}
    document = connection.execute(_document_of(projection.table), wanted).scalar()
    return None if document is None else projection.state(document)


@cache
def _document_of(table: Table) -> Select[bytes]:
    # Built once: building a statement costs more than running it.
    return select(table.c.document).where(
        table.c.office == bindparam("office"), table.c.subject == bindparam("subject")
    )


def update(connection: Connection, office: str, events: Sequence[Event]) -> None:
    """Brings the read tables up to date with `events`, which have just been written to the journal."""
    grouped: dict[str, dict[str, list[Event]]] = defaultdict(lambda: defaultdict(list))
    for event in events:
        projection = projection_of(event.kind)
        if projection is not None:
            grouped[projection.prefix][event.subject].append(event)
    for prefix, subjects in grouped.items():
        _update_projection(connection, office, PROJECTIONS[prefix], subjects)


def _update_projection(
    connection: Connection, office: str, projection: Projection[Any], subjects: Mapping[str, list[Event]]
) -> None:
    before = _stored(connection, office, projection, subjects)
    waiting = _with_earlier_events(
        connection, office, {name: subjects[name] for name in subjects if name not in before}
    )
    rows: list[Row] = []
    for subject, events in subjects.items():
        facts = sorted((event.recorded() for event in events), key=lambda fact: fact.order)
        state, through = before.get(subject, (None, _BEFORE_ALL))
        known_conflicts = () if state is None else state.conflicts
        if facts[0].order < through or subject in waiting:
            every = [event.recorded() for event in events_of(connection, office, subject)]
            state, through = fold(projection.evolve, every), max(fact.order for fact in every)
        else:
            for fact in facts:
                state = step(projection.evolve, state, fact)
            through = facts[-1].order
        if state is None:
            continue
        rows.append(projection.row(office, subject, state, through))
        if state.conflicts != known_conflicts:
            _note_conflicts(connection, office, projection.prefix, subject, state.conflicts)
    if rows:
        upsert(connection, projection.table, rows)


_BEFORE_ALL: Order = (0, "", 0, 0)


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
    connection: Connection, office: str, projection: Projection[Any], subjects: Iterable[str]
) -> dict[str, tuple[Any, Order]]:
    table = projection.table
    wanted = list(subjects)
    found: dict[str, tuple[Any, Order]] = {}
    for start in range(0, len(wanted), 500):
        some = {"office": office, "subjects": wanted[start : start + 500]}
        for subject, document, through in connection.execute(_rows_of(table), some):
            lamport, device, epoch, seq = json.loads(through)
            found[subject] = (projection.state(document), (lamport, device, epoch, seq))
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
