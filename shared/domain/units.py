"""The units of an office that papers can be with (đơn vị giữ hồ sơ), and what kind each of them is."""

from __future__ import annotations

from shared.domain.custody import CITIZEN, ONE_STOP
from shared.domain.office_record import Office, OtherUnit, UnitKind
from shared.failures import Refusal


def unit_kind(office: Office, unit: str) -> UnitKind:
    """What kind of holder `unit` is; a unit that the office does not know is taken for a department."""
    if unit == ONE_STOP:
        return "one_stop"
    if unit == CITIZEN:
        return "citizen"
    found = other_unit(office, unit)
    return "department" if found is None else found.kind


def other_unit(office: Office, unit: str) -> OtherUnit | None:
    """The post point, reception point or agency with that id, or None."""
    return next((each for each in office.other_units if each.id == unit), None)


def units_of(office: Office) -> tuple[str, ...]:
    """The ids of all units, the one-stop office first, then departments, then the others in the document's order."""
    return (ONE_STOP, *(each.id for each in office.departments), *(each.id for each in office.other_units))


def units_of_kind(office: Office, kind: UnitKind) -> tuple[str, ...]:
    """The ids of the units of one kind."""
    return tuple(each for each in units_of(office) if unit_kind(office, each) == kind)


def agency_of_field(office: Office, field: str) -> OtherUnit | None:
    """The other agency that decides dossiers of `field` for people of its own area; None if the office names none."""
    return next((each for each in office.other_units if each.kind == "agency" and field in each.fields), None)


def agencies_of_field(office: Office, field: str) -> tuple[OtherUnit, ...]:
    """The other agencies for which dossiers of `field` may be received here (nộp hộ, phi địa giới), in their order."""
    return tuple(each for each in office.other_units if each.kind == "agency" and field in each.fields)


def competent_agency(office: Office, agency: str, field: str) -> OtherUnit:
    """The agency with that id, which decides dossiers of `field`; Refusal `not_competent` for any other."""
    found = next((each for each in agencies_of_field(office, field) if each.id == agency), None)
    if found is None:
        raise Refusal(
            "not_competent",
            f"Cơ quan này không giải quyết lĩnh vực {field}.",
            f"This agency does not decide dossiers of the field {field}.",
        )
    return found


def agencies_to_ask(office: Office, own_unit: str) -> tuple[str, ...]:
    """The units that may be asked to take part (cơ quan phối hợp): other agencies first, then departments."""
    agencies = (each.id for each in office.other_units if each.kind == "agency")
    return tuple(each for each in (*agencies, *(each.id for each in office.departments)) if each != own_unit)


def receives_papers(kind: UnitKind) -> bool:
    """Whether people hand dossiers in there (nơi tiếp nhận): the office itself or one of its reception points."""
    return kind in ("one_stop", "satellite")
