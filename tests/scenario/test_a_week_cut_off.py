"""An office whose line to the province is down for a week: nobody inside notices, and then everything is everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
import requests
from sqlalchemy import Engine, func, select, update

from shared.domain.fact import Fact
from shared.journal import tables
from shared.journal.event import read_event
from shared.journal.journal import Reader
from shared.journal.verify import verify
from shared.replication.claim_messages import ClaimQuestion
from shared.replication.enrolment_client import Application, enrol
from shared.replication.heartbeat_messages import Heartbeat
from shared.replication.refusals import ServerRefused
from shared.replication.replicator import SyncProgress
from tests.server.cut_line import CutLine, cut_line
from tests.server.facts import dossier_received, ticket_issued
from tests.server.province import (
    OfficeServer,
    building_device,
    folder,
    folds,
    joined,
    places,
    replicator_of,
    serving_building,
)
from tests.server.running import Device, RunningServer, file_engine, memory_engine, running
from tests.server.waiting import until
from tests.staffed import staffed_ward

pytestmark = pytest.mark.xdist_group("week")


@dataclass
class Week:
    """The province, the office behind the line, and the slips that were printed."""

    province: RunningServer
    line: CutLine
    building: OfficeServer
    kiosk: Device
    counters: tuple[Device, Device]
    board: Device
    slips: list[str] = field(default_factory=list)
    served: list[str] = field(default_factory=list)
    day: int = 0
    dossiers: int = 0

    def begin_day(self) -> None:
        """The next morning, on every clock."""
        devices = (*self.counters, self.kiosk, self.board)
        for clock in (self.province.clock, self.building.clock, *(device.clock for device in devices)):
            clock.advance(timedelta(days=1))
        self.day += 1

    def work(self, people: int) -> None:
        """So many people take a number; the counters call all of them in turn and receive a dossier of each."""
        date = self.kiosk.clock.now().date().isoformat()
        issued = [ticket_issued(number, date=date) for number in range(1, people + 1)]
        self.kiosk.write(*issued)
        self.kiosk.line.heartbeat(Heartbeat(self.kiosk.clock.now(), "1", "ready", 0, 60, 0, len(self.slips)))
        self.slips += [str(fact.data["token"]) for fact in issued]
        settled(self.kiosk)
        for number in range(people):
            counter = self.counters[number % 2]
            self.served.append(self.call(counter, f"{self.day}/{number}", f"quay-{number % 2 + 1}"))
        for device in (*self.counters, self.kiosk):
            settled(device)

    def call(self, counter: Device, key: str, name: str) -> str:
        """Claims the next number at the office server, serves it and receives a dossier; answers its slip's token."""
        answer = counter.line.claim(ClaimQuestion(key, name, f"desk-{name}", "staff-1", ("A",)))
        assert answer.event is not None
        called = read_event(answer.event)
        with counter.journal.writing() as writer:
            writer.take_in([called], answer.personal)
        self.dossiers += 1
        done = Fact(called.subject, "ticket.done", {"counter": name})
        counter.write(done, dossier_received(self.dossiers))
        return called.subject

    def revoke(self, device: Device) -> None:
        """Somebody in the province takes a machine's right to connect away."""
        table = tables.device
        with self.province.journal().writing() as writer:
            writer.connection.execute(update(table).where(table.c.device == device.node.device).values(revoked_at=1))
            writer.append("account:1", [Fact("administration", "administration.device_revoked", {})])

    def let_in(self) -> str:
        """Tries to let a new machine of the building in; answers why it was refused."""
        code = self.province.code("kiosk")
        with pytest.raises(ServerRefused) as refused:
            enrol(memory_engine(), Application(self.building.url, code, "kiosk", "Máy mới"))
        return refused.value.reason

    def rate(self, slip: str) -> int:
        """Somebody at home rates by the code on the slip, which names the province's server."""
        form = {"score": "3", "comment": "Cảm ơn"}
        return requests.post(f"{self.province.url}/r/{slip}", data=form, timeout=20, allow_redirects=False).status_code


