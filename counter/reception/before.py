"""What an applicant gave when they were here last, and what of it may be filled in again: never over what is typed."""

from __future__ import annotations

import re

from counter.ports import GivenBefore, OpenDossier
from counter.reception.form_state import without_blanks
from counter.reception.typed import Typed
from counter.words import typed_day
from shared.domain.tax_code import organisation_number

_WHOLE_PERSONAL = re.compile(r"[0-9]{12}|[A-Z]{1,2}[0-9]{6,8}", re.IGNORECASE)
"""A personal number, or a passport's."""


def whole_number(typed: Typed) -> str:
    """The applicant's identity number once it is typed in full, or ""."""
    number = without_blanks(typed.identity_number)
    if typed.kind == "applicant":
        return number if _WHOLE_PERSONAL.fullmatch(number) else ""
    return "" if organisation_number(number) == "unknown" else number


def refilled(typed: Typed, before: GivenBefore | None) -> dict[str, str]:
    """The empty fields that can be filled in as last time, with their contents."""
    if before is None:
        return {}
    known = before.applicant
    values = {
        "name": known.name,
        "birth": typed_day(known.birth_date) if typed.kind == "applicant" else "",
        "representative": known.representative if typed.kind == "organisation" else "",
        "address": known.address,
        "phone": known.phone,
        "email": known.email,
    }
    return {name: value for name, value in values.items() if value and not getattr(typed, name).strip()}


def same_procedure(typed: Typed, before: GivenBefore | None) -> tuple[OpenDossier, ...]:
    """The applicant's open dossiers of the procedure that is being received: perhaps this one is a duplicate."""
    return tuple(each for each in _open(before) if each.procedure == typed.procedure)


def other_procedures(typed: Typed, before: GivenBefore | None) -> tuple[OpenDossier, ...]:
    """The applicant's other open dossiers."""
    return tuple(each for each in _open(before) if each.procedure != typed.procedure)


def _open(before: GivenBefore | None) -> tuple[OpenDossier, ...]:
    return before.open if before is not None else ()
