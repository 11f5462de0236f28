"""A real server on an ephemeral loopback port, in a thread of the test, and devices that talk to it over HTTP."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, insert, select

from server.app import create_app
from server.enrolment_codes import Invitation, invite, new_code
from server.serving import Server, bound_socket
from server.setting_up import set_up
from server.settings import Listen, ServeSettings
from shared.clock import HO_CHI_MINH, Clock, SetClock
from shared.domain.fact import Fact
from shared.domain.office import Office
from shared.identities import Identities
from shared.journal import tables
from shared.journal.engine import WRITING, sqlite_engine
from shared.journal.event import Event
from shared.journal.journal import Journal
from shared.journal.node import Node, read_node
from shared.replication.enrolment_client import Application, enrol
from shared.replication.enrolment_messages import EnrolledKind
from shared.replication.request_counters import begin_run
from shared.replication.server_line import ServerLine

MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=HO_CHI_MINH)
KEY = bytes(range(32))
A_SMALL_OFFICE = ServeSettings()


@dataclass(frozen=True, slots=True)
class RunningServer:
    """A server that answers at `url`, and its parts."""

    url: str
    engine: Engine
    office: Office
    node: Node
    clock: SetClock

    def journal(self) -> Journal:
        """The office's journal as the server itself writes it."""
        return Journal(
            self.engine,
            office=self.office.id,
            device=self.node.device,
            epoch=self.node.epoch,
            clock=self.clock,
            identities=Identities(self.clock),
        )

    def code(
        self, kind: EnrolledKind = "kiosk", name: str = "Máy thử", valid_for: timedelta = timedelta(hours=1)
    ) -> str:
        """A new enrolment code."""
        code = new_code()
        with self.journal().writing() as writer:
            invite(writer, code, Invitation(kind, name, valid_for))
        return code


@contextmanager
def serving(
    engine: Engine, clock: Clock, data: Path | None = None, settings: ServeSettings = A_SMALL_OFFICE
) -> Iterator[str]:
    """Serves the database behind `engine`; answers the address. `data`: the folder of the scans."""
    listening = bound_socket(Listen("127.0.0.1", 0))
    server = Server(create_app(engine, clock, data, settings), settings)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


@contextmanager
def running(
    engine: Engine, office: Office, data: Path | None = None, settings: ServeSettings = A_SMALL_OFFICE
) -> Iterator[RunningServer]:
    """A server of `office` on the empty database behind `engine`."""
    clock = SetClock(MORNING)
    node = set_up(engine, clock, office)
    with serving(engine, clock, data, settings) as url:
        yield RunningServer(url, engine, office, node, clock)


class Device:
    """A kiosk, board or counter with its own database in memory, as a program that has just started sees it."""

    def __init__(self, engine: Engine, node: Node, clock: SetClock) -> None:
        self.engine = engine
        self.node = node
        self.clock = clock
        self.journal = Journal(
            engine,
            office=node.office,
            device=node.device,
            epoch=node.epoch,
            clock=clock,
            identities=Identities(clock),
        )
        with engine.connect().execution_options(**WRITING) as connection, connection.begin():
            self.counters = begin_run(connection)
        self.line = ServerLine(node, self.counters)

    def write(self, *facts: Fact, actor: str = "staff-1") -> list[Event]:
        """Commits `facts` on the device."""
        with self.journal.writing() as writer:
            return writer.append(actor, facts)

    def copy_database(self) -> Engine:
        """A copy of its database as it is now: a backup, or a clone."""
        copy = memory_engine()
        with self.engine.connect() as source, copy.connect().execution_options(**WRITING) as target, target.begin():
            for table in tables.metadata.sorted_tables:
                rows = [dict(row) for row in source.execute(select(table)).mappings()]
                if rows:
                    target.execute(insert(table), rows)
        return copy

    def with_database(self, engine: Engine) -> Device:
        """The same device's program, started on another database."""
        with engine.connect() as connection:
            node = read_node(connection)
        assert node is not None
        return Device(engine, node, self.clock)

    def restarted(self) -> Device:
        """The program, started again."""
        self.line.close()
        return self.with_database(self.engine)

    def close(self) -> None:
        """Gives connections and database back."""
        self.line.close()
        self.engine.dispose()


def enrolled_device(server: RunningServer, kind: EnrolledKind) -> Device:
    """A new device of `server`'s office."""
    engine = memory_engine()
    node = enrol(engine, Application(server.url, server.code(kind), kind, f"Máy {kind}"))
    return Device(engine, node, SetClock(MORNING))


def memory_engine() -> Engine:
    """An encrypted database in memory with the whole schema."""
    engine = sqlite_engine(None, KEY)
    tables.metadata.create_all(engine)
    return engine


def file_engine(folder: Path) -> Engine:
    """An encrypted database in a file with the whole schema."""
    engine = sqlite_engine(folder / "journal.db", KEY)
    tables.metadata.create_all(engine)
    return engine
