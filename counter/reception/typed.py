"""What has been typed into the form of reception, as a frozen value, and the draft that keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args

from counter.ports import SubjectKind
from shared.domain.dossier import Channel, ReturnWay, SubmittedBy
from shared.domain.identity_card import IdentityCard

GuidanceKind = Literal["", "supplement_request", "refusal"]
"""Which paper is being written before a dossier is accepted: none, Form 02 (hướng dẫn bổ sung), Form 03 (từ chối)."""


@dataclass(frozen=True, slots=True)
class Typed:
    """All that is typed (nội dung đang nhập), as text, so that a half-typed date is kept as well.

    `counts`: originals and copies of each row of the checklist; `extra`: papers the officer named where the catalogue
    has no list, separated by semicolons. `submitter_…`: the authorised person at the counter, while `submitted_by` says
    so; `submitter_collects`: 1 when that person may collect the result too. `collector_…`: another who may.
    `return_address`: where the post brings the result, "" for the applicant's own. `competent`: the agency elsewhere
    that decides it, "" for this office's own. `attachments`: paths of scans chosen so far. `nth`: 2 for the second
    dossier of the same applicant in a row. `guidance…`: a Form 02 or 03 being written; `guidance_rows` are the rows of
    the checklist that it asks for.
    """

    procedure: str = ""
    kind: SubjectKind = "applicant"
    name: str = ""
    identity_number: str = ""
    birth: str = ""
    representative: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    submitted_by: SubmittedBy = "applicant"
    submitter_name: str = ""
    submitter_number: str = ""
    submitter_phone: str = ""
    submitter_paper: str = ""
    submitter_collects: int = 1
    channel: Channel = "in_person"
    counts: tuple[tuple[int, int], ...] = ()
    extra: str = ""
    sets: int = 1
    fee: str = ""
    return_way: ReturnWay = "one_stop"
    return_address: str = ""
    collector_name: str = ""
    collector_number: str = ""
    collector_paper: str = ""
    competent: str = ""
    attachments: tuple[str, ...] = ()
    nth: int = 1
    guidance: GuidanceKind = ""
    guidance_rows: tuple[int, ...] = ()
    guidance_more: str = ""
    guidance_reason: str = ""

    @property
    def blank(self) -> bool:
        """Whether nothing worth keeping has been typed."""
        return self == Typed(kind=self.kind, channel=self.channel)

    @property
    def authorised(self) -> bool:
        """Whether an authorised person hands it in."""
        return self.submitted_by == "authorised"


BLANK = Typed()
"""An empty form."""

PERSON_FIELDS = ("kind", "name", "identity_number", "birth", "representative", "address", "phone", "email")
SUBMITTER_FIELDS = (
    "submitted_by",
    "submitter_name",
    "submitter_number",
    "submitter_phone",
    "submitter_paper",
    "submitter_collects",
)
KEPT_FIELDS = (
    *PERSON_FIELDS,
    *SUBMITTER_FIELDS,
    "channel",
    "return_way",
    "return_address",
    "collector_name",
    "collector_number",
    "collector_paper",
)
"""What stays when a further dossier of the same applicant is begun."""

_CHOICES: Mapping[str, Any] = {
    "kind": SubjectKind,
    "channel": Channel,
    "return_way": ReturnWay,
    "submitted_by": SubmittedBy,
    "guidance": GuidanceKind,
}


def to_draft(typed: Typed) -> dict[str, object]:
    """The draft that keeps `typed`, JSON values only."""
    draft: dict[str, object] = {field.name: getattr(typed, field.name) for field in fields(typed)}
    draft["counts"] = [list(pair) for pair in typed.counts]
    draft["attachments"], draft["guidance_rows"] = list(typed.attachments), list(typed.guidance_rows)
    return draft


def from_draft(draft: Mapping[str, object]) -> Typed:
    """What was typed, read back; fields that are unknown, missing or of another kind are left at their beginning."""
    values: dict[str, Any] = {}
    for field in fields(Typed):
        value = draft.get(field.name)
        default = field.default
        if isinstance(default, str | int) and type(value) is type(default):
            values[field.name] = value
    for name, allowed in _CHOICES.items():
        if values.get(name) not in get_args(allowed):
            values.pop(name, None)
    counts = draft.get("counts")
    if isinstance(counts, list | tuple):
        pairs = [pair for pair in counts if isinstance(pair, list | tuple) and len(pair) == 2]
        values["counts"] = tuple((int(originals), int(copies)) for originals, copies in pairs)
    values["attachments"] = tuple(each for each in _list(draft, "attachments") if isinstance(each, str))
    values["guidance_rows"] = tuple(each for each in _list(draft, "guidance_rows") if isinstance(each, int))
    return Typed(**values)


def _list(draft: Mapping[str, object], name: str) -> list[object]:
    value = draft.get(name)
    return list(value) if isinstance(value, list | tuple) else []


def kept_for_the_same(typed: Typed) -> Typed:
    """The form of a further dossier of the same applicant."""
    return Typed(**{name: getattr(typed, name) for name in KEPT_FIELDS}, nth=typed.nth + 1)


def card_fields(card: IdentityCard) -> dict[str, str]:
    """The fields of the applicant that a scanned identity card fills in."""
    born = card.birth_date
    return {
        "kind": "applicant",
        "identity_number": card.number,
        "name": card.name,
        "birth": f"{born.day:02d}/{born.month:02d}/{born.year}",
        "address": card.address,
    }


def submitter_fields(card: IdentityCard) -> dict[str, str]:
    """The fields of the authorised person that a scanned identity card fills in."""
    return {"submitter_name": card.name, "submitter_number": card.number}


def exchanged(typed: Typed) -> dict[str, str]:
    """The changes that put the applicant in the authorised person's place and the other way round.

    For the card of whoever stands at the counter, which was scanned before anybody spoke of an authorisation. What the
    form knows of the applicant only (birth date, address, email) goes, since it is not the other person's.
    """
    return {
        "name": typed.submitter_name,
        "identity_number": typed.submitter_number,
        "phone": typed.submitter_phone,
        "birth": "",
        "address": "",
        "email": "",
        "submitter_name": typed.name,
        "submitter_number": typed.identity_number,
        "submitter_phone": typed.phone,
    }
