"""How a unit kept its time with a dossier (trước hạn, đúng hạn, quá hạn), as Form 06 states it at each change of hands.

The one-stop office passes a dossier on within the working day, or at the beginning of the next one when it was received
after 15:00 (Decree 118/2025 Art. 18). Who hands it back to the one-stop office is measured by the promise; what comes
back to be completed by the citizen was not settled and is not measured.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Literal

from shared.clock import business_date, local
from shared.domain.dossier_state import ONE_STOP, Dossier
from shared.domain.working_calendar import WorkingCalendar

KeptTime = Literal["early", "on_time", "late"]

CUT_OFF = time(15)
"""Received later than this, a dossier may be passed on the next working day (Decree 118/2025 Art. 18)."""


def kept_time(calendar: WorkingCalendar, before: Dossier, giver: str, receiver: str, at: datetime) -> KeptTime | None:
    """How `giver` kept its time when it handed `before` over at `at`; None where the law sets no measure."""
    if giver == ONE_STOP:
        return _against(_pass_on_by(calendar, before.held_since or before.received_at), at)
    if receiver != ONE_STOP or before.awaits_supplement or before.legal_due_at is None:
        return None
    return _against(before.legal_due_at, at)


def _pass_on_by(calendar: WorkingCalendar, held_since: datetime) -> datetime:
    """Until when the one-stop office passes on what it has had since `held_since`, UTC."""
    there = local(held_since)
    day = there.date()
    in_time = calendar.is_working_day(day) and there.time() <= CUT_OFF
    return calendar.end_of_day(day if in_time else calendar.next_working_day(day)).astimezone(UTC)


def _against(limit: datetime, at: datetime) -> KeptTime:
    if business_date(at) < business_date(limit):
        return "early"
    return "on_time" if at <= limit else "late"
