"""How the office is doing today: what the team leader's view asks of the read tables.

Everything is asked by its date, so that a day costs the same whether the journal holds one year or ten.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import bindparam, func, select

from shared.domain.fact import Conflict
from shared.journal.deadline_queries import IS_OPEN, count_late_at_agencies
from shared.journal.journal import Reader
from shared.journal.read_model import PROJECTIONS, milliseconds
from shared.journal.tables import conflict, dossier, rating, ticket

_TICKETS_OF_DAY = select(ticket.c.document).where(
    ticket.c.office == bindparam("office"), ticket.c.date == bindparam("date")
)
_OLDEST_WAITING = (
    select(ticket.c.line, func.min(ticket.c.issued_at))
    .where(ticket.c.office == bindparam("office"), ticket.c.date == bindparam("date"), ticket.c.state == "waiting")
    .group_by(ticket.c.line)
)
_SCORES = (
    select(rating.c.score, func.count())
    .where(rating.c.office == bindparam("office"), rating.c.at >= bindparam("since"))
    .group_by(rating.c.score)
)
_RECEIVED = select(dossier.c.document).where(
    dossier.c.office == bindparam("office"), dossier.c.received_at >= bindparam("since")
)
_RETURNED = select(dossier.c.due_at, dossier.c.returned_at).where(
    dossier.c.office == bindparam("office"), dossier.c.returned_at >= bindparam("since")
)
_OVERDUE = (
    select(func.count())
    .select_from(dossier)
    .where(dossier.c.office == bindparam("office"), IS_OPEN, dossier.c.due_at < bindparam("now"))
)
_CONFLICTS = (
    select(conflict.c.subject, conflict.c.code, conflict.c.kind)
    .where(conflict.c.office == bindparam("office"))
    .order_by(conflict.c.subject.desc(), conflict.c.code)
    .limit(bindparam("at_most"))
)


@dataclass(frozen=True, slots=True)
class Visit:
    """One number of a day (lượt khách): its first line, when it was given, and when it was called, if it was."""

    line: str
    issued_at: datetime
    first_called_at: datetime | None


@dataclass(frozen=True, slots=True)
class DossiersToday:
    """The dossiers of a day (hồ sơ trong ngày): received by each officer (id), returned, returned late, overdue now.

    `agencies_late`: those for which another agency is late now.
    """

    received: Mapping[str, int]
    returned: int
    returned_late: int
    overdue: int
    agencies_late: int = 0


def visits_of(reader: Reader, date: str) -> tuple[Visit, ...]:
    """Every number of the business date `date`, in the order of issue; what only stood in for a number is left out."""
    rows = reader.connection.execute(_TICKETS_OF_DAY, {"office": reader.office, "date": date}).scalars()
    # Three fields are wanted of some hundred states: reading them whole would take ten times as long.
    states = [json.loads(document) for document in rows]
    visits = [
        Visit(
            str(each["label"])[:1],
            datetime.fromisoformat(each["issued_at"]),
            datetime.fromisoformat(each["first_called_at"]) if each["first_called_at"] else None,
        )
        for each in states
        if not (each.get("read_at") and each.get("slip"))
    ]
    return tuple(sorted(visits, key=lambda visit: visit.issued_at))


def oldest_waiting(reader: Reader, date: str) -> Mapping[str, datetime]:
    """For each line in which somebody waits: since when the one who has waited longest."""
    rows = reader.connection.execute(_OLDEST_WAITING, {"office": reader.office, "date": date})
    return {str(line): datetime.fromtimestamp(since / 1000, UTC) for line, since in rows}


def scores_since(reader: Reader, since: datetime) -> Mapping[int, int]:
    """How many ratings gave each score since an instant; never by whom or about whom."""
    rows = reader.connection.execute(_SCORES, {"office": reader.office, "since": milliseconds(since)})
    return {int(score): int(count) for score, count in rows}


def dossiers_today(reader: Reader, since: datetime, now: datetime) -> DossiersToday:
    """What was received and returned since the day began, and what is overdue now."""
    values = {"office": reader.office, "since": milliseconds(since)}
    received: dict[str, int] = {}
    for document in reader.connection.execute(_RECEIVED, values).scalars():
        officer = str(json.loads(document)["received_by"])
        received[officer] = received.get(officer, 0) + 1
    returned = [(due, at) for due, at in reader.connection.execute(_RETURNED, values)]
    overdue = reader.connection.execute(_OVERDUE, {"office": reader.office, "now": milliseconds(now)}).scalar_one()
    late = sum(due is not None and at > due for due, at in returned)
    return DossiersToday(received, len(returned), late, int(overdue), count_late_at_agencies(reader, now))


def open_conflicts(reader: Reader, at_most: int) -> tuple[tuple[str, str, object, Conflict], ...]:
    """Conflicts that nobody has settled: (prefix, subject, state, conflict), the latest subjects first."""
    rows = reader.connection.execute(_CONFLICTS, {"office": reader.office, "at_most": at_most})
    found: list[tuple[str, str, object, Conflict]] = []
    for subject, code, prefix in rows:
        projection = PROJECTIONS.get(prefix)
        state = reader.state(projection, subject) if projection else None
        if state is not None:
            found += [(prefix, subject, state, each) for each in state.conflicts if each.code == code][:1]
    return tuple(found)
