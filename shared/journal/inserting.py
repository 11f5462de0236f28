"""INSERT … ON CONFLICT, which SQLite and PostgreSQL both have and SQLAlchemy keeps in their dialects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects.sqlite import insert as sqlite_insert


def _insert_of(dialect: str, table: Table) -> Any:
    if dialect == "postgresql":
        # Imported here: a device never needs it, and it costs a start a twentieth of a second.
        from sqlalchemy.dialects.postgresql import insert as postgresql_insert

        return postgresql_insert(table)
    return sqlite_insert(table)


def upsert(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Inserts `rows`, or replaces those whose primary key is there already. All rows have the same columns."""
    connection.execute(_upsert_for(connection.dialect.name, table, tuple(rows[0])), list(rows))


@cache
def _upsert_for(dialect: str, table: Table, names: tuple[str, ...]) -> Any:
    keys = [column.name for column in table.primary_key]
    statement = _insert_of(dialect, table)
    changed = {name: statement.excluded[name] for name in names if name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=changed)


def insert_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Inserts those of `rows` whose primary key is not there yet."""
    connection.execute(_insert_new_for(connection.dialect.name, table), list(rows))


@cache
def _insert_new_for(dialect: str, table: Table) -> Any:
    return _insert_of(dialect, table).on_conflict_do_nothing()
