"""What administration has done (nhật ký): its events of one office, the days that were set in its calendar, and who
has read personal data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, insert, literal, or_, select

from server.administration.changes import SUBJECT
from shared.clock import business_date, midnight
from shared.domain import calendar_day
from shared.domain.calendar_day import CalendarDay
from shared.domain.dossier import Dossier
from shared.domain.fact import fold
from shared.failures import Refusal
from shared.journal import tables
from shared.journal.dossier_queries import dossier_by_code, dossiers_by_id, personal_records
from shared.journal.event import Event, read_event
from shared.journal.journal import Reader, Writer
from shared.journal.node import read_node
from shared.journal.read_model import milliseconds
from shared.journal.server_tables import personal_read
from shared.replication.log_marks import brought_by_others

PER_PAGE = 50
SHORTEST_REASON = 10
_READ_AT_ONCE = 200
_PREFIX = "administration."


@dataclass(frozen=True, slots=True)
class Period:
    """Days, both included; None is open."""

    first: date | None = None
    last: date | None = None

    def __contains__(self, instant: datetime) -> bool:
        """Whether `instant` is on one of the days in Viet Nam."""
        day = business_date(instant)
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Change:
    """One event of administration (thay đổi); `what` is its kind without the prefix, `personal` names of staff.

    `day`: what a change of the calendar entered for a day; `machine`: the device that wrote the event, "" for a server.
    """

    cursor: int
    at: datetime
    actor: str
    what: str
    data: Mapping[str, Any]
    personal: Mapping[str, Any]
    day: CalendarDay | None = None
    machine: str = ""


@dataclass(frozen=True, slots=True)
class PersonalRead:
    """One look at an applicant's data (lượt xem dữ liệu cá nhân); `code` is "" when the dossier is gone."""

    at: datetime
    actor: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Applicant:
    """What was shown: the dossier, and the applicant's record, empty when it was erased."""

    dossier: Dossier
    record: Mapping[str, object]
    at: datetime


def changes(reader: Reader, period: Period, actor: str, before: int | None) -> tuple[tuple[Change, ...], int | None]:
    """A page of the changes in `period`, by `actor` ("" = everybody), the latest first, from below the cursor `before`.

    Answers the cursor to go on below as well, None at the end.
    """
    found: list[tuple[Change, str]] = []
    for cursor, event, machine in _newest_first(reader, before):
        if event.time not in period or (actor and event.actor != actor):
            continue
        if len(found) == PER_PAGE:
            return _with_personal(reader, found), found[-1][0].cursor
        what = event.kind.removeprefix(_PREFIX)
        day = None if event.subject == SUBJECT else _entered(event)
        change = Change(cursor, event.time, event.actor, what, event.data, {}, day, machine)
        found.append((change, event.personal or ""))
    return _with_personal(reader, found), None


def actors(reader: Reader) -> tuple[str, ...]:
    """Everybody who has changed something here."""
    return tuple(sorted({event.actor for _, event, _ in _newest_first(reader, None)}))


def _newest_first(reader: Reader, before: int | None) -> Iterator[tuple[int, Event, str]]:
    """Cursor, event, and the machine that wrote it, "" for this server."""
    table, days = tables.event, tables.calendar_day
    # A stolen machine can write whatever it likes into its own log, an office server into those that it brings: of
    # administration only what this server wrote is the office's record. A day that a counter set holds, and is listed
    # with its machine.
    set_days = select(days.c.subject).where(days.c.office == reader.office)
    foreign = or_(table.c.device.in_(_machines(reader)), brought_by_others())
    while True:
        query = (
            select(table.c.cursor, table.c.body, foreign.label("is_foreign"))
            .where(
                table.c.office == reader.office,
                table.c.subject.in_(set_days.union_all(select(literal(SUBJECT)))),
                or_(table.c.subject != SUBJECT, ~foreign),
            )
            .order_by(table.c.cursor.desc())
            .limit(_READ_AT_ONCE)
        )
        if before is not None:
            query = query.where(table.c.cursor < before)
        rows = reader.connection.execute(query).all()
        for row in rows:
            event = read_event(bytes(row.body))
            if event.subject == SUBJECT or _entered(event):
                yield int(row.cursor), event, event.device if row.is_foreign else ""
        if len(rows) < _READ_AT_ONCE:
            return
        before = int(rows[-1].cursor)


