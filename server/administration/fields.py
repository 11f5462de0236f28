"""The fields of a form and the parts of a reference document they stand for: shown as text, typed, read back.

A field's `name` is the place in the part's document ("time_limit.value"). What somebody typed is kept as typed, so that
a form with a mistake comes back as it was.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Literal, Protocol

from shared.clock import FIRST_YEAR, LAST_YEAR
from shared.domain.text import LONGEST_TEXT, has_odd_letters
from shared.domain.working_calendar import Session

FieldKind = Literal[
    "text",
    "long",
    "whole",
    "number",
    "choice",
    "choices",
    "ranked",
    "words",
    "day",
    "clock",
    "yes",
    "sessions",
    "rows",
    "capital",
]
"""One line, several lines, a whole number, a number, one of a list, some of it, some in an order, a text a line, a
date, a time, a box to tick, hours of a day ("07:30-11:30, 13:30-17:00"), rows of several fields, a line that is kept in
capitals however it was typed."""

ChoiceList = Literal["literal", "fields", "lines", "units"]
"""Where the values to choose from come from; "literal": those in `values`, with words of their own."""

Typed = Mapping[str, Any]
"""What was typed, by field: a text, several texts, or rows of them."""

SPARE_ROWS = 3
_MOST_ROWS = 400
_LONGEST_LINE = 200
"""Letters of one line; most stand on slips, screens and forms that have room for fewer."""
_LARGEST_NUMBER = 10**9
_CONTROLS = {code: None for code in (*range(32), 127) if chr(code) not in "\n\t"}
_SESSION = re.compile(r"(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})")


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `fixed`: set once, when the part is made. `empty`: may be left empty.

    `longest`: how many letters one line may have.
    """

    name: str
    kind: FieldKind = "text"
    empty: bool = False
    fixed: bool = False
    choices: ChoiceList = "literal"
    values: tuple[str, ...] = ()
    parts: tuple[Field, ...] = ()
    autocomplete: str = "off"
    longest: int = _LONGEST_LINE


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field: the word under which the sentence stands, and what it says."""

    word: str
    said: str = ""


class Sent(Protocol):
    """What a browser sent."""

    def text(self, name: str) -> str:
        """One value."""

    def texts(self, name: str) -> tuple[str, ...]:
        """All values."""


def typed(fields: Sequence[Field], form: Sent) -> dict[str, Any]:
    """What somebody typed into `fields`."""
    return {field.name: _typed(field, form, field.name) for field in fields}


def _typed(field: Field, form: Sent, name: str) -> Any:
    if field.kind == "choices":
        return [_clean(each) for each in form.texts(name)]
    if field.kind == "ranked":
        return list(dict.fromkeys(_clean(each) for each in form.texts(name) if each))
    if field.kind != "rows":
        return _clean(form.text(name))
    count = form.text(f"{name}.count")
    rows = range(min(int(count), _MOST_ROWS)) if count.isascii() and count.isdigit() and len(count) < 6 else ()
    return [{part.name: _typed(part, form, f"{name}.{row}.{part.name}") for part in field.parts} for row in rows]


def _clean(text: str) -> str:
    """Text without what no keyboard types and PostgreSQL does not take."""
    return text.replace("\r\n", "\n").translate(_CONTROLS)


def part_as_document(part: Any) -> Any:
    """A part of an office with all its fields, those at their default included: what a form shows."""
    match part:
        case Session():
            return [f"{part.start:%H:%M}", f"{part.end:%H:%M}"]
        case time():
            return f"{part:%H:%M}"
        case date():
            return part.isoformat()
        case tuple():
            return [part_as_document(each) for each in part]
        case _ if dataclasses.is_dataclass(part):
            return {field.name: part_as_document(getattr(part, field.name)) for field in dataclasses.fields(part)}
        case _:
            return part


def mark_of(document: Any) -> str:
    """A short mark that differs when a part differs: a form carries that of what it was made from."""
    return hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()[:24]


def shown(fields: Sequence[Field], document: Mapping[str, Any]) -> dict[str, Any]:
    """What the form shows of a part's document."""
    return {field.name: _shown(field, _at(document, field.name)) for field in fields}


