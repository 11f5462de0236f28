"""Steps of the sample office: the real rules over the book in memory."""

from __future__ import annotations

from datetime import UTC, date, datetime

from counter.ports import DossierRow, PrintedForm, PromiseShown, StepOffer, StepSheet, StopForm
from counter.ports.steps import AgencyRequest
from counter.sample.forms import SampleForms
from counter.steps.offers import offers, refuse_without_agencies
from counter.steps.sheet import counts_anew, papers_named, promise_shown, step_sheet
from shared.clock import business_date
from shared.domain import dossier as dossiers
from shared.domain import handover as handovers
from shared.domain.dossier import CoordinationAnswer, Dossier, GivenDocument, Outcome
from shared.domain.dossier_rules import Step
from shared.domain.handover import Accept, Listed, Offer, OutsideSigner
from shared.domain.office import procedure_on
from shared.domain.office_record import FormName
from shared.domain.planned_promise import promise_of_next
from shared.domain.step_days import agency_answers_by, answer_by, papers_to_ask_for, request_by, suggested_new_day
from shared.failures import Refusal


class SampleSteps(SampleForms):
    """Steps of the sample office."""

    def step_sheet(self, dossier: str) -> StepSheet:
        """Everything about the steps of `dossier`."""
        found, now, office = self._known(dossier), self._clock.now(), self._ward
        promise = self._promise_anew(found) if counts_anew(found) else None
        forms = self.issued_forms(dossier)
        return step_sheet(office, self._officer_now(), found, self._rows.row(found), promise, forms, now)

    def steps(self, dossier: str) -> tuple[StepOffer, ...]:
        """Every step with whether it is possible now."""
        return offers(self._known(dossier), self._officer_now(), self._clock.now())

    def papers_to_ask_for(self, dossier: str) -> tuple[str, ...]:
        """The papers handed in and those of the procedure's list."""
        return papers_named(self._ward, self._known(dossier))

    def suggested_new_day(self, dossier: str) -> date:
        """The day that an apology proposes."""
        return suggested_new_day(self._ward.calendar, self._known(dossier), business_date(self._clock.now()))

    def request_supplement(self, dossier: str, missing: tuple[str, ...], reason: str) -> PrintedForm:
        """Asks for papers."""
        found, now, calendar = self._known(dossier), self._clock.now(), self._ward.calendar
        allowed = papers_to_ask_for(self._ward, found)
        until, answers = request_by(calendar, found), answer_by(calendar, now)
        step = dossiers.RequestSupplement(self._officer_now().unit, missing, allowed, reason, now, until, answers)
        return self._told(found, step, "supplement_request")

    def take_supplement(self, dossier: str, documents: tuple[GivenDocument, ...]) -> DossierRow:
        """Takes what was asked for."""
        found = self._known(dossier)
        promise = self._promise_anew(found)
        step = dossiers.TakeSupplement(
            self._officer_now().unit, documents, self._clock.now(), promise.due_at, promise.explanation_vi
        )
        return self._done(found, step)

    def send_apology(self, dossier: str, reason: str, new_day: date) -> PrintedForm:
        """Apologises."""
        found, calendar = self._known(dossier), self._ward.calendar
        if not calendar.is_working_day(new_day):
            raise Refusal("not_a_working_day", "Ngày hẹn lại là ngày nghỉ.", "The new date is a rest day.")
        due = calendar.end_of_day(new_day).astimezone(UTC)
        step = dossiers.SendApology(self._officer_now().unit, reason, self._clock.now(), due)
        return self._told(found, step, "apology")

    def refuse(self, dossier: str, reason: str) -> PrintedForm:
        """Refuses to handle it."""
        step = dossiers.Refuse(self._officer_now().unit, reason, self._clock.now())
        return self._told(self._known(dossier), step, "refusal")

    def stop(self, dossier: str, request: StopForm) -> PrintedForm:
        """Stops it at the citizen's request."""
        step = dossiers.Stop(
            self._officer_now().unit,
            request.requester,
            request.name,
            request.asked_by,
            request.proof,
            request.asked_at,
            self._clock.now(),
        )
        return self._told(self._known(dossier), step, "stop_notice")

    def meet_appointment(self, dossier: str) -> DossierRow:
        """The planned appointment that comes next is met."""
        return self._done(self._known(dossier), dossiers.MeetAppointment(self._officer_now().unit, self._clock.now()))

    def show_duty(self, dossier: str, proof: str) -> DossierRow:
        """The citizen shows the financial duty to be done."""
        found = self._known(dossier)
        promise = self._promise_anew(found)
        step = dossiers.ShowDuty(
            self._officer_now().unit, proof, self._clock.now(), promise.due_at, promise.explanation_vi
        )
        return self._done(found, step)

    def close_unanswered(self, dossier: str) -> DossierRow:
        """Closes it."""
        return self._done(self._known(dossier), dossiers.CloseUnanswered(self._officer_now().unit, self._clock.now()))

    def ask_agency(self, dossier: str, request: AgencyRequest) -> DossierRow:
        """Asks an agency."""
        now = self._clock.now()
        until = agency_answers_by(self._ward.calendar, now, request.working_days)
        step = dossiers.AskAgency(
            self._officer_now().unit, request.agency, request.topic, request.words, request.working_days, until, now
        )
        return self._done(self._known(dossier), step)

    def agency_slips(self, dossier: str) -> bytes:
        """The slips of the sample."""
        refuse_without_agencies(self._known(dossier))
        return b"%PDF-1.4 sample"

    def agency_answered(self, dossier: str, agency: str, answer: CoordinationAnswer) -> DossierRow:
        """The answer has come."""
        step = dossiers.AgencyAnswered(self._officer_now().unit, agency, answer, self._clock.now())
        return self._done(self._known(dossier), step)

    def reached_agency(self, dossier: str, at: datetime) -> PrintedForm:
        """The competent agency has it."""
        found = self._known(dossier)
        procedure = procedure_on(self._ward, found.procedure, business_date(found.received_at))
        made = promise_of_next(self._ward.calendar, found, procedure, at) if procedure else None
        promise = promise_shown(made)
        step = dossiers.ReachAgency(
            self._officer_now().unit, at, promise.due_at, promise.explanation_vi, self._clock.now()
        )
        return self._told(found, step, "receipt")

    def back_from_agency(self, dossier: str, name: str, at: datetime, outcome: Outcome | None) -> DossierRow:
        """It comes back."""
        found, officer = self._known(dossier), self._officer_now()
        if outcome is not None:
            self._done(found, dossiers.AgencyDecided(officer.unit, found.holder, outcome))
            found = self._known(dossier)
        identity = self.book.new_id("handover")
        offer = Offer(
            identity,
            f"BG-{identity[-4:]}",
            found.holder,
            officer.unit,
            (Listed("dossier", found),),
            giver_kind="agency",
            outside=OutsideSigner(name, at),
        )
        self.book.write(handovers.decide(None, offer), officer.id)
        self.book.write(handovers.decide(self.book.handovers[identity], Accept(officer.unit)), officer.id)
        return self._rows.row(self._known(dossier))

    def _told(self, found: Dossier, step: Step, form: FormName) -> PrintedForm:
        self._done(found, step)
        return self._issue(form, found.id, found.procedure_name)

    def _done(self, found: Dossier, step: Step) -> DossierRow:
        self.book.write(dossiers.decide(found, step), self._officer_now().id)
        return self._rows.row(self.book.dossiers[found.id])

    def _known(self, dossier: str) -> Dossier:
        if dossier not in self.book.dossiers:
            raise Refusal("no_such_dossier", "Không tìm thấy hồ sơ này.", "There is no such dossier.")
        return self.book.dossiers[dossier]

    def _promise_anew(self, found: Dossier) -> PromiseShown:
        procedure = procedure_on(self._ward, found.procedure, business_date(found.received_at))
        made = promise_of_next(self._ward.calendar, found, procedure, self._clock.now()) if procedure else None
        return promise_shown(made)
