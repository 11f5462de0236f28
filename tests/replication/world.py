"""A server and devices with real databases, and a line between them that loses, repeats, delays and cuts.

Everything is driven by one seeded source of chance, in one thread, so that a history can be played again.
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from sqlalchemy import Engine, insert, select

from server.cursors import BEGINNING, cursor_text, read_cursor
from server.pull_page import Asking, read_page
from shared.clock import SetClock
from shared.domain.fact import Fact
from shared.failures import EnvironmentFailure
from shared.identities import Identities
from shared.journal import tables
from shared.journal.engine import WRITING
from shared.journal.event import read_event, to_json
from shared.journal.journal import Journal
from shared.journal.node import Node, read_node, write_node
from shared.replication import log_store
from shared.replication.messages import (
    PullAnswer,
    PullQuestion,
    Push,
    PushAnswer,
    ReferenceAnswer,
    pull_answer_to_bytes,
    push_answer_to_json,
    push_to_bytes,
    read_pull_answer,
    read_push,
    read_push_answer,
)
from shared.replication.pulling import Pulling
from shared.replication.pushing import Pushing
from shared.replication.refusals import answer_unreadable, server_unreachable
from shared.replication.sender import OwnLog, Pace
from tests.server.facts import dossier_received, ticket_issued
from tests.server.running import MORNING, memory_engine

OFFICE = "phuong-mau"
T = TypeVar("T")


class CrashError(Exception):
    """The program was killed just now."""


def copied(engine: Engine) -> Engine:
    """A database with everything that `engine` has."""
    copy = memory_engine()
    copy_into(engine, copy)
    return copy


def copy_into(engine: Engine, copy: Engine) -> None:
    """Fills the empty database behind `copy` with everything that `engine` has."""
    with engine.connect() as source, copy.connect().execution_options(**WRITING) as target, target.begin():
        for table in tables.metadata.sorted_tables:
            rows = [dict(row) for row in source.execute(select(table)).mappings()]
            if rows:
                target.execute(insert(table), rows)


def marks_in(engine: Engine, device: str | None = None) -> list[str]:
    """The mark of every event in a database, by which it is known whatever its place; of one device, or of all."""
    query = select(tables.event.c.body)
    if device is not None:
        query = query.where(tables.event.c.device == device)
    with engine.connect() as connection:
        return [str(read_event(bytes(body)).data["mark"]) for body in connection.execute(query).scalars()]


class ServerSide:
    """The server's database, and what it answers to bytes with bytes."""

    def __init__(self, clock: SetClock) -> None:
        self.engine = memory_engine()
        self.epoch = 1
        self._clock = clock

    @property
    def journal(self) -> Journal:
        """The office's journal as the server writes it."""
        identities = Identities(self._clock)
        return Journal(
            self.engine, office=OFFICE, device="server", epoch=self.epoch, clock=self._clock, identities=identities
        )

    def push(self, data: bytes) -> bytes:
        """Takes a push; the answer stands for a commit."""
        push = read_push(data)
        with self.journal.writing() as writer:
            answer = log_store.receive(writer, push)
        return to_json(push_answer_to_json(answer))

    def pull(self, device: str, question: PullQuestion) -> bytes:
        """A page."""
        with self.journal.reading() as reader:
            after = read_cursor(reader, str(self.epoch), question.after)
        if after is None:
            self.notice_set_back()
        with self.journal.reading() as reader:
            page = read_page(reader, Asking(device, "counter", after or BEGINNING, question.epoch))
            through = cursor_text(reader, str(self.epoch), page.through)
        return pull_answer_to_bytes(PullAnswer(page.events, page.personal, through, page.more, None, self._clock.now()))

    def notice_set_back(self) -> None:
        """A device has read what this server has not."""
        raise AssertionError("nobody has set this server back")

    def restore(self, backup: Engine) -> None:
        """Goes on with an older state of its database."""
        self.engine.dispose()
        self.engine = copied(backup)
        self.epoch += 1


class Line:
    """One device's line to the server. While `is_good` it does what it should."""

    def __init__(self, server: ServerSide, device: str, chance: random.Random) -> None:
        self.is_good = False
        self._server = server
        self._device = device
        self._chance = chance
        self._late: list[bytes] = []

    def push(self, push: Push) -> PushAnswer:
        """Sends a push, or fails as lines fail."""
        data = push_to_bytes(push)
        if self.is_good:
            return read_push_answer(self._server.push(data))
        fate = self._chance.random()
        if fate < 0.12:
            raise server_unreachable()
        if fate < 0.2:
            self._late.append(data)
            raise server_unreachable()
        if fate < 0.26:
            self._deliver(data[: self._chance.randrange(len(data))])
            raise server_unreachable()
        if fate < 0.32:
            self._deliver(data)
        if fate < 0.42 and self._late:
            self._deliver(self._late.pop(self._chance.randrange(len(self._late))))
        answer = self._server.push(data)
        if fate > 0.9:
            raise server_unreachable()
        return self._read(read_push_answer, answer)

    def pull(self, question: PullQuestion) -> PullAnswer:
        """Asks for a page, or fails as lines fail."""
        if not self.is_good and self._chance.random() < 0.1:
            raise server_unreachable()
        return self._read(read_pull_answer, self._server.pull(self._device, question))

    def reference(self) -> ReferenceAnswer:
        """There is no reference data in this world."""
        raise server_unreachable()

    def interrupt(self) -> None:
        """Nothing waits in this world."""

    def _deliver(self, data: bytes) -> None:
        """The server gets something to which nobody hears the answer."""
        try:
            self._server.push(data)
        except ValueError:
            return

    def _read(self, read: Callable[[bytes], T], answer: bytes) -> T:
        cut = not self.is_good and self._chance.random() < 0.1
        try:
            return read(answer[: self._chance.randrange(len(answer))] if cut else answer)
        except ValueError as problem:
            raise answer_unreadable() from problem


