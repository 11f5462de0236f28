"""Small questions that are asked all day: each is compiled once and then goes straight to the driver.

What SQLAlchemy does with a statement each time costs several times what the database needs to answer it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, CursorResult, Dialect, Executable

_LONGEST_LIST = 64
"""Longer lists of values are rarer than that statements of their own would be worth keeping for them."""


def ask(connection: Connection, statement: Executable, values: Mapping[str, Any]) -> CursorResult[*tuple[Any, ...]]:
    """The rows that `statement` finds for `values`, a list where it has an expanding parameter.

    For statements that are made once, and columns that the drivers answer as they are wanted: numbers, texts, bytes.
    """
    lengths = tuple((name, len(value)) for name, value in values.items() if isinstance(value, list))
    if any(not 0 < length <= _LONGEST_LIST for _, length in lengths):
        return connection.execute(statement, values)
    asked = _asked(connection.dialect, statement, tuple(values), lengths)
    given = {**asked.own, **values}
    for name, _ in lengths:
        given |= {f"{name}_{place}": value for place, value in enumerate(given.pop(name), start=1)}
    ordered = given if asked.order is None else tuple(map(given.__getitem__, asked.order))
    return connection.exec_driver_sql(asked.text, ordered)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A statement as the driver takes it; the values that are its own, and the order of all where they go unnamed."""

    text: str
    own: Mapping[str, Any]
    order: tuple[str, ...] | None


@lru_cache(maxsize=1000)
def _asked(dialect: Dialect, statement: Any, names: tuple[str, ...], lengths: tuple[tuple[str, int], ...]) -> _Asked:
    compiled = statement.compile(dialect=dialect, column_keys=names)
    expanded = compiled.construct_expanded_state(
        dict.fromkeys(names) | {name: [None] * length for name, length in lengths}
    )
    own = {name: value for name, value in expanded.parameters.items() if value is not None}
    return _Asked(expanded.statement, own, tuple(expanded.positiontup) if compiled.positional else None)
