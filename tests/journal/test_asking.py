"""Questions that go straight to the driver are answered as the same statement is otherwise."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, bindparam, func, insert, select, update

from shared.journal import tables
from shared.journal.asking import ask
from shared.journal.engine import WRITING
from tests.journal.conftest import Store

_OFFICE = tables.office
_OF_SOME = (
    select(_OFFICE.c.office, _OFFICE.c.cursor + 1000, func.coalesce(_OFFICE.c.lamport, 7))
    .where(_OFFICE.c.office.in_(bindparam("names", expanding=True)), _OFFICE.c.cursor >= bindparam("least"))
    .order_by(_OFFICE.c.office)
)


@pytest.fixture
def engine(store: Store) -> Iterator[Engine]:
    engine = store.open()
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        rows = [{"office": f"o{number:03}", "cursor": number, "lamport": number} for number in range(100)]
        connection.execute(insert(_OFFICE), rows)
    yield engine
    engine.dispose()


@pytest.mark.parametrize("count", [0, 1, 3, 64, 65, 100])
def test_lists_of_every_length_and_values_of_the_statement_itself(engine: Engine, count: int) -> None:
    names = [f"o{number:03}" for number in range(count)]
    with engine.begin() as connection:
        for least in (0, 2):
            values = {"names": names, "least": least}
            rows = ask(connection, _OF_SOME, values).all()
            assert rows == connection.execute(_OF_SOME, values).all()
            assert rows == [(f"o{each:03}", 1000 + each, each) for each in range(least, count)]


def test_it_changes_rows_too_and_a_value_may_be_null(engine: Engine) -> None:
    table = tables.number_used
    change = update(_OFFICE).where(_OFFICE.c.office == bindparam("name")).values(cursor=bindparam("to"))
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        assert ask(connection, change, {"name": "o001", "to": 5}).rowcount == 1
        assert ask(connection, change, {"name": "nobody", "to": 5}).rowcount == 0
        assert connection.execute(select(_OFFICE.c.cursor).where(_OFFICE.c.office == "o001")).scalar() == 5
        nothing = select(table.c.last).where(table.c.office == bindparam("name"))
        assert ask(connection, nothing, {"name": None}).all() == []
