"""Whatever the line does, and whoever is killed, restored or cloned: in the end everybody has everything once."""

from __future__ import annotations

from collections import Counter

import pytest
from sqlalchemy import Engine, select

from shared.journal import tables
from shared.journal.verify import verify
from tests.replication.history import History
from tests.replication.world import OFFICE, marks_in


def check(history: History) -> None:
    """Every node holds each event once, the folds are equal, and nothing is damaged."""
    engines = [history.server.engine, *(device.engine for device in history.devices)]
    for engine in engines:
        marks = Counter(marks_in(engine))
        assert [mark for mark, count in marks.items() if count > 1] == []
        assert set(marks) == history.expected
        with engine.connect() as connection:
            whole = None if engine is history.server.engine else frozenset[str]()
            assert verify(connection, OFFICE, whole).findings == ()
    first = folds(engines[0])
    assert all(folds(engine) == first for engine in engines[1:])


def folds(engine: Engine) -> list[object]:
    """Every folded state and personal record."""
    with engine.connect() as connection:
        return [
            sorted(tuple(row) for row in connection.execute(select(*columns)))
            for columns in (
                (tables.ticket.c.subject, tables.ticket.c.document),
                (tables.dossier.c.subject, tables.dossier.c.document),
                (tables.personal.c.hash, tables.personal.c.body),
            )
        ]


def play(seed: int, steps: int) -> History:
    history = History(seed)
    try:
        history.play(steps)
        history.heal()
        check(history)
    finally:
        history.close()
    return history


@pytest.mark.parametrize("seed", range(12))
def test_a_history_ends_with_everything_everywhere_once(seed: int) -> None:
    play(seed, steps=110)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1000, 1300))
@pytest.mark.timeout(600)
def test_a_long_history_ends_with_everything_everywhere_once(seed: int) -> None:
    play(seed, steps=300)
