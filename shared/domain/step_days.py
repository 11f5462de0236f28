"""The days and papers of the steps between receipt and result: until when, for what, and which day is proposed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from shared.clock import business_date
from shared.domain.dossier_rules import ANSWER_DAYS, REQUEST_WORKING_DAYS
from shared.domain.dossier_state import Dossier
from shared.domain.office import Office, procedure_on
from shared.domain.replaced_papers import marked_papers
from shared.domain.working_time import TimeLimit, WorkingCalendar, promised

REACH_WORKING_DAYS = 1
"""Working days within which a paper dossier must reach a competent agency elsewhere (Decree 118/2025 Art. 20(1)(a))."""

_WORKING_DAYS_MORE = 3
_DAYS_OFFERED = 4


def request_by(calendar: WorkingCalendar, found: Dossier) -> datetime:
    """Until when the unit that holds `found` may ask for a supplement (UTC): counted from when it got the dossier."""
    begun = found.held_since or found.received_at
    return promised(calendar, begun, TimeLimit(REQUEST_WORKING_DAYS, "working_day")).due


def reach_by(calendar: WorkingCalendar, received_at: datetime) -> datetime:
    """Until when a dossier received out of area must have reached the competent agency, UTC."""
    return promised(calendar, received_at, TimeLimit(REACH_WORKING_DAYS, "working_day")).due


def agency_answers_by(calendar: WorkingCalendar, asked_at: datetime, working_days: int) -> datetime:
    """Until when an agency asked at `asked_at` answers that was given so many working days, UTC."""
    return promised(calendar, asked_at, TimeLimit(working_days, "working_day")).due


def answer_by(calendar: WorkingCalendar, notice: datetime) -> datetime:
    """Until when a citizen told at `notice` can answer, UTC: the end of work on the fifteenth day after it.

    A fifteenth day that is a rest day moves to the next working day (Civil Code 2015 Art. 147, 148).
    """
    last = business_date(notice) + timedelta(days=ANSWER_DAYS)
    day = last if calendar.is_working_day(last) else calendar.next_working_day(last)
    return calendar.end_of_day(day).astimezone(UTC)


def papers_to_ask_for(office: Office, found: Dossier) -> tuple[str, ...] | None:
    """The papers that a request may name besides those handed in; None when the procedure's source has no list.

    What the state's own data replace is left out. A procedure no longer in the catalogue has no list either.
    """
    procedure = procedure_on(office, found.procedure, business_date(found.received_at))
    if procedure is None or not procedure.documents:
        return None
    return tuple(paper.name for paper, mark in marked_papers(procedure).papers if mark is None)


def suggested_new_day(calendar: WorkingCalendar, found: Dossier, today: date) -> date:
    """The day that an apology proposes: three working days after the due date, and tomorrow at the earliest."""
    day = business_date(found.due_at) if found.due_at else today
    for _ in range(_WORKING_DAYS_MORE):
        day = calendar.next_working_day(day)
    return max(day, calendar.next_working_day(today))


def new_days(calendar: WorkingCalendar, found: Dossier, today: date) -> tuple[date, ...]:
    """The four working days that a re-appointment offers, the proposed one first."""
    days = [suggested_new_day(calendar, found, today)]
    while len(days) < _DAYS_OFFERED:
        days.append(calendar.next_working_day(days[-1]))
    return tuple(days)
