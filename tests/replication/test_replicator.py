"""The replicator a step at a time, without a thread: what it tells people, how long it waits, what a restart keeps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, func, select

from shared.clock import SetClock
from shared.failures import EnvironmentFailure
from shared.identities import Identities
from shared.journal import tables
from shared.journal.journal import Journal
from shared.journal.node import Node, read_value
from shared.replication.database_lane import at_once
from shared.replication.messages import (
    PullAnswer,
    PullQuestion,
    Push,
    PushAnswer,
    ReferenceAnswer,
    push_to_bytes,
    read_pull_answer,
    read_push_answer,
)
from shared.replication.refusals import ServerRefused, server_unreachable
from shared.replication.replicator import Replicator, SyncProgress
from shared.replication.request_counters import RequestCounters, begin_run
from tests.replication.world import OFFICE, ServerSide, copied, new_clock
from tests.server.facts import dossier_received, ticket_issued
from tests.server.running import memory_engine


class SwitchedLine:
    """A line that is good or fails with `failure`."""

    def __init__(self, server: ServerSide) -> None:
        self.failure: EnvironmentFailure | None = None
        self.interrupted = False
        self._server = server

    def push(self, push: Push) -> PushAnswer:
        self._fail()
        return read_push_answer(self._server.push(push_to_bytes(push)))

    def pull(self, question: PullQuestion) -> PullAnswer:
        self._fail()
        return read_pull_answer(self._server.pull("kiosk-1", question))

    def reference(self) -> ReferenceAnswer:
        raise server_unreachable()

    def interrupt(self) -> None:
        self.interrupted = True

    def _fail(self) -> None:
        if self.failure is not None:
            raise self.failure


class Program:
    """A device's program with its replicator, which is stepped by hand."""

    def __init__(self, engine: Engine, server: ServerSide, clock: SetClock) -> None:
        self.engine = engine
        node = Node(OFFICE, "kiosk-1", "kiosk", "Máy", 1, 1, 1, "", "")
        self.journal = Journal(
            engine, office=node.office, device=node.device, epoch=1, clock=clock, identities=Identities(clock)
        )
        with engine.begin() as connection:
            self.counters: RequestCounters = begin_run(connection)
        self.line = SwitchedLine(server)
        self.told: list[SyncProgress] = []
        self.changes = 0
        self.replicator = Replicator(
            journal=self.journal,
            line=self.line,
            counters=self.counters,
            database=at_once,
            chance=lambda: 0.0,
            report=self.told.append,
            changed=self._changed,
        )

    def write(self, number: int) -> None:
        with self.journal.writing() as writer:
            writer.append("citizen", [ticket_issued(number)])

    def kept(self, name: str) -> str | None:
        with self.engine.connect() as connection:
            return read_value(connection, name)

    def _changed(self) -> None:
        self.changes += 1


@pytest.fixture
def server() -> Iterator[ServerSide]:
    server = ServerSide(new_clock())
    yield server
    server.engine.dispose()


@pytest.fixture
def program(server: ServerSide) -> Iterator[Program]:
    engine = memory_engine()
    yield Program(engine, server, new_clock())
    engine.dispose()


def test_what_is_written_is_sent_and_people_are_told(program: Program) -> None:
    program.write(1)
    assert program.replicator.progress() == SyncProgress(online=False, unsent=1, last_contact=None, problem=None)
    assert program.replicator.push_once() == 0.0
    assert program.replicator.push_once() == 0.0
    assert program.replicator.push_once() is None
    last = program.told[-1]
    assert (last.online, last.unsent, last.problem) == (True, 0, None)
    assert last.last_contact == program.journal.now()


def test_failures_wait_longer_each_time_and_say_why(program: Program) -> None:
    program.write(1)
    program.line.failure = server_unreachable()
    waits = [program.replicator.push_once() for _ in range(8)]
    assert waits == [0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 15.0]
    assert program.told[-1].problem == program.line.failure.sentence
    assert not program.told[-1].online
    program.line.failure = None
    assert program.replicator.push_once() == 0.0
    assert program.told[-1].online


def test_a_restart_does_not_forget_how_long_to_wait(program: Program, server: ServerSide) -> None:
    program.line.failure = server_unreachable()
    for _ in range(5):
        program.replicator.push_once()
    assert program.kept("push_failures") == "5"
    again = Program(program.engine, server, new_clock())
    again.line.failure = server_unreachable()
    assert again.replicator.push_once() == 8.0
    again.line.failure = None
    again.replicator.push_once()
    assert program.kept("push_failures") == "0"


def test_a_counter_that_the_server_has_seen_is_passed(program: Program) -> None:
    seen = 77 << 32 | 5
    program.line.failure = ServerRefused(401, "request_replayed", "vi", "en", last=seen)
    program.replicator.pull_once(0)
    assert program.counters.next("pull") > seen


def test_a_restored_server_is_asked_again_and_gets_back_what_it_lost(program: Program, server: ServerSide) -> None:
    backup = copied(server.engine)
    program.write(1)
    while program.replicator.push_once() is not None:
        program.replicator.pull_once(0)
    server.restore(backup)
    backup.dispose()
    assert program.replicator.push_once() is None
    program.replicator.pull_once(0)
    while program.replicator.push_once() is not None:
        continue
    with server.engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(tables.event)).scalar_one() == 1


def test_a_bug_of_ours_is_told_without_its_data(program: Program, caplog: pytest.LogCaptureFixture) -> None:
    name = str(dossier_received(1).personal)

    def broken(_: Push) -> PushAnswer:
        raise KeyError(name)

    program.replicator._pushing._send = broken
    wait = program.replicator.push_once()
    assert wait is not None
    assert wait > 0
    assert "KeyError" in caplog.text
    assert "Nguyễn" not in caplog.text
    problem = program.told[-1].problem
    assert problem is not None
    assert "an toàn" in problem.vi


def test_stopping_interrupts_the_line(program: Program) -> None:
    program.replicator.stop()
    assert program.line.interrupted
