"""Where the secrets of one-time codes lie.

The embedded database is encrypted as a whole under a key beside it; a second seal under a second file beside it would
keep nobody out, and a backup without that file would lock every administrator out. PostgreSQL keeps plain tables, and
its dumps and standbys travel: there each secret is sealed with AES-256-GCM under a key in a file of the server, bound
to its account, so that who reads a dump can make no codes. Servers that share a database share that file.
"""

from __future__ import annotations

import base64
import os
import secrets
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Engine

from shared.durable_names import make_names_durable
from shared.failures import EnvironmentFailure
from shared.journal.engine import disk_in_words

KEY_FILE = "accounts.key"
_KEY_BYTES = 32
_NONCE_BYTES = 12


class Seal(Protocol):
    """Closes and opens the secret of an account."""

    def close(self, secret: str, account: str) -> str:
        """What the table keeps."""
        ...

    def open(self, closed: str, account: str) -> str:
        """The secret again. EnvironmentFailure `accounts_key_missing`."""
        ...


class WithinEncryptedDatabase:
    """The database as a whole is the seal."""

    def close(self, secret: str, account: str) -> str:
        """The secret itself."""
        del account
        return secret

    def open(self, closed: str, account: str) -> str:
        """The secret itself."""
        del account
        return closed


class UnderKeyFile:
    """AES-256-GCM under the key in the folder `data`, made when the first secret is closed."""

    def __init__(self, data: Path | None) -> None:
        self._path = None if data is None else data / KEY_FILE

    def close(self, secret: str, account: str) -> str:
        """Nonce and ciphertext in base64."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        closed = AESGCM(self._key_or_new()).encrypt(nonce, secret.encode(), account.encode())
        return base64.b64encode(nonce + closed).decode("ascii")

    def open(self, closed: str, account: str) -> str:
        """What was closed for `account`."""
        raw = base64.b64decode(closed)
        try:
            plain = AESGCM(self._key()).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], account.encode())
        except InvalidTag as problem:
            raise _key_missing() from problem
        return plain.decode()

    def _key_or_new(self) -> bytes:
        if self._path is None:
            raise _key_missing()
        if not self._path.exists():
            try:
                _make(self._path)
            except OSError as problem:
                raise disk_in_words(problem) from problem
        return self._key()

    def _key(self) -> bytes:
        if self._path is None or not self._path.exists():
            raise _key_missing()
        try:
            key = bytes.fromhex(self._path.read_text(encoding="ascii"))
        except ValueError as problem:
            raise _key_missing() from problem
        except OSError as problem:
            raise disk_in_words(problem) from problem
        if len(key) != _KEY_BYTES:
            raise _key_missing()
        return key


def seal_at(engine: Engine, data: Path | None) -> Seal:
    """The seal for the database behind `engine`, on a server whose folder is `data`."""
    return WithinEncryptedDatabase() if engine.dialect.name == "sqlite" else UnderKeyFile(data)


def _make(path: Path) -> None:
    """A new key, whole on the disk before it has its name; of two processes that make one the first stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(_KEY_BYTES))
        file.flush()
        os.fsync(file.fileno())
    try:
        path.hardlink_to(unfinished)
    except FileExistsError:
        pass
    finally:
        unfinished.unlink()
    make_names_durable(path.parent)


def _key_missing() -> EnvironmentFailure:
    return EnvironmentFailure(
        "accounts_key_missing",
        f"Không đọc được khóa của mã xác thực (tệp {KEY_FILE} trong thư mục dữ liệu). Tài khoản vẫn còn; "
        "hãy chép lại tệp khóa từ bản sao lưu hoặc từ máy chủ kia, hoặc đặt lại tài khoản bằng lệnh accounts reset.",
        f"The key of the one-time codes cannot be read (file {KEY_FILE} in the data folder). The accounts are safe; "
        "copy the file from a backup or from the other server, or reset the account with the command accounts reset.",
    )
