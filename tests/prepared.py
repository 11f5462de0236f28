"""Databases of devices, made once in a run and then copied: making one with all its tables takes most tests' time."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import IO

from sqlalchemy import Engine

from shared.journal.opening import open_device


def open_new_device(folder: Path) -> tuple[Engine, IO[str]]:
    """`open_device` on a database in `folder` that is as new as one it makes itself; all copies have one key."""
    prepare_device(folder)
    return open_device(folder)


def prepare_device(folder: Path) -> None:
    """Puts a new database into `folder`, unless one is there."""
    if not folder.exists() or not any(folder.iterdir()):
        shutil.copytree(_made_once(), folder, dirs_exist_ok=True)


@cache
def _made_once() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="prepared-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    engine, lock = open_device(folder)
    engine.dispose()
    lock.close()
    return folder
