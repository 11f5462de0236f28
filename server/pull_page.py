"""One page of what is new for a device: a cursor without gaps, in the order of commits, filtered by who asks."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, or_, outerjoin, select

from server.offices import Mark
from shared.journal import tables
from shared.journal.journal import PersonalRecord, Reader
from shared.journal.reference import reference_version

LARGEST_PAGE = 500
_CONFIDENTIAL = "rating."
"""Raters stay confidential (Decree 118/2025 Art. 29(3)): no device receives another's ratings; the office server,
before which nobody sits, keeps them for the office's figures."""

OFFICE_SERVER = "office_server"
_WITH_OFFICERS = ("counter", OFFICE_SERVER)
"""Who receives personal records: never a kiosk or a board."""

_SHOWN_TO_CITIZENS = ("ticket.", "desk.", "dossier.", "handover.", "appointment.", "calendar_day.")
"""What kiosks and boards receive of others. An appointment is a code, a line and a time; the calendar is what the
office announces on its door; which machine needs paper is for the officers only."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks for a page, from where, and in which epoch it writes (its own events of that one it has).

    `run`: that of an office server, which has every log that it has brought in it. A database that was set back is
    another run, and gets everything after its old cursor again.
    """

    device: str
    kind: str
    after: int
    epoch: int
    run: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page (trang). `through` is the cursor up to which everything for this device is on it; `mark` is the office."""

    events: tuple[bytes, ...]
    personal: tuple[PersonalRecord, ...]
    through: int
    more: bool
    mark: Mark


def read_page(reader: Reader, asking: Asking) -> Page:
    """The next page for `asking`."""
    mark = _mark(reader)
    event, personal = tables.event, tables.personal
    joined = outerjoin(event, personal, and_(personal.c.office == event.c.office, personal.c.hash == event.c.personal))
    query = (
        select(event.c.cursor, event.c.body, event.c.personal, personal.c.body)
        .select_from(joined)
        .where(event.c.office == reader.office, event.c.cursor > asking.after, event.c.cursor <= mark.cursor)
        .where(_may_see(asking))
        .order_by(event.c.cursor)
        .limit(LARGEST_PAGE)
    )
    rows = reader.connection.execute(query).all()
    full = len(rows) == LARGEST_PAGE
    records = {str(named): bytes(body) for _, _, named, body in rows if body is not None}
    return Page(
        events=tuple(bytes(body) for _, body, _, _ in rows),
        personal=tuple(PersonalRecord(named, body) for named, body in records.items()) if _is_office(asking) else (),
        through=int(rows[-1][0]) if full else mark.cursor,
        more=full,
        mark=mark,
    )


def _mark(reader: Reader) -> Mark:
    table = tables.office
    cursor = reader.connection.execute(select(table.c.cursor).where(table.c.office == reader.office)).scalar()
    return Mark(cursor or 0, reference_version(reader.connection, reader.office) or 0)


def _is_office(asking: Asking) -> bool:
    return asking.kind in _WITH_OFFICERS


def _may_see(asking: Asking) -> ColumnElement[bool]:
    event = tables.event
    if asking.kind == OFFICE_SERVER:
        others = ~_brought_by(asking)
    elif _is_office(asking):
        others = ~event.c.kind.startswith(_CONFIDENTIAL, autoescape=True)
    else:
        others = or_(*(event.c.kind.startswith(prefix, autoescape=True) for prefix in _SHOWN_TO_CITIZENS))
    own = event.c.device == asking.device
    return or_(and_(own, event.c.epoch != asking.epoch), and_(~own, others))


def _brought_by(asking: Asking) -> ColumnElement[bool]:
    """Whether the event is of a log that the asking office server has brought in this run, and so has whole."""
    event, log = tables.event, tables.log
    return exists().where(
        log.c.office == event.c.office,
        log.c.device == event.c.device,
        log.c.epoch == event.c.epoch,
        log.c.carrier == f"{asking.device}.{asking.run}",
    )
