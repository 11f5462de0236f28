"""Real server processes on a prepared database, embedded or PostgreSQL, and what they cost the processors."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from server.setting_up import set_up
from shared.clock import SetClock, ShiftedClock, SystemClock
from shared.identities import Identities
from shared.journal.journal import Journal
from shared.journal.node import Node, read_node
from shared.journal.opening import open_server
from tests.bench.prepared_office import MID_MORNING, sample_ward

ROOT = Path(__file__).parents[2]
_GRACE_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a server keeps its data: PostgreSQL at `database_url`, or else the folder `data`."""

    data: Path
    database_url: str | None = None

    @property
    def arguments(self) -> list[str]:
        """The options of the command line that say so."""
        folder = ["--data", str(self.data)]
        return folder if self.database_url is None else [*folder, "--database", self.database_url]


@dataclass(frozen=True, slots=True)
class PreparedServer:
    """The server's database, set up for the sample ward, before any server process runs."""

    engine: Engine
    node: Node
    clock: SetClock

    @property
    def journal(self) -> Journal:
        """The office's journal as the server writes it."""
        return Journal(
            self.engine,
            office=self.node.office,
            device=self.node.device,
            epoch=self.node.epoch,
            clock=self.clock,
            identities=Identities(self.clock),
        )


@contextmanager
def prepared(place: Place) -> Iterator[PreparedServer]:
    """Opens the database at `place` and sets the sample ward up in it."""
    engine, clock = open_server(place.database_url, place.data), SetClock(MID_MORNING)
    try:
        yield PreparedServer(engine, set_up(engine, clock, sample_ward()), clock)
    finally:
        engine.dispose()


@contextmanager
def opened(place: Place) -> Iterator[PreparedServer]:
    """The database at `place`, set up as by `prepared` unless it was before."""
    engine, clock = open_server(place.database_url, place.data), SetClock(MID_MORNING)
    try:
        with engine.begin() as connection:
            node = read_node(connection)
        yield PreparedServer(engine, node or set_up(engine, clock, sample_ward()), clock)
    finally:
        engine.dispose()


def environment(**further: str) -> dict[str, str]:
    """What the processes of a measurement find in their environment."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **further}


def demonstration_clock() -> str:
    """The setting that lets a process begin in the middle of the morning."""
    return ShiftedClock(MID_MORNING, SystemClock().now().timestamp(), 1.0).as_setting()


class ServerProcess:
    """One `python -m server serve`; `port` is where it listens."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.process = process
        self.port = port

    def processor_seconds(self) -> float | None:
        """How long it has kept a processor busy; None where the system has no /proc."""
        return processor_seconds(self.process.pid)


def processor_seconds(pid: int) -> float | None:
    """How long the process `pid` has kept a processor busy; None where the system has no /proc."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(place: Place, count: int) -> Iterator[Sequence[ServerProcess]]:
    """`count` processes on the database at `place`, whose clock says the middle of the morning."""
    with ExitStack() as ending:
        yield [ending.enter_context(_one(place)) for _ in range(count)]


def _one(place: Place) -> AbstractContextManager[ServerProcess]:
    command = [sys.executable, "-m", "server", "serve", *place.arguments, "--listen", "127.0.0.1:0"]
    return _running(command, environment(MOTCUA_DEMONSTRATION_CLOCK=demonstration_clock()))


@contextmanager
def _running(command: Sequence[str], env: Mapping[str, str]) -> Iterator[ServerProcess]:
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=env) as process:
        try:
            yield ServerProcess(process, port_said_by(process))
        finally:
            process.terminate()
            process.wait(_GRACE_SECONDS)


@contextmanager
def bare_servers(count: int) -> Iterator[Sequence[ServerProcess]]:
    """`count` processes of the barest server (`bare_server`)."""
    with ExitStack() as ending:
        yield [
            ending.enter_context(_running([sys.executable, "-m", "tests.bench.bare_server"], environment()))
            for _ in range(count)
        ]


def port_said_by(process: subprocess.Popen[bytes]) -> int:
    """The port in the line "listening on http://127.0.0.1:PORT" that `process` prints."""
    assert process.stdout is not None
    line = process.stdout.readline().decode()
    if not line.startswith("listening on "):
        raise RuntimeError("the server did not say where it listens")
    return int(line.rpartition(":")[2])
