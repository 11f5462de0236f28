"""Questions about deadlines, answered from the open dossiers only, however many have been returned.

The partial index `dossier_open` holds nothing but open dossiers; SQLite takes it only for a condition that says
`open = 1` in so many letters, so that it must not become a parameter. It leads with office and `open`, without which
SQLite would prefer a narrower index, and holds all that is asked, so that only dossiers that answer are looked up.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, literal_column, or_, select

from shared.domain.deadlines import DeadlineGroup, Watch, groups_of
from shared.domain.dossier import ONE_STOP, Dossier
from shared.journal.journal import Reader
from shared.journal.read_model import DOSSIERS, milliseconds
from shared.journal.tables import dossier
from shared.journal.tables import office as office_table

IS_OPEN: ColumnElement[bool] = dossier.c.open == literal_column("1")
"""That a dossier is open, as the partial index says it: for every question about open dossiers."""

_WAITS_FOR_NOBODY = dossier.c.answer_by.is_(None)

Watched = tuple[tuple[Dossier, tuple[DeadlineGroup, ...]], ...]
"""Dossiers with what each wants, the most urgent first."""


def watched_dossiers(
    reader: Reader, watch: Watch, *, holder: str | None = None, received_by: str | None = None
) -> Watched:
    """The open dossiers that want attention at `watch.now`, in no order.

    `holder`: those that this unit holds only; `received_by`: those that this officer received only.
    """
    documents = [
        *reader.connection.execute(candidates(reader.office, watch, holder)).scalars(),
        *reader.connection.execute(late_at_agencies(reader.office, watch, holder)).scalars(),
    ]
    dossiers = {each.id: each for each in (DOSSIERS.state(document) for document in documents)}
    mine = (each for each in dossiers.values() if received_by is None or each.received_by == received_by)
    return tuple((each, groups) for each in mine if (groups := groups_of(each, watch)))


def candidates(office: str, watch: Watch, holder: str | None) -> Select[bytes]:
    """The documents of the open dossiers that may want attention: none that do is left out."""
    at_counter = dossier.c.stage == "result_at_counter"
    wanted = or_(
        ~at_counter & (dossier.c.due_at < milliseconds(watch.horizon)),
        ~at_counter & _WAITS_FOR_NOBODY & (dossier.c.last_step_at <= milliseconds(watch.stuck_before)),
        dossier.c.answer_by.is_not(None),
        dossier.c.stage == "received",
        at_counter & (dossier.c.last_step_at < milliseconds(watch.collect_before)),
    )
    query = select(dossier.c.document).where(dossier.c.office == office, IS_OPEN, wanted)
    return query if holder is None else query.where(dossier.c.holder == holder)


def late_at_agencies(office: str, watch: Watch, holder: str | None) -> Select[bytes]:
    """The documents of the dossiers for which another agency is late; those of nobody else are touched."""
    late = (dossier.c.agency_by.is_not(None)) & (dossier.c.agency_by < milliseconds(watch.now))
    query = select(dossier.c.document).where(dossier.c.office == office, late)
    return query if holder is None else query.where(dossier.c.holder == holder)


def count_late_at_agencies(reader: Reader, now: datetime) -> int:
    """For how many dossiers another agency is late at `now`."""
    late = (dossier.c.agency_by.is_not(None)) & (dossier.c.agency_by < milliseconds(now))
    query = select(func.count()).select_from(dossier).where(dossier.c.office == reader.office, late)
    return int(reader.connection.execute(query).scalar() or 0)


def results_waiting(reader: Reader, unit: str = ONE_STOP) -> int:
    """How many results lie at the counter of `unit` to be collected."""
    query = (
        select(func.count())
        .select_from(dossier)
        .where(dossier.c.office == reader.office, dossier.c.stage == "result_at_counter", dossier.c.holder == unit)
    )
    return int(reader.connection.execute(query).scalar() or 0)


def office_cursor(reader: Reader) -> int:
    """How much has happened in this office: while it stays the same, no dossier has changed."""
    query = select(office_table.c.cursor).where(office_table.c.office == reader.office)
    return int(reader.connection.execute(query).scalar() or 0)


def dossiers_received(
    reader: Reader, begins: datetime, ends: datetime, fields: tuple[str, ...], most: int
) -> tuple[Dossier, ...]:
    """The dossiers of `fields` (empty: of all) received from `begins` until before `ends`, at most `most`, in order."""
    query = (
        select(dossier.c.document)
        .where(*_received(reader, begins, ends, fields))
        .order_by(dossier.c.received_at, dossier.c.code)
        .limit(most)
    )
    return tuple(DOSSIERS.state(document) for document in reader.connection.execute(query).scalars())


def count_received(reader: Reader, begins: datetime, ends: datetime, fields: tuple[str, ...]) -> int:
    """How many dossiers of `fields` (empty: of all) were received from `begins` until before `ends`."""
    query = select(func.count()).select_from(dossier).where(*_received(reader, begins, ends, fields))
    return int(reader.connection.execute(query).scalar() or 0)


def _received(
    reader: Reader, begins: datetime, ends: datetime, fields: tuple[str, ...]
) -> tuple[ColumnElement[bool], ...]:
    at = dossier.c.received_at
    within = (dossier.c.office == reader.office, at >= milliseconds(begins), at < milliseconds(ends))
    return (*within, dossier.c.field.in_(fields)) if fields else within
