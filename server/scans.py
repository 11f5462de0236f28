"""The scans of this server's offices: what it has of each file, and the pieces, in its own data folder."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from server.offices import Offices
from server.refusals import HttpRefusal
from shared.failures import EnvironmentFailure
from shared.replication.scan_messages import ScanState
from shared.scans.opening import open_scans, scans_key
from shared.scans.pieces import piece_length, pieces_of
from shared.scans.progress import named_sizes
from shared.scans.scan_store import RESERVE_BYTES, ScanStore


class Scans:
    """Keeps the scans of the offices below `folder`. Any thread may use it; so may several processes.

    Only a file that a fact of the office names is taken, and only in the size that the fact says: no device can fill
    the disk with something else. `reserve`: bytes of the disk that are left free.
    """

    def __init__(self, offices: Offices, folder: Path, reserve: int = RESERVE_BYTES) -> None:
        self._offices = offices
        self._folder = folder
        self._reserve = reserve
        self._lock = threading.Lock()
        self._key: bytes | None = None
        self._stores: dict[str, ScanStore] = {}

    def states(self, office: str, contents: Sequence[str]) -> tuple[ScanState, ...]:
        """What is here of each of `contents`: the disk is asked, no note."""
        sizes = self.sizes(office, contents)
        store = self.store(office)
        return tuple(
            _state(store, content, sizes[content]) if content in sizes else ScanState(content, False, False, ())  # noqa: FBT003
            for content in contents
        )

    def take(self, office: str, content: str, number: int, piece: bytes) -> ScanState:
        """Keeps a piece; after the last one the whole file is verified. Refusals `scan_unknown`, `no_such_piece`,
        `scan_differs`, `server_disk_full`."""
        size = self._size(office, content)
        if len(piece) != piece_length(size, number):
            raise HttpRefusal(
                400, "no_such_piece", "Mảnh của bản quét không đúng cỡ.", "The piece of the scan has not its size."
            )
        store = self.store(office)
        try:
            store.put(content, size, number, piece)
        except EnvironmentFailure as failure:
            if failure.code != "disk_full":
                raise
            raise HttpRefusal(
                507,
                "server_disk_full",
                "Ổ đĩa máy chủ sắp đầy nên chưa nhận bản quét. Bản quét vẫn an toàn ở quầy; hãy báo người quản trị.",
                "The server's disk is nearly full and takes no scans. They are safe at the counter; tell the "
                "administrator.",
            ) from failure
        state = _state(store, content, size)
        if not state.whole and len(state.missing) == pieces_of(size):
            raise HttpRefusal(
                409,
                "scan_differs",
                "Các mảnh không ghép thành đúng bản quét; máy sẽ gửi lại.",
                "The pieces do not make up the scan; they will be sent again.",
            )
        return state

    def piece(self, office: str, content: str, number: int) -> bytes:
        """A piece of a file that is whole here. Refusals `scan_unknown`, `scan_incomplete`."""
        size = self._size(office, content)
        store = self.store(office)
        piece = store.read(content, size, number) if store.is_whole(content, size) else None
        if piece is None:
            raise HttpRefusal(
                404,
                "scan_incomplete",
                "Máy chủ chưa có đủ bản quét này; quầy đã quét sẽ gửi lên sau.",
                "The server has not all of this scan yet; the counter that took it will send it.",
            )
        return piece

    def _size(self, office: str, content: str) -> int:
        size = self.sizes(office, [content]).get(content)
        if size is None:
            raise HttpRefusal(
                404,
                "scan_unknown",
                "Máy chủ chưa biết bản quét này.",
                "The server does not know of this scan yet.",
            )
        return size

    def sizes(self, office: str, contents: Sequence[str]) -> dict[str, int]:
        """The sizes of those of `contents` that a fact of `office` names."""
        with self._offices.journal(office).reading() as reader:
            return dict(named_sizes(reader.connection, office, contents))

    def store(self, office: str) -> ScanStore:
        """Where the files of `office` are."""
        with self._lock:
            if office not in self._stores:
                self._key = self._key or scans_key(self._folder)
                self._stores[office] = open_scans(self._folder, office, self._key, self._reserve)
            return self._stores[office]


def _state(store: ScanStore, content: str, size: int) -> ScanState:
    missing = store.missing(content, size)
    if not missing and not store.is_whole(content, size):
        store.verify(content, size)
        missing = store.missing(content, size)
    return ScanState(content, True, store.is_whole(content, size), missing)  # noqa: FBT003
