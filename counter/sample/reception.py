"""Reception in the sample office."""

from __future__ import annotations

from collections.abc import Mapping

from counter.ports import Applicant, CounterChoice, GivenBefore, OpenDossier, PromiseShown, Received, ReceptionForm
from counter.ports.reception import AgencyChoice
from counter.sample.room import SampleRoom
from shared.clock import business_date
from shared.domain import dossier as dossiers
from shared.domain.dossier import Dossier, Receive
from shared.domain.fee import FeeChoice, fees_of
from shared.domain.numbering import dossier_code
from shared.domain.office import procedure_on, procedures_on
from shared.domain.office_names import unit_name
from shared.domain.planned_promise import appointments_at_receipt, procedure_limit_words, receipt_promise
from shared.domain.procedures import Procedure, search_procedures
from shared.domain.step_days import reach_by
from shared.domain.units import agencies_of_field
from shared.domain.working_time import Promise
from shared.failures import Refusal

_MOST_FOUND = 30


class SampleReception(SampleRoom):
    """Procedures, promises, receptions and drafts.

    Attributes: `drafts`, by name; `received`, the forms that were received; `phones`, what people of the morning's
    dossiers gave as their phone number, by identity number.
    """

    counter: CounterChoice | None
    drafts: dict[str, Mapping[str, object]]
    received: list[ReceptionForm]
    phones: dict[str, str]

    def begin_reception(self) -> None:
        """Nothing has been received or typed yet."""
        self.drafts, self.received, self.phones = {}, [], {}

    def procedures(self, query: str) -> tuple[Procedure, ...]:
        """The procedures in force that match."""
        today = procedures_on(self._ward, business_date(self._clock.now()))
        return search_procedures(today, query)[:_MOST_FOUND]

    def promise(self, procedure: str) -> PromiseShown:
        """The promised time if received now."""
        chosen = self._procedure(procedure)
        made = self._promise(chosen)
        if made is None:
            return PromiseShown(None, chosen.time_limit_text, chosen.time_limit_text)
        return PromiseShown(made.due, made.explanation_vi, made.explanation_en)

    def agencies_for(self, procedure: str) -> tuple[AgencyChoice, ...]:
        """The agencies elsewhere that decide dossiers of this procedure."""
        found = agencies_of_field(self._ward, self._procedure(procedure).field)
        return tuple(AgencyChoice(each.id, each.name) for each in found)

    def fee_today(self, procedure: str) -> FeeChoice | None:
        """What it costs today."""
        return fees_of(self._procedure(procedure), self._ward.fee_rules, business_date(self._clock.now()))

    def receive(self, form: ReceptionForm) -> Received:
        """Receives a dossier."""
        procedure, now = self._procedure(form.procedure), self._clock.now()
        made = None if form.competent else self._promise(procedure)
        ordinal = len(self.received) + 1
        identity = self.book.new_id("dossier")
        command = Receive(
            id=identity,
            code=dossier_code(self._ward.agency_code, business_date(now), 2000 + ordinal),
            token=f"{'TIEPNHAN' * 3}{ordinal:02d}",
            procedure=procedure.code,
            procedure_name=procedure.name,
            field=procedure.field,
            channel=form.channel,
            documents=form.documents,
            sets=form.sets,
            fee_vnd=form.fee_vnd,
            return_way=form.return_way,
            received_at=now,
            due_at=made.due if made else None,
            time_limit_text=procedure_limit_words(procedure) if procedure.appointments else procedure.time_limit_text,
            promise=made.explanation_vi if made else "",
            form_number=ordinal,
            form_version="Thông tư 03/2025/TT-VPCP",
            counter=self.counter.id if self.counter else "",
            ticket=form.ticket,
            applicant=form.personal_record(),
            submitted_by="authorised" if form.submitter else "applicant",
            appointments=appointments_at_receipt(procedure, now, made.due if made else None),
            unit=self._officer_now().unit,
            unit_kind=self._officer_now().unit_kind,
            competent=form.competent,
            reach_by=reach_by(self._ward.calendar, now) if form.competent else None,
        )
        self.book.write(dossiers.decide(None, command), self._officer_now().id)
        self.received.append(form)
        dossier = self.book.dossiers[identity]
        competent = unit_name(self._ward, form.competent) if form.competent else ""
        return Received(identity, dossier.code, dossier.due_at, procedure.immediate_result is not True, competent)

    def given_before(self, identity_number: str) -> GivenBefore | None:
        """What this person gave last."""
        mine = [each for each in self.book.dossiers.values() if self._number(each) == identity_number]
        if not mine:
            return None
        mine.sort(key=lambda each: each.received_at, reverse=True)
        last = self.book.people[mine[0].applicant or ""]
        phone = str(last.get("phone", "")) or self.phones.get(identity_number, "")
        known = Applicant(
            str(last.get("name", "")),
            identity_number,
            None,
            str(last.get("address", "")),
            phone,
            str(last.get("email", "")),
        )
        still_open = tuple(
            OpenDossier(each.id, each.code, each.procedure, each.procedure_name, each.received_at)
            for each in mine
            if each.is_open
        )
        return GivenBefore(mine[0].received_at, known, still_open)

    def save_draft(self, name: str, draft: Mapping[str, object]) -> None:
        """Keeps a draft."""
        self.drafts[name] = dict(draft)

    def load_draft(self, name: str) -> Mapping[str, object] | None:
        """Gives a draft back."""
        return self.drafts.get(name)

    def drop_draft(self, name: str) -> None:
        """Forgets a draft."""
        self.drafts.pop(name, None)

    def _number(self, dossier: Dossier) -> str:
        return str(self.book.people.get(dossier.applicant or "", {}).get("identity_number", ""))

    def _procedure(self, code: str) -> Procedure:
        found = procedure_on(self._ward, code, business_date(self._clock.now()))
        if found is None:
            raise Refusal("no_such_procedure", "Không có thủ tục này.", "There is no such procedure.")
        return found

    def _promise(self, procedure: Procedure) -> Promise | None:
        return receipt_promise(self._ward.calendar, procedure, self._clock.now())
