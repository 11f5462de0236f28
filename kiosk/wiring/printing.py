"""The kiosk's printer as its screens see it: every slip goes through the spool, so that none comes out twice."""

from __future__ import annotations

import hashlib
from pathlib import Path

from shared.clock import Clock
from shared.devices.print_spool import PrintSpool
from shared.devices.printer import Printer, PrinterCondition
from shared.failures import EnvironmentFailure


class SpooledPrinter:
    """A printer behind a spool. Use it on the printing lane only."""

    def __init__(self, printer: Printer, folder: Path, clock: Clock) -> None:
        self._printer = printer
        self.spool = PrintSpool(folder, printer, clock)

    def print_slip(self, name: str, pdf: bytes) -> None:
        """Prints once; asked again for the same paper, which a person does by touch, it prints it again."""
        job = f"{name}-{hashlib.sha256(pdf).hexdigest()[:12]}"
        if not self.spool.accept(job, name, pdf):
            job = self.spool.reprint(job)
        self.spool.run(job)

    def condition(self) -> PrinterCondition:
        """How the printer says it is."""
        return self._printer.condition()

    def slips_waiting(self) -> int:
        """How many slips were accepted and have not come out."""
        return len(self.spool.report().waiting)

    def print_what_was_left(self) -> None:
        """Prints the slips that were accepted shortly before the last end of the program and never begun."""
        try:
            while self.spool.print_next() is not None:
                pass
        except EnvironmentFailure:
            """The printer cannot print now: the staff's panel says how many slips wait or may have come out."""
