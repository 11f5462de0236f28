"""What a change of an office's reference data changed: each part before and after, the personal kept apart."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from server.administration.fields import mark_of
from shared.domain.fact import Data
from shared.domain.office import Office, part_to_document

Document = Mapping[str, Any]

_MOST_IN_FULL = 30
"""An import changes a thousand procedures at once: beyond so many parts an event names them and says no more."""
_SECRET = frozenset({"password_hash", "pin_hash", "card_key"})
_PERSONAL = {"staff": frozenset({"sign_in", "name"}), "form_texts": frozenset({"text"}), "retired": frozenset({"name"})}
_NOT_COMPARED = frozenset({"version", "devices"})
CHANGED = "***"
"""What stands for a secret that was changed."""


def _dated(*names: str) -> Callable[[Any], str]:
    def key(part: Any) -> str:
        begins = part.valid_from.isoformat() if part.valid_from else ""
        return "@".join((".".join(str(getattr(part, name)) for name in names), begins))

    return key


KEYS: Mapping[str, Callable[[Any], str]] = {
    "lines": lambda line: str(line.letter),
    "board.notices": lambda notice: mark_of(part_to_document(notice)),
    "procedures": _dated("code"),
    "form_versions": _dated("form"),
    "form_texts": _dated("form", "place"),
    "postal_times": _dated("scope"),
    "retired": lambda each: f"{each.kind}.{each.id}",
}
"""What tells the parts of a list apart, where it is not their id; never a place, at which another may stand now."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One part that differs: where it stands, and the fields that differ. None: it was not there, or is no more."""

    section: str
    id: str
    before: Document | None
    after: Document | None

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that differ, in the order of the document."""
        return tuple(dict.fromkeys((*(self.before or {}), *(self.after or {}))))


def part_key(section: str, part: Any) -> str:
    """What tells `part` from the others of the list `section`."""
    return KEYS[section](part) if section in KEYS else str(part.id)


def differences(before: Office, after: Office) -> tuple[Difference, ...]:
    """What differs between two documents of one office, in the order of the document. Secrets are not shown."""
    found: list[Difference] = []
    for field in dataclasses.fields(Office):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if field.name in _NOT_COMPARED or old == new:
            continue
        if isinstance(old, tuple) and all(dataclasses.is_dataclass(each) for each in (*old, *new)):
            found += _of_list(field.name, old, new)
        else:
            found.append(_of_part(field.name, "", _document(field.name, old), _document(field.name, new)))
    return tuple(found)


def _of_list(section: str, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Difference]:
    was = {part_key(section, part): part for part in old}
    now = {part_key(section, part): part for part in new}
    changed = [key for key in {**was, **now} if was.get(key) != now.get(key)]
    for key in changed:
        yield _of_part(
            section,
            key,
            part_to_document(was[key]) if key in was else None,
            part_to_document(now[key]) if key in now else None,
        )
    if not changed:
        yield Difference(section, "", {"order": list(was)}, {"order": list(now)})


def difference_of(section: str, key: str, before: Document, after: Document) -> Difference | None:
    """What differs between two documents of one part; None when nothing does."""
    return None if before == after else _of_part(section, key, before, after)


def _document(name: str, value: Any) -> Document | None:
    """A value as fields; a value without fields is a field of that name itself."""
    if value is None:
        return None
    return part_to_document(value) if dataclasses.is_dataclass(value) else {name: _plain(value)}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _of_part(section: str, key: str, before: Document | None, after: Document | None) -> Difference:
    names = dict.fromkeys((*(before or {}), *(after or {})))
    differing = [name for name in names if (before or {}).get(name) != (after or {}).get(name)]
    return Difference(section, key, _only(before, differing), _only(after, differing))


def _only(document: Document | None, names: list[str]) -> Document | None:
    if document is None:
        return None
    return {name: CHANGED if name in _SECRET else document[name] for name in names if name in document}


def as_data(found: tuple[Difference, ...]) -> tuple[Data, Data | None]:
    """What an event says of `found`: what everybody may read, and the personal part, None without one."""
    if len(found) > _MOST_IN_FULL:
        return {"parts": [_named(each) for each in found]}, None
    shown = [_told(each, public=True) for each in found]
    hidden = [_told(each, public=False) for each in found if each.section in _PERSONAL]
    return {"changes": shown}, {"changes": hidden} if any(_says(each) for each in hidden) else None


def _named(each: Difference) -> str:
    sign = "+" if each.before is None else "-" if each.after is None else "~"
    return f"{sign} {each.section} {each.id}".rstrip()


def _told(each: Difference, *, public: bool) -> dict[str, Any]:
    personal = _PERSONAL.get(each.section, frozenset())

    def kept(document: Document | None) -> dict[str, Any] | None:
        if document is None:
            return None
        return {name: value for name, value in document.items() if (name in personal) != public}

    return {"section": each.section, "id": each.id, "before": kept(each.before), "after": kept(each.after)}


def _says(told: Mapping[str, Any]) -> bool:
    return bool(told["before"] or told["after"])
