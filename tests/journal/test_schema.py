"""The schema that the migrations make is the one that the tables say, on both databases."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, select, text, update

from shared.clock import SetClock
from shared.failures import EnvironmentFailure
from shared.identities import Identities
from shared.journal import schema, tables
from shared.journal.engine import WRITING, sqlite_engine
from shared.journal.journal import Journal
from shared.journal.schema import NEWEST, bring_up_to_date, schema_version
from tests.journal.conftest import OFFICE, Store
from tests.server import postgresql
from tests.server.facts import ticket_issued

MIGRATIONS = Path(schema.__file__).with_name("migrations")


def made_by(connection: Connection) -> set[str]:
    """How SQLite says the tables and indexes were made, without what only layout is."""
    query = text("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'alembic%'")
    return {" ".join(sql.replace('"', "").split()) for sql in connection.execute(query).scalars()}


def test_the_migrations_make_what_the_tables_say(store: Store) -> None:
    engine = store.open()
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True, "target_metadata": tables.metadata}
        )
        assert compare_metadata(context, tables.metadata) == []
    engine.dispose()


def test_the_migrations_make_tables_of_the_same_kind_on_sqlite(tmp_path: Path) -> None:
    migrated = Store(None, tmp_path / "migrated").open()
    created = sqlite_engine(tmp_path / "created.db", b"k" * 32)
    tables.metadata.create_all(created)
    with migrated.connect() as one, created.connect() as other:
        assert made_by(one) == made_by(other)
    migrated.dispose()
    created.dispose()


def test_the_newest_version_is_the_last_migration() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_heads() == [NEWEST]


def take_back(connection: Connection, version: str) -> None:
    """Takes the migrations after `version` back."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.downgrade(config, version)


def test_every_migration_can_be_taken_back(store: Store) -> None:
    engine = store.open()
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        take_back(connection, "base")
        left = MetaData()
        left.reflect(connection)
        assert set(left.tables) == {"alembic_version"}
        assert schema_version(connection) is None
    engine.dispose()
    store.open().dispose()


@pytest.mark.parametrize(("before", "label"), [("0005", "spoiled"), ("0004", "A001")])
def test_only_rows_that_an_older_software_filled_are_filled_again(
    store: Store, clock: SetClock, identities: Identities, before: str, label: str
) -> None:
    engine = store.open()
    journal = Journal(engine, office=OFFICE, device="kiosk-1", epoch=1, clock=clock, identities=identities)
    with journal.writing() as writer:
        writer.append("staff-1", [ticket_issued(1)])
        writer.connection.execute(update(tables.ticket).values(label="spoiled"))
        take_back(writer.connection, before)
    engine.dispose()
    engine = store.open()
    with engine.connect() as connection:
        assert schema_version(connection) == NEWEST
        assert connection.execute(select(tables.ticket.c.label)).scalars().all() == [label]
    engine.dispose()


def test_opening_again_changes_nothing(store: Store) -> None:
    for _ in range(2):
        engine = store.open()
        with engine.connect() as connection:
            assert schema_version(connection) == NEWEST
            assert connection.execute(text("SELECT count(*) FROM alembic_version")).scalar() == 1
        engine.dispose()


def test_a_database_of_a_newer_version_is_refused(store: Store) -> None:
    engine = store.open()
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    engine.dispose()
    with pytest.raises(EnvironmentFailure) as told:
        store.open()
    assert told.value.code == "database_newer"
    assert "0999" in told.value.sentence.en


def test_a_migration_that_fails_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    engine = sqlite_engine(tmp_path / "journal.db", b"k" * 32)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE ticket (mine TEXT)"))
    with pytest.raises(Exception, match="already exists"), engine.connect() as connection, connection.begin():
        bring_up_to_date(connection)
    with engine.connect() as connection:
        assert made_by(connection) == {"CREATE TABLE ticket (mine TEXT)"}
    engine.dispose()


def test_server_processes_that_start_together_migrate_once(postgresql_cluster: postgresql.Cluster) -> None:
    from concurrent.futures import ThreadPoolExecutor

    url = postgresql_cluster.new_database()
    with ThreadPoolExecutor(4) as pool:
        engines = list(pool.map(lambda _: Store(url, Path("unused")).open(), range(4)))
    with engines[0].connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == [NEWEST]
    for engine in engines:
        engine.dispose()
