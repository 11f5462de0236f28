"""What the whole counter keeps: payments, issued forms, scans, days of the calendar; a dossier's open due dates.

The dossier's read table is made anew and filled again from the journal.

Revision: 0003, after 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the dossier's read table anew, and the new tables."""
    _drop_dossier()
    _create_dossier(
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("open", sa.Integer(), nullable=False),
        sa.Column("last_step_at", sa.BigInteger(), nullable=False),
        sa.Column("answer_by", sa.BigInteger(), nullable=True),
        sa.Column("returned_at", sa.BigInteger(), nullable=True),
    )
    op.create_index("dossier_received", "dossier", ["office", "received_at"], unique=False)
    op.create_index(
        "dossier_returned",
        "dossier",
        ["office", "returned_at"],
        unique=False,
        sqlite_where=sa.text("returned_at IS NOT NULL"),
        postgresql_where=sa.text("returned_at IS NOT NULL"),
    )
    op.create_index(
        "dossier_open",
        "dossier",
        ["office", "open", "due_at", "last_step_at", "answer_by", "stage", "holder"],
        unique=False,
        sqlite_where=sa.text("open = 1"),
        postgresql_where=sa.text("open = 1"),
    )
    op.create_table(
        "payment",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("dossier", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("receipt", sa.Text(), nullable=True),
        sa.Column("withdrawn_at", sa.BigInteger(), nullable=True),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("through", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "subject"),
    )
    op.create_index("payment_at", "payment", ["office", "at"], unique=False)
    op.create_index("payment_receipt", "payment", ["office", "receipt", "at"], unique=False)
    op.create_index("payment_withdrawn", "payment", ["office", "withdrawn_at"], unique=False)
    op.create_index("payment_dossier", "payment", ["office", "dossier", "at"], unique=False)
    op.create_table(
        "form",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("dossier", sa.Text(), nullable=True),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("year", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("issued_at", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("through", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "subject"),
    )
    op.create_index("form_dossier", "form", ["office", "dossier"], unique=False)
    op.create_index("form_number", "form", ["office", "form", "year", "number"], unique=False)
    op.create_table(
        "attachment",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("dossier", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("through", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "subject"),
    )
    op.create_index("attachment_dossier", "attachment", ["office", "dossier"], unique=False)
    op.create_index("attachment_of_content", "attachment", ["office", "content"], unique=False)
    op.create_table(
        "calendar_day",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("edition", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("through", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "subject"),
    )
    op.create_index("calendar_day_edition", "calendar_day", ["office", "edition"], unique=False)
    op.create_table(
        "attachment_content",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("pieces", sa.Integer(), nullable=False),
        sa.Column("here", sa.Integer(), nullable=False),
        sa.Column("safe", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("office", "content"),
    )
    op.create_index(
        "attachment_content_unsafe",
        "attachment_content",
        ["office", "content"],
        unique=False,
        sqlite_where=sa.text("safe < pieces"),
        postgresql_where=sa.text("safe < pieces"),
    )
    op.create_table(
        "overstep",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("noticed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("office", "device", "epoch", "seq"),
    )


def downgrade() -> None:
    """Drops the new tables and makes the dossier's read table as it was, empty."""
    op.drop_table("overstep")
    op.drop_table("attachment_content")
    op.drop_index("calendar_day_edition", table_name="calendar_day")
    op.drop_table("calendar_day")
    op.drop_table("attachment")
    op.drop_table("form")
    op.drop_table("payment")
    op.drop_index("dossier_open", table_name="dossier")
    op.drop_index("dossier_returned", table_name="dossier")
    op.drop_index("dossier_received", table_name="dossier")
    _drop_dossier()
    _create_dossier()


def _create_dossier(*columns: sa.Column[object]) -> None:
    op.create_table(
        "dossier",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("procedure", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("form_number", sa.BigInteger(), nullable=False),
        *columns,
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("through", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "subject"),
    )
    op.create_index("dossier_code", "dossier", ["office", "code"], unique=False)
    op.create_index("dossier_token", "dossier", ["office", "token"], unique=False)
    op.create_index("dossier_form_number", "dossier", ["office", "form_number"], unique=False)
    op.create_index("dossier_stage", "dossier", ["office", "stage", "holder"], unique=False)


def _drop_dossier() -> None:
    for name in ("dossier_stage", "dossier_form_number", "dossier_token", "dossier_code"):
        op.drop_index(name, table_name="dossier")
    op.drop_table("dossier")
