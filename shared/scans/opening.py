"""Opening the scans of an office beside a node's database, under a key made from the database's own."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from shared.failures import EnvironmentFailure
from shared.journal.database_key import database_key
from shared.journal.engine import disk_in_words
from shared.journal.opening import alone
from shared.scans.scan_store import RESERVE_BYTES, ScanStore

_FOLDER = "scans"


def scans_key(folder: Path) -> bytes:
    """The 32 bytes that the keys of scans in the data folder `folder` are made from.

    They come from `journal.key`, a file of mode 0600, which a server on PostgreSQL has in its data folder as well; it
    is made at the first start, and never anew beside scans that exist. EnvironmentFailure as of `database_key`.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise disk_in_words(problem) from problem
    with alone(folder / "opening.lock"):
        if (folder / _FOLDER).is_dir() and not (folder / "journal.key").exists():
            raise EnvironmentFailure(
                "key_missing",
                "Không tìm thấy khóa của bản quét (journal.key). Bản quét vẫn còn; hãy chép lại khóa từ bản sao lưu.",
                "The key of the scans (journal.key) is missing. The scans are still there; restore it from a backup.",
            )
        key = database_key(folder)
    return HKDF(SHA256(), 32, salt=None, info=b"motcua scans").derive(key)


def open_scans(folder: Path, office: str, key: bytes | None = None, reserve: int = RESERVE_BYTES) -> ScanStore:
    """The scans of `office` in the data folder `folder`. ValueError for an office whose name is no folder's."""
    if Path(office).name != office or office in ("", ".", ".."):
        raise ValueError("no name of a folder")
    return ScanStore(folder / _FOLDER / office, key or scans_key(folder), reserve)
