"""A journal on a real encrypted database, with the clock in the test's hands."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from shared.clock import SetClock
from shared.identities import Identities
from shared.journal.journal import Journal
from shared.journal.opening import open_device

OFFICE = "phuong-mau"


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime(2026, 11, 23, 1, 0, tzinfo=UTC))


@pytest.fixture
def identities(clock: SetClock) -> Identities:
    numbers = itertools.count(1)
    return Identities(clock, lambda size: next(numbers).to_bytes(size, "big"))


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine, lock = open_device(tmp_path / "device")
    yield engine
    engine.dispose()
    lock.close()


MakeJournal = Callable[..., Journal]


@pytest.fixture
def make_journal(tmp_path: Path, clock: SetClock, identities: Identities) -> Iterator[MakeJournal]:
    """Makes journals of further devices, each on a database of its own."""
    opened: list[Engine] = []

    def make(device: str, epoch: int = 1) -> Journal:
        engine, lock = open_device(tmp_path / f"{device}-{epoch}")
        opened.append(engine)
        lock.close()
        return Journal(engine, office=OFFICE, device=device, epoch=epoch, clock=clock, identities=identities)

    yield make
    for engine in opened:
        engine.dispose()


@pytest.fixture
def journal(make_journal: MakeJournal) -> Journal:
    return make_journal("kiosk-1")
