"""The words of the morning: six figures, what they leave out, and one sentence for the bar at the bottom."""

from __future__ import annotations

from dataclasses import dataclass

from counter.deadlines.derive import ICONS, URGENT, group_words, scope_words
from counter.deadlines.state import counts
from counter.ports.deadlines import Deadlines
from counter.words import day_words, translate, weekday_words
from shared.domain.deadlines import GROUPS, DeadlineGroup

SUMMARY: tuple[DeadlineGroup, ...] = ("overdue", "apologise", "due_today", "due_tomorrow", "stuck")
"""The groups of the morning's summary; the results that wait stand after them."""


@dataclass(frozen=True, slots=True)
class SummaryFigure:
    """One figure of the morning's summary (con số), a button that shows its group. `group` None: shows the results."""

    group: DeadlineGroup | None
    key: str
    count: int
    words: str
    icon: str
    urgent: bool


def group_key(group: DeadlineGroup | None) -> str:
    """The key that jumps to a group: Alt and its place in the list."""
    return f"Alt+{0 if group is None else GROUPS.index(group) + 1}"


def derive_summary(found: Deadlines) -> tuple[SummaryFigure, ...]:
    """The figures of the morning, with the keys that jump to them."""
    count = counts(found)
    figures = tuple(
        SummaryFigure(
            group,
            group_key(group),
            count[group],
            group_words(group, found),
            ICONS[group],
            urgent=group in URGENT and count[group] > 0,
        )
        for group in SUMMARY
    )
    results = SummaryFigure(
        None,
        "Ctrl+4",
        found.results_waiting,
        translate("Deadlines", "Kết quả chờ trả"),
        "results_out",
        urgent=False,
    )
    return (*figures, results)


def rest_words(found: Deadlines) -> str:
    """What the figures of the summary leave out, in one sentence; "" when that is nothing."""
    if not found.rows:
        return translate("Deadlines", "Không có hồ sơ nào đến hạn. Chúc một ngày thuận lợi.")
    count = counts(found)
    parts = [
        f"{group_words(group, found)}: {count[group]}" for group in GROUPS if group not in SUMMARY and count[group]
    ]
    return translate("Deadlines", "Ngoài ra: {parts}.").format(parts="; ".join(parts)) if parts else ""


def summary_title(found: Deadlines, language: str) -> str:
    """The heading of the summary: the day and whose dossiers."""
    day = f"{weekday_words(found.today)}, {day_words(found.today, language)}"
    return translate("Deadlines", "Hôm nay, {day} · {scope}").format(day=day, scope=scope_words(found.scope))


def morning_line(found: Deadlines) -> str:
    """One sentence after the counter was opened."""
    count = counts(found)
    named: tuple[tuple[DeadlineGroup, str], ...] = (
        ("overdue", translate("Deadlines", "{count} quá hạn")),
        ("due_today", translate("Deadlines", "{count} đến hạn")),
        ("apologise", translate("Deadlines", "{count} cần xin lỗi")),
    )
    parts = [words.format(count=count[group]) for group, words in named if count[group]]
    if not parts:
        return translate("Deadlines", "Hôm nay: không có hồ sơ nào đến hạn. Chúc một ngày thuận lợi.")
    return translate("Deadlines", "Hôm nay: {parts}. Xem: {key}").format(parts=", ".join(parts), key="Ctrl+5")
