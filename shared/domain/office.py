"""The office (Bộ phận Một cửa): its reference document read strictly, checked, written back, and asked.

The types stand in `shared.domain.office_record` and can be had from here too.
"""

from __future__ import annotations

import re
from collections import Counter as Tally
from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from shared.domain.calendar_document import session_from_document, session_to_document
from shared.domain.fee import FeeRule
from shared.domain.fee_document import check_bank, check_fee_rules
from shared.domain.office_record import (
    BankAccount,
    BoardNotice,
    BoardRules,
    Counter,
    DeadlineRules,
    Department,
    DeviceEntry,
    DeviceKind,
    FormName,
    FormPlace,
    FormText,
    FormVersion,
    HandoverRules,
    KioskRules,
    Line,
    LineKind,
    NoShowRule,
    Office,
    OtherUnit,
    OtherUnitKind,
    PostalScope,
    PostalTime,
    PriorityGroup,
    Retired,
    RetiredKind,
    Role,
    StaffMember,
    TicketRules,
    UnitKind,
    VolumeFrom,
)
from shared.domain.procedures import (
    Procedure,
    in_force,
    procedure_from_document,
    procedure_to_document,
    refuse_overlaps,
)
from shared.domain.replacing import replace
from shared.domain.strict_document import Codec, DocumentError, known_part, read_document, write_document
from shared.domain.unit_document import check_units
from shared.domain.working_time import Session, WorkingCalendar, calendar_from_document, calendar_to_document
from shared.failures import Refusal

__all__ = [
    "BankAccount",
    "BoardNotice",
    "BoardRules",
    "Counter",
    "DeadlineRules",
    "Department",
    "DeviceEntry",
    "DeviceKind",
    "FeeRule",
    "FormName",
    "FormPlace",
    "FormText",
    "FormVersion",
    "HandoverRules",
    "KioskRules",
    "Line",
    "LineKind",
    "NoShowRule",
    "Office",
    "OfficeInvalid",
    "OtherUnit",
    "OtherUnitKind",
    "PostalScope",
    "PostalTime",
    "PriorityGroup",
    "Retired",
    "RetiredKind",
    "Role",
    "StaffMember",
    "TicketRules",
    "UnitKind",
    "VolumeFrom",
    "department_of_field",
    "form_on",
    "form_text_on",
    "line_by_letter",
    "line_of_field",
    "office_from_document",
    "office_to_document",
    "part_from_document",
    "part_to_document",
    "procedure_on",
    "procedures_on",
    "staff_by_id",
    "staff_by_sign_in",
    "without_staff",
]

T = TypeVar("T")

_CODECS = {
    Session: Codec(session_from_document, session_to_document),
    Procedure: Codec(procedure_from_document, procedure_to_document),
    WorkingCalendar: Codec(calendar_from_document, calendar_to_document),
}
_IDENTITY = re.compile(r"(?=.{1,60}\Z)[a-z0-9]+(-[a-z0-9]+)*")
_LETTER = re.compile(r"[A-Z]")
_CARD_KEY = re.compile(r"[0-9a-f]{64}")
_AGENCY_CODE = re.compile(r"[A-Z]\d{2}(\.\d{2,3}){0,3}", re.ASCII)
_PUBLIC_URL = re.compile(r"https?://[^\s/?#]+(/[^\s?#]*[^\s/?#])?")


class OfficeInvalid(Refusal):
    """A document that is no office's: `path` names the field ("lines[2].letter"), `problem` says what is wrong."""

    def __init__(self, error: DocumentError) -> None:
        super().__init__(
            "office_invalid",
            f"Dữ liệu của đơn vị: trường {error.path or '-'}: {error.sentence.vi}",
            f"The office's document: the field {error.path or '-'}: {error.sentence.en}",
        )
        self.path = error.path
        self.problem = error.sentence


def office_from_server(document: object) -> Office:
    """The office in a document that a server of a later release may have written: what is unknown here is left out.

    Refusal `office_invalid`.
    """
    return office_from_document(known_part(Office, document, _CODECS))


def office_from_document(document: object) -> Office:
    """The office a reference document describes.

    Raises Refusal `office_invalid`, whose sentence names the field that is wrong, and Refusal `catalogue_invalid` for
    two versions of one procedure in force at the same time.
    """
    try:
        office = read_document(Office, document, _CODECS)
        _check_values(office)
        _check_lines(office)
        _check_people_and_devices(office)
        _check_rules(office)
        check_fee_rules(office.fee_rules)
        check_bank(office.bank)
        check_units(office)
    except DocumentError as error:
        raise OfficeInvalid(error) from error
    refuse_overlaps(office.procedures)
    return office


