"""What one device has done on a day, for whoever looks at the device itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, Table, and_, bindparam, func, select

from shared.journal.journal import Reader
from shared.journal.read_model import milliseconds
from shared.journal.tables import event, rating, ticket


@dataclass(frozen=True, slots=True)
class GivenHere:
    """How many numbers a device gave and how many ratings it took (số đã cấp, lượt đánh giá)."""

    numbers: int
    ratings: int


def _written_here(table: Table, kind: str) -> Select[int]:
    """Counts the subjects of `table` whose first event is of `kind` and was written by the device."""
    written = and_(
        event.c.subject == table.c.subject,
        event.c.office == table.c.office,
        event.c.kind == kind,
        event.c.device == bindparam("device"),
    )
    return select(func.count()).select_from(table.join(event, written)).where(table.c.office == bindparam("office"))


_NUMBERS = _written_here(ticket, "ticket.issued").where(ticket.c.date == bindparam("date"))
_RATINGS = _written_here(rating, "rating.given").where(rating.c.at >= bindparam("since"))


def given_here(reader: Reader, device: str, day_begins: datetime) -> GivenHere:
    """What `device` gave on the business date that begins with the local midnight `day_begins`."""
    of_device = {"office": reader.office, "device": device}
    date = day_begins.date().isoformat()
    return GivenHere(
        numbers=reader.connection.execute(_NUMBERS, {**of_device, "date": date}).scalar_one(),
        ratings=reader.connection.execute(_RATINGS, {**of_device, "since": milliseconds(day_begins)}).scalar_one(),
    )
