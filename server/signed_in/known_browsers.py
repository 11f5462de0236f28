"""Browsers in which somebody has signed in with an account before (trình duyệt đã biết), and their wrong tries.

Each holds a cookie of 256 random bits that says nothing and opens nothing; what is kept of it is its hash, under the
account's own name among the values of this node.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from shared.journal.node import read_value, write_value
from shared.journal.read_model import milliseconds

HOLDS = timedelta(days=180)
"""So long after the last signing in a browser is known."""
_MOST = 10
"""So many are known of one account: the latest."""


@dataclass(frozen=True, slots=True)
class KnownBrowser:
    """`seen_at`: when somebody last got in with it; `failed`: its wrong tries in a row since."""

    seen_at: datetime
    failed: int = 0
    locked_until: datetime | None = None


Browsers = Mapping[str, KnownBrowser]
"""By the hash of the cookie."""


def browsers_of(connection: Connection, account: str, now: datetime) -> Browsers:
    """The browsers that the account (its id) knows at `now`."""
    kept = json.loads(read_value(connection, _name(account)) or "{}")
    found = {
        token_hash: KnownBrowser(_instant(seen_at), failed, None if locked is None else _instant(locked))
        for token_hash, (seen_at, failed, locked) in kept.items()
    }
    return {token_hash: each for token_hash, each in found.items() if now - each.seen_at <= HOLDS}


def keep_browsers(connection: Connection, account: str, browsers: Browsers) -> None:
    """Keeps the latest of `browsers` as those that the account knows."""
    latest = sorted(browsers.items(), key=lambda each: each[1].seen_at, reverse=True)[:_MOST]
    document = {
        token_hash: (
            milliseconds(each.seen_at),
            each.failed,
            None if each.locked_until is None else milliseconds(each.locked_until),
        )
        for token_hash, each in latest
    }
    write_value(connection, _name(account), json.dumps(document))


def _name(account: str) -> str:
    return f"known_browsers/{account}"


def _instant(number: int) -> datetime:
    return datetime.fromtimestamp(number / 1000, UTC)
