"""The tables of a node: the journal, what stands beside it, and the read tables that folds fill.

Every table leads with `office`. Instants are Unix milliseconds (UTC), dates are ISO texts. Only the journal is the
truth: every read table can be filled again from `event` (`verify` compares them).
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, Text, UniqueConstraint, text

from shared.journal.read_tables import (
    appointment,
    attachment,
    calendar_day,
    consignment,
    delivery,
    desk,
    dossier,
    form,
    handover,
    machine,
    payment,
    rating,
    ticket,
)
from shared.journal.server_tables import (
    account,
    browser_session,
    client,
    client_answer,
    figures,
    personal_read,
    rating_waiting,
    reference_history,
    reserved_index,
)
from shared.journal.table_metadata import key_column as _key
from shared.journal.table_metadata import metadata

__all__ = [
    "account",
    "appointment",
    "attachment",
    "attachment_content",
    "browser_session",
    "calendar_day",
    "claim",
    "client",
    "client_answer",
    "conflict",
    "consignment",
    "delivery",
    "desk",
    "device",
    "dossier",
    "draft",
    "enrolment_code",
    "event",
    "figures",
    "forked_event",
    "form",
    "handover",
    "heartbeat",
    "log",
    "machine",
    "metadata",
    "node",
    "number_used",
    "office",
    "overstep",
    "payment",
    "personal",
    "personal_read",
    "rating",
    "rating_waiting",
    "reference",
    "reference_history",
    "request_counter",
    "reserved_index",
    "ticket",
]

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
    Column("carrier", Text),
    Column("province", BigInteger),
)
"""The head of each (device, epoch) log. `acknowledged`: how far this node's server has it. `state`: open or forked.

`carrier`: the office server, and its run ("id.run"), that brought it here. `province`: how far the central server
has it, as this device was told by its office server; at the central server, how far it had written a log of its own
itself when its backup was restored."""

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
    Column("server", Text),
    UniqueConstraint("office", "index", name="device_index"),
)
"""Server: the devices that may speak for an office. `server`: the office server through which one was let in."""

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
