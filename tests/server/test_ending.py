"""How a server process ends: told once or twice, under load, with people waiting; and what its log says of all that."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
import requests
from sqlalchemy import Engine, select

from server.setting_up import set_up
from shared.clock import SystemClock
from shared.domain.office import Office
from shared.failures import Failure
from shared.journal import tables
from shared.journal.opening import open_server
from shared.replication.messages import PullQuestion
from tests.server.facts import ticket_issued
from tests.server.running import MORNING, Device, RunningServer, SetClock, enrolled_device
from tests.server.server_process import ROOT, environment
from tests.server.test_replication_over_http import pull_all, push_all
from tests.server.waiting import until

DEVICES = 3


class Process:
    """A server process whose log is read to its end."""

    def __init__(self, data: Path, *options: str) -> None:
        command = [sys.executable, "-m", "server", "serve", "--listen", "127.0.0.1:0", "--data", str(data), *options]
        self._log = (data.parent / "log").open("w+", encoding="utf-8")
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=self._log, text=True, env=environment()
        )
        assert self.process.stdout is not None
        self.url = self.process.stdout.readline().removeprefix("listening on ").strip()

    def told_to_end(self) -> None:
        self.process.send_signal(signal.SIGTERM)

    def ended(self) -> tuple[int, list[str]]:
        """How it ended, and the lines of its log."""
        status = self.process.wait(30)
        self._log.seek(0)
        return status, self._log.read().splitlines()

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()
        self._log.close()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, sample_ward: Office) -> Iterator[RunningServer]:
    """An office's data, set up and open beside the processes of the tests; `url` is not served."""
    folder = tmp_path_factory.mktemp("ending") / "data"
    engine = open_server(None, folder)
    node = set_up(engine, SystemClock(), sample_ward)
    yield RunningServer(str(folder), engine, sample_ward, node, SetClock(MORNING))
    engine.dispose()


class Hand:
    """Somebody who takes numbers as fast as the server acknowledges them, until it does no longer."""

    def __init__(self, device: Device) -> None:
        self.device = device
        self.sent = 0
        self.thread = threading.Thread(target=self._work)
        self.thread.start()

    def _work(self) -> None:
        try:
            while True:
                self.device.write(ticket_issued(self.sent % 499 + 1))
                push_all(self.device)
                if self.acknowledged() == self.sent:
                    return
                self.sent = self.acknowledged()
        except Failure:
            return

    def acknowledged(self) -> int:
        with self.device.engine.connect() as connection:
            return int(connection.execute(select(tables.log.c.acknowledged)).scalar_one())


def durable(engine: Engine, device: str) -> int:
    with engine.connect() as connection:
        rows = connection.execute(select(tables.event.c.seq).where(tables.event.c.device == device)).scalars().all()
    assert sorted(rows) == list(range(1, len(rows) + 1))
    return len(rows)


def test_a_server_told_to_end_under_load_finishes_what_it_began_and_loses_nothing(office: RunningServer) -> None:
    with ExitStack() as closing:
        server = Process(Path(office.url), "--log-format", "json", "--log-level", "info")
        closing.callback(server.close)
        devices = [enrolled_device(replace(office, url=server.url), "kiosk") for _ in range(DEVICES)]
        waiting = enrolled_device(replace(office, url=server.url), "counter")
        for device in (*devices, waiting):
            closing.callback(device.close)
        pull_all(waiting)
        hands = [Hand(device) for device in devices]
        until(lambda: all(hand.sent >= 5 for hand in hands), seconds=60)
        server.told_to_end()
        server.told_to_end()
        for hand in hands:
            hand.thread.join(30)
        status, lines = server.ended()
        assert status == 0
        for hand in hands:
            assert durable(office.engine, hand.device.node.device) >= hand.acknowledged() >= 5
    said = [json.loads(line) for line in lines]
    pushes = [line for line in said if line.get("route") == "/api/replication/push" and line["status"] == 200]
    assert len(pushes) >= 5 * DEVICES
    assert {
        "time",
        "level",
        "logger",
        "event",
        "request",
        "method",
        "route",
        "status",
        "ms",
        "office",
        "device",
    } == set(pushes[0])
    assert {line["device"] for line in pushes} == {hand.device.node.device for hand in hands}
    assert [line for line in said if line["level"] not in ("info",)] == []


def test_whoever_waits_for_something_new_is_answered_at_once_when_the_server_ends(office: RunningServer) -> None:
    with ExitStack() as closing:
        server = Process(Path(office.url))
        closing.callback(server.close)
        counter = enrolled_device(replace(office, url=server.url), "counter")
        closing.callback(counter.close)
        pull_all(counter)
        with counter.journal.reading() as reader:
            version = reader.connection.execute(select(tables.reference.c.version)).scalar_one()
        asked = counter.line.pull(PullQuestion("", 0, version, 1))
        answers: list[int] = []

        def wait() -> None:
            answers.append(len(counter.line.pull(PullQuestion(asked.next, 25, version, 1)).events))

        thread = threading.Thread(target=wait)
        thread.start()
        until(lambda: "motcua_long_polls 1.0" in requests.get(f"{server.url}/metrics", timeout=10).text)
        server.told_to_end()
        thread.join(10)
        status, lines = server.ended()
    assert (status, answers) == (0, [0])
    assert lines == []