def office_to_document(office: Office) -> dict[str, Any]:
    """The reference document of an office, JSON values only; `office_from_document` reads it back equal."""
    return write_document(office, _CODECS)


def part_from_document(kind: type[T], document: object) -> T:
    """One part of an office (a `Line`, a `Counter` …) from its document. Raises `OfficeInvalid`."""
    try:
        return read_document(kind, document, _CODECS)
    except DocumentError as error:
        raise OfficeInvalid(error) from error


def part_to_document(part: object) -> dict[str, Any]:
    """The document of one part of an office; `part_from_document` reads it back equal."""
    return write_document(part, _CODECS)


def without_staff(office: Office) -> Office:
    """The office as a kiosk or board may know it: nobody's name, no hash."""
    retired = tuple(each for each in office.retired if each.kind != "staff")
    return replace(office, staff=(), form_texts=(), retired=retired)


def procedure_on(office: Office, code: str, day: date) -> Procedure | None:
    """The version of the procedure `code` (as `1.001193`) in force on `day`; None if there is none."""
    for procedure in office.procedures:
        if procedure.code == code and in_force(procedure.valid_from, procedure.valid_to, day):
            return procedure
    return None


def procedures_on(office: Office, day: date) -> tuple[Procedure, ...]:
    """All procedures in force on `day`, in the catalogue's order."""
    return tuple(each for each in office.procedures if in_force(each.valid_from, each.valid_to, day))


def form_on(office: Office, form: FormName, day: date) -> FormVersion | None:
    """How the paper `form` is numbered and titled on `day`; None if no regulation of the document covers it."""
    for version in office.form_versions:
        if version.form == form and in_force(version.valid_from, version.valid_to, day):
            return version
    return None


def form_text_on(office: Office, form: FormName, place: FormPlace, day: date) -> str:
    """The office's own words at `place` of the paper `form` on `day`, or ""."""
    for each in office.form_texts:
        if (each.form, each.place) == (form, place) and in_force(each.valid_from, each.valid_to, day):
            return each.text
    return ""


def line_of_field(office: Office, field: str) -> Line | None:
    """The line where people with a procedure of `field` (lĩnh vực) queue; None if the office has none for it."""
    return next((line for line in office.lines if field in line.fields), None)


def line_by_letter(office: Office, letter: str) -> Line | None:
    """The line with that letter, or None."""
    return next((line for line in office.lines if line.letter == letter), None)


def department_of_field(office: Office, field: str) -> Department | None:
    """The department that decides dossiers of `field`; None if the office names none."""
    return next((department for department in office.departments if field in department.fields), None)


def staff_by_id(office: Office, member: str) -> StaffMember | None:
    """The member of staff with that id, as the journal names actors, or None."""
    return next((each for each in office.staff if each.id == member), None)


def staff_by_sign_in(office: Office, sign_in: str) -> StaffMember | None:
    """Who signs in under that name (capital letters do not matter), or None."""
    return next((each for each in office.staff if each.sign_in == sign_in.strip().casefold()), None)


def _check_values(office: Office) -> None:
    _match(
        _IDENTITY, office.id, "id", "chữ thường, số và gạch nối, tối đa 60", "up to 60 small letters, digits, hyphens"
    )
    _match(_AGENCY_CODE, office.agency_code, "agency_code", "mã định danh như H99.99.01", "a code like H99.99.01")
    _match(
        _PUBLIC_URL,
        office.public_url,
        "public_url",
        "địa chỉ http(s) không có / ở cuối",
        "an http(s) address without / at the end",
    )
    for path in ("name", "name_en", "managing_body", "place"):
        if not getattr(office, path).strip():
            raise DocumentError(path, "không được để trống", "must not be empty")
    _at_least(1, office.version, "version")
    _at_least(0, office.last_ticket_minutes_before_close, "last_ticket_minutes_before_close")
    _at_least(1, office.priority_bound, "priority_bound")
    _at_least(1, office.no_show.minimum_calls, "no_show.minimum_calls")
    _at_least(0, office.no_show.minimum_seconds, "no_show.minimum_seconds")


