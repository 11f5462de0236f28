"""Consignment notes, against the journal of this machine: at a point of the post, and where the office enters them."""

from __future__ import annotations

from datetime import datetime

from counter.consign.rows import note_row, supplement_card
from counter.ports.consign import EnteredNote, NoteForm, NoteRow, ReceiptToPrint, SupplementCard, WaitingEntry
from counter.wiring.finding import dossier_of
from counter.wiring.reception import applicant_of
from counter.wiring.work import CounterWork
from shared.actions import enter_consignments, make_consignment
from shared.actions.enter_consignments import Entered, Entering, why_not
from shared.actions.issue_form import wants_receipt
from shared.actions.make_consignment import Consigning
from shared.clock import business_date
from shared.domain import carried_note
from shared.domain.consignment import Consignment
from shared.domain.dossier import Dossier
from shared.domain.office import Office, procedure_on
from shared.domain.office_names import staff_name
from shared.domain.paper_code import Gathered
from shared.domain.payment import read_receipt
from shared.domain.tracking import read_tracking
from shared.domain.units import receives_papers
from shared.failures import Refusal, Sentence
from shared.journal.consignment_queries import (
    dossiers_without_receipt,
    last_series_of,
    made_event,
    notes_not_here,
    notes_of_post,
    submitted_notes,
)
from shared.journal.dossier_queries import dossiers_by_id, personal_records
from shared.journal.journal import Reader
from shared.journal.read_model import CONSIGNMENTS, HANDOVERS


class ConsignRoom(CounterWork):
    """Consignment notes."""

    def make_note(self, form: NoteForm) -> NoteRow:
        """Makes the note."""
        officer, typed = self.acting("consign"), form.form
        entered = Consigning(
            procedure=typed.procedure,
            documents=typed.documents,
            sets=typed.sets,
            return_way=typed.return_way,
            applicant=typed.personal_record(),
            fee_vnd=typed.fee_vnd or 0,
            receipt=read_receipt(form.series, form.number),
            tracking=read_tracking(form.tracking).number if form.tracking.strip() else "",
            submitted_by="authorised" if typed.submitter else "applicant",
            supplements=form.supplements,
        )
        office = self.office()
        made = make_consignment.make_consignment(
            self.journal, office, self.program.node, entered, post=officer.unit, officer=officer.id
        )
        self.program.committed()
        return _row(office, made, typed.applicant.name, officer.unit)

    def notes_of_today(self) -> tuple[NoteRow, ...]:
        """The notes of the officer's post point."""
        officer = self.acting("consign")
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            notes = notes_of_post(reader, officer.unit, self.start_of_today())
            known = personal_records(reader, [each.applicant for each in notes if each.applicant])
        names = {key: str(record.get("name", "")) for key, record in known.items()}
        return tuple(_row(office, each, names.get(each.applicant or "", ""), officer.unit) for each in notes)

    def last_receipt_series(self) -> str:
        """The series of the receipt on the last note made on this machine."""
        self.acting("consign")
        with self.journal.reading() as reader:
            return last_series_of(reader, self.journal.device)

    def note_paper(self, note: str, *, copy: bool) -> bytes:
        """The Phiếu gửi hồ sơ as PDF."""
        # Imported with the first note: what draws PDFs would slow every start.
        from counter.wiring.consignment_papers import dispatch_note
        from shared.documents.paper import COPY

        self.acting("consign")
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            found = _note(reader, note)
            applicant = personal_records(reader, [found.applicant] if found.applicant else [])
            made = made_event(reader, note)
        person = applicant.get(found.applicant or "", {})
        codes = carried_note.to_codes(found, person, made.lamport if made else 0)
        return dispatch_note(office, found, person, codes, copy_mark=COPY if copy else "")

    def withdraw_note(self, note: str) -> None:
        """Takes a note back."""
        officer = self.acting("consign")
        make_consignment.withdraw(self.journal, note, post=officer.unit, officer=officer.id)
        self.program.committed()

    def give_note_back(self, note: str) -> None:
        """The papers go back to the sender."""
        officer = self.acting("consign")
        make_consignment.give_back(self.journal, note, post=officer.unit, officer=officer.id)
        self.program.committed()

    def awaiting_supplement(self, text: str) -> SupplementCard:
        """The dossier that waits for papers."""
        self.acting("consign")
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            found = dossier_of(reader, office, text)
            known = personal_records(reader, [found.applicant] if found.applicant else [])
        return supplement_card(found, applicant_of(known.get(found.applicant or "", {})))

    def waiting_entries(self) -> tuple[WaitingEntry, ...]:
        """The notes that the officer's unit has signed for and that are no dossiers yet."""
        officer = self.acting("receive")
        if not receives_papers(officer.unit_kind):
            return ()
        with self.journal.reading() as reader:
            office, now = self.program.reference.read(reader.connection), self.journal.now()
            asked = ("waiting_entries", officer.unit)
            return self.kept.answer(
                reader, office, now, asked, lambda: _waiting_entries(reader, office, officer.unit, now)
            )

    def enter_note(self, note: str) -> EnteredNote:
        """Enters one."""
        officer = self.acting("receive")
        return self._entered(enter_consignments.enter(self.entering(), note, officer.id))

    def enter_arrived(self) -> tuple[EnteredNote, ...]:
        """Enters those that this machine has signed for and whose content has arrived."""
        officer = self.acting("receive")
        if not receives_papers(officer.unit_kind):
            return ()
        entered = enter_consignments.enter_arrived(self.entering(), (officer.unit,), officer.id)
        return tuple(self._entered(each) for each in entered)

    def enter_paper(self, codes: Gathered) -> EnteredNote:
        """Enters one from the codes on its paper."""
        officer = self.acting("receive")
        carried = carried_note.from_scan(codes)
        return self._entered(enter_consignments.enter_from_paper(self.entering(), carried, officer.id))

    def receipts_to_print(self) -> tuple[ReceiptToPrint, ...]:
        """What the post brought and whose Form 01 is to be printed."""
        officer = self.acting("receive")
        if not receives_papers(officer.unit_kind):
            return ()
        with self.journal.reading() as reader:
            office, now = self.program.reference.read(reader.connection), self.journal.now()
            asked = ("receipts_to_print", officer.unit)
            return self.kept.answer(
                reader, office, now, asked, lambda: _receipts_to_print(reader, office, officer.unit, now)
            )

    def entering(self) -> Entering:
        """Where this machine enters notes."""
        counter = self.desk.counter if self.desk else ""
        return Entering(self.journal, self.program.node, self.office(), counter)

    def _entered(self, entered: Entered) -> EnteredNote:
        self.program.committed()
        return EnteredNote(entered.note, entered.number, entered.dossier, entered.code)


