"""Codes on paper that carry data from one machine to another (mã mang dữ liệu) where neither has a network.

A document (JSON values) is packed, cut into pieces that a QR code can hold well, and written in letters and digits that
every scanner types the same on every keyboard: prefix, check, place, number of pieces, piece. The other machine puts
the pieces together in any order and believes them only when the check over the whole agrees. The check finds what was
misread; it proves nothing about who printed it: for that people sign the paper itself.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

PIECE_BYTES = 800
"""So many bytes make a code of about 110 modules a side, which a common scanner reads from 5 cm of paper."""

MOST_PIECES = 40
_LARGEST = 1_000_000
_CODE = re.compile(r"([A-Z]{4}[0-9]):([0-9A-F]{8}):([0-9]{1,2}):([0-9]{1,2}):([A-Z2-7]+)")


@dataclass(frozen=True, slots=True)
class Piece:
    """One code as it was read: the `place` of its bytes among `count` pieces of the document with `check`."""

    prefix: str
    check: str
    place: int
    count: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Gathered:
    """The pieces of one document that have been read so far."""

    prefix: str
    check: str
    count: int
    pieces: Mapping[int, bytes] = field(default_factory=dict)

    @property
    def missing(self) -> tuple[int, ...]:
        """The places, from 1, that are still to be read."""
        return tuple(place for place in range(1, self.count + 1) if place not in self.pieces)


def pack(prefix: str, document: object) -> tuple[str, ...]:
    """The codes that carry `document`. `prefix`: four letters and a digit. ValueError when it is too large."""
    packed = zlib.compress(json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode(), 9)
    chunks = [packed[start : start + PIECE_BYTES] for start in range(0, len(packed), PIECE_BYTES)]
    if len(chunks) > MOST_PIECES:
        raise ValueError("too large for codes on paper")
    check = f"{zlib.crc32(packed):08X}"
    return tuple(
        f"{prefix}:{check}:{place}:{len(chunks)}:{base64.b32encode(chunk).decode().rstrip('=')}"
        for place, chunk in enumerate(chunks, start=1)
    )


def read_piece(text: str) -> Piece | None:
    """The piece that a scanner typed, in small or capital letters; None when the text is something else."""
    found = _CODE.fullmatch(text.strip().upper())
    if found is None:
        return None
    prefix, check, place, count, letters = found.groups()
    if not 1 <= int(place) <= int(count) <= MOST_PIECES:
        return None
    try:
        content = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except ValueError:
        return None
    if len(content) > PIECE_BYTES:
        return None
    return Piece(prefix, check, int(place), int(count), content)


def gather(gathered: Gathered | None, piece: Piece) -> Gathered:
    """`gathered` with `piece`; a piece of another document begins anew."""
    known = gathered is not None and (gathered.prefix, gathered.check, gathered.count) == (
        piece.prefix,
        piece.check,
        piece.count,
    )
    before = gathered.pieces if gathered is not None and known else {}
    return Gathered(piece.prefix, piece.check, piece.count, {**before, piece.place: piece.content})


def unpack(gathered: Gathered) -> object:
    """The document. ValueError while pieces are missing, when the check does not agree, or when it is no document."""
    if gathered.missing:
        raise ValueError("pieces are missing")
    packed = b"".join(gathered.pieces[place] for place in range(1, gathered.count + 1))
    if f"{zlib.crc32(packed):08X}" != gathered.check:
        raise ValueError("the check does not agree")
    unpacking = zlib.decompressobj()
    try:
        plain = unpacking.decompress(packed, _LARGEST)
    except zlib.error as error:
        raise ValueError("not a packed document") from error
    if unpacking.unconsumed_tail:
        raise ValueError("too large")
    if not unpacking.eof or unpacking.unused_data:
        raise ValueError("not a packed document")
    try:
        document: object = json.loads(plain, parse_constant=_no_number)
    except RecursionError as error:
        raise ValueError("too deep") from error
    return document


def _no_number(name: str) -> object:
    raise ValueError(f"{name} is no number")


def without_dashes(identity: str) -> str:
    """How codes carry a subject: a UUID without its dashes, everything else as it is."""
    bare = identity.replace("-", "")
    return bare if with_dashes(bare) == identity else identity


def with_dashes(short: str) -> str:
    """The subject that `without_dashes` has made short."""
    if len(short) != 32 or not all(letter in "0123456789abcdef" for letter in short):
        return short
    return "-".join((short[:8], short[8:12], short[12:16], short[16:20], short[20:]))
