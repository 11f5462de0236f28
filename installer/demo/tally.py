"""What became of the morning, read from the databases after every program has ended; nothing is counted by hand."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from installer.demo.tally_post import InTheBags, Whereabouts, in_the_bags, papers_elsewhere, where_papers_are
from installer.demo.tally_rooms import InTheRooms, in_the_rooms
from shared.journal import tables
from shared.journal.database_key import database_key
from shared.journal.engine import sqlite_engine
from shared.journal.event import read_event
from shared.journal.node import Node, read_node
from shared.journal.verify import verify

EventKey = tuple[str, int, int, str]
"""Device, epoch, place in the log, hash."""

LEAST_TICKETS, LEAST_DOSSIERS = 40, 15
_STAND_IN = "slip."
"""So begins the token of what stands in for a ticket whose number was read off its slip: it is no second number."""


@dataclass(frozen=True, slots=True)
class Database:
    """One node's database as it was found: its own events, where papers are, and what `verify` has against it."""

    name: str
    own: frozenset[EventKey]
    everything: frozenset[EventKey]
    papers: Whereabouts
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Happened:
    """What the server's journal says of the morning.

    `calls_crossed`: tickets called at two counters while neither had the server; `double_calls`: those that two
    counters went on to serve.
    """

    tickets_issued: int
    calls: int
    calls_offline: int
    calls_crossed: int
    dossiers_received: int
    dossiers_handed_over: int
    dossiers_missed_at_handover: int
    results_returned: int
    ratings: int
    duplicate_numbers: int
    double_calls: int


@dataclass(frozen=True, slots=True)
class Tally:
    """The morning in figures (kết quả buổi làm việc), as written to morning.json.

    `papers_seen_elsewhere`: papers of which a device believes that they are elsewhere than the server does; a kiosk is
    told of dossiers only.
    """

    happened: Happened
    rooms: InTheRooms
    post: InTheBags
    events_written: int
    events_on_server: int
    lost: int
    papers_seen_elsewhere: int
    findings: tuple[str, ...]
    seconds: float
    server_stopped_seconds: float
    programs_killed: int
    cash_up_vnd: int

    def to_json(self) -> str:
        """One flat JSON object."""
        figures = asdict(self.happened) | asdict(self.rooms) | asdict(self.post)
        for field in fields(self):
            if field.name not in ("happened", "rooms", "post"):
                figures[field.name] = getattr(self, field.name)
        return json.dumps(figures, ensure_ascii=False, indent=1) + "\n"

    def complaints(self) -> Iterator[str]:
        """What did not hold, one sentence each."""
        happened = self.happened
        nothing = {
            "sự kiện bị mất / events lost": self.lost,
            "số trùng / duplicate numbers": happened.duplicate_numbers,
            "số được hai quầy phục vụ / tickets served twice": happened.double_calls,
            "giấy tờ mỗi máy một nơi / papers that machines see in different places": self.papers_seen_elsewhere,
        }
        for what, count in nothing.items():
            if count:
                yield f"{what}: {count}."
        enough = {
            "số đã cấp / tickets issued": (happened.tickets_issued, LEAST_TICKETS),
            "hồ sơ đã nhận / dossiers received": (happened.dossiers_received, LEAST_DOSSIERS),
            "hồ sơ đã bàn giao / dossiers handed over": (happened.dossiers_handed_over, 1),
            "kết quả đã trả / results returned": (happened.results_returned, 1),
            "đánh giá / ratings": (happened.ratings, 1),
            "lần tắt máy / programs killed": (self.programs_killed, 1),
        }
        for what, (count, least) in enough.items():
            if count < least:
                yield f"{what}: {count} < {least}."
        yield from self.rooms.complaints(self.cash_up_vnd)
        yield from self.post.complaints()
        yield from self.findings


def count_up(server: Path, devices: Mapping[str, Path], **measured: Any) -> Tally:
    """Reads the databases in these folders; `measured` are the four figures that no database knows."""
    office, at_server, happened, rooms, post = _read_server(server)
    found = [_read_device(name, folder, office) for name, folder in devices.items()]
    written = at_server.own.union(*(database.own for database in found))
    return Tally(
        happened=happened,
        rooms=rooms,
        post=post,
        events_written=len(written),
        events_on_server=len(at_server.everything),
        lost=len(written - at_server.everything),
        papers_seen_elsewhere=sum(papers_elsewhere(each.papers, at_server.papers) for each in found),
        findings=tuple(finding for database in (at_server, *found) for finding in database.findings),
        **measured,
    )


@contextmanager
def _reading(folder: Path) -> Iterator[Connection]:
    """A connection to the database in `folder` that cannot write."""
    if not (folder / "journal.db").exists():
        raise FileNotFoundError(folder / "journal.db")
    engine = sqlite_engine(folder / "journal.db", database_key(folder))
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA query_only=ON")
            yield connection
    finally:
        engine.dispose()


