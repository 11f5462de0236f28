"""Wrong tries to sign in (lần đăng nhập sai), of passwords and codes together, and how long they lock.

After five in a row an account takes nothing for a minute, and for twice as long after each further one, up to a quarter
of an hour. Whoever knows a name could lock its owner out for ever by that; so a browser in which somebody has got in
before is counted apart: its own wrong tries lock it alone, and what is tried elsewhere does not. In a browser that the
account does not know its owner has to wait like everybody. The counts stand in the database, so that a restart does not
forgive them.
"""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from server.signed_in.account import Account
from server.signed_in.account_changes import note
from server.signed_in.account_store import StoredAccount, account_by_id, set_fields
from server.signed_in.known_browsers import KnownBrowser, browsers_of, keep_browsers
from server.signed_in.sessions import hash_of
from shared.journal.journal import Writer

TRIES = 5
FIRST_LOCK = timedelta(minutes=1)
LONGEST_LOCK = timedelta(minutes=15)


def lock_after(failed: int) -> timedelta | None:
    """How long nothing is taken after `failed` wrong tries in a row."""
    if failed < TRIES:
        return None
    doubled: timedelta = FIRST_LOCK * 2 ** min(failed - TRIES, 10)
    return min(doubled, LONGEST_LOCK)


def is_locked(connection: Connection, stored: StoredAccount, browser: str, now: datetime) -> bool:
    """Whether the account takes nothing at the moment from the browser with this cookie ("": it has none)."""
    known = browsers_of(connection, stored.account.id, now).get(hash_of(browser))
    until = stored.locked_until if known is None else known.locked_until
    return until is not None and now < until


def count_wrong_try(writer: Writer, account: Account, browser: str) -> None:
    """Counts a wrong try; the fifth in a row and each after it lock, which is noted."""
    connection, now = writer.connection, writer.now
    stored = account_by_id(connection, account.id)
    if stored is None:
        return
    browsers = browsers_of(connection, account.id, now)
    known = browsers.get(hash_of(browser))
    failed = 1 + (stored.failed if known is None else known.failed)
    lock = lock_after(failed)
    until = None if lock is None else now + lock
    if known is None:
        set_fields(connection, account, failed=failed, locked_until=until)
    else:
        counted = replace(known, failed=failed, locked_until=until)
        keep_browsers(connection, account.id, {**browsers, hash_of(browser): counted})
    if lock is not None:
        minutes = int(lock.total_seconds() // 60)
        note(writer, "server", account.id, "account_locked", tries=failed, minutes=minutes)


def got_in(writer: Writer, account: Account, browser: str) -> str:
    """Somebody got in: forgets what counted for this browser, which is known from now on; answers its cookie."""
    connection, now = writer.connection, writer.now
    browsers = browsers_of(connection, account.id, now)
    set_fields(connection, account, signed_in_at=now)
    if hash_of(browser) not in browsers:
        set_fields(connection, account, failed=0, locked_until=None)
    cookie = browser or secrets.token_urlsafe(32)
    keep_browsers(connection, account.id, {**browsers, hash_of(cookie): KnownBrowser(now)})
    return cookie
