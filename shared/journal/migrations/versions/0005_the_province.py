"""The province: what reports count of dossiers, office servers, browsers, programs that connect.

Only columns that may be empty are added to the tables before, and the indexes of the queue made wider, so that programs
of the previous release that are running on the same database go on.

Revision: 0005, after 0004
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_SOLVED = ["office", "solved_at", "received_at", "field", "channel", "solved", "limit_at", "terms", "supplements"]
_QUEUE = ["office", "date", "state", "line", "priority", "issued_at"]
_OLDER = sa.text("counted_through IS NULL OR counted_through <> through")
_PRIORITY_WAITS = sa.text("priority IS NOT NULL AND state = 'waiting'")
_COLUMNS: tuple[tuple[str, str, Any], ...] = (
    ("dossier", "channel", sa.Text()),
    ("dossier", "solved_at", sa.BigInteger()),
    ("dossier", "solved", sa.Text()),
    ("dossier", "terms", sa.Text()),
    ("dossier", "limit_at", sa.BigInteger()),
    ("dossier", "supplements", sa.Integer()),
    ("dossier", "counted_through", sa.Text()),
    ("ticket", "waited", sa.BigInteger()),
    ("ticket", "kept", sa.Text()),
    ("ticket", "counted_through", sa.Text()),
    ("log", "carrier", sa.Text()),
    ("log", "province", sa.BigInteger()),
    ("device", "server", sa.Text()),
)


def upgrade() -> None:
    """Adds the columns and the tables."""
    for table, column, kind in _COLUMNS:
        op.add_column(table, sa.Column(column, kind, nullable=True))
    op.create_index("dossier_solved", "dossier", _SOLVED, unique=False)
    for table in ("dossier", "ticket"):
        op.create_index(
            f"{table}_older",
            table,
            ["office", "subject"],
            unique=False,
            sqlite_where=_OLDER,
            postgresql_where=_OLDER,
        )
    op.drop_index("ticket_queue", table_name="ticket")
    op.create_index("ticket_queue", "ticket", [*_QUEUE, "subject", "target_counter"], unique=False)
    op.create_index(
        "ticket_priority",
        "ticket",
        ["office", "date", "line", "issued_at", "subject"],
        unique=False,
        sqlite_where=_PRIORITY_WAITS,
        postgresql_where=_PRIORITY_WAITS,
    )
    op.create_table(
        "account",
        _text("office"),
        _text("account"),
        _text("sign_in"),
        _text("name"),
        _text("role"),
        _text("password_hash"),
        sa.Column("totp_secret", sa.Text(), nullable=True),
        _number("totp_used"),
        sa.Column("failed", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.BigInteger(), nullable=True),
        _number("created_at"),
        sa.Column("disabled_at", sa.BigInteger(), nullable=True),
        sa.Column("start_until", sa.BigInteger(), nullable=True),
        sa.Column("signed_in_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("office", "account"),
    )
    op.create_index("account_sign_in", "account", ["sign_in"], unique=True)
    op.create_table(
        "browser_session",
        _text("office"),
        _text("token_hash"),
        _text("account"),
        _text("csrf"),
        sa.Column("confirmed", sa.Integer(), nullable=False),
        _number("begun_at"),
        _number("seen_at"),
        sa.PrimaryKeyConstraint("office", "token_hash"),
    )
    op.create_index("browser_session_token", "browser_session", ["token_hash"], unique=True)
    op.create_index("browser_session_account", "browser_session", ["account"], unique=False)
    op.create_table(
        "client",
        _text("office"),
        _text("client"),
        _text("name"),
        _text("key_hash"),
        _text("rights"),
        _number("created_at"),
        _text("created_by"),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("office", "client"),
    )
    op.create_index("client_key", "client", ["key_hash"], unique=True)
    op.create_table(
        "client_answer",
        _text("office"),
        _text("client"),
        _text("key"),
        _text("request_hash"),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        _number("at"),
        sa.PrimaryKeyConstraint("office", "client", "key"),
    )
    op.create_table(
        "rating_waiting",
        _text("office"),
        _text("token"),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        _number("given_at"),
        sa.PrimaryKeyConstraint("office", "token"),
    )
    op.create_index("rating_waiting_at", "rating_waiting", ["given_at"], unique=False)
    op.create_table(
        "figures",
        _text("office"),
        _text("name"),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        _number("cursor"),
        _number("made_at"),
        sa.PrimaryKeyConstraint("office", "name"),
    )
    op.create_table(
        "reference_history",
        _text("office"),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        _text("what"),
        _text("actor"),
        _number("at"),
        sa.PrimaryKeyConstraint("office", "version"),
    )
    op.create_table(
        "personal_read",
        _text("office"),
        _text("id"),
        _text("actor"),
        _text("subject"),
        _text("reason"),
        _number("at"),
        sa.PrimaryKeyConstraint("office", "id"),
    )
    op.create_index("personal_read_at", "personal_read", ["office", "at"], unique=False)


def downgrade() -> None:
    """Takes it back."""
    op.drop_index("personal_read_at", table_name="personal_read")
    op.drop_index("rating_waiting_at", table_name="rating_waiting")
    op.drop_index("client_key", table_name="client")
    op.drop_index("account_sign_in", table_name="account")
    op.drop_index("browser_session_account", table_name="browser_session")
    op.drop_index("browser_session_token", table_name="browser_session")
    for table in (
        "personal_read",
        "reference_history",
        "figures",
        "rating_waiting",
        "client_answer",
        "client",
        "browser_session",
        "account",
    ):
        op.drop_table(table)
    op.drop_index("ticket_priority", table_name="ticket")
    op.drop_index("ticket_queue", table_name="ticket")
    op.create_index("ticket_queue", "ticket", _QUEUE, unique=False)
    for table in ("ticket", "dossier"):
        op.drop_index(f"{table}_older", table_name=table)
    op.drop_index("dossier_solved", table_name="dossier")
    for table, column, _ in reversed(_COLUMNS):
        op.drop_column(table, column)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=False)
