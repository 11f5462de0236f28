"""A form as its template shows it: each field with its words, its choices, what was typed and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from server.administration.fields import SPARE_ROWS, Field, Problem, Typed, blank
from server.signed_in.words import RoomWords
from shared.domain.office import Office, OfficeInvalid
from shared.failures import ProgrammingFault, Refusal

Option = tuple[str, str]


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field: `name` is that of its control, `value` what stands in it, `rows` its rows of further fields.

    `heading`: what stands over it where a new part of a long form begins.
    """

    name: str
    kind: str
    label: str
    hint: str
    value: Any
    error: str
    required: bool
    options: tuple[Option, ...] = ()
    rows: tuple[tuple[FieldView, ...], ...] = ()
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Mistakes:
    """What is wrong with a form: by field, and what belongs to no field."""

    fields: Mapping[str, Problem]
    said: str = ""

    def __bool__(self) -> bool:
        return bool(self.fields or self.said)


NONE_WRONG = Mistakes({})


class FormWords:
    """The words of the fields of one form: `<form>.<field>`, or `field.<field>` where several forms share them."""

    def __init__(self, words: RoomWords, *forms: str) -> None:
        self.words = words
        self._forms = (*forms, "field")

    def label(self, name: str) -> str:
        """What a field is called."""
        return self._found(name, "") or name

    def hint(self, name: str) -> str:
        """What helps to fill it in, or ""."""
        return self._found(name, ".hint")

    def heading(self, name: str) -> str:
        """What the part of the form is called that begins with a field, or ""."""
        return self._found(name, ".heading")

    def choice(self, name: str, value: str) -> str:
        """What one of the literal choices is called."""
        return self._found(name, f":{value}") or value

    def _found(self, name: str, suffix: str) -> str:
        for form in self._forms:
            key = f"{form}.{name}{suffix}"
            if self.words.knows(key):
                return self.words(key)
        return ""

    def within(self, rows: str) -> FormWords:
        """The words of the fields in each row of the field `rows`."""
        return FormWords(self.words, f"{self._forms[0]}.{rows}", *self._forms)


def view_form(
    fields: Sequence[Field], values: Typed, wrong: Mistakes, said: FormWords, office: Office | None
) -> tuple[FieldView, ...]:
    """The fields as the template shows them."""
    return tuple(
        _view(field, values[field.name], field.name, wrong.fields.get(field.name), said, office) for field in fields
    )


def _view(
    field: Field, value: Any, name: str, problem: Problem | None, said: FormWords, office: Office | None
) -> FieldView:
    rows: tuple[tuple[FieldView, ...], ...] = ()
    if field.kind == "rows":
        filled = [row for row in value if any(row.values())]
        spare = [blank(field.parts)] * SPARE_ROWS
        inner = said.within(field.name)
        rows = tuple(
            tuple(
                _view(part, row[part.name], f"{name}.{place}.{part.name}", None, inner, office) for part in field.parts
            )
            for place, row in enumerate([*filled, *spare])
        )
    return FieldView(
        name=name,
        kind=field.kind,
        label=said.label(field.name),
        hint=said.hint(field.name),
        value=value,
        error=problem_in_words(problem, said.words) if problem else "",
        required=not field.empty and field.kind not in ("yes", "choices", "rows"),
        options=options_of(field, office, said),
        rows=rows,
        heading=said.heading(field.name),
    )


def problem_in_words(problem: Problem, words: RoomWords) -> str:
    """The sentence about a field."""
    return problem.said if problem.word == "said" else words(problem.word, said=problem.said)


def options_of(field: Field, office: Office | None, said: FormWords) -> tuple[Option, ...]:
    """The values to choose from, each with what it is called."""
    suggested = field.kind == "text" and field.choices != "literal"
    if not suggested and field.kind not in ("choice", "choices", "ranked"):
        return ()
    none = (("", said.words("choose_none")),) if field.kind == "choice" and field.empty else ()
    english = said.words.language == "en"
    if field.choices == "literal":
        return (*none, *((value, said.choice(field.name, value)) for value in field.values))
    if office is None:
        raise ProgrammingFault("no_office", "Thiếu đơn vị.", "There is no office to choose from.")
    match field.choices:
        case "fields":
            return tuple((each, each) for each in fields_of(office))
        case "lines":
            return tuple(
                (line.letter, f"{line.letter} – {line.name_en if english else line.name_vi}") for line in office.lines
            )
        case "units":
            departments = ((each.id, each.name) for each in office.departments)
            others = ((each.id, each.name) for each in office.other_units)
            return (("", said.words("one_stop")), *departments, *others)


def fields_of(office: Office) -> tuple[str, ...]:
    """Every field (lĩnh vực) that the office's procedures, lines or departments know, in the order of the alphabet."""
    found = {each.field for each in office.procedures}
    found |= {name for line in office.lines for name in line.fields}
    found |= {name for department in office.departments for name in department.fields}
    return tuple(sorted(found))


def cell(field: Field, value: Any, said: FormWords) -> str:
    """A value as a table shows it."""
    words = said.words
    match field.kind:
        case _ if value in (None, "", [], ()):
            return "–"
        case "choice" if field.choices == "literal":
            return said.choice(field.name, str(value))
        case "yes":
            return words("yes") if value else words("no")
        case "choices" | "words" | "ranked":
            return ", ".join(map(str, value))
        case "day":
            return f"{date.fromisoformat(value):%d/%m/%Y}"
        case "sessions":
            return ", ".join(f"{start}–{end}" for start, end in value)
        case "rows":
            return "; ".join(" – ".join(cell(part, row.get(part.name), said) for part in field.parts) for row in value)
        case "whole" if field.name.endswith("_vnd"):
            return f"{value:,} đ".replace(",", ".")
        case "number":
            return f"{value:g}"
        case _:
            return str(value)


def mistakes_of(refusal: Refusal, fields: Sequence[Field], words: RoomWords) -> Mistakes:
    """A refusal as a mistake of the field that it is about, or of the whole form."""
    sentence = words.of(refusal.sentence)
    if isinstance(refusal, OfficeInvalid):
        last = refusal.path.rpartition(".")[2].partition("[")[0]
        for field in fields:
            if refusal.path == field.name or field.name.rpartition(".")[2] == last:
                return Mistakes({field.name: Problem("said", words.of(refusal.problem))})
    return Mistakes({}, sentence)
