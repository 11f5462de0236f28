"""The database key as people copy it from paper: eight lines of eight hexadecimal digits, each with two that check it.

A line that was copied wrongly is named, so that nobody has to begin again.
"""

from __future__ import annotations

import hashlib
import re

from shared.failures import Refusal
from shared.journal.database_key import KEY_BYTES

LINES = 8
_BYTES_A_LINE = KEY_BYTES // LINES
_DIGITS = 2 * _BYTES_A_LINE + 2


def lines_of(key: bytes) -> list[str]:
    """The key as lines: "1  3f2a 9c01  7b"."""
    return [f"{place}  {part.hex()[:4]} {part.hex()[4:]}  {_check(place, part)}" for place, part in _parts(key)]


def key_from(lines: list[str]) -> bytes:
    """The key in what was typed; numbers of lines, blanks and capitals do not matter. Refusal `key_line_wrong`."""
    typed = [line for line in lines if line.strip()]
    if len(typed) != LINES:
        raise Refusal(
            "key_line_wrong",
            f"Khóa có {LINES} dòng; đã nhập {len(typed)} dòng.",
            f"The key has {LINES} lines; {len(typed)} were typed.",
        )
    return b"".join(_part(place, line) for place, line in enumerate(typed, start=1))


def _part(place: int, line: str) -> bytes:
    digits = re.sub(r"[\s.:-]", "", line).lower()
    if len(digits) == _DIGITS + 1 and digits.startswith(str(place)):
        digits = digits[1:]
    if re.fullmatch(rf"[0-9a-f]{{{_DIGITS}}}", digits):
        part = bytes.fromhex(digits[:8])
        if _check(place, part) == digits[8:]:
            return part
    raise Refusal("key_line_wrong", f"Dòng {place} của khóa không đúng.", f"Line {place} of the key is not right.")


def _parts(key: bytes) -> list[tuple[int, bytes]]:
    return [(place + 1, key[place * _BYTES_A_LINE : (place + 1) * _BYTES_A_LINE]) for place in range(LINES)]


def _check(place: int, part: bytes) -> str:
    return hashlib.sha256(bytes([place]) + part).hexdigest()[:2]
