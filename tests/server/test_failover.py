"""PostgreSQL is killed under load and its synchronous standby takes over: nothing that was acknowledged is lost.

Two server processes, kiosks that send and counters that claim without a pause. What a kiosk or counter has been told is
written down beside it and looked for in the standby's database before anybody may send again.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from server.enrolment_codes import Invitation, invite, new_code
from server.setting_up import set_up
from shared.clock import SystemClock, business_date
from shared.domain.office import Office
from shared.failures import EnvironmentFailure
from shared.identities import Identities
from shared.journal import tables
from shared.journal.engine import failures_in_words
from shared.journal.event import read_event
from shared.journal.journal import Journal
from shared.journal.opening import open_server
from shared.journal.verify import verify
from shared.replication.claim_messages import ClaimQuestion
from shared.replication.enrolment_client import Application, enrol
from shared.replication.enrolment_messages import EnrolledKind
from shared.replication.replicator import Replicator
from tests.server import postgresql
from tests.server.facts import ticket_issued
from tests.server.running import Device, memory_engine
from tests.server.server_process import server_process
from tests.server.standby import Pair, pair
from tests.server.waiting import until

KIOSKS = COUNTERS = 3
_WRITTEN_AT_ONCE = 4
_PAUSE_SECONDS = 0.05


class Kiosk:
    """Writes tickets and sends them; `acknowledged` is how far it has been told that they are safe."""

    def __init__(
        self, device: Device, numbers: Iterator[int], may_send: threading.Event, gives_up: threading.Event
    ) -> None:
        self.device = device
        self._gives_up = gives_up
        self.acknowledged = 0
        self._numbers = numbers
        self._may_send = may_send
        self.written = 0
        self._replicator = Replicator(
            journal=device.journal,
            line=device.line,
            counters=device.counters,
            database=lambda work: work(),
            chance=lambda: 0.0,
            report=lambda progress: None,
            changed=lambda: None,
        )

    def work(self, over: threading.Event) -> None:
        """Writes and sends until `over`, and then sends what is left."""
        date = business_date(SystemClock().now()).isoformat()
        while not self._gives_up.is_set() and (not over.is_set() or self._unsent()):
            self._may_send.wait()
            if not over.is_set():
                self.device.write(*(ticket_issued(next(self._numbers), date=date) for _ in range(_WRITTEN_AT_ONCE)))
                self.written += _WRITTEN_AT_ONCE
            if self._replicator.push_once() is not None:
                over.wait(_PAUSE_SECONDS)
            self.acknowledged = self.written - self._unsent()

    def _unsent(self) -> int:
        return self._replicator.progress().unsent


class Counter:
    """Presses for the next number and presses the same again until it is answered; `given` are the answers."""

    def __init__(self, device: Device, name: str) -> None:
        self.given: dict[str, bytes] = {}
        self._device = device
        self._name = name

    def work(self, over: threading.Event) -> None:
        """Calls one number after the other until `over`."""
        for press in count(1):
            key = f"{self._name}/{press}"
            while key not in self.given:
                if over.is_set():
                    return
                self._press(key, over)

    def _press(self, key: str, over: threading.Event) -> None:
        try:
            answer = self._device.line.claim(ClaimQuestion(key, self._name, f"desk-{self._name}", "staff-1", ("A",)))
        except EnvironmentFailure:
            over.wait(_PAUSE_SECONDS)
            return
        if answer.event is None:
            over.wait(_PAUSE_SECONDS)
        else:
            self.given[key] = answer.event


class Province:
    """Two server processes on the pair, and an office's devices that talk to them."""

    def __init__(self, databases: Pair, office: Office, folder: Path, stack: ExitStack) -> None:
        self.databases = databases
        self.office = office
        self._closing = stack
        self.engine = open_server(databases.url, folder)
        stack.callback(self.engine.dispose)
        clock = SystemClock()
        node = set_up(self.engine, clock, office)
        self.journal = Journal(
            self.engine,
            office=office.id,
            device=node.device,
            epoch=node.epoch,
            clock=clock,
            identities=Identities(clock),
        )
        place = ("--database", databases.url, "--data", str(folder))
        urls = [stack.enter_context(server_process(place)) for _ in range(2)]
        self.may_send = threading.Event()
        self.may_send.set()
        self.gives_up = threading.Event()
        numbers = count(1)
        self.kiosks = [
            Kiosk(self._device("kiosk", urls[n % 2]), numbers, self.may_send, self.gives_up) for n in range(KIOSKS)
        ]
        self.counters = [Counter(self._device("counter", urls[n % 2]), f"quay-{n}") for n in range(COUNTERS)]

    def given(self) -> int:
        """How many numbers have been called."""
        return len(self.answers())

    def answers(self) -> dict[str, bytes]:
        """The call events that counters have been given, by press."""
        return {key: event for counter in self.counters for key, event in counter.given.copy().items()}

    def promised(self) -> dict[str, int]:
        """How far each kiosk has been told that its log is safe."""
        return {kiosk.device.node.device: kiosk.acknowledged for kiosk in self.kiosks}

    def _device(self, kind: EnrolledKind, url: str) -> Device:
        code = new_code()
        with self.journal.writing() as writer:
            invite(writer, code, Invitation(kind, kind, timedelta(hours=1)))
        engine = memory_engine()
        device = Device(engine, enrol(engine, Application(url, code, kind, kind)), SystemClock())
        self._closing.callback(device.close)
        return device


