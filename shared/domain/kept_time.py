"""How a unit kept its time with a dossier (trước hạn, đúng hạn, quá hạn), as Form 06 states it at each change of hands.

The one-stop office, a reception point of it included, passes a dossier on within the working day, or at the beginning
of the next one when it was received after 15:00 (Decree 118/2025 Art. 18); one received out of area reaches the
competent agency within one working day (Art. 20(1)(a)). Who hands it back to the one-stop office is measured by the
promise, a coordinating agency by the limit of its own (Art. 20(2)(a)). What comes back to be completed by the citizen
was not settled and is not measured; nor is what goes out with its result.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Literal

from shared.clock import business_date, local
from shared.domain.custody import ONE_STOP
from shared.domain.dossier_state import Dossier
from shared.domain.working_calendar import WorkingCalendar

KeptTime = Literal["early", "on_time", "late"]

CUT_OFF = time(15)
"""Received later than this, a dossier may be passed on the next working day (Decree 118/2025 Art. 18)."""


def kept_time(calendar: WorkingCalendar, before: Dossier, giver: str, receiver: str, at: datetime) -> KeptTime | None:
    """How `giver` kept its time when it handed `before` over at `at`; None where the law sets no measure."""
    counters = (ONE_STOP, before.home)
    if giver in counters:
        return _passed_on(calendar, before, receiver, at)
    if receiver not in counters or before.awaits_supplement:
        return None
    limit = _limit_of(before, giver)
    return None if limit is None else _against(limit, at)


def _passed_on(calendar: WorkingCalendar, before: Dossier, receiver: str, at: datetime) -> KeptTime | None:
    """How the one-stop office kept its time; with a result, or an end without one, there is nothing to pass on."""
    if before.result_ready_at is not None or before.ending is not None or before.awaits_supplement:
        return None
    if before.competent is not None and before.competent.agency == receiver:
        return _against(before.competent.reach_by, at)
    completed = before.supplement.completed_at if before.supplement else None
    since = max(each for each in (before.held_since, before.received_at, completed) if each is not None)
    return _against(_pass_on_by(calendar, since), at)


def _limit_of(before: Dossier, giver: str) -> datetime | None:
    """By when `giver` was to hand it back."""
    asked = [each for each in before.coordinations if each.agency == giver]
    return asked[-1].answer_by if asked else before.legal_due_at


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
