"""The words of the pages for people who sign in: those of the room, and those that every room shares."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files

from server.public_pages.words import Language, Words
from shared.clock import local

Catalogue = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class RoomWords(Words):
    """The words of one language from `catalogue`."""

    catalogue: Catalogue

    def __call__(self, key: str, **values: object) -> str:
        """The text under `key`, with `values` filled in; for a single thing the one that English has for it, if any."""
        texts = self.catalogue[key]
        is_one = any(str(value) == "1" for value in values.values())
        text = texts.get(f"{self.language}_one") if is_one else None
        return (text or texts[self.language]).format(**values)

    def knows(self, key: str) -> bool:
        """Whether there is a text under `key`."""
        return key in self.catalogue

    def short(self, instant: datetime) -> str:
        """ "23/11/2026 08:05", for tables."""
        return f"{local(instant):%d/%m/%Y %H:%M}"


def room_words(package: str, language: Language) -> RoomWords:
    """The words of the room `package` (a package with a words.json), and the shared ones."""
    return RoomWords(language, _catalogue(package))


@cache
def _catalogue(package: str) -> Catalogue:
    shared = _read(__package__)
    return shared if package == __package__ else {**shared, **_read(package)}


def _read(package: str) -> Catalogue:
    catalogue: Catalogue = json.loads((files(package) / "words.json").read_text(encoding="utf-8"))
    return catalogue
