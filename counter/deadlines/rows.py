"""A dossier that wants attention, as the lists of the room show it."""

from __future__ import annotations

from datetime import datetime

from counter.ports.deadlines import DeadlineRow
from shared.clock import business_date
from shared.domain.deadlines import DeadlineGroup, Watch, last_step, may_be_apologised_for
from shared.domain.dossier import Dossier
from shared.domain.text import given_name_key
from shared.domain.working_time import working_days_between


def deadline_row(
    dossier: Dossier, groups: tuple[DeadlineGroup, ...], watch: Watch, applicant: str, holder: str, agency: str = ""
) -> DeadlineRow:
    """The row of `dossier`, which wants `groups`; `applicant`, `holder` and `agency`, the one waited for, are names."""
    due = dossier.due_at
    return DeadlineRow(
        id=dossier.id,
        code=dossier.code,
        applicant_name=applicant,
        procedure_name=dossier.procedure_name,
        stage=dossier.stage,
        holder_name=holder,
        due_at=due,
        due_days=working_days_between(watch.calendar, watch.today, business_date(due)) if due else 0,
        since=last_step(dossier),
        answer_by=dossier.supplement.answer_by if dossier.supplement and dossier.awaits_supplement else None,
        groups=groups,
        apologised=dossier.apology is not None and dossier.apology.stands,
        may_apologise=may_be_apologised_for(dossier),
        may_close="answers_over" in groups,
        agency_name=agency,
        agency_by=dossier.agency_by,
        agency_reaches=dossier.awaits_agency and not dossier.open_coordinations,
    )


def in_order(rows: list[DeadlineRow]) -> tuple[DeadlineRow, ...]:
    """By due time (or the end of the citizen's time to answer), then given name.

    What has no such time, and results that only wait to be collected, stand at the end by their last step.
    """

    def key(row: DeadlineRow) -> tuple[bool, datetime, object]:
        until = None if row.stage == "result_at_counter" else row.due_at or row.answer_by
        return until is None, until or row.since, given_name_key(row.applicant_name)

    return tuple(sorted(rows, key=key))
