"""A morning's events arrive at the server, beside one bulk insert of the same bytes.

What is measured does all that the receiving side does: it reads the push, checks chain and duplicates, stores, folds
and fills the read tables, 500 events a transaction. The floor writes the rows and nothing else, in one transaction.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from shared.domain.office import Office
from shared.journal import tables
from shared.journal.journal import Journal
from shared.journal.verify import verify
from shared.replication import log_store
from shared.replication.messages import PUSH_PATH, push_to_bytes, read_push
from tests.bench.bare_database import BareDatabase, row_of
from tests.bench.figures import Aim, Rounds, Row, Spread, in_turn, seconds_of, without_old_garbage
from tests.bench.morning import Morning, kinds_in_words, morning_of
from tests.bench.prepared_office import sample_ward
from tests.bench.server_processes import Place, PreparedServer, prepared, serving
from tests.bench.signed_requests import Clients, EnrolledDevice, KeptConnection, enrol_all

_KEY = bytes(range(32))
_SHARE = 0.1
_TOGETHER = 10_000
_ROUNDS = Rounds(3, 0)


@dataclass(frozen=True, slots=True)
class Size:
    """`batch`: events in one push."""

    rounds: Rounds = _ROUNDS
    events: int = 30_000
    batch: int = 500


def measure(folder: Path, size: Size = Size()) -> Row:
    """The row."""
    morning = morning_of(_office(), size.events, seconds_a_step=2.0)
    pushes = list(morning.pushes(size.batch))
    bodies = [push_to_bytes(push) for push in pushes]
    rows = [row_of(event, cursor) for cursor, event in enumerate(morning.events, start=1)]
    places = (folder / f"round-{number}" for number in itertools.count(1))
    findings: list[str] = []

    def ours() -> float:
        with prepared(Place(next(places))) as server, without_old_garbage():
            took = seconds_of(lambda: _receive(server.journal, bodies))
            findings.extend(_findings(server, morning))
        return took

    def floor() -> float:
        with prepared(Place(next(places))) as server, BareDatabase(_new(next(places)), _KEY, server.engine) as bare:
            return seconds_of(lambda: bare.insert_all(rows))

    measured, bare = in_turn(ours, floor, size.rounds)
    over_http, http_findings = _over_http(folder / "http", morning, size)
    findings += http_findings
    return _row(size, morning, [_rates(size, each) for each in (measured, bare, [over_http])], findings)


def _row(size: Size, morning: Morning, spreads: Sequence[Spread], findings: Sequence[str]) -> Row:
    ours, floor, http = spreads
    return Row(
        name="push a morning",
        what=f"{size.events:,} events, {size.batch} a push, direct",
        measured=ours,
        floor=floor,
        floor_is="executemany of the same rows in one transaction, straight through SQLCipher, same pragmas and table",
        aim=Aim(f">= {_SHARE:.0%} of floor", ours.median >= _SHARE * floor.median),
        details={
            "share of the floor's rate": f"{ours.median / floor.median:.1%}",
            "the same over HTTP, one connection": f"{http.median:,.0f} events/s, {http.median / floor.median:.1%}",
            "events": kinds_in_words(morning.events),
        },
        wrong="; ".join(findings) or None,
    )


def measure_together(folder: Path, size: Size = Size()) -> Row:
    """The row of several machines that send at the same time, over HTTP to one server process."""
    morning = morning_of(_office(), size.events, seconds_a_step=2.0)
    rows = [row_of(event, cursor) for cursor, event in enumerate(morning.events, start=1)]
    places = (folder / f"round-{number}" for number in itertools.count(1))
    findings: list[str] = []

    def ours() -> float:
        place = Place(next(places))
        devices = {name: EnrolledDevice(sample_ward().id, name, "counter") for name in morning.logs}
        with prepared(place) as server:
            enrol_all(server.engine, tuple(devices.values()), server.clock)
            requests = [
                [devices[name].post(PUSH_PATH, push_to_bytes(push), "push") for push in log.pushes(size.batch)]
                for name, log in morning.logs.items()
            ]
            with serving(place, 1) as (process,):
                took, answers = Clients([process.port] * len(requests)).send(requests)
            findings.extend(f"answered {answer.status}" for answer in answers if answer.status != 200)
            findings.extend(_findings(server, morning))
        return took

    def floor() -> float:
        with prepared(Place(next(places))) as server, BareDatabase(_new(next(places)), _KEY, server.engine) as bare:
            return seconds_of(lambda: bare.insert_all(rows))

    measured, bare = (_rates(size, each) for each in in_turn(ours, floor, size.rounds))
    return Row(
        name="push together",
        what=f"{size.events:,} events, {size.batch} a push, over HTTP, {len(morning.logs)} machines at once",
        measured=measured,
        floor=bare,
        floor_is="executemany of the same rows in one transaction, straight through SQLCipher, same pragmas and table",
        aim=Aim(f">= {_TOGETHER:,}/s", measured.median >= _TOGETHER),
        details={"events": kinds_in_words(morning.events)},
        wrong="; ".join(findings) or None,
    )


def _rates(size: Size, seconds: Sequence[float]) -> Spread:
    return Spread("events/s", tuple(size.events / each for each in seconds))


def _office() -> Office:
    return sample_ward()


def _new(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder / "bare.db"


def _receive(journal: Journal, bodies: Sequence[bytes]) -> None:
    for body in bodies:
        push = read_push(body)
        with journal.writing() as writer:
            log_store.receive(writer, push)


def _findings(server: PreparedServer, morning: Morning) -> list[str]:
    """What is not as it should be once everything has arrived."""
    with server.journal.reading() as reader:
        stored = reader.connection.execute(select(func.count()).select_from(tables.event)).scalar_one()
        conflicts = reader.connection.execute(select(func.count()).select_from(tables.conflict)).scalar_one()
        report = verify(reader.connection, server.node.office, frozenset(morning.logs))
    found = [] if stored == len(morning.events) else [f"{stored} of {len(morning.events)} events arrived"]
    found += [f"{conflicts} conflicts in a morning that has none"] if conflicts else []
    return found + ([] if report.holds else [f"verify: {len(report.findings)} findings"])


def _over_http(folder: Path, morning: Morning, size: Size) -> tuple[float, list[str]]:
    """How long the same pushes take through a server process, in seconds, and what is wrong afterwards."""
    place = Place(folder)
    devices = {name: EnrolledDevice(sample_ward().id, name, "counter") for name in morning.logs}
    with prepared(place) as server:
        enrol_all(server.engine, tuple(devices.values()), server.clock)
        requests = [
            devices[push.device].post(PUSH_PATH, push_to_bytes(push), "push") for push in morning.pushes(size.batch)
        ]
        with serving(place, 1) as (process,), KeptConnection(process.port) as connection:
            took = seconds_of(lambda: [answer.json() for answer in connection.ask_all(requests)])
        return took, _findings(server, morning)