class DeviceSide:
    """A device: its database, and the program that runs on it until it is killed."""

    def __init__(self, engine: Engine, server: ServerSide, clock: SetClock, chance: random.Random) -> None:
        self.engine = engine
        self._server = server
        self._clock = clock
        self._chance = chance
        self.is_steady = False
        self.start()

    def start(self) -> None:
        """Starts the program anew on the database as it is."""
        with self.engine.connect() as connection:
            node = read_node(connection)
        assert node is not None
        self.node = node
        self.journal = Journal(
            self.engine,
            office=node.office,
            device=node.device,
            epoch=node.epoch,
            clock=self._clock,
            identities=Identities(self._clock),
        )
        self.line = Line(self._server, node.device, self._chance)
        self.line.is_good = self.is_steady
        self._pushing = Pushing(self.journal, self.line.push, self._database)
        self._pulling = Pulling(self.journal, self.line, self._database)
        self._pace = Pace(size=self._chance.choice((1, 2, 5, 64)))

    def write(self, facts: list[Fact]) -> None:
        """Commits `facts`, or is killed before or after the commit."""
        self._database(lambda: self._append(facts))

    def push(self) -> bool:
        """One step upwards; answers whether there may be more."""
        return self._pushing.step(self._pace)

    def pull(self) -> bool:
        """One step downwards; answers whether something was new or there is more."""
        pulled = self._pulling.step(0)
        if pulled.restored:
            self._pushing.ask_again()
        return pulled.changed or pulled.more or pulled.restored

    def unsent(self) -> int:
        """How many events only this machine has, as far as it knows."""
        log = OwnLog(self.node.office, self.node.device, self.journal.epoch)
        with self.journal.reading() as reader:
            return log_store.unsent(reader.connection, log)

    def waiting_tickets(self) -> list[str]:
        """The tickets that wait, as far as this device knows."""
        table = tables.ticket
        with self.journal.reading() as reader:
            query = select(table.c.subject).where(table.c.state == "waiting").order_by(table.c.subject)
            return list(reader.connection.execute(query).scalars())

    def _append(self, facts: list[Fact]) -> None:
        with self.journal.writing() as writer:
            writer.append("staff-1", facts)

    def _database(self, work: Callable[[], T], /) -> T:
        if self.is_steady or self._chance.random() > 0.04:
            return work()
        if self._chance.random() < 0.5:
            work()
        raise CrashError


def new_device(number: int, server: ServerSide, clock: SetClock, chance: random.Random) -> DeviceSide:
    """A counter that was enrolled a moment ago."""
    engine = memory_engine()
    node = Node(OFFICE, f"counter-{number}", "counter", "Quầy", 1, number, 0, "", "")
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        write_node(connection, node)
    return DeviceSide(engine, server, clock, chance)


def some_facts(chance: random.Random, waiting: list[str]) -> list[Fact]:
    """A ticket, a call of one, or a dossier with a person in it; each has a mark of its own."""
    kind = chance.random()
    if kind < 0.5 or not waiting:
        fact = ticket_issued(chance.randrange(1, 400))
    elif kind < 0.8:
        call = {"counter": f"quay-{chance.randrange(3)}", "desk": "d", "key": str(uuid.uuid4()), "mode": "offline"}
        fact = Fact(chance.choice(waiting), "ticket.called", call)
    else:
        fact = dossier_received(chance.randrange(1, 900))
    return [replace(fact, data={**fact.data, "mark": str(uuid.uuid4())})]


def let_happen(
    steps: int,
    acts: Sequence[tuple[int, Callable[[DeviceSide], object]]],
    devices: Sequence[DeviceSide],
    clock: SetClock,
    chance: random.Random,
) -> None:
    """So many of `acts`, each with its weight, at devices picked by chance; who is killed meanwhile starts again."""
    weights = [weight for weight, _ in acts]
    for _ in range(steps):
        device = chance.choice(devices)
        _, act = chance.choices(acts, weights)[0]
        clock.advance(timedelta(seconds=chance.randrange(60)))
        try:
            act(device)
        except EnvironmentFailure:
            continue
        except CrashError:
            device.start()


def new_clock() -> SetClock:
    """A clock for a world."""
    return SetClock(MORNING + timedelta(hours=1))
