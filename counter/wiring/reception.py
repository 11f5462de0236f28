"""Receiving dossiers, against the journal of this machine."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from sqlalchemy import delete, select

from counter.ports import Applicant, GivenBefore, OpenDossier, PromiseShown, Received, ReceptionForm
from counter.ports.reception import AgencyChoice
from counter.wiring.work import CounterWork
from shared.actions.receive_dossier import Reception, procedure_in_force, promise_for, receive_dossier
from shared.clock import business_date
from shared.domain.fee import FeeChoice, fees_of
from shared.domain.office import procedure_on, procedures_on
from shared.domain.office_names import unit_name
from shared.domain.procedures import Procedure, search_procedures
from shared.domain.units import agencies_of_field
from shared.journal.applicant_queries import dossiers_of_applicant
from shared.journal.dossier_search_index import index_some, index_state
from shared.journal.event import to_json
from shared.journal.inserting import upsert
from shared.journal.read_model import milliseconds
from shared.journal.tables import draft as draft_table

_MOST_FOUND = 30


class ReceptionRoom(CounterWork):
    """Procedures, promises, receptions and drafts."""

    def procedures(self, query: str) -> tuple[Procedure, ...]:
        """The procedures in force that match `query`, the best first."""
        in_force = procedures_on(self.office(), business_date(self.journal.now()))
        return search_procedures(in_force, query)[:_MOST_FOUND]

    def promise(self, procedure: str) -> PromiseShown:
        """The promised time if received now."""
        office, now = self.office(), self.journal.now()
        found = procedure_in_force(office, procedure, now)
        promise = promise_for(office, found, now)
        if promise is None:
            return PromiseShown(None, "Không quy định thời hạn", "No time limit is set")
        return PromiseShown(promise.due, promise.explanation_vi, promise.explanation_en)

    def agencies_for(self, procedure: str) -> tuple[AgencyChoice, ...]:
        """The agencies elsewhere that decide dossiers of this procedure."""
        office, now = self.office(), self.journal.now()
        found = agencies_of_field(office, procedure_in_force(office, procedure, now).field)
        return tuple(AgencyChoice(each.id, each.name) for each in found)

    def fee_today(self, procedure: str) -> FeeChoice | None:
        """What it costs by the catalogue and the rules of today."""
        office, today = self.office(), business_date(self.journal.now())
        found = procedure_on(office, procedure, today)
        return None if found is None else fees_of(found, office.fee_rules, today)

    def receive(self, form: ReceptionForm) -> Received:
        """Receives the dossier and answers after COMMIT."""
        office, officer = self.office(), self.acting("receive")
        reception = Reception(
            procedure=form.procedure,
            channel=form.channel,
            documents=form.documents,
            sets=form.sets,
            fee_vnd=form.fee_vnd,
            return_way=form.return_way,
            counter=self.desk.counter if self.desk else "",
            ticket=form.ticket,
            applicant=form.personal_record(),
            submitted_by="authorised" if form.submitter else "applicant",
            unit=officer.unit,
            unit_kind=officer.unit_kind,
            competent=form.competent,
        )
        received = receive_dossier(self.journal, office, self.program.node, reception, officer.id)
        self.program.committed()
        immediate = procedure_in_force(office, form.procedure, received.received_at).immediate_result
        competent = unit_name(office, received.competent.agency) if received.competent else ""
        return Received(received.id, received.code, received.due_at, immediate is not True, competent)

    def given_before(self, identity_number: str) -> GivenBefore | None:
        """What the applicant with this whole number gave last at this office; for whoever may receive only."""
        self.acting("receive")
        with self.journal.reading() as reader:
            up_to_date = index_state(reader).complete
        if not up_to_date:
            with self.journal.writing() as writer:
                index_some(writer)
        with self.journal.reading() as reader:
            found = dossiers_of_applicant(reader, identity_number)
        if not found:
            return None
        still_open = tuple(
            OpenDossier(each.id, each.code, each.procedure, each.procedure_name, each.received_at)
            for each in (of_theirs.dossier for of_theirs in found)
            if each.is_open
        )
        return GivenBefore(found[0].dossier.received_at, applicant_of(found[0].record), still_open)

    def save_draft(self, name: str, draft: Mapping[str, object]) -> None:
        """Keeps a half-typed form."""
        with self.journal.writing() as writer:
            row = {
                "office": writer.office,
                "name": name,
                "document": to_json(draft),
                "saved_at": milliseconds(writer.now),
            }
            upsert(writer.connection, draft_table, [row])

    def load_draft(self, name: str) -> Mapping[str, object] | None:
        """Gives a half-typed form back, or None."""
        with self.journal.reading() as reader:
            document = reader.connection.execute(
                select(draft_table.c.document).where(draft_table.c.office == reader.office, draft_table.c.name == name)
            ).scalar()
        found: Mapping[str, object] | None = None if document is None else json.loads(document)
        return found

    def drop_draft(self, name: str) -> None:
        """Forgets a draft that has become a dossier."""
        with self.journal.writing() as writer:
            writer.connection.execute(
                delete(draft_table).where(draft_table.c.office == writer.office, draft_table.c.name == name)
            )


def applicant_of(record: Mapping[str, object]) -> Applicant:
    """The applicant that a personal record holds."""
    born = record.get("birth_date")
    return Applicant(
        name=str(record.get("name", "")),
        identity_number=str(record.get("identity_number", "")),
        birth_date=date.fromisoformat(born) if isinstance(born, str) else None,
        address=str(record.get("address", "")),
        phone=str(record.get("phone", "")),
        email=str(record.get("email", "")),
        kind="organisation" if record.get("kind") == "organisation" else "applicant",
        representative=str(record.get("representative", "")),
    )
