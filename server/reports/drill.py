"""The dossiers behind a cell of Biểu 07a, without anything personal."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, false, select

from server.reports.counts import in_progress, late_at
from shared.domain.reports.form_07a import NAMES, Column
from shared.domain.reports.period import Period
from shared.journal.projections import milliseconds
from shared.journal.tables import dossier

MOST = 500
"""So many are listed; who wants more chooses a field or a shorter period."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_HOW = {10: "early", 11: "on_time", 12: "late"}
_CHANNELS = (4, 5, 6, 7)


@dataclass(frozen=True, slots=True)
class ListedDossier:
    """A dossier in the list; `limit_at` is the legal limit at the end, None where none runs."""

    office: str
    code: str
    procedure: str
    received_at: datetime
    limit_at: datetime | None
    solved_at: datetime | None


def dossiers_behind(
    connection: Connection, offices: Sequence[str], period: Period, field: str | None, column: Column
) -> tuple[ListedDossier, ...]:
    """Those counted in `column` of the row `field` (None: of the total), the first received first, `MOST` at most."""
    found = sorted(
        _found(connection, offices, period, field, column), key=lambda each: (each.received_at, each.office, each.code)
    )
    return tuple(found[:MOST])


def _found(
    connection: Connection, offices: Sequence[str], period: Period, field: str | None, column: Column
) -> Iterator[ListedDossier]:
    begins, ends = milliseconds(period.start), milliseconds(period.end)
    row = dossier.c
    theirs = row.office.in_(offices) & _received(column, begins)
    if field is not None:
        theirs &= row.field == field
    columns = (row.office, row.code, row.document, row.received_at, row.limit_at, row.solved_at, row.terms)
    for condition in _parts(column, begins, ends):
        query = select(*columns).where(theirs, condition).order_by(row.received_at)
        if column not in (14, 15):
            query = query.limit(MOST)
        taken = 0
        for office, code, document, received_at, limit_at, solved_at, terms in connection.execute(query):
            if column in (14, 15) and terms is not None and late_at(terms, ends) != (column == 15):
                continue
            taken += 1
            if taken > MOST:
                break
            yield ListedDossier(
                office=office,
                code=code,
                procedure=json.loads(bytes(document))["procedure_name"],
                received_at=_instant(received_at),
                limit_at=None if limit_at is None else _instant(limit_at),
                solved_at=None if solved_at is None else _instant(solved_at),
            )


def _received(column: Column, begins: int) -> ColumnElement[bool]:
    row = dossier.c
    if column in _CHANNELS:
        return and_(row.received_at >= begins, row.channel == NAMES[column])
    return row.received_at < begins if column == 8 else row.received_at.is_not(None)


def _parts(column: Column, begins: int, ends: int) -> tuple[ColumnElement[bool], ...]:
    row = dossier.c
    solved = and_(row.solved_at >= begins, row.solved_at < ends)
    if column in _HOW:
        return (solved & (row.solved == _HOW[column]),)
    if column == 9:
        return (solved,)
    late: ColumnElement[bool] = row.terms.is_not(None) | _late(column, ends)
    still_open = tuple(condition & late if column in (14, 15) else condition for condition in in_progress(ends))
    return still_open if column in (13, 14, 15) else (solved, *still_open)


def _late(column: Column, ends: int) -> ColumnElement[bool]:
    limit = dossier.c.limit_at
    if column == 15:
        return limit < ends
    return limit.is_(None) | (limit >= ends) if column == 14 else false()


def _instant(at: int) -> datetime:
    return _EPOCH + timedelta(milliseconds=at)
