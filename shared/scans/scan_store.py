"""The scans of one office on one node: files of encrypted pieces, believed only when they read back whole.

A file stands under its SHA-256 (`content`) as `<first two digits>/<content>/<number>`. Each piece is sealed with
AES-GCM under a key made from the node's own and the content, and bound to its place, so that a piece that was cut off,
changed or moved is as good as missing. A piece is written beside its name, made durable and then given the name: what
a power cut leaves behind is never taken for a piece. Files never change, so that copying the folder backs it up.

A file that no fact names (the program ended between writing it and the COMMIT of its fact) is harmless and is swept
away after a day. Once a node has verified the whole file, a mark says so.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import shutil
import threading
from collections.abc import Callable, Collection, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from shared.durable_names import make_names_durable
from shared.failures import EnvironmentFailure
from shared.journal.engine import disk_full, disk_in_words
from shared.scans.pieces import cut, piece_length, pieces_of

RESERVE_BYTES = 512 * 1024 * 1024
"""So much of the disk is left to the journal: scans never take the last of it."""
KEPT_UNNAMED = timedelta(days=1)
"""How long a file is kept that no fact names."""

_FORMAT = b"\x01"
_NONCE_BYTES = 12
_SEAL_BYTES = len(_FORMAT) + _NONCE_BYTES + 16
_UNFINISHED = ".part"
_DAMAGED = ".damaged"
_WHOLE = "whole"


class ScanStore:
    """The scans in `folder`, sealed with keys made from `key`. Any thread may use it; so may several processes.

    `reserve`: bytes of the disk that it leaves free.
    """

    def __init__(self, folder: Path, key: bytes, reserve: int = RESERVE_BYTES) -> None:
        self._folder = folder
        self._key = key
        self._reserve = reserve
        self._lock = threading.Lock()

    def put(self, content: str, size: int, number: int, piece: bytes) -> None:
        """Keeps a piece durably. ValueError when it has not its length; EnvironmentFailure `disk_full`, `disk_failed`.

        One that is here already and reads back is left as it is.
        """
        if not piece or len(piece) != piece_length(size, number):
            raise ValueError("not the length of this piece")
        with _disk(), self._lock:
            self._put(content, number, piece)
            make_names_durable(self._place(content))

    def put_file(self, content: str, body: bytes) -> None:
        """Keeps a whole file durably, whose SHA-256 is `content`. EnvironmentFailure `disk_full`, `disk_failed`."""
        with _disk(), self._lock:
            place = self._place(content)
            for number, piece in enumerate(cut(body)):
                self._put(content, number, piece)
            _write(place / _WHOLE, b"")
            os.utime(place)  # young again: the sweep leaves it alone until its fact is written
            make_names_durable(place)

    def read(self, content: str, size: int, number: int) -> bytes | None:
        """Piece `number`, or None when it is not here or does not read back; such a one is set aside as damaged.

        It is not removed: with the right key it might be read again.
        """
        path = self._place(content) / str(number)
        with _disk():
            try:
                sealed = path.read_bytes()
            except FileNotFoundError:
                return None
            piece = self._open(content, number, sealed)
            if piece is None or len(piece) != piece_length(size, number):
                self._forget(content, number)
                return None
            return piece

    def missing(self, content: str, size: int) -> tuple[int, ...]:
        """The numbers of the pieces that are not here, in order; told by names and lengths without opening any."""
        with _disk():
            place = self._place(content)
            there = {entry.name: entry.stat().st_size for entry in os.scandir(place)} if place.is_dir() else {}
        return tuple(
            number
            for number in range(pieces_of(size))
            if there.get(str(number)) != piece_length(size, number) + _SEAL_BYTES
        )

    def is_whole(self, content: str, size: int) -> bool:
        """Whether the whole file is here and was verified once."""
        return (self._place(content) / _WHOLE).is_file() and not self.missing(content, size)

    def verify(self, content: str, size: int) -> bool:
        """Reads everything; True when the SHA-256 is `content`, which is marked. Pieces that are wrong are set aside.

        When every piece reads back and the whole is still another file, all of them are taken away.
        """
        digest = hashlib.sha256()
        for number in range(pieces_of(size)):
            piece = self.read(content, size, number)
            if piece is None:
                return False
            digest.update(piece)
        if digest.hexdigest() != content:
            self._forget_file(content)
            return False
        with _disk():
            _write(self._place(content) / _WHOLE, b"")
            make_names_durable(self._place(content))
        return True

    def file(self, content: str, size: int) -> bytes | None:
        """The whole file with the SHA-256 `content`; None while pieces are missing or one turned out to be wrong."""
        pieces = [self.read(content, size, number) for number in range(pieces_of(size))]
        whole = [piece for piece in pieces if piece is not None]
        body = b"".join(whole)
        if len(whole) < len(pieces):
            return None
        if hashlib.sha256(body).hexdigest() != content:
            self._forget_file(content)
            return None
        return body

    def sweep(self, named: Callable[[], Collection[str]], now: datetime) -> int:
        """Takes away what is older than a day and was not finished, or stands in no fact; answers how many files.

        `named` is asked after the looking, so that a file whose fact was written meanwhile is among its answer.
        """
        before = (now - KEPT_UNNAMED).timestamp()
        with _disk():
            old = [place for place in self._places() if place.stat().st_mtime < before]
            known = named() if old else ()
            unnamed = [place for place in old if place.name not in known]
            for place in unnamed:
                with self._lock:
                    if place.stat().st_mtime < before:
                        shutil.rmtree(place)
            for place in old:
                for part in place.glob(f"*{_UNFINISHED}"):
                    if part.stat().st_mtime < before:
                        part.unlink(missing_ok=True)
        return len(unnamed)

    def _put(self, content: str, number: int, piece: bytes) -> None:
        place = self._place(content)
        path = place / str(number)
        if path.is_file() and self._open(content, number, path.read_bytes()) == piece:
            return
        _make_folder(place, self._folder)
        if shutil.disk_usage(place).free < self._reserve + len(piece):
            raise disk_full()
        nonce = secrets.token_bytes(_NONCE_BYTES)
        sealed = _FORMAT + nonce + self._cipher(content).encrypt(nonce, piece, _bound(content, number))
        _write(path, sealed)

    def _open(self, content: str, number: int, sealed: bytes) -> bytes | None:
        nonce = sealed[len(_FORMAT) : len(_FORMAT) + _NONCE_BYTES]
        if not sealed.startswith(_FORMAT) or len(sealed) < _SEAL_BYTES:
            return None
        try:
            return self._cipher(content).decrypt(nonce, sealed[len(_FORMAT) + _NONCE_BYTES :], _bound(content, number))
        except InvalidTag:
            return None

    def _cipher(self, content: str) -> AESGCM:
        derived = HKDF(SHA256(), 32, salt=None, info=b"motcua scan " + content.encode("ascii"))
        return AESGCM(derived.derive(self._key))

    def _forget(self, content: str, number: int) -> None:
        (self._place(content) / _WHOLE).unlink(missing_ok=True)
        path = self._place(content) / str(number)
        path.replace(path.with_name(f"{number}{_DAMAGED}"))

    def _forget_file(self, content: str) -> None:
        with _disk(), self._lock:
            shutil.rmtree(self._place(content), ignore_errors=True)

    def _place(self, content: str) -> Path:
        return self._folder / content[:2] / content

    def _places(self) -> Iterator[Path]:
        return (place for place in self._folder.glob("??/*") if place.is_dir())


def _bound(content: str, number: int) -> bytes:
    return f"{content}/{number}".encode("ascii")


@contextlib.contextmanager
def _disk() -> Iterator[None]:
    try:
        yield
    except EnvironmentFailure:
        raise
    except OSError as problem:
        raise disk_in_words(problem) from problem


def _make_folder(place: Path, root: Path) -> None:
    if place.is_dir():
        return
    place.mkdir(parents=True, exist_ok=True)
    for folder in (place.parent, root, root.parent):
        make_names_durable(folder)


def _write(path: Path, body: bytes) -> None:
    """Puts `body` whole under its name, readable by the owner only, or leaves nothing under it."""
    unfinished = path.with_name(f"{path.name}.{secrets.token_hex(8)}{_UNFINISHED}")
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
