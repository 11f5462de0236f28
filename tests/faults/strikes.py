"""Runs the writing program while a tracer kills it, or lets its calls to the disk fail, at places counted exactly."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.faults.steps import Step

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("writing_program.py")


@dataclass(frozen=True, slots=True)
class Run:
    """What a run said before it ended; `code` is its exit code, -9 when it was killed."""

    folder: Path
    acknowledged: tuple[Step, ...]
    failures: tuple[str, ...]
    code: int


@dataclass(frozen=True, slots=True)
class Strike:
    """What happens at a call: `what` is the tracer's word for it ("signal=SIGKILL", "error=EIO").

    `call` is one system call; `for_good` lets every later one fail as well.
    """

    call: str
    what: str
    for_good: bool = False


def needs_tracer() -> None:
    """Skips the test where there is no strace."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed (Debian package strace)")


def run_struck(strike: Strike, folders: Sequence[Path], places: Sequence[int], steps: int) -> list[Run]:
    """One run in each of `folders`, struck at its own of `places`: counted in the calls that it makes for its work."""
    last = max(places)
    plans = [
        {"folder": str(folder), "steps": steps, "call": strike.call, "harmless": last - place}
        for folder, place in zip(folders, places, strict=True)
    ]
    told = told_while_struck(PROGRAM, plans, strike, f"{last}+" if strike.for_good else str(last))
    return [run_of(folder, lines) for folder, lines in zip(folders, told, strict=True)]


def told_while_struck(
    program: Path, plans: Sequence[Mapping[str, object]], strike: Strike, when: str
) -> list[list[dict[str, Any]]]:
    """What each run of `plans` told before it ended; the tracer strikes each at its call number `when`."""
    needs_tracer()
    injection = f"inject={strike.call}:{strike.what}:when={when}"
    tracer = ["strace", "-f", "-qqq", "-o", "/dev/null", "-e", f"trace={strike.call}", "-e", injection]
    done = subprocess.run(
        [*tracer, sys.executable, str(program)],
        input=json.dumps(plans).encode(),
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
    )
    runs: list[list[dict[str, Any]]] = [[]]
    for line in done.stdout.splitlines():
        runs[-1].append(json.loads(line))
        if "ended" in runs[-1][-1]:
            runs.append([])
    assert len(runs) - 1 == len(plans), done.stderr.decode()[-3000:]
    assert {run[-1]["ended"] for run in runs[:-1]} <= {0, -9}, done.stderr.decode()[-3000:]
    return runs[:-1]


def run_of(folder: Path, lines: Sequence[dict[str, Any]]) -> Run:
    """The run that told `lines`."""
    return Run(
        folder=folder,
        acknowledged=tuple(Step(each["number"], tuple(each["hashes"])) for each in lines if "number" in each),
        failures=tuple(each["failure"] for each in lines if "failure" in each),
        code=next((each["ended"] for each in lines if "ended" in each), 0),
    )


@contextmanager
def writing_for_ever(folders: Sequence[Path]) -> Iterator[subprocess.Popen[bytes]]:
    """The writing program with one endless run a folder; what it tells is read from its standard output."""
    plans = [{"folder": str(folder), "steps": 10**9, "call": "fsync", "harmless": 0} for folder in folders]
    with subprocess.Popen(
        [sys.executable, str(PROGRAM)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
    ) as program:
        assert program.stdin is not None
        program.stdin.write(json.dumps(plans).encode())
        program.stdin.close()
        try:
            yield program
        finally:
            program.kill()
