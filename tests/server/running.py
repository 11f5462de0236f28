"""A real server on an ephemeral loopback port, in a thread of the test, and devices that talk to it over HTTP."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine

from server.app import create_app
from server.enrolment_codes import Invitation, invite, new_code
from server.serving import Server, bound_socket
from server.setting_up import set_up
from server.settings import Listen
from shared.clock import HO_CHI_MINH, Clock, SetClock
from shared.domain.fact import Fact
from shared.domain.office import Office
from shared.identities import Identities
from shared.journal import tables
from shared.journal.engine import WRITING, sqlite_engine
from shared.journal.event import Event
from shared.journal.journal import Journal
from shared.journal.node import Node
from shared.replication.enrolment_client import Application, enrol
from shared.replication.enrolment_messages import EnrolledKind
from shared.replication.request_counters import RequestCounters, begin_run
from shared.replication.server_line import ServerLine

MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=HO_CHI_MINH)
KEY = bytes(range(32))


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
def serving(engine: Engine, clock: Clock) -> Iterator[str]:
    """Serves the database behind `engine`; answers the address."""
    listening = bound_socket(Listen("127.0.0.1", 0))
    server = Server(create_app(engine, clock))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


@contextmanager
def running(engine: Engine, office: Office) -> Iterator[RunningServer]:
    """A server of `office` on the empty database behind `engine`."""
    clock = SetClock(MORNING)
    node = set_up(engine, clock, office)
    with serving(engine, clock) as url:
        yield RunningServer(url, engine, office, node, clock)


class Device:
    """A kiosk, board or counter with its own database in memory, enrolled with a server."""

    def __init__(self, server: RunningServer, kind: EnrolledKind = "kiosk", clock: Clock | None = None) -> None:
        self.engine = memory_engine()
        self.clock = clock or SetClock(MORNING)
        self.node = enrol(self.engine, Application(server.url, server.code(kind), kind, f"Máy {kind}"))
        self.journal = self.journal_of(self.node)
        self.counters = self.begin_run()
        self.line = ServerLine(self.node, self.counters)

    def journal_of(self, node: Node) -> Journal:
        """The journal as `node` writes it."""
        return Journal(
            self.engine,
            office=node.office,
            device=node.device,
            epoch=node.epoch,
            clock=self.clock,
            identities=Identities(self.clock),
        )

    def begin_run(self) -> RequestCounters:
        """The request counters of a program that starts now."""
        with self.engine.connect().execution_options(**WRITING) as connection, connection.begin():
            return begin_run(connection)

    def write(self, *facts: Fact, actor: str = "staff-1") -> list[Event]:
        """Commits `facts` on the device."""
        with self.journal.writing() as writer:
            return writer.append(actor, facts)

    def close(self) -> None:
        """Gives connections and database back."""
        self.line.close()
        self.engine.dispose()


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
