"""An office server below a running central one, and the devices of its building, all on real databases and lines."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from server.upstream.joining import join
from shared.clock import SetClock
from shared.identities import Identities
from shared.journal import tables
from shared.journal.engine import postgresql_engine
from shared.journal.journal import Journal
from shared.journal.node import Node, read_node
from shared.replication.database_lane import at_once
from shared.replication.enrolment_client import Application, enrol
from shared.replication.enrolment_messages import EnrolledKind
from shared.replication.pulling import Pulling
from shared.replication.pushing import Pushing
from shared.replication.replicator import Replicator
from shared.replication.sender import Pace
from tests.server.running import MORNING, Device, RunningServer, file_engine, memory_engine, serving


@dataclass(frozen=True, slots=True)
class OfficeServer:
    """An office server that answers its building at `url`."""

    url: str
    engine: Engine
    node: Node
    clock: SetClock

    def journal(self) -> Journal:
        """The office's journal on this server, to read."""
        return Journal(
            self.engine,
            office=self.node.office,
            device=self.node.device,
            epoch=self.node.epoch,
            clock=self.clock,
            identities=Identities(self.clock),
        )


def joined(engine: Engine, province: RunningServer, url: str | None = None) -> Node:
    """Makes the empty `engine` an office server of the province; `url`: the way to it, if not the direct one."""
    application = Application(url or province.url, province.code("office_server", "Máy chủ"), "office_server", "")
    return join(engine, SetClock(MORNING), application)


@contextmanager
def serving_building(engine: Engine, data: Path | None = None) -> Iterator[OfficeServer]:
    """Serves the building from the database of an office server."""
    clock = SetClock(MORNING)
    node = node_in(engine)
    with serving(engine, clock, data) as url:
        yield OfficeServer(url, engine, node, clock)


def building_device(province: RunningServer, building: OfficeServer, kind: EnrolledKind) -> Device:
    """A new device, let in by the province through the office server."""
    engine = memory_engine()
    node = enrol(engine, Application(building.url, province.code(kind), kind, f"Máy {kind}"))
    return Device(engine, node, SetClock(MORNING))


def replicator_of(device: Device) -> Replicator:
    """The replicator of a device's program, to be driven by hand."""
    return Replicator(
        journal=device.journal,
        line=device.line,
        counters=device.counters,
        database=at_once,
        chance=lambda: 0.5,
        report=lambda _: None,
        changed=lambda: None,
    )


def node_in(engine: Engine) -> Node:
    """The node of a database."""
    with engine.begin() as connection:
        node = read_node(connection)
    assert node is not None
    return node


def places(engine: Engine) -> set[tuple[str, int, int, str]]:
    """Every event in a database, by its place and hash."""
    event = tables.event
    with engine.begin() as connection:
        rows = connection.execute(select(event.c.device, event.c.epoch, event.c.seq, event.c.hash)).all()
    found = {(str(device), int(epoch), int(seq), str(hash_)) for device, epoch, seq, hash_ in rows}
    assert len(found) == len(rows)
    return found


def folds(engine: Engine) -> dict[str, list[tuple[str, bytes]]]:
    """What the read tables of tickets, dossiers, desks and ratings say."""
    found: dict[str, list[tuple[str, bytes]]] = {}
    for table in (tables.ticket, tables.dossier, tables.desk, tables.rating):
        query = select(table.c.subject, table.c.document).order_by(table.c.subject)
        with engine.begin() as connection:
            found[table.name] = [(str(subject), bytes(document)) for subject, document in connection.execute(query)]
    return found


@dataclass
class World:
    """A province, one building below it, and what is to be closed at the end."""

    province: RunningServer
    building: OfficeServer
    closing: ExitStack

    def device(self, kind: EnrolledKind) -> Device:
        """A new device of the building."""
        device = building_device(self.province, self.building, kind)
        self.closing.callback(device.close)
        return device


@contextmanager
def world_of(province: RunningServer, engine: Engine, scans: Path | None = None) -> Iterator[World]:
    """Joins the empty `engine` to the province and serves the building from it. `scans`: the folder of its scans."""
    joined(engine, province)
    with ExitStack() as closing:
        closing.callback(engine.dispose)
        yield World(province, closing.enter_context(serving_building(engine, scans)), closing)


def push_all(device: Device) -> None:
    """Sends everything that the device has."""
    pushing = Pushing(device.journal, device.line.push, at_once)
    while pushing.step(Pace()):
        pass


def pull_all(device: Device) -> None:
    """Fetches everything that is there for the device."""
    pulling = Pulling(device.journal, device.line, at_once)
    while pulling.step(0).more:
        pass


def same_kind_of_database(server: RunningServer, tmp_path: Path, request: pytest.FixtureRequest) -> Engine:
    """An empty database for a building, of the kind that `server` has."""
    if server.engine.dialect.name == "sqlite":
        return file_engine(folder(tmp_path / "building"))
    template = request.getfixturevalue("postgresql_template")
    return postgresql_engine(request.getfixturevalue("postgresql_cluster").new_database(template))


def folder(path: Path) -> Path:
    """A new folder."""
    path.mkdir()
    return path
