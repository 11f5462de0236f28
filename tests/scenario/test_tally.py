"""The figures of the morning are found by looking, and what is wrong is seen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from installer.demo.tally import Tally, count_up
from shared.clock import HO_CHI_MINH, SetClock
from shared.domain.fact import Fact
from shared.identities import Identities
from shared.journal.event import Event
from shared.journal.journal import Journal
from shared.journal.node import Node, write_node
from shared.journal.opening import open_device, open_server

OFFICE = "phuong-mau"
MEASURED = {"seconds": 1.0, "server_stopped_seconds": 0.0, "programs_killed": 1}


class SampleNodes:
    """A server and devices whose journals a test writes by hand."""

    def __init__(self, folder: Path, at_the_end: ExitStack) -> None:
        self.folder = folder
        self._at_the_end = at_the_end
        self._clock = SetClock(datetime(2026, 11, 23, 8, 0, tzinfo=HO_CHI_MINH))
        self.server = self.node("server", "office_server")
        self.devices: list[str] = []

    def device(self, name: str) -> Journal:
        self.devices.append(name)
        return self.node(name, "counter")

    def node(self, name: str, kind: str) -> Journal:
        engine = self._open(name, kind)
        node = Node(OFFICE, f"{name}-id", kind, name, 1, 1, 0, "", "")
        journal = Journal(
            engine, office=OFFICE, device=node.device, epoch=1, clock=self._clock, identities=Identities(self._clock)
        )
        with journal.writing() as writer:
            write_node(writer.connection, node)
        return journal

    def replicate(self, events: list[Event]) -> None:
        with self.server.writing() as writer:
            writer.take_in(events)

    def tally(self) -> Tally:
        self._at_the_end.close()
        return count_up(self.folder / "server", {name: self.folder / name for name in self.devices}, **MEASURED)

    def _open(self, name: str, kind: str) -> Engine:
        if kind == "office_server":
            engine = open_server(None, self.folder / name)
        else:
            engine, lock = open_device(self.folder / name)
            self._at_the_end.callback(lock.close)
        self._at_the_end.callback(engine.dispose)
        return engine


@pytest.fixture
def nodes(tmp_path: Path) -> Iterator[SampleNodes]:
    with ExitStack() as at_the_end:
        yield SampleNodes(tmp_path, at_the_end)


def write(journal: Journal, *facts: Fact) -> list[Event]:
    with journal.writing() as writer:
        return writer.append("staff-1", facts)


def issued(subject: str, label: str) -> Fact:
    data = {
        "date": "2026-11-23",
        "line": label[0],
        "number": int(label[1:]),
        "label": label,
        "token": f"T{subject}".ljust(26, "A"),
        "priority": None,
        "procedure": None,
        "people_ahead": 0,
        "wait_low": None,
        "wait_high": None,
    }
    return Fact(subject, "ticket.issued", data)


def called(subject: str, counter: str, mode: str = "offline") -> Fact:
    return Fact(subject, "ticket.called", {"counter": counter, "desk": "d", "key": f"{subject}{counter}", "mode": mode})


def ended(subject: str, counter: str, how: str) -> Fact:
    return Fact(subject, f"ticket.{how}", {"counter": counter})


def test_what_every_device_wrote_and_the_server_has_is_counted(nodes: SampleNodes) -> None:
    kiosk, counter = nodes.device("kiosk"), nodes.device("counter-1")
    first = write(kiosk, issued("t1", "A001"))
    with counter.writing() as writer:
        writer.take_in(first)
    nodes.replicate([*first, *write(counter, called("t1", "quay-1"), ended("t1", "quay-1", "done"))])
    write(nodes.server, issued("t2", "B001"))
    tally = nodes.tally()
    assert (tally.events_written, tally.events_on_server, tally.lost, tally.findings) == (4, 4, 0, ())
    assert (tally.happened.tickets_issued, tally.happened.calls, tally.happened.calls_offline) == (2, 1, 1)
    figures = json.loads(tally.to_json())
    assert {"tickets_issued", "lost", "double_calls", "duplicate_numbers", "seconds"} <= figures.keys()


def test_an_event_that_never_reached_the_server_is_lost(nodes: SampleNodes) -> None:
    write(nodes.device("kiosk"), issued("t1", "A001"), issued("t2", "A002"))
    tally = nodes.tally()
    assert tally.lost == 2
    assert any("events lost: 2" in complaint for complaint in tally.complaints())


def test_a_number_that_two_kiosks_issued_is_a_duplicate(nodes: SampleNodes) -> None:
    nodes.replicate(write(nodes.device("kiosk-1"), issued("t1", "A001")))
    nodes.replicate(write(nodes.device("kiosk-2"), issued("t2", "A001")))
    assert nodes.tally().happened.duplicate_numbers == 1


@pytest.mark.parametrize(
    ("how", "double", "crossed"),
    [("done", 1, 1), ("absent", 0, 1), ("call_undone", 0, 1), ("transferred", 0, 1)],
)
def test_a_ticket_counts_as_called_twice_when_two_counters_went_on_to_serve_it(
    nodes: SampleNodes, how: str, double: int, crossed: int
) -> None:
    ticket = write(nodes.device("kiosk"), issued("t1", "A001"))
    nodes.replicate(ticket)
    one, two = nodes.device("counter-1"), nodes.device("counter-2")
    for counter in (one, two):
        with counter.writing() as writer:
            writer.take_in(ticket)
    data = {"counter": "quay-2"} | ({"line": "B", "to_counter": None} if how == "transferred" else {})
    first = write(one, called("t1", "quay-1"), ended("t1", "quay-1", "done"))
    second = write(two, called("t1", "quay-2"), Fact("t1", f"ticket.{how}", data))
    nodes.replicate([first[0], second[0], first[1], second[1]])
    happened = nodes.tally().happened
    assert (happened.double_calls, happened.calls_crossed) == (double, crossed)


def test_a_body_that_somebody_changed_is_a_finding(nodes: SampleNodes) -> None:
    nodes.replicate(write(nodes.device("kiosk"), issued("t1", "A001")))
    with nodes.server.writing() as writer:
        writer.connection.execute(text("UPDATE event SET body = CAST(replace(body, 'A001', 'A009') AS BLOB)"))
    assert any("server" in finding for finding in nodes.tally().findings)


def test_a_quiet_morning_is_not_enough(nodes: SampleNodes) -> None:
    nodes.replicate(write(nodes.device("kiosk"), issued("t1", "A001")))
    complaints = " ".join(nodes.tally().complaints())
    assert "tickets issued: 1 < 40" in complaints
    assert "dossiers received: 0 < 15" in complaints
