"""The version of a database's schema: made, moved forward by Alembic, refused when it is newer than this software.

Read tables hold nothing of their own: a migration may drop one, and everything is folded again after it.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from shared.failures import EnvironmentFailure
from shared.journal.read_model import refold_everything

NEWEST = "0006"
"""The schema version that this software writes."""
FOLDS_AS = "0005"
"""The first one whose read tables were filled as this software fills them: those of older ones are folded again, which
takes minutes for a province's year."""

_MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(connection: Connection) -> None:
    """Makes or migrates the schema inside the caller's transaction. EnvironmentFailure when the database is newer."""
    if connection.dialect.name == "postgresql":
        # Several server processes start at once; one of them migrates.
        connection.execute(text("SELECT pg_advisory_xact_lock(20250701)"))
    found = schema_version(connection)
    if found == NEWEST:
        return
    if found is not None and found > NEWEST:
        raise EnvironmentFailure(
            "database_newer",
            f"Cơ sở dữ liệu thuộc phiên bản mới hơn ({found}) so với chương trình này ({NEWEST}). "
            "Dữ liệu vẫn an toàn; hãy cập nhật chương trình.",
            f"The database belongs to a newer version ({found}) than this program ({NEWEST}). "
            "The data is safe; update the program.",
        )
    # Imported here: it costs a tenth of a second that only a new or an old database needs.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if found is not None and found < FOLDS_AS:
        refold_everything(connection)


def schema_version(connection: Connection) -> str | None:
    """The schema version of the database, None when it is empty."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
