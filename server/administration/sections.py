"""The lists of a reference document that people edit: which fields their parts have, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from server.administration.differences import part_key
from server.administration.fields import Field
from server.administration.retiring import retired_ids
from shared.domain.office import (
    BoardNotice,
    Counter,
    Department,
    FeeRule,
    FormText,
    FormVersion,
    Line,
    Office,
    OtherUnit,
    PostalTime,
    PriorityGroup,
)
from shared.domain.text import fold

Document = dict[str, Any]

LINE_ICONS = (
    "civil_status",
    "identity",
    "land",
    "social",
    "business",
    "papers",
    "people",
    "home",
    "parcel",
    "help",
    "results",
)
FORMS = (
    "receipt",
    "supplement_request",
    "refusal",
    "apology",
    "stop_notice",
    "control_slip",
    "register",
    "dispatch_note",
    "handover_record",
)
FORM_PLACES = ("apology.head_title", "apology.head_name", "receipt.note")
"""Where an office's own words stand on which paper."""


def _joined(_: Office, typed: Document, known: Document | None) -> Document:
    return {**(known or {}), **typed}


@dataclass(frozen=True, slots=True)
class Section:
    """One list: its address, the field of the office it stands in, what its parts are.

    `columns`: the fields that the list shows, the first of which names the part. `dated`: a part ends on a day and a
    later version follows it, instead of being changed or thrown away. `completed` makes the whole document of a part
    from what was typed, for a new one with an id nobody has or had; `split` the reverse.
    """

    address: str
    attribute: str
    kind: type
    fields: tuple[Field, ...]
    columns: tuple[str, ...]
    dated: bool = False
    completed: Callable[[Office, Document, Document | None], Document] = _joined
    split: Callable[[Document], Document] = lambda document: document

    def parts(self, office: Office) -> tuple[Any, ...]:
        """The list as `office` has it."""
        value: Any = office
        for name in self.attribute.split("."):
            value = getattr(value, name)
        return tuple(value)

    def with_parts(self, office: Office, parts: Sequence[Any]) -> Office:
        """`office` with this list instead."""
        outer, dot, inner = self.attribute.partition(".")
        value: Any = replace(getattr(office, outer), **{inner: tuple(parts)}) if dot else tuple(parts)
        changed: dict[str, Any] = {outer: value}
        return replace(office, **changed)

    def key(self, part: Any) -> str:
        """What names a part in an address."""
        return part_key(self.attribute, part)

    def find(self, office: Office, key: str) -> Any | None:
        """The part that `key` names, or None."""
        return next((part for part in self.parts(office) if self.key(part) == key), None)

    def is_same(self, part: Any, other: Any) -> bool:
        """Whether two parts are versions of one thing."""
        names = {"form_versions": ("form",), "form_texts": ("form", "place"), "postal_times": ("scope",)}
        return all(getattr(part, name) == getattr(other, name) for name in names.get(self.attribute, ("id",)))


def _new_id(wanted: str, taken: set[str]) -> str:
    base = re.sub(r"[^a-z0-9]+", "-", fold(wanted)).strip("-") or "x"
    return next(
        each for each in (base, *(f"{base}-{number}" for number in range(2, len(taken) + 3))) if each not in taken
    )


def _counter(office: Office, typed: Document, known: Document | None) -> Document:
    taken = {each.id for each in office.counters} | retired_ids(office, "counter")
    return {"id": _new_id(f"quay {typed['number']}", taken), **(known or {}), **typed}


def unit_id(office: Office, name: str) -> str:
    """An id for a department or another unit that no holder of paper has or had."""
    taken = {each.id for each in office.departments} | {each.id for each in office.other_units}
    return _new_id(name, taken | retired_ids(office, "unit") | {"one-stop", "citizen"})


def _unit(office: Office, typed: Document, known: Document | None) -> Document:
    return {"id": unit_id(office, typed["name"]), **(known or {}), **typed}


def _group(office: Office, typed: Document, known: Document | None) -> Document:
    return {"id": _new_id(typed["name_en"], {each.id for each in office.priority_groups}), **(known or {}), **typed}


