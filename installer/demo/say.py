"""What the demonstration tells the person who watches: short lines, Vietnamese first."""

from __future__ import annotations

import sys
import threading

_one_at_a_time = threading.Lock()


def say(vietnamese: str, english: str, at: str = "") -> None:
    """One line; `at` is what the office's clock shows."""
    clock = f"{at}  " if at else ""
    with _one_at_a_time:
        sys.stdout.write(f"{clock}{vietnamese} / {english}\n")
        sys.stdout.flush()
