"""How a file is cut into pieces (mảnh): all of one size but the last, numbered from 0."""

from __future__ import annotations

PIECE_BYTES = 256 * 1024


def pieces_of(size: int) -> int:
    """How many pieces a file of `size` bytes has."""
    return -(-size // PIECE_BYTES)


def piece_length(size: int, number: int) -> int:
    """The bytes of piece `number` of a file of `size` bytes; 0 or less where there is none."""
    return min(PIECE_BYTES, size - number * PIECE_BYTES) if number >= 0 else 0


def cut(body: bytes) -> tuple[bytes, ...]:
    """The pieces of `body`."""
    return tuple(body[start : start + PIECE_BYTES] for start in range(0, len(body), PIECE_BYTES))
