"""Reads JSON that came over a wire: whole, or not at all.

Whatever is cut off, is no JSON, or holds something else than it should is a ValueError. Fields that are not asked for
are left alone, so that a newer program can say more than an older one understands.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic_core import from_json


class Fields:
    """A JSON object, read field by field; every reader raises ValueError for a field that is missing or off."""

    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values

    def value(self, name: str) -> Any:
        """Whatever stands in field `name`."""
        if name not in self._values:
            raise ValueError(f"{name} is missing")
        return self._values[name]

    def text(self, name: str) -> str:
        """The text in field `name`, which can be written in UTF-8 and kept by every database."""
        return _text(self.value(name), name)

    def optional_text(self, name: str) -> str | None:
        """The text in field `name`, or None for null."""
        return None if self.value(name) is None else self.text(name)

    def text_if_told(self, name: str) -> str | None:
        """The text in field `name`; None for null, and when an older program has not said it."""
        return self.optional_text(name) if name in self._values else None

    def natural(self, name: str) -> int:
        """The whole number from 0 to 2^63-1 in field `name`."""
        value = self.value(name)
        if type(value) is not int or not 0 <= value < 2**63:
            raise ValueError(f"{name} is no whole number")
        return value

    def optional_natural(self, name: str) -> int | None:
        """The whole number in field `name`, or None for null."""
        return None if self.value(name) is None else self.natural(name)

    def natural_if_told(self, name: str) -> int | None:
        """The whole number in field `name`; None for null, and when an older program has not said it."""
        return self.optional_natural(name) if name in self._values else None

    def truth(self, name: str) -> bool:
        """The true or false in field `name`."""
        value = self.value(name)
        if not isinstance(value, bool):
            raise ValueError(f"{name} is neither true nor false")
        return value

    def instant(self, name: str) -> datetime:
        """The instant (ISO 8601 with offset) in field `name`."""
        instant = datetime.fromisoformat(self.text(name))
        if instant.tzinfo is None:
            raise ValueError(f"{name} has no offset")
        return instant

    def texts(self, name: str) -> tuple[str, ...]:
        """The list of texts in field `name`."""
        return tuple(_text(item, name) for item in self._list(name))

    def bodies(self, name: str) -> tuple[bytes, ...]:
        """The list of texts in field `name`, as the UTF-8 bytes they stand for."""
        return tuple(text.encode() for text in self.texts(name))

    def objects(self, name: str) -> tuple[Fields, ...]:
        """The list of objects in field `name`."""
        return tuple(_fields(item) for item in self._list(name))

    def object(self, name: str) -> dict[str, Any]:
        """The object in field `name`, as it is."""
        return _fields(self.value(name))._values

    def _list(self, name: str) -> list[Any]:
        value = self.value(name)
        if not isinstance(value, list):
            raise ValueError(f"{name} is no list")
        return value


def read_fields(data: bytes) -> Fields:
    """The JSON object that `data` is, from its first byte to its last."""
    return _fields(from_json(data, allow_inf_nan=False))


def _fields(value: object) -> Fields:
    if not isinstance(value, dict):
        raise ValueError("no object")
    return Fields(value)


def _text(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{name} is no text")
    if "\0" in value:
        raise ValueError(f"{name} holds what no database keeps")
    value.encode()
    return value
