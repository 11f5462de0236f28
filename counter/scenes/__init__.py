"""Every screen of the counter, room by room."""

from __future__ import annotations

from counter.scenes import (
    attachments,
    calendar,
    cash,
    consign,
    custody,
    deadlines,
    delivery,
    dossiers,
    handover,
    land,
    lead,
    post_day,
    queue_desk,
    reception,
    results,
    sign_in,
    steps,
)
from counter.stage import Scene

SCREENS: tuple[Scene, ...] = (
    *sign_in.SCREENS,
    *reception.SCREENS,
    *attachments.SCREENS,
    *queue_desk.SCREENS,
    *handover.SCREENS,
    *results.SCREENS,
    *cash.SCREENS,
    *dossiers.SCREENS,
    *steps.SCREENS,
    *land.SCREENS,
    *deadlines.SCREENS,
    *lead.SCREENS,
    *calendar.SCREENS,
    *custody.SCREENS,
    *consign.SCREENS,
    *post_day.SCREENS,
    *delivery.SCREENS,
)