def in_known_order(fields: Sequence[Field], document: dict[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    """`document` with what was ticked in the order that `known` has it: a page sends it in the page's own order."""
    ordered = dict(document)
    for field in fields:
        if field.kind == "choices" and field.name in document:
            before = [each for each in known.get(field.name) or () if each in document[field.name]]
            ordered[field.name] = [*before, *(each for each in document[field.name] if each not in before)]
    return ordered


def blank(fields: Sequence[Field]) -> dict[str, Any]:
    """What an empty form shows."""
    return shown(fields, {})


def _shown(field: Field, value: Any) -> Any:
    match field.kind:
        case "choices" | "ranked":
            return [str(each) for each in value or ()]
        case "words":
            return "\n".join(value or ())
        case "yes":
            return "yes" if value else ""
        case "sessions":
            return ", ".join(f"{start}-{end}" for start, end in value or ())
        case "rows":
            return [{part.name: _shown(part, _at(row, part.name)) for part in field.parts} for row in value or ()]
        case "number" if isinstance(value, float):
            return f"{value:g}"
        case _:
            return "" if value is None else str(value)


def document_of(fields: Sequence[Field], values: Typed) -> tuple[dict[str, Any], dict[str, Problem]]:
    """The part's document that was typed, and what is wrong with it by field; nothing wrong: an empty mapping.

    Fields left empty stand as None; groups ("time_limit.…") of which nothing was typed are None themselves.
    """
    document: dict[str, Any] = {}
    problems: dict[str, Problem] = {}
    for field in fields:
        try:
            _put(document, field.name, _read(field, values[field.name]))
        except _Wrong as wrong:
            problems[field.name] = wrong.problem
    return _with_empty_groups(document), problems


class _Wrong(Exception):  # noqa: N818  # carries a problem to one place
    def __init__(self, word: str, said: str = "") -> None:
        super().__init__(word)
        self.problem = Problem(word, said)


def _read(field: Field, value: Any) -> Any:
    if field.kind == "rows":
        return _read_rows(field, value)
    if field.kind in ("choices", "ranked"):
        if not value and not field.empty:
            raise _Wrong("problem_choose")
        return list(value)
    if field.kind == "words":
        return [_readable(line, field.longest) for line in _lines(value)]
    if field.kind == "yes":
        return value == "yes"
    if not value:
        if field.empty:
            return "" if field.kind in ("text", "long") else [] if field.kind == "sessions" else None
        raise _Wrong("problem_empty")
    return _read_value(field, value)


def _read_value(field: Field, value: str) -> Any:
    match field.kind:
        case "whole":
            return _whole(value)
        case "number":
            return _number(value)
        case "day":
            return _day(value)
        case "clock":
            return _clock(value)
        case "sessions":
            return _sessions(value)
        case "choice" if field.choices == "literal" and value not in field.values:
            raise _Wrong("problem_choose")
        case "long":
            return _readable(value, LONGEST_TEXT)
        case "capital":
            return _readable(value.strip(), field.longest).upper()
        case _:
            return _readable(" ".join(value.split()), field.longest)


def _readable(text: str, longest: int) -> str:
    """`text`, unless it is too long or holds letters that no screen, form and file can show."""
    if len(text) > longest:
        raise _Wrong("problem_long", str(longest))
    if has_odd_letters(text):
        raise _Wrong("problem_letters")
    return text


def _lines(text: str) -> list[str]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > _MOST_ROWS:
        raise _Wrong("problem_lines", str(_MOST_ROWS))
    return lines


def _read_rows(field: Field, rows: Sequence[Typed]) -> list[dict[str, Any]]:
    """The rows in which the first field was filled; a row of which only others were is a mistake, not nothing."""
    read: list[dict[str, Any]] = []
    for place, row in enumerate(rows, start=1):
        if not any(row.values()):
            continue
        document, problems = document_of(field.parts, row)
        if problems:
            wrong = next(iter(problems.values()))
            raise _Wrong(wrong.word, wrong.said or str(place))
        read.append(document)
    return read


def _whole(text: str) -> int:
    digits = text.replace(".", "").replace(" ", "")
    if not digits.isascii() or not digits.isdigit() or len(digits) > 12:
        raise _Wrong("problem_whole")
    return int(digits)


def _number(text: str) -> float:
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        number = math.nan
    if not abs(number) <= _LARGEST_NUMBER:
        raise _Wrong("problem_number")
    return number


def _day(text: str) -> str:
    """The date as documents write it; people may type "5/1/2027" where the browser has no calendar."""
    parts = text.split("/")
    try:
        day = date(int(parts[2]), int(parts[1]), int(parts[0])) if len(parts) == 3 else date.fromisoformat(text)
    except (ValueError, OverflowError):
        raise _Wrong("problem_day") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _Wrong("problem_day")
    return day.isoformat()


def _clock(text: str) -> str:
    try:
        return f"{time.fromisoformat(text.rjust(5, '0')):%H:%M}"
    except ValueError:
        raise _Wrong("problem_clock") from None


def _sessions(text: str) -> list[list[str]]:
    sessions: list[list[str]] = []
    for part in re.split(r"[,;]", text):
        match = _SESSION.fullmatch(part.strip())
        if match is None:
            raise _Wrong("problem_sessions")
        start, end = _clock(f"{match[1]}:{match[2]}"), _clock(f"{match[3]}:{match[4]}")
        if end <= start:
            raise _Wrong("problem_sessions")
        sessions.append([start, end])
    return sorted(sessions)


def _at(document: Mapping[str, Any], name: str) -> Any:
    """The value under a dotted name; None where a group is not there."""
    value: Any = document
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _put(document: dict[str, Any], name: str, value: Any) -> None:
    group, dot, rest = name.partition(".")
    if dot:
        _put(document.setdefault(group, {}), rest, value)
    else:
        document[name] = value


def _with_empty_groups(document: dict[str, Any]) -> dict[str, Any]:
    return {
        name: None
        if isinstance(value, dict) and not any(each not in (None, "", []) for each in value.values())
        else value
        for name, value in document.items()
    }
