"""Statements that go out together: an error among them is one in words, and leaves nothing behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, func, insert, select
from sqlalchemy.exc import DBAPIError

from shared.journal import tables
from shared.journal.engine import WRITING, sent_together
from tests.journal.conftest import Store


@pytest.fixture
def engine(store: Store) -> Iterator[Engine]:
    engine = store.open()
    yield engine
    engine.dispose()


def offices(engine: Engine) -> int:
    with engine.begin() as connection:
        return connection.execute(select(func.count()).select_from(tables.office)).scalar_one()


def add(engine: Engine, names: str) -> None:
    """Adds an office for each letter of `names`, all of them together."""
    with engine.connect().execution_options(**WRITING) as connection, connection.begin(), sent_together(connection):
        for name in names:
            connection.execute(insert(tables.office).values(office=name, cursor=0, lamport=0))


def test_what_was_sent_together_is_all_there(engine: Engine) -> None:
    add(engine, "ab")
    assert offices(engine) == 2


def test_an_error_among_them_undoes_all_and_the_connection_goes_on(engine: Engine) -> None:
    with pytest.raises(DBAPIError):
        add(engine, "abac")
    assert offices(engine) == 0
    add(engine, "ac")
    assert offices(engine) == 2
