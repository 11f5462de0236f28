"""Ratings from the read table, and the counter at which each was earned."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, and_, func, null, select

from shared.domain.reports.period import Period
from shared.domain.reports.satisfaction import Given, Satisfaction, satisfaction_of
from shared.journal.projections import milliseconds
from shared.journal.tables import rating, ticket

_SATISFIED = 2
"""The score of whoever is satisfied (hài lòng); the one above is that of whoever is very satisfied."""


def satisfaction(connection: Connection, offices: Sequence[str], period: Period) -> Satisfaction:
    """The ratings given in `period`; counters are told apart where it is one office."""
    return satisfaction_of(_given(connection, offices, period))


def satisfied_of(connection: Connection, offices: Sequence[str], period: Period) -> tuple[int, int]:
    """How many ratings were given, and how many of them by somebody satisfied or very satisfied."""
    query = select(rating.c.score, func.count()).where(*_in_period(offices, period)).group_by(rating.c.score)
    counts = {int(score): int(count) for score, count in connection.execute(query)}
    return sum(counts.values()), sum(count for score, count in counts.items() if score >= _SATISFIED)


def _given(connection: Connection, offices: Sequence[str], period: Period) -> Iterator[Given]:
    its_ticket = and_(ticket.c.office == rating.c.office, ticket.c.subject == rating.c.about_id)
    told_apart = select(rating.c.score, rating.c.document, ticket.c.counter).outerjoin(ticket, its_ticket)
    together = select(rating.c.score, rating.c.document, null())
    query = (told_apart if len(offices) == 1 else together).where(*_in_period(offices, period))
    for score, document, counter in connection.execute(query.execution_options(yield_per=2000)):
        said = json.loads(bytes(document))
        yield Given(score, tuple(said["reasons"]), said["channel"], said["comment"] is not None, counter or "")


def _in_period(offices: Sequence[str], period: Period) -> tuple[ColumnElement[bool], ...]:
    start, end = milliseconds(period.start), milliseconds(period.end)
    return rating.c.office.in_(offices), rating.c.at >= start, rating.c.at < end
