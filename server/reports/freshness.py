"""How fresh figures are (độ mới của số liệu): through which happening each office is known, and when it last spoke."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, and_, func, select

from shared.journal import tables
from shared.journal.event import read_event

SILENT_AFTER = timedelta(hours=24)
"""An office that has said nothing for so long is named beside every figure."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class OfficeFreshness:
    """What is known of one office: its last happening here, and when one of its machines last spoke; None: never."""

    office: str
    last_event_at: datetime | None
    heard_at: datetime | None

    @property
    def known_to(self) -> datetime | None:
        """The instant through which its figures are complete, as far as the server can tell."""
        known = [each for each in (self.last_event_at, self.heard_at) if each is not None]
        return max(known, default=None)


@dataclass(frozen=True, slots=True)
class Freshness:
    """The freshness of figures made at `made_at`, over offices in the order asked for."""

    made_at: datetime
    offices: tuple[OfficeFreshness, ...]

    @property
    def known_through(self) -> datetime | None:
        """The last happening that is counted, of whichever office."""
        return max((each.last_event_at for each in self.offices if each.last_event_at), default=None)

    @property
    def silent(self) -> tuple[OfficeFreshness, ...]:
        """The offices that have said nothing for a day."""
        since = self.made_at - SILENT_AFTER
        return tuple(each for each in self.offices if each.known_to is None or each.known_to < since)


def freshness(connection: Connection, offices: Sequence[str], now: datetime) -> Freshness:
    """How fresh the figures of `offices` are at `now`."""
    events, heard = _last_events(connection, offices, now), _heard(connection, offices)
    return Freshness(now, tuple(OfficeFreshness(name, events.get(name), heard.get(name)) for name in offices))


def _last_events(connection: Connection, offices: Sequence[str], now: datetime) -> Mapping[str, datetime]:
    """The time of the newest event among the heads of each office's logs: they arrive in any order.

    Not of one that is days ahead: a machine with a wrong clock would hide that its office has fallen silent.
    """
    event, log = tables.event, tables.log
    head = and_(
        event.c.office == log.c.office,
        event.c.device == log.c.device,
        event.c.epoch == log.c.epoch,
        event.c.seq == log.c.seq,
    )
    # Not a join: SQLite would go through every event of the office to find those few.
    body = select(event.c.body).where(head).scalar_subquery()
    query = select(log.c.office, body).where(log.c.office.in_(offices))
    newest: dict[str, datetime] = {}
    for name, written in connection.execute(query):
        if written is None:
            continue
        at = read_event(bytes(written)).time
        if at <= now + SILENT_AFTER:
            newest[name] = max(min(at, now), newest.get(name, _EPOCH))
    return newest


def _heard(connection: Connection, offices: Sequence[str]) -> Mapping[str, datetime]:
    heartbeat = tables.heartbeat
    query = select(heartbeat.c.office, func.max(heartbeat.c.at)).where(heartbeat.c.office.in_(offices))
    rows = connection.execute(query.group_by(heartbeat.c.office))
    return {name: _EPOCH + timedelta(milliseconds=at) for name, at in rows}
