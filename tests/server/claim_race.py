"""Several counters race for the same line over several server processes: set up, run, measured."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from sqlalchemy import Engine, insert

from server.setting_up import set_up
from shared.clock import SystemClock, business_date
from shared.domain.office import Office
from shared.identities import Identities
from shared.journal import tables
from shared.journal.journal import Journal
from shared.replication.signing import new_private_key, public_key_of
from tests.server.facts import ticket_issued
from tests.server.server_process import ROOT, environment, server_process


@dataclass(frozen=True, slots=True)
class RaceResult:
    """Which tickets were given, in all, and how fast."""

    given: tuple[str, ...]
    claims_per_second: float
    median_milliseconds: float
    slowest_milliseconds: float


def prepare(engine: Engine, office: Office, tickets: int, counters: int, folder: Path) -> list[Path]:
    """An office with `tickets` waiting in line A and `counters` enrolled; answers a setting for each client."""
    clock = SystemClock()
    node = set_up(engine, clock, office)
    journal = Journal(
        engine,
        office=office.id,
        device=node.device,
        epoch=node.epoch,
        clock=clock,
        identities=Identities(clock),
    )
    date = business_date(clock.now()).isoformat()
    with journal.writing() as writer:
        writer.append("citizen", [ticket_issued(number, date=date) for number in range(1, tickets + 1)])
        settings = []
        for index in range(1, counters + 1):
            key = new_private_key()
            row = {
                "office": office.id,
                "device": f"counter-{index}",
                "kind": "counter",
                "name": f"Quầy {index}",
                "public_key": public_key_of(key),
                "index": index,
                "enrolled_at": 0,
            }
            writer.connection.execute(insert(tables.device).values(**row))
            settings.append({"office": office.id, "device": row["device"], "private_key": key, "lines": "A"})
    files = []
    for index, setting in enumerate(settings, start=1):
        file = folder / f"client-{index}.json"
        file.write_text(json.dumps({**setting, "counter": f"quay-{index}", "claims": tickets + 1}), encoding="utf-8")
        files.append(file)
    return files


def race(place: Sequence[str], settings: Sequence[Path], processes: int) -> RaceResult:
    """Runs all clients at once against `processes` servers on the database at `place`."""
    with ExitStack() as stack:
        urls = [stack.enter_context(server_process(place)) for _ in range(processes)]
        clients = []
        for number, file in enumerate(settings):
            setting = json.loads(file.read_text(encoding="utf-8"))
            file.write_text(json.dumps({**setting, "url": urls[number % processes]}), encoding="utf-8")
            clients.append(stack.enter_context(_client(file)))
        told = [_finish(client) for client in _all_ready(clients)]
    given = [ticket for one in told for ticket in one["given"]]
    latencies = [latency for one in told for latency in one["latencies"]]
    seconds = max(one["seconds"] for one in told)
    return RaceResult(tuple(given), len(given) / seconds, median(latencies) * 1000, max(latencies) * 1000)


def _client(file: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.server.claim_client", str(file)]
    return subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment()
    )


def _all_ready(clients: list[subprocess.Popen[str]]) -> list[subprocess.Popen[str]]:
    for client in clients:
        assert client.stdout is not None
        assert client.stdout.readline() == "ready\n"
    for client in clients:
        assert client.stdin is not None
        client.stdin.write("go\n")
        client.stdin.flush()
    return clients


def _finish(client: subprocess.Popen[str]) -> dict[str, list[float]]:
    out, _ = client.communicate()
    answer: dict[str, list[float]] = json.loads(out)
    return answer
