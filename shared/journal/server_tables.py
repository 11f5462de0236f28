"""The tables that only a server fills: who signs in with a browser, which programs connect, what waits, what is kept.

Every table leads with `office`; "" is the province, or what belongs to no office yet.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, Text

from shared.journal.table_metadata import key_column, metadata

account = Table(
    "account",
    metadata,
    key_column("office"),
    key_column("account"),
    Column("sign_in", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("totp_secret", Text),
    Column("totp_used", BigInteger, nullable=False),
    Column("failed", Integer, nullable=False),
    Column("locked_until", BigInteger),
    Column("created_at", BigInteger, nullable=False),
    Column("disabled_at", BigInteger),
    Column("start_until", BigInteger),
    Column("signed_in_at", BigInteger),
    Index("account_sign_in", "sign_in", unique=True),
)
"""Who signs in with a browser (tài khoản). `totp_used`: the step of the last one-time code, so that none holds twice;
0 while the secret has not been confirmed by a code. `failed`: wrong tries in a row. `start_until`: how long the start
password holds that somebody else made; empty once the person has chosen their own."""

browser_session = Table(
    "browser_session",
    metadata,
    key_column("office"),
    key_column("token_hash"),
    Column("account", Text, nullable=False),
    Column("csrf", Text, nullable=False),
    Column("confirmed", Integer, nullable=False),
    Column("begun_at", BigInteger, nullable=False),
    Column("seen_at", BigInteger, nullable=False),
    Index("browser_session_token", "token_hash", unique=True),
    Index("browser_session_account", "account"),
)
"""Browsers that are signed in (phiên đăng nhập): the SHA-256 of the cookie; `confirmed`: 1 after the one-time code."""

client = Table(
    "client",
    metadata,
    key_column("office"),
    key_column("client"),
    Column("name", Text, nullable=False),
    Column("key_hash", Text, nullable=False),
    Column("rights", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("created_by", Text, nullable=False),
    Column("revoked_at", BigInteger),
    Column("used_at", BigInteger),
    Index("client_key", "key_hash", unique=True),
)
"""Programs that connect (hệ thống kết nối): the SHA-256 of the key; `rights` as words between blanks; `used_at`: when
the key was last used, to the minute."""

client_answer = Table(
    "client_answer",
    metadata,
    key_column("office"),
    key_column("client"),
    key_column("key"),
    Column("request_hash", Text, nullable=False),
    Column("status", Integer, nullable=False),
    Column("answer", LargeBinary, nullable=False),
    Column("at", BigInteger, nullable=False),
)
"""The answer given to each request of a client under its idempotency key, so that repeating it does nothing twice."""

rating_waiting = Table(
    "rating_waiting",
    metadata,
    key_column("office"),
    key_column("token"),
    Column("document", LargeBinary, nullable=False),
    Column("given_at", BigInteger, nullable=False),
    Index("rating_waiting_at", "given_at"),
)
"""Ratings of slips and receipts that this server has not heard of yet (đánh giá chờ); `office` is ""."""

figures = Table(
    "figures",
    metadata,
    key_column("office"),
    key_column("name"),
    Column("document", LargeBinary, nullable=False),
    Column("cursor", BigInteger, nullable=False),
    Column("made_at", BigInteger, nullable=False),
)
"""What was counted of an office (số liệu), through which cursor, and when; thrown away at will."""

reference_history = Table(
    "reference_history",
    metadata,
    key_column("office"),
    Column("version", Integer, primary_key=True, nullable=False, autoincrement=False),
    Column("document", LargeBinary, nullable=False),
    Column("what", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)
"""The reference documents that were in force before, who changed each into the next, and what was changed."""

personal_read = Table(
    "personal_read",
    metadata,
    key_column("office"),
    key_column("id"),
    Column("actor", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("personal_read_at", "office", "at"),
)
"""Who has read the personal data of which subject through the server, and why (nhật ký xem dữ liệu cá nhân)."""

reserved_index = Table(
    "reserved_index",
    metadata,
    key_column("office"),
    Column("index", Integer, primary_key=True, nullable=False, autoincrement=False),
    Column("kiosk_index", Integer),
    Column("server", Text, nullable=False),
    Column("epoch", Integer, nullable=False),
)
"""Numbering indexes that were granted to an office server beforehand, in one epoch of it (số thứ tự để sẵn). At the
central server they stay for ever, so that none is given twice; `server` is "" for what may have been given out before a
backup was restored. At the office server those of its present epoch that no device has are its reserve."""
