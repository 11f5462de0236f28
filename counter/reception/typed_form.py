"""What every form about a person shares: what is typed, cards that fill it in, what they gave before, taking back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer, Signal

from counter.messages import Messages, WayBack
from counter.ports import CounterOffice, GivenBefore
from counter.presenter import Keeping, Presenter
from counter.reception.before import refilled, same_procedure
from counter.reception.checklist import DocumentRow, rows_of
from counter.reception.drafts import Drafts
from counter.reception.fee_offer import FeeOffer, begun_with, typed_amount
from counter.reception.lookup import BeforeLookup
from counter.reception.state import FormState, ScanInto
from counter.reception.typed import Typed, card_fields, exchanged, submitter_fields
from counter.session import Session
from counter.ways import Ways
from counter.words import translate
from shared.domain.carried_note import PREFIX
from shared.domain.dossier_fees import FeeAccount
from shared.domain.fee import FeeChoice
from shared.domain.identity_card import read_identity_card
from shared.domain.procedure import Procedure
from shared.failures import Refusal
from shared.qt.lanes import Lanes


class TypedForm(Keeping[FormState], Presenter):
    """A form that is typed about a person, at the counter or at a point of the post.

    Attributes: `state`; `pause`, which runs out when nobody has typed for a moment. Signals: `card_read` after a card
    has filled in the form; `pointed_out` with the name of the first field that keeps the form from going on.
    """

    card_read = Signal()
    pointed_out = Signal(str)

    def __init__(
        self,
        office: CounterOffice,
        lanes: Lanes,
        messages: Messages,
        session: Session,
        ways: Ways,
        *,
        room: str,
    ) -> None:
        """`room` names the drafts."""
        super().__init__(office, lanes, messages)
        self._session, self._ways = session, ways
        self._fees = FeeOffer(office, lanes, self._fee_chosen, self._account_known, messages.failed)
        self._drafts = Drafts(office, lanes, messages.failed, room)
        self.pause: QTimer = self._drafts.pause
        self.pause.timeout.connect(lambda: self.save_draft())
        self._query = ""
        self._before = BeforeLookup(office, lanes, self._gave_before, messages.failed)
        self.state: FormState = FormState()

    def save_draft(self, saved: Callable[[], None] = lambda: None) -> None:
        """Keeps what has been typed, and calls `saved` when the disk has it."""
        raise NotImplementedError

    def search(self, query: str) -> None:
        """Looks for procedures; only the answer to the last query is shown."""
        self._query = query
        self._ask(lambda: self._office.procedures(query), lambda found: self._found(query, found))

    def choose(self, procedure: Procedure) -> None:
        """Takes `procedure`: its checklist and its fee."""
        if self.state.procedure is not None and procedure.code == self.state.procedure.code:
            self._become(replace(self.state, found=()))
            return
        typed = replace(
            self.state.typed,
            procedure=procedure.code,
            counts=tuple((0, 0) for _ in rows_of(procedure)),
            extra="",
            guidance_rows=(),
            fee=typed_amount(procedure.fee_vnd),
        )
        self._become(replace(self.state, procedure=procedure, typed=typed, found=(), missing=(), fee=None))
        self._drafts.touch()
        self._procedure_taken()
        self._fees.of_procedure(procedure)

    def set(self, **changes: Any) -> None:  # the word for it
        """Takes what was typed into fields of `Typed`."""
        typed = replace(self.state.typed, **changes)
        if typed != self.state.typed:
            missing = tuple(name for name in self.state.missing if name not in changes)
            self._become(replace(self.state, typed=typed, missing=missing))
            self._drafts.touch()
            self._before.ask(self.state.typed)

    def set_count(self, row: int, originals: int, copies: int) -> None:
        """Takes how many originals and copies of row `row` were handed in."""
        counts = list(self.state.typed.counts)
        counts[row] = (originals, copies)
        missing = tuple(name for name in self.state.missing if name != "documents")
        self.state = replace(self.state, missing=missing)
        self.set(counts=tuple(counts))

    def scanned(self, text: str) -> None:
        """Fills in whoever `scan_into` says from a card's QR; another code is refused and nothing is overwritten."""
        if text[: len(PREFIX)].upper() == PREFIX:
            self._ways.note_scanned.emit(text)
            return
        if self.state.phase != "typing":
            return
        try:
            card = read_identity_card(text)
        except Refusal as refusal:
            self._messages.failed(refusal)
            return
        before = self.state.typed
        theirs = before.authorised and self.state.scan_into == "submitter"
        filled = submitter_fields(card) if theirs else card_fields(card)
        over = any(getattr(before, name) for name in filled if name != "kind")
        if theirs and not before.name and not before.identity_number:
            self.scan_into("applicant")
        self.set(**filled)
        self._messages.done(
            lambda: translate("Reception", "Đã điền từ thẻ căn cước: xin đối chiếu với người nộp."),
            self._undo(before) if over else None,
        )
        self.card_read.emit()

    def switch_submitter(self) -> None:
        """The applicant hands it in, or an authorised person; what is typed of that person stays either way."""
        authorised = not self.state.typed.authorised
        self.set(submitted_by="authorised" if authorised else "applicant")
        self.scan_into("submitter" if authorised else "applicant")

    def scan_into(self, whom: ScanInto) -> None:
        """Whose fields the next card fills."""
        self._become(replace(self.state, scan_into=whom))

    def exchange(self) -> None:
        """Puts the applicant and the authorised person into each other's place."""
        before = self.state.typed
        self.set(**exchanged(before))
        self._messages.done(lambda: translate("Reception", "Đã đổi chỗ hai người."), self._undo(before))

    def refill(self) -> None:
        """Fills the empty fields in as the applicant gave them last time."""
        before = self.state.typed
        values = refilled(before, self.state.before)
        if values and self.state.phase == "typing":
            self.set(**values)
            self._messages.done(
                lambda: translate("Reception", "Đã điền lại như lần trước: xin hỏi người nộp có gì thay đổi."),
                self._undo(before),
            )

    def show_duplicate(self) -> None:
        """Shows the page of the open dossier of the same procedure, the newest; the form stays as it is."""
        found = same_procedure(self.state.typed, self.state.before)
        if found:
            self._ways.dossier_wanted.emit(found[0].id)

    def rows(self) -> tuple[DocumentRow, ...]:
        """The rows of the checklist; none before a procedure is chosen."""
        return rows_of(self.state.procedure) if self.state.procedure else ()

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not kept yet."""
        return self._drafts.unsaved and self._drafts.officer is not None and self.state.phase == "typing"

    def _point_out(self, missing: tuple[str, ...]) -> None:
        """Names what is missing; the cursor goes to the first of it."""
        self._become(replace(self.state, missing=missing))
        if missing:
            self.pointed_out.emit(missing[0])

    def _procedure_taken(self) -> None:
        """Another procedure stands in the form."""

    def _account_known(self, dossier: str, account: FeeAccount) -> None:
        """What is open on a dossier was asked for."""

    def _found(self, query: str, found: tuple[Procedure, ...]) -> None:
        if query == self._query:
            asked = bool(query.strip())
            nothing = query.strip() if asked and not found else ""
            self._become(replace(self.state, found=found if asked else (), found_nothing=nothing))

    def _fee_chosen(self, procedure: str, fee: FeeChoice | None) -> None:
        """What the catalogue said is put right by the rules of the day, unless the officer has typed another amount."""
        chosen = self.state.procedure
        if chosen is None or chosen.code != procedure or self.state.phase != "typing":
            return
        self._become(replace(self.state, fee=fee))
        if fee is not None and fee.is_known and self.state.typed.fee == typed_amount(chosen.fee_vnd):
            self.set(fee=begun_with(fee))

    def _gave_before(self, before: GivenBefore | None) -> None:
        if self.state.phase == "typing":
            self._become(replace(self.state, before=before))

    def _undo(self, before: Typed) -> WayBack:
        return WayBack(lambda: translate("Reception", "Hoàn tác"), lambda: self._back_to(before))

    def _back_to(self, typed: Typed, procedure: Procedure | None = None) -> None:
        if self.state.phase != "typing":
            return
        chosen = procedure or self.state.procedure
        self._become(replace(self.state, typed=typed, procedure=chosen, missing=()))
        self._drafts.touch()
        self._procedure_taken()
        self._before.ask(self.state.typed)
