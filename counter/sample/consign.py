"""Consignment notes in the sample office."""

from __future__ import annotations

from dataclasses import replace

from counter.consign.rows import note_row, supplement_card
from counter.ports import Applicant
from counter.ports.consign import EnteredNote, NoteForm, NoteRow, ReceiptToPrint, SupplementCard, WaitingEntry
from counter.sample.note_content import ask_for_papers, write_notes
from counter.sample.room import SampleRoom
from resources.sample_ward.load import sample_staff
from shared.clock import business_date
from shared.domain import carried_note
from shared.domain import consignment as consignments
from shared.domain.consignment import Consignment, GiveBack, Make, Withdraw
from shared.domain.office import procedure_on
from shared.domain.paper_code import Gathered
from shared.domain.payment import read_receipt
from shared.domain.units import receives_papers
from shared.failures import Refusal


class SampleConsign(SampleRoom):
    """Consignment notes.

    Attributes: `not_here`, what waits for its content; `entered`, what is entered next; `unprinted`, what the post
    brought and whose Form 01 is to be printed.
    """

    not_here: tuple[WaitingEntry, ...] = ()
    unprinted: tuple[ReceiptToPrint, ...] = ()
    entered: tuple[EnteredNote, ...] = ()

    def write_notes(self) -> tuple[str, ...]:
        """A morning at the post point has been; answers the ids of its notes."""
        return write_notes(self.book, self._ward)

    def ask_for_papers(self) -> str:
        """A dossier waits for papers; answers its code."""
        return ask_for_papers(self.book, self._ward)

    def make_note(self, form: NoteForm) -> NoteRow:
        """Makes a note."""
        typed, officer, now = form.form, self._officer_now(), self._clock.now()
        procedure = procedure_on(self._ward, typed.procedure, business_date(now))
        if procedure is None:
            raise Refusal("no_such_procedure", "Không có thủ tục này.", "There is no such procedure.")
        receipt = read_receipt(form.series, form.number)
        supplemented = self.book.dossiers.get(form.supplements or "")
        number = sum(1 for each in self.book.consignments.values() if each.made_at.date() == now.date()) + 1
        command = Make(
            id=self.book.new_id("note"),
            number=f"PG-{business_date(now):%y%m%d}-01{number:03}",
            purpose="supplement" if supplemented else "application",
            post=officer.unit,
            procedure=procedure.code,
            procedure_name=procedure.name,
            field=procedure.field,
            documents=typed.documents,
            sets=typed.sets,
            return_way=typed.return_way,
            fee_vnd=typed.fee_vnd or 0,
            applicant=typed.personal_record(),
            receipt=(receipt.series, receipt.number) if receipt else None,
            tracking=form.tracking,
            submitted_by="authorised" if typed.submitter else "applicant",
            dossier=supplemented.id if supplemented else None,
            dossier_code=supplemented.code if supplemented else "",
        )
        self.book.write(consignments.decide(None, command), officer.id)
        return self._note_row(self.book.consignments[command.id])

    def notes_of_today(self) -> tuple[NoteRow, ...]:
        """The notes of the officer's post point."""
        mine = [each for each in self.book.consignments.values() if each.post == self._officer_now().unit]
        mine.sort(key=lambda each: (each.made_at, each.number), reverse=True)
        return tuple(self._note_row(each) for each in mine)

    def last_receipt_series(self) -> str:
        """The series of the last receipt."""
        return next((each.receipt[0] for each in reversed(self.book.consignments.values()) if each.receipt), "")

    def note_paper(self, note: str, *, copy: bool) -> bytes:
        """The Phiếu gửi hồ sơ as PDF."""
        from counter.wiring.consignment_papers import dispatch_note
        from shared.documents.paper import COPY

        found = self.book.consignments[note]
        person = self.book.people.get(found.applicant or "", {})
        codes = carried_note.to_codes(found, person, 1)
        named = replace(found, made_by=_names().get(found.made_by, found.made_by))
        return dispatch_note(self._ward, named, person, codes, copy_mark=COPY if copy else "")

    def withdraw_note(self, note: str) -> None:
        """Takes a note back."""
        facts = consignments.decide(self.book.consignments[note], Withdraw(self._officer_now().unit))
        self.book.write(facts, self._officer_now().id)

    def give_note_back(self, note: str) -> None:
        """The papers go back to the sender."""
        facts = consignments.decide(self.book.consignments[note], GiveBack(self._officer_now().unit))
        self.book.write(facts, self._officer_now().id)

    def awaiting_supplement(self, text: str) -> SupplementCard:
        """The dossier that waits for papers."""
        found = self._rows.find(text)
        record = self.book.people.get(found.applicant or "", {})
        words = {name: str(record.get(name, "")) for name in ("name", "identity_number", "address", "phone", "email")}
        applicant = Applicant(
            words["name"], words["identity_number"], None, words["address"], words["phone"], words["email"]
        )
        return supplement_card(found, applicant)

    def waiting_entries(self) -> tuple[WaitingEntry, ...]:
        """What waits to be entered."""
        return self.not_here if receives_papers(self._officer_now().unit_kind) else ()

    def enter_note(self, note: str) -> EnteredNote:
        """Enters one."""
        entry = next(each for each in self.not_here if each.id == note)
        if entry.why is not None:
            raise Refusal("not_yet", entry.why.vi, entry.why.en)
        self.not_here = tuple(each for each in self.not_here if each.id != note)
        return EnteredNote(entry.id, entry.number, "dossier-1", "H99.99.01-261123-2001")

    def enter_arrived(self) -> tuple[EnteredNote, ...]:
        """Enters what has arrived: `entered`, once."""
        entered, self.entered = self.entered, ()
        gone = {each.note for each in entered}
        self.not_here = tuple(each for each in self.not_here if each.id not in gone)
        return entered

    def enter_paper(self, codes: Gathered) -> EnteredNote:
        """Enters one from its paper."""
        carried = carried_note.from_scan(codes)
        self.not_here = tuple(each for each in self.not_here if each.id != carried.note.id)
        return EnteredNote(carried.note.id, carried.note.number, "dossier-1", "H99.99.01-261123-2001")

    def receipts_to_print(self) -> tuple[ReceiptToPrint, ...]:
        """Those of `unprinted` that have no Form 01 yet."""
        printed = {each.dossier for each in self.book.forms.values() if each.form == "receipt"}
        return tuple(each for each in self.unprinted if each.dossier not in printed)

    def _note_row(self, note: Consignment) -> NoteRow:
        sender = str(self.book.people.get(note.applicant or "", {}).get("name", ""))
        return note_row(note, sender, _names().get(note.made_by, note.made_by), self._officer_now().unit)


def _names() -> dict[str, str]:
    return {each.id: each.name for each in sample_staff()}
