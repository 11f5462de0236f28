"""Keeps one file of eight pieces after the other until it is killed; says each when it is durable."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from shared.scans.pieces import PIECE_BYTES
from shared.scans.scan_store import ScanStore
from tests.scans.samples import noise

PIECES = 8
KEY = bytes(32)


def main() -> None:
    """Runs until it is killed."""
    store = ScanStore(Path(sys.argv[1]), KEY, reserve=0)
    for seed in range(1000):
        body = noise(PIECES * PIECE_BYTES - seed, seed)
        content = hashlib.sha256(body).hexdigest()
        sys.stdout.write(f"begins {content} {len(body)}\n")
        sys.stdout.flush()
        store.put_file(content, body)
        sys.stdout.write(f"durable {content} {len(body)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
