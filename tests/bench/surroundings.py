"""What the figures were taken on: without it they say nothing."""

from __future__ import annotations

import os
import platform
from pathlib import Path

import sqlcipher3

from tests.bench.figures import in_milliseconds, seconds_of

_FLUSHES = 50


def surroundings(folder: Path) -> dict[str, object]:
    """The machine, its disk and the libraries; `load` says how busy others keep it."""
    flush = in_milliseconds([_flush(folder / "flushed") for _ in range(_FLUSHES)])
    return {
        "processors": os.cpu_count() or 1,
        "load": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "sqlite": sqlcipher3.sqlite_version,
        "flush_ms": round(flush.median, 2),
    }


def _flush(path: Path) -> float:
    """How long it takes to append 4 KiB and have them on the disk."""
    with path.open("ab") as file:
        file.write(bytes(4096))
        file.flush()
        return seconds_of(lambda: os.fsync(file.fileno()))
