"""The figures that are kept in the database (số liệu đã đếm), so that a page adds up instead of counting.

Whoever throws them away loses nothing: they are counted again. What another release wrote and cannot be read is as if
it were not there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Generic, TypeVar

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, delete, select

from server.leadership.figures import NowFigures, PeriodFigures
from server.leadership.queue_months import QueueMonths
from shared.journal.inserting import upsert
from shared.journal.projections import milliseconds
from shared.journal.server_tables import figures as table

_KEPT_FOR = timedelta(days=8)
_MONTHS_NAME = "queue by months"
_MONTHS = TypeAdapter(QueueMonths)

F = TypeVar("F", PeriodFigures, NowFigures)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kept(Generic[F]):
    """Figures of an office that were counted at `made_at` through its `cursor`."""

    figures: F
    cursor: int
    made_at: datetime

    def is_right(self, cursor: int, now: datetime) -> bool:
        """Whether counting again could not find anything else: nothing was heard since, and nothing ran out."""
        until = self.figures.good_until
        return self.cursor == cursor and (until is None or now < until)

    def will_do(self, cursor: int, now: datetime, oldest: timedelta) -> bool:
        """Whether they are right, or at least not older than `oldest`."""
        return self.is_right(cursor, now) or timedelta() <= now - self.made_at < oldest


def read_kept(
    connection: Connection, name: str, offices: Sequence[str], adapter: TypeAdapter[F]
) -> Mapping[str, Kept[F]]:
    """What is kept under `name`, by office."""
    query = select(table.c.office, table.c.document, table.c.cursor, table.c.made_at)
    wanted = query.where(table.c.office.in_(offices), table.c.name == name)
    found: dict[str, Kept[F]] = {}
    for office, document, cursor, made_at in connection.execute(wanted):
        figures = _read(document, adapter)
        if figures is not None:
            found[office] = Kept(figures, int(cursor), datetime.fromtimestamp(made_at / 1000, UTC))
    return found


def read_months(connection: Connection, office: str) -> QueueMonths:
    """The months of the office's queue that are kept; none at all when nothing is."""
    query = select(table.c.document).where(table.c.office == office, table.c.name == _MONTHS_NAME)
    document = connection.execute(query).scalar()
    return (_read(document, _MONTHS) if document else None) or QueueMonths()


def keep_months(connection: Connection, months: Mapping[str, QueueMonths], now: datetime) -> None:
    """Keeps the months of queues by office."""
    made_at = milliseconds(now)
    rows = [
        {"office": office, "name": _MONTHS_NAME, "document": _MONTHS.dump_json(each)}
        | {"cursor": each.cursor, "made_at": made_at}
        for office, each in months.items()
    ]
    if rows:
        upsert(connection, table, rows)


def _read(document: bytes, adapter: TypeAdapter[T]) -> T | None:
    try:
        return adapter.validate_json(document)
    except ValidationError:
        return None


def keep(connection: Connection, name: str, counted: Mapping[str, Kept[F]], adapter: TypeAdapter[F]) -> None:
    """Keeps figures by office under `name`."""
    rows = [
        {
            "office": office,
            "name": name,
            "document": adapter.dump_json(each.figures),
            "cursor": each.cursor,
            "made_at": milliseconds(each.made_at),
        }
        for office, each in counted.items()
    ]
    if rows:
        upsert(connection, table, rows)


def forget_older(connection: Connection, now: datetime) -> None:
    """Throws away what nobody has counted again for a week."""
    connection.execute(delete(table).where(table.c.made_at < milliseconds(now - _KEPT_FOR)))
