"""Forms of the sample office: numbered and counted as real ones, on paper a line that names them."""

from __future__ import annotations

import io
from dataclasses import asdict

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from counter.ports import GuidanceForm, IssuedFormRow, PrintedForm
from counter.sample.room import SampleRoom
from resources.sample_ward.load import sample_staff
from shared.clock import business_date
from shared.documents.dated_form import form_number
from shared.documents.fonts import form_family
from shared.domain import issued_form
from shared.domain.issued_form import FormWords, Guidance, Issue, IssuedForm, Print, next_order
from shared.domain.office import form_on
from shared.domain.office_record import FormName

_SYMBOL = "TTPVHCC"


class SampleForms(SampleRoom):
    """Forms of the sample office."""

    def issued_forms(self, dossier: str) -> tuple[IssuedFormRow, ...]:
        """The forms issued for `dossier`."""
        return tuple(self._form_row(each) for each in self.book.forms.values() if each.dossier == dossier)

    def form_01(self, dossier: str) -> PrintedForm:
        """Form 01."""
        return self._once_or_again(dossier, "receipt")

    def control_slip(self, dossier: str) -> PrintedForm:
        """Form 06."""
        return self._once_or_again(dossier, "control_slip")

    def print_again(self, form: str) -> PrintedForm:
        """A copy."""
        self.book.write(issued_form.decide(self.book.forms.get(form), Print()), self._officer_now().id)
        return self._form_on_paper(form, copy=True)

    def guidance_form(self, form: GuidanceForm) -> PrintedForm:
        """Form 02 or 03 before a dossier is accepted."""
        said = Guidance(asdict(form.applicant), form.requests, form.reason)
        return self._issue(form.kind, None, form.procedure, said)

    def _issue(
        self, form: FormName, dossier: str | None, procedure_name: str, said: Guidance | None = None
    ) -> PrintedForm:
        office, today = self._ward, business_date(self._clock.now())
        version = form_on(office, form, today)
        assert version is not None
        numbers = [each.order for each in self.book.forms.values() if each.form == form]
        own = self.book.dossiers[dossier].form_number if form == "receipt" and dossier else None
        command = Issue(
            id=self.book.new_id("form"),
            form=form,
            dossier=dossier,
            year=today.year,
            order=own or next_order(max(numbers, default=None), 1),
            version=version,
            words=FormWords(office.managing_body, office.name, office.place, procedure_name, self._officer_now().unit),
            guidance=said,
        )
        self.book.write(issued_form.decide(None, command), self._officer_now().id)
        return self._form_on_paper(command.id, copy=False)

    def _once_or_again(self, dossier: str, form: FormName) -> PrintedForm:
        known = next((each for each in self.book.forms.values() if (each.dossier, each.form) == (dossier, form)), None)
        if known is not None:
            return self.print_again(known.id)
        return self._issue(form, dossier, self.book.dossiers[dossier].procedure_name)

    def _form_on_paper(self, form: str, *, copy: bool) -> PrintedForm:
        issued = self.book.forms[form]
        number = _number(issued)
        pdf = _page(f"{issued.version.title} · {number}{' · BẢN SAO' if copy else ''}")
        code = self.book.dossiers[issued.dossier].code if issued.dossier else ""
        name = code if issued.form == "receipt" else f"mau-{issued.version.number}-{issued.order}-{issued.year}"
        return PrintedForm(issued.id, issued.form, number, name, pdf, copy)

    def _form_row(self, issued: IssuedForm) -> IssuedFormRow:
        by = next((each.name for each in sample_staff() if each.id == issued.issued_by), issued.issued_by)
        return IssuedFormRow(
            issued.id, issued.form, issued.version.title, _number(issued), issued.issued_at, by, issued.prints
        )


def _number(issued: IssuedForm) -> str:
    if issued.form == "receipt":
        return f"{issued.order}/ -{_SYMBOL}"
    return form_number(issued.form, str(issued.order), _SYMBOL)


def _page(words: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont(form_family().regular, 13)
    canvas.drawString(72, 760, words)
    canvas.save()
    return out.getvalue()
