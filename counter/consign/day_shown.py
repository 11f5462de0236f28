"""A post point's day as its page and its sheet show it (bảng tổng hợp), whoever has counted it."""

from __future__ import annotations

from datetime import date, datetime

from counter.ports.post_day import PostDayShown
from counter.rows import brought_rows
from shared.domain.office import Office
from shared.domain.office_names import staff_name, unit_name
from shared.domain.post_day import PostDay
from shared.domain.units import other_unit


def post_day_shown(office: Office, counted: PostDay, day: date, today: date) -> PostDayShown:
    """The day with the names of units and staff."""
    return PostDayShown(
        day=day,
        today=today,
        post_name=unit_name(office, counted.post),
        figures=counted.figures,
        staff=tuple((staff_name(office, each.by), each) for each in counted.staff),
        money=counted.money,
        brought=brought_rows(office, counted.money.brought),
        differing=brought_rows(office, counted.money.differing),
    )


def post_day_sheet(office: Office, post: str, shown: PostDayShown, made_by: str, made_at: datetime) -> bytes:
    """The Bảng tổng hợp trong ngày of the point `post` as PDF; `made_by` is the employee's name."""
    # Imported with the first sheet: what draws PDFs would slow every start.
    from shared.documents.post_day_summary import PostDaySummary, render_post_day_summary

    point = other_unit(office, post)
    return render_post_day_summary(
        PostDaySummary(
            post_name=shown.post_name,
            place=office.place,
            number=f"TH-{shown.day:%y%m%d}-{point.code if point and point.code else post}",
            day=shown.day,
            figures=shown.figures,
            staff=shown.staff,
            money=shown.money,
            units={each.money.receiver: each.receiver_name for each in shown.brought},
            made_by=made_by,
            made_at=made_at,
        )
    )
