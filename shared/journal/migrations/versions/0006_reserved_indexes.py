"""Numbering indexes that an office server holds beforehand, for devices that come while its line is down.

Only a table is added, which programs of the previous release do not know.

Revision: 0006, after 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the table."""
    op.create_table(
        "reserved_index",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("index", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kiosk_index", sa.Integer(), nullable=True),
        sa.Column("server", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("office", "index"),
    )


def downgrade() -> None:
    """Takes it back."""
    op.drop_table("reserved_index")
