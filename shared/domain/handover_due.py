"""By when the paper of a dossier is passed on to the unit that deals with it (thời hạn bàn giao hồ sơ giấy).

Decree 118/2025 Art. 18: on the day of receipt; what is received after 15:00, after the last session or on a rest day at
the beginning of the next working day. Lists are proposed by it: what has to go now, what goes tomorrow morning, and
what should have gone. All functions refuse `calendar_empty` where the office's calendar ends.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

from shared.clock import local
from shared.domain import working_time
from shared.domain.working_calendar import WorkingCalendar

Proposal = Literal["overdue", "now", "next_morning"]
"""Quá hạn bàn giao, bàn giao hôm nay, bàn giao đầu giờ ngày làm việc tiếp theo."""


def hand_over_by(calendar: WorkingCalendar, held_since: datetime) -> datetime:
    """By when what a unit has held since `held_since` is handed over, UTC."""
    return working_time.handover_due(calendar, held_since)


def overdue_from(calendar: WorkingCalendar, held_since: datetime) -> datetime:
    """From when it is overdue, UTC: after the session in which it was to go.

    "At the beginning of the day" (đầu giờ) is not over with its first minute: the first session is the time for it.
    """
    by = hand_over_by(calendar, held_since)
    day = local(by).date()
    closings = [session.closes(day) for session in calendar.sessions_on(day) if session.closes(day) >= by]
    return (closings[0] if closings else by).astimezone(UTC)


def proposal(calendar: WorkingCalendar, held_since: datetime, now: datetime) -> Proposal:
    """Where it belongs in what is proposed at `now`: to go now, to go in the next working morning, or overdue."""
    if now > overdue_from(calendar, held_since):
        return "overdue"
    by = hand_over_by(calendar, held_since)
    return "next_morning" if local(by).date() > local(now).date() else "now"
