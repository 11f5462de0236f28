"""Other agencies about a dossier: ask one to take part, record its answer, record that the competent one received it.

The rules and their articles stand in `shared.domain.dossier_agencies`. `unit` is the unit the officer signs for; what
is written to an agency is personal and kept apart from the events.
"""

from __future__ import annotations

from datetime import datetime

from shared.domain import dossier
from shared.domain.dossier import CoordinationAnswer, CoordinationTopic, Dossier
from shared.domain.office import Office
from shared.domain.planned_promise import promise_of_next
from shared.domain.step_days import agency_answers_by
from shared.domain.units import agencies_to_ask
from shared.failures import Refusal
from shared.journal.dossier_queries import known_dossier
from shared.journal.journal import Journal, Writer
from shared.journal.read_model import DOSSIERS

from .act import act, act_within
from .receive_dossier import procedure_in_force


def ask_agency(
    journal: Journal,
    office: Office,
    subject: str,
    *,
    unit: str,
    agency: str,
    topic: CoordinationTopic,
    words: str,
    working_days: int,
    officer: str,
) -> Dossier:
    """Asks `agency`, which has so many working days of its own to answer; the dossier's promise stays.

    Refusal `no_such_agency` for a unit that is none of this office's agencies and departments.
    """
    if agency not in agencies_to_ask(office, unit):
        raise Refusal("no_such_agency", "Không có cơ quan phối hợp này.", "There is no such agency.")
    with journal.writing() as writer:
        command = dossier.AskAgency(
            unit=unit,
            agency=agency,
            topic=topic,
            words=words,
            working_days=working_days,
            answer_by=agency_answers_by(office.calendar, writer.now, max(working_days, 1)),
            at=writer.now,
        )
        return act_within(writer, DOSSIERS, dossier.decide, subject, command, officer)


def agency_answered(
    journal: Journal, subject: str, *, unit: str, agency: str, answer: CoordinationAnswer, officer: str
) -> Dossier:
    """The agency's answer has come, or is not needed any more."""
    command = dossier.AgencyAnswered(unit, agency, answer, journal.now())
    return act(journal, DOSSIERS, dossier.decide, subject, command, officer)


def reached_agency(
    journal: Journal, office: Office, subject: str, *, unit: str, reached_at: datetime, officer: str
) -> Dossier:
    """The competent agency received the dossier at `reached_at`; its time limit counts from then."""
    with journal.writing() as writer:
        return reached_within(writer, office, known_dossier(writer, subject), unit, reached_at, officer)


def reached_within(
    writer: Writer,
    office: Office,
    found: Dossier,
    unit: str,
    reached_at: datetime,
    officer: str,
    now: datetime | None = None,
) -> Dossier:
    """The same within a transaction that does more. `now`: where another clock, ahead of this one, has signed."""
    procedure = procedure_in_force(office, found.procedure, found.received_at)
    promise = promise_of_next(office.calendar, found, procedure, reached_at)
    command = dossier.ReachAgency(
        unit=unit,
        reached_at=reached_at,
        due_at=promise.due if promise else None,
        promise=promise.explanation_vi if promise else "",
        at=now or writer.now,
    )
    return act_within(writer, DOSSIERS, dossier.decide, found.id, command, officer)
