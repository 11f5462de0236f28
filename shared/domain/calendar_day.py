"""The office's own entries in its working calendar (ngày do đơn vị đặt): closed, make-up, other hours, why.

An entry overrides what the reference calendar says of its day, until it is withdrawn. It says how the office will work;
dates that were promised before it stay promised, and changing one is an apology with the one re-appointment. Nothing
here is personal: `reason` and `basis` are what the office announces on its door.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args

from shared.domain.calendar_document import sessions_from_document, sessions_to_document
from shared.domain.fact import Conflict, Fact, Recorded, with_conflict
from shared.domain.replacing import replace
from shared.domain.working_calendar import MakeUpDay, Session, WorkingCalendar, check_order
from shared.failures import Refusal

DayKind = Literal["closed", "make_up", "hours", "normal"]
"""Nghỉ, làm bù, giờ khác trong ngày đó; "normal": the entry was withdrawn and the reference calendar holds again."""

SetKind = Literal["closed", "make_up", "hours"]


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """What the office has entered for one date.

    `basis`: the number of the announcement. `edition`: how many entries were folded; an editor says which one was seen.
    """

    id: str
    day: date
    kind: DayKind
    reason: str
    basis: str
    sessions: tuple[Session, ...]
    set_at: datetime
    set_by: str
    edition: int = 1
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class SetDay:
    """Enter a day (đặt ngày). `calendar`: the reference calendar without entries; `today`: the local date now."""

    day: date
    kind: SetKind
    sessions: tuple[Session, ...]
    reason: str
    basis: str
    calendar: WorkingCalendar
    today: date


@dataclass(frozen=True, slots=True)
class WithdrawDay:
    """Withdraw the entry of a day (bỏ mục đã đặt): the reference calendar holds again."""

    day: date
    today: date


Command = SetDay | WithdrawDay


def subject_of(day: date) -> str:
    """The subject of a date: two machines that edit one day without knowing of each other meet in it."""
    return f"calendar_day-{day.isoformat()}"


def decide(known: CalendarDay | None, command: Command) -> tuple[Fact, ...]:
    """The fact that `command` brings about, or a Refusal; none when nothing would change and no conflict be settled."""
    _refuse_past(command.day, command.today)
    if isinstance(command, WithdrawDay):
        return _withdrawn(known, command)
    sessions = tuple(sorted(command.sessions)) if command.kind != "closed" else ()
    reason, basis = command.reason.strip(), command.basis.strip()
    _refuse_kind(command)
    if not reason:
        raise Refusal("no_reason", "Chưa ghi lý do.", "The reason is missing.")
    if command.kind == "make_up" and not basis:
        raise Refusal(
            "no_basis",
            "Ngày làm bù phải ghi số văn bản thông báo.",
            "A make-up day needs the number of the announcement.",
        )
    if command.kind != "closed" and not sessions:
        raise Refusal("no_sessions", "Chưa ghi buổi làm việc nào.", "No working session has been entered.")
    check_order(sessions)
    wanted = (command.kind, sessions, reason, basis)
    if known is not None and not known.conflicts and (known.kind, known.sessions, known.reason, known.basis) == wanted:
        return ()
    data = {
        "date": command.day.isoformat(),
        "kind": command.kind,
        "sessions": sessions_to_document(sessions),
        "reason": reason,
        "basis": basis,
        "seen": known.edition if known else 0,
    }
    return (Fact(subject_of(command.day), "calendar_day.set", data),)


def _withdrawn(known: CalendarDay | None, command: WithdrawDay) -> tuple[Fact, ...]:
    if known is None or known.kind == "normal":
        raise Refusal(
            "no_entry",
            f"Ngày {command.day:%d/%m/%Y} không có mục nào do đơn vị đặt.",
            f"The office has entered nothing for {command.day:%d/%m/%Y}.",
        )
    data = {"date": command.day.isoformat(), "seen": known.edition}
    return (Fact(known.id, "calendar_day.withdrawn", data),)


def _refuse_past(day: date, today: date) -> None:
    if day < today:
        raise Refusal(
            "past_day",
            f"Ngày {day:%d/%m/%Y} đã qua; lịch của ngày đã qua không sửa được.",
            f"{day:%d/%m/%Y} has passed; the calendar of past days is not changed.",
        )


def _refuse_kind(command: SetDay) -> None:
    """What the reference calendar makes impossible; `calendar_empty` for a day that it does not cover."""
    day, calendar = command.day, command.calendar
    served = bool(calendar.sessions_on(day))
    if command.kind == "make_up" and day in calendar.closed:
        raise Refusal(
            "closed_and_make_up",
            f"Ngày {day:%d/%m/%Y} là ngày nghỉ ({calendar.closed[day]}) nên không thể đồng thời là ngày làm bù. "
            "Nếu ngày đó vẫn làm việc, hãy chọn “giờ khác”.",
            f"{day:%d/%m/%Y} is a closed day ({calendar.closed[day]}) and cannot be a make-up day as well. "
            "If the office works on it after all, choose “other hours”.",
        )
    if command.kind == "make_up" and calendar.is_working_day(day):
        raise Refusal(
            "worked_already",
            f"Ngày {day:%d/%m/%Y} vốn là ngày làm việc. Nếu đổi giờ, hãy chọn “giờ khác”.",
            f"{day:%d/%m/%Y} is a working day as it is. To change its hours, choose “other hours”.",
        )
    if command.kind == "closed" and not served:
        raise Refusal(
            "closed_already",
            f"Ngày {day:%d/%m/%Y} vốn là ngày nghỉ.",
            f"{day:%d/%m/%Y} is a day off as it is.",
        )
    if command.kind == "hours" and not served and day not in calendar.closed:
        raise Refusal(
            "rest_day",
            f"Ngày {day:%d/%m/%Y} là ngày nghỉ hằng tuần. Nếu làm việc ngày đó, hãy chọn “làm bù”.",
            f"{day:%d/%m/%Y} is a weekly day of rest. If the office works on it, choose “make-up day”.",
        )


def evolve(known: CalendarDay | None, fact: Recorded) -> CalendarDay | None:
    """The day after `fact`. The later entry in the order holds; one that did not know the other leaves a conflict."""
    if fact.kind not in ("calendar_day.set", "calendar_day.withdrawn"):
        return known
    day = date.fromisoformat(fact.text("date"))
    if subject_of(day) != fact.subject:
        raise ValueError("another date than its subject's")
    entry = CalendarDay(
        id=fact.subject,
        day=day,
        kind=_kind(fact),
        reason=fact.optional_text("reason") or "",
        basis=fact.optional_text("basis") or "",
        sessions=_sessions(fact),
        set_at=fact.device_time,
        set_by=fact.actor,
        edition=known.edition + 1 if known else 1,
    )
    seen = fact.integer("seen")
    if known is None or seen == known.edition:
        return entry
    if (known.kind, known.sessions) == (entry.kind, entry.sessions):
        return replace(entry, conflicts=known.conflicts)
    return with_conflict(
        replace(entry, conflicts=known.conflicts),
        "edited_at_once",
        f"Lịch ngày {day:%d/%m/%Y} được sửa ở hai máy chưa biết nhau; mục ghi sau đang có hiệu lực. Xin xem lại.",
        f"The calendar of {day:%d/%m/%Y} was edited on two machines that did not know of each other; "
        "the later entry holds. Please look and set it again.",
    )


def _kind(fact: Recorded) -> DayKind:
    if fact.kind == "calendar_day.withdrawn":
        return "normal"
    kind = fact.text("kind")
    if kind not in get_args(SetKind):
        raise ValueError("unknown kind")
    return kind  # type: ignore[return-value]  # one of the names, as just checked


def _sessions(fact: Recorded) -> tuple[Session, ...]:
    """The sessions of the fact; ValueError for what no calendar can hold, whoever wrote it."""
    if fact.kind == "calendar_day.withdrawn" or fact.data["kind"] == "closed":
        return ()
    pairs = fact.data["sessions"]
    if not isinstance(pairs, list) or not pairs:
        raise ValueError("no sessions")
    try:
        sessions = sessions_from_document(pairs)
        check_order(sessions)
    except Refusal as refusal:
        raise ValueError("impossible sessions") from refusal
    return sessions


def with_entries(calendar: WorkingCalendar, entries: Iterable[CalendarDay]) -> WorkingCalendar:
    """`calendar` with the office's entries over it: the calendar by which every program works."""
    set_days = [each for each in entries if each.kind != "normal"]
    if not set_days:
        return calendar
    overridden = {each.day for each in set_days}
    closed = {day: name for day, name in calendar.closed.items() if day not in overridden}
    make_up = {day: worked for day, worked in calendar.make_up.items() if day not in overridden}
    other_hours = {day: worked for day, worked in calendar.other_hours.items() if day not in overridden}
    for each in set_days:
        if each.kind == "closed":
            closed[each.day] = each.reason
        elif each.kind == "make_up" or each.day in calendar.make_up:
            make_up[each.day] = MakeUpDay(each.sessions, each.basis)
        else:
            other_hours[each.day] = MakeUpDay(each.sessions, each.basis)
    return replace(calendar, closed=closed, make_up=make_up, other_hours=other_hours)
