"""Many rows at once, and INSERT … ON CONFLICT, which both databases have and SQLAlchemy keeps in their dialects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table, bindparam, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert


def _insert_of(dialect: str, table: Table) -> Any:
    if dialect == "postgresql":
        # Imported here: a device never needs it, and it costs a start a twentieth of a second.
        from sqlalchemy.dialects.postgresql import insert as postgresql_insert

        return postgresql_insert(table)
    return sqlite_insert(table)


def run_for_each(connection: Connection, insertion: Any, rows: Sequence[Mapping[str, object]]) -> None:
    """Runs `insertion`, made once and kept, for each of `rows`, which have the same columns in the same order.

    Straight on the driver: looking at every value of every row costs more than writing them.
    """
    text, names = _text_of(connection.dialect, insertion, tuple(rows[0]))
    values: list[Any] = list(rows) if names is None else [tuple(map(row.__getitem__, names)) for row in rows]
    connection.exec_driver_sql(text, values)


@cache
def _text_of(dialect: Dialect, insertion: Any, names: tuple[str, ...]) -> tuple[str, tuple[str, ...] | None]:
    """`insertion` of columns `names` as the driver takes it, and their order where it takes values without names."""
    compiled = insertion.compile(dialect=dialect, column_keys=names)
    return str(compiled), tuple(compiled.positiontup) if compiled.positional else None


def upsert(
    connection: Connection,
    table: Table,
    rows: Sequence[Mapping[str, object]],
    changed: tuple[str, ...] | None = None,
) -> None:
    """Inserts `rows`, or replaces those whose primary key is there already. All rows have the same columns.

    `changed`: the columns that are replaced, when it is not all of them.
    """
    replaced = tuple(rows[0]) if changed is None else changed
    run_for_each(connection, _upsert_for(connection.dialect.name, table, replaced), rows)


@cache
def _upsert_for(dialect: str, table: Table, replaced: tuple[str, ...]) -> Any:
    keys = [column.name for column in table.primary_key]
    statement = _insert_of(dialect, table)
    values = {name: statement.excluded[name] for name in replaced if name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=values)


def change(
    connection: Connection, table: Table, changed: tuple[str, ...], rows: Sequence[Mapping[str, object]]
) -> None:
    """Sets the columns `changed` of `rows`, which are there and given whole. Other columns' indexes stay untouched."""
    run_for_each(connection, _change_for(table, changed), [_named_apart(table, changed, row) for row in rows])


def _named_apart(table: Table, changed: tuple[str, ...], row: Mapping[str, object]) -> Mapping[str, object]:
    return {name: row[name] for name in changed} | {f"of_{key.name}": row[key.name] for key in table.primary_key}


@cache
def _change_for(table: Table, changed: tuple[str, ...]) -> Any:
    where = [key == bindparam(f"of_{key.name}", type_=key.type) for key in table.primary_key]
    return update(table).where(*where).values({name: bindparam(name) for name in changed})


def insert_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Inserts those of `rows` whose primary key is not there yet."""
    run_for_each(connection, _insert_new_for(connection.dialect.name, table), rows)


@cache
def _insert_new_for(dialect: str, table: Table) -> Any:
    return _insert_of(dialect, table).on_conflict_do_nothing()
