"""What the post carries: consignment notes, deliveries; where papers are, and the money of a payment.

The read tables of payments, dossiers and handovers are made anew and filled again from the journal.

Revision: 0004, after 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_PAYMENT_INDEXES = {
    "payment_at": ["office", "at"],
    "payment_receipt": ["office", "receipt", "at"],
    "payment_withdrawn": ["office", "withdrawn_at"],
    "payment_dossier": ["office", "dossier", "at"],
}

_DOSSIER_INDEXES: dict[str, tuple[list[str], str | None]] = {
    "dossier_code": (["office", "code"], None),
    "dossier_token": (["office", "token"], None),
    "dossier_form_number": (["office", "form_number"], None),
    "dossier_stage": (["office", "stage", "holder"], None),
    "dossier_received": (["office", "received_at"], None),
    "dossier_returned": (["office", "returned_at"], "returned_at IS NOT NULL"),
    "dossier_open": (
        ["office", "open", "due_at", "last_step_at", "answer_by", "stage", "holder"],
        "open = 1",
    ),
}


def upgrade() -> None:
    """Makes the payments' read table anew, and the new tables."""
    _drop_payment()
    _create_payment(
        sa.Column("counter", sa.Text(), nullable=False),
        sa.Column("carried_in", sa.Text(), nullable=True),
    )
    op.create_index("payment_counter", "payment", ["office", "counter", "at"], unique=False)
    _drop_dossier()
    _create_dossier(*_custody_columns(), sa.Column("agency_by", sa.BigInteger(), nullable=True))
    op.create_index(
        "dossier_agency",
        "dossier",
        ["office", "agency_by"],
        unique=False,
        sqlite_where=sa.text("agency_by IS NOT NULL"),
        postgresql_where=sa.text("agency_by IS NOT NULL"),
    )
    op.create_index(
        "dossier_custody",
        "dossier",
        ["office", "open", "holder", "transit_to", "custody_since", "lost"],
        unique=False,
        sqlite_where=sa.text("open = 1"),
        postgresql_where=sa.text("open = 1"),
    )
    _drop_handover()
    _create_handover(sa.Column("differs", sa.Integer(), nullable=False))
    op.create_index("handover_offered", "handover", ["office", "offered_at"], unique=False)
    op.create_index(
        "handover_differs",
        "handover",
        ["office", "differs"],
        unique=False,
        sqlite_where=sa.text("differs = 1"),
        postgresql_where=sa.text("differs = 1"),
    )
    op.create_table(
        "consignment",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("post", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("submitted_at", sa.BigInteger(), nullable=True),
        sa.Column("dossier", sa.Text(), nullable=True),
        sa.Column("receipt", sa.Text(), nullable=True),
        *_custody_columns(),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("through", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "subject"),
    )
    op.create_index("consignment_number", "consignment", ["office", "number"], unique=False)
    op.create_index("consignment_state", "consignment", ["office", "state", "holder"], unique=False)
    op.create_index("consignment_made", "consignment", ["office", "made_at"], unique=False)
    op.create_index("consignment_dossier", "consignment", ["office", "dossier"], unique=False)
    op.create_index("consignment_receipt", "consignment", ["office", "receipt"], unique=False)
    op.create_table(
        "delivery",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("dossier", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("post", sa.Text(), nullable=True),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("prepared_at", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("over_at", sa.BigInteger(), nullable=True),
        sa.Column("tracking", sa.Text(), nullable=False),
        *_custody_columns(),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("through", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "subject"),
    )
    op.create_index("delivery_dossier", "delivery", ["office", "dossier"], unique=False)
    op.create_index("delivery_state", "delivery", ["office", "state", "post"], unique=False)
    op.create_index("delivery_over", "delivery", ["office", "over_at"], unique=False)
    op.create_index("delivery_tracking", "delivery", ["office", "tracking"], unique=False)


def downgrade() -> None:
    """Takes it back."""
    op.drop_table("delivery")
    op.drop_table("consignment")
    op.drop_index("handover_differs", table_name="handover")
    op.drop_index("handover_offered", table_name="handover")
    _drop_handover()
    _create_handover()
    op.drop_index("dossier_custody", table_name="dossier")
    op.drop_index("dossier_agency", table_name="dossier")
    _drop_dossier()
    _create_dossier()
    op.drop_index("payment_counter", table_name="payment")
    _drop_payment()
    _create_payment()


def _custody_columns() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("transit_to", sa.Text(), nullable=True),
        sa.Column("custody_since", sa.BigInteger(), nullable=False),
        sa.Column("lost", sa.Integer(), nullable=False),
    )


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
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("open", sa.Integer(), nullable=False),
        sa.Column("last_step_at", sa.BigInteger(), nullable=False),
        sa.Column("answer_by", sa.BigInteger(), nullable=True),
        sa.Column("returned_at", sa.BigInteger(), nullable=True),
        *columns,
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("through", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "subject"),
    )
    for name, (columns_of, where) in _DOSSIER_INDEXES.items():
        op.create_index(
            name,
            "dossier",
            columns_of,
            unique=False,
            sqlite_where=None if where is None else sa.text(where),
            postgresql_where=None if where is None else sa.text(where),
        )


def _drop_dossier() -> None:
    for name in _DOSSIER_INDEXES:
        op.drop_index(name, table_name="dossier")
    op.drop_table("dossier")


def _create_handover(*columns: sa.Column[object]) -> None:
    op.create_table(
        "handover",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("giver", sa.Text(), nullable=False),
        sa.Column("receiver", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("offered_at", sa.BigInteger(), nullable=False),
        *columns,
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("through", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "subject"),
    )
    op.create_index("handover_state", "handover", ["office", "state", "receiver"], unique=False)
    op.create_index("handover_number", "handover", ["office", "number"], unique=False)


def _drop_handover() -> None:
    op.drop_index("handover_number", table_name="handover")
    op.drop_index("handover_state", table_name="handover")
    op.drop_table("handover")


def _create_payment(*columns: sa.Column[object]) -> None:
    op.create_table(
        "payment",
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("dossier", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("receipt", sa.Text(), nullable=True),
        sa.Column("withdrawn_at", sa.BigInteger(), nullable=True),
        *columns,
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("through", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("office", "subject"),
    )
    for name, columns_of in _PAYMENT_INDEXES.items():
        op.create_index(name, "payment", columns_of, unique=False)


def _drop_payment() -> None:
    for name in _PAYMENT_INDEXES:
        op.drop_index(name, table_name="payment")
    op.drop_table("payment")
