"""The procedures of the sample office as an officer of the demonstration finds them on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_HANDED_IN = frozenset({"original", "copy", "certified_copy"})


@dataclass(frozen=True, slots=True)
class OfferedProcedure:
    """A procedure of the catalogue: its name, and where in its list the papers stand that are handed in on paper."""

    name: str
    papers: tuple[int, ...]


def offered_procedures(office: Mapping[str, Any]) -> dict[str, OfferedProcedure]:
    """The procedures of an office's document by their codes."""
    return {
        procedure["code"]: OfferedProcedure(
            procedure["name"],
            tuple(
                place
                for place, document in enumerate(procedure["documents"] or ())
                if document.get("form") in _HANDED_IN
            ),
        )
        for procedure in office["procedures"]
    }
