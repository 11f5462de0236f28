"""Two servers and devices whose journals are written by hand, for counting them up afterwards."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from installer.demo.databases import is_in_step
from installer.demo.tally import Tally, count_up
from shared.clock import HO_CHI_MINH, SetClock
from shared.domain.fact import Fact
from shared.identities import Identities
from shared.journal.event import Event
from shared.journal.journal import Journal
from shared.journal.node import Node, write_node
from shared.journal.opening import open_device, open_server

OFFICE = "phuong-mau"
MEASURED = {
    "seconds": 1.0,
    "server_stopped_seconds": 0.0,
    "province_stopped_seconds": 0.0,
    "programs_killed": 1,
    "cash_up_vnd": 0,
}


class SampleNodes:
    """The office's server, the province's, and devices whose journals a test writes by hand."""

    def __init__(self, folder: Path, at_the_end: ExitStack) -> None:
        self.folder = folder
        self._at_the_end = at_the_end
        self._clock = SetClock(datetime(2026, 11, 23, 8, 0, tzinfo=HO_CHI_MINH))
        self.province = self.node("province", "office_server")
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
        """The office's server hears of `events`, and passes them on."""
        with self.server.writing() as writer:
            writer.take_in(events)
        self.carry_up(events)

    def carry_up(self, events: list[Event]) -> None:
        """The province's server hears of `events`."""
        with self.province.writing() as writer:
            writer.take_in(events)

    def is_in_step(self) -> bool:
        """Whether the province has what the office's server has, as is asked while both run."""
        return is_in_step(self.folder / "server", self.folder / "province")

    def tally(self, phones_rated: int = 0) -> Tally:
        """What is found after every program has ended, when phones gave so many ratings."""
        self._at_the_end.close()
        devices = {name: self.folder / name for name in self.devices}
        folders = (self.folder / "province", self.folder / "server")
        return count_up(*folders, devices, phones_rated=phones_rated, **MEASURED)

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
