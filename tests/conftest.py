"""What holds for every test: no screen, a home of its own, examples that repeat in continuous integration."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from shared.clock import HO_CHI_MINH, SetClock
from tests.turns import Turns, put_in_order


def _move_into_a_home_of_its_own() -> None:
    """Points HOME and the XDG folders of this process and its children at a folder that goes away at the end."""
    home = Path(tempfile.mkdtemp(prefix="motcua-tests-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    folders = {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "roaming",
        "LOCALAPPDATA": home / "local",
        "XDG_DATA_HOME": home / "data",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_STATE_HOME": home / "state",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_RUNTIME_DIR": home / "runtime",
    }
    for name, folder in folders.items():
        folder.mkdir(mode=0o700, exist_ok=True)
        os.environ[name] = str(folder)


# Before anything imports Qt, which reads these once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("NO_PROXY", "127.0.0.1,localhost")
os.environ.pop("MOTCUA_DEMONSTRATION_CLOCK", None)
_move_into_a_home_of_its_own()

settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves the long forms of fault and load runs out, unless marks are chosen by hand (`-m long`)."""
    put_in_order(items)
    if config.option.markexpr:
        return
    long = [item for item in items if item.get_closest_marker("long")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if not item.get_closest_marker("long")]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Turns | None:
    """Deals the tests out in our turns, unless another way is chosen by hand (`--dist`)."""
    return Turns(config, log) if config.getvalue("dist") == "load" else None


def pytest_collection_finish() -> None:
    """Takes what has been read so far out of the collector's way: windows are collected after each of many tests."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """After each file the same with what has stayed: signals keep a window's wrappers for good, invisibly to it."""
    yield
    if nextitem is None or nextitem.path != item.path:
        gc.collect()
        gc.freeze()


@pytest.fixture
def set_clock() -> SetClock:
    """A clock that stands at eight o'clock in Viet Nam on Monday 23 November 2026 until a test moves it."""
    return SetClock(datetime(2026, 11, 23, 8, 0, tzinfo=HO_CHI_MINH))
