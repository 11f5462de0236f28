"""The steps of the law between receipt and result, against the journal of this machine."""

from __future__ import annotations

from datetime import date

from counter.ports import DossierRow, PrintedForm, StepOffer, StepSheet, StopForm
from counter.steps.offers import awaited, offers
from counter.steps.sheet import counts_anew, papers_named, promise_shown, step_sheet
from counter.wiring.forms import FormsRoom
from shared.actions import appointments, dossier_steps
from shared.actions.dossier_steps import StepDone, StopRequested
from shared.actions.issue_form import Printed, known_dossier
from shared.clock import business_date
from shared.domain.dossier import Dossier, GivenDocument
from shared.domain.office import Office
from shared.domain.step_days import suggested_new_day


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

    def papers_awaited(self, dossier: str) -> tuple[str, ...]:
        """The papers that were asked for and have not come."""
        with self.journal.reading() as reader:
            return awaited(known_dossier(reader, dossier))

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
