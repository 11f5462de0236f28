"""Passwords of accounts: argon2id, in time that does not tell whether a name exists; what a good one is; start ones."""

from __future__ import annotations

import secrets
from datetime import timedelta
from functools import cache

import anyio
import anyio.to_thread
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from shared.failures import Refusal

SHORTEST = 12
LONGEST = 200
START_HOLDS = timedelta(days=7)
"""How long somebody may take to sign in for the first time with the password that an administrator handed over."""

_FEWEST_LETTERS = 5
_AT_ONCE = 2
"""Hashing one takes 64 MiB and most of a processor for a moment: many at once would be a way to stop the server."""
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Of a start password: none that is taken for another when it is read out or copied from paper."""

_hasher = PasswordHasher()


class Passwords:
    """Hashes and checks, a few at a time, off the event loop. Used from one event loop."""

    def __init__(self) -> None:
        self._limiter = anyio.CapacityLimiter(_AT_ONCE)

    async def hash(self, password: str) -> str:
        """The argon2id hash of `password`."""
        return await anyio.to_thread.run_sync(hash_password, password, limiter=self._limiter)

    async def is_right(self, password_hash: str | None, password: str) -> bool:
        """Whether `password` is the one behind the hash; without a hash it takes the same time to say no."""
        return await anyio.to_thread.run_sync(_is_right, password_hash, password, limiter=self._limiter)


def hash_password(password: str) -> str:
    """The argon2id hash of `password`."""
    return _hasher.hash(_bytes(password))


def _is_right(password_hash: str | None, password: str) -> bool:
    try:
        _hasher.verify(password_hash or _nobodys_hash(), _bytes(password))
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None


@cache
def _nobodys_hash() -> str:
    return _hasher.hash(secrets.token_bytes(16))


def _bytes(password: str) -> bytes:
    return password[: LONGEST + 1].encode(errors="replace")


def check_password(password: str, again: str, sign_in: str) -> None:
    """Refuses a password that is no good. Refusals `passwords_differ`, `password_too_short`, `password_too_simple`."""
    if password != again:
        raise Refusal(
            "passwords_differ",
            "Hai lần nhập mật khẩu không giống nhau. Mật khẩu chưa thay đổi; hãy nhập lại.",
            "The two passwords are not the same. Nothing has changed; type them again.",
        )
    if not SHORTEST <= len(password) <= LONGEST:
        raise Refusal(
            "password_too_short",
            f"Mật khẩu cần từ {SHORTEST} đến {LONGEST} ký tự. Một câu dễ nhớ gồm vài từ là tốt nhất.",
            f"The password needs {SHORTEST} to {LONGEST} characters. A phrase of a few words is best.",
        )
    plain = password.casefold()
    if len(set(plain)) < _FEWEST_LETTERS or sign_in in plain or plain in "0123456789" * 20:
        raise Refusal(
            "password_too_simple",
            "Mật khẩu này quá dễ đoán (lặp ký tự, dãy số hoặc chứa tên đăng nhập). Hãy chọn mật khẩu khác.",
            "This password is too easy to guess (repeated letters, a row of digits, your own name). Choose another.",
        )


def start_password() -> str:
    """A new password to hand over: four groups of four letters, some 79 random bits."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))
    return "-".join(groups)
