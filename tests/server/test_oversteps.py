"""What somebody wrote beyond their role: kept like every event, noted by the server, listed by a command."""

from __future__ import annotations

from server.oversteps import noted_oversteps
from shared.domain.fact import Fact
from shared.journal.event import Event
from shared.replication.messages import Push
from tests.server.conftest import MakeDevice
from tests.server.raw_requests import push_raw
from tests.server.running import Device, RunningServer


def write_as(device: Device, actor: str, fact: Fact) -> list[Event]:
    with device.journal.writing() as writer:
        return writer.append(actor, [fact])


def push(server: RunningServer, device: Device, events: list[Event]) -> int:
    first = events[0]
    bodies = tuple(event.body for event in events)
    question = Push(device.node.office, device.node.device, first.epoch, first.seq, first.previous, bodies)
    return push_raw(server.url, device, question).status


def test_an_event_beyond_a_role_is_kept_and_noted(server: RunningServer, make_device: MakeDevice) -> None:
    device = make_device(server, "counter")
    opened = write_as(device, "nobody-here", Fact("desk-1", "desk.opened", {"counter": "quay-1", "lines": ["A"]}))
    closed = write_as(device, "nobody-here", Fact("desk-1", "desk.closed", {}))
    events = [*opened, *closed]
    assert push(server, device, events) == 200
    assert push(server, device, events) == 200
    with server.journal().reading() as reader:
        noted = noted_oversteps(reader)
    assert [(each.kind, each.act, each.actor) for each in noted] == [("desk.opened", "open_desk", "nobody-here")]
    assert noted[0].device == device.node.device
    assert noted[0].written_at == opened[0].time
