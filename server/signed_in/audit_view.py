"""What the pages of the audit show: actors by their names, changes before and after, an applicant's record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server.administration.difference_view import differences_in_words
from server.administration.differences import Difference
from server.administration.form_view import FormWords
from server.administration.history_pages import what_in_words
from server.signed_in.audit import Applicant, Change
from server.signed_in.words import RoomWords, room_words
from shared.domain.calendar_day import CalendarDay
from shared.domain.office import Office

_MOST_LINES = 12
_ADMINISTRATION = "server.administration"
_SAID = ("name", "kind", "office", "client", "device", "reason")
"""What events say besides the parts of the document that they changed."""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A row (dòng nhật ký): `lines` say what was before and after, `more` how many are left out."""

    at: datetime
    who: str
    what: str
    lines: tuple[str, ...]
    more: int


def actor_in_words(actor: str, names: Mapping[str, str], words: RoomWords) -> str:
    """Who an event names: a person by the name of their account, the server itself, a connected system."""
    if actor in names:
        return names[actor]
    kind, _, id_ = actor.partition(":")
    if words.knows(f"actor_{kind}"):
        return f"{words(f'actor_{kind}')} {id_}".strip()
    return actor


def derive_change(change: Change, names: Mapping[str, str], office: Office | None, words: RoomWords) -> ChangeView:
    """A change as the page shows it; `names` of people and machines by what events call them.

    `office`: the document that gives parts their names, None for the province.
    """
    lines = tuple(_lines(change, names, office, words))
    return ChangeView(
        change.at,
        actor_in_words(change.actor, names, words),
        _what(change, words),
        lines[:_MOST_LINES],
        max(0, len(lines) - _MOST_LINES),
    )


def applicant_view(shown: Applicant, words: RoomWords) -> tuple[tuple[str, str], ...]:
    """What the record of an applicant says: pairs of a label and a text."""
    return tuple(_record(shown.record, words))


def _what(change: Change, words: RoomWords) -> str:
    key = f"event_{change.what}"
    if not words.knows(key):
        return what_in_words(change.what, room_words(_ADMINISTRATION, words.language))
    plain = {name: value for name, value in change.data.items() if isinstance(value, str | int)}
    return words(key, **plain)


def _lines(change: Change, names: Mapping[str, str], office: Office | None, words: RoomWords) -> Iterator[str]:
    data = change.data
    if change.machine:
        yield words("said", label=words("said_device"), text=names.get(change.machine, change.machine))
    if change.day is not None:
        yield from _day(change.day, words)
        return
    if isinstance(data.get("account"), str):
        yield names.get(f"account:{data['account']}", str(data["account"]))
        if isinstance(data.get("role"), str):
            yield words(f"role_{data['role']}")
        return
    for name in _SAID:
        if isinstance(data.get(name), str):
            yield words("said", label=words(f"said_{name}"), text=_told(name, data[name], names, words))
    yield from (str(part) for part in data.get("parts", ()))
    if office is not None:
        yield from _differences(change, office, words)


def _day(day: CalendarDay, words: RoomWords) -> Iterator[str]:
    said = FormWords(room_words(_ADMINISTRATION, words.language), "calendar")
    yield words("said", label=said.label("day"), text=words.date(day.day.isoformat()))
    if day.kind == "normal":
        return
    hours = ", ".join(f"{each.start:%H:%M}–{each.end:%H:%M}" for each in day.sessions)
    told = {"kind": said.choice("kind", day.kind), "sessions": hours, "reason": day.reason, "basis": day.basis}
    yield from (words("said", label=said.label(field), text=text) for field, text in told.items() if text)


def _told(name: str, value: str, names: Mapping[str, str], words: RoomWords) -> str:
    """A device by its name; kinds and reasons of devices in words."""
    if name == "device":
        return names.get(value, value)
    said = room_words(_ADMINISTRATION, words.language)
    key = f"devices.{name}:{value}"
    return said(key) if said.knows(key) else value


def _differences(change: Change, office: Office, words: RoomWords) -> Iterator[str]:
    hidden = {(each["section"], each["id"]): each for each in change.personal.get("changes", ())}
    found = []
    for each in change.data.get("changes", ()):
        whole = hidden.get((each["section"], each["id"]), {})
        before, after = (_merged(each[side], whole.get(side)) for side in ("before", "after"))
        found.append(Difference(each["section"], each["id"], before, after))
    for part in differences_in_words(found, office, room_words(_ADMINISTRATION, words.language)):
        place = " ".join(text for text in (part.section, part.part) if text)
        if not part.lines:
            yield words(f"part_{part.how}", part=place)
        for line in part.lines:
            field = f"{place}: {line.field}" if place not in ("", line.field) else line.field
            yield words("before_after", field=field, before=line.before, after=line.after)


def _merged(told: Mapping[str, Any] | None, hidden: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    return None if told is None and hidden is None else {**(told or {}), **(hidden or {})}


def _record(record: Mapping[str, object], words: RoomWords, within: str = "") -> Iterator[tuple[str, str]]:
    for name, value in record.items():
        key = f"personal_{name}"
        label = words(key) if words.knows(key) else name.replace("_", " ")
        if isinstance(value, Mapping):
            yield from _record(value, words, label)
        elif value not in (None, "", []):
            yield f"{within}: {label}" if within else label, str(value)
