"""Biểu 07a/BTP/KSTT: how dossiers were handled (tình hình, kết quả giải quyết thủ tục hành chính), in 15 columns.

Circular 09/2026/TT-BTP. A row holds the ten counts of which nothing else follows; the totals are their sums, so that
(3), (9) and (13) cannot disagree with what they are made of. What was there is solved or in progress: (3) = (9) + (13).
What was in progress at the end of a period is carried into the next: its (8) is the (13) of the one before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Literal, get_args

from shared.failures import Sentence

Column = Literal[3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]
COLUMNS: tuple[Column, ...] = get_args(Column)


@dataclass(frozen=True, slots=True)
class DossierCounts:
    """One row of the form, in dossiers: columns (4) to (8), (10) to (12), (14) and (15). ValueError if (3) is not kept.

    `carried_over`: received before the period and not solved before it. `open_in_time` and `open_late`: not solved
    when it ended.
    """

    online_full: int = 0
    online_partial: int = 0
    post: int = 0
    in_person: int = 0
    carried_over: int = 0
    solved_early: int = 0
    solved_on_time: int = 0
    solved_late: int = 0
    open_in_time: int = 0
    open_late: int = 0

    def __post_init__(self) -> None:
        if self.total != self.solved + self.in_progress:
            raise ValueError("column (3) is not (9) + (13)")
        if min(getattr(self, each.name) for each in fields(self)) < 0:
            raise ValueError("a count below nothing")

    @property
    def received(self) -> int:
        """What was received in the period: (4) + (5) + (6) + (7)."""
        return self.online_full + self.online_partial + self.post + self.in_person

    @property
    def total(self) -> int:
        """Column (3): received in the period or carried into it."""
        return self.received + self.carried_over

    @property
    def solved(self) -> int:
        """Column (9)."""
        return self.solved_early + self.solved_on_time + self.solved_late

    @property
    def in_progress(self) -> int:
        """Column (13), at the end of the period."""
        return self.open_in_time + self.open_late

    def column(self, number: Column) -> int:
        """The count in a column by its official number."""
        return int(getattr(self, NAMES[number]))

    def __add__(self, other: DossierCounts) -> DossierCounts:
        """The sum of two rows."""
        sums = {each.name: getattr(self, each.name) + getattr(other, each.name) for each in fields(self)}
        return DossierCounts(**sums)


NAMES: Mapping[Column, str] = {
    3: "total",
    4: "online_full",
    5: "online_partial",
    6: "post",
    7: "in_person",
    8: "carried_over",
    9: "solved",
    10: "solved_early",
    11: "solved_on_time",
    12: "solved_late",
    13: "in_progress",
    14: "open_in_time",
    15: "open_late",
}
"""The stable name of each column, as in `DossierCounts` and in the JSON of the report."""

HEADINGS: Mapping[Column, Sentence] = {
    3: Sentence("Tổng số", "In all"),
    4: Sentence("Trực tuyến toàn trình", "Online, whole"),
    5: Sentence("Trực tuyến một phần", "Online, in part"),
    6: Sentence("Qua dịch vụ bưu chính", "By post"),
    7: Sentence("Trực tiếp", "In person"),
    8: Sentence("Từ kỳ trước", "From before"),
    9: Sentence("Tổng số", "In all"),
    10: Sentence("Trước hạn", "Early"),
    11: Sentence("Đúng hạn", "On time"),
    12: Sentence("Quá hạn", "Late"),
    13: Sentence("Tổng số", "In all"),
    14: Sentence("Trong hạn", "Within the limit"),
    15: Sentence("Quá hạn", "Late"),
}

FieldCounts = Mapping[str, DossierCounts]
"""The row of each field (lĩnh vực), by its name."""


def total(rows: Iterable[DossierCounts]) -> DossierCounts:
    """The row TỔNG CỘNG."""
    return sum(rows, DossierCounts())


def added(offices: Iterable[FieldCounts]) -> FieldCounts:
    """The rows of several offices added up field by field."""
    sums: dict[str, DossierCounts] = {}
    for rows in offices:
        for field, counts in rows.items():
            sums[field] = sums.get(field, DossierCounts()) + counts
    return sums


@dataclass(frozen=True, slots=True)
class Form07b:
    """Biểu 07b: the same columns for a province. I: its own departments and agencies; II: the communes."""

    own: FieldCounts
    communes: FieldCounts

    @property
    def total(self) -> DossierCounts:
        """I and II together."""
        return total((*self.own.values(), *self.communes.values()))
