"""What happens to a dossier between receipt and result, each in one transaction: the office's calendar gives the days.

The rules and their articles stand in `shared.domain.dossier_rules`. `unit` is the unit for which the officer signs;
reasons, names and proofs are personal and are kept apart from the events.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from shared.clock import business_date
from shared.domain import dossier
from shared.domain.dossier import ANSWER_DAYS, Dossier
from shared.domain.dossier_rules import REQUEST_WORKING_DAYS
from shared.domain.office import Office, procedure_on
from shared.domain.procedures import Procedure
from shared.domain.working_time import TimeLimit, WorkingCalendar, promised
from shared.failures import Refusal
from shared.journal.journal import Journal, Reader
from shared.journal.read_model import DOSSIERS

from .act import act, act_within
from .receive_dossier import procedure_in_force, promise_for


@dataclass(frozen=True, slots=True)
class StopRequested:
    """What the officer has entered about the citizen's request to stop; `name` and `proof` are personal."""

    requester: dossier.Requester
    name: str
    asked_by: dossier.AskedBy
    proof: str
    asked_at: datetime


def request_supplement(
    journal: Journal, office: Office, subject: str, *, unit: str, missing: tuple[str, ...], reason: str, officer: str
) -> Dossier:
    """Asks, once, for the papers `missing`; the citizen's days to answer (`answer_by`) begin."""
    with journal.writing() as writer:
        now, found = writer.now, _known(writer, subject)
        begun = found.held_since or found.received_at
        command = dossier.RequestSupplement(
            unit=unit,
            missing=missing,
            allowed=papers_to_ask_for(office, found),
            reason=reason,
            at=now,
            request_by=promised(office.calendar, begun, TimeLimit(REQUEST_WORKING_DAYS, "working_day")).due,
            answer_by=answer_by(office.calendar, now),
        )
        return act_within(writer, DOSSIERS, dossier.decide, subject, command, officer)


def answer_by(calendar: WorkingCalendar, notice: datetime) -> datetime:
    """Until when a citizen told at `notice` can answer, UTC: the end of work on the fifteenth day after it.

    A fifteenth day that is a rest day moves to the next working day (Civil Code 2015 Art. 147, 148).
    """
    last = business_date(notice) + timedelta(days=ANSWER_DAYS)
    return calendar.end_of_day(last if calendar.is_working_day(last) else calendar.next_working_day(last)).astimezone(
        UTC
    )


def papers_to_ask_for(office: Office, found: Dossier) -> tuple[str, ...] | None:
    """The papers that a request may name besides those handed in; None when the procedure's source has no list.

    What the state's own data replace is left out. A procedure no longer in the catalogue has no list either.
    """
    procedure = procedure_on(office, found.procedure, business_date(found.received_at))
    if procedure is None or not procedure.documents:
        return None
    replaced = {each.document for each in procedure.replaced_by_data}
    return tuple(each.name for each in procedure.documents if each.name not in replaced)


def take_supplement(
    journal: Journal,
    office: Office,
    subject: str,
    *,
    unit: str,
    documents: tuple[dossier.GivenDocument, ...],
    officer: str,
) -> Dossier:
    """Takes everything that was asked for; the promise is counted anew from now, by the limit of the receipt's day."""
    with journal.writing() as writer:
        now, found = writer.now, _known(writer, subject)
        promise = promise_for(office, _procedure_of(office, found), now)
        command = dossier.TakeSupplement(
            unit=unit,
            documents=documents,
            at=now,
            due_at=promise.due if promise else None,
            promise=promise.explanation_vi if promise else "",
        )
        return act_within(writer, DOSSIERS, dossier.decide, subject, command, officer)


def send_apology(
    journal: Journal, office: Office, subject: str, *, unit: str, reason: str, new_day: date, officer: str
) -> Dossier:
    """Apologises and appoints the result, once, for the end of `new_day`, a working day of the office."""
    if not office.calendar.is_working_day(new_day):
        raise Refusal(
            "not_a_working_day",
            f"Ngày hẹn lại {new_day:%d/%m/%Y} là ngày nghỉ.",
            f"The new date {new_day:%d/%m/%Y} is not a working day.",
        )
    new_due_at = office.calendar.end_of_day(new_day).astimezone(UTC)
    with journal.writing() as writer:
        command = dossier.SendApology(unit=unit, reason=reason, at=writer.now, new_due_at=new_due_at)
        return act_within(writer, DOSSIERS, dossier.decide, subject, command, officer)


def stop(journal: Journal, subject: str, *, unit: str, request: StopRequested, officer: str) -> Dossier:
    """Stops it at the citizen's recorded request."""
    with journal.writing() as writer:
        command = dossier.Stop(
            unit=unit,
            requester=request.requester,
            name=request.name,
            asked_by=request.asked_by,
            proof=request.proof,
            asked_at=request.asked_at,
            at=writer.now,
        )
        return act_within(writer, DOSSIERS, dossier.decide, subject, command, officer)


def refuse(journal: Journal, subject: str, *, unit: str, reason: str, officer: str) -> Dossier:
    """Refuses to handle it, with the reason."""
    return act(journal, DOSSIERS, dossier.decide, subject, dossier.Refuse(unit, reason, journal.now()), officer)


def close_unanswered(journal: Journal, subject: str, *, unit: str, officer: str) -> Dossier:
    """Closes it because the citizen's days to answer are over."""
    return act(journal, DOSSIERS, dossier.decide, subject, dossier.CloseUnanswered(unit, journal.now()), officer)


def _known(reader: Reader, subject: str) -> Dossier:
    found = reader.state(DOSSIERS, subject)
    if found is None:
        raise Refusal("no_such_dossier", "Không tìm thấy hồ sơ này.", "There is no such dossier.")
    return found


def _procedure_of(office: Office, found: Dossier) -> Procedure:
    return procedure_in_force(office, found.procedure, found.received_at)
