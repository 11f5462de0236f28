"""The replicator on its two threads against a real server: promptness, stopping, clocks, restored and cloned data."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from typing import TypeVar

import pytest
from sqlalchemy import func, select

from shared.journal import tables
from shared.journal.node import read_node
from shared.replication.replicator import LONG_POLL_SECONDS, Replicator, SyncProgress
from tests.server.conftest import MakeDevice
from tests.server.facts import ticket_issued
from tests.server.running import Device, RunningServer
from tests.server.waiting import until

T = TypeVar("T")


class Running:
    """A device whose program runs: a database lane and a replicator."""

    def __init__(self, device: Device, lane: ThreadPoolExecutor) -> None:
        self.device = device
        self.told: list[SyncProgress] = []
        self.changes = 0
        self._lane = lane
        self.replicator = Replicator(
            journal=device.journal,
            line=device.line,
            counters=device.counters,
            database=self.on_lane,
            chance=lambda: 0.5,
            report=self.told.append,
            changed=self._changed,
        )

    def on_lane(self, work: Callable[[], T]) -> T:
        return self._lane.submit(work).result()

    def write(self, *numbers: int) -> None:
        self.on_lane(lambda: self.device.write(*(ticket_issued(number) for number in numbers)))
        self.replicator.wake()

    def count(self) -> int:
        return self.on_lane(self._count)

    def _count(self) -> int:
        with self.device.journal.reading() as reader:
            return reader.connection.execute(select(func.count()).select_from(tables.event)).scalar_one()

    def _changed(self) -> None:
        self.changes += 1


@contextmanager
def program(device: Device) -> Iterator[Running]:
    with ThreadPoolExecutor(1) as lane:
        running = Running(device, lane)
        running.replicator.start()
        try:
            yield running
        finally:
            running.replicator.stop()


@pytest.fixture
def programs() -> Iterator[Callable[[Device], Running]]:
    with ExitStack() as stack:
        yield lambda device: stack.enter_context(program(device))


Programs = Callable[[Device], Running]


def test_what_one_device_writes_is_on_the_other_at_once(
    server: RunningServer, make_device: MakeDevice, programs: Programs
) -> None:
    kiosk, counter = programs(make_device(server, "kiosk")), programs(make_device(server, "counter"))
    until(lambda: bool(kiosk.told) and bool(counter.told) and counter.changes > 0)
    began = time.monotonic()
    kiosk.write(1)
    until(lambda: counter.count() == 1)
    assert time.monotonic() - began < LONG_POLL_SECONDS / 2
    until(lambda: kiosk.told[-1].unsent == 0 and kiosk.told[-1].online)
    until(lambda: counter.changes >= 2)


def test_stopping_does_not_wait_for_the_long_poll(
    embedded_server: RunningServer, make_device: MakeDevice, programs: Programs
) -> None:
    kiosk = programs(make_device(embedded_server, "kiosk"))
    until(lambda: len(kiosk.told) >= 3)
    began = time.monotonic()
    kiosk.replicator.stop()
    assert time.monotonic() - began < LONG_POLL_SECONDS / 2


def test_a_device_knows_the_time_of_its_server(
    embedded_server: RunningServer, make_device: MakeDevice, programs: Programs
) -> None:
    device = make_device(embedded_server, "kiosk")
    device.clock.advance(timedelta(days=-800))
    kiosk = programs(device)
    until(lambda: device.journal.now() == embedded_server.clock.now())
    assert kiosk.replicator.progress().problem is not None


def test_a_device_restored_from_a_backup_gets_back_what_it_had_lost(
    server: RunningServer, make_device: MakeDevice, programs: Programs
) -> None:
    device = make_device(server, "kiosk")
    device.write(ticket_issued(1), ticket_issued(2))
    backup = device.copy_database()
    with program(device) as before:
        before.write(3, 4)
        until(lambda: before.told[-1:] != [] and before.told[-1].unsent == 0 and before.count() == 4)
    restored = device.with_database(backup)
    with program(restored) as after:
        after.write(5)
        until(lambda: after.count() == 5 and after.replicator.progress().unsent == 0)
        assert after.on_lane(lambda: epoch_of(restored)) == 2
    with server.journal().reading() as reader:
        rows = reader.connection.execute(select(tables.event.c.epoch, tables.event.c.seq)).all()
        states = reader.connection.execute(select(tables.log.c.state)).scalars().all()
    assert sorted(tuple(row) for row in rows) == [(1, 1), (1, 2), (1, 3), (1, 4), (2, 1)]
    assert set(states) == {"open"}
    restored.close()


def test_a_cloned_database_goes_on_under_an_epoch_of_its_own(
    server: RunningServer, make_device: MakeDevice, programs: Programs
) -> None:
    original = make_device(server, "kiosk")
    with program(original) as running:
        running.write(1)
        until(lambda: running.replicator.progress().unsent == 0)
    clone = original.with_database(original.copy_database())
    with program(original.restarted()) as running, program(clone) as other:
        running.write(2)
        until(lambda: running.count() >= 2 and running.replicator.progress().unsent == 0)
        other.write(3)
        until(lambda: running.replicator.progress().unsent == 0 and other.replicator.progress().unsent == 0)
    with server.journal().reading() as reader:
        events = reader.connection.execute(select(func.count()).select_from(tables.event)).scalar_one()
    assert events == 3
    clone.close()


def epoch_of(device: Device) -> int:
    with device.engine.connect() as connection:
        node = read_node(connection)
    assert node is not None
    return node.epoch