def _waiting_entries(reader: Reader, office: Office, unit: str, now: datetime) -> tuple[WaitingEntry, ...]:
    here = [_waiting(reader, office, each) for each in submitted_notes(reader, (unit,))]
    not_here = [
        WaitingEntry(item, "", here=False, taken_at=record.accepted_at, handover=record.number)
        for item, record in notes_not_here(reader, (unit,), now)
        if record.accepted_at is not None
    ]
    return tuple(sorted([*here, *not_here], key=lambda each: each.taken_at))


def _receipts_to_print(reader: Reader, office: Office, unit: str, now: datetime) -> tuple[ReceiptToPrint, ...]:
    ids = dossiers_without_receipt(reader, (unit,), now)
    found = [each for each in dossiers_by_id(reader, ids) if wants_receipt(reader, each)]
    return tuple(
        ReceiptToPrint(each.id, each.code) for each in found if each.is_open and not _gives_at_once(office, each)
    )


def _gives_at_once(office: Office, found: Dossier) -> bool:
    procedure = procedure_on(office, found.procedure, business_date(found.received_at))
    return procedure is not None and procedure.immediate_result is True


def _note(reader: Reader, note: str) -> Consignment:
    found = reader.state(CONSIGNMENTS, note)
    if found is None:
        raise Refusal("no_such_consignment", "Không tìm thấy phiếu gửi này.", "There is no such consignment note.")
    return found


def _row(office: Office, note: Consignment, sender: str, unit: str) -> NoteRow:
    return note_row(note, sender, staff_name(office, note.made_by), unit)


def _waiting(reader: Reader, office: Office, note: Consignment) -> WaitingEntry:
    record = reader.state(HANDOVERS, note.submitted_in) if note.submitted_in else None
    refused = why_not(reader, office, note)
    return WaitingEntry(
        id=note.id,
        number=note.number,
        here=True,
        taken_at=note.submitted_at or note.made_at,
        handover=record.number if record else "",
        why=Sentence(refused.sentence.vi, refused.sentence.en) if refused else None,
        dossier=note.dossier,
    )
