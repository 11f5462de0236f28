"""Waits for what another thread or process brings about, without sleeping longer than needed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

_STEP_SECONDS = 0.01


def until(holds: Callable[[], bool], seconds: float = 60.0) -> None:
    """Returns as soon as `holds()`; AssertionError after `seconds`."""
    pause = threading.Event()
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come about"
        pause.wait(_STEP_SECONDS)
