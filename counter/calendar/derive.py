"""The words of the calendar's room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counter.calendar.state import CalendarState, sessions_text
from counter.ports.calendar import DayShown, MonthShown
from counter.words import day_words, short_moment, translate, typed_day, weekday_words
from shared.domain.calendar_month import WorkedKind
from shared.domain.month_names import MONTHS


@dataclass(frozen=True, slots=True)
class CellProps:
    """One day of the grid (ô ngày). `spoken` says all of it to a screen reader; `beside`: a neighbour month's day."""

    date: date
    number: str
    kind: WorkedKind
    words: str
    promised: str
    beside: bool
    today: bool
    entered: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class DayProps:
    """What stands about the chosen day beside its form; texts that do not apply are ""."""

    title: str
    kind: str
    hours: str
    source: str
    conflict: str
    warning: str
    locked: str


def month_title(month: date, language: str) -> str:
    """ "Tháng 11/2026" or "November 2026"."""
    return f"{MONTHS[month.month - 1]} {month.year}" if language == "en" else f"Tháng {month.month}/{month.year}"


def source_line(month: MonthShown) -> str:
    """Where the days off come from."""
    return translate(
        "Calendar",
        "Nguồn: danh mục của đơn vị, phiên bản {version}, có lịch từ {first} đến {last}. Ngày nghỉ lễ theo Bộ luật Lao "
        "động (Điều 112) và thông báo hoán đổi từng năm; dấu ✎ là ngày do đơn vị đặt.",
    ).format(version=month.version, first=typed_day(month.covers_from), last=typed_day(month.covers_to))


def kind_words(kind: WorkedKind) -> str:
    """How the office works on such a day."""
    return {
        "work": translate("Calendar", "Làm việc"),
        "rest": translate("Calendar", "Nghỉ hằng tuần"),
        "closed": translate("Calendar", "Nghỉ"),
        "make_up": translate("Calendar", "Làm bù"),
        "hours": translate("Calendar", "Giờ khác"),
    }[kind]


def derive_cells(month: MonthShown, language: str) -> tuple[CellProps, ...]:
    """Every day of the grid, in its order."""
    return tuple(_cell(day, month, language) for day in month.days)


def _cell(day: DayShown, month: MonthShown, language: str) -> CellProps:
    words = kind_words(day.kind) if day.kind not in ("work", "rest") else ""
    promised = translate("Calendar", "{count} hẹn").format(count=day.promised) if day.promised else ""
    spoken = [f"{weekday_words(day.date)} {day_words(day.date, language)}", kind_words(day.kind)]
    spoken += [each for each in (day.name, promised) if each]
    return CellProps(
        date=day.date,
        number=str(day.date.day),
        kind=day.kind,
        words=words,
        promised=promised,
        beside=day.date.month != month.month.month or not day.covered,
        today=day.date == month.today,
        entered=day.entry is not None,
        spoken=", ".join(spoken),
    )


def derive_day(state: CalendarState, language: str) -> DayProps | None:
    """What stands about the chosen day."""
    day, month = state.day, state.month
    if day is None or month is None:
        return None
    weekday = weekday_words(day.date)
    name = f": {day.name}" if day.name else ""
    return DayProps(
        title=f"{weekday[:1].upper()}{weekday[1:]}, {day_words(day.date, language)}",
        kind=f"{kind_words(day.kind)}{name}",
        hours=translate("Calendar", "Giờ làm việc: {hours}").format(hours=sessions_text(day.sessions))
        if day.sessions
        else "",
        source=_source(day, language),
        conflict=day.conflict.in_language(language) if day.conflict else "",
        warning=_warning(day, month, changed=day.date in state.drafts),
        locked=_locked(day, month),
    )


def _source(day: DayShown, language: str) -> str:
    if not day.covered:
        return ""
    if day.entry is not None and day.set_at is not None:
        words = translate("Calendar", "Do đơn vị đặt: {who}, {when}.").format(
            who=day.set_by, when=short_moment(day.set_at, language)
        )
        return f"{words} {_usually(day)}"
    if day.set_at is not None:
        words = translate("Calendar", "Theo lịch chung; mục đơn vị đặt đã được bỏ: {who}, {when}.")
        return words.format(who=day.set_by, when=short_moment(day.set_at, language))
    return translate("Calendar", "Theo lịch chung.")


def _usually(day: DayShown) -> str:
    usual = kind_words(day.usual) + (f": {day.usual_name}" if day.usual_name else "")
    return translate("Calendar", "Lịch chung: {usual}.").format(usual=usual)


def _warning(day: DayShown, month: MonthShown, *, changed: bool) -> str:
    if not day.promised or day.date < month.today:
        return ""
    if changed or day.kind in ("closed", "rest", "hours"):
        words = translate(
            "Calendar",
            "{count} hồ sơ có ngày hẹn rơi vào ngày này. Ngày đã hẹn không đổi; hồ sơ nào không kịp thì cần xin "
            "lỗi, hẹn lại từng hồ sơ.",
        )
    else:
        words = translate("Calendar", "{count} hồ sơ có ngày hẹn rơi vào ngày này.")
    return words.format(count=day.promised)


def _locked(day: DayShown, month: MonthShown) -> str:
    if not day.covered:
        return translate(
            "Calendar", "Chưa có lịch cho ngày này. Quản trị viên cần nhập lịch và ngày nghỉ lễ của năm đó trước."
        )
    if day.date < month.today:
        return translate("Calendar", "Ngày đã qua: chỉ xem, không sửa được.")
    return ""
