"""What the summary of a post point's day asks of the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from shared.domain.post_day import PostFigures, StaffFigures
from shared.domain.post_money import Brought, PostMoney


@dataclass(frozen=True, slots=True)
class BroughtRow:
    """The money of one handover (tiền nộp theo biên bản), with the names of both units."""

    money: Brought
    giver_name: str
    receiver_name: str


@dataclass(frozen=True, slots=True)
class PostDayShown:
    """A post point's day (tổng hợp trong ngày). `today` is the day of the look; `staff` by name."""

    day: date
    today: date
    post_name: str
    figures: PostFigures
    staff: tuple[tuple[str, StaffFigures], ...]
    money: PostMoney
    brought: tuple[BroughtRow, ...]
    differing: tuple[BroughtRow, ...]


class PostDayPort(Protocol):
    """The day of the post point that the officer belongs to."""

    def post_day(self, day: date | None) -> PostDayShown:
        """The figures and the money of `day`, None: today. Refusal `not_allowed` for who is of no post point."""
        ...

    def post_day_sheet(self, day: date) -> bytes:
        """The Bảng tổng hợp trong ngày as PDF."""
        ...
