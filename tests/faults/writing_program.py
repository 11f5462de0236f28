"""A program that takes numbers and tells after every COMMIT what is durable, until something stops it.

It reads its plan (JSON) from standard input and does the runs one after the other, each in a process of its own, so
that a run can die. A run first makes some harmless calls of the kind that the tracer counts: one setting of the tracer
then strikes every run at another place. Everything it tells is a line of JSON on standard output.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from shared.clock import SystemClock
from shared.failures import EnvironmentFailure
from shared.identities import Identities
from shared.journal.engine import failures_in_words
from shared.journal.journal import Journal
from shared.journal.opening import open_device
from tests.faults.steps import DEVICE, OFFICE, take_number

CHECKPOINT_EVERY = 3


def tell(**words: object) -> None:
    """One line, in one write."""
    os.write(1, json.dumps(words).encode() + b"\n")


def take_and_tell(journal: Journal) -> None:
    """A step, told once it is committed."""
    step = take_number(journal, journal.identities.subject())
    tell(number=step.number, hashes=step.hashes)


def checkpoint(journal: Journal) -> None:
    """Carries the write-ahead log over into the database file."""
    with failures_in_words(), journal.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")


def in_words(step: Callable[[], None]) -> bool:
    """Does `step`; tells the failure when it fails for a reason that has words. Any other error ends the run."""
    try:
        step()
    except EnvironmentFailure as failure:
        tell(failure=failure.code)
        return False
    return True


def write(folder: Path, steps: int) -> None:
    """Opens the device, takes `steps` numbers with checkpoints in between, and closes."""
    engine, lock = open_device(folder)
    tell(opened=True)
    clock = SystemClock()
    journal = Journal(engine, office=OFFICE, device=DEVICE, epoch=1, clock=clock, identities=Identities(clock))
    for step in range(1, steps + 1):
        in_words(lambda: take_and_tell(journal))
        if step % CHECKPOINT_EVERY == 0:
            in_words(lambda: checkpoint(journal))
    engine.dispose()
    lock.close()


def call_harmlessly(call: str, times: int) -> None:
    """Makes `call` so many times without any effect on the database."""
    handle = os.open("/dev/null", os.O_RDWR)
    harmless: Mapping[str, Callable[[], object]] = {
        "pwrite64": lambda: os.pwrite(handle, b"x", 0),
        "pread64": lambda: os.pread(handle, 1, 0),
        "fsync": lambda: _fails(lambda: os.fsync(handle)),
        "ftruncate": lambda: _fails(lambda: os.ftruncate(handle, 0)),
        "rename": lambda: _fails(lambda: Path("/nowhere/a").rename("/nowhere/b")),
        "unlink": lambda: _fails(lambda: Path("/nowhere/a").unlink()),
    }
    for _ in range(times):
        harmless[call]()
    os.close(handle)


def _fails(harmless: Callable[[], object]) -> None:
    try:
        harmless()
    except OSError:
        return


def run(plan: Mapping[str, object]) -> None:
    """One run of the plan, in this process."""
    call_harmlessly(str(plan["call"]), int(str(plan["harmless"])))
    folder, steps = Path(str(plan["folder"])), int(str(plan["steps"]))
    if not in_words(lambda: write(folder, steps)):
        # The door stayed shut: people try again, once whatever it was has passed.
        in_words(lambda: write(folder, steps))


def main() -> None:
    """Every run of the plan."""
    for plan in json.loads(sys.stdin.read()):
        child = os.fork()
        if child == 0:
            tell(begun=os.getpid())
            run(plan)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        tell(ended=os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
