"""The databases of the demonstration, read without writing; the servers' ones may be running meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, select

from installer.demo.tally_post import Whereabouts, where_papers_are
from shared.journal import tables
from shared.journal.database_key import database_key
from shared.journal.engine import sqlite_engine
from shared.journal.node import Node, read_node
from shared.journal.server_tables import rating_waiting
from shared.journal.verify import verify
from shared.scans.opening import open_scans

EventKey = tuple[str, int, int, str]
"""Device, epoch, place in the log, hash."""


@dataclass(frozen=True, slots=True)
class Database:
    """One node's database as it was found: its own events, where papers are, and what `verify` has against it."""

    name: str
    own: frozenset[EventKey]
    everything: frozenset[EventKey]
    papers: Whereabouts
    findings: tuple[str, ...]


@contextmanager
def reading(folder: Path) -> Iterator[Connection]:
    """A connection to the database in `folder` that cannot write. FileNotFoundError when there is none."""
    if not (folder / "journal.db").exists():
        raise FileNotFoundError(folder / "journal.db")
    engine = sqlite_engine(folder / "journal.db", database_key(folder))
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA query_only=ON")
            yield connection
    finally:
        engine.dispose()


def node_of(connection: Connection) -> Node:
    """Whose database it is. ValueError when it is nobody's."""
    node = read_node(connection)
    if node is None:
        raise ValueError("the database is no node's")
    return node


def read_server(name: str, connection: Connection) -> Database:
    """What a server has of its office; every log is checked whole."""
    return _read(name, connection, node_of(connection), whole_logs_of=None)


def read_device(name: str, folder: Path, office: str) -> Database:
    """What a device has, whose own log is checked whole. ValueError when it belongs to another office."""
    with reading(folder) as connection:
        node = node_of(connection)
        if node.office != office:
            raise ValueError(f"{name} belongs to another office")
        return _read(name, connection, node, whole_logs_of=frozenset({node.device}))


def scans_attached(connection: Connection, office: str) -> list[tuple[str, int]]:
    """The contents of all attached scans, each with its size."""
    table = tables.attachment
    query = select(table.c.content, func.max(table.c.size)).where(table.c.office == office).group_by(table.c.content)
    return [(str(content), int(size)) for content, size in connection.execute(query)]


def scans_whole(folder: Path, office: str, attached: list[tuple[str, int]]) -> int:
    """How many of `attached` can be read in the server's `folder` to the last byte."""
    if not attached:
        return 0
    scans = open_scans(folder, office)
    return sum(scans.is_whole(content, size) and scans.verify(content, size) for content, size in attached)


def is_in_step(office: Path, province: Path) -> bool:
    """Whether both servers have the same of every log, every scan is there too, and no rating waits to be given."""
    with reading(office) as inside, reading(province) as above:
        name = node_of(inside).office
        if _logs(inside, name) != _logs(above, name):
            return False
        if above.execute(select(func.count()).select_from(rating_waiting)).scalar_one():
            return False
        attached = scans_attached(above, name)
        return scans_whole(province, name, attached) == len(attached)


def _logs(connection: Connection, office: str) -> frozenset[tuple[str, int, int]]:
    table = tables.event
    query = select(table.c.device, table.c.epoch, func.max(table.c.seq)).where(table.c.office == office)
    rows = connection.execute(query.group_by(table.c.device, table.c.epoch))
    return frozenset((str(device), int(epoch), int(seq)) for device, epoch, seq in rows)


def _read(name: str, connection: Connection, node: Node, whole_logs_of: frozenset[str] | None) -> Database:
    table = tables.event
    rows = connection.execute(
        select(table.c.device, table.c.epoch, table.c.seq, table.c.hash).where(table.c.office == node.office)
    )
    everything = frozenset((str(device), int(epoch), int(seq), str(hash_)) for device, epoch, seq, hash_ in rows)
    report = verify(connection, node.office, whole_logs_of)
    return Database(
        name=name,
        own=frozenset(key for key in everything if key[0] == node.device),
        everything=everything,
        papers=where_papers_are(connection, node),
        findings=tuple(f"{name}: {found.where}: {found.vi} / {found.en}" for found in report.findings),
    )
