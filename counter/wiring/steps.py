"""The steps of the law between receipt and result, against the journal of this machine."""

from __future__ import annotations

from datetime import date, datetime

from counter.ports import DossierRow, PrintedForm, StepOffer, StepSheet, StopForm
from counter.ports.steps import AgencyRequest
from counter.steps.offers import offers, refuse_without_agencies
from counter.steps.sheet import counts_anew, papers_named, promise_shown, step_sheet
from counter.wiring.forms import FormsRoom
from shared.actions import agency_receipt, appointments, coordinate, dossier_steps
from shared.actions.dossier_steps import StepDone, StopRequested
from shared.actions.issue_form import Printed
from shared.clock import business_date
from shared.domain.dossier import CoordinationAnswer, Dossier, GivenDocument, Outcome
from shared.domain.office import Office
from shared.domain.step_days import suggested_new_day
from shared.journal.dossier_queries import known_dossier, personal_records


class StepsRoom(FormsRoom):
    """The steps of the law, each a command of the domain done together with its form."""

    def step_sheet(self, dossier: str) -> StepSheet:
        """Everything about the steps of `dossier` at once."""
        self.acting("look_up")
        office, officer, now = self.office(), self.signed_in(), self.journal.now()
        with self.journal.reading() as reader:
            found = known_dossier(reader, dossier)
            row = self.rows(reader, (found,), office)[0]
        promise = promise_shown(dossier_steps.promise_anew(office, found, now)) if counts_anew(found) else None
        return step_sheet(office, officer, found, row, promise, self.issued_forms(dossier), now)

    def steps(self, dossier: str) -> tuple[StepOffer, ...]:
        """Every step that this officer's role may do, with whether it is possible now."""
        self.acting("look_up")
        with self.journal.reading() as reader:
            found = known_dossier(reader, dossier)
        return offers(found, self.signed_in(), self.journal.now())

    def papers_to_ask_for(self, dossier: str) -> tuple[str, ...]:
        """The papers that a request may name: those handed in and those of the procedure's list."""
        with self.journal.reading() as reader:
            found = known_dossier(reader, dossier)
        return papers_named(self.office(), found)

    def suggested_new_day(self, dossier: str) -> date:
        """The working day that an apology proposes as the new date."""
        with self.journal.reading() as reader:
            found = known_dossier(reader, dossier)
        return suggested_new_day(self.office().calendar, found, business_date(self.journal.now()))

    def request_supplement(self, dossier: str, missing: tuple[str, ...], reason: str) -> PrintedForm:
        """Asks for papers, once, and answers Form 02."""
        officer = self.acting("ask_supplement")
        return self._told(
            dossier_steps.request_supplement(
                self.issuing(), dossier, unit=officer.unit, missing=missing, reason=reason, officer=officer.id
            )
        )

    def take_supplement(self, dossier: str, documents: tuple[GivenDocument, ...]) -> DossierRow:
        """Takes everything that was asked for; the clock starts again."""
        officer, office = self.acting("receive"), self.office()
        taken = dossier_steps.take_supplement(
            self.journal, office, dossier, unit=officer.unit, documents=documents, officer=officer.id
        )
        return self._row_of(taken, office)

    def send_apology(self, dossier: str, reason: str, new_day: date) -> PrintedForm:
        """Apologises once, with the one new date, and answers Form 04."""
        officer = self.acting("apologise")
        return self._told(
            dossier_steps.send_apology(
                self.issuing(), dossier, unit=officer.unit, reason=reason, new_day=new_day, officer=officer.id
            )
        )

    def refuse(self, dossier: str, reason: str) -> PrintedForm:
        """Refuses to handle it and answers Form 03."""
        officer = self.acting("refuse")
        done = dossier_steps.refuse(self.issuing(), dossier, unit=officer.unit, reason=reason, officer=officer.id)
        return self._told(done)

    def stop(self, dossier: str, request: StopForm) -> PrintedForm:
        """Stops it at the citizen's recorded request and answers Form 05."""
        officer = self.acting("stop")
        asked = StopRequested(
            requester=request.requester,
            name=request.name,
            asked_by=request.asked_by,
            proof=request.proof,
            asked_at=request.asked_at,
            given_back=request.given_back,
        )
        done = dossier_steps.stop(self.issuing(), dossier, unit=officer.unit, request=asked, officer=officer.id)
        return self._told(done)

    def meet_appointment(self, dossier: str) -> DossierRow:
        """The planned appointment that comes next is met."""
        officer = self.acting("ask_supplement")
        met = appointments.meet_appointment(self.journal, dossier, unit=officer.unit, officer=officer.id)
        return self._row_of(met, self.office())

    def show_duty(self, dossier: str, proof: str) -> DossierRow:
        """The citizen shows the paper `proof` of the financial duty."""
        officer, office = self.acting("receive"), self.office()
        shown = appointments.show_duty(
            self.journal, office, dossier, unit=officer.unit, proof=proof, officer=officer.id
        )
        return self._row_of(shown, office)

    def ask_agency(self, dossier: str, request: AgencyRequest) -> DossierRow:
        """Asks an agency to take part."""
        officer, office = self.acting("coordinate"), self.office()
        asked = coordinate.ask_agency(
            self.journal,
            office,
            dossier,
            unit=officer.unit,
            agency=request.agency,
            topic=request.topic,
            words=request.words,
            working_days=request.working_days,
            officer=officer.id,
        )
        return self._row_of(asked, office)

    def agency_slips(self, dossier: str) -> bytes:
        """The slips to the agencies whose answer is waited for."""
        self.acting("look_up")
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            found = known_dossier(reader, dossier)
            refuse_without_agencies(found)
            hashes = (found.applicant, *(each.words for each in found.open_coordinations))
            records = personal_records(reader, [each for each in hashes if each])
        # Imported with the first slip: what draws PDFs would slow every start.
        from counter.wiring.transfer_papers import transfer_slips

        return transfer_slips(office, found, records)

    def agency_answered(self, dossier: str, agency: str, answer: CoordinationAnswer) -> DossierRow:
        """The agency's answer has come, or is not needed any more."""
        officer = self.acting("coordinate")
        answered = coordinate.agency_answered(
            self.journal, dossier, unit=officer.unit, agency=agency, answer=answer, officer=officer.id
        )
        return self._row_of(answered, self.office())

    def reached_agency(self, dossier: str, at: datetime) -> PrintedForm:
        """The competent agency received it at `at`; the citizen's Form 01 says the new date."""
        officer, office = self.acting("hand_over"), self.office()
        coordinate.reached_agency(self.journal, office, dossier, unit=officer.unit, reached_at=at, officer=officer.id)
        return self.form_01(dossier)

    def back_from_agency(self, dossier: str, name: str, at: datetime, outcome: Outcome | None) -> DossierRow:
        """The dossier comes back from the agency that has it."""
        officer, office = self.acting("coordinate"), self.office()
        back = agency_receipt.take_from_agency(
            self.journal,
            self.program.node,
            office,
            dossier,
            unit=officer.unit,
            officer=officer.id,
            name=name,
            outcome=outcome,
            at=at,
        )
        return self._row_of(back, office)

    def close_unanswered(self, dossier: str) -> DossierRow:
        """Closes it because the citizen's days to answer are over."""
        officer = self.acting("close")
        closed = dossier_steps.close_unanswered(self.journal, dossier, unit=officer.unit, officer=officer.id)
        return self._row_of(closed, self.office())

    def _told(self, done: StepDone) -> PrintedForm:
        return self.on_paper(Printed(done.form, copy=False))

    def _row_of(self, found: Dossier, office: Office) -> DossierRow:
        self.program.committed()
        with self.journal.reading() as reader:
            return self.rows(reader, (found,), office)[0]
