"""What a printer of slips can do and how it is (máy in phiếu), whatever stands behind it."""

from __future__ import annotations

from typing import Protocol

from shared.domain.machine import PrinterState

PrinterCondition = PrinterState
"""How a printer is (tình trạng máy in); "unknown" when it cannot tell, which hinders no print."""


class Printer(Protocol):
    """A printer of slips (máy in phiếu)."""

    def print_slip(self, name: str, pdf: bytes) -> None:
        """Prints `pdf` once; `name` is for people ("A012").

        EnvironmentFailure: nothing came out with `printer_paper_out`, `printer_cover_open`, `printer_offline` and
        `printer_failed`; a part may have come out with `printer_unfinished`. Nothing is ever tried a second time.
        """
        ...

    def condition(self) -> PrinterCondition:
        """How the printer is; asks the device where it can tell. Never raises; answers within a second."""
        ...
