"""What has been under way for too long (cảnh báo giấy tờ trên đường): a list without its second signature, papers that
lie with the post, papers that are lost.

A list waits for its second signature in working time; where the post gives or receives it may travel until the end of
the next working day. What citizens have handed to the post goes on the same day, or the next morning (`handover_due`);
what the post delivers is late by the delivery's own due time (Circular 17/2017/TT-BTTTT). Where the office's calendar
has ended nothing can be called late: papers are shown all the same, and the calendar's own warning stands elsewhere.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Literal

from shared.clock import local
from shared.domain.handover_due import overdue_from
from shared.domain.office_record import UnitKind
from shared.domain.working_calendar import WorkingCalendar
from shared.domain.working_time import after_working_time
from shared.failures import Refusal

AlarmKind = Literal["lost", "unsigned", "kept"]
"""Thất lạc, chờ bên nhận ký quá lâu, bưu điện giữ quá hạn; the gravest first."""


def signature_due(
    calendar: WorkingCalendar, minutes: int, sides: tuple[UnitKind, UnitKind], signed_at: datetime
) -> datetime | None:
    """By when the receiver should have signed a list that the giver signed at `signed_at`, UTC.

    `minutes` of working time (`HandoverRules.transit_minutes`); with the post on one of the `sides` the end of the
    next working day. None where the calendar does not say.
    """
    try:
        if "post" in sides:
            return calendar.end_of_day(calendar.next_working_day(local(signed_at).date())).astimezone(UTC)
        return after_working_time(calendar, signed_at, timedelta(minutes=minutes)).astimezone(UTC)
    except Refusal:
        return None


def post_due(calendar: WorkingCalendar, held_since: datetime, deliver_by: datetime | None = None) -> datetime | None:
    """Until when the post may hold a paper that it has held since `held_since`, UTC; `deliver_by`: one to be delivered.

    None where the calendar does not say.
    """
    if deliver_by is not None:
        return deliver_by
    try:
        return overdue_from(calendar, held_since)
    except Refusal:
        return None
