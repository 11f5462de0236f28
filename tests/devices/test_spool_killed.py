"""kill -9 at every step of a spool: no slip comes out twice, and none that was promised disappears."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from subprocess import PIPE, Popen

import pytest

from shared.clock import SetClock
from shared.devices.print_spool import PrintSpool
from tests.devices import spool_program
from tests.devices.spool_program import JOB, NAME, PaperFile

_AT_ONCE = 4
_MOST_STEPS = 80


@dataclass(frozen=True)
class Death:
    """What one killed program had said, and what it left behind."""

    folder: Path
    said: str
    killed: bool

    @property
    def paper(self) -> Path:
        return self.folder.with_suffix(".paper")

    @property
    def slips(self) -> list[str]:
        return self.paper.read_text().splitlines() if self.paper.exists() else []

    def spool_after(self, clock: SetClock) -> PrintSpool:
        return PrintSpool(self.folder, PaperFile(self.paper), clock)


@pytest.fixture(scope="module")
def deaths(tmp_path_factory: pytest.TempPathFactory) -> list[Death]:
    """One program for each step, each killed there; the last one comes to its end."""
    root = tmp_path_factory.mktemp("spools")
    found: list[Death] = []
    while not found or all(death.killed for death in found):
        assert len(found) < _MOST_STEPS
        steps = range(len(found), len(found) + _AT_ONCE)
        started = [(root / f"spool-{step}", start(root / f"spool-{step}", step)) for step in steps]
        found += [end(folder, program) for folder, program in started]
    return found


def start(folder: Path, step: int) -> Popen[str]:
    argv = [sys.executable, "-S", spool_program.__file__, str(folder), str(folder.with_suffix(".paper"))]
    path = os.pathsep.join([str(Path(__file__).parents[2]), *sys.path])
    return Popen([*argv, INSTANT, str(step)], stdout=PIPE, text=True, env={**os.environ, "PYTHONPATH": path})


def end(folder: Path, program: Popen[str]) -> Death:
    said, _ = program.communicate(timeout=60)
    assert program.returncode in (0, -signal.SIGKILL)
    return Death(folder, said, killed=program.returncode != 0)


INSTANT = "2026-11-23T08:00:00+07:00"


def test_the_programs_were_killed_before_and_after_the_paper_moved(deaths: list[Death]) -> None:
    assert sum(death.killed for death in deaths) >= 12
    assert any(not death.slips and "accepted" in death.said for death in deaths)
    assert any(death.slips and "printed" not in death.said for death in deaths)
    assert any(not death.killed for death in deaths)


def test_after_kill_9_at_any_step_a_promised_slip_came_out_once_or_is_unsure(
    deaths: list[Death], set_clock: SetClock
) -> None:
    set_clock.advance(timedelta(minutes=1))
    for death in deaths:
        spool = death.spool_after(set_clock)
        while spool.print_next() is not None:
            continue
        report = spool.report()
        assert len(death.slips) <= 1
        assert report.waiting == ()
        if "accepted" in death.said:
            assert [slip.job_id for slip in report.unsure] == [JOB] or death.slips == [f"{NAME} slip"]
            assert not spool.accept(JOB, NAME, b"slip")
            assert spool.run(JOB) is False
        if "printed" in death.said:
            assert report.unsure == ()
        assert len(death.slips) <= 1
        assert not list(death.folder.glob("*.part"))
