"""All that the steps of one dossier need to be decided on, gathered from the rules (phiếu xử lý)."""

from __future__ import annotations

from datetime import datetime

from counter.ports import DossierRow, IssuedFormRow, Officer, PromiseShown, StepSheet
from counter.ports.reception import AgencyChoice
from counter.ports.steps import AskedAgency
from counter.steps.offers import awaited, offers
from shared.clock import business_date
from shared.domain.dossier import Dossier
from shared.domain.dossier_coordination import WORKING_DAYS_TO_ANSWER
from shared.domain.dossier_rules import is_late_notice
from shared.domain.office import Office
from shared.domain.office_names import unit_name
from shared.domain.step_days import agency_answers_by, answer_by, new_days, papers_to_ask_for, request_by
from shared.domain.units import agencies_to_ask
from shared.domain.working_time import Promise


def step_sheet(
    office: Office,
    officer: Officer,
    found: Dossier,
    row: DossierRow,
    promise: PromiseShown | None,
    forms: tuple[IssuedFormRow, ...],
    now: datetime,
) -> StepSheet:
    """The sheet of `found` for `officer` at `now`; `promise` as in `StepSheet`, `forms` those issued so far."""
    calendar, waited_for = office.calendar, awaited(found)
    return StepSheet(
        dossier=found.id,
        code=found.code,
        applicant_name=row.applicant_name,
        procedure_name=found.procedure_name,
        holder_name=row.holder_name,
        at=now,
        received_at=found.received_at,
        due_at=found.due_at,
        offers=offers(found, officer, now),
        papers=papers_named(office, found),
        names_free=papers_to_ask_for(office, found) is None,
        answer_by=answer_by(calendar, now),
        request_late=now > request_by(calendar, found),
        awaited=waited_for,
        promise=promise,
        new_days=new_days(calendar, found, business_date(now)),
        late_notice=found.due_at is not None and is_late_notice(found.due_at, now),
        given=found.documents,
        forms=forms,
        agencies=tuple(AgencyChoice(each, unit_name(office, each)) for each in _may_be_asked(office, officer, found)),
        agency_limits=tuple((days, agency_answers_by(calendar, now, days)) for days in WORKING_DAYS_TO_ANSWER),
        asked=tuple(
            AskedAgency(each.agency, unit_name(office, each.agency), each.topic, each.answer_by, now > each.answer_by)
            for each in found.open_coordinations
        ),
        competent_name=unit_name(office, found.competent.agency) if found.competent else "",
        reach_by=found.competent.reach_by if found.competent else None,
        held_since=found.held_since,
        decides=found.competent is not None and found.competent.agency == found.holder,
    )


def _may_be_asked(office: Office, officer: Officer, found: Dossier) -> tuple[str, ...]:
    """The units to choose from: none that is waited for already, nor the one that holds the dossier."""
    waited_for = {each.agency for each in found.open_coordinations}
    return tuple(each for each in agencies_to_ask(office, officer.unit) if each not in {*waited_for, found.holder})


def counts_anew(found: Dossier) -> bool:
    """Whether a new promise would be made now: a supplement or the financial duty is awaited."""
    return bool(awaited(found)) or found.awaits_duty


def papers_named(office: Office, found: Dossier) -> tuple[str, ...]:
    """The papers that a request may name: those handed in and those of the procedure's list, each once."""
    listed = papers_to_ask_for(office, found) or ()
    return tuple(dict.fromkeys((*(each.name for each in found.documents), *listed)))


def promise_shown(promise: Promise | None) -> PromiseShown:
    """A promise in words; None where the law sets no limit."""
    if promise is None:
        return PromiseShown(None, "Không quy định thời hạn", "No time limit is set")
    return PromiseShown(promise.due, promise.explanation_vi, promise.explanation_en)
