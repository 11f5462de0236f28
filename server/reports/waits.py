"""Waits from the read table of numbers, grouped in the database by line or office, hour and whole minutes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, case, func, select

from shared.domain.reports.period import Period
from shared.domain.reports.waits import WaitGroup, Waits, waits_of
from shared.journal.tables import ticket

_HOUR, _DAY, _SEVEN_HOURS = 3_600_000, 86_400_000, 25_200_000
"""Milliseconds; the clocks of Viet Nam are seven hours ahead."""


def waits(connection: Connection, offices: Sequence[str], period: Period) -> Waits:
    """The waits of the numbers drawn in `period`: by line where it is one office, else by office."""
    return waits_of(_groups(connection, offices, period))


def _groups(connection: Connection, offices: Sequence[str], period: Period) -> Iterator[WaitGroup]:
    row = ticket.c
    key = func.substr(row.label, 1, 1) if len(offices) == 1 else row.office
    hour = (row.issued_at + _SEVEN_HOURS) % _DAY // _HOUR
    minute = row.waited // 60
    absent = case((row.state == "absent", 1), else_=0)
    keys = (key.label("key"), hour.label("hour"), minute.label("minute"), row.kept, absent.label("absent"))
    inner = (
        select(*keys, row.waited)
        .where(row.office.in_(offices), row.date.between(period.first.isoformat(), period.last.isoformat()))
        .subquery()
    )
    grouped = (inner.c.key, inner.c.hour, inner.c.minute, inner.c.kept, inner.c.absent)
    query = select(*grouped, func.count(), func.coalesce(func.sum(inner.c.waited), 0)).group_by(*grouped)
    for name, of_day, waited, kept, nobody_came, count, seconds in connection.execute(query):
        whole = None if waited is None else int(waited)
        yield WaitGroup(str(name), int(of_day), whole, kept, bool(nobody_came), int(count), int(seconds))
