"""A server and devices whose journals are written by hand, for counting them up afterwards."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from installer.demo.tally import Tally, count_up
from shared.clock import HO_CHI_MINH, SetClock
from shared.domain.fact import Fact
from shared.identities import Identities
from shared.journal.event import Event
from shared.journal.journal import Journal
from shared.journal.node import Node, write_node
from shared.journal.opening import open_device, open_server

OFFICE = "phuong-mau"
MEASURED = {"seconds": 1.0, "server_stopped_seconds": 0.0, "programs_killed": 1, "cash_up_vnd": 0}


class SampleNodes:
    """A server and devices whose journals a test writes by hand."""

    def __init__(self, folder: Path, at_the_end: ExitStack) -> None:
        self.folder = folder
        self._at_the_end = at_the_end
        self._clock = SetClock(datetime(2026, 11, 23, 8, 0, tzinfo=HO_CHI_MINH))
        self.server = self.node("server", "office_server")
        self.devices: list[str] = []

    def device(self, name: str, kind: str = "counter") -> Journal:
        """A counter or kiosk whose database is counted."""
        self.devices.append(name)
        return self.node(name, kind)

    def node(self, name: str, kind: str) -> Journal:
        """A database of its own."""
        engine = self._open(name, kind)
        node = Node(OFFICE, f"{name}-id", kind, name, 1, 1, 0, "", "")
        journal = Journal(
            engine, office=OFFICE, device=node.device, epoch=1, clock=self._clock, identities=Identities(self._clock)
        )
        with journal.writing() as writer:
            write_node(writer.connection, node)
        return journal

    def replicate(self, events: list[Event]) -> None:
        """The server hears of `events`."""
        with self.server.writing() as writer:
            writer.take_in(events)

    def tally(self) -> Tally:
        """What is found after every program has ended."""
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


def write(journal: Journal, *facts: Fact) -> list[Event]:
    """The events that `facts` became."""
    with journal.writing() as writer:
        return writer.append("staff-1", facts)
