"""What has been counted on an unsigned list, kept at every pause so that a crash or a power cut gives it back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from counter.handover.state import KeptCount, Mark, MarkKind
from shared.domain.handover import RefusalReason


def to_draft(count: KeptCount) -> dict[str, object]:
    """`count` as it is stored."""
    marks = {identity: [mark.kind, mark.reason, mark.words] for identity, mark in count.marks.items()}
    return {"marks": marks, "extra": list(count.extra), "money": count.money}


def from_draft(draft: Mapping[str, object]) -> KeptCount:
    """What was stored; marks that cannot be understood are left out."""
    marks, extra = draft.get("marks"), draft.get("extra")
    return KeptCount(
        marks={str(identity): mark for identity, stored in marks.items() if (mark := _mark(stored)) is not None}
        if isinstance(marks, Mapping)
        else {},
        extra=tuple(str(code) for code in extra) if isinstance(extra, list) else (),
        money=str(draft.get("money", "")),
    )


def joined_with(kept: KeptCount, now: KeptCount | None) -> KeptCount:
    """`kept`, and over it what has been counted while it was being read."""
    if now is None:
        return kept
    extra = (*kept.extra, *(code for code in now.extra if code not in kept.extra))
    return KeptCount({**kept.marks, **now.marks}, extra, now.money or kept.money)


def _mark(stored: object) -> Mark | None:
    if not isinstance(stored, list) or len(stored) != 3:
        return None
    kind = next((each for each in get_args(MarkKind) if each == stored[0]), None)
    reason = next((each for each in get_args(RefusalReason) if each == stored[1]), None)
    return None if kind is None else Mark(kind, reason, str(stored[2]))
