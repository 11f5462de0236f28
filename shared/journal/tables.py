"""The tables of a node: the journal, what stands beside it, and the read tables that folds fill.

Every table leads with `office`. Instants are Unix milliseconds (UTC), dates are ISO texts. Only the journal is the
truth: every read table can be filled again from `event` (`verify` compares them).
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint, text

metadata = MetaData()


def _key(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True, nullable=False)


node = Table("node", metadata, _key("name"), Column("value", Text, nullable=False))
"""What this node is (`Node`), as names and values."""

office = Table(
    "office",
    metadata,
    _key("office"),
    Column("cursor", BigInteger, nullable=False),
    Column("lamport", BigInteger, nullable=False),
)
"""One row an office. Whoever writes to the office's journal holds this row's lock, so `cursor` has no gaps."""

log = Table(
    "log",
    metadata,
    _key("office"),
    _key("device"),
    Column("epoch", Integer, primary_key=True, nullable=False, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("hash", Text, nullable=False),
    Column("acknowledged", BigInteger, nullable=False),
    Column("state", Text, nullable=False),
)
"""The head of each (device, epoch) log. `acknowledged`: how far this node's server has it. `state`: open or forked."""

event = Table(
    "event",
    metadata,
    _key("office"),
    _key("device"),
    Column("epoch", Integer, primary_key=True, nullable=False, autoincrement=False),
    Column("seq", BigInteger, primary_key=True, nullable=False, autoincrement=False),
    Column("cursor", BigInteger, nullable=False),
    Column("lamport", BigInteger, nullable=False),
    Column("subject", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("personal", Text),
    Column("hash", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("office", "cursor", name="event_cursor"),
    # Without `office`, which leads the primary key: SQLite would read the whole office for each subject.
    Index("event_subject", "subject", "cursor"),
    sqlite_with_rowid=False,
)
"""The journal: the exact bytes of every event this node has."""

forked_event = Table(
    "forked_event",
    metadata,
    _key("office"),
    _key("hash"),
    Column("device", Text, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("noticed_at", BigInteger, nullable=False),
)
"""The other branch of a forked log: kept, shown, never folded."""

personal = Table(
    "personal",
    metadata,
    _key("office"),
    _key("hash"),
    Column("body", LargeBinary),
    Column("erased_at", BigInteger),
)
"""Personal records, apart from the events; an erased one keeps its hash and loses its body."""

number_used = Table(
    "number_used",
    metadata,
    _key("office"),
    _key("series"),
    Column("last", BigInteger, nullable=False),
)
"""The last number used of each series (tickets of a line and date, dossier codes of a date, forms of a year)."""

reference = Table(
    "reference",
    metadata,
    _key("office"),
    Column("version", Integer, nullable=False),
    Column("document", LargeBinary, nullable=False),
)
"""The office's reference data as this node has it: one versioned JSON document."""

draft = Table(
    "draft",
    metadata,
    _key("office"),
    _key("name"),
    Column("document", LargeBinary, nullable=False),
    Column("saved_at", BigInteger, nullable=False),
)
"""Half-typed forms, given back after a crash."""


def _read_table(name: str, *columns: Column[object] | Index) -> Table:
    """A read table: the subject, columns to search by, the whole state and the order it is folded through."""
    return Table(
        name,
        metadata,
        _key("office"),
        _key("subject"),
        *columns,
        Column("document", LargeBinary, nullable=False),
        Column("through", Text, nullable=False),
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
    Index("ticket_queue", "office", "date", "state", "line", "priority", "issued_at"),
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
)
"""`served`: JSON, (line, minutes) of each service that is over; `served_at`: the end of the last of them."""

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
)
"""`open`: 1 until it is returned or has ended. `last_step_at`: when something last happened to it. `answer_by`: until
when a supplement that is waited for may come."""

handover = _read_table(
    "handover",
    Column("number", Text, nullable=False),
    Column("giver", Text, nullable=False),
    Column("receiver", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("offered_at", BigInteger, nullable=False),
    Index("handover_state", "office", "state", "receiver"),
    Index("handover_number", "office", "number"),
)

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
    Index("payment_at", "office", "at"),
    Index("payment_receipt", "office", "receipt", "at"),
    Index("payment_withdrawn", "office", "withdrawn_at"),
    Index("payment_dossier", "office", "dossier", "at"),
)
"""Fees that were collected (thu phí, lệ phí). `receipt`: its key; None while it is to be recorded,
"" where none is owed."""

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

attachment_content = Table(
    "attachment_content",
    metadata,
    _key("office"),
    _key("content"),
    Column("size", BigInteger, nullable=False),
    Column("pieces", Integer, nullable=False),
    Column("here", Integer, nullable=False),
    Column("safe", Integer, nullable=False),
    Index(
        "attachment_content_unsafe",
        "office",
        "content",
        sqlite_where=text("safe < pieces"),
        postgresql_where=text("safe < pieces"),
    ),
)
"""How much of a scan this node has: the first `here` of `pieces`; `safe`: how many of them its server has."""

overstep = Table(
    "overstep",
    metadata,
    _key("office"),
    _key("device"),
    Column("epoch", Integer, primary_key=True, nullable=False, autoincrement=False),
    Column("seq", BigInteger, primary_key=True, nullable=False, autoincrement=False),
    Column("act", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("noticed_at", BigInteger, nullable=False),
)
"""Server: events whose actor's role does not include the act; they are kept as every event is, and shown."""

conflict = Table(
    "conflict",
    metadata,
    _key("office"),
    _key("subject"),
    _key("code"),
    Column("kind", Text, nullable=False),
    Column("vi", Text, nullable=False),
    Column("en", Text, nullable=False),
)
"""What does not fit, for people to settle; filled by the folds."""

device = Table(
    "device",
    metadata,
    _key("office"),
    _key("device"),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("public_key", Text, nullable=False),
    Column("index", Integer, nullable=False),
    Column("kiosk_index", Integer),
    Column("enrolled_at", BigInteger, nullable=False),
    Column("revoked_at", BigInteger),
    UniqueConstraint("office", "index", name="device_index"),
)
"""Server: the devices that may speak for an office."""

request_counter = Table(
    "request_counter",
    metadata,
    _key("office"),
    _key("device"),
    _key("lane"),
    Column("last", BigInteger, nullable=False),
)
"""Server: the highest request counter seen of each device and lane; a lower one is a replay."""

heartbeat = Table(
    "heartbeat",
    metadata,
    _key("office"),
    _key("device"),
    Column("at", BigInteger, nullable=False),
    Column("document", LargeBinary, nullable=False),
)
"""Server: the last sign of life of each device, and what it said of itself."""

enrolment_code = Table(
    "enrolment_code",
    metadata,
    _key("office"),
    _key("code_hash"),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("used_by", Text),
)
"""Server: one-time codes by which a device is let in."""

claim = Table(
    "claim",
    metadata,
    _key("office"),
    _key("key"),
    Column("counter", Text, nullable=False),
    Column("ticket", Text),
    Column("why", Text),
    Column("claimed_at", BigInteger, nullable=False),
)
"""Server: the answer given to each key press, so that a press repeated gets the same answer."""
