"""At a point of the post (nhận gửi): the consignment note is made with the citizen, papers counted, fees taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal

from counter.consign.papers import NotePapers
from counter.consign.state import (
    ConsignState,
    Page,
    as_sent,
    begun_anew,
    completing,
    from_note_draft,
    missing_of_note,
    next_of_the_same,
    other_purpose,
    to_note,
    to_note_draft,
)
from counter.messages import WayBack
from counter.ports.consign import NoteRow, SupplementCard
from counter.presenter import Surroundings
from counter.reception.checklist import rows_of
from counter.reception.state import ScanInto
from counter.reception.typed_form import TypedForm
from counter.session import Room
from counter.words import translate
from shared.domain.identity_card import read_identity_card
from shared.domain.permission import may
from shared.domain.procedure import Procedure
from shared.failures import Failure, Refusal

_ROOM: Room = "consign"
LABEL = re.compile(r"[A-Z]{2}[0-9]{9}[A-Z]{2}$", re.IGNORECASE)
"""The number on a label of the post (số hiệu bưu gửi), whole, at the end of what a scanner typed."""


class ConsignPresenter(TypedForm):
    """The form, the note just made, and the notes of today.

    Attributes: `state`. Signals: `procedure_taken` when that of the last note was taken again. Nothing typed is lost:
    every pause keeps a draft per employee, and a form that is cleared can be had back.
    """

    procedure_taken = Signal()
    state: ConsignState

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.office, around.lanes, around.messages, around.session, around.ways, room=_ROOM)
        self._papers = NotePapers(around.office, around.printer, around.lanes, around.messages)
        self._papers.printed.connect(self._printed)
        self.state = ConsignState()
        around.session.changed.connect(self._session_changed)

    @property
    def here(self) -> bool:
        """Whether somebody of a post point works now."""
        session = self._session.state
        return session.working and session.officer is not None and session.officer.unit_kind == "post"

    def refresh(self) -> None:
        """Looks again at the notes of today."""
        if self.here:
            self._look(self._office.notes_of_today, self._looked)

    def show_page(self, page: Page) -> None:
        """Shows the form, the notes or the day."""
        self._become(replace(self.state, page=page, sure=("", "")))
        if page != "form":
            self.refresh()

    def choose(self, procedure: Procedure) -> None:
        """Takes `procedure`: its checklist for papers that are sent, and its fee."""
        super().choose(as_sent(procedure))

    def set_parcel(self, **changes: Any) -> None:
        """Takes what was typed of the receipt and the label."""
        parcel = replace(self.state.parcel, **changes)
        if parcel != self.state.parcel:
            missing = tuple(name for name in self.state.missing if name not in ("receipt", *changes))
            self._become(replace(self.state, parcel=parcel, missing=missing))
            self._drafts.touch()

    def switch_purpose(self) -> None:
        """A new application, or papers that complete a dossier; who sends them stays typed."""
        self._become(other_purpose(self.state))
        self._drafts.touch()

    def same_procedure(self) -> None:
        """Takes the procedure of the last note again, on a new form when that note still stands there."""
        procedure = self.state.offered
        if procedure is not None:
            if self.state.phase == "received":
                self.start_over()
            self.choose(procedure)
            self.procedure_taken.emit()

    def go_to_handover(self) -> None:
        """Goes to where the notes are handed over."""
        self._ways.room_wanted.emit("handover")

    def find_dossier(self, text: str) -> None:
        """The dossier that is to be completed, by its receipt or its code."""
        if self.state.phase == "typing":
            self._ask(lambda: self._awaiting(text), self._found_dossier)

    def scanned(self, text: str) -> None:
        """A card fills in a person, the post's label its number; while a dossier is looked for, another is its code."""
        if self.state.phase != "typing" or self.state.page != "form":
            return
        if LABEL.fullmatch(text.strip()):
            self.set_parcel(tracking=text.strip().upper())
            return
        if self.state.completing:
            try:
                read_identity_card(text)
            except Refusal:
                self.find_dossier(text)
                return
        super().scanned(text)

    def make(self) -> None:
        """Makes the note and prints it, or points out what is missing."""
        state = self.state
        if state.phase != "typing":
            return
        missing = missing_of_note(state)
        if missing or state.procedure is None:
            self._point_out(missing)
            return
        form = to_note(state, state.procedure)
        self.pause.stop()
        self._become(replace(state, phase="receiving", missing=()))
        self._ask(lambda: self._office.make_note(form), self._made, self._refused)

    def print_again(self) -> None:
        """Prints the note just made, or the one that is looked at: a copy, unless the first print did not come out."""
        state = self.state
        if state.page == "notes":
            if state.chosen_note is not None:
                self._papers.print_copy(state.chosen_note)
        elif state.made is not None:
            if state.printed:
                self._papers.print_copy(state.made)
            else:
                self._papers.print_first(state.made)

    def another_for_the_same(self) -> None:
        """Begins a further note of the same sender."""
        if self.state.made is not None:
            self._begin(next_of_the_same(self.state))
            self._before.ask(self.state.typed)

    def start_over(self) -> None:
        """Begins an empty form; one that was not made into a note can be had back for a moment."""
        before = self.state
        self._begin(begun_anew(before))
        if before.phase == "typing" and not before.blank:
            way_back = WayBack(lambda: translate("Consign", "Lấy lại"), lambda: self._take_back(before))
            self._messages.note(
                lambda: translate("Consign", "Đã mở phiếu mới; nội dung đang nhập có thể lấy lại."), way_back
            )

    def choose_note(self, note: str | None) -> None:
        """Looks at one of the notes."""
        if note != self.state.chosen:
            self._become(replace(self.state, chosen=note, sure=("", "")))

    def withdraw(self) -> None:
        """Takes back a note that was made by mistake, when asked for twice: the one just made, or that looked at."""
        note = self._note_at_hand()
        if note is not None and note.here and self._is_sure("withdraw", note):
            self._ask_once("end", lambda: self._office.withdraw_note(note.id), lambda _: self._withdrawn(note))

    def give_back(self) -> None:
        """The papers of the note that is looked at go back to the sender, when asked for twice."""
        note = self._note_at_hand()
        if note is not None and note.here and self._is_sure("give_back", note):
            self._ask_once("end", lambda: self._office.give_note_back(note.id), lambda _: self._given_back(note))

    def show_dossier(self) -> None:
        """Goes to the dossier that the note was entered as, or that it completes."""
        note = self.state.chosen_note
        if note is not None and note.dossier_code:
            code = note.dossier_code
            self._ask(lambda: self._office.find_dossier(code), lambda row: self._ways.dossier_wanted.emit(row.id))

    def save_draft(self, saved: Callable[[], None] = lambda: None) -> None:
        """Keeps what has been typed, and calls `saved` when the disk has it."""
        if self.state.phase == "typing":
            self._drafts.save(None if self.state.blank else to_note_draft(self.state), saved)
        else:
            saved()

    def _awaiting(self, text: str) -> tuple[SupplementCard, Procedure | None]:
        card = self._office.awaiting_supplement(text)
        found = self._office.procedures(card.procedure)
        return card, next((each for each in found if each.code == card.procedure), None)

    def _found_dossier(self, answer: tuple[SupplementCard, Procedure | None]) -> None:
        card, procedure = answer
        if self.state.phase != "typing" or not self.state.completing:
            return
        if procedure is None:
            self._messages.problem(
                lambda: translate("Consign", "Thủ tục của hồ sơ này không còn trong danh mục đang áp dụng.")
            )
            return
        self._become(completing(self.state, card, procedure))
        self._drafts.touch()
        self.card_read.emit()

    def _made(self, made: NoteRow) -> None:
        self._drafts.drop()
        last = self.state.last if self.state.completing else self.state.procedure
        self._become(replace(self.state, phase="received", made=made, printed=False, found=(), last=last))
        self._papers.print_first(made)
        self.refresh()

    def _printed(self, note: str) -> None:
        if self.state.made is not None and self.state.made.id == note:
            self._become(replace(self.state, printed=True))

    def _refused(self, failure: Failure) -> None:
        self._become(replace(self.state, phase="typing"))
        self._drafts.touch()
        self._messages.failed(failure)

    def _note_at_hand(self) -> NoteRow | None:
        return self.state.chosen_note if self.state.page == "notes" else self.state.made

    def _is_sure(self, deed: str, note: NoteRow) -> bool:
        asked = (deed, note.id)
        if self.state.sure == asked:
            self._become(replace(self.state, sure=("", "")))
            return True
        self._become(replace(self.state, sure=asked))
        return False

    def _withdrawn(self, note: NoteRow) -> None:
        if self.state.made is not None and self.state.made.id == note.id:
            self._become(begun_anew(self.state))
        self._messages.done(
            lambda: translate("Consign", "Đã hủy phiếu gửi {number}; xin trả giấy tờ và tiền cho người gửi.").format(
                number=note.number
            )
        )
        self.refresh()

    def _given_back(self, note: NoteRow) -> None:
        self._messages.done(
            lambda: translate("Consign", "Đã ghi trả lại người gửi theo phiếu {number}.").format(number=note.number)
        )
        self.refresh()

    def _looked(self, notes: tuple[NoteRow, ...]) -> None:
        chosen = self.state.chosen if any(each.id == self.state.chosen for each in notes) else None
        if chosen is None and notes:
            chosen = notes[0].id
        made = next((each for each in notes if self.state.made and each.id == self.state.made.id), self.state.made)
        self._become(replace(self.state, notes=notes, looked=True, chosen=chosen, made=made))

    def _begin(self, state: ConsignState) -> None:
        self._query = ""
        self._before.forget()
        self._become(state)
        self._drafts.touch()

    def _take_back(self, before: ConsignState) -> None:
        if self.state.phase == "typing":
            self._become(replace(before, page="form", missing=(), notes=self.state.notes, looked=self.state.looked))
            self._drafts.touch()
            self._before.ask(self.state.typed)

    def _session_changed(self) -> None:
        session = self._session.state
        if session.locked or (session.officer is None and self._drafts.officer is not None):
            self.save_draft()
        at_post = session.officer is not None and session.officer.unit_kind == "post"
        officer = session.officer.id if session.officer and at_post else None
        if officer == self._drafts.officer:
            return
        self._drafts.of(officer)
        self._before.forget()
        self._become(ConsignState())
        self._drafts.load(self._draft_loaded)
        if session.officer is not None and at_post and may(session.officer.role, "consign"):
            self._ask(self._office.last_receipt_series, self._series_known)

    def _series_known(self, series: str) -> None:
        """The series of the receipts written out last on this machine stands there; a book is long."""
        if not self.state.parcel.series:
            self._become(replace(self.state, parcel=replace(self.state.parcel, series=series)))

    def _draft_loaded(self, draft: Mapping[str, object], procedure: Procedure | None) -> None:
        if not self.state.blank:
            return
        typed, parcel, completes = from_note_draft(draft)
        completing = draft.get("completing") is True
        whom: ScanInto = "submitter" if typed.authorised else "applicant"
        shown = None if completing or procedure is None else as_sent(procedure)
        rows = len(rows_of(shown)) if shown else 0
        kept = replace(typed, counts=(typed.counts + ((0, 0),) * rows)[:rows])
        self._become(
            replace(self.state, typed=kept, parcel=parcel, procedure=shown, scan_into=whom, completing=completing)
        )
        if completes:
            self.find_dossier(completes)
        elif shown is not None:
            self._fees.of_procedure(shown)
        self._before.ask(self.state.typed)
        self._messages.note(lambda: translate("Consign", "Đã lấy lại phiếu đang nhập dở."))
