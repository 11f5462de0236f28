"""Sign in (đăng nhập): without a network, against the argon2id hash in the reference data, locked after five tries.

The count of wrong tries lives in the encrypted database, so that a restart does not forgive them.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from shared.domain.office import Office, StaffMember, staff_by_sign_in
from shared.failures import Refusal
from shared.journal.journal import Journal
from shared.journal.node import read_value, write_value

from .unlock import forgive_wrong_pins

TRIES = 5
LOCKED_FOR = timedelta(minutes=15)

_hasher = PasswordHasher()


def hash_password(password: str) -> str:
    """The argon2id hash of a password, for the staff records."""
    return _hasher.hash(password)


def sign_in(journal: Journal, office: Office, name: str, password: str) -> StaffMember:
    """Who signs in. Refusals: `sign_in_failed` (which of the two was wrong is not said), `locked_out`."""
    member = staff_by_sign_in(office, name)
    series = f"sign_in/{member.id if member else 'unknown'}"
    with journal.reading() as reader:
        tries, since = _tries(read_value(reader.connection, series))
    now = journal.now()
    if tries >= TRIES and since <= now < since + LOCKED_FOR:
        raise Refusal(
            "locked_out",
            "Tài khoản tạm khóa vì nhập sai năm lần. Hãy thử lại sau 15 phút hoặc báo người phụ trách.",
            "The account is locked after five wrong tries. Try again in 15 minutes or tell the team leader.",
        )
    right = _right(member, password)
    with journal.writing() as writer:
        still_counting = since <= now < since + LOCKED_FOR
        count = 0 if right else (tries + 1 if still_counting else 1)
        write_value(writer.connection, series, f"{count}|{now.isoformat()}")
        if member is not None and right:
            forgive_wrong_pins(writer, member)
    if member is None or not right:
        raise Refusal("sign_in_failed", "Tên đăng nhập hoặc mật khẩu không đúng.", "The name or password is not right.")
    return member


def _tries(value: str | None) -> tuple[int, datetime]:
    if value is None:
        return 0, datetime.fromisoformat("1970-01-01T00:00:00+00:00")
    count, _, since = value.partition("|")
    return int(count), datetime.fromisoformat(since)


def _right(member: StaffMember | None, password: str) -> bool:
    if member is None:
        _hasher.hash(password.encode(errors="replace"))  # an unknown name costs the same time as a known one
        return False
    try:
        return _hasher.verify(member.password_hash, password.encode(errors="replace"))
    except VerificationError:
        return False