@contextmanager
def province(office: Office, folder: Path) -> Iterator[Province]:
    with ExitStack() as stack:
        databases = stack.enter_context(pair())
        yield Province(databases, office, folder, stack)


@contextmanager
def under_load(place: Province) -> Iterator[None]:
    """Everybody works; at the end they finish what they have begun."""
    over = threading.Event()
    workers = [*place.kiosks, *place.counters]
    with ThreadPoolExecutor(len(workers)) as threads:
        working = [threads.submit(worker.work, over) for worker in workers]
        try:
            yield
        except BaseException:
            place.gives_up.set()
            raise
        finally:
            over.set()
            place.may_send.set()
    for each in working:
        each.result()


def kept(engine: Engine, office: str) -> dict[tuple[str, int], bytes]:
    """Every event in the database, by device and place in its log."""
    event = tables.event
    query = select(event.c.device, event.c.seq, event.c.body).where(event.c.office == office)
    with failures_in_words(), engine.begin() as connection:
        return {(str(device), int(seq)): bytes(body) for device, seq, body in connection.execute(query)}


def assert_nothing_acknowledged_is_lost(place: Province, promised: dict[str, int], given: dict[str, bytes]) -> None:
    here = kept(place.engine, place.office.id)
    for device, through in promised.items():
        assert through > 0
        assert all((device, seq) in here for seq in range(1, through + 1))
    bodies = set(here.values())
    assert given
    assert all(body in bodies for body in given.values())


@pytest.mark.parametrize("calls", [25, pytest.param(2500, marks=pytest.mark.long)])
def test_the_standby_takes_over_and_nothing_acknowledged_is_lost(
    sample_ward: Office, tmp_path: Path, calls: int
) -> None:
    if not postgresql.is_installed():
        pytest.skip(postgresql.NOT_INSTALLED)
    with province(sample_ward, tmp_path) as place:
        with under_load(place):
            until(lambda: place.given() >= calls, 120)
            place.databases.deafen_standby()
            place.databases.kill_primary()
            place.may_send.clear()
            promised, given = place.promised(), place.answers()
            place.databases.promote_standby()
            assert_nothing_acknowledged_is_lost(place, promised, given)
            place.may_send.set()
            until(lambda: place.given() >= len(given) + calls, 120)
        called = [read_event(event).subject for event in place.answers().values()]
        assert len(called) == len(set(called))
        assert all(kiosk.acknowledged == kiosk.written for kiosk in place.kiosks)
        assert_nothing_acknowledged_is_lost(place, place.promised(), place.answers())
        with place.journal.reading() as reader:
            assert verify(reader.connection, place.office.id).findings == ()
