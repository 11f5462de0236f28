"""A cut answer, a page in its place, or none at all is never taken for an acknowledgement."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from shared.failures import EnvironmentFailure
from shared.journal import tables
from shared.journal.node import Node
from shared.replication import log_store
from shared.replication.database_lane import at_once
from shared.replication.pulling import Pulling
from shared.replication.pushing import Pushing
from shared.replication.sender import OwnLog, Pace
from shared.replication.server_line import ServerLine
from tests.server.bad_line import bad_line
from tests.server.conftest import MakeDevice
from tests.server.facts import ticket_issued
from tests.server.running import Device, RunningServer

CAPTIVE_PORTAL = b"<!doctype html><title>Wi-Fi</title><form><button>Log in</button></form>"


def http(status: str, kind: str, body: bytes) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    return head.encode() + body


def line_through(device: Device, url: str) -> ServerLine:
    node = device.node
    there = Node(
        office=node.office,
        device=node.device,
        kind=node.kind,
        name=node.name,
        epoch=node.epoch,
        index=node.index,
        kiosk_index=node.kiosk_index,
        server_url=url,
        private_key=node.private_key,
    )
    return ServerLine(there, device.counters)


def unsent(device: Device) -> int:
    with device.journal.reading() as reader:
        return log_store.unsent(reader.connection, OwnLog(device.node.office, device.node.device, 1))


def count(server: RunningServer) -> int:
    with server.journal().reading() as reader:
        return reader.connection.execute(select(func.count()).select_from(tables.event)).scalar_one()


def test_an_answer_cut_at_any_byte_acknowledges_nothing(
    embedded_server: RunningServer, make_device: MakeDevice
) -> None:
    device = make_device(embedded_server, "kiosk")
    device.write(ticket_issued(1), ticket_issued(2))
    with bad_line(embedded_server.url) as line:
        through = line_through(device, line.url)
        pushing = Pushing(device.journal, through.push, at_once)
        pushing.step(Pace())
        assert unsent(device) == 2
        cut = 0
        while cut == 0 or cut < line.misbehaviour.passed:
            line.misbehaviour.cut_after = cut
            with pytest.raises(EnvironmentFailure) as failure:
                pushing.step(Pace())
            assert failure.value.code in ("server_unreachable", "server_answer_unreadable")
            assert unsent(device) == 2
            cut = cut + 11 if cut + 11 < line.misbehaviour.passed else max(cut + 1, line.misbehaviour.passed - 1)
        assert count(embedded_server) == 2
        line.misbehaviour.cut_after = None
        assert pushing.step(Pace())
        through.close()
    assert (unsent(device), count(embedded_server)) == (0, 2)


@pytest.mark.parametrize(
    ("instead", "code"),
    [
        (http("200 OK", "text/html", CAPTIVE_PORTAL), "server_answer_unreadable"),
        (http("200 OK", "application/json", b"{}"), "server_answer_unreadable"),
        (http("200 OK", "application/json", b'{"code":"taken","durable_through":2'), "server_answer_unreadable"),
        (http("302 Found", "text/html", b""), "server_answer_unreadable"),
        (http("502 Bad Gateway", "text/html", b"<h1>Bad Gateway</h1>"), "server_answer_unreadable"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{}", "server_answer_unreadable"),
        (http("200 OK", "application/json\r\nContent-Encoding: gzip", b"{}"), "server_answer_unreadable"),
        (b"what is this", "server_unreachable"),
        (b"", "server_unreachable"),
    ],
)
def test_another_answer_in_place_of_the_servers_acknowledges_nothing(
    embedded_server: RunningServer, make_device: MakeDevice, instead: bytes, code: str
) -> None:
    device = make_device(embedded_server, "kiosk")
    device.write(ticket_issued(1))
    with bad_line(embedded_server.url) as line:
        line.misbehaviour.instead = instead
        through = line_through(device, line.url)
        with pytest.raises(EnvironmentFailure) as pushed:
            Pushing(device.journal, through.push, at_once).step(Pace())
        with pytest.raises(EnvironmentFailure) as pulled:
            Pulling(device.journal, through, at_once).step(0)
        through.close()
    assert (pushed.value.code, pulled.value.code) == (code, code)
    assert unsent(device) == 1


def test_an_answer_about_another_log_is_not_believed(embedded_server: RunningServer, make_device: MakeDevice) -> None:
    device = make_device(embedded_server, "kiosk")
    (event,) = device.write(ticket_issued(1))
    other = (
        '{"code":"taken","device":"another","epoch":1,"durable_through":1,'
        f'"head":"{event.hash}","agrees":true,"quarantined":[]}}'
    )
    with bad_line(embedded_server.url) as line:
        line.misbehaviour.instead = http("200 OK", "application/json", other.encode())
        through = line_through(device, line.url)
        with pytest.raises(EnvironmentFailure, match="không đầy đủ"):
            Pushing(device.journal, through.push, at_once).step(Pace())
        through.close()
    assert unsent(device) == 1


def test_a_page_cut_in_the_middle_is_fetched_again_whole(
    embedded_server: RunningServer, make_device: MakeDevice
) -> None:
    kiosk, counter = make_device(embedded_server, "kiosk"), make_device(embedded_server, "counter")
    kiosk.write(*(ticket_issued(number) for number in range(1, 31)))
    pushing = Pushing(kiosk.journal, kiosk.line.push, at_once)
    while pushing.step(Pace()):
        pass
    with bad_line(embedded_server.url) as line:
        through = line_through(counter, line.url)
        pulling = Pulling(counter.journal, through, at_once)
        for cut in (0, 100, 400, 5000, 9000):
            line.misbehaviour.cut_after = cut
            with pytest.raises(EnvironmentFailure):
                pulling.step(0)
        line.misbehaviour.cut_after = None
        pulling.step(0)
        through.close()
    with counter.journal.reading() as reader:
        assert reader.connection.execute(select(func.count()).select_from(tables.event)).scalar_one() == 30


def test_nobody_at_the_other_end_is_told_in_words(embedded_server: RunningServer, make_device: MakeDevice) -> None:
    device = make_device(embedded_server, "kiosk")
    through = line_through(device, "http://127.0.0.1:9")
    with pytest.raises(EnvironmentFailure) as failure:
        Pushing(device.journal, through.push, at_once).step(Pace())
    assert failure.value.code == "server_unreachable"
    assert "an toàn" in failure.value.sentence.vi
    through.close()
