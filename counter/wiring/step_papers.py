"""Forms 02 to 06 as PDF, each as it was issued: from its stored words and the personal records it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from counter.wiring.control_steps import control_steps, cooperating_agencies, deciding_agency
from counter.wiring.form_papers import form_01, office_symbol
from shared.actions.addresses import track_url
from shared.clock import business_date
from shared.documents.dated_form import FormHeading, Printing, form_number
from shared.documents.form_02_supplement import Form02, render_form_02
from shared.documents.form_03_refusal import Form03, render_form_03
from shared.documents.form_04_apology import Form04, render_form_04
from shared.documents.form_05_stop_notice import Form05, render_form_05
from shared.documents.form_06_control_slip import Form06, render_form_06
from shared.documents.paper import COPY
from shared.domain.dossier import ONE_STOP, AskedBy, Dossier
from shared.domain.issued_form import IssuedForm
from shared.domain.office import Office, department_of_field, form_text_on
from shared.domain.office_names import staff_name, unit_name
from shared.journal.control_slip_queries import NO_WAY, ControlSlip

_ASKED_BY: dict[AskedBy, str] = {
    "signed_request": "Đơn đề nghị có chữ ký",
    "postal_request": "Đơn đề nghị gửi qua bưu chính",
    "portal": "Yêu cầu trên Cổng Dịch vụ công quốc gia",
}
_BLANK_STEPS = 2


@dataclass(frozen=True, slots=True)
class Source:
    """All that a form is made of (nguồn của biểu mẫu).

    `dossier` None before one was accepted; `applicant`, `said`: the personal records, empty when erased or not here;
    `way`: for Form 06.
    """

    office: Office
    issued: IssuedForm
    dossier: Dossier | None
    applicant: Mapping[str, object]
    said: Mapping[str, object]
    printing: Printing
    way: ControlSlip = NO_WAY

    def about(self, name: str) -> str:
        """What the record of the applicant says under `name`, or ""."""
        return str(self.applicant.get(name) or "")

    def word(self, name: str) -> str:
        """What the record of the step says under `name`, or ""."""
        return str(self.said.get(name) or "")

    @property
    def heading(self) -> FormHeading:
        """What stands above the text."""
        issued, words = self.issued, self.issued.words
        return FormHeading(
            version=issued.version,
            managing_body=words.managing_body,
            office_name=words.office_name,
            number=number_on_paper(self.office, issued),
            place=words.place,
            issued_on=business_date(issued.issued_at),
        )

    @property
    def officer(self) -> str:
        """Who issued it."""
        return staff_name(self.office, self.issued.issued_by)

    @property
    def agency(self) -> str:
        """The body that settles the dossier: the unit that issued it, or the one the one-stop office speaks for."""
        unit = self.issued.words.unit
        if unit != ONE_STOP:
            return unit_name(self.office, unit)
        department = department_of_field(self.office, self.dossier.field) if self.dossier else None
        return department.name if department else self.issued.words.office_name

    @property
    def code(self) -> str:
        """The dossier's code, or ""."""
        return self.dossier.code if self.dossier else ""

    @property
    def look_up_url(self) -> str:
        """Where a phone follows the dossier, or ""."""
        return track_url(self.office, self.dossier.token) if self.dossier else ""


def number_on_paper(office: Office, issued: IssuedForm) -> str:
    """Number and symbol of an issued form, as after "Số:"."""
    symbol = office_symbol(office)
    return (
        f"{issued.order}/ -{symbol}"
        if issued.form == "receipt"
        else form_number(issued.form, str(issued.order), symbol)
    )


def render(source: Source) -> bytes:
    """The form as PDF. LookupError for a form that is not issued for a dossier, such as the register."""
    match source.issued.form:
        case "receipt":
            mark = "" if source.printing == "original" else COPY
            return form_01(source.office, _dossier(source), source.applicant, source.issued, copy_mark=mark)
        case "supplement_request":
            return _form_02(source)
        case "refusal":
            return _form_03(source)
        case "apology":
            return _form_04(source)
        case "stop_notice":
            return _form_05(source)
        case "control_slip":
            return _form_06(source)
        case other:
            raise LookupError(f"{other} is not issued for a dossier")


