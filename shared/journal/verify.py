"""Checks a database: every chain, every gap, every body against its hash, every fold against its read table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, func, select

from shared.domain.fact import fold
from shared.journal import tables
from shared.journal.event import GENESIS, read_event, sha256
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
    server, which has every log whole, leaves it None.
    """
    findings: list[Finding] = []
    logs = 0
    table = tables.event
    query = (
        select(table.c.device, table.c.epoch, table.c.seq, table.c.hash, table.c.body)
        .where(table.c.office == office)
        .order_by(table.c.device, table.c.epoch, table.c.seq)
    )
    for (device, epoch), rows in groupby(connection.execute(query), key=lambda row: (row[0], row[1])):
        logs += 1
        whole = whole_logs_of is None or device in whole_logs_of
        findings.extend(_check_log(str(device), int(epoch), list(rows), whole=whole))
    findings.extend(_check_heads(connection, office))
    findings.extend(_check_cursors(connection, office))
    subjects = 0
    for projection in PROJECTIONS.values():
        count, found = _check_folds(connection, office, projection)
        subjects += count
        findings.extend(found)
    events = connection.execute(select(func.count()).select_from(table).where(table.c.office == office)).scalar_one()
    return Report(int(events), logs, subjects, tuple(findings))


def _check_log(device: str, epoch: int, rows: list[Any], *, whole: bool) -> Iterator[Finding]:
    previous, expected = GENESIS, 1
    for _, _, seq, stored_hash, body in rows:
        where = f"{device}/{epoch}/{seq}"
        if sha256(bytes(body)) != stored_hash:
            yield Finding("body_changed", where, "Nội dung sự kiện đã bị thay đổi.", "An event's body was changed.")
            return
        if whole and seq != expected:
            yield Finding("gap", where, "Nhật ký bị thiếu sự kiện.", "The log has a gap.")
            return
        if whole and read_event(bytes(body)).previous != previous:
            yield Finding("chain_broken", where, "Chuỗi băm bị đứt.", "The hash chain is broken.")
            return
        previous, expected = stored_hash, seq + 1


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
    findings: list[Finding] = []
    for subject in sorted({*with_events, *stored}):
        folded = fold(projection.evolve, [each.recorded() for each in events_of(connection, office, subject)])
        if folded != _kept(projection, stored.get(subject)):
            findings.append(
                Finding(
                    "fold_differs",
                    f"{projection.prefix}/{subject}",
                    "Bảng đọc không khớp với nhật ký.",
                    "A read table differs from the fold of its events.",
                )
            )
    return len(with_events), findings


def _kept(projection: Projection[Any], document: object) -> object:
    """The state in a read table's row; the document itself when somebody made it unreadable."""
    if document is None:
        return None
    try:
        return projection.state(document if isinstance(document, bytes) else str(document).encode())
    except ValidationError:
        return document
