"""The way of a dossier as citizens are shown it (tiến trình hồ sơ): five milestones, without personal data.

Used by the kiosk and by the page behind the QR of Form 01, so that both always say the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from shared.domain.dossier import Dossier, Stage
from shared.domain.fact import Recorded
from shared.failures import Sentence

MilestoneState = Literal["done", "now", "next"]


@dataclass(frozen=True, slots=True)
class Milestone:
    """One step on a dossier's way (bước): when it was reached (None: not yet), and whether it is the present one."""

    name: Sentence
    at: datetime | None
    state: MilestoneState


_NAMES = (
    Sentence("Tiếp nhận", "Received"),
    Sentence("Chuyển đến cơ quan giải quyết", "Sent to the deciding body"),
    Sentence("Đang giải quyết", "Being decided"),
    Sentence("Có kết quả", "Result ready"),
    Sentence("Trả kết quả", "Result returned"),
)

_REACHED: dict[Stage, int] = {
    "received": 0,
    "in_transit": 1,
    "processing": 2,
    "result_ready": 3,
    "result_at_counter": 3,
    "returned": 4,
}

_NOW: dict[Stage, Sentence] = {
    "received": Sentence(
        "Hồ sơ đang ở Bộ phận Một cửa, chờ chuyển đến cơ quan giải quyết.",
        "The dossier is at the one-stop office, waiting to go to the deciding body.",
    ),
    "in_transit": Sentence("Hồ sơ đang được bàn giao.", "The dossier is being handed over."),
    "processing": Sentence("Cơ quan chuyên môn đang giải quyết hồ sơ.", "The deciding body is working on the dossier."),
    "result_ready": Sentence(
        "Đã có kết quả, đang chuyển về Bộ phận Một cửa.", "The result is on its way to the one-stop office."
    ),
    "result_at_counter": Sentence(
        "Kết quả đã có tại quầy. Mời Ông/Bà mang Giấy tiếp nhận đến nhận kết quả.",
        "The result is at the counter. Please bring your receipt to collect it.",
    ),
    "returned": Sentence("Kết quả đã được trả.", "The result has been returned."),
}


def now_in_words(dossier: Dossier) -> Sentence:
    """Where the dossier is now, for the citizen."""
    return _NOW[dossier.stage]


def is_late(dossier: Dossier, now: datetime) -> bool:
    """Whether the promised time has passed without a result (quá hạn)."""
    done_at = dossier.result_ready_at or now
    return dossier.due_at is not None and done_at > dossier.due_at


def milestones(dossier: Dossier, facts: Iterable[Recorded]) -> tuple[Milestone, ...]:
    """The five milestones of `dossier`; `facts` are its own, in their order, and give the times."""
    first: dict[str, datetime] = {}
    for fact in facts:
        first.setdefault(fact.kind, fact.device_time)
    times = (
        dossier.received_at,
        first.get("dossier.sent"),
        first.get("dossier.taken"),
        dossier.result_ready_at,
        dossier.returned_at,
    )
    # A dossier on its way back is in transit too: the result it carries is what counts.
    reached = 3 if dossier.stage == "in_transit" and dossier.result_ready_at else _REACHED[dossier.stage]
    return tuple(
        Milestone(name, at if place <= reached else None, _state(place, reached))
        for place, (name, at) in enumerate(zip(_NAMES, times, strict=True))
    )


def _state(place: int, reached: int) -> MilestoneState:
    if place == reached and place < len(_NAMES) - 1:
        return "now"
    return "done" if place <= reached else "next"
