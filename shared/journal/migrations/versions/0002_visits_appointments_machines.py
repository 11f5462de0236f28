"""Several matters in one visit, appointments, machines that report their printer, signs of life.

The ticket's read table is made anew and filled again from the journal.

Revision: 0002, after 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the ticket's read table anew, and the new tables."""
    _drop_ticket()
    _create_ticket(
        sa.Column("holder", sa.Text(), nullable=True),
        sa.Column("served", sa.Text(), nullable=True),
        sa.Column("served_at", sa.BigInteger(), nullable=True),
    )
    op.create_table(
        "appointment",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("through", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "subject"),
    )
    op.create_index("appointment_at", "appointment", ["office", "at"], unique=False)
    op.create_index("appointment_code", "appointment", ["office", "code"], unique=False)
    op.create_table(
        "machine",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("printer", sa.Text(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("through", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "subject"),
    )
    op.create_table(
        "heartbeat",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("office", "device"),
    )


def downgrade() -> None:
    """Drops the new tables and makes the ticket's read table as it was, empty."""
    op.drop_table("heartbeat")
    op.drop_table("machine")
    op.drop_index("appointment_code", table_name="appointment")
    op.drop_index("appointment_at", table_name="appointment")
    op.drop_table("appointment")
    _drop_ticket()
    _create_ticket()


def _create_ticket(*columns: sa.Column[object]) -> None:
    op.create_table(
        "ticket",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("priority", sa.Text(), nullable=True),
        sa.Column("counter", sa.Text(), nullable=True),
        sa.Column("target_counter", sa.Text(), nullable=True),
        sa.Column("issued_at", sa.BigInteger(), nullable=False),
        sa.Column("called_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        *columns,
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("through", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "subject"),
    )
    op.create_index("ticket_counter", "ticket", ["office", "date", "counter", "called_at"], unique=False)
    op.create_index(
        "ticket_queue", "ticket", ["office", "date", "state", "line", "priority", "issued_at"], unique=False
    )
    op.create_index("ticket_label", "ticket", ["office", "date", "label"], unique=False)
    op.create_index("ticket_token", "ticket", ["office", "token"], unique=False)
    op.create_index(
        "ticket_transferred",
        "ticket",
        ["office", "date", "target_counter"],
        unique=False,
        sqlite_where=sa.text("target_counter IS NOT NULL"),
        postgresql_where=sa.text("target_counter IS NOT NULL"),
    )


def _drop_ticket() -> None:
    for name in ("ticket_transferred", "ticket_label", "ticket_token", "ticket_queue", "ticket_counter"):
        op.drop_index(name, table_name="ticket")
    op.drop_table("ticket")
