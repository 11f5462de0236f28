"""The office's reference data on this node: one versioned document, read whole, kept parsed until it changes.

Over its calendar lie the office's own entries (`calendar_day`), which are events and no part of the document.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import BindParameter, Connection, bindparam, func, select

from shared.domain.calendar_day import CalendarDay, with_entries
from shared.domain.office import Office, office_from_server
from shared.failures import EnvironmentFailure
from shared.journal import tables
from shared.journal.asking import ask
from shared.journal.event import to_json
from shared.journal.inserting import upsert
from shared.journal.projections import CALENDAR_DAYS

_REFERENCE, _DAY = tables.reference, tables.calendar_day
_OFFICE: BindParameter[str] = bindparam("of_office")
_MARKS = select(
    _REFERENCE.c.version,
    select(func.coalesce(func.sum(_DAY.c.edition), 0)).where(_DAY.c.office == _OFFICE).scalar_subquery(),
).where(_REFERENCE.c.office == _OFFICE)
"""The version of the document, and a number that grows with every entry in the calendar: from an index alone."""


class ReferenceData:
    """Answers the office as it is now; parses the document, and lays the calendar, only when they have changed."""

    def __init__(self, office: str, refine: Callable[[Office], Office] = lambda office: office) -> None:
        """`refine` adds to the office what this software ships, such as the national marks of the catalogue."""
        self._office, self._refine = office, refine
        self._stored: Office | None = None
        self._known: tuple[tuple[int, int], Office] | None = None

    def read(self, connection: Connection) -> Office:
        """The office by which everybody works: the document with the office's own entries over its calendar.

        EnvironmentFailure `no_reference` before the first document has come from the server.
        """
        version, entries = self._marks(connection)
        known = self._known
        if known is None or known[0] != (version, entries):
            office = self._refine(self._parsed(connection, version))
            if entries:
                days = calendar_days(connection, self._office)
                office = replace(office, calendar=with_entries(office.calendar, days))
            known = self._known = ((version, entries), office)
        return known[1]

    def read_stored(self, connection: Connection) -> Office:
        """The office as the document says it, without the office's entries: what may be changed and sent on."""
        return self._parsed(connection, self._marks(connection)[0])

    def remember(self, office: Office) -> None:
        """Keeps `office`, which has just been committed as the stored document, so that nobody has to parse it."""
        self._stored = office

    def _marks(self, connection: Connection) -> tuple[int, int]:
        marks = ask(connection, _MARKS, {"of_office": self._office}).one_or_none()
        if marks is None:
            raise EnvironmentFailure(
                "no_reference",
                "Máy này chưa nhận được dữ liệu của đơn vị. Hãy kiểm tra kết nối với máy chủ rồi mở lại.",
                "This machine has not received the office's data yet. Check the line to the server and start again.",
            )
        return int(marks[0]), int(marks[1])

    def _parsed(self, connection: Connection, version: int) -> Office:
        stored = self._stored
        if stored is None or stored.version != version:
            query = select(_REFERENCE.c.document).where(_REFERENCE.c.office == self._office)
            stored = self._stored = office_from_server(json.loads(connection.execute(query).scalar_one()))
        return stored


def calendar_days(connection: Connection, office: str) -> tuple[CalendarDay, ...]:
    """Every day for which the office has made an entry, withdrawn ones included, in their order."""
    query = select(_DAY.c.document).where(_DAY.c.office == office).order_by(_DAY.c.date)
    return tuple(CALENDAR_DAYS.state(document) for document in connection.execute(query).scalars())


def reference_version(connection: Connection, office: str) -> int | None:
    """The version of the reference document that this node has, or None."""
    table = tables.reference
    return connection.execute(select(table.c.version).where(table.c.office == office)).scalar()


def reference_document(connection: Connection, office: str) -> bytes:
    """The stored document as it is kept."""
    table = tables.reference
    return bytes(connection.execute(select(table.c.document).where(table.c.office == office)).scalar_one())


def store_reference(connection: Connection, office: str, version: int, document: object) -> None:
    """Keeps `document` (JSON-able, already checked) as version `version`."""
    row = {"office": office, "version": version, "document": to_json(document)}
    upsert(connection, tables.reference, [row])
