"""The memory of the kiosk in use, beside an empty window: what each process keeps in the machine's memory (RSS)."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from installer.demo.remote import RemoteProgram
from tests.bench.cold_start_rows import KIOSK, home_of
from tests.bench.figures import Aim, Rounds, Row, Spread
from tests.bench.prepared_office import machine

_HERE = Path(__file__).parent
_AIM_MEGABYTES = 60.0
_GRACE_SECONDS = 20.0
_ROUNDS = Rounds(3, 0)


@dataclass(frozen=True, slots=True)
class Size:
    """`events`: what the kiosk's database holds of the morning; `numbers`: how many are taken first."""

    rounds: Rounds = _ROUNDS
    events: int = 900
    numbers: int = 5


def measure(folder: Path, size: Size = Size()) -> Row:
    """The row."""
    with machine(folder / "data", KIOSK.name, size.events):
        """Leaves the database there."""
    home = home_of(folder)
    at_home, in_use, empty = [], [], []
    for _ in range(size.rounds.measured):
        before, after = _kiosk(folder, home, size)
        at_home.append(before)
        in_use.append(after)
        empty.append(_empty(home))
    ours, floor = Spread("MB", tuple(in_use)), Spread("MB", tuple(empty))
    above = ours.median - floor.median
    return Row(
        name="memory of the kiosk",
        what=f"resident after {size.numbers} numbers",
        measured=ours,
        floor=floor,
        floor_is="an empty QQuickView in PySide6",
        aim=Aim(f"<= {_AIM_MEGABYTES:g} MB above", above <= _AIM_MEGABYTES),
        details={
            "above the empty window": f"{above:,.0f} MB",
            "when the home screen stands": f"{Spread('MB', tuple(at_home)).median:,.0f} MB",
        },
    )


def _kiosk(folder: Path, home: Mapping[str, str], size: Size) -> tuple[float, float]:
    options = ["--windowed", "--data", str(folder / "data"), "--prints", str(folder / "prints")]
    program = RemoteProgram("kiosk", [sys.executable, "-m", KIOSK.module, *options], home, folder / "complaints.log")
    try:
        program.wait_ready()
        program.wait(KIOSK.first_in_use)
        before = _resident_megabytes(program.process.pid)
        for _ in range(size.numbers):
            program.click(KIOSK.first_in_use)
            program.click("confirm_number")
            program.wait("ticket_label")
            program.click("go_home")
            program.wait(KIOSK.first_in_use)
        return before, _resident_megabytes(program.process.pid)
    finally:
        program.kill()


def _empty(home: Mapping[str, str]) -> float:
    command = [sys.executable, str(_HERE / "first_frame.py"), KIOSK.empty]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=dict(home)) as process:
        assert process.stdout is not None
        process.stdout.readline()
        megabytes = _resident_megabytes(process.pid)
        process.communicate(timeout=_GRACE_SECONDS)
    return megabytes


def _resident_megabytes(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    kilobytes = next(line.split()[1] for line in lines if line.startswith("VmRSS"))
    return int(kilobytes) / 1024
