"""The read tables: the folded state of each subject, with the columns it is searched by.

Only the journal is the truth: every one of them can be filled again from `event` (`verify` compares them).
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, Text, text

from shared.journal.table_metadata import key_column, metadata

OLDER = "counted_through IS NULL OR counted_through <> through"
"""Which rows a program of the release before 0005 has written last."""


def _read_table(name: str, *columns: Column[object] | Index, added: tuple[Column[object] | Index, ...] = ()) -> Table:
    """A read table: the subject, columns to search by, the whole state and the order it is folded through.

    `added`: columns, and their indexes, that release 0005 has put at its end. `counted_through` is `through` as
    programs of that release write it: where it is another, one of the release before has folded since and left them as
    they were.
    """
    if added:
        written_by_older = text(OLDER)
        added += (
            Column("counted_through", Text),
            Index(
                f"{name}_older",
                "office",
                "subject",
                sqlite_where=written_by_older,
                postgresql_where=written_by_older,
            ),
        )
    return Table(
        name,
        metadata,
        key_column("office"),
        key_column("subject"),
        *columns,
        Column("document", LargeBinary, nullable=False),
        Column("through", Text, nullable=False),
        *added,
    )


def _custody_columns() -> tuple[Column[object], ...]:
    """Where a paper is besides its holder: to whom it is on its way, since when, whether it is lost (1)."""
    return (
        Column("transit_to", Text),
        Column("custody_since", BigInteger, nullable=False),
        Column("lost", Integer, nullable=False),
    )


ticket = _read_table(
    "ticket",
    Column("date", Text, nullable=False),
    Column("line", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("priority", Text),
    Column("counter", Text),
    Column("target_counter", Text),
    Column("issued_at", BigInteger, nullable=False),
    Column("called_at", BigInteger),
    Column("ended_at", BigInteger),
    Column("label", Text, nullable=False),
    Column("token", Text, nullable=False),
    Column("holder", Text),
    Column("served", Text),
    Column("served_at", BigInteger),
    # With all that a claim asks of those who wait, in the order in which they are called.
    Index("ticket_queue", "office", "date", "state", "line", "priority", "issued_at", "subject", "target_counter"),
    Index(
        "ticket_priority",
        "office",
        "date",
        "line",
        "issued_at",
        "subject",
        sqlite_where=text("priority IS NOT NULL AND state = 'waiting'"),
        postgresql_where=text("priority IS NOT NULL AND state = 'waiting'"),
    ),
    Index("ticket_counter", "office", "date", "counter", "called_at"),
    Index(
        "ticket_transferred",
        "office",
        "date",
        "target_counter",
        sqlite_where=text("target_counter IS NOT NULL"),
        postgresql_where=text("target_counter IS NOT NULL"),
    ),
    Index("ticket_label", "office", "date", "label"),
    Index("ticket_token", "office", "token"),
    added=(
        Column("waited", BigInteger),
        Column("kept", Text),
    ),
)
"""`served`: JSON, (line, minutes) of each service that is over; `served_at`: the end of the last of them. `waited`:
the seconds from the number to its first call; `kept`: what became of the promised wait (see `kept_promise`)."""

desk = _read_table(
    "desk",
    Column("counter", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("opened_at", BigInteger, nullable=False),
    Index("desk_state", "office", "state"),
)

dossier = _read_table(
    "dossier",
    Column("code", Text, nullable=False),
    Column("token", Text, nullable=False),
    Column("procedure", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("holder", Text, nullable=False),
    Column("received_at", BigInteger, nullable=False),
    Column("due_at", BigInteger),
    Column("form_number", BigInteger, nullable=False),
    Column("field", Text, nullable=False),
    Column("open", Integer, nullable=False),
    Column("last_step_at", BigInteger, nullable=False),
    Column("answer_by", BigInteger),
    Column("returned_at", BigInteger),
    *_custody_columns(),
    Column("agency_by", BigInteger),
    Index("dossier_code", "office", "code"),
    Index("dossier_token", "office", "token"),
    Index("dossier_form_number", "office", "form_number"),
    Index("dossier_stage", "office", "stage", "holder"),
    Index("dossier_received", "office", "received_at"),
    Index(
        "dossier_returned",
        "office",
        "returned_at",
        sqlite_where=text("returned_at IS NOT NULL"),
        postgresql_where=text("returned_at IS NOT NULL"),
    ),
    Index(
        "dossier_open",
        "office",
        "open",
        "due_at",
        "last_step_at",
        "answer_by",
        "stage",
        "holder",
        sqlite_where=text("open = 1"),
        postgresql_where=text("open = 1"),
    ),
    Index(
        "dossier_agency",
        "office",
        "agency_by",
        sqlite_where=text("agency_by IS NOT NULL"),
        postgresql_where=text("agency_by IS NOT NULL"),
    ),
    Index(
        "dossier_custody",
        "office",
        "open",
        "holder",
        "transit_to",
        "custody_since",
        "lost",
        sqlite_where=text("open = 1"),
        postgresql_where=text("open = 1"),
    ),
    added=(
        Column("channel", Text),
        Column("solved_at", BigInteger),
        Column("solved", Text),
        Column("terms", Text),
        Column("limit_at", BigInteger),
        Column("supplements", Integer),
        Index(
            "dossier_solved",
            "office",
            "solved_at",
            "received_at",
            "field",
            "channel",
            "solved",
            "limit_at",
            "terms",
            "supplements",
        ),
    ),
)
"""`open`: 1 until it is returned or has ended. `last_step_at`: when something last happened to it. `answer_by`: until
when a supplement that is waited for may come. `agency_by`: by when another agency should have answered or received it,
while one is waited for. What reports count by stands in `shared/domain/solving.py`: `channel` (online split in two),
`solved_at`, `solved` (early, on_time, late), and `terms`, JSON of the legal limits that ran one after the other, where
there was more than one; `limit_at` is the last of them. `supplements`: how many times a supplement was asked for."""

handover = _read_table(
    "handover",
    Column("number", Text, nullable=False),
    Column("giver", Text, nullable=False),
    Column("receiver", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("offered_at", BigInteger, nullable=False),
    Column("differs", Integer, nullable=False),
    Index("handover_state", "office", "state", "receiver"),
    Index("handover_number", "office", "number"),
    Index("handover_offered", "office", "offered_at"),
    Index(
        "handover_differs",
        "office",
        "differs",
        sqlite_where=text("differs = 1"),
        postgresql_where=text("differs = 1"),
    ),
)
"""`differs`: 1 while a difference between list and count waits to be settled."""

rating = _read_table(
    "rating",
    Column("about", Text, nullable=False),
    Column("about_id", Text, nullable=False),
    Column("score", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("rating_at", "office", "at"),
)

appointment = _read_table(
    "appointment",
    Column("code", Text, nullable=False),
    Column("line", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("appointment_code", "office", "code"),
    Index("appointment_at", "office", "at"),
)

machine = _read_table("machine", Column("printer", Text, nullable=False))

payment = _read_table(
    "payment",
    Column("dossier", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("officer", Text, nullable=False),
    Column("receipt", Text),
    Column("withdrawn_at", BigInteger),
    Column("counter", Text, nullable=False),
    Column("carried_in", Text),
    Index("payment_at", "office", "at"),
    Index("payment_receipt", "office", "receipt", "at"),
    Index("payment_withdrawn", "office", "withdrawn_at"),
    Index("payment_dossier", "office", "dossier", "at"),
    Index("payment_counter", "office", "counter", "at"),
)
"""Fees that were collected (thu phí, lệ phí). `receipt`: its key; None while it is to be recorded, "" where none is
owed. `counter`: where it was taken; `carried_in`: the handover that brought the money."""

form = _read_table(
    "form",
    Column("dossier", Text),
    Column("form", Text, nullable=False),
    Column("year", BigInteger, nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("issued_at", BigInteger, nullable=False),
    Index("form_number", "office", "form", "year", "number"),
    Index("form_dossier", "office", "dossier"),
)
"""Official forms that were issued, numbered per form and year; `dossier` None: before a dossier was accepted."""

attachment = _read_table(
    "attachment",
    Column("dossier", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Index("attachment_dossier", "office", "dossier"),
    Index("attachment_of_content", "office", "content"),
)
"""Scanned papers of dossiers; `content` is the SHA-256 of the file."""

calendar_day = _read_table(
    "calendar_day",
    Column("date", Text, nullable=False),
    Column("edition", BigInteger, nullable=False),
    Index("calendar_day_edition", "office", "edition"),
)
"""Days on which the office changed its calendar; the sum of `edition` grows with every change."""


consignment = _read_table(
    "consignment",
    Column("number", Text, nullable=False),
    Column("post", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("holder", Text, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("submitted_at", BigInteger),
    Column("dossier", Text),
    Column("receipt", Text),
    *_custody_columns(),
    Index("consignment_number", "office", "number"),
    Index("consignment_state", "office", "state", "holder"),
    Index("consignment_made", "office", "made_at"),
    Index("consignment_dossier", "office", "dossier"),
    Index("consignment_receipt", "office", "receipt"),
)
"""Consignment notes of the post; `dossier`: the one that was entered from it or is completed by it. `receipt`: the key
of the receipt for the fees."""

delivery = _read_table(
    "delivery",
    Column("dossier", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("post", Text),
    Column("holder", Text, nullable=False),
    Column("prepared_at", BigInteger, nullable=False),
    Column("due_at", BigInteger),
    Column("over_at", BigInteger),
    Column("tracking", Text, nullable=False),
    *_custody_columns(),
    Index("delivery_dossier", "office", "dossier"),
    Index("delivery_state", "office", "state", "post"),
    Index("delivery_over", "office", "over_at"),
    Index("delivery_tracking", "office", "tracking"),
)
"""Deliveries by post; `over_at`: when it was delivered or came back."""
