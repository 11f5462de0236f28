"""How long the post may take (thời gian chuyển phát), by the office's dated table.

Circular 17/2017/TT-BTTTT counts in working days from J, the date on the consignment note or the list that the post has
signed: J+1 within the commune, J+2 within the province, more to another province, and longer where a slip of
appointment has to be brought back. District level no longer exists since 1 July 2025; which of the table's three scopes
an address lies in is for a person to say and never guessed from its words.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from shared.clock import business_date, midnight
from shared.domain.office_record import Office, PostalScope, PostalTime
from shared.domain.working_calendar import ONE_DAY
from shared.domain.working_time import working_days_after
from shared.failures import Refusal


def postal_time_on(office: Office, scope: PostalScope, day: date) -> PostalTime | None:
    """The row of the table for `scope` that is valid on `day`, the one that began last; None where there is none."""
    valid = [
        each
        for each in office.postal_times
        if each.scope == scope
        and (each.valid_from is None or each.valid_from <= day)
        and (each.valid_to is None or day <= each.valid_to)
    ]
    return max(valid, key=lambda each: each.valid_from or date.min, default=None)


def delivered_by(office: Office, scope: PostalScope, signed: datetime, *, with_slip: bool = False) -> datetime | None:
    """Until when what the post signed for at `signed` should be with the addressee, UTC: the last second of that day.

    The table counts in days, and the post is still on its way when the office has closed. None where the table has no
    row for it, or the calendar does not reach that far: nobody promises on a guess.
    """
    day = business_date(signed)
    row = postal_time_on(office, scope, day)
    if row is None:
        return None
    try:
        last = working_days_after(office.calendar, day, row.days_with_slip if with_slip else row.days)
    except Refusal:
        return None
    return (midnight(last + ONE_DAY) - timedelta(seconds=1)).astimezone(UTC)


def is_late(due_at: datetime | None, now: datetime, *, done_at: datetime | None = None) -> bool:
    """Whether it came, or is still to come, after `due_at`; what has no due time is never late."""
    return due_at is not None and (done_at or now) > due_at


def invited_again_from(office: Office, invited: datetime) -> datetime:
    """The moment from which another invitation counts: the beginning of the day so many working days later, UTC.

    Where the calendar does not reach that far, the days are counted as they come.
    """
    day, gap = business_date(invited), office.handovers.attempt_gap_days
    try:
        last = working_days_after(office.calendar, day, gap)
    except Refusal:
        last = day + gap * ONE_DAY
    return midnight(last).astimezone(UTC)
