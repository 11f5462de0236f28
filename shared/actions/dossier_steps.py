"""What happens to a dossier between receipt and result, each in one transaction: the office's calendar gives the days.

A step that the citizen is told of on paper is done together with the issue of its form: both stand or neither. The
rules and their articles stand in `shared.domain.dossier_rules`. `unit` is the unit the officer signs for; reasons,
names and proofs are personal and are kept apart from the events.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from shared.domain import dossier
from shared.domain.dossier import Dossier
from shared.domain.issued_form import IssuedForm
from shared.domain.office import Office
from shared.domain.planned_promise import promise_of_next
from shared.domain.step_days import answer_by, papers_to_ask_for, request_by
from shared.domain.working_time import Promise
from shared.failures import Refusal
from shared.journal.dossier_queries import known_dossier
from shared.journal.journal import Journal
from shared.journal.read_model import DOSSIERS

from .act import act, act_within
from .issue_form import Issuing, issue_within, words_about
from .receive_dossier import procedure_in_force


@dataclass(frozen=True, slots=True)
class StopRequested:
    """What the officer has entered about the citizen's request to stop; `name` and `proof` are personal.

    `given_back`: the papers that the citizen gets back with the notice.
    """

    requester: dossier.Requester
    name: str
    asked_by: dossier.AskedBy
    proof: str
    asked_at: datetime
    given_back: tuple[dossier.GivenDocument, ...] = ()


@dataclass(frozen=True, slots=True)
class StepDone:
    """A step that was done: the dossier after it, and the form that tells the citizen."""

    dossier: Dossier
    form: IssuedForm


def request_supplement(
    at: Issuing, subject: str, *, unit: str, missing: tuple[str, ...], reason: str, officer: str
) -> StepDone:
    """Asks, once, for the papers `missing` (Form 02); the citizen's days to answer (`answer_by`) begin."""
    office = at.office
    with at.journal.writing() as writer:
        now, found = writer.now, known_dossier(writer, subject)
        command = dossier.RequestSupplement(
            unit=unit,
            missing=missing,
            allowed=papers_to_ask_for(office, found),
            reason=reason,
            at=now,
            request_by=request_by(office.calendar, found),
            answer_by=answer_by(office.calendar, now),
        )
        asked = act_within(writer, DOSSIERS, dossier.decide, subject, command, officer)
        words = replace(words_about(office, asked, unit), requests=missing)
        record = asked.supplement.reason if asked.supplement else None
        form = issue_within(writer, at, "supplement_request", asked, words, officer, reason=record)
        return StepDone(asked, form)


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
        now, found = writer.now, known_dossier(writer, subject)
        promise = promise_anew(office, found, now)
        command = dossier.TakeSupplement(
            unit=unit,
            documents=documents,
            at=now,
            due_at=promise.due if promise else None,
            promise=promise.explanation_vi if promise else "",
        )
        return act_within(writer, DOSSIERS, dossier.decide, subject, command, officer)


def promise_anew(office: Office, found: Dossier, at: datetime) -> Promise | None:
    """The promise if the supplement is complete at `at`: by the limit of the day of receipt, counted from zero."""
    procedure = procedure_in_force(office, found.procedure, found.received_at)
    return promise_of_next(office.calendar, found, procedure, at)


def send_apology(at: Issuing, subject: str, *, unit: str, reason: str, new_day: date, officer: str) -> StepDone:
    """Apologises (Form 04) and appoints the result, once, for the end of `new_day`, a working day of the office."""
    calendar = at.office.calendar
    if not calendar.is_working_day(new_day):
        raise Refusal(
            "not_a_working_day",
            f"Ngày hẹn lại {new_day:%d/%m/%Y} là ngày nghỉ.",
            f"The new date {new_day:%d/%m/%Y} is not a working day.",
        )
    new_due_at = calendar.end_of_day(new_day).astimezone(UTC)
    with at.journal.writing() as writer:
        promised_before = known_dossier(writer, subject).due_at
        command = dossier.SendApology(unit=unit, reason=reason, at=writer.now, new_due_at=new_due_at)
        told = act_within(writer, DOSSIERS, dossier.decide, subject, command, officer)
        words = replace(words_about(at.office, told, unit), due_at=promised_before, new_due_at=new_due_at)
        record = told.apology.reason if told.apology else None
        return StepDone(told, issue_within(writer, at, "apology", told, words, officer, reason=record))


def stop(at: Issuing, subject: str, *, unit: str, request: StopRequested, officer: str) -> StepDone:
    """Stops it at the citizen's recorded request (Form 05)."""
    with at.journal.writing() as writer:
        promised_before = known_dossier(writer, subject).due_at
        command = dossier.Stop(
            unit=unit,
            requester=request.requester,
            name=request.name,
            asked_by=request.asked_by,
            proof=request.proof,
            asked_at=request.asked_at,
            at=writer.now,
        )
        stopped = act_within(writer, DOSSIERS, dossier.decide, subject, command, officer)
        words = replace(
            words_about(at.office, stopped, unit),
            papers=request.given_back,
            due_at=promised_before,
            asked_by=request.asked_by,
            asked_at=request.asked_at,
            stopped_at=writer.now,
        )
        record = stopped.ending.personal if stopped.ending else None
        return StepDone(stopped, issue_within(writer, at, "stop_notice", stopped, words, officer, reason=record))


def refuse(at: Issuing, subject: str, *, unit: str, reason: str, officer: str) -> StepDone:
    """Refuses to handle it, with the reason (Form 03)."""
    with at.journal.writing() as writer:
        command = dossier.Refuse(unit, reason, writer.now)
        refused = act_within(writer, DOSSIERS, dossier.decide, subject, command, officer)
        record = refused.ending.personal if refused.ending else None
        words = words_about(at.office, refused, unit)
        return StepDone(refused, issue_within(writer, at, "refusal", refused, words, officer, reason=record))


def close_unanswered(journal: Journal, subject: str, *, unit: str, officer: str) -> Dossier:
    """Closes it because the citizen's days to answer are over."""
    return act(journal, DOSSIERS, dossier.decide, subject, dossier.CloseUnanswered(unit, journal.now()), officer)
