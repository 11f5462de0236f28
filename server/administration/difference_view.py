"""What changed, in words: one line for each field, before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from server.administration.differences import CHANGED, Difference, part_key
from server.administration.form_view import FormWords
from server.administration.sections import SECTIONS
from server.signed_in.words import RoomWords
from shared.domain.office import Office, part_to_document

_ADDRESS_OF = {section.attribute.partition(".")[0]: section.address for section in SECTIONS}
_NAMING = ("name", "name_vi", "title", "text_vi")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONGEST = 220
_LONGEST_CHOICE = 40
_VALIDITY = ("valid_from", "valid_to")


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """One field of one part: `before` and `after` as text, "" where it was not there."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangedPart:
    """One part: `how` is "added", "removed" or "changed"; lines of what was changed.

    A new version of what is dated has lines against the version before it.
    """

    section: str
    part: str
    how: str
    lines: tuple[ChangedLine, ...]


def differences_in_words(
    found: Sequence[Difference], office: Office, words: RoomWords, most: int = 60
) -> tuple[ChangedPart, ...]:
    """The differences as a page shows them, at most so many parts."""
    names = {("procedures", each.code): each.name for each in office.procedures}
    for section in ("counters", "departments", "other_units", "staff"):
        names |= {(section, each.id): each.name for each in getattr(office, section)}
    names |= {("lines", each.letter): f"{each.letter} {each.name_vi}" for each in office.lines}
    return tuple(_part(each, names, office, words) for each in found[:most])


def _part(each: Difference, names: Mapping[tuple[str, str], str], office: Office, words: RoomWords) -> ChangedPart:
    how = "added" if each.before is None else "removed" if each.after is None else "changed"
    address = _ADDRESS_OF.get(each.section, each.section)
    said = FormWords(words, address)
    key = f"section_{address}"
    id_, _, day = each.id.partition("@")
    told = each.after or each.before or {}
    name = next((str(told[key]) for key in _NAMING if told.get(key)), names.get((each.section, id_), ""))
    number = id_ if each.section == "procedures" or not name else ""
    begins = words("from_day", day=words.date(day)) if _DATE.fullmatch(day) else day
    title = " ".join(part for part in (number, name, begins) if part)
    before = _version_before(each, office) if how == "added" else each.before
    changed: tuple[ChangedLine, ...] = ()
    if before is not None and each.after is not None:
        pairs = ((field, before.get(field), each.after.get(field)) for field in each.fields)
        changed = tuple(line for pair in pairs for line in _lines(said, *pair) if line.before != line.after)
    return ChangedPart(words(key) if words.knows(key) else "", title, how, changed)


def _version_before(each: Difference, office: Office) -> Mapping[str, Any] | None:
    """The version that ends on the day before the added one begins, as far as the two can be compared."""
    id_, _, day = each.id.partition("@")
    if not _DATE.fullmatch(day) or not hasattr(office, each.section):
        return None
    ends = date.fromisoformat(day) - timedelta(days=1)
    for part in getattr(office, each.section):
        if part_key(each.section, part).partition("@")[0] == id_ and part.valid_to == ends:
            return {**part_to_document(part), **{name: (each.after or {}).get(name) for name in _VALIDITY}}
    return None


def _lines(said: FormWords, name: str, before: Any, after: Any) -> Iterator[ChangedLine]:
    """What a field says before and after; of a group of fields ("fee") each of them that has a name of its own."""
    was, now = (value if isinstance(value, Mapping) else {} for value in (before, after))
    parts = [f"{name}.{part}" for part in dict.fromkeys((*was, *now))]
    if parts and all(said.label(part) != part for part in parts):
        for part in parts:
            yield from _lines(said, part, was.get(part[len(name) + 1 :]), now.get(part[len(name) + 1 :]))
    else:
        yield ChangedLine(said.label(name), _text(before, said, name), _text(after, said, name))


def _text(value: Any, said: FormWords, name: str) -> str:
    text = _plain(value, said, name)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _plain(value: Any, said: FormWords, name: str) -> str:
    """A value of the field `name` in words."""
    words = said.words
    match value:
        case None | "":
            return "–"
        case bool():
            return words("yes") if value else words("no")
        case int() if name.endswith("_vnd"):
            return f"{value:,} đ".replace(",", ".")
        case str() if value == CHANGED:
            return words("secret_changed")
        case str() if _DATE.fullmatch(value):
            return words.date(value)
        case str():
            return next((told for told in _choices(said, name, value) if told != value), value)
        case list() | tuple():
            return ", ".join(_plain(each, said, name) for each in value) or "–"
        case dict():
            told = [_plain(each, said, f"{name}.{key}") for key, each in value.items() if each not in (None, "", [])]
            return " – ".join(told) or "–"
        case _:
            return str(value)


def _choices(said: FormWords, name: str, value: str) -> Iterator[str]:
    """What the words of the form call a choice: under the whole name of its field, or in a row under the last part."""
    if len(value) <= _LONGEST_CHOICE:
        yield said.choice(name, value)
        yield said.choice(name.rpartition(".")[2], value)
