"""The counts of Biểu 07a from the read tables, for any period: what was received, solved and in progress.

The database groups; only dossiers that had several legal limits and were in progress at the end are looked at one by
one. What is counted is what is known now about the period, so that a fact that arrives late changes it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Select, case, func, select

from shared.domain.reports.form_07a import DossierCounts, FieldCounts
from shared.journal.projections import milliseconds
from shared.journal.tables import dossier

_Tallies = dict[tuple[str, str], dict[str, int]]
_SOLVED = {"early": "solved_early", "on_time": "solved_on_time", "late": "solved_late"}
_CHANNELS = frozenset({"online_full", "online_partial", "post", "in_person"})


def dossier_counts(
    connection: Connection, offices: Sequence[str], start: datetime, end: datetime
) -> Mapping[str, FieldCounts]:
    """The rows of each of `offices` by field, from `start` to before `end`; a field without a dossier has no row."""
    tallies: _Tallies = defaultdict(lambda: defaultdict(int))
    begins, ends = milliseconds(start), milliseconds(end)
    for office, field, channel, fresh, solved, count in connection.execute(_solved(offices, begins, ends)):
        tallies[office, field][_origin(channel, fresh)] += count
        tallies[office, field][_SOLVED[solved]] += count
    for office, field, channel, fresh, late, count in _open(connection, offices, begins, ends):
        tallies[office, field][_origin(channel, fresh)] += count
        tallies[office, field]["open_late" if late else "open_in_time"] += count
    found: dict[str, dict[str, DossierCounts]] = {office: {} for office in offices}
    for (office, field), tally in tallies.items():
        found[office][field] = DossierCounts(**tally)
    return found


def late_at(terms: str, instant: int) -> bool:
    """Whether a dossier with these legal limits (JSON of (since, due), milliseconds) was late at `instant`."""
    in_force = [due for since, due in json.loads(terms) if since < instant]
    return bool(in_force) and in_force[-1] is not None and in_force[-1] < instant


def in_progress(ends: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Which rows were not solved yet just before the instant `ends`: two conditions, each with an index of its own."""
    row = dossier.c
    # Without the sum SQLite would walk through every receipt there ever was to find the few that were solved since.
    return row.solved_at.is_(None) & (row.received_at < ends), (row.solved_at >= ends) & (row.received_at + 0 < ends)


def _origin(channel: str | None, fresh: int) -> str:
    if not fresh:
        return "carried_over"
    return channel if channel in _CHANNELS else "in_person"


def _solved(offices: Sequence[str], begins: int, ends: int) -> Select[str, str, str | None, int, str, int]:
    row, fresh = dossier.c, _flag(dossier.c.received_at >= begins)
    keys = (row.office, row.field, row.channel, fresh, row.solved)
    return (
        select(*keys, func.count())
        .where(row.office.in_(offices), row.solved_at >= begins, row.solved_at < ends)
        .group_by(*keys)
    )


def _open(
    connection: Connection, offices: Sequence[str], begins: int, ends: int
) -> Iterator[tuple[str, str, str | None, int, bool, int]]:
    row, fresh = dossier.c, _flag(dossier.c.received_at >= begins)
    late = _flag(row.limit_at < ends)
    keys = (row.office, row.field, row.channel, fresh, late)
    for condition in in_progress(ends):
        theirs = row.office.in_(offices) & condition
        grouped = select(*keys, func.count()).where(theirs, row.terms.is_(None)).group_by(*keys)
        for office, field, channel, is_fresh, is_late, count in connection.execute(grouped):
            yield office, field, channel, is_fresh, bool(is_late), count
        several = select(row.office, row.field, row.channel, fresh, row.terms).where(theirs, row.terms.is_not(None))
        for office, field, channel, is_fresh, terms in connection.execute(several):
            yield office, field, channel, is_fresh, late_at(terms, ends), 1


def _flag(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return case((condition, 1), else_=0)
