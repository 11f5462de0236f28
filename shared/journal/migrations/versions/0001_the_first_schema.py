"""The first schema.

Revision: 0001, after None
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes every table."""
    op.create_table(
        "claim",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("counter", sa.Text(), nullable=False),
        sa.Column("ticket", sa.Text(), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("claimed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("office", "key"),
    )
    op.create_table(
        "conflict",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("vi", sa.Text(), nullable=False),
        sa.Column("en", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "subject", "code"),
    )
    op.create_table(
        "desk",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("counter", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("through", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "subject"),
    )
    op.create_index("desk_state", "desk", ["office", "state"], unique=False)
    op.create_table(
        "device",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("index", sa.Integer(), nullable=False),
        sa.Column("kiosk_index", sa.Integer(), nullable=True),
        sa.Column("enrolled_at", sa.BigInteger(), nullable=False),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("office", "device"),
        sa.UniqueConstraint("office", "index", name="device_index"),
    )
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
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("through", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "subject"),
    )
    op.create_index("dossier_code", "dossier", ["office", "code"], unique=False)
    op.create_index("dossier_stage", "dossier", ["office", "stage", "holder"], unique=False)
    op.create_index("dossier_form_number", "dossier", ["office", "form_number"], unique=False)
    op.create_index("dossier_token", "dossier", ["office", "token"], unique=False)
    op.create_table(
        "draft",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("office", "name"),
    )
    op.create_table(
        "enrolment_code",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("used_by", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("office", "code_hash"),
    )
    op.create_table(
        "event",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("cursor", sa.BigInteger(), nullable=False),
        sa.Column("lamport", sa.BigInteger(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("personal", sa.Text(), nullable=True),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("office", "device", "epoch", "seq"),
        sa.UniqueConstraint("office", "cursor", name="event_cursor"),
        sqlite_with_rowid=False,
    )
    op.create_index("event_subject", "event", ["subject", "cursor"], unique=False)
    op.create_table(
        "forked_event",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("noticed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("office", "hash"),
    )
    op.create_table(
        "handover",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("giver", sa.Text(), nullable=False),
        sa.Column("receiver", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("offered_at", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("through", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "subject"),
    )
    op.create_index("handover_number", "handover", ["office", "number"], unique=False)
    op.create_index("handover_state", "handover", ["office", "state", "receiver"], unique=False)
    op.create_table(
        "log",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("acknowledged", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "device", "epoch"),
    )
    op.create_table(
        "node",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "number_used",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("office", "series"),
    )
    op.create_table(
        "office",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("cursor", sa.BigInteger(), nullable=False),
        sa.Column("lamport", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("office"),
    )
    op.create_table(
        "personal",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("erased_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("office", "hash"),
    )
    op.create_table(
        "rating",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("about_id", sa.Text(), nullable=False),
        sa.Column("score", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("through", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "subject"),
    )
    op.create_index("rating_at", "rating", ["office", "at"], unique=False)
    op.create_table(
        "reference",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("office"),
    )
    op.create_table(
        "request_counter",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("office", "device", "lane"),
    )
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


def downgrade() -> None:
    """Drops every table."""
    op.drop_index("ticket_transferred", table_name="ticket")
    op.drop_index("ticket_label", table_name="ticket")
    op.drop_index("ticket_token", table_name="ticket")
    op.drop_index("ticket_queue", table_name="ticket")
    op.drop_index("ticket_counter", table_name="ticket")
    op.drop_table("ticket")
    op.drop_table("request_counter")
    op.drop_table("reference")
    op.drop_index("rating_at", table_name="rating")
    op.drop_table("rating")
    op.drop_table("personal")
    op.drop_table("office")
    op.drop_table("number_used")
    op.drop_table("node")
    op.drop_table("log")
    op.drop_index("handover_number", table_name="handover")
    op.drop_index("handover_state", table_name="handover")
    op.drop_table("handover")
    op.drop_table("forked_event")
    op.drop_index("event_subject", table_name="event")
    op.drop_table("event")
    op.drop_table("enrolment_code")
    op.drop_table("draft")
    op.drop_index("dossier_form_number", table_name="dossier")
    op.drop_index("dossier_token", table_name="dossier")
    op.drop_index("dossier_stage", table_name="dossier")
    op.drop_index("dossier_code", table_name="dossier")
    op.drop_table("dossier")
    op.drop_table("device")
    op.drop_index("desk_state", table_name="desk")
    op.drop_table("desk")
    op.drop_table("conflict")
    op.drop_table("claim")