def _form_02(source: Source) -> bytes:
    said = source.said.get("requests")
    guidance = tuple(str(each) for each in said) if isinstance(said, list) else ()
    return render_form_02(
        Form02(
            heading=source.heading,
            dossier_code=source.code,
            applicant_name=source.about("name"),
            procedure_name=source.issued.words.procedure_name,
            address=source.about("address"),
            phone=source.about("phone"),
            email=source.about("email"),
            requests=source.issued.words.requests or guidance,
            reason=source.word("reason"),
            contact_name=source.officer,
            contact_phone=source.office.hotline,
            guide_name=source.officer,
            look_up_url=source.look_up_url,
            printing=source.printing,
        )
    )


def _form_03(source: Source) -> bytes:
    return render_form_03(
        Form03(
            heading=source.heading,
            dossier_code=source.code,
            applicant_name=source.about("name"),
            identity_number=source.about("identity_number"),
            address=source.about("address"),
            phone=source.about("phone"),
            email=source.about("email"),
            procedure_name=source.issued.words.procedure_name,
            reasons=tuple(line for line in source.word("reason").splitlines() if line.strip()),
            receiver_name=source.officer,
            look_up_url=source.look_up_url,
            printing=source.printing,
        )
    )


def _form_04(source: Source) -> bytes:
    dossier, words = _dossier(source), source.issued.words
    if words.due_at is None or words.new_due_at is None:
        raise LookupError("an apology without its dates")
    return render_form_04(
        Form04(
            heading=source.heading,
            dossier_code=dossier.code,
            applicant_name=source.about("name"),
            identity_number=source.about("identity_number"),
            agency_name=source.agency,
            procedure_name=words.procedure_name,
            received_on=business_date(dossier.received_at),
            promised_at=words.due_at,
            reason=source.word("reason"),
            new_date=business_date(words.new_due_at),
            head_name=form_text_on(source.office, "apology", "head_name", source.heading.issued_on),
            head_title=form_text_on(source.office, "apology", "head_title", source.heading.issued_on),
            look_up_url=source.look_up_url,
            printing=source.printing,
        )
    )


def _form_05(source: Source) -> bytes:
    dossier, words = _dossier(source), source.issued.words
    if words.asked_by is None or words.asked_at is None or words.stopped_at is None:
        raise LookupError("a stop notice without its request")
    paper = (_ASKED_BY[words.asked_by], source.word("proof"), source.word("name"))
    return render_form_05(
        Form05(
            heading=source.heading,
            dossier_code=dossier.code,
            applicant_name=source.about("name"),
            identity_number=source.about("identity_number"),
            address=source.about("address"),
            phone=source.about("phone"),
            email=source.about("email"),
            procedure_name=words.procedure_name,
            received_at=dossier.received_at,
            requested_at=words.asked_at,
            request_paper="; ".join(each for each in paper if each),
            stopped_at=words.stopped_at,
            returned_papers=tuple(each.name for each in words.papers),
            fee_text="",
            officer_name=source.officer,
            look_up_url=source.look_up_url,
            printing=source.printing,
        )
    )


def _form_06(source: Source) -> bytes:
    dossier, office = _dossier(source), source.office
    return render_form_06(
        Form06(
            heading=source.heading,
            dossier_code=dossier.code,
            agency=deciding_agency(office, dossier),
            cooperating_agency=cooperating_agencies(office, dossier),
            received_on=business_date(dossier.received_at),
            due_at=dossier.legal_due_at,
            steps=control_steps(office, source.way),
            blank_steps=_BLANK_STEPS,
            look_up_url=source.look_up_url,
            printing=source.printing,
        )
    )


def _dossier(source: Source) -> Dossier:
    if source.dossier is None:
        raise LookupError(f"{source.issued.form} without a dossier")
    return source.dossier
