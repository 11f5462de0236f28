"""Which dossiers want attention (theo dõi thời hạn): overdue, due, an apology to be sent, stuck, forgotten.

A dossier can want several things at once; `groups_of` names them, the most urgent first. All of it follows from the
dossier's own facts, the office's calendar and the present instant; nobody marks a dossier late.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal, get_args

from shared.clock import business_date, local, midnight
from shared.domain.dossier_rules import may_be_closed
from shared.domain.dossier_state import Dossier
from shared.domain.office_record import DeadlineRules
from shared.domain.working_calendar import ONE_DAY, WorkingCalendar
from shared.domain.working_time import HANDOVER_CUT_OFF, handover_due

DeadlineGroup = Literal[
    "overdue",
    "apologise",
    "due_today",
    "due_tomorrow",
    "agency_late",
    "hand_over",
    "answers_over",
    "stuck",
    "answers_soon",
    "uncollected",
]
"""Quá hạn, cần xin lỗi, hạn hôm nay, hạn ngày làm việc tới, cơ quan khác trễ hạn, chưa bàn giao, hết hạn bổ sung,
lâu không có bước nào, sắp hết hạn bổ sung, kết quả chờ lâu chưa ai nhận; the most urgent first."""

GROUPS: tuple[DeadlineGroup, ...] = get_args(DeadlineGroup)


@dataclass(frozen=True, slots=True)
class Watch:
    """The moments by which dossiers are watched at `now` (mốc theo dõi).

    `tomorrow`: the office's next working day. `stuck_before`, `collect_before`: what had its last step before these
    instants has been left alone too long. `answers_until`: a supplement to come by this day is about to be too late.
    """

    now: datetime
    today: date
    tomorrow: date
    stuck_before: datetime
    answers_until: date
    collect_before: datetime
    calendar: WorkingCalendar

    @property
    def horizon(self) -> datetime:
        """The end of `tomorrow`: what is due later wants nothing yet."""
        return midnight(self.tomorrow + ONE_DAY).astimezone(UTC)


def watch_at(calendar: WorkingCalendar, rules: DeadlineRules, now: datetime) -> Watch:
    """The moments at `now`. Refusal `calendar_empty` when the calendar ends before the next working day."""
    today = business_date(now)
    return Watch(
        now=now,
        today=today,
        tomorrow=calendar.next_working_day(today),
        stuck_before=working_hours_before(calendar, now, rules.stuck_hours),
        answers_until=today + timedelta(days=rules.answers_soon_days),
        collect_before=_working_days_before(calendar, today, rules.collect_days),
        calendar=calendar,
    )


def groups_of(dossier: Dossier, watch: Watch) -> tuple[DeadlineGroup, ...]:
    """What `dossier` wants at `watch.now`, the most urgent first; nothing once it is returned or has ended.

    Due is the promise that runs now: the result is to be at the counter by then. While a supplement is waited for no
    time limit runs (Decree 118/2025 Art. 19(5)), only the citizen's days to answer; nor while the duty is not paid.
    """
    if not dossier.is_open:
        return ()
    if dossier.stage == "result_at_counter":
        return ("uncollected",) if last_step(dossier) < watch.collect_before else ()
    agency: tuple[DeadlineGroup, ...] = ("agency_late",) if agency_is_late(dossier, watch.now) else ()
    if dossier.awaits_supplement:
        return (*agency, *_answers(dossier, watch))
    if dossier.awaits_duty:
        return agency
    found = {*_due(dossier, watch), *agency}
    if may_be_apologised_for(dossier) and watch.today < _due_day(dossier, watch.today) <= watch.tomorrow:
        found.add("apologise")
    if wants_handing_over(dossier, watch):
        found.add("hand_over")
    if last_step(dossier) <= watch.stuck_before:
        found.add("stuck")
    return tuple(group for group in GROUPS if group in found)


def agency_is_late(dossier: Dossier, now: datetime) -> bool:
    """Whether another agency is late: to answer (Art. 19(4)(c)), or the paper to reach it (Art. 20(1)(a))."""
    return dossier.agency_by is not None and dossier.agency_by < now


def agency_waited_for(dossier: Dossier) -> str | None:
    """The other agency that is to answer or to receive it first; None when none is waited for."""
    for each in dossier.open_coordinations:
        if each.answer_by == dossier.agency_by:
            return each.agency
    return dossier.competent.agency if dossier.competent is not None and dossier.awaits_agency else None


def may_be_apologised_for(dossier: Dossier) -> bool:
    """Whether Form 04 may still be sent: a limit runs, there is no result, nobody has apologised (Art. 19(6))."""
    runs = dossier.is_open and dossier.due_at is not None and not dossier.awaits_supplement
    return runs and dossier.result_ready_at is None and dossier.apology is None


def wants_handing_over(dossier: Dossier, watch: Watch) -> bool:
    """Whether a dossier at the one-stop should be on its way to the deciding agency (Decree 118/2025 Art. 18).

    What came by 15:00 is asked for from 15:00 on and goes the same day; what came later goes at the start of the next
    working day. A supplement counts as received anew.
    """
    if dossier.stage != "received":
        return False
    supplement = dossier.supplement
    due = handover_due(watch.calendar, (supplement.completed_at if supplement else None) or dossier.received_at)
    after_cut_off = local(watch.now).time() >= HANDOVER_CUT_OFF
    return due <= watch.now or (after_cut_off and business_date(due) == watch.today)


def last_step(dossier: Dossier) -> datetime:
    """When something last happened to it."""
    return dossier.last_step_at or dossier.received_at


def working_hours_before(calendar: WorkingCalendar, now: datetime, hours: int) -> datetime:
    """The instant from which to `now` so many working hours have passed; never before the calendar begins. UTC."""
    left = timedelta(hours=hours)
    day = local(now).date()
    while day >= calendar.covers_from:
        sessions = calendar.sessions_on(day) if calendar.is_working_day(day) else ()
        for session in reversed(sessions):
            end = min(session.closes(day), now)
            length = max(end - session.opens(day), timedelta())
            if length and left <= length:
                return (end - left).astimezone(UTC)
            left -= length
        day -= ONE_DAY
    return midnight(calendar.covers_from).astimezone(UTC)


def _working_days_before(calendar: WorkingCalendar, today: date, days: int) -> datetime:
    """The beginning of the day that lies so many working days before `today`. UTC."""
    day = today
    while days > 0 and day > calendar.covers_from:
        day -= ONE_DAY
        days -= calendar.is_working_day(day)
    return midnight(day).astimezone(UTC)


def _answers(dossier: Dossier, watch: Watch) -> tuple[DeadlineGroup, ...]:
    if dossier.supplement is None:
        return ()
    if may_be_closed(dossier, watch.now):
        return ("answers_over",)
    return ("answers_soon",) if business_date(dossier.supplement.answer_by) <= watch.answers_until else ()


def _due(dossier: Dossier, watch: Watch) -> tuple[DeadlineGroup, ...]:
    if dossier.due_at is None:
        return ()
    if dossier.due_at < watch.now:
        return ("overdue",)
    day = business_date(dossier.due_at)
    if day == watch.today:
        return ("due_today",)
    return ("due_tomorrow",) if day <= watch.tomorrow else ()


def _due_day(dossier: Dossier, otherwise: date) -> date:
    return business_date(dossier.due_at) if dossier.due_at else otherwise
