"""Claim the next number: eight clients at one or two server processes, beside bare requests to the same servers.

The requests are made and signed beforehand and sent over kept connections with the barest of clients, so that it is
the servers that are measured; what the clients cost the processors all the same is told.
"""

from __future__ import annotations

import itertools
import os
import time
from collections import Counter as Tally
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select

from server.health import HEALTH_PATH
from shared.journal import tables
from shared.journal.event import Event, read_event
from shared.replication.claim_messages import CLAIM_PATH, ClaimQuestion, claim_to_bytes
from tests.bench.figures import Aim, Rounds, Row, Spread, in_turn
from tests.bench.morning import arrivals_of
from tests.bench.prepared_office import sample_ward
from tests.bench.server_processes import Place, PreparedServer, ServerProcess, bare_servers, prepared, serving
from tests.bench.signed_requests import Answer, Clients, EnrolledDevice, enrol_all, get

_LETTERS = "ABCDEF"
_ROUNDS = Rounds(5, 1)


@dataclass(frozen=True, slots=True)
class Setting:
    """How many server processes answer, and how many claims a second they should."""

    servers: int
    aim: int


ON_SQLITE = Setting(1, 1500)
"""The embedded database serves one process: a second one would read again whatever the first has written."""

ON_POSTGRESQL = Setting(2, 800)


@dataclass(frozen=True, slots=True)
class Size:
    """`claims`: of one round, over all clients; `spare`: people who go on waiting, so that no line ever runs dry."""

    rounds: Rounds = _ROUNDS
    claims: int = 800
    spare: int = 200
    clients: int = 8

    @property
    def all_claims(self) -> int:
        """Of every round, thrown away or not."""
        return self.claims * (self.rounds.measured + self.rounds.warm_up)


def measure(place: Place, size: Size, setting: Setting) -> Row:
    """The row on the empty database at `place`."""
    with prepared(place) as server, ExitStack() as closing:
        arriving = iter(arrivals_of(sample_ward(), size.all_claims + size.spare, seconds_a_step=1.0).events)
        _more_people(server, arriving, size.spare)
        counters = [EnrolledDevice(server.node.office, f"counter-{n}", "counter") for n in range(size.clients)]
        enrol_all(server.engine, counters, server.clock)
        processes = closing.enter_context(serving(place, setting.servers))
        clients = Clients([processes[number % setting.servers].port for number in range(size.clients)])
        bare = closing.enter_context(bare_servers(setting.servers))
        bare_clients = Clients([bare[number % setting.servers].port for number in range(size.clients)])
        claims, answers = _Load(clients, processes), _Load(bare_clients, bare)
        presses = [_presses(counter, number) for number, counter in enumerate(counters)]
        states = [get(HEALTH_PATH)] * (size.claims // size.clients)

        def ours() -> float:
            _more_people(server, arriving, size.claims)
            requests = [[next(press) for _ in range(size.claims // size.clients)] for press in presses]
            return claims.round(requests)

        measured, floor = in_turn(ours, lambda: answers.round([states] * size.clients), size.rounds)
        wrong = _wrong(server, [answer.json() for answer in claims.answers])
    rate = Spread("claims/s", tuple(measured))
    return Row(
        name=f"claim, {server.engine.dialect.name}",
        what=f"next number over HTTP, {size.clients} clients, server processes: {setting.servers}",
        measured=rate,
        floor=Spread("requests/s", tuple(floor)),
        floor_is="FastAPI and uvicorn with one route that says hello, as many processes, the same clients",
        aim=Aim(f">= {setting.aim:,}/s, 0 twice", rate.median >= setting.aim and not any(wrong.values())),
        details={"claims answered": len(claims.answers), **wrong, **claims.processors()},
        wrong=", ".join(f"{count} {what}" for what, count in wrong.items() if count) or None,
    )


def _more_people(server: PreparedServer, events: Iterator[Event], count: int) -> None:
    """Lets `count` more people wait, one second after the other."""
    with server.journal.writing() as writer:
        writer.take_in(list(itertools.islice(events, count)))


def _presses(counter: EnrolledDevice, number: int) -> Iterator[bytes]:
    """The presses of one counter, which serves three of the six lines; each has a key of its own."""
    lines = tuple(_LETTERS[(number + step) % len(_LETTERS)] for step in (0, 2, 3))
    press = 0
    while True:
        press += 1
        question = ClaimQuestion(f"{counter.device}-{press}", counter.device, f"desk-{number}", "staff-1", lines)
        yield counter.post(CLAIM_PATH, claim_to_bytes(question), "line")


def _wrong(server: PreparedServer, answers: Sequence[Any]) -> dict[str, int]:
    """How often a number was given twice, or none, as the clients were told and as the journal has it."""
    events = [read_event(answer["event"].encode()) for answer in answers if answer["event"] is not None]
    told = Tally(event.subject for event in events)
    event = tables.event
    called = select(event.c.subject).where(event.c.kind == "ticket.called")
    with server.journal.reading() as reader:
        written = Tally(reader.connection.execute(called).scalars())
        conflicts = reader.connection.execute(select(func.count()).select_from(tables.conflict)).scalar_one()
    return {
        "numbers given twice (as told)": sum(count - 1 for count in told.values()),
        "numbers given twice (as written)": sum(count - 1 for count in written.values()),
        "presses without a number": len(answers) - len(events),
        "numbers written but not told": len(set(written) - set(told)),
        "conflicts": conflicts,
    }


@dataclass(slots=True)
class _Load:
    """Rounds of requests, and what they cost clients and servers."""

    clients: Clients
    servers: Sequence[ServerProcess]
    answers: list[Answer] = field(default_factory=list)
    wall: float = 0.0
    by_clients: float = 0.0
    by_servers: float = 0.0

    def round(self, requests: Sequence[Sequence[bytes]]) -> float:
        """Sends one round; answers per second."""
        before, servers_before = time.process_time(), self._servers()
        seconds, answers = self.clients.send(requests)
        wanted = sum(map(len, requests))
        if len(answers) != wanted:
            raise RuntimeError(f"{len(answers)} of {wanted} requests were answered")
        self.answers += answers
        self.wall += seconds
        self.by_clients += time.process_time() - before
        self.by_servers += self._servers() - servers_before
        return wanted / seconds

    def processors(self) -> dict[str, object]:
        """The share of the machine's processors that clients and server processes kept busy, where it is known."""
        whole = self.wall * (os.cpu_count() or 1)
        shares: dict[str, object] = {"processors, the clients": f"{self.by_clients / whole:.0%}"}
        if self.by_servers:
            shares["processors, the server processes"] = f"{self.by_servers / whole:.0%}"
        return shares

    def _servers(self) -> float:
        return sum(server.processor_seconds() or 0.0 for server in self.servers)
