"""Official forms, against the journal of this machine: issued once, printed again as copies."""

from __future__ import annotations

from dataclasses import asdict

from counter.ports import GuidanceForm, IssuedFormRow, PrintedForm
from counter.wiring.work import CounterWork
from shared.actions import issue_form
from shared.actions.issue_form import Issuing, Printed
from shared.clock import business_date
from shared.domain.issued_form import Guidance, IssuedForm
from shared.domain.office import Office, procedure_on
from shared.domain.office_names import staff_name
from shared.journal.control_slip_queries import NO_WAY, control_slip_of
from shared.journal.dossier_queries import personal_records
from shared.journal.form_queries import forms_of
from shared.journal.read_model import DOSSIERS


class FormsRoom(CounterWork):
    """Every form: numbered per office, form and year, in its version of the day the dossier was received."""

    def issued_forms(self, dossier: str) -> tuple[IssuedFormRow, ...]:
        """The forms issued for `dossier`, the first one first."""
        self.acting("look_up")
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            found = forms_of(reader, dossier)
        return tuple(_row(office, each) for each in found)

    def form_01(self, dossier: str) -> PrintedForm:
        """Form 01: the original at the first print, a marked copy from then on; anew after a supplement."""
        officer = self.acting("look_up")
        printed = issue_form.issue_receipt(self.issuing(), dossier, unit=officer.unit, officer=officer.id)
        return self.on_paper(printed)

    def control_slip(self, dossier: str) -> PrintedForm:
        """Form 06 with every handover so far."""
        officer = self.acting("look_up")
        printed = issue_form.issue_control_slip(self.issuing(), dossier, unit=officer.unit, officer=officer.id)
        return self.on_paper(printed)

    def print_again(self, form: str) -> PrintedForm:
        """A further print of an issued form, marked as a copy."""
        return self.on_paper(issue_form.print_again(self.journal, form, self.acting("look_up").id))

    def guidance_form(self, form: GuidanceForm) -> PrintedForm:
        """Form 02 or 03 before a dossier is accepted."""
        officer = self.acting("ask_supplement" if form.kind == "supplement_request" else "refuse")
        office = self.office()
        procedure = procedure_on(office, form.procedure, business_date(self.journal.now()))
        birth_date = form.applicant.birth_date
        applicant = {**asdict(form.applicant), "birth_date": birth_date.isoformat() if birth_date else None}
        printed = issue_form.issue_guidance(
            self.issuing(),
            form.kind,
            procedure.name if procedure else form.procedure,
            Guidance(applicant, form.requests, form.reason),
            unit=officer.unit,
            officer=officer.id,
        )
        return self.on_paper(printed)

    def issuing(self) -> Issuing:
        """Where this machine issues forms."""
        return Issuing(self.journal, self.program.node, self.office())

    def on_paper(self, printed: Printed) -> PrintedForm:
        """What was committed just now, as PDF."""
        # Imported with the first form: what draws PDFs would slow every start.
        from counter.wiring.step_papers import Source, number_on_paper, render

        self.program.committed()
        issued = printed.form
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            found = reader.state(DOSSIERS, issued.dossier) if issued.dossier else None
            known = personal_records(reader, [each for each in (issued.applicant, issued.reason) if each])
            way = (
                control_slip_of(reader, issued.dossier) if issued.dossier and issued.form == "control_slip" else NO_WAY
            )
        said = known.get(issued.reason or "", {})
        guided = said.get("applicant")
        applicant = known.get(issued.applicant or "", guided if isinstance(guided, dict) else {})
        pdf = render(Source(office, issued, found, applicant, said, "copy" if printed.copy else "original", way))
        number = number_on_paper(office, issued)
        return PrintedForm(
            issued.id, issued.form, number, _file_name(issued, found.code if found else ""), pdf, printed.copy
        )


def _row(office: Office, issued: IssuedForm) -> IssuedFormRow:
    from counter.wiring.step_papers import number_on_paper

    return IssuedFormRow(
        id=issued.id,
        form=issued.form,
        title=issued.version.title,
        number=number_on_paper(office, issued),
        issued_at=issued.issued_at,
        issued_by=staff_name(office, issued.issued_by),
        prints=issued.prints,
    )


def _file_name(issued: IssuedForm, code: str) -> str:
    """The name of a print: Form 01 goes by the dossier's code, the others by their own number."""
    return code if issued.form == "receipt" else f"mau-{issued.version.number}-{issued.order}-{issued.year}"
