"""Request counters only grow: within a run, over restarts, and past what the server has seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from shared.replication.request_counters import RequestCounters, begin_run, starts_after
from tests.server.running import memory_engine


@pytest.fixture
def engine() -> Iterator[Engine]:
    engine = memory_engine()
    yield engine
    engine.dispose()


def start(engine: Engine) -> RequestCounters:
    with engine.begin() as connection:
        return begin_run(connection)


def test_each_request_has_a_higher_counter_than_any_before(engine: Engine) -> None:
    seen = [-1]
    for _ in range(3):
        counters = start(engine)
        seen += [counters.next("push") for _ in range(4)]
    assert seen == sorted(set(seen))


def test_the_lanes_count_apart(engine: Engine) -> None:
    counters = start(engine)
    assert counters.next("push") == counters.next("pull") == counters.next("line")


def test_a_restored_database_passes_what_the_server_has_seen(engine: Engine) -> None:
    counters = start(engine)
    last = 9000 << 32 | 17
    with engine.begin() as connection:
        counters.raise_to(starts_after(connection, last))
    assert counters.next("push") > last
    assert start(engine).next("push") > last
