"""A dossier as the room of the deciding unit lists it: how long a supplement may still be asked for, who is asked."""

from __future__ import annotations

from datetime import datetime

from counter.ports import DossierRow
from counter.ports.deciding import DecidingRow
from shared.clock import business_date
from shared.domain.deadlines import agency_is_late
from shared.domain.dossier import Dossier
from shared.domain.office import Office
from shared.domain.office_names import unit_name
from shared.domain.step_days import request_by
from shared.domain.working_time import working_days_between


def deciding_row(office: Office, found: Dossier, row: DossierRow, now: datetime) -> DecidingRow:
    """`found` with its `row`, at `now`."""
    may_ask = found.supplement is None and found.is_open and found.result_ready_at is None and not found.awaits_duty
    ask_by = request_by(office.calendar, found) if may_ask else None
    days = 0 if ask_by is None else working_days_between(office.calendar, business_date(now), business_date(ask_by))
    if ask_by is not None and now > ask_by:
        days = min(days, -1)
    waits_for = tuple(unit_name(office, each.agency) for each in found.open_coordinations)
    late = bool(found.open_coordinations) and agency_is_late(found, now)
    return DecidingRow(row, ask_by, days, waits_for, late)