def _check_lines(office: Office) -> None:
    for place, line in enumerate(office.lines):
        _match(_LETTER, line.letter, f"lines[{place}].letter", "một chữ cái A–Z", "one letter A to Z")
        if line.prior_minutes <= 0:
            raise DocumentError(f"lines[{place}].prior_minutes", "phải lớn hơn 0", "must be above 0")
        if line.daily_capacity is not None:
            _at_least(1, line.daily_capacity, f"lines[{place}].daily_capacity")
    letters = [line.letter for line in office.lines]
    _unique(letters, "lines.letter")
    _unique((field for line in office.lines for field in line.fields), "lines.fields")
    _unique((field for department in office.departments for field in department.fields), "departments.fields")
    _unique((counter.id for counter in office.counters), "counters.id")
    _unique((counter.number for counter in office.counters), "counters.number")
    _unique((department.id for department in office.departments), "departments.id")
    _unique((group.id for group in office.priority_groups), "priority_groups.id")
    for place, counter in enumerate(office.counters):
        _at_least(1, counter.number, f"counters[{place}].number")
        if not set(counter.lines) <= set(letters):
            raise DocumentError(
                f"counters[{place}].lines", "có chữ cái không có trong lines", "has a letter that no line has"
            )


def _check_rules(office: Office) -> None:
    rules = office.tickets
    _at_least(1, rules.most_matters, "tickets.most_matters")
    for name in ("early_minutes", "appointment_early_minutes", "appointment_late_minutes"):
        _at_least(0, getattr(rules, name), f"tickets.{name}")
    if rules.one_number_per_card or rules.card_key:
        _match(
            _CARD_KEY, rules.card_key, "tickets.card_key", "64 chữ số thập lục phân", "64 hexadecimal digits in small"
        )
    _at_least(1, office.deadlines.stuck_hours, "deadlines.stuck_hours")
    for name in ("answers_soon_days", "collect_days"):
        _at_least(0, getattr(office.deadlines, name), f"deadlines.{name}")
    _at_least(1, office.board.repeats, "board.repeats")
    for place, volume in enumerate(office.board.volumes):
        path = f"board.volumes[{place}].percent"
        _at_least(0, volume.percent, path)
        if volume.percent > 100:
            raise DocumentError(path, "phải từ 100 trở xuống", "must be 100 or less")


def _check_people_and_devices(office: Office) -> None:
    _unique((member.id for member in office.staff), "staff.id")
    _unique((member.sign_in for member in office.staff), "staff.sign_in")
    _unique((device.id for device in office.devices), "devices.id")
    _unique((device.index for device in office.devices), "devices.index")
    units = {*(each.id for each in office.departments), *(each.id for each in office.other_units)}
    for place, member in enumerate(office.staff):
        if not member.sign_in or member.sign_in != member.sign_in.strip().casefold():
            raise DocumentError(f"staff[{place}].sign_in", "phải là chữ thường", "must be in small letters")
        if member.unit is not None and member.unit not in units:
            raise DocumentError(f"staff[{place}].unit", "không có đơn vị này", "is no unit of the office")
        if member.role == "department" and member.unit is None:
            raise DocumentError(f"staff[{place}].unit", "thiếu đơn vị", "is missing for a department's member")
    for place, device in enumerate(office.devices):
        _at_least(1, device.index, f"devices[{place}].index")
    _unique(((each.kind, each.id) for each in office.retired), "retired.id")
    for kind, used in (
        ("staff", {each.id for each in office.staff}),
        ("counter", {each.id for each in office.counters}),
        ("unit", units),
    ):
        if used & {each.id for each in office.retired if each.kind == kind}:
            raise DocumentError(f"{kind}.id", "đã dùng trước đây", "was used before")


def _match(pattern: re.Pattern[str], value: str, path: str, vi: str, en: str) -> None:
    if pattern.fullmatch(value) is None:
        raise DocumentError(path, f"phải là {vi}", f"must be {en}")


def _at_least(minimum: int, value: int, path: str) -> None:
    if value < minimum:
        raise DocumentError(path, f"phải từ {minimum} trở lên", f"must be {minimum} or more")


def _unique(values: Iterable[object], path: str) -> None:
    if any(count > 1 for count in Tally(values).values()):
        raise DocumentError(path, "có giá trị trùng", "has a value twice")
