"""What the server makes of pushed logs: duplicates, gaps, forks, damaged events, personal records."""

from __future__ import annotations

from sqlalchemy import select

from shared.journal import tables
from shared.journal.event import GENESIS, Event
from shared.journal.journal import PersonalRecord
from shared.replication.messages import Push
from tests.server.conftest import MakeDevice
from tests.server.facts import dossier_received, ticket_issued
from tests.server.raw_requests import push_raw
from tests.server.running import Device, RunningServer


def push_of(device: Device, events: list[Event], personal: tuple[PersonalRecord, ...] = ()) -> Push:
    first = events[0]
    bodies = tuple(event.body for event in events)
    return Push(device.node.office, device.node.device, first.epoch, first.seq, first.previous, bodies, personal)


def seqs_on(server: RunningServer) -> list[int]:
    with server.journal().reading() as reader:
        return list(reader.connection.execute(select(tables.event.c.seq).order_by(tables.event.c.cursor)).scalars())


def test_a_batch_sent_twice_is_stored_once(server: RunningServer, make_device: MakeDevice) -> None:
    device = make_device(server, "kiosk")
    events = device.write(*(ticket_issued(number) for number in range(1, 6)))
    for part in (events[:3], events[:3], events[1:], events):
        assert push_raw(server.url, device, push_of(device, part)).status == 200
    assert seqs_on(server) == [1, 2, 3, 4, 5]


def test_a_gap_is_refused_with_the_mark(server: RunningServer, make_device: MakeDevice) -> None:
    device = make_device(server, "kiosk")
    events = device.write(*(ticket_issued(number) for number in range(1, 5)))
    push_raw(server.url, device, push_of(device, events[:1]))
    answer = push_raw(server.url, device, push_of(device, events[2:]))
    assert (answer.status, answer.code) == (409, "gap")
    assert (answer.json()["durable_through"], answer.json()["head"]) == (1, events[0].hash)
    assert seqs_on(server) == [1]


def test_a_fork_stops_the_log_and_keeps_both_branches(server: RunningServer, make_device: MakeDevice) -> None:
    device = make_device(server, "kiosk")
    clone = device.with_database(device.copy_database())
    (ours,) = device.write(ticket_issued(1))
    theirs = clone.write(ticket_issued(2), ticket_issued(3))
    push_raw(server.url, device, push_of(device, [ours]))
    answer = push_raw(server.url, device, push_of(device, theirs))
    assert (answer.status, answer.code, answer.json()["durable_through"]) == (409, "fork", 1)
    again = push_raw(server.url, device, push_of(device, [ours]))
    assert (again.status, again.code) == (409, "fork")
    with server.journal().reading() as reader:
        kept = reader.connection.execute(select(tables.forked_event.c.hash)).scalars().all()
        states = reader.connection.execute(select(tables.log.c.state)).scalars().all()
    assert sorted(kept) == sorted(event.hash for event in theirs)
    assert states == ["forked"]
    assert seqs_on(server) == [1]
    clone.close()


def test_nothing_after_a_damaged_event_is_taken(server: RunningServer, make_device: MakeDevice) -> None:
    device = make_device(server, "kiosk")
    events = device.write(*(ticket_issued(number) for number in range(1, 5)))
    bodies = [event.body for event in events]
    for place, body, code in (
        (2, b"{}", "not_an_event"),
        (2, bodies[3], "not_of_this_log"),
        (2, bodies[2].replace(b'"line":"A"', b'"line":"B"'), None),
    ):
        damaged = (*bodies[:place], body, *bodies[place + 1 :])
        push = Push(device.node.office, device.node.device, 1, 1, GENESIS, damaged)
        answer = push_raw(server.url, device, push)
        if code is not None:
            assert answer.json()["quarantined"] == [{"seq": place + 1, "code": code}]
            assert (answer.status, answer.json()["durable_through"]) == (200, 2)
            assert seqs_on(server) == [1, 2]
        else:
            assert answer.json()["quarantined"] == [{"seq": 4, "code": "chain_broken"}]


def test_only_personal_records_that_an_event_names_are_kept(server: RunningServer, make_device: MakeDevice) -> None:
    device = make_device(server, "counter")
    (event,) = device.write(dossier_received(1))
    with device.journal.reading() as reader:
        body = reader.connection.execute(select(tables.personal.c.body)).scalar_one()
    assert event.personal is not None
    right = PersonalRecord(event.personal, bytes(body))
    unnamed = PersonalRecord("ab" * 32, b"{}")
    false = PersonalRecord(event.personal, b'{"name":"somebody else"}')
    assert push_raw(server.url, device, push_of(device, [event], (false, unnamed))).status == 200
    with server.journal().reading() as reader:
        assert reader.connection.execute(select(tables.personal)).all() == []
    push_raw(server.url, device, push_of(device, [event], (right,)))
    with server.journal().reading() as reader:
        assert reader.connection.execute(select(tables.personal.c.hash)).scalars().all() == [event.personal]
