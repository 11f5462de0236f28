"""A journal on a real encrypted database, with the clock in the test's hands."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from shared.clock import SetClock
from shared.identities import Identities
from shared.journal.journal import Journal
from shared.journal.opening import open_server
from tests.prepared import open_new_device
from tests.server import postgresql

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
    engine, lock = open_new_device(tmp_path / "device")
    yield engine
    engine.dispose()
    lock.close()


MakeJournal = Callable[..., Journal]


@pytest.fixture
def make_journal(tmp_path: Path, clock: SetClock, identities: Identities) -> Iterator[MakeJournal]:
    """Makes journals of further devices, each on a database of its own."""
    opened: list[Engine] = []

    def make(device: str, epoch: int = 1) -> Journal:
        engine, lock = open_new_device(tmp_path / f"{device}-{epoch}")
        opened.append(engine)
        lock.close()
        return Journal(engine, office=OFFICE, device=device, epoch=epoch, clock=clock, identities=identities)

    yield make
    for engine in opened:
        engine.dispose()


@pytest.fixture
def journal(make_journal: MakeJournal) -> Journal:
    return make_journal("kiosk-1")


@dataclass(frozen=True, slots=True)
class Store:
    """A server's database: PostgreSQL at `url`, or the embedded one in `folder`."""

    url: str | None
    folder: Path

    def open(self) -> Engine:
        """An engine on it, as one more process of the server would have."""
        return open_server(self.url, self.folder)


@pytest.fixture(scope="session")
def postgresql_cluster() -> Iterator[postgresql.Cluster]:
    """A PostgreSQL for this run."""
    if not postgresql.is_installed():
        pytest.skip(postgresql.NOT_INSTALLED)
    with postgresql.cluster() as cluster:
        yield cluster


@pytest.fixture(scope="session")
def migrated(postgresql_cluster: postgresql.Cluster) -> str:
    """The name of a database that has been brought up to date, to be copied."""
    url = postgresql_cluster.new_database()
    open_server(url, Path("unused")).dispose()
    return url.rpartition("/")[2]


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """A database of each kind in turn."""
    if request.param == "sqlite":
        return Store(None, tmp_path / "server")
    cluster: postgresql.Cluster = request.getfixturevalue("postgresql_cluster")
    return Store(cluster.new_database(request.getfixturevalue("migrated")), tmp_path)


@pytest.fixture
def make_server(store: Store, clock: SetClock) -> Iterator[MakeJournal]:
    """Makes journals on `store`, each with connections of its own."""
    with ExitStack() as opened:

        def make(device: str = "server", epoch: int = 1, office: str = OFFICE) -> Journal:
            engine = store.open()
            opened.callback(engine.dispose)
            return Journal(engine, office=office, device=device, epoch=epoch, clock=clock, identities=Identities(clock))

        yield make


@pytest.fixture
def server(make_server: MakeJournal) -> Journal:
    """A server's journal."""
    return make_server()
