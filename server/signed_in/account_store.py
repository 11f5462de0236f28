"""The table of accounts. What people change in it, with its event, is in `account_changes`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from server.signed_in.account import NEEDS_CODE, Account
from shared.journal.read_model import milliseconds
from shared.journal.server_tables import account as table


@dataclass(frozen=True, slots=True)
class StoredAccount:
    """An account with what only the server knows of it. `totp_secret` is sealed; `failed` counts wrong tries in a row.

    `start_until`: until when the start password holds; None once the person has chosen an own one.
    """

    account: Account
    password_hash: str
    totp_secret: str | None
    totp_used: int
    failed: int
    locked_until: datetime | None
    created_at: datetime
    disabled_at: datetime | None
    start_until: datetime | None
    signed_in_at: datetime | None

    @property
    def has_code(self) -> bool:
        """Whether one-time codes have been set up: the first of them has been typed."""
        return self.totp_secret is not None and self.totp_used > 0

    @property
    def asks_for_code(self) -> bool:
        """Whether signing in takes a one-time code."""
        return self.has_code or self.account.role in NEEDS_CODE

    def is_locked(self, now: datetime) -> bool:
        """Whether it takes no password at the moment."""
        return self.locked_until is not None and now < self.locked_until


def account_by_sign_in(connection: Connection, sign_in: str) -> StoredAccount | None:
    """The account that signs in as `sign_in`, disabled or not."""
    row = connection.execute(select(table).where(table.c.sign_in == plain_sign_in(sign_in))).one_or_none()
    return None if row is None else _stored(row)


def account_by_id(connection: Connection, account: str) -> StoredAccount | None:
    """The account with the id `account`, disabled or not."""
    row = connection.execute(select(table).where(table.c.account == account)).one_or_none()
    return None if row is None else _stored(row)


def accounts_in(connection: Connection, office: str | None = None) -> tuple[StoredAccount, ...]:
    """The accounts of `office` ("" = those of the province), or all of them; in the order of offices and names."""
    query = select(table).order_by(table.c.office, table.c.sign_in)
    if office is not None:
        query = query.where(table.c.office == office)
    return tuple(_stored(row) for row in connection.execute(query))


def names_of_accounts(connection: Connection) -> dict[str, str]:
    """The names of all accounts by what events call them."""
    query = select(table.c.account, table.c.name)
    return {f"account:{account}": str(name) for account, name in connection.execute(query)}


def plain_sign_in(text: str) -> str:
    """A name to sign in with, as it is kept: capitals and blanks around it do not count."""
    return text.strip().casefold()


def insert_account(
    connection: Connection, account: Account, password_hash: str, now: datetime, start_until: datetime | None
) -> None:
    """Writes a new account."""
    connection.execute(
        insert(table).values(
            office=account.office,
            account=account.id,
            sign_in=account.sign_in,
            name=account.name,
            role=account.role,
            password_hash=password_hash,
            totp_used=0,
            failed=0,
            created_at=milliseconds(now),
            start_until=None if start_until is None else milliseconds(start_until),
        )
    )


def set_fields(connection: Connection, account: Account, **fields: Any) -> None:
    """Writes `fields` of an account; instants as instants."""
    values = {name: milliseconds(each) if isinstance(each, datetime) else each for name, each in fields.items()}
    here = (table.c.office == account.office) & (table.c.account == account.id)
    connection.execute(update(table).where(here).values(**values))


def _stored(row: Row[Any]) -> StoredAccount:
    return StoredAccount(
        account=Account(row.account, row.sign_in, row.name, row.role, row.office),
        password_hash=row.password_hash,
        totp_secret=row.totp_secret,
        totp_used=row.totp_used,
        failed=row.failed,
        locked_until=_instant(row.locked_until),
        created_at=datetime.fromtimestamp(row.created_at / 1000, UTC),
        disabled_at=_instant(row.disabled_at),
        start_until=_instant(row.start_until),
        signed_in_at=_instant(row.signed_in_at),
    )


def _instant(number: int | None) -> datetime | None:
    return None if number is None else datetime.fromtimestamp(number / 1000, UTC)
