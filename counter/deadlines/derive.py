"""The words of the room of deadlines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from counter.deadlines.state import Batch, DeadlinesState, counts
from counter.ports.deadlines import DeadlineRow, Deadlines, DeadlineScope
from counter.words import day_words, short_day, short_moment, time_of_day, translate, weekday_words
from shared.clock import business_date
from shared.domain.deadlines import GROUPS, DeadlineGroup

URGENT: frozenset[DeadlineGroup] = frozenset({"overdue", "apologise"})
"""The groups that stand in red."""

ICONS: dict[DeadlineGroup | None, str] = {
    None: "papers",
    "overdue": "problem",
    "apologise": "apology",
    "due_today": "clock",
    "due_tomorrow": "calendar_due",
    "agency_late": "business",
    "hand_over": "handover",
    "answers_over": "close",
    "stuck": "pause",
    "answers_soon": "waiting",
    "uncollected": "results_out",
}
"""The shape of each group."""


@dataclass(frozen=True, slots=True)
class GroupProps:
    """A group in the list at the left (nhóm): words, number, shape, and whether it is urgent."""

    group: DeadlineGroup | None
    words: str
    count: int
    icon: str
    urgent: bool


@dataclass(frozen=True, slots=True)
class RowProps:
    """A dossier in the list (dòng). `right`: what is the matter; `chips`: what else it wants; `said`: all in words.

    `holder`: who has it, "" where all are with the same unit.
    """

    id: str
    code: str
    applicant: str
    procedure: str
    holder: str
    right: str
    chips: tuple[str, ...]
    urgent: bool
    selected: bool
    said: str


def group_words(group: DeadlineGroup | None, found: Deadlines | None = None) -> str:
    """The name of a group; the next working day is named by its weekday when it is not tomorrow."""
    if group == "due_tomorrow" and found is not None and (found.tomorrow - found.today).days > 1:
        return translate("Deadlines", "Hạn {weekday}").format(weekday=weekday_words(found.tomorrow))
    return {
        None: translate("Deadlines", "Tất cả"),
        "overdue": translate("Deadlines", "Quá hạn"),
        "apologise": translate("Deadlines", "Cần xin lỗi"),
        "due_today": translate("Deadlines", "Hạn hôm nay"),
        "due_tomorrow": translate("Deadlines", "Hạn ngày mai"),
        "agency_late": translate("Deadlines", "Phối hợp trễ"),
        "hand_over": translate("Deadlines", "Chưa bàn giao"),
        "answers_over": translate("Deadlines", "Bổ sung: hết hạn"),
        "stuck": translate("Deadlines", "Lâu chưa xử lý"),
        "answers_soon": translate("Deadlines", "Bổ sung: sắp hết"),
        "uncollected": translate("Deadlines", "Kết quả chờ lâu"),
    }[group]


def scope_words(scope: DeadlineScope) -> str:
    """Whose dossiers."""
    return {
        "mine": translate("Deadlines", "Tôi tiếp nhận"),
        "unit": translate("Deadlines", "Đơn vị tôi giữ"),
        "office": translate("Deadlines", "Cả cơ quan"),
    }[scope]


def derive_groups(found: Deadlines | None) -> tuple[GroupProps, ...]:
    """All groups with how many dossiers each has; the empty ones too, so that they keep their places."""
    count: dict[DeadlineGroup, int] = counts(found) if found else dict.fromkeys(GROUPS, 0)
    whole = GroupProps(None, group_words(None), len(found.rows) if found else 0, ICONS[None], urgent=False)
    return (whole, *(_group(group, count[group], found) for group in GROUPS))


def derive_rows(state: DeadlinesState, language: str) -> tuple[RowProps, ...]:
    """The rows of the group that is shown."""
    found = state.found
    if found is None:
        return ()
    return tuple(_row(row, state, found, language) for row in state.rows)


def matter_words(row: DeadlineRow, group: DeadlineGroup, found: Deadlines, language: str) -> str:
    """What is the matter with `row`, seen as one of `group`."""
    match group:
        case "overdue":
            return _late_words(row)
        case "due_today":
            return translate("Deadlines", "hôm nay, {time}").format(time=time_of_day(row.due_at) if row.due_at else "")
        case "due_tomorrow" | "apologise":
            return _coming_words(row, found, language)
        case "answers_over" | "answers_soon":
            day = _short_day(row.answer_by, language) if row.answer_by else ""
            if group == "answers_over":
                return translate("Deadlines", "hết hạn bổ sung {day}").format(day=day)
            return translate("Deadlines", "chờ bổ sung đến {day}").format(day=day)
        case "agency_late":
            return _agency_words(row, language)
        case "hand_over":
            return translate("Deadlines", "tại Một cửa từ {day}").format(day=_short_day(row.since, language))
        case "stuck":
            return translate("Deadlines", "đứng yên từ {day}").format(day=_short_day(row.since, language))
        case "uncollected":
            return translate("Deadlines", "chờ nhận từ {day}").format(day=_short_day(row.since, language))


def empty_words(state: DeadlinesState) -> str:
    """What the list says when it has no rows."""
    if state.found is None:
        return translate("Deadlines", "Đang xem thời hạn…")
    if not state.found.rows:
        return translate("Deadlines", "Không có hồ sơ nào đến hạn. Chúc một ngày thuận lợi.")
    return translate("Deadlines", "Nhóm này không có hồ sơ nào.")


def chosen_words(state: DeadlinesState) -> str:
    """How many rows there are and how many are selected."""
    rows, chosen = len(state.rows), len(state.chosen)
    if chosen:
        return translate("Deadlines", "Đã chọn {chosen} trong {count} hồ sơ").format(chosen=chosen, count=rows)
    if not rows:
        return translate("Deadlines", "{count} hồ sơ").format(count=rows)
    return translate("Deadlines", "{count} hồ sơ · Phím cách để chọn").format(count=rows)


def batch_words(batch: Batch) -> str:
    """How far a selection is, or how it went."""
    if batch.running:
        words = {
            "apologise": translate("Deadlines", "Đang lập phiếu xin lỗi {done}/{count}…"),
            "close": translate("Deadlines", "Đang đóng hồ sơ {done}/{count}…"),
        }[batch.kind]
        return words.format(done=batch.done + 1, count=len(batch.rows))
    words = {
        "apologise": translate("Deadlines", "Đã xin lỗi và hẹn lại {count} hồ sơ."),
        "close": translate("Deadlines", "Đã đóng {count} hồ sơ."),
    }[batch.kind]
    said = words.format(count=batch.succeeded)
    if not batch.refused:
        return said
    left = translate("Deadlines", "{count} hồ sơ để nguyên:").format(count=len(batch.refused))
    return f"{said} {left}"


def apology_title(state: DeadlinesState) -> str:
    """For how many dossiers Form 04 is, and how many of the selection cannot get one."""
    chosen = state.chosen
    able = sum(1 for row in chosen if row.may_apologise)
    said = translate("Deadlines", "Phiếu xin lỗi, hẹn lại (Mẫu 04) cho {count} hồ sơ").format(count=able)
    if able == len(chosen):
        return said
    return translate("Deadlines", "{said}; {count} hồ sơ không hẹn lại được nữa").format(
        said=said, count=len(chosen) - able
    )


def day_hint(day: date | None, language: str) -> str:
    """The new day as a weekday, so that nobody takes a wrong one."""
    return "" if day is None else f"{weekday_words(day)}, {day_words(day, language)}"


def _group(group: DeadlineGroup, count: int, found: Deadlines | None) -> GroupProps:
    return GroupProps(group, group_words(group, found), count, ICONS[group], urgent=group in URGENT and count > 0)


def _row(row: DeadlineRow, state: DeadlinesState, found: Deadlines, language: str) -> RowProps:
    first = state.group or row.groups[0]
    right = matter_words(row, first, found, language)
    others = (group_words(group, found) for group in _others(row, first, state.group))
    chips = tuple(words[:1].lower() + words[1:] for words in others)
    if row.apologised:
        chips = (*chips, translate("Deadlines", "đã hẹn lại"))
    elif "overdue" in row.groups and row.may_apologise:
        chips = (*chips, translate("Deadlines", "chưa xin lỗi"))
    urgent = first in URGENT
    holder = "" if found.scope == "unit" else row.holder_name
    selected = row.id in state.selected
    said = " · ".join(
        each
        for each in (row.code, row.applicant_name, right, _late_agency(row, first), row.procedure_name, holder, *chips)
        if each
    )
    return RowProps(
        id=row.id,
        code=row.code,
        applicant=row.applicant_name,
        procedure=row.agency_name if first == "agency_late" else row.procedure_name,
        holder=holder,
        right=right,
        chips=chips,
        urgent=urgent,
        selected=selected,
        said=said,
    )


def _others(row: DeadlineRow, first: DeadlineGroup, shown: DeadlineGroup | None) -> tuple[DeadlineGroup, ...]:
    """What else it wants. An apology is told by the day that is due, so that the day is not said twice."""
    if first != "apologise":
        return tuple(group for group in row.groups if group != first)
    others = tuple(group for group in row.groups if group not in ("apologise", "due_tomorrow"))
    return others if shown == "apologise" else ("apologise", *others)


def _short_day(instant: datetime, language: str) -> str:
    return short_day(business_date(instant), language)


def _late_agency(row: DeadlineRow, first: DeadlineGroup) -> str:
    return row.agency_name if first == "agency_late" else ""


def _agency_words(row: DeadlineRow, language: str) -> str:
    """Until when the agency should have answered, or the paper have reached it."""
    day = _short_day(row.agency_by, language) if row.agency_by else ""
    if row.agency_reaches:
        return translate("Deadlines", "phải đến nơi {day}").format(day=day)
    return translate("Deadlines", "hạn trả lời {day}").format(day=day)


def _late_words(row: DeadlineRow) -> str:
    if row.due_days < 0:
        return translate("Deadlines", "quá hạn {days} ngày làm việc").format(days=-row.due_days)
    return translate("Deadlines", "quá hạn từ {time}").format(time=time_of_day(row.due_at) if row.due_at else "")


def _coming_words(row: DeadlineRow, found: Deadlines, language: str) -> str:
    if row.due_at is None:
        return ""
    day = business_date(row.due_at)
    if (day - found.today).days == 1:
        return translate("Deadlines", "ngày mai, {time}").format(time=time_of_day(row.due_at))
    return f"{weekday_words(day)}, {short_moment(row.due_at, language)}"
