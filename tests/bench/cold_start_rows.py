"""From the start of the process to the first frame, or the first answer, beside an empty program of the same kind.

Every sample is a process of its own; the operating system has the files in its memory. The desktop programs run off
screen on the database of a machine in the middle of a morning, and no server answers them.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from installer.demo.remote import RemoteProgram
from server.health import HEALTH_PATH
from tests.bench.figures import Rounds, Row, at_most, in_milliseconds, in_turn
from tests.bench.morning import morning_of
from tests.bench.prepared_office import machine, sample_ward
from tests.bench.server_processes import Place, demonstration_clock, environment, port_said_by, prepared
from tests.bench.signed_requests import KeptConnection, get

_HERE = Path(__file__).parent
_SERVER_AIM = 2.0
_GRACE_SECONDS = 20.0
_ROUNDS = Rounds(10, 2)


@dataclass(frozen=True, slots=True)
class Size:
    """`events`: what the databases hold of the morning."""

    rounds: Rounds = _ROUNDS
    events: int = 900


@dataclass(frozen=True, slots=True)
class Desktop:
    """A desktop program, the empty window it is held against, and what of it people work with first.

    `aim`: the first frame comes after at most so many times the empty window's.
    """

    name: str
    module: str
    empty: str
    empty_is: str
    first_in_use: str
    aim: float


KIOSK = Desktop("kiosk", "kiosk", "empty-quick", "an empty QQuickView", "line_A", 1.5)
COUNTER = Desktop("counter", "counter", "empty-widget", "an empty QWidget", "sign_in_name", 2.0)


def measure_desktop(folder: Path, desktop: Desktop, size: Size = Size()) -> Row:
    """The row of a desktop program."""
    with machine(folder / "data", desktop.name, size.events):
        """Leaves the database there."""
    home = home_of(folder)
    options = ["--data", str(folder / "data"), "--prints", str(folder / "prints")]
    launcher = [sys.executable, str(_HERE / "first_frame.py")]
    ours = [*launcher, desktop.module, *options]
    measured, floor = map(
        in_milliseconds,
        in_turn(lambda: _until_shown(ours, home), lambda: _until_shown([*launcher, desktop.empty], home), size.rounds),
    )
    in_use = in_milliseconds([_until_in_use(desktop, options, home, folder) for _ in range(size.rounds.measured)])
    return Row(
        name=f"start the {desktop.name}",
        what="process start to first frame",
        measured=measured,
        floor=floor,
        floor_is=f"{desktop.empty_is} in PySide6, process start to first frame",
        aim=at_most(desktop.aim, measured, floor),
        details={
            f"until {desktop.first_in_use} can be used, under remote control": f"{in_use.median:,.0f} ms "
            f"({in_use.low:,.0f} .. {in_use.high:,.0f})",
            "events on the machine": size.events,
        },
    )


def measure_server(folder: Path, size: Size = Size()) -> Row:
    """The row of the server."""
    place = Place(folder / "data")
    day = morning_of(sample_ward(), size.events, seconds_a_step=30.0)
    with prepared(place) as server, server.journal.writing() as writer:
        writer.take_in(day.events, day.personal)
    home = home_of(folder)
    ours = [sys.executable, "-m", "server", "serve", *place.arguments, "--listen", "127.0.0.1:0"]
    bare = [sys.executable, str(_HERE / "bare_server.py")]
    measured, floor = map(
        in_milliseconds,
        in_turn(lambda: _until_answered(ours, home), lambda: _until_answered(bare, home), size.rounds),
    )
    return Row(
        name="start the server",
        what="process start to first answer",
        measured=measured,
        floor=floor,
        floor_is="FastAPI under uvicorn with one route that says hello",
        aim=at_most(_SERVER_AIM, measured, floor),
        details={"events in the database": size.events},
    )


def home_of(folder: Path) -> Mapping[str, str]:
    """An environment with a home and caches of its own, which the warm-up fills."""
    home = folder / "home"
    home.mkdir(parents=True)
    places = {name: str(home) for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    return environment(QT_QPA_PLATFORM="offscreen", MOTCUA_DEMONSTRATION_CLOCK=demonstration_clock(), **places)


def _until_shown(command: Sequence[str], env: Mapping[str, str]) -> float:
    began = time.perf_counter()
    with subprocess.Popen(
        list(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(env)
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        said = process.stdout.readline()
        took = time.perf_counter() - began
        _, complaints = process.communicate(timeout=_GRACE_SECONDS)
    if said != b"shown\n":
        raise RuntimeError(f"no frame was shown:\n{complaints.decode(errors='replace')}")
    return took


def _until_in_use(desktop: Desktop, options: Sequence[str], env: Mapping[str, str], folder: Path) -> float:
    command = [sys.executable, "-m", desktop.module, *options]
    began = time.perf_counter()
    program = RemoteProgram(desktop.name, command, env, folder / "complaints.log")
    try:
        program.wait_ready()
        program.wait(desktop.first_in_use)
        return time.perf_counter() - began
    finally:
        program.kill()


def _until_answered(command: Sequence[str], env: Mapping[str, str]) -> float:
    began = time.perf_counter()
    with subprocess.Popen(list(command), stdout=subprocess.PIPE, env=dict(env)) as process:
        try:
            with KeptConnection(port_said_by(process)) as connection:
                connection.ask(get(HEALTH_PATH)).json()
            return time.perf_counter() - began
        finally:
            process.terminate()
            process.wait(_GRACE_SECONDS)
