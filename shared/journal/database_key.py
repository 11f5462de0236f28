"""The key of a node's encrypted database: one file beside it that only its owner may read."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from shared.durable_names import make_names_durable
from shared.failures import EnvironmentFailure
from shared.journal.engine import disk_in_words

KEY_BYTES = 32


def database_key(folder: Path) -> bytes:
    """The 32-byte key of the database in `folder`: read from a file of mode 0600, made at the first start.

    It is never made anew beside a database that exists: that would lock the office out of its own data. The caller
    keeps other programs from opening the same folder meanwhile. EnvironmentFailure: `key_missing`, `key_damaged`,
    `disk_full`, `disk_failed`.
    """
    path = folder / "journal.key"
    try:
        if path.exists():
            return _read(path)
        if (folder / "journal.db").exists():
            raise EnvironmentFailure(
                "key_missing",
                "Không tìm thấy khóa của cơ sở dữ liệu (journal.key). Dữ liệu vẫn còn; "
                "hãy chép lại khóa từ bản sao lưu.",
                "The key of the database (journal.key) is missing. The data is still there; "
                "restore the key from a backup.",
            )
        return _make(path)
    except OSError as problem:
        raise disk_in_words(problem) from problem


def _read(path: Path) -> bytes:
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii"))
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        # A shorter one would be taken for a pass phrase, and an empty file would open a new database with it.
        raise EnvironmentFailure(
            "key_damaged",
            "Tệp khóa của cơ sở dữ liệu (journal.key) bị hỏng. Dữ liệu vẫn còn; hãy chép lại khóa từ bản sao lưu.",
            "The key file of the database (journal.key) is damaged. The data is still there; "
            "restore the key from a backup.",
        )
    return key


def _make(path: Path) -> bytes:
    """A new key, whole on the disk before it has its name: a power cut leaves it there entirely or not at all."""
    key = secrets.token_bytes(KEY_BYTES)
    unfinished = path.with_suffix(".key.new")
    unfinished.unlink(missing_ok=True)
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key.hex())
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    make_names_durable(path.parent)
    return key
