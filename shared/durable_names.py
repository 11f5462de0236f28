"""Renames and removals that outlive a power cut."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def make_names_durable(folder: Path) -> None:
    """Brings the names in `folder` to the disk. OSError."""
    # Windows opens no folders; there the file system keeps its own journal of names.
    with contextlib.suppress(PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
