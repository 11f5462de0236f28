"""Ratings from the read table, and the counter at which each was earned."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, and_, select

from shared.domain.reports.period import Period
from shared.domain.reports.satisfaction import Given, Satisfaction, satisfaction_of
from shared.journal.projections import milliseconds
from shared.journal.tables import rating, ticket


def satisfaction(connection: Connection, offices: Sequence[str], period: Period) -> Satisfaction:
    """The ratings given in `period`; counters are told apart where it is one office."""
    return satisfaction_of(_given(connection, offices, period))


def satisfied_of(connection: Connection, offices: Sequence[str], period: Period) -> tuple[int, int]:
    """How many ratings were given, and how many of them by somebody satisfied or very satisfied."""
    query = select(rating.c.score).where(*_in_period(offices, period))
    scores = connection.execute(query).scalars().all()
    return len(scores), sum(score >= 2 for score in scores)


def _given(connection: Connection, offices: Sequence[str], period: Period) -> Iterator[Given]:
    its_ticket = and_(ticket.c.office == rating.c.office, ticket.c.subject == rating.c.about_id)
    query = (
        select(rating.c.score, rating.c.document, ticket.c.counter)
        .select_from(rating.outerjoin(ticket, its_ticket))
        .where(*_in_period(offices, period))
        .execution_options(yield_per=2000)
    )
    for score, document, counter in connection.execute(query):
        said = json.loads(bytes(document))
        at = (counter or "") if len(offices) == 1 else ""
        yield Given(score, tuple(said["reasons"]), said["channel"], said["comment"] is not None, at)


def _in_period(offices: Sequence[str], period: Period) -> tuple[ColumnElement[bool], ...]:
    start, end = milliseconds(period.start), milliseconds(period.end)
    return rating.c.office.in_(offices), rating.c.at >= start, rating.c.at < end
