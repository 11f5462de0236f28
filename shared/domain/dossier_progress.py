"""The way of a dossier as citizens are shown it (tiến trình hồ sơ): its milestones, without personal data.

Used by the kiosk and by the page behind the QR of Form 01, so that both always say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from shared.clock import business_date
from shared.domain.dossier import Apology, Dossier, EndingKind, Stage, Supplement
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
    "awaiting_supplement": 2,
    "awaiting_duty": 2,
    "result_ready": 3,
    "result_at_counter": 3,
    "with_post": 3,
    "returned": 4,
}

_NOW: dict[Stage, Sentence] = {
    "received": Sentence(
        "Hồ sơ đang ở Bộ phận Một cửa, chờ chuyển đến cơ quan giải quyết.",
        "The dossier is at the one-stop office, waiting to go to the deciding body.",
    ),
    "in_transit": Sentence("Hồ sơ đang được bàn giao.", "The dossier is being handed over."),
    "processing": Sentence("Cơ quan chuyên môn đang giải quyết hồ sơ.", "The deciding body is working on the dossier."),
    "awaiting_duty": Sentence(
        "Mời Ông/Bà hoàn thành nghĩa vụ tài chính và nộp chứng từ tại Bộ phận Một cửa; lần hẹn tiếp theo tính từ đó.",
        "Please pay what the notice says and show the proof at the one-stop office; the next date counts from then.",
    ),
    "result_ready": Sentence(
        "Đã có kết quả, đang chuyển về Bộ phận Một cửa.", "The result is on its way to the one-stop office."
    ),
    "result_at_counter": Sentence(
        "Kết quả đã có tại quầy. Mời Ông/Bà mang Giấy tiếp nhận đến nhận kết quả.",
        "The result is at the counter. Please bring your receipt to collect it.",
    ),
    "with_post": Sentence("Bưu điện đang chuyển kết quả đến Ông/Bà.", "The post is bringing the result to you."),
    "returned": Sentence("Kết quả đã được trả.", "The result has been returned."),
}

_ON_THE_WAY = Sentence(
    "Hồ sơ đang được chuyển đến cơ quan có thẩm quyền; thời hạn giải quyết tính từ khi cơ quan đó nhận được.",
    "The dossier is on its way to the competent agency; the time limit counts from when that agency receives it.",
)
_ASKED_OTHERS = Sentence(
    "Cơ quan chuyên môn đang giải quyết hồ sơ và chờ ý kiến của cơ quan phối hợp; ngày hẹn trả không đổi.",
    "The deciding body is working on the dossier and waits for another agency; the promised date stays.",
)

_ENDED: dict[EndingKind, tuple[Sentence, Sentence]] = {
    "stopped": (
        Sentence("Dừng giải quyết", "Stopped"),
        Sentence(
            "Hồ sơ đã dừng giải quyết theo yêu cầu của người nộp.",
            "The dossier was stopped at the applicant's request.",
        ),
    ),
    "refused": (
        Sentence("Từ chối giải quyết", "Refused"),
        Sentence(
            "Hồ sơ bị từ chối giải quyết. Mời Ông/Bà đến Bộ phận Một cửa nhận phiếu nêu rõ lý do.",
            "The dossier was refused. Please come to the one-stop office for the slip that states the reason.",
        ),
    ),
    "closed": (
        Sentence("Đóng hồ sơ", "Closed"),
        Sentence(
            "Hồ sơ đã đóng vì quá thời hạn bổ sung mà chưa nhận được giấy tờ. Ông/Bà có thể nộp hồ sơ mới.",
            "The dossier was closed: the missing papers did not come in time. You can submit a new one.",
        ),
    ),
}
"""For each end without a result: the name of its milestone, and where the dossier is now."""


def now_in_words(dossier: Dossier) -> Sentence:
    """Where the dossier is now, for the citizen: what is missing, what was put off and to when, how it ended."""
    if dossier.returned_at is None:
        if dossier.ending is not None:
            return _ENDED[dossier.ending.kind][1]
        if dossier.supplement is not None and dossier.awaits_supplement:
            return _missing_in_words(dossier.supplement)
        if dossier.apology is not None and dossier.apology.stands and dossier.result_ready_at is None:
            return _put_off_in_words(_NOW[dossier.stage], dossier.apology)
    if dossier.stage == "with_post" and dossier.result_ready_at is None:
        return _NOW["in_transit"]
    if dossier.awaits_agency:
        return _ON_THE_WAY
    if dossier.stage == "processing" and dossier.open_coordinations:
        return _ASKED_OTHERS
    return _NOW[dossier.stage]


def _missing_in_words(supplement: Supplement) -> Sentence:
    missing, last = "; ".join(supplement.missing), f"{business_date(supplement.answer_by):%d/%m/%Y}"
    return Sentence(
        f"Hồ sơ cần bổ sung: {missing}. Mời Ông/Bà nộp tại Bộ phận Một cửa trước hết ngày {last}; "
        "thời hạn giải quyết được tính lại từ đầu khi đã nhận đủ.",
        f"Please supply: {missing}. Bring it to the one-stop office by the end of {last}; "
        "the time limit starts again once everything is there.",
    )


def _put_off_in_words(now: Sentence, apology: Apology) -> Sentence:
    day = f"{business_date(apology.new_due_at):%d/%m/%Y}"
    return Sentence(
        f"{now.vi} Cơ quan giải quyết xin lỗi vì trả kết quả chậm và hẹn lại ngày {day}.",
        f"{now.en} The deciding body apologises for the delay; the new date is {day}.",
    )


def is_late(dossier: Dossier, now: datetime) -> bool:
    """Whether the promised time has passed without a result (quá hạn)."""
    done_at = dossier.result_ready_at or now
    return dossier.due_at is not None and done_at > dossier.due_at


def milestones(dossier: Dossier, facts: Iterable[Recorded]) -> tuple[Milestone, ...]:
    """The five milestones of `dossier`; `facts` are its own, in their order, and give the times.

    After an end without a result: the milestones that it reached, and as the last and present one the end.
    """
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
    if dossier.ending is not None and dossier.returned_at is None:
        passed = [Milestone(name, at, "done") for name, at in zip(_NAMES, times, strict=True) if at is not None]
        return (*passed, Milestone(_ENDED[dossier.ending.kind][0], dossier.ending.at, "now"))
    reached = _reached(dossier, first)
    return tuple(
        Milestone(name, at if place <= reached else None, _state(place, reached))
        for place, (name, at) in enumerate(zip(_NAMES, times, strict=True))
    )


def _reached(dossier: Dossier, first: Mapping[str, datetime]) -> int:
    if dossier.stage == "with_post" and not dossier.result_ready_at:
        return 1
    # A dossier on its way back is in transit too: the result it carries, or what it lacks, is what counts.
    if dossier.stage == "in_transit" and dossier.result_ready_at:
        return 3
    if dossier.awaits_supplement or dossier.awaits_duty:
        return _REACHED["awaiting_supplement" if "dossier.taken" in first else "received"]
    return _REACHED[dossier.stage]


def _state(place: int, reached: int) -> MilestoneState:
    if place == reached and place < len(_NAMES) - 1:
        return "now"
    return "done" if place <= reached else "next"
