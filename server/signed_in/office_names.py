"""The names of all offices, for lists to choose from: read once for each version of an office's reference document."""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from server.signed_in.visitor import OfficeName
from shared.journal import tables


class OfficeNames:
    """Keeps the names; reading one means parsing its whole document."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, OfficeName]] = {}

    def read(self, connection: Connection, only: str = "") -> tuple[OfficeName, ...]:
        """Every office in the order of ids, or only the one called `only`."""
        table = tables.reference
        query = select(table.c.office, table.c.version).order_by(table.c.office)
        if only:
            query = query.where(table.c.office == only)
        marks = [(str(office), int(version)) for office, version in connection.execute(query)]
        return tuple(self._name(connection, office, version) for office, version in marks)

    def _name(self, connection: Connection, office: str, version: int) -> OfficeName:
        known = self._known.get(office)
        if known is None or known[0] != version:
            table = tables.reference
            query = select(table.c.document).where(table.c.office == office)
            document = json.loads(connection.execute(query).scalar_one())
            name = OfficeName(office, document["name"], document.get("name_en") or document["name"])
            known = self._known[office] = (version, name)
        return known[1]
