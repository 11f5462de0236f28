"""Read tables: the folded state of every subject, kept in the same transaction as the events.

A new event that comes after everything folded so far is one step of `evolve`. A late one, whose place in the order is
earlier, makes its subject be folded again from all its events. Either way the row equals the fold; `verify` checks it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import Connection, Select, Table, bindparam, delete, func, insert, select

from shared.domain import appointment, desk, dossier, handover, machine, rating, ticket
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
    kind: type[S]
    columns: Callable[[S], Row]

    @cached_property
    def adapter(self) -> TypeAdapter[S]:
        """Writes and reads the state as JSON; made when it is first wanted, because making it costs time and room."""
        return TypeAdapter(self.kind)

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
        "holder": state.holder,
        "served": _served(state.services),
        "served_at": milliseconds(state.services[-1].ended_at) if state.services else None,
    }


def _served(services: Sequence[ticket.Service]) -> str | None:
    if not services:
        return None
    minutes = ((each.ended_at - each.called_at).total_seconds() / 60 for each in services)
    return json.dumps([[each.line, round(took, 3)] for each, took in zip(services, minutes, strict=True)])


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


def _appointment_columns(state: appointment.Appointment) -> Row:
    return {"code": state.code, "line": state.line, "state": state.state, "at": milliseconds(state.at)}


def _machine_columns(state: machine.Machine) -> Row:
    return {"printer": state.printer}


TICKETS = Projection("ticket", tables.ticket, ticket.evolve, ticket.Ticket, _ticket_columns)
DESKS = Projection("desk", tables.desk, desk.evolve, desk.Desk, _desk_columns)
DOSSIERS = Projection("dossier", tables.dossier, dossier.evolve, dossier.Dossier, _dossier_columns)
HANDOVERS = Projection("handover", tables.handover, handover.evolve, handover.Handover, _handover_columns)
RATINGS = Projection("rating", tables.rating, rating.evolve, rating.Rating, _rating_columns)
APPOINTMENTS = Projection(
    "appointment",
    tables.appointment,
    appointment.evolve,
    appointment.Appointment,
    _appointment_columns,
)
MACHINES = Projection("machine", tables.machine, machine.evolve, machine.Machine, _machine_columns)

PROJECTIONS: Mapping[str, Projection[Any]] = {
    projection.prefix: projection
    for projection in (TICKETS, DESKS, DOSSIERS, HANDOVERS, RATINGS, APPOINTMENTS, MACHINES)
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


def update(connection: Connection, office: str, events: Sequence[Event], before: int, known: Known) -> None:
    """Brings the read tables, and `known`, up to date with `events`, which have just been written to the journal.

    `before` is the office's cursor before them.
    """
    grouped: dict[str, dict[str, list[Event]]] = defaultdict(lambda: defaultdict(list))
    for event in events:
        projection = projection_of(event.kind)
        if projection is not None:
            grouped[projection.prefix][event.subject].append(event)
    for prefix, subjects in grouped.items():
        place = _Place(connection, office, before)
        _update_projection(place, PROJECTIONS[prefix], subjects, known)


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


def _update_projection(
    place: _Place, projection: Projection[Any], subjects: Mapping[str, list[Event]], known: Known
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
        rows.append(projection.row(place.office, subject, state, through))
        if state.conflicts != known_conflicts:
            _note_conflicts(place.connection, place.office, projection.prefix, subject, state.conflicts)
    if rows:
        upsert(place.connection, projection.table, rows)


def _before(
    place: _Place, projection: Projection[Any], subjects: Iterable[str], known: Known
) -> dict[str, Folded[Any]]:
    """The states that `subjects` had, those that the transaction does not know yet from the table."""
    found = {name: known[projection.prefix, name] for name in subjects if (projection.prefix, name) in known}
    unknown = [name for name in subjects if name not in found]
    return found | _stored(place.connection, place.office, projection, unknown)


def _begun_by_others(place: _Place, subjects: Iterable[str]) -> set[str]:
    """Those of `subjects`, which have no row yet, of which events came before the one that begins them."""
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


def refold_everything(connection: Connection) -> None:
    """Folds every subject of every office again: after a migration, whose software may fold otherwise than before."""
    event = tables.event
    subjects = connection.execute(
        select(event.c.office, event.c.subject, func.min(event.c.kind)).group_by(event.c.office, event.c.subject)
    ).all()
    for office, subject, kind in subjects:
        refold(connection, office, {subject: kind})


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


_EVENTS_OF = select(tables.event.c.body).where(_IN_OFFICE, tables.event.c.subject == bindparam("subject"))


def events_of(connection: Connection, office: str, subject: str) -> list[Event]:
    """Every event about `subject` that this node has, in their order."""
    bodies = connection.execute(_EVENTS_OF, {"office": office, "subject": subject}).scalars()
    events = [read_event(bytes(body)) for body in bodies]
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
