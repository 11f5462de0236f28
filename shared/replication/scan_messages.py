"""What a device and its server say to each other about scans: which pieces are there, and the pieces themselves.

A piece travels as its bytes. Going up they are under the request's signature; coming down the SHA-256 of the piece
stands before it. No file's name is ever among them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from shared.journal.event import to_json
from shared.replication.wire import Fields, read_fields

SCANS_PATH = "/api/scans"
OCTETS = "application/octet-stream"
PIECE_PATH = "/api/scans/{content}/{number}"
MOST_ASKED = 200
LONGEST_QUESTION_BYTES = 32 * 1024
_DIGEST_BYTES = 32
_CONTENT = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class ScanState:
    """What the server has of a file (bản quét ở máy chủ). `missing`: the numbers of the pieces that it has not.

    `known`: a fact that it has names the file; without one it takes no piece. `whole`: it has everything and has
    verified the SHA-256, so that the file is safe there.
    """

    content: str
    known: bool
    whole: bool
    missing: tuple[int, ...]


def piece_path(content: str, number: int) -> str:
    """The address of a piece."""
    return PIECE_PATH.format(content=content, number=number)


def is_content(text: str) -> bool:
    """Whether `text` is a SHA-256 in hex."""
    return _CONTENT.fullmatch(text) is not None


def question_to_bytes(contents: Sequence[str]) -> bytes:
    """The body of the question for the states of `contents`."""
    return to_json({"contents": list(contents)})


def read_question(data: bytes) -> tuple[str, ...]:
    """The contents that are asked for; ValueError when there are too many, or one is none."""
    contents = read_fields(data).texts("contents")
    if len(contents) > MOST_ASKED or not all(is_content(each) for each in contents):
        raise ValueError("not a question for scans")
    return contents


def states_to_bytes(states: Sequence[ScanState]) -> bytes:
    """The body of the answer."""
    return to_json({"code": "states", "scans": [_to_json(state) for state in states]})


def read_states(data: bytes) -> tuple[ScanState, ...]:
    """The states in an answer."""
    return tuple(_read(each) for each in read_fields(data).objects("scans"))


def piece_to_bytes(piece: bytes) -> bytes:
    """A piece as it comes down: its SHA-256, then itself."""
    return hashlib.sha256(piece).digest() + piece


def read_piece(data: bytes) -> bytes:
    """The piece in an answer; ValueError when it is not the one that was sent."""
    digest, piece = data[:_DIGEST_BYTES], data[_DIGEST_BYTES:]
    if hashlib.sha256(piece).digest() != digest:
        raise ValueError("the piece is not what its hash says")
    return piece


def _to_json(state: ScanState) -> dict[str, object]:
    return {
        "content": state.content,
        "known": state.known,
        "whole": state.whole,
        "missing": list(state.missing),
    }


def _read(fields: Fields) -> ScanState:
    missing = fields.value("missing")
    if not isinstance(missing, list) or not all(type(each) is int and 0 <= each < 2**20 for each in missing):
        raise ValueError("missing is no list of numbers")
    return ScanState(
        content=fields.text("content"),
        known=fields.truth("known"),
        whole=fields.truth("whole"),
        missing=tuple(missing),
    )
