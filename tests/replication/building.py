"""An office server between devices and the province, all with real databases, over lines that lose, repeat and cut."""

from __future__ import annotations

import random
import uuid

from sqlalchemy import Engine, insert

from server.pull_page import Asking, read_page
from shared.clock import SetClock
from shared.domain.fact import Fact
from shared.identities import Identities
from shared.journal import tables
from shared.journal.engine import WRITING
from shared.journal.event import to_json
from shared.journal.journal import Journal
from shared.journal.node import Node, read_node, with_epoch, write_node
from shared.replication import log_store
from shared.replication.carried_logs import CarriedLogs
from shared.replication.database_lane import at_once
from shared.replication.log_marks import count_unsent, follow_logs, set_carrier
from shared.replication.messages import (
    PullAnswer,
    PullQuestion,
    pull_answer_to_bytes,
    push_answer_to_json,
    read_push,
)
from shared.replication.pulling import Pulling
from shared.replication.pushing import Pushing
from shared.replication.sender import OwnLog, Pace
from tests.replication.world import OFFICE, Line, ServerSide, copied

BUILDING = "building"
PROVINCE = "server"


class ProvinceSide(ServerSide):
    """The central server, which hears of everything through the office server."""

    def push(self, data: bytes) -> bytes:
        """Takes a push of the office server's own log or of one that it carries."""
        push = read_push(data)
        log = OwnLog(push.office, push.device, push.epoch)
        with self.journal.writing() as writer:

            def accepted(_: object) -> None:
                if push.run is not None:
                    set_carrier(writer.connection, log, f"{BUILDING}.{push.run}")

            answer = log_store.receive(writer, push, accepted)
        return to_json(push_answer_to_json(answer))

    def pull(self, device: str, question: PullQuestion) -> bytes:
        """A page for the office server."""
        count, _, cursor = question.after.partition(".")
        after = int(cursor) if count == str(self.epoch) else 0
        with self.journal.reading() as reader:
            page = read_page(reader, Asking(device, "office_server", after, question.epoch, question.run or ""))
        through = f"{self.epoch}.{page.through}"
        return pull_answer_to_bytes(PullAnswer(page.events, page.personal, through, page.more, None, self._clock.now()))


class BuildingSide(ServerSide):
    """The office server: a server to its devices, a device to the province."""

    def __init__(self, province: ProvinceSide, clock: SetClock, chance: random.Random) -> None:
        super().__init__(clock)
        self._province = province
        self._chance = chance
        self.is_steady = False
        with self.engine.connect().execution_options(**WRITING) as connection, connection.begin():
            write_node(connection, Node(OFFICE, BUILDING, "office_server", "", 1, 9, 0, "http://province", ""))
        self.start()

    @property
    def journal(self) -> Journal:
        """The office's journal as the office server writes it."""
        return self._journal

    def start(self) -> None:
        """Starts the program anew on the database as it is."""
        with self.engine.connect() as connection:
            node = read_node(connection)
        assert node is not None
        self._journal = Journal(
            self.engine,
            office=OFFICE,
            device=BUILDING,
            epoch=node.epoch,
            clock=self._clock,
            identities=Identities(self._clock),
        )
        self.line = Line(self._province, BUILDING, self._chance)
        self.line.is_good = self.is_steady
        run = str(uuid.UUID(int=self._chance.getrandbits(128)))
        carried = CarriedLogs(self._journal, self.line.push, at_once, run)
        self._pushing = Pushing(self._journal, self.line.push, at_once, carried)
        with self._journal.reading() as reader:
            self._written_before = log_store.own_head(reader.connection, OwnLog(OFFICE, BUILDING, node.epoch)).seq
        self._pulling = Pulling(self._journal, self.line, at_once, follow_logs, run)
        self._pace = Pace(size=self._chance.choice((1, 2, 5, 64)))

    def let_in(self, device: str, index: int) -> None:
        """Keeps the row of a device that the province has let in through this server."""
        row = {"office": OFFICE, "device": device, "kind": "counter", "name": "", "public_key": "", "index": index}
        with self.engine.connect().execution_options(**WRITING) as connection, connection.begin():
            connection.execute(insert(tables.device).values(**row, enrolled_at=0, server=BUILDING))

    def write(self, facts: list[Fact]) -> None:
        """Commits `facts` in its own log, as it does for a claim."""
        with self._journal.writing() as writer:
            writer.append("staff-1", facts)

    def push_up(self) -> bool:
        """One step upwards; answers whether there may be more."""
        return self._pushing.step(self._pace)

    def pull_down(self) -> bool:
        """One step downwards; answers whether something was new or there is more."""
        pulled = self._pulling.step(0)
        if pulled.restored:
            self._pushing.ask_again()
        return pulled.changed or pulled.more or pulled.restored

    def unsent(self) -> int:
        """How many events of the building the province is not known to have."""
        with self._journal.reading() as reader:
            return count_unsent(reader.connection, OFFICE)

    def unsent_own(self) -> int:
        """How many events of its own log the province is not known to have."""
        with self._journal.reading() as reader:
            return log_store.unsent(reader.connection, OwnLog(OFFICE, BUILDING, self._journal.epoch))

    def set_back(self, backup: Engine) -> None:
        """Goes on with an older state of its database, and does not know it."""
        self.engine.dispose()
        self.engine = copied(backup)
        self.start()

    def notice_set_back(self) -> None:
        """A device has read what this server has not."""
        self._pushing.begin_anew(self._written_before, 1 + self._chance.getrandbits(16))
        self._written_before = 0
        self.epoch += 1

    def restore(self, backup: Engine) -> None:
        """Goes on with an older state of its database, in an epoch that it never had."""
        self.engine.dispose()
        self.engine = copied(backup)
        self.epoch += 1
        with self.engine.connect().execution_options(**WRITING) as connection, connection.begin():
            node = read_node(connection)
            assert node is not None
            write_node(connection, with_epoch(node, node.epoch + 1 + self._chance.getrandbits(16)))
        self.start()
