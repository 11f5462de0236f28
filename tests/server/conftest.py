"""Servers and devices for the tests of this folder; every server runs on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

import pytest
from sqlalchemy import Engine

from shared.domain.office import Office
from shared.journal import tables
from shared.journal.engine import postgresql_engine
from shared.replication.enrolment_messages import EnrolledKind
from tests.quick_hash import QUICK
from tests.server import postgresql
from tests.server.browsing import Browser, browser
from tests.server.running import Device, RunningServer, enrolled_device, file_engine, running
from tests.staffed import staffed_ward


@pytest.fixture(scope="module", autouse=True)
def quick_passwords() -> Iterator[None]:
    """The servers of these tests hash new passwords quickly: what guessing one costs is asked elsewhere."""
    with patch("shared.actions.sign_in._hasher", QUICK), patch("server.signed_in.passwords._hasher", QUICK):
        yield


@pytest.fixture(scope="session")
def sample_ward() -> Office:
    """The sample ward with its staff."""
    return staffed_ward()


@pytest.fixture(scope="session")
def postgresql_cluster() -> Iterator[postgresql.Cluster]:
    """A PostgreSQL for this run."""
    if not postgresql.is_installed():
        pytest.skip(postgresql.NOT_INSTALLED)
    with postgresql.cluster() as cluster:
        yield cluster


@pytest.fixture
def sqlite_database(tmp_path: Path) -> Iterator[Engine]:
    """An empty embedded database."""
    engine = file_engine(tmp_path)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def postgresql_template(postgresql_cluster: postgresql.Cluster) -> str:
    """The name of an empty database with all its tables, to be copied."""
    url = postgresql_cluster.new_database()
    engine = postgresql_engine(url)
    tables.metadata.create_all(engine)
    engine.dispose()
    return url.rpartition("/")[2]


@pytest.fixture
def postgresql_database(postgresql_cluster: postgresql.Cluster, postgresql_template: str) -> Iterator[Engine]:
    """An empty database on PostgreSQL."""
    engine = postgresql_engine(postgresql_cluster.new_database(postgresql_template))
    yield engine
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def any_database(request: pytest.FixtureRequest) -> Engine:
    """An empty database, of each kind in turn."""
    engine = request.getfixturevalue(f"{request.param}_database")
    assert isinstance(engine, Engine)
    return engine


@pytest.fixture
def server(any_database: Engine, sample_ward: Office) -> Iterator[RunningServer]:
    """A server of the sample ward, on each kind of database in turn."""
    with running(any_database, sample_ward) as server:
        yield server


@pytest.fixture
def embedded_server(sqlite_database: Engine, sample_ward: Office) -> Iterator[RunningServer]:
    """A server of the sample ward on the embedded database."""
    with running(sqlite_database, sample_ward) as server:
        yield server


@pytest.fixture(scope="module")
def kept_server(tmp_path_factory: pytest.TempPathFactory, sample_ward: Office) -> Iterator[RunningServer]:
    """One server for all tests of a file."""
    engine = file_engine(tmp_path_factory.mktemp("kept"))
    with running(engine, sample_ward) as server:
        yield server
    engine.dispose()


@pytest.fixture
def administrator(kept_server: RunningServer) -> Iterator[Browser]:
    """An administrator of the province on it, just signed in."""
    with browser(kept_server, "province_administrator") as signed_in:
        yield signed_in


MakeDevice = Callable[[RunningServer, EnrolledKind], Device]


@pytest.fixture
def make_device() -> Iterator[MakeDevice]:
    """Makes enrolled devices and closes them at the end."""
    with ExitStack() as closing:

        def make(server: RunningServer, kind: EnrolledKind) -> Device:
            device = enrolled_device(server, kind)
            closing.callback(device.close)
            return device

        yield make
