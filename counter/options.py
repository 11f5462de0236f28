"""How the counter was started."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class CounterOptions:
    """The command line, read. `prints`: the folder for forms; `data`: its database; `scans`: the scanner's folder."""

    data: Path
    prints: Path
    server_url: str | None
    enrolment_code: str | None
    remote_control: bool
    language: str = "vi"
    scans: Path | None = None
