"""What became of the morning, read from the databases after every program has ended; nothing is counted by hand."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from installer.demo.databases import Database, EventKey, node_of, read_device, read_server, reading
from installer.demo.province_hours import Seen
from installer.demo.tally_post import InTheBags, in_the_bags, papers_elsewhere
from installer.demo.tally_rooms import InTheRooms, in_the_rooms
from shared.journal import tables
from shared.journal.event import read_event

LEAST_TICKETS, LEAST_DOSSIERS = 40, 15
NOTHING_SEEN = Seen()
_STAND_IN = "slip."
"""So begins the token of what stands in for a ticket whose number was read off its slip: it is no second number."""


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
    ratings_by_phone: int
    duplicate_numbers: int
    double_calls: int


@dataclass(frozen=True, slots=True)
class Tally:
    """The morning in figures (kết quả buổi làm việc), as written to morning.json.

    `lost`: events that the office's server or the province's has not. `papers_seen_elsewhere`: papers of which a
    device or the province believes that they are elsewhere than the office's server does; a kiosk is told of dossiers
    only. `phones_rated`: ratings that phones gave at the province, to be found among those of the office.
    """

    happened: Happened
    rooms: InTheRooms
    post: InTheBags
    events_written: int
    events_on_server: int
    events_in_province: int
    lost: int
    papers_seen_elsewhere: int
    scans_in_province: int
    reports: tuple[str, ...]
    browser_pictures: tuple[str, ...]
    browser_note: str
    findings: tuple[str, ...]
    seconds: float
    server_stopped_seconds: float
    province_stopped_seconds: float
    programs_killed: int
    phones_rated: int
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
        same = {
            "sự kiện ở tỉnh / events in the province": (self.events_in_province, self.events_written),
            "sự kiện ở máy chủ bộ phận / events on the office server": (self.events_on_server, self.events_written),
            "bản quét ở tỉnh / scans in the province": (self.scans_in_province, self.rooms.scans_attached),
            "đánh giá bằng điện thoại / ratings by phone": (happened.ratings_by_phone, self.phones_rated),
        }
        for what, (found, wanted) in same.items():
            if found != wanted:
                yield f"{what}: {found} ≠ {wanted}."
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


def count_up(
    province: Path, server: Path, devices: Mapping[str, Path], *, seen: Seen = NOTHING_SEEN, **measured: Any
) -> Tally:
    """Reads the databases of both servers and the devices; `measured` are the figures that no database knows."""
    above, inside = _read_server("province", province), _read_server("server", server)
    found = [read_device(name, folder, inside.office) for name, folder in devices.items()]
    databases = (above.database, inside.database, *found)
    written = frozenset[EventKey]().union(*(database.own for database in databases))
    others = (above.database, *found)
    return Tally(
        happened=_worse(inside.happened, above.happened),
        rooms=inside.rooms,
        post=inside.post,
        events_written=len(written),
        events_on_server=len(inside.database.everything),
        events_in_province=len(above.database.everything),
        lost=len(written - (inside.database.everything & above.database.everything)),
        papers_seen_elsewhere=sum(papers_elsewhere(each.papers, inside.database.papers) for each in others),
        scans_in_province=above.rooms.scans_whole,
        reports=seen.reports,
        browser_pictures=seen.pictures,
        browser_note=seen.note,
        findings=tuple(finding for database in databases for finding in database.findings),
        **measured,
    )


def _worse(inside: Happened, above: Happened) -> Happened:
    """What the office's server says happened, with the numbers and calls that came twice on either server."""
    return replace(
        inside,
        duplicate_numbers=max(inside.duplicate_numbers, above.duplicate_numbers),
        double_calls=max(inside.double_calls, above.double_calls),
    )


@dataclass(frozen=True, slots=True)
class _AtServer:
    """What one of the two servers knows of the morning."""

    database: Database
    office: str
    happened: Happened
    rooms: InTheRooms
    post: InTheBags


def _read_server(name: str, folder: Path) -> _AtServer:
    with reading(folder) as connection:
        office = node_of(connection).office
        kinds = _kinds(connection, office)
        return _AtServer(
            database=read_server(name, connection),
            office=office,
            happened=_happened(connection, office, kinds),
            rooms=in_the_rooms(connection, folder, office, kinds),
            post=in_the_bags(connection, office, kinds),
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
        ratings_by_phone=_by_phone(connection, office),
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


def _by_phone(connection: Connection, office: str) -> int:
    table = tables.event
    query = select(table.c.body).where(table.c.office == office, table.c.kind == "rating.given")
    return sum(read_event(bytes(body)).data["channel"] == "phone" for body in connection.execute(query).scalars())


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
