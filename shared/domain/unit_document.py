"""What the reference document must say of units, handovers and the post: checked when it is read."""

from __future__ import annotations

from collections import Counter as Tally

from shared.domain.office_record import Office
from shared.domain.strict_document import DocumentError

RESERVED = frozenset({"one_stop", "citizen"})
"""Ids that name holders of every office and no unit of its own."""


def check_units(office: Office) -> None:
    """DocumentError, with the field, for a unit without a name, an id used twice, or rules that cannot be kept."""
    ids = [*(each.id for each in office.departments), *(each.id for each in office.other_units)]
    if any(count > 1 for count in Tally(ids).values()):
        raise DocumentError("other_units.id", "có giá trị trùng", "has a value twice")
    for place, unit in enumerate(office.other_units):
        path = f"other_units[{place}]"
        if not unit.id.strip() or unit.id in RESERVED:
            raise DocumentError(f"{path}.id", "không dùng được", "cannot be used")
        if not unit.name.strip():
            raise DocumentError(f"{path}.name", "không được để trống", "must not be empty")
    rules = office.handovers
    for name, least in (("transit_minutes", 1), ("attempts", 1), ("attempt_gap_days", 0)):
        if getattr(rules, name) < least:
            raise DocumentError(f"handovers.{name}", f"phải từ {least} trở lên", f"must be {least} or more")
    for place, each in enumerate(office.postal_times):
        if each.days < 1 or each.days_with_slip < each.days:
            raise DocumentError(f"postal_times[{place}].days", "không hợp lệ", "is not possible")
