"""While the processes of a province are updated one after the other, the older ones work on the migrated database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, MetaData, Table, insert, select, update

from shared.clock import SetClock
from shared.identities import Identities
from shared.journal import schema, tables
from shared.journal.database_key import database_key
from shared.journal.engine import WRITING, postgresql_engine, sqlite_engine
from shared.journal.journal import Journal
from shared.journal.older_rows import fold_older_rows, has_older_rows
from shared.journal.read_model import DOSSIERS
from shared.journal.schema import NEWEST, schema_version
from shared.journal.verify import verify
from tests.journal.conftest import OFFICE
from tests.server.facts import dossier_received
from tests.server.running import MORNING

BEFORE = "0004"


@pytest.fixture(params=["sqlite", "postgresql"])
def engine_before(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A server's database as the release before has made it."""
    if request.param == "sqlite":
        engine = sqlite_engine(tmp_path / "journal.db", database_key(tmp_path))
    else:
        engine = postgresql_engine(request.getfixturevalue("postgresql_cluster").new_database())
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        _upgrade(connection, BEFORE)
    yield engine
    engine.dispose()


def _upgrade(connection: Connection, version: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).with_name("migrations")))
    config.attributes["connection"] = connection
    command.upgrade(config, version)


def tables_of(engine: Engine) -> Mapping[str, Table]:
    """The tables as a program sees them that was written for what is there now."""
    metadata = MetaData()
    metadata.reflect(engine)
    return metadata.tables


def migrate(engine: Engine) -> None:
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        schema.bring_up_to_date(connection)
    with engine.connect() as connection:
        assert schema_version(connection) == NEWEST


def a_row(table: Table) -> dict[str, Any]:
    """A row with something in every column that the older program knows."""
    values: dict[type, Any] = {int: 1, str: "x", bytes: b"x"}
    return {column.name: values[column.type.python_type] for column in table.columns}


def test_the_release_before_reads_and_writes_every_table_it_knows(engine_before: Engine) -> None:
    known = tables_of(engine_before)
    migrate(engine_before)
    with engine_before.connect().execution_options(**WRITING) as connection, connection.begin():
        for name, table in known.items():
            if name == "alembic_version":
                continue
            row = a_row(table)
            connection.execute(insert(table), [row])
            connection.execute(update(table).values({key: value for key, value in row.items() if key != "office"}))
            assert dict(connection.execute(select(table)).mappings().one()) == row


def test_what_the_release_before_has_folded_is_folded_again(engine_before: Engine) -> None:
    known = tables_of(engine_before)
    migrate(engine_before)
    clock = SetClock(MORNING)
    journal = Journal(engine_before, office=OFFICE, device="d", epoch=1, clock=clock, identities=Identities(clock))
    fact = dossier_received(1)
    with journal.writing() as writer:
        writer.append("staff-1", [fact])
        right = dict(writer.connection.execute(select(tables.dossier)).mappings().one())
        older = {name: right[name] for name in known["dossier"].columns.keys()}  # noqa: SIM118
        writer.connection.execute(tables.dossier.delete())
        writer.connection.execute(insert(known["dossier"]), [older])
        assert has_older_rows(writer)
    with journal.writing() as writer:
        assert fold_older_rows(writer) == 1
        assert not has_older_rows(writer)
        assert dict(writer.connection.execute(select(tables.dossier)).mappings().one()) == right
        assert writer.state(DOSSIERS, fact.subject) is not None
    with journal.reading() as reader:
        assert verify(reader.connection, OFFICE).findings == ()
