"""The catalogue of procedures (danh mục thủ tục hành chính): read from its JSON form, written back, searched.

The types stand in `shared.domain.procedure` and can be had from here too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from typing import Any, Literal

from shared.domain.dossier_appointment import AppointmentStart
from shared.domain.procedure import (
    Applicant,
    Channels,
    DocumentForm,
    PlannedAppointment,
    Procedure,
    ReplacedDocument,
    RequiredDocument,
    in_force,
)
from shared.domain.strict_document import DocumentError, read_document, write_document
from shared.domain.text import fold
from shared.domain.working_time import TimeLimit
from shared.failures import Refusal

__all__ = [
    "Applicant",
    "Channels",
    "DocumentForm",
    "PlannedAppointment",
    "Procedure",
    "ReplacedDocument",
    "RequiredDocument",
    "catalogue_from_document",
    "in_force",
    "normalise_procedure_code",
    "procedure_from_document",
    "procedure_to_document",
    "refuse_overlaps",
    "search_procedures",
]

_CODE = re.compile(r"(\d)\.?(\d{3})\.?(\d{3})(?:\.000\.00\.00\.[A-Z]\d{2}(?:\.\d+)?)?", re.ASCII)

_LONGEST_CODE_SHOWN = 40
_INITIALS_FROM = 3
"""Shorter runs of letters are not taken for initials: they stand in almost every name."""


@dataclass(frozen=True, slots=True)
class _TimeLimitPart:
    value: int | None
    unit: Literal["working_day", "day", "hour", "same_day"] | None
    text: str


@dataclass(frozen=True, slots=True)
class _AppointmentPart:
    name_vi: str
    name_en: str
    value: int
    unit: Literal["working_day", "day", "hour"]
    starts: AppointmentStart


@dataclass(frozen=True, slots=True)
class _CutOffPart:
    time: time
    text: str


@dataclass(frozen=True, slots=True)
class _FeePart:
    amount_vnd: int | None
    per: str | None
    text: str


@dataclass(frozen=True, slots=True)
class _ProcedureDocument:
    """A procedure as the catalogue's JSON groups it."""

    code: str
    name: str
    field: str
    level: str
    time_limit: _TimeLimitPart | None
    cut_off: _CutOffPart | None
    fee: _FeePart | None
    documents: tuple[RequiredDocument, ...] | None
    result: str | None
    channels: Channels
    immediate_result: bool | None
    applicant: tuple[Applicant, ...]
    legal_basis: tuple[str, ...]
    source: str
    replaced_by_data: tuple[ReplacedDocument, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    appointments: tuple[_AppointmentPart, ...] = ()


def normalise_procedure_code(text: str) -> str:
    """The code of a procedure as `1.001193`: repairs misprints (`1.003.500`) and drops a province's suffix.

    Raises Refusal `procedure_code_invalid` for anything else.
    """
    match = _CODE.fullmatch("".join(text.split()).upper())
    if match is None:
        raise Refusal(
            "procedure_code_invalid",
            "Mã thủ tục phải có dạng 1.001193.",
            "A procedure code must look like 1.001193.",
        )
    return f"{match[1]}.{match[2]}{match[3]}"


def procedure_from_document(document: object) -> Procedure:
    """The procedure one entry of a catalogue describes.

    Raises Refusal `catalogue_invalid`, whose sentence names the procedure's code and the field that is wrong.
    """
    try:
        part = read_document(_ProcedureDocument, document)
        _check(part)
        code = normalise_procedure_code(part.code)
    except DocumentError as error:
        raise _invalid(document, error.path or "-", error.sentence.vi, error.sentence.en) from error
    except Refusal as refusal:
        raise _invalid(document, "code", "phải có dạng 1.001193", "must look like 1.001193") from refusal
    limit, fee, cut_off = part.time_limit, part.fee, part.cut_off
    return Procedure(
        code=code,
        name=part.name,
        field=part.field,
        level=part.level,
        time_limit=_time_limit(limit),
        time_limit_text=limit.text if limit else "",
        cut_off=cut_off.time if cut_off else None,
        cut_off_text=cut_off.text if cut_off else "",
        fee_vnd=fee.amount_vnd if fee else None,
        fee_per=(fee.per or "") if fee else "",
        fee_text=fee.text if fee else "",
        documents=part.documents or (),
        result=part.result or "",
        channels=part.channels,
        immediate_result=part.immediate_result,
        applicants=part.applicant,
        legal_basis=part.legal_basis,
        source=part.source,
        replaced_by_data=part.replaced_by_data,
        valid_from=part.valid_from,
        valid_to=part.valid_to,
        appointments=tuple(
            PlannedAppointment(each.name_vi, each.name_en, TimeLimit(each.value, each.unit), each.starts)
            for each in part.appointments
        ),
    )


def _time_limit(part: _TimeLimitPart | None) -> TimeLimit | None:
    if part is None or part.value is None or part.unit is None:
        return None
    return TimeLimit(part.value, part.unit, part.text)


def procedure_to_document(procedure: Procedure) -> dict[str, Any]:
    """The catalogue entry of a procedure; `procedure_from_document` reads it back equal."""
    limit = procedure.time_limit
    time_limit = None
    if procedure.time_limit_text or limit:
        value, unit = (limit.value, limit.unit) if limit else (None, None)
        time_limit = _TimeLimitPart(value, unit, procedure.time_limit_text)
    cut_off = _CutOffPart(procedure.cut_off, procedure.cut_off_text) if procedure.cut_off else None
    fee = None
    if procedure.fee_text or procedure.fee_vnd is not None:
        fee = _FeePart(procedure.fee_vnd, procedure.fee_per or None, procedure.fee_text)
    return write_document(
        _ProcedureDocument(
            code=procedure.code,
            name=procedure.name,
            field=procedure.field,
            level=procedure.level,
            time_limit=time_limit,
            cut_off=cut_off,
            fee=fee,
            documents=procedure.documents or None,
            result=procedure.result or None,
            channels=procedure.channels,
            immediate_result=procedure.immediate_result,
            applicant=procedure.applicants,
            legal_basis=procedure.legal_basis,
            source=procedure.source,
            replaced_by_data=procedure.replaced_by_data,
            valid_from=procedure.valid_from,
            valid_to=procedure.valid_to,
            appointments=tuple(_appointment_part(each) for each in procedure.appointments),
        )
    )


def _appointment_part(planned: PlannedAppointment) -> _AppointmentPart:
    unit = planned.limit.unit
    if unit == "same_day":
        raise ValueError("a planned appointment has a limit of its own")
    return _AppointmentPart(planned.name_vi, planned.name_en, planned.limit.value, unit, planned.starts)


def catalogue_from_document(document: object) -> tuple[Procedure, ...]:
    """The procedures of a whole catalogue, a list of entries, in its order.

    One code may stand more than once only for periods that do not overlap. Raises Refusal `catalogue_invalid`.
    """
    if not isinstance(document, list):
        raise Refusal(
            "catalogue_invalid",
            "Danh mục thủ tục phải là một danh sách.",
            "The catalogue of procedures must be a list.",
        )
    procedures = tuple(procedure_from_document(entry) for entry in document)
    refuse_overlaps(procedures)
    return procedures


def refuse_overlaps(procedures: Sequence[Procedure]) -> None:
    """Raises Refusal `catalogue_invalid` if two versions of one code are in force at the same time."""
    by_code: dict[str, list[Procedure]] = {}
    for procedure in procedures:
        earlier = by_code.setdefault(procedure.code, [])
        if any(_overlap(procedure, other) for other in earlier):
            raise Refusal(
                "catalogue_invalid",
                f"Thủ tục {procedure.code}: có hai bản cùng hiệu lực trong một thời gian.",
                f"Procedure {procedure.code}: two versions are in force at the same time.",
            )
        earlier.append(procedure)


def _overlap(one: Procedure, other: Procedure) -> bool:
    starts = max(one.valid_from or date.min, other.valid_from or date.min)
    return starts <= min(one.valid_to or date.max, other.valid_to or date.max)


def _check(part: _ProcedureDocument) -> None:
    """What a type cannot say; raises DocumentError."""
    for name in ("name", "field", "level", "source"):
        if not getattr(part, name).strip():
            raise DocumentError(name, "không được để trống", "must not be empty")
    if part.time_limit and part.time_limit.value is not None and part.time_limit.value < 1:
        raise DocumentError("time_limit.value", "phải từ 1 trở lên", "must be 1 or more")
    if part.time_limit and part.time_limit.unit and part.time_limit.value is None:
        raise DocumentError("time_limit.value", "có đơn vị mà thiếu số", "has a unit but no number")
    if part.fee and part.fee.amount_vnd is not None and part.fee.amount_vnd < 0:
        raise DocumentError("fee.amount_vnd", "không được âm", "must not be negative")
    for place, document in enumerate(part.documents or ()):
        if not document.name.strip():
            raise DocumentError(f"documents[{place}].name", "không được để trống", "must not be empty")
        if document.copies is not None and document.copies < 1:
            raise DocumentError(f"documents[{place}].copies", "phải từ 1 trở lên", "must be 1 or more")
    _check_appointments(part.appointments)
    if not part.applicant:
        raise DocumentError("applicant", "không được để trống", "must not be empty")
    if part.valid_from and part.valid_to and part.valid_to < part.valid_from:
        raise DocumentError("valid_to", "phải từ ngày valid_from trở đi", "must not be before valid_from")


def _check_appointments(appointments: tuple[_AppointmentPart, ...]) -> None:
    """One planned appointment alone is the time limit; the first counts from the receipt, the others from the duty."""
    if len(appointments) == 1:
        raise DocumentError("appointments", "phải có từ hai lần hẹn trở lên", "must be two or more")
    for place, planned in enumerate(appointments):
        if planned.value < 1:
            raise DocumentError(f"appointments[{place}].value", "phải từ 1 trở lên", "must be 1 or more")
        if not planned.name_vi.strip() or not planned.name_en.strip():
            raise DocumentError(f"appointments[{place}].name_vi", "không được để trống", "must not be empty")
        if (planned.starts == "receipt") != (place == 0):
            raise DocumentError(
                f"appointments[{place}].starts",
                "chỉ lần hẹn đầu tính từ khi tiếp nhận",
                "only the first one counts from the receipt",
            )


def _invalid(document: object, path: str, vi: str, en: str) -> Refusal:
    code = document.get("code") if isinstance(document, dict) else None
    name = code[:_LONGEST_CODE_SHOWN] if isinstance(code, str) and code else "?"
    return Refusal(
        "catalogue_invalid",
        f"Thủ tục {name}: trường {path} {vi}.",
        f"Procedure {name}: the field {path} {en}.",
    )


@dataclass(frozen=True, slots=True)
class _Key:
    """What one procedure is found by."""

    name: str
    words: tuple[str, ...]
    rest: str
    initials: str


def search_procedures(procedures: Sequence[Procedure], query: str) -> tuple[Procedure, ...]:
    """The procedures that hold every word of `query` in name, field or code, best first; all of them for an empty one.

    A word may be the beginning or a part of a word, a code with or without dots, or the initials of the name ("dkks").
    Better is: the words stand in the name in the order typed, then begin words of the name, then anything else;
    within one grade the catalogue's order stays.
    """
    wanted = fold(query).split()
    graded = [(_grade(_key(each.code, each.name, each.field), wanted), each) for each in procedures]
    found = [(grade, each) for grade, each in graded if grade is not None]
    return tuple(each for _, each in sorted(found, key=lambda pair: pair[0]))


@lru_cache(maxsize=8192)
def _key(code: str, name: str, field: str) -> _Key:
    folded = fold(name)
    words = tuple(folded.split())
    return _Key(folded, words, f"{fold(field)} {code.replace('.', '')}", "".join(word[0] for word in words))


def _grade(key: _Key, wanted: list[str]) -> int | None:
    """0 is best; None: not found."""
    if " ".join(wanted) in key.name:
        return 0
    if all(any(word.startswith(each) for word in key.words) for each in wanted):
        return 1
    if all(each in key.name or each in key.rest or _is_initials(each, key) for each in wanted):
        return 2
    return None


def _is_initials(wanted: str, key: _Key) -> bool:
    return len(wanted) >= _INITIALS_FROM and wanted in key.initials
