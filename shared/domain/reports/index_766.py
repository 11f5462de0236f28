"""The index of Decision 766/QĐ-TTg (bộ chỉ số phục vụ): the parts that this system's own data can answer.

What it cannot know (publication on the national portal, payments there, petitions) is left open with the reason; no
points are made up for it, and without all parts there is no grade.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

from shared.failures import Sentence

PartName = Literal["publication", "progress", "online", "payment", "digitisation", "receiving", "petitions"]


@dataclass(frozen=True, slots=True)
class Inputs:
    """What was counted: dossiers judged and on time by this decision, received in all and online, ratings, scans.

    `on_paper`: received in person or by post; `with_scan`: those of them of which at least one paper was scanned.
    """

    judged: int
    on_time: int
    received: int
    received_online: int
    on_paper: int
    with_scan: int
    ratings: int
    satisfied: int


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the index. `score` None: left open, and `why` says why; `formula` with the numbers filled in."""

    name: PartName
    number: str
    title: Sentence
    most: int
    score: float | None
    formula: Sentence
    why: Sentence


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade and the least points for it; as remembered, not read in the decision."""

    name: Sentence
    least: int


GRADES = (
    Grade(Sentence("Xuất sắc", "Excellent"), 90),
    Grade(Sentence("Tốt", "Good"), 80),
    Grade(Sentence("Khá", "Fair"), 70),
    Grade(Sentence("Trung bình", "Average"), 50),
    Grade(Sentence("Yếu", "Weak"), 0),
)
"""Not verified against the decision's text; no grade is given by them."""

_NOTHING = Sentence("", "")


_OPENNESS = Part(
    "publication",
    "1",
    Sentence("Công khai, minh bạch", "Openness"),
    18,
    None,
    _NOTHING,
    Sentence(
        "Tính từ dữ liệu công khai và đồng bộ trên Cổng Dịch vụ công quốc gia; hệ thống này không có.",
        "Counted from what the national portal publishes and receives; this system does not have it.",
    ),
)
_PAYMENT = Part(
    "payment",
    "4",
    Sentence("Thanh toán trực tuyến", "Online payment"),
    10,
    None,
    _NOTHING,
    Sentence(
        "Thanh toán trực tuyến đi qua Cổng Dịch vụ công quốc gia; hệ thống này không nhận số liệu đó.",
        "Payments online go through the national portal; this system is not told of them.",
    ),
)
_PETITIONS = Part(
    "petitions",
    "6.2",
    Sentence("Xử lý phản ánh, kiến nghị", "Petitions"),
    12,
    None,
    _NOTHING,
    Sentence(
        "Phản ánh, kiến nghị được nhận và xử lý trên hệ thống khác.",
        "Petitions are received and answered in another system.",
    ),
)


def parts_of(inputs: Inputs) -> tuple[Part, ...]:
    """All groups of the index in its order, those that cannot be answered among them."""
    return (
        _OPENNESS,
        _progress(inputs),
        _online(inputs),
        _PAYMENT,
        _digitisation(inputs),
        _receiving(inputs),
        _PETITIONS,
    )


def _progress(inputs: Inputs) -> Part:
    return Part(
        "progress",
        "2",
        Sentence("Tiến độ, kết quả giải quyết", "Timeliness"),
        20,
        20 * inputs.on_time / inputs.judged if inputs.judged else None,
        Sentence(
            f"20 × hồ sơ đúng hạn / hồ sơ tiếp nhận (kể cả từ kỳ trước) = 20 × {inputs.on_time} / {inputs.judged}",
            f"20 × on time / received (with those from before) = 20 × {inputs.on_time} / {inputs.judged}",
        ),
        _NOTHING if inputs.judged else Sentence("Trong kỳ không có hồ sơ nào.", "There was no dossier in the period."),
    )


def _online(inputs: Inputs) -> Part:
    return Part(
        "online",
        "3",
        Sentence("Cung cấp dịch vụ trực tuyến", "Online services"),
        12,
        None,
        Sentence(
            f"Đã biết: {inputs.received_online} hồ sơ trực tuyến / {inputs.received} hồ sơ tiếp nhận trong kỳ",
            f"Known: {inputs.received_online} dossiers online / {inputs.received} received in the period",
        ),
        Sentence(
            "Ba tỷ lệ trong công thức tính trên toàn bộ danh mục dịch vụ của tỉnh; hệ thống này chỉ biết hồ sơ.",
            "Its three ratios are over all services of the province; this system knows dossiers only.",
        ),
    )


def _digitisation(inputs: Inputs) -> Part:
    return Part(
        "digitisation",
        "5",
        Sentence("Số hóa hồ sơ", "Digitisation"),
        22,
        None,
        Sentence(
            f"Đã biết: {inputs.with_scan} hồ sơ có bản quét / {inputs.on_paper} hồ sơ giấy tiếp nhận trong kỳ",
            f"Known: {inputs.with_scan} dossiers with scans / {inputs.on_paper} received on paper in the period",
        ),
        Sentence(
            "Cần số kết quả điện tử và dữ liệu tái sử dụng trên kho dữ liệu của công dân; hệ thống này không có.",
            "It needs electronic results and data reused from citizens' stores, which this system does not have.",
        ),
    )


def _receiving(inputs: Inputs) -> Part:
    return Part(
        "receiving",
        "6.1",
        Sentence("Hài lòng trong tiếp nhận, giải quyết", "Satisfaction with the service"),
        6,
        min(6.0, 6 * inputs.satisfied / inputs.ratings / 0.9) if inputs.ratings else 0.0,
        Sentence(
            f"min(6; 6 × tỷ lệ hài lòng / 0,90), tỷ lệ {inputs.satisfied} / {inputs.ratings}; không có đánh giá: 0",
            f"min(6, 6 × satisfied / 0.90), satisfied = {inputs.satisfied} / {inputs.ratings}; without ratings: 0",
        ),
        _NOTHING,
    )


def known_score(parts: tuple[Part, ...]) -> tuple[float, int]:
    """The points that are known and the most that these parts can give."""
    known = [(part.score, part.most) for part in parts if part.score is not None]
    return sum(score for score, _ in known), sum(most for _, most in known)


def is_on_time(terms: str, supplements: int, end: int, *, solved_in_time: bool) -> bool:
    """Whether a dossier with supplements asked for is on time by this decision at `end` (milliseconds).

    More than one request makes it late. After one, the citizen's time is taken off instead of the limit beginning
    again, and while it is waited for the request ends the count. `terms`: its legal limits, JSON; where the request
    stopped none of them, what the report of dossiers says holds (`solved_in_time`). Not for planned appointments.
    """
    if supplements > 1:
        return False
    stretches: list[tuple[int, int | None]] = json.loads(terms)
    known = [(since, due) for since, due in stretches if since < end]
    running = next((place for place, (_, due) in enumerate(known) if due is not None), None)
    if running is None:
        return solved_in_time
    due = known[running][1]
    pauses = [place for place in range(running, len(known)) if known[place][1] is None]
    if not pauses:
        # Where a limit followed upon a limit, the request came when the first was over already.
        return solved_in_time and len(known) == running + 1
    began = known[pauses[0]][0]
    ended = known[pauses[0] + 1][0] if pauses[0] + 1 < len(known) else end
    return due is not None and end - (ended - began) <= due
