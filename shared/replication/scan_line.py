"""What a device asks its server about scans, on a lane of its own: no event and no call waits behind a scan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from shared.replication.http_transport import Outgoing
from shared.replication.refusals import answer_unreadable
from shared.replication.scan_messages import (
    OCTETS,
    SCANS_PATH,
    ScanState,
    piece_path,
    question_to_bytes,
    read_piece,
    read_states,
)
from shared.replication.server_line import ServerLine

_READ_SECONDS = 60.0
"""The server may be verifying a large file."""


class ScanLine(Protocol):
    """What is asked about scans. Every call may raise EnvironmentFailure."""

    def states(self, contents: Sequence[str]) -> tuple[ScanState, ...]:
        """What the server has of each of `contents`, in their order."""
        ...

    def send(self, content: str, number: int, piece: bytes) -> ScanState:
        """Sends a piece; answers what the server has of the file after it."""
        ...

    def fetch(self, content: str, number: int) -> bytes:
        """Fetches a piece."""
        ...


class HttpScanLine:
    """The questions over the device's own line."""

    def __init__(self, line: ServerLine) -> None:
        self._line = line

    def states(self, contents: Sequence[str]) -> tuple[ScanState, ...]:
        """What the server has of each of `contents`, in their order."""
        incoming = self._line.ask("scans", Outgoing("POST", SCANS_PATH, question_to_bytes(contents)))
        return _believed(incoming.body, contents)

    def send(self, content: str, number: int, piece: bytes) -> ScanState:
        """Sends a piece; answers what the server has of the file after it."""
        outgoing = Outgoing("PUT", piece_path(content, number), piece, read_seconds=_READ_SECONDS, kind=OCTETS)
        return _believed(self._line.ask("scans", outgoing).body, [content])[0]

    def fetch(self, content: str, number: int) -> bytes:
        """Fetches a piece."""
        outgoing = Outgoing("GET", piece_path(content, number), read_seconds=_READ_SECONDS, answer=OCTETS)
        try:
            return read_piece(self._line.ask("scans", outgoing).body)
        except ValueError as problem:
            raise answer_unreadable() from problem


def _believed(body: bytes, contents: Sequence[str]) -> tuple[ScanState, ...]:
    """The states in an answer, if it is about what was asked."""
    try:
        states = read_states(body)
    except ValueError as problem:
        raise answer_unreadable() from problem
    if [state.content for state in states] != list(contents):
        raise answer_unreadable()
    return states
