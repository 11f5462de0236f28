"""The sample ward with its staff, for whoever acts in a test; without hashes, which take their time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from resources.sample_ward.load import sample_office_document, sample_staff
from shared.domain.office import Office, StaffMember, office_from_document, office_to_document


def staff() -> tuple[StaffMember, ...]:
    """Everybody of the sample's staff; nobody can sign in."""
    return tuple(
        StaffMember(each.id, each.sign_in, each.name, each.role, password_hash="", pin_hash="", unit=each.unit)
        for each in sample_staff()
    )


def staffed_ward() -> Office:
    """The sample ward with `staff`."""
    return replace(office_from_document(sample_office_document()), staff=staff())


def staffed_document() -> dict[str, Any]:
    """The same as a reference document."""
    return office_to_document(staffed_ward())
