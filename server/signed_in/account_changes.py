"""Changes of accounts by people, each an event with its actor in the journal of the account's scope.

The accounts of the province belong to no office. Their events stand in a journal of their own under the office id "",
which is none of the server's offices: no device is enrolled there, so that nobody pulls them, and what holds for every
journal (order, chain of hashes, `verify`, backup) holds for them. A table beside the journal would have none of that.
Names of people stand in the personal record.
"""

from __future__ import annotations

from datetime import datetime

from server.administration import changes
from server.signed_in.account import NEEDS_CODE, PROVINCE, Account, Role, roles_at
from server.signed_in.account_store import (
    StoredAccount,
    account_by_id,
    account_by_sign_in,
    accounts_in,
    insert_account,
    plain_sign_in,
    set_fields,
)
from server.signed_in.known_browsers import keep_browsers
from server.signed_in.passwords import START_HOLDS
from server.signed_in.sessions import end_sessions_of
from shared.domain.text import has_odd_letters
from shared.failures import Refusal
from shared.journal.journal import Writer

_LONGEST_NAME = 120


def note(writer: Writer, actor: str, account: str, what: str, **data: object) -> None:
    """Writes the event "administration.<what>" about an account."""
    changes.note(writer, actor, what, {"account": account, **data})


def add_account(
    writer: Writer, actor: str, account: Account, password_hash: str, start_until: datetime | None
) -> Account:
    """Adds `account` in the journal of its scope; answers it as it is kept.

    `start_until`: until when the password holds, if somebody else has made it. Refusals `sign_in_taken`,
    `role_elsewhere`, `name_missing`.
    """
    kept = checked_account(account)
    if account_by_sign_in(writer.connection, kept.sign_in) is not None:
        raise Refusal(
            "sign_in_taken",
            f"Tên đăng nhập {kept.sign_in} đã có người dùng. Hãy chọn tên khác.",
            f"Somebody signs in as {kept.sign_in} already. Choose another name.",
        )
    insert_account(writer.connection, kept, password_hash, writer.now, start_until)
    told = {"account": kept.id, "role": kept.role, "office": kept.office}
    changes.note(writer, actor, "account_added", told, {"name": kept.name, "sign_in": kept.sign_in})
    return kept


def disable_account(writer: Writer, actor: str, account: str) -> StoredAccount:
    """Lets nobody in with the account any more; its name stays with what it did.

    Refusals `no_such_account`, `own_account`, `last_administrator`.
    """
    stored = _of_scope(writer, account)
    _refuse_own(stored, actor)
    if stored.disabled_at is None:
        _refuse_last_administrator(writer, stored)
        set_fields(writer.connection, stored.account, disabled_at=writer.now)
        end_sessions_of(writer.connection, account)
        note(writer, actor, account, "account_disabled")
    return stored


def enable_account(writer: Writer, actor: str, account: str) -> StoredAccount:
    """Lets the person in again, with what they signed in with before. Refusal `no_such_account`."""
    stored = _of_scope(writer, account)
    if stored.disabled_at is not None:
        set_fields(writer.connection, stored.account, disabled_at=None, failed=0, locked_until=None)
        note(writer, actor, account, "account_enabled")
    return stored


def reset_account(writer: Writer, actor: str, account: str, password_hash: str) -> StoredAccount:
    """Gives the account a start password and forgets its one-time codes; signs it out everywhere and unlocks it.

    Refusals `no_such_account`, `own_account`.
    """
    stored = _of_scope(writer, account)
    _refuse_own(stored, actor)
    set_fields(
        writer.connection,
        stored.account,
        password_hash=password_hash,
        start_until=writer.now + START_HOLDS,
        totp_secret=None,
        totp_used=0,
        failed=0,
        locked_until=None,
    )
    end_sessions_of(writer.connection, account)
    keep_browsers(writer.connection, account, {})
    note(writer, actor, account, "account_reset")
    return stored


def give_up_code(writer: Writer, account: Account) -> None:
    """Signs in without one-time codes from now on. Refusal `code_needed` for roles that may not."""
    if account.role in NEEDS_CODE:
        raise Refusal(
            "code_needed",
            "Vai trò này phải đăng nhập bằng mã xác thực nên không bỏ được. Chưa có gì thay đổi.",
            "This role has to sign in with one-time codes. Nothing has changed.",
        )
    set_fields(writer.connection, account, totp_secret=None, totp_used=0)
    note(writer, account.actor, account.id, "account_code_given_up")


def checked_account(account: Account) -> Account:
    """A new account as it would be kept. Refusals `role_elsewhere`, `name_missing`."""
    if account.role not in roles_at(account.office):
        raise Refusal(
            "role_elsewhere",
            "Vai trò này không có ở phạm vi đã chọn (đơn vị hoặc toàn tỉnh). Hãy chọn lại vai trò.",
            "There is no such role in this scope (an office, or the whole province). Choose the role again.",
        )
    name, sign_in = " ".join(account.name.split()), plain_sign_in(account.sign_in)
    odd = has_odd_letters(name) or not sign_in.isprintable()
    if odd or not name or not 3 <= len(sign_in) <= 64 or len(name) > _LONGEST_NAME:
        raise Refusal(
            "name_missing",
            "Cần họ tên và tên đăng nhập (từ 3 đến 64 ký tự). Chưa có gì được thêm.",
            "A full name and a name to sign in with (3 to 64 characters) are needed. Nothing was added.",
        )
    return Account(account.id, sign_in, name, account.role, account.office)


def _of_scope(writer: Writer, account: str) -> StoredAccount:
    stored = account_by_id(writer.connection, account)
    if stored is None or stored.account.office != writer.office:
        raise Refusal(
            "no_such_account",
            "Không có tài khoản này ở phạm vi đã chọn. Chưa có gì thay đổi.",
            "There is no such account in this scope. Nothing has changed.",
        )
    return stored


def _refuse_own(stored: StoredAccount, actor: str) -> None:
    if stored.account.actor == actor:
        raise Refusal(
            "own_account",
            "Không tự khóa hoặc tự đặt lại tài khoản của mình được. Hãy nhờ người quản trị khác.",
            "Nobody disables or resets their own account. Ask another administrator.",
        )


def _refuse_last_administrator(writer: Writer, stored: StoredAccount) -> None:
    role: Role = "province_administrator"
    if stored.account.role != role:
        return
    active = [each for each in accounts_in(writer.connection, PROVINCE) if each.disabled_at is None]
    if sum(each.account.role == role for each in active) < 2:
        raise Refusal(
            "last_administrator",
            "Đây là người quản trị cuối cùng của tỉnh nên không khóa được. Hãy thêm người quản trị khác trước.",
            "This is the last administrator of the province and cannot be disabled. Add another one first.",
        )
