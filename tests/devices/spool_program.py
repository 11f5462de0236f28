"""A program with a spool that is killed at its n-th step on the disk: `spool_program.py FOLDER PAPER INSTANT n`.

Steps are the file operations below FOLDER and the two moments before and after paper moves. It says "accepted" and
"printed" when the spool does.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import datetime
from pathlib import Path

from shared.clock import SetClock
from shared.devices.print_spool import PrintSpool
from shared.devices.printer import PrinterCondition

JOB, NAME = "journey-1", "A012"


class PaperFile:
    """A printer whose paper is a file: a line for each slip."""

    def __init__(self, paper: Path) -> None:
        self._paper = paper

    def print_slip(self, name: str, pdf: bytes) -> None:
        """Adds a line."""
        sys.audit("paper.before")
        handle = os.open(self._paper, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(handle, f"{name} {pdf.decode()}\n".encode())
        os.close(handle)
        sys.audit("paper.after")

    def condition(self) -> PrinterCondition:
        """Always ready."""
        return "ready"


def _die_at(step: int, folder: Path) -> None:
    left = step

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        concerned = event.startswith("paper.") or any(str(folder) in str(argument) for argument in arguments)
        if concerned and (event == "open" or event.startswith(("os.", "paper."))):
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


def main() -> None:
    """Accepts one slip and prints it."""
    folder, paper, instant, step = sys.argv[1:]
    spool = PrintSpool(Path(folder), PaperFile(Path(paper)), SetClock(datetime.fromisoformat(instant)))
    _die_at(int(step), Path(folder))
    if spool.accept(JOB, NAME, b"slip"):
        print("accepted", flush=True)
    if spool.run(JOB):
        print("printed", flush=True)


if __name__ == "__main__":
    main()
