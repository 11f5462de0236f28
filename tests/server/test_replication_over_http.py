"""Devices and a real server: what one writes, the others get, each event once, whatever the line does."""

from __future__ import annotations

from sqlalchemy import select

from shared.journal import tables
from shared.replication.database_lane import at_once
from shared.replication.messages import PullQuestion
from shared.replication.pulling import Pulling
from shared.replication.pushing import Pushing
from shared.replication.sender import Pace
from tests.server.conftest import MakeDevice
from tests.server.facts import dossier_received, rating_given, ticket_issued
from tests.server.running import Device, RunningServer


def push_all(device: Device) -> None:
    pushing = Pushing(device.journal, device.line.push, at_once)
    while pushing.step(Pace()):
        pass


def pull_all(device: Device) -> None:
    pulling = Pulling(device.journal, device.line, at_once)
    while pulling.step(0).more:
        pass


def kinds(device: Device) -> list[str]:
    with device.journal.reading() as reader:
        return list(reader.connection.execute(select(tables.event.c.kind).order_by(tables.event.c.cursor)).scalars())


def test_a_ticket_of_the_kiosk_reaches_the_counter(server: RunningServer, make_device: MakeDevice) -> None:
    kiosk, counter = make_device(server, "kiosk"), make_device(server, "counter")
    kiosk.write(ticket_issued(1), ticket_issued(2))
    push_all(kiosk)
    pull_all(counter)
    assert kinds(counter) == ["ticket.issued", "ticket.issued"]


def test_personal_records_reach_counters_and_no_kiosk(server: RunningServer, make_device: MakeDevice) -> None:
    kiosk, counter, second = (make_device(server, kind) for kind in ("kiosk", "counter", "counter"))
    counter.write(dossier_received(1))
    push_all(counter)
    pull_all(kiosk)
    pull_all(second)
    with kiosk.journal.reading() as reader:
        assert reader.connection.execute(select(tables.personal)).all() == []
    with second.journal.reading() as reader:
        assert len(reader.connection.execute(select(tables.personal)).all()) == 1
    assert kinds(kiosk) == kinds(second) == ["dossier.received"]


def test_ratings_reach_the_server_and_nobody_else(server: RunningServer, make_device: MakeDevice) -> None:
    kiosk, counter = make_device(server, "kiosk"), make_device(server, "counter")
    kiosk.write(rating_given("somebody"), actor="citizen")
    push_all(kiosk)
    pull_all(counter)
    assert kinds(counter) == []
    with server.journal().reading() as reader:
        assert reader.connection.execute(select(tables.event.c.kind)).scalars().all() == ["rating.given"]


def test_reference_data_comes_with_the_first_pull(server: RunningServer, make_device: MakeDevice) -> None:
    kiosk = make_device(server, "kiosk")
    pull_all(kiosk)
    with kiosk.journal.reading() as reader:
        version = reader.connection.execute(select(tables.reference.c.version)).scalar()
    assert version == server.office.version + 1


def test_a_long_catch_up_comes_in_pages(server: RunningServer, make_device: MakeDevice) -> None:
    kiosk, counter = make_device(server, "kiosk"), make_device(server, "counter")
    kiosk.write(*(ticket_issued(number) for number in range(1, 1301)))
    push_all(kiosk)
    answer = counter.line.pull(PullQuestion("", 0, 0, 1))
    assert (len(answer.events), answer.more) == (500, True)
    pull_all(counter)
    assert len(kinds(counter)) == 1300
