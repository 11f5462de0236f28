"""What was read from codes on paper, before it is believed: names, codes and amounts, or ValueError."""

from __future__ import annotations

import re

_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
_LONGEST_CODE, _LARGEST = 64, 1_000_000_000_000


def as_name(value: object) -> str:
    """What stands for a unit, a person or a subject: nothing that could not stand in an event."""
    if not isinstance(value, str) or _NAME.fullmatch(value) is None:
        raise ValueError("no name")
    return value


def as_code(value: object) -> str:
    """A number or code that people read, "" where there is none."""
    if not isinstance(value, str) or len(value) > _LONGEST_CODE or not value.isprintable():
        raise ValueError("no code")
    return value


def as_amount(value: object) -> int:
    """A count, or an amount in đồng."""
    if type(value) is not int or not 0 <= value <= _LARGEST:
        raise ValueError("no amount")
    return value
