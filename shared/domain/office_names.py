"""The names of an office's units, staff and counters, as people read them (tên đơn vị, cán bộ, quầy)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from shared.domain.custody import CITIZEN, ONE_STOP
from shared.domain.office import Office
from shared.failures import Sentence

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
    """The names that `office` gives."""
    return Names(
        staff={each.id: each.name for each in office.staff},
        unit_of_staff={each.id: each.unit or ONE_STOP for each in office.staff},
        counters={each.id: Sentence(f"Quầy {each.number}", f"Counter {each.number}") for each in office.counters},
        departments={
            **{each.id: each.name for each in office.departments},
            **{each.id: each.name for each in office.other_units},
        },
    )


def unit_name(office: Office, unit: str) -> str:
    """The Vietnamese name of a unit by id, as forms and lists give it; the id when the office does not know it."""
    return office_names(office).unit(unit).vi


def staff_name(office: Office, member: str) -> str:
    """The name of a member of staff by id; the id when this machine does not know them."""
    return next((each.name for each in office.staff if each.id == member), member)
