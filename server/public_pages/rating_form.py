"""The form by which a visit or a dossier is rated, as it was filled in."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs

from shared.domain.rating import REASONS

LONGEST_COMMENT = 1000
SCORES = (3, 2, 1)


@dataclass(frozen=True, slots=True)
class RatingForm:
    """What was chosen and written (phiếu đánh giá). `score` is None while no face was chosen."""

    score: int | None = None
    reasons: tuple[str, ...] = ()
    comment: str = ""


def read_form(body: bytes) -> RatingForm:
    """The form in the body of a POST; what is no choice of ours is left out. ValueError when it is no form."""
    fields = parse_qs(body.decode(), keep_blank_values=True, max_num_fields=50)
    score = fields.get("score", [""])[0]
    return RatingForm(
        score=int(score) if score in {str(each) for each in SCORES} else None,
        reasons=tuple(reason for reason in REASONS if reason in fields.get("reason", [])),
        comment=fields.get("comment", [""])[0].replace("\r\n", "\n").strip()[:LONGEST_COMMENT],
    )
