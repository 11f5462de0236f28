"""A made-up board in memory with fixed answers: for the gallery of screens and for tests. Nobody on it is real."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from kiosk.board.ports import BoardView, Call, CounterNow, LineNow, PastCall
from kiosk.sample_office import SAMPLE_NOW
from shared.domain.office_record import BoardRules
from shared.failures import EnvironmentFailure, Sentence

_NAMES = ("Hộ tịch – Cư trú", "Đất đai – Kinh doanh", "Xã hội – Trả kết quả", "Bưu chính công ích")
_LINES = (("A", "C"), ("B", "E"), ("D", "F", "A"), ("F", "A", "E"))

COUNTERS = tuple(
    CounterNow(number, name, "open", lines, None)
    for number, (name, lines) in enumerate(zip(_NAMES, _LINES, strict=True), start=1)
)
LINES = (
    LineNow("A", Sentence("Hộ tịch – Chứng thực", "Civil status – Certification"), 7),
    LineNow("B", Sentence("Đất đai – Xây dựng – Môi trường", "Land – Construction – Environment"), 3),
    LineNow("C", Sentence("Cư trú – Căn cước", "Residence – Identity card"), 1),
    LineNow("D", Sentence("Lao động – Xã hội", "Labour – Social affairs"), 0),
    LineNow("E", Sentence("Hộ kinh doanh – Văn hóa – Giáo dục", "Household business – Culture – Education"), 12),
    LineNow("F", Sentence("Trả kết quả", "Collect a result"), 2),
)
NOTICES = (
    Sentence(
        "Từ 01/12/2026, hồ sơ hộ tịch nộp trực tuyến được miễn lệ phí.",
        "From 01/12/2026 no fee is charged for civil status dossiers handed in online.",
    ),
    Sentence(
        "Chiều thứ Sáu 27/11/2026 Trung tâm nghỉ để bảo trì hệ thống, mở lại sáng thứ Hai.",
        "Closed on Friday afternoon 27/11/2026 for maintenance; open again on Monday morning.",
    ),
)
QUIET = BoardView(
    office=Sentence("Trung tâm Phục vụ hành chính công phường Mẫu", "Public Administration Service Centre of Mẫu Ward"),
    date="2026-11-23",
    told=None,
    called=(),
    past=(),
    counters=COUNTERS,
    lines=LINES,
    notices=(),
    rules=BoardRules(),
    as_of=None,
)


def ago(seconds: float) -> datetime:
    """An instant so long before the gallery's."""
    return SAMPLE_NOW - timedelta(seconds=seconds)


def sample_call(label: str, counter: int, seconds_ago: float, recalled: int = 0) -> Call:
    """A number that was called so long ago."""
    at = ago(seconds_ago)
    return Call(f"{label}/{counter}/{recalled}", label, counter, _NAMES[(counter - 1) % 4], at, at, recalled)


def calling(view: BoardView, *called: Call, past: tuple[PastCall, ...] = ()) -> BoardView:
    """`view` with these calls, each shown at its counter too."""
    serving = {call.counter_number: call.label for call in called}
    counters = tuple(replace(each, serving=serving.get(each.number)) for each in view.counters)
    return replace(view, called=called, past=past, counters=counters)


def sixteen_counters() -> tuple[CounterNow, ...]:
    """A large office: more counters than fit on one page."""
    return tuple(replace(COUNTERS[number % 4], number=number, lines=tuple("ABCDE")) for number in range(1, 17))


PAST = (
    PastCall("B006", 2, ago(410), missed=True),
    PastCall("A010", 1, ago(560), missed=False),
    PastCall("F002", 4, ago(740), missed=False),
    PastCall("A009", 3, ago(900), missed=False),
    PastCall("C003", 1, ago(1200), missed=False),
)
MORNING = calling(QUIET, sample_call("A012", 3, 4), sample_call("B007", 2, 150), sample_call("A011", 1, 320), past=PAST)


@dataclass(slots=True)
class SampleBoard:
    """The port filled with one view; `broken` makes every further reading fail."""

    shown: BoardView = MORNING
    broken: bool = False
    readings: int = field(default=0)

    def view(self) -> BoardView:
        """The view that was set."""
        self.readings += 1
        if self.broken:
            raise EnvironmentFailure(
                "disk_failed", "Không đọc được ổ đĩa của máy.", "The disk of this machine cannot be read."
            )
        return self.shown
