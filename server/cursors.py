"""Where a device has stopped reading, as it keeps it: by which count of this server, how far, and which event is there.

A database that was set back by a copy of its machine, and not by `restore`, does not know it. It counts on as before,
so that the same place comes to hold another event, which a device's cursor shows.
"""

from __future__ import annotations

from sqlalchemy import select

from shared.journal import tables
from shared.journal.journal import Reader

BEGINNING = 0
_MARK_LENGTH = 12
_LONGEST = 18


def cursor_text(reader: Reader, count: str, through: int) -> str:
    """The cursor of a device that has everything up to `through`, by the count `count`."""
    return f"{count}.{through}.{_mark_at(reader, through)}"


def read_cursor(reader: Reader, count: str, after: str) -> int | None:
    """The place that the cursor `after` means; `BEGINNING` when it is no cursor by `count`.

    None when this server has not, or not any more, what the device has read: its database was set back.
    """
    of_count, _, rest = after.partition(".")
    place, _, mark = rest.partition(".")
    if of_count != count or not (place.isascii() and place.isdigit() and len(place) <= _LONGEST):
        return BEGINNING
    query = select(tables.office.c.cursor).where(tables.office.c.office == reader.office)
    furthest = reader.connection.execute(query).scalar() or 0
    if int(place) > furthest or (mark and mark != _mark_at(reader, int(place))):
        return None
    return int(place)


def _mark_at(reader: Reader, place: int) -> str:
    event = tables.event
    query = select(event.c.hash).where(event.c.office == reader.office, event.c.cursor == place)
    return str(reader.connection.execute(query).scalar() or "")[:_MARK_LENGTH]
