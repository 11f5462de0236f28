"""Browsers that are signed in (phiên đăng nhập). The table keeps a hash of the cookie, never the cookie."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from server.signed_in.account import Account
from shared.journal.read_model import milliseconds
from shared.journal.server_tables import account as accounts
from shared.journal.server_tables import browser_session as sessions

IDLE = timedelta(minutes=30)
"""A browser that was silent for so long has to sign in again."""
LONGEST = timedelta(hours=12)
"""And so does everybody after so long."""
CODE_WITHIN = timedelta(minutes=10)
"""How long the one-time code may take after the password."""
SEEN_EVERY = timedelta(minutes=1)
"""How exactly it is known when a browser was last heard: it is not written with every page."""


@dataclass(frozen=True, slots=True)
class Session:
    """A browser. `confirmed`: the one-time code has been given, or the account has none.

    `start_password`: the person still signs in with the password that an administrator made. `browser`: the cookie by
    which accounts know the browser that asks, "" without one.
    """

    token_hash: str
    account: Account
    csrf: str
    confirmed: bool
    start_password: bool
    begun_at: datetime
    seen_at: datetime
    browser: str = ""

    @property
    def is_in(self) -> bool:
        """Whether the person may see pages, or has to finish signing in first."""
        return self.confirmed and not self.start_password


def hash_of(token: str) -> str:
    """What the table keeps of a cookie. The cookie has 256 random bits, so that a plain hash cannot be tried out."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


def is_still_there(connection: Connection, session: Session) -> bool:
    """Whether a session that was found a moment ago has not been ended meanwhile, its account not been disabled."""
    query = _SESSIONS.where(sessions.c.token_hash == session.token_hash, accounts.c.disabled_at.is_(None))
    return connection.execute(query).one_or_none() is not None


def begin_session(connection: Connection, account: Account, now: datetime, *, confirmed: bool) -> str:
    """A new session of `account`; answers its token. Sessions that are over go at the same time."""
    delete_ended(connection, now)
    token = secrets.token_urlsafe(32)
    connection.execute(
        insert(sessions).values(
            office=account.office,
            token_hash=hash_of(token),
            account=account.id,
            csrf=secrets.token_urlsafe(24),
            confirmed=int(confirmed),
            begun_at=milliseconds(now),
            seen_at=milliseconds(now),
        )
    )
    return token


def find_session(connection: Connection, token: str, now: datetime) -> Session | None:
    """The session of a cookie, unless it is over or its account has been disabled."""
    query = _SESSIONS.where(sessions.c.token_hash == hash_of(token), accounts.c.disabled_at.is_(None))
    row = connection.execute(query).one_or_none()
    session = None if row is None else _session(row)
    return None if session is None or is_over(session, now) else session


def sessions_of(connection: Connection, account: Account, now: datetime) -> tuple[Session, ...]:
    """The browsers in which `account` is signed in, the latest first."""
    rows = connection.execute(_SESSIONS.where(sessions.c.account == account.id).order_by(sessions.c.begun_at.desc()))
    return tuple(each for each in map(_session, rows) if each.confirmed and not is_over(each, now))


def is_over(session: Session, now: datetime) -> bool:
    """Whether a session has lasted or been silent for too long."""
    age = now - session.begun_at
    return now - session.seen_at > IDLE or age > LONGEST or (not session.confirmed and age > CODE_WITHIN)


def mark_seen(connection: Connection, session: Session, now: datetime) -> None:
    """The browser has been heard."""
    here = sessions.c.token_hash == session.token_hash
    connection.execute(update(sessions).where(here).values(seen_at=milliseconds(now)))


def end_session(connection: Connection, session: Session) -> None:
    """Signs the browser out."""
    connection.execute(delete(sessions).where(sessions.c.token_hash == session.token_hash))


def end_sessions_of(connection: Connection, account: str, but: str = "") -> None:
    """Signs every browser of the account (its id) out, but that with the token hash `but`."""
    connection.execute(delete(sessions).where(sessions.c.account == account, sessions.c.token_hash != but))


def delete_ended(connection: Connection, now: datetime) -> None:
    """Throws away what is over."""
    silent = sessions.c.seen_at < milliseconds(now - IDLE)
    old = sessions.c.begun_at < milliseconds(now - LONGEST)
    connection.execute(delete(sessions).where(silent | old))


_SESSIONS = select(
    sessions.c.token_hash,
    sessions.c.csrf,
    sessions.c.confirmed,
    sessions.c.begun_at,
    sessions.c.seen_at,
    accounts.c.account,
    accounts.c.sign_in,
    accounts.c.name,
    accounts.c.role,
    accounts.c.office,
    accounts.c.start_until,
).join(accounts, (accounts.c.office == sessions.c.office) & (accounts.c.account == sessions.c.account))


def _session(row: Any) -> Session:
    return Session(
        token_hash=row.token_hash,
        account=Account(row.account, row.sign_in, row.name, row.role, row.office),
        csrf=row.csrf,
        confirmed=bool(row.confirmed),
        start_password=row.start_until is not None,
        begun_at=_instant(row.begun_at),
        seen_at=_instant(row.seen_at),
    )


def _instant(number: int) -> datetime:
    return datetime.fromtimestamp(number / 1000, UTC)