def settled(device: Device) -> SyncProgress:
    """Lets a device say and hear everything it can; answers where its data is safe then."""
    replicator = replicator_of(device)
    while replicator.push_once() == 0.0:
        pass
    replicator.pull_once(0)
    progress = replicator.progress()
    assert (progress.online, progress.problem) == (True, None)
    return progress


@pytest.fixture
def week(tmp_path: Path) -> Iterator[Week]:
    with ExitStack() as at_the_end:
        engines = [file_engine(folder(tmp_path / name)) for name in ("province", "building")]
        for engine in engines:
            at_the_end.callback(engine.dispose)
        province = at_the_end.enter_context(running(engines[0], staffed_ward()))
        line = at_the_end.enter_context(cut_line(province.url))
        joined(engines[1], province, line.url)
        building = at_the_end.enter_context(serving_building(engines[1]))
        devices = [building_device(province, building, kind) for kind in ("kiosk", "counter", "counter", "board")]
        for device in devices:
            at_the_end.callback(device.close)
        yield Week(province, line, building, devices[0], (devices[1], devices[2]), devices[3])


def a_week_cut_off(week: Week, days: int, people: int) -> None:
    week.work(people)
    until(lambda: places(week.province.engine) == places(week.building.engine))
    known = list(week.slips)
    week.line.cut()
    before = [own_events(counter) for counter in week.counters]
    for day in range(days):
        week.begin_day()
        week.work(people)
        assert week.rate(known[day]) == 303
        for counter, had in zip(week.counters, before, strict=True):
            progress = settled(counter)
            assert (progress.unsent, progress.not_in_province) == (0, own_events(counter) - had)
    week.revoke(week.board)
    assert settled(week.board).online
    assert week.let_in() == "province_unreachable"
    assert week.rate(week.slips[-1]) == 303
    in_the_province = count(week.province.engine)
    assert in_the_province < count(week.building.engine)
    week.line.mend()
    until(lambda: all_is_everywhere(week), 60)
    until(lambda: is_refused(week.board))
    for device in (*week.counters, week.kiosk):
        assert (progress := settled(device)).unsent == 0
        assert progress.not_in_province == 0
    assert len(week.served) == len(set(week.served)) == people * (days + 1)
    for engine in (week.province.engine, week.building.engine):
        with engine.connect() as connection:
            office = week.province.office.id
            assert verify(connection, office).findings == ()
            assert connection.execute(select(func.count()).select_from(tables.conflict)).scalar_one() == 0
            done = select(func.count()).select_from(tables.ticket).where(tables.ticket.c.state == "done")
            assert connection.execute(done).scalar_one() == people * (days + 1)
            states = connection.execute(select(tables.log.c.state)).scalars()
            assert set(states) == {"open"}
            ratings = connection.execute(select(func.count()).select_from(tables.rating)).scalar_one()
            assert ratings == days + 1


def all_is_everywhere(week: Week) -> bool:
    """Whether province and office have the same events, and no rating waits for its slip any more."""
    waiting = select(func.count()).select_from(tables.rating_waiting)
    with week.province.engine.begin() as connection:
        left = connection.execute(waiting).scalar_one()
    same = places(week.province.engine) == places(week.building.engine)
    return same and left == 0 and folds(week.province.engine) == folds(week.building.engine)


def is_refused(device: Device) -> bool:
    """Whether the office server refuses a device that was revoked in the province."""
    try:
        device.line.reference()
    except ServerRefused as refused:
        return refused.reason == "device_revoked"
    return False


def count(engine: Engine) -> int:
    return len(places(engine))


def own_events(device: Device) -> int:
    with device.journal.reading() as reader:
        return _own_events(reader, device.node.device)


def _own_events(reader: Reader, device: str) -> int:
    query = select(func.count()).select_from(tables.event).where(tables.event.c.device == device)
    return reader.connection.execute(query).scalar_one()


def test_an_office_cut_off_for_days_catches_up_with_its_province(week: Week) -> None:
    a_week_cut_off(week, days=2, people=4)


@pytest.mark.long
@pytest.mark.timeout(300)
def test_an_office_cut_off_for_a_whole_week_catches_up_with_its_province(week: Week) -> None:
    a_week_cut_off(week, days=7, people=60)
