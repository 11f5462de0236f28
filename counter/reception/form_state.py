"""The form of reception as a frozen value: what has been typed, what it says, what is still missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, get_args

from counter.ports import Applicant, ReceptionForm, SubjectKind
from counter.reception.checklist import DocumentRow, rows_of
from counter.words import read_amount, read_day
from shared.domain.dossier import Channel, GivenDocument, ReturnWay
from shared.domain.identity_card import IdentityCard
from shared.domain.procedure import Procedure
from shared.domain.text import tidy


@dataclass(frozen=True, slots=True)
class Typed:
    """All that is typed (nội dung đang nhập), as text, so that a half-typed date is kept as well.

    `counts`: originals and copies of each row of the checklist; `extra`: papers the officer named where the catalogue
    has no list, one per line.
    """

    procedure: str = ""
    kind: SubjectKind = "applicant"
    name: str = ""
    identity_number: str = ""
    birth: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    channel: Channel = "in_person"
    counts: tuple[tuple[int, int], ...] = ()
    extra: str = ""
    sets: int = 1
    fee: str = ""
    return_way: ReturnWay = "one_stop"

    @property
    def blank(self) -> bool:
        """Whether nothing worth keeping has been typed."""
        return self == Typed(kind=self.kind, channel=self.channel)


BLANK = Typed()
"""An empty form."""

PERSON_FIELDS = ("kind", "name", "identity_number", "birth", "address", "phone", "email")
"""What stays when a further dossier of the same applicant is begun."""


def to_draft(typed: Typed) -> dict[str, object]:
    """The draft that keeps `typed`, JSON values only."""
    draft: dict[str, object] = {field.name: getattr(typed, field.name) for field in fields(typed)}
    draft["counts"] = [list(pair) for pair in typed.counts]
    return draft


def from_draft(draft: Mapping[str, object]) -> Typed:
    """What was typed, read back; fields that are unknown or of another kind are left at their beginning."""
    values: dict[str, Any] = {}
    for field in fields(Typed):
        value = draft.get(field.name)
        default = field.default
        if isinstance(default, str | int) and type(value) is type(default):
            values[field.name] = value
    for name, allowed in (("kind", SubjectKind), ("channel", Channel), ("return_way", ReturnWay)):
        if values.get(name) not in get_args(allowed):
            values.pop(name, None)
    counts = draft.get("counts")
    if isinstance(counts, list | tuple):
        pairs = [pair for pair in counts if isinstance(pair, list | tuple) and len(pair) == 2]
        values["counts"] = tuple((int(originals), int(copies)) for originals, copies in pairs)
    return Typed(**values)


def card_fields(card: IdentityCard) -> dict[str, str]:
    """The fields that a scanned identity card fills in."""
    born = card.birth_date
    return {
        "kind": "applicant",
        "identity_number": card.number,
        "name": card.name,
        "birth": f"{born.day:02d}/{born.month:02d}/{born.year}",
        "address": card.address,
    }


def given_documents(typed: Typed, procedure: Procedure | None) -> tuple[GivenDocument, ...]:
    """The papers that were handed in: rows with a count, then what the officer named."""
    rows = rows_of(procedure) if procedure else ()
    given = [
        GivenDocument(row.name, originals, copies)
        for row, (originals, copies) in zip(rows, typed.counts, strict=False)
        if row.kind == "demanded" and originals + copies > 0
    ]
    if not _has_list(rows):
        given.extend(GivenDocument(tidy(line), 1, 0) for line in typed.extra.split(";") if tidy(line))
    return tuple(given)


def needs_named_documents(procedure: Procedure | None) -> bool:
    """Whether the catalogue has no usable list, so that the officer names the papers."""
    return procedure is not None and not _has_list(rows_of(procedure))


def _has_list(rows: tuple[DocumentRow, ...]) -> bool:
    return any(row.kind == "demanded" for row in rows)


def missing_fields(typed: Typed, procedure: Procedure | None) -> tuple[str, ...]:
    """The names of the fields that keep the form from being received, in the order of the form."""
    missing = []
    if procedure is None:
        missing.append("procedure")
    if not tidy(typed.name):
        missing.append("name")
    if typed.kind == "applicant" and not _readable(read_day, typed.birth):
        missing.append("birth")
    if procedure is not None and not given_documents(typed, procedure):
        missing.append("documents")
    if not _readable(read_amount, typed.fee):
        missing.append("fee")
    return tuple(missing)


def to_form(typed: Typed, procedure: Procedure, ticket: str | None) -> ReceptionForm:
    """The form as it goes to the office; ValueError while `missing_fields` names a date or an amount."""
    person = typed.kind == "applicant"
    birth: date | None = read_day(typed.birth) if person else None
    return ReceptionForm(
        procedure=procedure.code,
        applicant=Applicant(
            name=tidy(typed.name),
            identity_number="".join(typed.identity_number.split()),
            birth_date=birth,
            address=tidy(typed.address),
            phone=tidy(typed.phone),
            email=tidy(typed.email),
            kind=typed.kind,
        ),
        channel=typed.channel,
        documents=given_documents(typed, procedure),
        sets=typed.sets,
        fee_vnd=read_amount(typed.fee),
        return_way=typed.return_way,
        ticket=ticket,
    )


def _readable(read: Any, text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True
