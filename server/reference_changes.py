"""Changes of an office's reference data: each raises the version, and devices fetch it with their next pull.

What was in force before a change made by people is kept with who changed it into the next, so that it can be shown
and put back.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from server.upstream.gate import refuse_below_province
from shared.domain.office import Office, office_from_document, office_to_document
from shared.domain.procedures import procedure_from_document, procedure_to_document, refuse_overlaps
from shared.failures import Refusal
from shared.journal.journal import Writer
from shared.journal.node import read_node
from shared.journal.read_model import milliseconds
from shared.journal.reference import ReferenceData, reference_document, reference_version, store_reference
from shared.journal.server_tables import reference_history

KEPT_VERSIONS = 100
_FAST = 1
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Replaced:
    """A document that was in force before (bản trước): its version, and who changed it into the next, when, how."""

    version: int
    what: str
    actor: str
    at: datetime


def change_reference(writer: Writer, reference: ReferenceData, change: Callable[[Office], Office]) -> Office:
    """Stores what `change` makes of the office, under the next version. Refusal `office_invalid` when that is none.

    The office's own entries in its calendar are no part of it: they stay events. Refusal `at_the_province` on an
    office server.
    """
    refuse_below_province(read_node(writer.connection))
    known = reference.read_stored(writer.connection)
    later = replace(change(known), version=known.version + 1)
    store_reference(writer.connection, writer.office, later.version, _checked_document(writer, known, later))
    return later


def _checked_document(writer: Writer, known: Office, later: Office) -> dict[str, Any]:
    """The document of `later`, read again as every machine will read it.

    Procedures that did not change are taken as they are stored: they are most of the document, and the office's lock is
    held.
    """
    document = office_to_document(replace(later, procedures=()))
    office_from_document(document)
    stored = json.loads(reference_document(writer.connection, writer.office))["procedures"]
    written = {id(each): entry for each, entry in zip(known.procedures, stored, strict=True)}
    entries = [written.get(id(each)) or procedure_to_document(each) for each in later.procedures]
    for each, entry in zip(later.procedures, entries, strict=True):
        if id(each) not in written:
            procedure_from_document(entry)
    refuse_overlaps(later.procedures)
    return {**document, "procedures": entries}


def add_reference(writer: Writer, office: Office) -> None:
    """Makes `office` one of this server's. Refusal `office_exists`."""
    if reference_version(writer.connection, office.id) is not None:
        raise Refusal(
            "office_exists",
            f"Máy chủ đã có đơn vị {office.id}. Chưa có gì thay đổi.",
            f"This server has the office {office.id} already. Nothing was changed.",
        )
    store_reference(writer.connection, office.id, office.version, office_to_document(office))


def keep_replaced(writer: Writer, known: Office, what: str, actor: str) -> None:
    """Keeps `known`, which `actor` is about to change by doing `what`, in the transaction of that change.

    The oldest beyond `KEPT_VERSIONS` goes; who did what stays in the journal.
    """
    writer.connection.execute(
        insert(reference_history).values(
            office=writer.office,
            version=known.version,
            document=zlib.compress(reference_document(writer.connection, writer.office), _FAST),
            what=what,
            actor=actor,
            at=milliseconds(writer.now),
        )
    )
    table = reference_history
    mine = table.c.office == writer.office
    newest = select(table.c.version).where(mine).order_by(table.c.version.desc())
    too_old = writer.connection.execute(newest.offset(KEPT_VERSIONS).limit(1)).scalar()
    if too_old is not None:
        writer.connection.execute(delete(table).where(mine, table.c.version <= too_old))


def replaced_documents(connection: Connection, office: str, at_most: int, before: int | None = None) -> list[Replaced]:
    """The documents that were in force before, the latest first; those older than version `before`, where given."""
    table = reference_history
    query = select(table.c.version, table.c.what, table.c.actor, table.c.at).where(table.c.office == office)
    if before is not None:
        query = query.where(table.c.version < before)
    rows = connection.execute(query.order_by(table.c.version.desc()).limit(at_most))
    return [
        Replaced(int(version), str(what), str(actor), _EPOCH + timedelta(milliseconds=at))
        for version, what, actor, at in rows
    ]


def next_replaced(connection: Connection, office: str, version: int) -> int | None:
    """The next later version that was kept; machines that were let in raise the version without one being kept."""
    table = reference_history
    query = select(func.min(table.c.version)).where(table.c.office == office, table.c.version > version)
    return connection.execute(query).scalar()


def replaced_office(connection: Connection, office: str, version: int) -> Office | None:
    """The office as version `version` of its document said it; None when that version was not kept."""
    table = reference_history
    query = select(table.c.document).where(table.c.office == office, table.c.version == version)
    document = connection.execute(query).scalar()
    return None if document is None else office_from_document(json.loads(zlib.decompress(bytes(document))))