def _read_server(folder: Path) -> tuple[str, Database, Happened, InTheRooms, InTheBags]:
    with _reading(folder) as connection:
        node = _node(connection)
        database = _database("server", connection, node, whole_logs_of=None)
        kinds = _kinds(connection, node.office)
        rooms = in_the_rooms(connection, folder, node.office, kinds)
        post = in_the_bags(connection, node.office, kinds)
        return node.office, database, _happened(connection, node.office, kinds), rooms, post


def _read_device(name: str, folder: Path, office: str) -> Database:
    with _reading(folder) as connection:
        node = _node(connection)
        database = _database(name, connection, node, whole_logs_of=frozenset({node.device}))
        if node.office != office:
            raise ValueError(f"{name} belongs to another office")
        return database


def _node(connection: Connection) -> Node:
    node = read_node(connection)
    if node is None:
        raise ValueError("the database is no node's")
    return node


def _database(name: str, connection: Connection, node: Node, whole_logs_of: frozenset[str] | None) -> Database:
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


def _happened(connection: Connection, office: str, kinds: Counter[str]) -> Happened:
    served, crossed = _counters_of_tickets(connection, office)
    return Happened(
        tickets_issued=kinds["ticket.issued"],
        calls=kinds["ticket.called"],
        calls_offline=served.offline,
        calls_crossed=crossed,
        dossiers_received=kinds["dossier.received"],
        dossiers_handed_over=_subjects(connection, office, "dossier.taken"),
        dossiers_missed_at_handover=_subjects(connection, office, "dossier.not_taken"),
        results_returned=kinds["dossier.returned"],
        ratings=kinds["rating.given"],
        duplicate_numbers=_repeated(connection, office, tables.ticket, ("date", "label"))
        + _repeated(connection, office, tables.dossier, ("code",))
        + _repeated(connection, office, tables.consignment, ("number",))
        + _repeated(connection, office, tables.form, ("form", "year", "number")),
        double_calls=served.by_two,
    )


def _kinds(connection: Connection, office: str) -> Counter[str]:
    table = tables.event
    rows = connection.execute(select(table.c.kind, func.count()).where(table.c.office == office).group_by(table.c.kind))
    return Counter({str(kind): int(count) for kind, count in rows})


def _subjects(connection: Connection, office: str, kind: str) -> int:
    table = tables.event
    query = select(func.count(func.distinct(table.c.subject))).where(table.c.office == office, table.c.kind == kind)
    return int(connection.execute(query).scalar_one())


def _repeated(connection: Connection, office: str, table: Any, columns: Sequence[str]) -> int:
    """How many rows of a read table have numbers that another row has had already."""
    numbers = [table.c[column] for column in columns]
    here = table.c.office == office
    if table is tables.ticket:
        here &= ~table.c.token.startswith(_STAND_IN)
    query = select(func.count() - 1).where(here).group_by(*numbers).having(func.count() > 1)
    return sum(int(more) for more in connection.execute(query).scalars())


@dataclass(frozen=True, slots=True)
class _Served:
    offline: int
    by_two: int


_ENDS_WITHOUT_SERVICE = frozenset({"ticket.call_undone", "ticket.absent", "ticket.transferred"})


def _counters_of_tickets(connection: Connection, office: str) -> tuple[_Served, int]:
    """How tickets were called: offline, served by two counters; and how many were called at two before either was done.

    A counter served a ticket when it called it and did not take the call back, note the citizen absent or send on. Of
    one that was served by its slip a call elsewhere comes to nothing by itself: there the end of the service counts.
    """
    table = tables.event
    query = (
        select(table.c.body)
        .where(table.c.office == office, table.c.kind.like("ticket.%"))
        .order_by(table.c.lamport, table.c.device, table.c.epoch, table.c.seq)
    )
    serving: dict[str, set[str]] = {}
    finished: dict[str, set[str]] = {}
    by_slip: dict[str, str] = {}
    offline = 0
    for body in connection.execute(query).scalars():
        event = read_event(bytes(body))
        counters = serving.setdefault(event.subject, set())
        counter = str(event.data.get("counter"))
        if event.kind == "ticket.served_by_slip":
            by_slip[event.subject] = counter
        elif event.kind == "ticket.done":
            finished.setdefault(event.subject, set()).add(counter)
        elif event.kind == "ticket.called":
            counters.add(counter)
            offline += event.data.get("mode") == "offline"
        elif event.kind in _ENDS_WITHOUT_SERVICE:
            counters.discard(counter)
    serving |= {subject: {counter} | finished.get(subject, set()) for subject, counter in by_slip.items()}
    crossed = connection.execute(
        select(func.count(func.distinct(tables.conflict.c.subject))).where(
            tables.conflict.c.office == office, tables.conflict.c.code == "called_twice"
        )
    ).scalar_one()
    return _Served(offline, sum(len(counters) > 1 for counters in serving.values())), int(crossed)
