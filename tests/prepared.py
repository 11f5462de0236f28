"""Databases of devices and servers, made once in a run and then copied: making them takes most tests' time."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import IO
from unittest.mock import patch

from sqlalchemy import Engine

from server.setting_up import sample_office, set_up, with_sample_staff
from shared.clock import SystemClock
from shared.journal.opening import open_device, open_server
from tests.quick_hash import quick_hash


def open_new_device(folder: Path) -> tuple[Engine, IO[str]]:
    """`open_device` on a database in `folder` that is as new as one it makes itself; all copies have one key."""
    prepare_device(folder)
    return open_device(folder)


def prepare_device(folder: Path) -> None:
    """Puts a new database into `folder`, unless one is there."""
    if not folder.exists() or not any(folder.iterdir()):
        shutil.copytree(_made_once(), folder, dirs_exist_ok=True)


def prepare_sample_server(folder: Path) -> Path:
    """Puts into `folder` what `motcua-server init --sample` leaves behind, hashed quickly; answers `folder`."""
    shutil.copytree(_sample_server(), folder, dirs_exist_ok=True)
    return folder


@cache
def _sample_server() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="prepared-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    engine = open_server(None, folder)
    with patch("server.setting_up.hash_password", quick_hash):
        office = with_sample_staff(sample_office())
    set_up(engine, SystemClock(), office)
    engine.dispose()
    return folder


@cache
def _made_once() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="prepared-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    engine, lock = open_device(folder)
    engine.dispose()
    lock.close()
    return folder
