"""The offices of this server: the journal of each as the server's own node reads and writes it."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, func, literal, select

from shared.clock import Clock
from shared.failures import EnvironmentFailure
from shared.identities import Identities
from shared.journal import tables
from shared.journal.engine import failures_in_words
from shared.journal.journal import Journal
from shared.journal.node import RESTORED, Node, read_node, read_value
from shared.journal.reference import ReferenceData

_SENT = select(func.coalesce(func.sum(tables.log.c.acknowledged), 0))


@dataclass(frozen=True, slots=True)
class Mark:
    """How far an office is: the cursor of its last event, and the version of its reference data.

    `province`: on an office server, a number that changes when the central one has more of the office's logs.
    """

    cursor: int
    reference: int
    province: int = 0


class Offices:
    """What the server knows of its offices. `node` is the server itself, which writes in every one of them."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self.engine = engine
        self.clock = clock
        self.identities = Identities(clock)
        self.node, self._restored = _node_of(engine)
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
        of_office = tables.log.c.office == reference.c.office
        province = _SENT.where(of_office).scalar_subquery() if self.node.server_url else literal(0)
        query = select(reference.c.office, office.c.cursor, reference.c.version, province).select_from(joined)
        with failures_in_words(), self.engine.begin() as connection:
            return {
                str(name): Mark(cursor or 0, version, int(sent))
                for name, cursor, version, sent in connection.execute(query)
            }

    def sent(self, connection: Connection, office: str) -> int:
        """The number of `Mark.province` of `office`: how many of its events the central server has; 0 on that one."""
        if not self.node.server_url:
            return 0
        return int(connection.execute(_SENT.where(tables.log.c.office == office)).scalar_one())

    def count(self, office: str) -> str:
        """By which count the cursors of `office` are: another one after every restored backup and in every epoch."""
        epoch = self.journal(office).epoch
        return f"{epoch}-{self._restored}" if self._restored else str(epoch)

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


def _node_of(engine: Engine) -> tuple[Node, str]:
    with failures_in_words(), engine.begin() as connection:
        node, restored = read_node(connection), read_value(connection, RESTORED) or ""
    if node is None:
        raise EnvironmentFailure(
            "no_office",
            "Máy chủ chưa có đơn vị nào. Hãy chạy lệnh init trước.",
            "This server has no office yet. Run the command init first.",
        )
    return node, restored
