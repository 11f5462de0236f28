"""The office's reference data on this node: one versioned document, read whole, kept parsed until it changes."""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from shared.domain.office import Office, office_from_document
from shared.failures import EnvironmentFailure
from shared.journal import tables
from shared.journal.event import to_json
from shared.journal.inserting import upsert


class ReferenceData:
    """Answers the office as it is now; parses the document only when its version has changed."""

    def __init__(self, office: str) -> None:
        self._office = office
        self._parsed: Office | None = None

    def read(self, connection: Connection) -> Office:
        """The office. EnvironmentFailure `no_reference` before the first document has come from the server."""
        version = reference_version(connection, self._office)
        if version is None:
            raise EnvironmentFailure(
                "no_reference",
                "Máy này chưa nhận được dữ liệu của đơn vị. Hãy kiểm tra kết nối với máy chủ rồi mở lại.",
                "This machine has not received the office's data yet. Check the line to the server and start again.",
            )
        if self._parsed is None or self._parsed.version != version:
            table = tables.reference
            document = connection.execute(select(table.c.document).where(table.c.office == self._office)).scalar_one()
            self._parsed = office_from_document(json.loads(document))
        return self._parsed


def reference_version(connection: Connection, office: str) -> int | None:
    """The version of the reference document that this node has, or None."""
    table = tables.reference
    return connection.execute(select(table.c.version).where(table.c.office == office)).scalar()


def store_reference(connection: Connection, office: str, version: int, document: object) -> None:
    """Keeps `document` (JSON-able, already checked) as version `version`."""
    row = {"office": office, "version": version, "document": to_json(document)}
    upsert(connection, tables.reference, [row])
