"""The server as its own process, as an office starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def server_process(place: Sequence[str]) -> Iterator[str]:
    """`serve` with the options `place` on a free port; answers the address, and ends it as an administrator would."""
    command = [sys.executable, "-m", "server", "serve", "--listen", "127.0.0.1:0", *place]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=environment()) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("listening on http://"), line
        try:
            yield line.removeprefix("listening on ").strip()
        finally:
            process.terminate()
            assert process.wait(20) == 0


def environment() -> dict[str, str]:
    """This process's environment, with warnings as errors left out: the child is no test."""
    return {**os.environ, "PYTHONUTF8": "1"}
