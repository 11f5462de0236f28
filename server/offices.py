"""The offices of this server: the journal of each as the server's own node reads and writes it."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Engine, select

from shared.clock import Clock
from shared.failures import EnvironmentFailure
from shared.identities import Identities
from shared.journal import tables
from shared.journal.engine import failures_in_words
from shared.journal.journal import Journal
from shared.journal.node import Node, read_node
from shared.journal.reference import ReferenceData


@dataclass(frozen=True, slots=True)
class Mark:
    """How far an office is: the cursor of its last event, and the version of its reference data."""

    cursor: int
    reference: int


class Offices:
    """What the server knows of its offices. `node` is the server itself, which writes in every one of them."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self.engine = engine
        self.clock = clock
        self.identities = Identities(clock)
        self.node = _node_of(engine)
        self._lock = threading.Lock()
        self._journals: dict[str, Journal] = {}
        self._references: dict[str, ReferenceData] = {}

    def names(self) -> tuple[str, ...]:
        """The ids of all offices, in order."""
        with failures_in_words(), self.engine.begin() as connection:
            query = select(tables.reference.c.office).order_by(tables.reference.c.office)
            return tuple(connection.execute(query).scalars())

    def marks(self) -> Mapping[str, Mark]:
        """How far each office is."""
        office, reference = tables.office, tables.reference
        joined = reference.outerjoin(office, office.c.office == reference.c.office)
        query = select(reference.c.office, office.c.cursor, reference.c.version).select_from(joined)
        with failures_in_words(), self.engine.begin() as connection:
            return {str(name): Mark(cursor or 0, version) for name, cursor, version in connection.execute(query)}

    def journal(self, office: str) -> Journal:
        """The journal of `office`, which must be one of this server's."""
        with self._lock:
            if office not in self._journals:
                self._journals[office] = Journal(
                    self.engine,
                    office=office,
                    device=self.node.device,
                    epoch=self.node.epoch,
                    clock=self.clock,
                    identities=self.identities,
                )
            return self._journals[office]

    def reference(self, office: str) -> ReferenceData:
        """The reference data of `office`, kept parsed."""
        with self._lock:
            return self._references.setdefault(office, ReferenceData(office))


def _node_of(engine: Engine) -> Node:
    with failures_in_words(), engine.begin() as connection:
        node = read_node(connection)
    if node is None:
        raise EnvironmentFailure(
            "no_office",
            "Máy chủ chưa có đơn vị nào. Hãy chạy lệnh init trước.",
            "This server has no office yet. Run the command init first.",
        )
    return node
