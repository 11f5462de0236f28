"""Runs the migrations on the connection that `shared.journal.schema` hands in."""

from __future__ import annotations

from alembic import context

from shared.journal.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transactional_ddl=True)
context.run_migrations()
