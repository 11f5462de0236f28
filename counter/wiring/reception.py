"""Receiving dossiers, against the journal of this machine."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict

from sqlalchemy import delete, select

from counter.ports import PromiseShown, Received, ReceptionForm
from counter.wiring.work import CounterWork, staff_name, unit_name
from shared.actions.addresses import track_url
from shared.actions.receive_dossier import Reception, procedure_in_force, promise_for, receive_dossier
from shared.clock import business_date
from shared.domain.dossier import ONE_STOP, Dossier, ReturnWay
from shared.domain.office import Office, procedures_on
from shared.domain.procedures import Procedure, search_procedures
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

    def receive(self, form: ReceptionForm) -> Received:
        """Receives the dossier and answers after COMMIT with its Form 01."""
        office, officer = self.office(), self.acting("receive")
        birth_date = form.applicant.birth_date
        reception = Reception(
            procedure=form.procedure,
            channel=form.channel,
            documents=form.documents,
            sets=form.sets,
            fee_vnd=form.fee_vnd,
            return_way=form.return_way,
            counter=self.desk.counter if self.desk else "",
            ticket=form.ticket,
            applicant={
                **asdict(form.applicant),
                "birth_date": birth_date.isoformat() if birth_date else None,
            },
        )
        received = receive_dossier(self.journal, office, self.program.node, reception, officer.id)
        self.program.committed()
        return Received(received.id, received.code, received.due_at, form_01(office, received, reception.applicant))

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


_RETURN_PLACES: dict[ReturnWay, str] = {
    "post": "Qua dịch vụ bưu chính công ích",
    "online": "Cổng Dịch vụ công quốc gia",
    "one_stop": "",
}


def form_01(office: Office, dossier: Dossier, applicant: Mapping[str, object]) -> bytes:
    """Form 01 of a dossier as PDF: Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Circular 03/2025/TT-VPCP)."""
    # Imported with the first form: what draws PDFs would slow every start.
    from shared.documents.form_01_receipt import Form01, SubmittedDocument, render_form_01

    issued_on = business_date(dossier.received_at)
    return render_form_01(
        Form01(
            managing_body=office.managing_body,
            office_name=office.name,
            form_number=f"{dossier.form_number}/ -TTPVHCC",
            place=office.place,
            issued_on=issued_on,
            dossier_code=dossier.code,
            applicant_name=str(applicant.get("name", "")),
            identity_number=str(applicant.get("identity_number", "")),
            address=str(applicant.get("address", "")),
            phone=str(applicant.get("phone", "")),
            email=str(applicant.get("email", "")),
            procedure_name=dossier.procedure_name,
            documents=tuple(SubmittedDocument(each.name, each.originals, each.copies) for each in dossier.documents),
            sets=dossier.sets,
            time_limit_text=dossier.time_limit_text,
            received_at=dossier.received_at,
            due_at=dossier.due_at,
            result_place=_RETURN_PLACES[dossier.return_way] or unit_name(office, ONE_STOP),
            receiver_name=staff_name(office, dossier.received_by),
            look_up_url=track_url(office, dossier.token),
        )
    )
