"""What the team leader's view holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from counter.ports.lead import LeadFigures

Page = Literal["now", "waits", "day", "conflicts"]
"""Bây giờ, thời gian chờ, trong ngày, mâu thuẫn."""


@dataclass(frozen=True, slots=True)
class LeadState:
    """The view (điều hành): the figures, None before the first look; the page; whether tables stand for the plots."""

    figures: LeadFigures | None = None
    page: Page = "now"
    tables: bool = False
