"""While the processes of a province are updated one after the other, the older ones work on the migrated database."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, MetaData, Table, insert, select, update

from shared.clock import SetClock
from shared.domain.fact import Fact
from shared.identities import Identities
from shared.journal import schema
from shared.journal.database_key import database_key
from shared.journal.engine import WRITING, postgresql_engine, sqlite_engine
from shared.journal.journal import Journal
from shared.journal.older_rows import fold_older_rows, has_older_rows
from shared.journal.read_model import DOSSIERS, PROJECTIONS
from shared.journal.schema import NEWEST, schema_version
from shared.journal.tables import dossier
from shared.journal.verify import verify
from tests.journal.conftest import OFFICE
from tests.server.facts import dossier_received, ticket_issued
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


TICKET = ticket_issued(1)
DOSSIER = dossier_received(1)
CALLED = Fact(TICKET.subject, "ticket.called", {"counter": "quay-1", "desk": "d", "key": "k", "mode": "claimed"})
SOLVED = Fact(DOSSIER.subject, "dossier.result_ready", {"unit": "one_stop", "outcome": "granted"})


@pytest.mark.parametrize(("begins", "goes_on"), [(TICKET, CALLED), (DOSSIER, SOLVED)], ids=["ticket", "dossier"])
@pytest.mark.parametrize("was_there", [False, True], ids=["new", "changed"])
def test_what_the_release_before_has_folded_is_folded_again(
    engine_before: Engine, begins: Fact, goes_on: Fact, was_there: bool
) -> None:
    name = begins.kind.partition(".")[0]
    known = set(tables_of(engine_before)[name].columns.keys())
    migrate(engine_before)
    clock = SetClock(MORNING)
    journal = Journal(engine_before, office=OFFICE, device="d", epoch=1, clock=clock, identities=Identities(clock))
    table = PROJECTIONS[name].table
    with journal.writing() as writer:
        writer.append("staff-1", [begins])
        first = dict(writer.connection.execute(select(table)).mappings().one())
    clock.advance(timedelta(minutes=5))
    with journal.writing() as writer:
        writer.append("staff-1", [goes_on])
        right = dict(writer.connection.execute(select(table)).mappings().one())
        assert not has_older_rows(writer)
        # The older program writes the columns that it knows, and leaves the others as they were.
        left = {column: first[column] if was_there else None for column in right if column not in known}
        assert left != {column: right[column] for column in left}
        writer.connection.execute(update(table).values(left))
        assert has_older_rows(writer)
    with journal.writing() as writer:
        assert fold_older_rows(writer) == 1
        assert not has_older_rows(writer)
        assert dict(writer.connection.execute(select(table)).mappings().one()) == right
    with journal.reading() as reader:
        assert verify(reader.connection, OFFICE).findings == ()


def test_what_the_release_before_has_folded_is_not_folded_on_but_anew(engine_before: Engine) -> None:
    migrate(engine_before)
    clock = SetClock(MORNING)
    journal = Journal(engine_before, office=OFFICE, device="d", epoch=1, clock=clock, identities=Identities(clock))
    online = replace(DOSSIER, data={**DOSSIER.data, "channel": "online", "online_service": "full"})
    with journal.writing() as writer:
        writer.append("staff-1", [online])
        document = json.loads(writer.connection.execute(select(dossier.c.document)).scalar_one())
        # What the older program writes of a dossier lacks what it does not know, and names a place of its own.
        del document["online_service"]
        values = {"document": json.dumps(document).encode(), "counted_through": "", "channel": None}
        writer.connection.execute(update(dossier).values(values))
    with journal.reading() as reader:
        known = reader.state(DOSSIERS, DOSSIER.subject)
        assert known is not None
        assert known.online_service == "full"
    with journal.writing() as writer:
        writer.append("staff-1", [SOLVED])
        assert writer.connection.execute(select(dossier.c.channel)).scalar_one() == "online_full"
        assert not has_older_rows(writer)
    with journal.reading() as reader:
        assert verify(reader.connection, OFFICE).findings == ()
