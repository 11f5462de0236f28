"""Planned appointments of a dossier, each deed in one transaction: one is met, the financial duty is shown.

The rules stand in `shared.domain.dossier_duty`; the promise of the next appointment is counted by the office's calendar
and by the procedure as it was in force on the day of the receipt.
"""

from __future__ import annotations

from shared.domain import dossier
from shared.domain.dossier import Dossier
from shared.domain.office import Office
from shared.domain.planned_promise import promise_of_next
from shared.journal.dossier_queries import known_dossier
from shared.journal.journal import Journal
from shared.journal.read_model import DOSSIERS

from .act import act_within
from .receive_dossier import procedure_in_force


def meet_appointment(journal: Journal, subject: str, *, unit: str, officer: str) -> Dossier:
    """The appointment that comes next is met (the citizen has the notice of tax); the clock stands from now."""
    with journal.writing() as writer:
        command = dossier.MeetAppointment(unit, writer.now)
        return act_within(writer, DOSSIERS, dossier.decide, subject, command, officer)


def show_duty(journal: Journal, office: Office, subject: str, *, unit: str, proof: str, officer: str) -> Dossier:
    """The citizen has shown the paper `proof` (personal); the next appointment counts from zero from now.

    Refusals of `dossier_duty`, `no_such_procedure`, and `calendar_empty` where the calendar ends before the promise.
    """
    with journal.writing() as writer:
        found, now = known_dossier(writer, subject), writer.now
        procedure = procedure_in_force(office, found.procedure, found.received_at)
        promise = promise_of_next(office.calendar, found, procedure, now) if found.awaits_duty else None
        command = dossier.ShowDuty(
            unit=unit,
            proof=proof,
            at=now,
            due_at=promise.due if promise else None,
            promise=promise.explanation_vi if promise else "",
        )
        return act_within(writer, DOSSIERS, dossier.decide, subject, command, officer)
