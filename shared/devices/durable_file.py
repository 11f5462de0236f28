"""Files that are whole or not there at all, whatever happens to the power."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from shared.durable_names import make_names_durable

UNFINISHED = ".part"
"""How the names of files end that were not finished; they may be removed when nobody writes."""


def write_whole_if_new(path: Path, content: bytes) -> bool:
    """Puts `content` durably at `path` unless a file has that name; answers whether it did. OSError."""
    unfinished = _written_beside(path, content)
    try:
        return _take_the_name(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
        make_names_durable(path.parent)


def _written_beside(path: Path, content: bytes) -> Path:
    handle, name = tempfile.mkstemp(suffix=UNFINISHED, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)  # mkstemp lets only the owner read; a print is taken by other programs
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _take_the_name(unfinished: Path, path: Path) -> bool:
    try:
        path.hardlink_to(unfinished)
    except FileExistsError:
        return False
    except OSError:
        # A file system without hard links (FAT, some shares): the name is looked at and taken in two steps.
        if path.exists():
            return False
        unfinished.replace(path)
    return True