def _fee(office: Office, typed: Document, known: Document | None) -> Document:
    """Each version of a rule has an id of its own: payments name the one that they were worked out by."""
    taken = {each.id for each in office.fee_rules}
    return {**typed, "id": _new_id(typed["name_vi"] if known is None else known["id"], taken)}


def _form_text(_office: Office, typed: Document, known: Document | None) -> Document:
    if known is not None:
        return {**known, **typed, "form": known["form"], "place": known["place"]}
    form, _, place = str(typed.pop("where")).partition(".")
    return {**typed, "form": form, "place": place}


def _form_text_split(document: Document) -> Document:
    return {**document, "where": f"{document['form']}.{document['place']}"}


_NAMES = (Field("name_vi"), Field("name_en"))
_FIELDS = Field("fields", "choices", empty=True, choices="fields")

SECTIONS = (
    Section(
        "lines",
        "lines",
        Line,
        (
            Field("letter", "capital", fixed=True),
            *_NAMES,
            Field("kind", "choice", values=("reception", "results")),
            _FIELDS,
            Field("prior_minutes", "number"),
            Field("icon", "choice", values=LINE_ICONS),
            Field("daily_capacity", "whole", empty=True),
            Field("hours", "sessions", empty=True),
        ),
        ("letter", "name_vi", "kind", "fields", "prior_minutes"),
    ),
    Section(
        "counters",
        "counters",
        Counter,
        (Field("number", "whole"), Field("name"), Field("lines", "ranked", choices="lines")),
        ("number", "name", "lines"),
        completed=_counter,
    ),
    Section("departments", "departments", Department, (Field("name"), _FIELDS), ("name", "fields"), completed=_unit),
    Section(
        "units",
        "other_units",
        OtherUnit,
        (
            Field("kind", "choice", fixed=True, values=("post", "satellite", "agency")),
            Field("name"),
            Field("code", empty=True),
            Field("address", empty=True),
            _FIELDS,
        ),
        ("name", "kind", "code", "address"),
        completed=_unit,
    ),
    Section("priority-groups", "priority_groups", PriorityGroup, _NAMES, ("name_vi", "name_en"), completed=_group),
    Section(
        "notices",
        "board.notices",
        BoardNotice,
        (
            Field("text_vi"),
            Field("text_en"),
            Field("valid_from", "day", empty=True),
            Field("valid_to", "day", empty=True),
        ),
        ("text_vi", "valid_from", "valid_to"),
    ),
    Section(
        "fees",
        "fee_rules",
        FeeRule,
        (
            *_NAMES,
            Field("procedures", "words"),
            Field("basis"),
            Field("amount_vnd", "whole", empty=True),
            Field("percent_off", "whole", empty=True),
            Field("condition_vi", empty=True, longest=500),
            Field("condition_en", empty=True, longest=500),
            Field("scale.unit_vi", empty=True),
            Field("scale.unit_en", empty=True),
            Field("scale.piece_vi", empty=True),
            Field("scale.piece_en", empty=True),
            Field("scale.steps", "rows", empty=True, parts=(Field("from_unit", "whole"), Field("amount_vnd", "whole"))),
            Field("scale.most_vnd", "whole", empty=True),
        ),
        ("name_vi", "procedures", "amount_vnd", "percent_off", "basis"),
        dated=True,
        completed=_fee,
    ),
    Section(
        "forms",
        "form_versions",
        FormVersion,
        (
            Field("form", "choice", fixed=True, values=FORMS),
            Field("number", empty=True),
            Field("title"),
            Field("basis"),
        ),
        ("form", "number", "title", "basis"),
        dated=True,
    ),
    Section(
        "form-texts",
        "form_texts",
        FormText,
        (Field("where", "choice", fixed=True, values=FORM_PLACES), Field("text", "long")),
        ("where", "text"),
        dated=True,
        completed=_form_text,
        split=_form_text_split,
    ),
    Section(
        "postal-times",
        "postal_times",
        PostalTime,
        (
            Field("scope", "choice", fixed=True, values=("commune", "province", "country")),
            Field("days", "whole"),
            Field("days_with_slip", "whole"),
            Field("basis"),
        ),
        ("scope", "days", "days_with_slip", "basis"),
        dated=True,
    ),
)
BY_ADDRESS = {section.address: section for section in SECTIONS}
