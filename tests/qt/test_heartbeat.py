"""The sign of life of a desktop program: in its time, at once when something changed, and never in the way."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resources.sample_ward.load import sample_office_document
from server.heartbeats import DeviceSeen, devices_seen
from shared.domain.office import office_from_document
from shared.failures import EnvironmentFailure
from shared.qt.heartbeat import PERIOD_MILLISECONDS, HeartbeatSender, MachineReport, heartbeat_of
from shared.qt.lanes import Lane
from shared.replication.heartbeat_messages import Heartbeat
from shared.replication.replicator import SyncProgress
from tests.qt.enrolled_program import enrolled_program
from tests.server.facts import ticket_issued
from tests.server.running import RunningServer, file_engine, running

WELL = Heartbeat(datetime(2026, 11, 23, 1, 0, tzinfo=UTC), "0.2.0", "ready", 0, 60, 0, 7)
ONLINE = SyncProgress(online=True, unsent=0, last_contact=None, problem=None)
AWAY = replace(ONLINE, online=False)


class ByHand(Executor):
    """Keeps what is handed in until the test runs it."""

    def __init__(self) -> None:
        self.waiting: deque[Callable[[], object]] = deque()

    def submit(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.waiting.append(lambda: work(*args, **kwargs))
        return Future()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self.waiting.clear()


class Sending:
    """A sender whose lane the test runs by hand, towards a server that may be away."""

    def __init__(self) -> None:
        self.lane = ByHand()
        self.away = False
        self.say: Heartbeat | None = WELL
        self.heard: list[Heartbeat] = []
        self.told: list[int] = []
        self.sender = HeartbeatSender(Lane("line", self.lane), lambda: self.say, self._send)
        self.sender.sent.connect(lambda: self.told.append(1))

    def run(self) -> int:
        """Runs what waits on the lane and answers how much that was."""
        done = 0
        while self.lane.waiting:
            self.lane.waiting.popleft()()
            QCoreApplication.processEvents()
            done += 1
        return done

    def _send(self, heartbeat: Heartbeat) -> None:
        if self.away:
            raise EnvironmentFailure("server_unreachable", "Chưa kết nối được máy chủ.", "It cannot be reached.")
        self.heard.append(heartbeat)


@pytest.fixture
def sending(qapp: QApplication) -> Iterator[Sending]:
    made = Sending()
    yield made
    made.sender.stop()


def test_it_speaks_when_it_starts_and_every_minute(sending: Sending) -> None:
    sending.sender.start()
    assert sending.run() == 1
    sending.sender.beat()
    assert sending.run() == 1
    assert sending.heard == [WELL, WELL]
    assert sending.told == [1, 1]
    assert PERIOD_MILLISECONDS == 60_000


def test_changes_that_come_while_it_speaks_are_told_once_afterwards(sending: Sending) -> None:
    for _ in range(5):
        sending.sender.beat()
    assert sending.run() == 2


def test_a_server_that_is_away_is_just_tried_again(sending: Sending) -> None:
    sending.away = True
    for _ in range(3):
        sending.sender.beat()
        assert sending.run() == 1
    sending.away = False
    sending.sender.beat()
    sending.run()
    assert sending.heard == [WELL]


def test_with_nobody_to_tell_nothing_is_sent(sending: Sending) -> None:
    sending.say = None
    sending.sender.beat()
    assert sending.run() == 1
    assert (sending.heard, sending.told) == ([], [])


def test_a_server_that_comes_back_hears_of_it_at_once(sending: Sending) -> None:
    sending.sender.follow(ONLINE)
    assert sending.run() == 0  # not before it was started
    sending.sender.follow(AWAY)
    sending.sender.start()
    assert sending.run() == 1
    sending.sender.follow(ONLINE)
    assert sending.run() == 1
    sending.sender.follow(ONLINE)
    assert sending.run() == 0


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[RunningServer, ExitStack]]:
    """A server, and what stops it."""
    engine = file_engine(tmp_path)
    stopping = ExitStack()
    with stopping:
        yield stopping.enter_context(running(engine, office_from_document(sample_office_document()))), stopping
    engine.dispose()


def only_device(server: RunningServer) -> DeviceSeen:
    with server.engine.begin() as connection:
        (device,) = devices_seen(connection, server.office.id)
    return device


def test_a_running_program_is_heard_at_a_real_server(
    qtbot: QtBot, server: tuple[RunningServer, ExitStack], tmp_path: Path
) -> None:
    running_server, _ = server
    seconds = iter((100.0, 142.9))
    with enrolled_program(running_server, tmp_path / "kiosk") as program:
        with program.journal.writing() as writer:
            writer.append("staff-1", [ticket_issued(1), ticket_issued(2)])
        sender = heartbeat_of(program, lambda: MachineReport("paper_low", 2), lambda: next(seconds))
        sender.start()
        with qtbot.waitSignal(sender.sent, timeout=20_000):
            program.start()
        sender.stop()
    said = only_device(running_server).said
    assert said is not None
    assert (said.printer, said.slips_waiting, said.events, said.uptime) == ("paper_low", 2, 2, 42)
    assert said.at == program.journal.now()


def test_a_program_whose_server_is_away_does_not_ask_for_it(
    qtbot: QtBot, server: tuple[RunningServer, ExitStack], tmp_path: Path
) -> None:
    running_server, stopping = server
    with enrolled_program(running_server, tmp_path / "kiosk") as program:
        stopping.close()
        sender = heartbeat_of(program)
        told: list[int] = []
        sender.sent.connect(lambda: told.append(1))
        sender.start()
        done: list[int] = []
        program.lanes.line.submit(lambda: 1, done.append, pytest.fail)
        qtbot.waitUntil(lambda: done == [1])
        sender.stop()
    assert told == []
