"""What a node is: written once at enrolment (or `init` of a server), read at every start."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace

from sqlalchemy import Connection, select

from shared.journal import tables
from shared.journal.inserting import upsert


@dataclass(frozen=True, slots=True)
class Node:
    """A node (nút): one database with one journal.

    `index` is unique in the office and gives the ranges of dossier codes, `kiosk_index` those of tickets (0: none).
    `private_key` is the Ed25519 key (hex) that signs this device's requests; it lives in the encrypted database only.
    """

    office: str
    device: str
    kind: str
    name: str
    epoch: int
    index: int
    kiosk_index: int
    server_url: str
    private_key: str


def read_node(connection: Connection) -> Node | None:
    """The node of this database, or None before enrolment."""
    mine = tables.node.c.name.in_([field.name for field in fields(Node)])
    rows = connection.execute(select(tables.node.c.name, tables.node.c.value).where(mine))
    values = {str(name): str(value) for name, value in rows}
    if "device" not in values:
        return None
    return Node(
        office=values["office"],
        device=values["device"],
        kind=values["kind"],
        name=values["name"],
        epoch=int(values["epoch"]),
        index=int(values["index"]),
        kiosk_index=int(values["kiosk_index"]),
        server_url=values["server_url"],
        private_key=values["private_key"],
    )


def write_node(connection: Connection, node: Node) -> None:
    """Writes `node` into its database."""
    rows = [{"name": name, "value": str(value)} for name, value in asdict(node).items()]
    upsert(connection, tables.node, rows)


def read_value(connection: Connection, name: str) -> str | None:
    """A value that the node keeps about itself (a cursor, a counter), or None."""
    return connection.execute(select(tables.node.c.value).where(tables.node.c.name == name)).scalar()


def write_value(connection: Connection, name: str, value: str) -> None:
    """Keeps a value under `name`."""
    upsert(connection, tables.node, [{"name": name, "value": value}])


RESTORED = "restored"
"""Under this name a server keeps a word of chance, new with every restored backup: two may come from the same one."""


LONGEST_LEAP = 2**16
"""A restored server goes on at most so many epochs after the last one that its backup knows."""


def with_epoch(node: Node, epoch: int) -> Node:
    """The same node in a later epoch."""
    return replace(node, epoch=epoch)
