"""Checks a database: its pages, every chain, every gap, every body against its hash and against the columns beside it,
every personal record against its hash, every fold against its read table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, func, select

from shared.domain.fact import fold
from shared.journal import tables
from shared.journal.event import GENESIS, Event, read_event, sha256
from shared.journal.read_model import PROJECTIONS, Projection, events_of


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold, in words without personal data."""

    code: str
    where: str
    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was checked and found."""

    events: int
    logs: int
    subjects: int
    findings: tuple[Finding, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def verify(connection: Connection, office: str, whole_logs_of: frozenset[str] | None = None) -> Report:
    """Checks everything of `office`.

    A device receives other devices' logs filtered, so there only its own log (`whole_logs_of`) can be complete; a
    server, which has every log whole, leaves it None. What is damaged so that it cannot be read at all comes as
    EnvironmentFailure `database_damaged` from the transaction.
    """
    findings = list(_check_pages(connection))
    logs = 0
    table = tables.event
    query = (
        select(table.c.device, table.c.epoch, table.c.seq, table.c.hash, table.c.body, *_COPIED)
        .where(table.c.office == office)
        .order_by(table.c.device, table.c.epoch, table.c.seq)
    )
    for (device, epoch), rows in groupby(connection.execute(query), key=lambda row: (row[0], row[1])):
        logs += 1
        whole = whole_logs_of is None or device in whole_logs_of
        findings.extend(_check_log(str(device), int(epoch), rows, whole=whole))
    findings.extend(_check_heads(connection, office))
    findings.extend(_check_cursors(connection, office))
    findings.extend(_check_personal(connection, office))
    subjects = 0
    for projection in PROJECTIONS.values():
        count, found = _check_folds(connection, office, projection)
        subjects += count
        findings.extend(found)
    events = connection.execute(select(func.count()).select_from(table).where(table.c.office == office)).scalar_one()
    return Report(int(events), logs, subjects, tuple(findings))


_COPIED = tuple(tables.event.c[name] for name in ("office", "lamport", "subject", "kind", "personal"))
"""What the journal keeps in columns as well, to search by."""


def _check_pages(connection: Connection) -> Iterator[Finding]:
    if connection.dialect.name != "sqlite":
        return
    told = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
    if told != "ok":
        yield Finding("page_damaged", "journal.db", "Tệp cơ sở dữ liệu bị hỏng.", "The database file is damaged.")


def _check_log(device: str, epoch: int, rows: Iterable[Any], *, whole: bool) -> Iterator[Finding]:
    previous, expected = GENESIS, 1
    for _, _, seq, stored_hash, body, *copied in rows:
        where = f"{device}/{epoch}/{seq}"
        event = _readable(bytes(body))
        if event is None or event.hash != stored_hash:
            yield Finding("body_changed", where, "Nội dung sự kiện đã bị thay đổi.", "An event's body was changed.")
            return
        said = (event.office, event.lamport, event.subject, event.kind, event.personal)
        if (event.device, event.epoch, event.seq) != (device, epoch, seq) or said != tuple(copied):
            yield Finding(
                "columns_differ",
                where,
                "Các cột của sự kiện không khớp với nội dung.",
                "The columns of an event differ from its body.",
            )
            return
        if whole and seq != expected:
            yield Finding("gap", where, "Nhật ký bị thiếu sự kiện.", "The log has a gap.")
            return
        if whole and event.previous != previous:
            yield Finding("chain_broken", where, "Chuỗi băm bị đứt.", "The hash chain is broken.")
            return
        previous, expected = stored_hash, seq + 1


def _readable(body: bytes) -> Event | None:
    try:
        return read_event(body)
    except ValueError:
        return None


def _check_heads(connection: Connection, office: str) -> Iterator[Finding]:
    log, event = tables.log, tables.event
    joined = select(log.c.device, log.c.epoch, log.c.seq, log.c.hash, event.c.hash).select_from(
        log.outerjoin(
            event,
            (log.c.office == event.c.office)
            & (log.c.device == event.c.device)
            & (log.c.epoch == event.c.epoch)
            & (log.c.seq == event.c.seq),
        )
    )
    for device, epoch, seq, head, found in connection.execute(joined.where(log.c.office == office)):
        if seq > 0 and head != found:
            where = f"{device}/{epoch}/{seq}"
            yield Finding("head_wrong", where, "Đầu nhật ký không khớp.", "A log's head does not match its event.")


def _check_cursors(connection: Connection, office: str) -> Iterator[Finding]:
    event = tables.event
    count, highest = connection.execute(
        select(func.count(), func.max(event.c.cursor)).where(event.c.office == office)
    ).one()
    stored = connection.execute(select(tables.office.c.cursor).where(tables.office.c.office == office)).scalar()
    if (highest or 0) > (stored or 0):
        yield Finding("cursor_wrong", office, "Con trỏ đồng bộ sai.", "The cursor is behind its events.")
    if count > (stored or 0):
        yield Finding("cursor_wrong", office, "Con trỏ đồng bộ sai.", "There are more events than cursors.")


def _check_personal(connection: Connection, office: str) -> Iterator[Finding]:
    table = tables.personal
    rows = connection.execute(
        select(table.c.hash, table.c.body).where(table.c.office == office, table.c.body.is_not(None))
    )
    for named, body in rows:
        if sha256(bytes(body)) != named:
            yield Finding("record_changed", str(named), "Dữ liệu cá nhân đã bị thay đổi.", "A record was changed.")


def _check_folds(connection: Connection, office: str, projection: Projection[Any]) -> tuple[int, list[Finding]]:
    event, table = tables.event, projection.table
    with_events = (
        connection.execute(
            select(event.c.subject)
            .where(event.c.office == office, event.c.kind.like(f"{projection.prefix}.%"))
            .distinct()
        )
        .scalars()
        .all()
    )
    rows = connection.execute(select(table.c.subject, table.c.document).where(table.c.office == office))
    stored: Mapping[str, object] = {str(subject): document for subject, document in rows}
    return len(with_events), [
        Finding(
            "fold_differs",
            f"{projection.prefix}/{subject}",
            "Bảng đọc không khớp với nhật ký.",
            "A read table differs from the fold of its events.",
        )
        for subject in sorted({*with_events, *stored})
        if not _is_the_fold(connection, office, projection, subject, stored.get(subject))
    ]


def _is_the_fold(
    connection: Connection, office: str, projection: Projection[Any], subject: str, document: object
) -> bool:
    try:
        facts = [event.recorded() for event in events_of(connection, office, subject)]
    except ValueError:
        # One of them was made unreadable; that is a finding of its own.
        return False
    return bool(fold(projection.evolve, facts) == _kept(projection, document))


def _kept(projection: Projection[Any], document: object) -> object:
    """The state in a read table's row; the document itself when somebody made it unreadable."""
    if document is None:
        return None
    try:
        return projection.state(document if isinstance(document, bytes) else str(document).encode())
    except ValidationError:
        return document
