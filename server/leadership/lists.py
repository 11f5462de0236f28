"""The dossiers behind a number, page by page, without anything personal."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, get_args

from sqlalchemy import ColumnElement, Connection, and_, func, select, tuple_

from server.reports.counts import in_progress, late_at
from shared.clock import business_date
from shared.domain.reports.period import Period
from shared.journal.projections import milliseconds
from shared.journal.tables import dossier

What = Literal["received", "solved", "early", "on_time", "late", "open", "open_in_time", "open_late", "stuck"]
WHATS: tuple[What, ...] = get_args(What)
PER_PAGE = 50

_MANY: tuple[What, ...] = ("received", "solved", "early", "on_time")
"""Lists that are long: office after office, in each the newest first. The others are sorted by their limit."""

_Key = tuple[str, str]
"""An office and a subject in it."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A dossier of a list. `limit_at`: the legal limit, None where none runs; `late`: how far past it, None: not.

    `stage`, `holder` and `transit_to` are those of the present, whichever period is looked at.
    """

    office: str
    code: str
    procedure: str
    received_at: datetime
    limit_at: datetime | None
    solved_at: datetime | None
    stage: str
    holder: str
    transit_to: str | None
    late: timedelta | None

    @property
    def days_late(self) -> int:
        """On how many later dates than that of its limit; 0 when it was exceeded on the same day, or not."""
        if self.late is None or self.limit_at is None:
            return 0
        return (business_date(self.limit_at + self.late) - business_date(self.limit_at)).days


@dataclass(frozen=True, slots=True)
class DossierList:
    """A page of `PER_PAGE` dossiers at most, of `total` in all."""

    dossiers: tuple[Listed, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is of: the dossiers of `offices` that are counted as `what` in `period`, of one field or of all.

    `stuck`: those that are, as (office, subject), the longest first, where it is them that are listed.
    """

    offices: Sequence[str]
    what: What
    period: Period
    field: str | None = None
    stuck: Sequence[_Key] = ()


def dossier_list(connection: Connection, asked: Asked, page: int, now: datetime) -> DossierList:
    """The `page`th page (from 1) of what is asked for."""
    first = (page - 1) * PER_PAGE
    if asked.what in _MANY:
        total, keys = _of_many(connection, asked, first)
        return DossierList(_listed(connection, keys, now), total)
    found = asked.stuck if asked.what == "stuck" else _by_limit(connection, asked)
    return DossierList(_listed(connection, found[first : first + PER_PAGE], now), len(found))


def what_of(text: str) -> What:
    """The kind of list of that name; what was received for anything else."""
    return next((each for each in WHATS if each == text), "received")


def _of_many(connection: Connection, asked: Asked, first: int) -> tuple[int, Sequence[_Key]]:
    """How many there are, and the keys of a page: only the offices that it falls into are looked at."""
    row, condition = dossier.c, _in_period(asked)
    newest = row.received_at if asked.what == "received" else row.solved_at
    counted = select(row.office, func.count()).where(row.office.in_(asked.offices), condition).group_by(row.office)
    counts = {str(office): int(count) for office, count in connection.execute(counted)}
    keys: list[_Key] = []
    before = 0
    for office in asked.offices:
        skipped, wanted = max(first - before, 0), PER_PAGE - len(keys)
        before += counts.get(office, 0)
        if before <= first or not wanted:
            continue
        query = select(row.subject).where(row.office == office, condition).order_by(newest.desc(), row.subject)
        keys += [(office, subject) for subject in connection.execute(query.limit(wanted).offset(skipped)).scalars()]
    return sum(counts.values()), keys


def _by_limit(connection: Connection, asked: Asked) -> list[_Key]:
    """The keys of what was solved late or is in progress: the limit that is longest past first, no limit last."""
    row, ends = dossier.c, milliseconds(asked.period.end)
    conditions = (_in_period(asked),) if asked.what == "late" else _still_open(asked, ends)
    found: list[tuple[int | None, str, str]] = []
    for condition in conditions:
        query = select(row.limit_at, row.office, row.subject, row.terms).where(row.office.in_(asked.offices), condition)
        for limit, office, subject, terms in connection.execute(query):
            if terms is None or asked.what in ("late", "open") or late_at(terms, ends) == (asked.what == "open_late"):
                found.append((limit, office, subject))
    found.sort(key=lambda each: (each[0] is None, each))
    return [(office, subject) for _, office, subject in found]


def _in_period(asked: Asked) -> ColumnElement[bool]:
    row = dossier.c
    begins, ends = milliseconds(asked.period.start), milliseconds(asked.period.end)
    if asked.what == "received":
        within = and_(row.received_at >= begins, row.received_at < ends)
    else:
        within = and_(row.solved_at >= begins, row.solved_at < ends)
    if asked.what in ("early", "on_time", "late"):
        within &= row.solved == asked.what
    return within if asked.field is None else within & (row.field == asked.field)


def _still_open(asked: Asked, ends: int) -> tuple[ColumnElement[bool], ...]:
    """What was in progress just before `ends`; of those whose limit changed on the way, all."""
    row, parts = dossier.c, in_progress(ends)
    if asked.field is not None:
        parts = (parts[0] & (row.field == asked.field), parts[1] & (row.field == asked.field))
    if asked.what == "open":
        return parts
    by_limit = row.limit_at < ends if asked.what == "open_late" else row.limit_at.is_(None) | (row.limit_at >= ends)
    return tuple(part & (row.terms.is_not(None) | by_limit) for part in parts)


def _listed(connection: Connection, keys: Sequence[_Key], now: datetime) -> tuple[Listed, ...]:
    row = dossier.c
    columns = (row.office, row.subject, row.code, row.document, row.received_at, row.limit_at, row.solved_at, row.stage)
    query = select(*columns, row.holder, row.transit_to).where(tuple_(row.office, row.subject).in_(keys))
    found = {(each.office, each.subject): each for each in connection.execute(query)} if keys else {}
    return tuple(_one(found[key], now) for key in keys if key in found)


def _one(row: Any, now: datetime) -> Listed:
    limit, solved = _instant(row.limit_at), _instant(row.solved_at)
    over = None if limit is None else (solved or now) - limit
    return Listed(
        office=row.office,
        code=row.code,
        procedure=json.loads(bytes(row.document))["procedure_name"],
        received_at=datetime.fromtimestamp(row.received_at / 1000, UTC),
        limit_at=limit,
        solved_at=solved,
        stage=row.stage,
        holder=row.holder,
        transit_to=row.transit_to,
        late=over if over is not None and over > timedelta() else None,
    )


def _instant(at: int | None) -> datetime | None:
    return None if at is None else datetime.fromtimestamp(at / 1000, UTC)
