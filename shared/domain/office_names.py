"""The names of an office's units, staff and counters, as people read them (tên đơn vị, cán bộ, quầy)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from shared.domain.custody import CITIZEN, ONE_STOP
from shared.domain.office import Office
from shared.failures import Sentence

CLIENT = "client:"
"""How the actor begins of what a connected system recorded through the central server."""

_ONE_STOP = Sentence("Bộ phận Một cửa", "the one-stop office")
_CITIZEN = Sentence("người dân", "the citizen")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of an office's staff, counters and departments by their ids, for whoever needs many of them."""

    staff: Mapping[str, str]
    unit_of_staff: Mapping[str, str]
    counters: Mapping[str, Sentence]
    departments: Mapping[str, str]

    def unit(self, unit: str) -> Sentence:
        """A unit by id; the id itself when the office does not know it."""
        if unit == ONE_STOP:
            return _ONE_STOP
        if unit == CITIZEN:
            return _CITIZEN
        name = self.departments.get(unit, unit)
        return Sentence(name, name)


def office_names(office: Office) -> Names:
    """The names that `office` gives, and gave to what was taken out of use since."""
    retired = {kind: [each for each in office.retired if each.kind == kind] for kind in ("counter", "unit", "staff")}
    numbers = {each.id: each.number for each in retired["counter"]} | {each.id: each.number for each in office.counters}
    return Names(
        staff={
            **{each.id: each.name for each in retired["staff"]},
            **{each.id: each.name for each in office.staff},
        },
        unit_of_staff={
            **{each.id: each.unit or ONE_STOP for each in retired["staff"]},
            **{each.id: each.unit or ONE_STOP for each in office.staff},
        },
        counters={each: Sentence(f"Quầy {number}", f"Counter {number}") for each, number in numbers.items()},
        departments={
            **{each.id: each.name for each in retired["unit"]},
            **{each.id: each.name for each in office.departments},
            **{each.id: each.name for each in office.other_units},
        },
    )


def unit_name(office: Office, unit: str) -> str:
    """The Vietnamese name of a unit by id, as forms and lists give it; the id when the office does not know it."""
    return office_names(office).unit(unit).vi


def staff_name(office: Office, member: str) -> str:
    """The name of a member of staff by id; the id when this machine does not know them.

    What a connected system recorded (hệ thống kết nối) names that system by its id.
    """
    if member.startswith(CLIENT):
        return f"Hệ thống {member.removeprefix(CLIENT)}"
    known = next((each.name for each in office.staff if each.id == member), None)
    if known is not None:
        return known
    return next((each.name for each in office.retired if (each.kind, each.id) == ("staff", member)), member)