def names_of_machines(reader: Reader) -> dict[str, str]:
    """The names of the office's devices by their ids, revoked ones included."""
    machine = tables.device
    query = select(machine.c.device, machine.c.name).where(machine.c.office == reader.office)
    return {str(device): str(name) for device, name in reader.connection.execute(query)}


def _machines(reader: Reader) -> Select[tuple[str]]:
    """The devices of the office. An office server is one too, of the central server's; itself it does not count."""
    machine, node = tables.device, read_node(reader.connection)
    return select(machine.c.device).where(
        machine.c.office == reader.office, machine.c.device != (node.device if node else "")
    )


def _entered(event: Event) -> CalendarDay | None:
    """The entry that an event made in the calendar; None when no program could read it."""
    return fold(calendar_day.evolve, [event.recorded()])


def _with_personal(reader: Reader, found: list[tuple[Change, str]]) -> tuple[Change, ...]:
    records = personal_records(reader, [key for _, key in found if key])
    return tuple(replace(change, personal=records.get(key, {})) for change, key in found)


def read_applicant(writer: Writer, actor: str, code: str, reason: str, id_: str) -> Applicant:
    """The applicant of the dossier `code`; that `actor` has read it is written in the same transaction, before.

    `id_` names the new entry. Refusals `reason_missing`, `no_such_dossier`.
    """
    said = " ".join(reason.split())
    if len(said) < SHORTEST_REASON:
        raise Refusal(
            "reason_missing",
            f"Cần ghi lý do, ít nhất {SHORTEST_REASON} ký tự. Chưa có gì được xem hay ghi lại.",
            f"A reason of at least {SHORTEST_REASON} characters is needed. Nothing was shown or recorded.",
        )
    dossier = dossier_by_code(writer, code)
    if dossier is None:
        raise Refusal(
            "no_such_dossier",
            "Không có hồ sơ nào mang mã này ở phạm vi đã chọn. Chưa có gì được xem; hãy kiểm tra lại mã.",
            "There is no dossier with this code in this scope. Nothing was shown; check the code.",
        )
    row = {
        "office": writer.office,
        "id": id_,
        "actor": actor,
        "subject": dossier.id,
        "reason": said,
        "at": milliseconds(writer.now),
    }
    writer.connection.execute(insert(personal_read).values(**row))
    records = personal_records(writer, [dossier.applicant]) if dossier.applicant else {}
    return Applicant(dossier, records.get(dossier.applicant or "", {}), writer.now)


def personal_reads(reader: Reader, period: Period, actor: str, skip: int) -> tuple[tuple[PersonalRead, ...], bool]:
    """A page of the reads in the reader's office, the latest first, after `skip` of them; and whether more follow."""
    table = personal_read
    query = select(table.c.at, table.c.actor, table.c.subject, table.c.reason).where(table.c.office == reader.office)
    if actor:
        query = query.where(table.c.actor == actor)
    if period.first is not None:
        query = query.where(table.c.at >= milliseconds(midnight(period.first)))
    if period.last is not None:
        query = query.where(table.c.at < milliseconds(midnight(period.last + timedelta(days=1))))
    ordered = query.order_by(table.c.at.desc(), table.c.id).offset(skip).limit(PER_PAGE + 1)
    rows = reader.connection.execute(ordered).all()
    codes = {each.id: each.code for each in dossiers_by_id(reader, [str(row.subject) for row in rows])}
    found = tuple(
        PersonalRead(
            datetime.fromtimestamp(row.at / 1000, UTC), str(row.actor), codes.get(row.subject, ""), str(row.reason)
        )
        for row in rows[:PER_PAGE]
    )
    return found, len(rows) > PER_PAGE


def readers_of_personal(reader: Reader) -> tuple[str, ...]:
    """Everybody who has read personal data here."""
    query = select(personal_read.c.actor).where(personal_read.c.office == reader.office).distinct()
    return tuple(sorted(reader.connection.execute(query).scalars()))
