"""A rating (đánh giá mức độ hài lòng): one per ticket or dossier, at the kiosk or by phone.

Its subject is derived from what it is about, so that two devices that never met rate the same subject; the first in
order stands, a second one changes nothing. Raters stay confidential (Decree 118/2025 Art. 29(3)): no fact says who.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from shared.domain.fact import Conflict, Fact, Recorded
from shared.failures import Refusal

_NAMESPACE = uuid.UUID("0e1c2d0a-5f0b-4c77-9c2b-3d0c5b6f7a10")

About = Literal["ticket", "dossier"]
RatingChannel = Literal["kiosk", "phone"]
SCORES = (1, 2, 3)
REASONS = ("attitude", "waiting", "guidance", "time", "papers", "cost")
"""Reasons that can be tapped, after the criteria of Decree 118/2025 Art. 33(1)."""


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating (đánh giá).

    `score`: 3 very satisfied (rất hài lòng), 2 satisfied (hài lòng), 1 not satisfied (không hài lòng).
    `comment` is the SHA-256 of the personal record that holds the citizen's own words, or None.
    """

    id: str
    about: About
    about_id: str
    score: int
    reasons: tuple[str, ...]
    channel: RatingChannel
    comment: str | None
    at: datetime
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Rate:
    """Rate (đánh giá) the ticket or dossier `about_id`; a comment is only possible on the phone."""

    about: About
    about_id: str
    score: int
    reasons: tuple[str, ...]
    channel: RatingChannel
    comment: str | None = None


def rating_id(about_id: str) -> str:
    """The subject of the one rating that `about_id` can have."""
    return str(uuid.uuid5(_NAMESPACE, about_id))


def decide(rating: Rating | None, command: Rate) -> tuple[Fact, ...]:
    """The fact of the rating, or a Refusal when this ticket or dossier has been rated or the score is none."""
    if rating is not None:
        raise Refusal(
            "already_rated",
            "Lượt phục vụ này đã được đánh giá. Cảm ơn Ông/Bà.",
            "This visit has been rated already. Thank you.",
        )
    if command.score not in SCORES or not set(command.reasons) <= set(REASONS):
        raise Refusal("no_such_score", "Mức đánh giá không hợp lệ.", "There is no such score.")
    comment = (command.comment or "").strip()[:1000]
    return (
        Fact(
            rating_id(command.about_id),
            "rating.given",
            {
                "about": command.about,
                "about_id": command.about_id,
                "score": command.score,
                "reasons": list(command.reasons),
                "channel": command.channel,
            },
            {"comment": comment} if comment else None,
        ),
    )


def evolve(rating: Rating | None, fact: Recorded) -> Rating | None:
    """`rating` after `fact`: the first one stands."""
    if fact.kind != "rating.given" or rating is not None:
        return rating
    about = fact.text("about")
    channel = fact.text("channel")
    score = fact.integer("score")
    if about not in get_args(About) or channel not in get_args(RatingChannel) or score not in SCORES:
        raise ValueError("not a rating")
    return Rating(
        id=fact.subject,
        about="ticket" if about == "ticket" else "dossier",
        about_id=fact.text("about_id"),
        score=score,
        reasons=fact.texts("reasons"),
        channel="phone" if channel == "phone" else "kiosk",
        comment=fact.personal,
        at=fact.device_time,
    )
