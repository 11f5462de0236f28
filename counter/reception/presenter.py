"""Receiving a dossier: the form, its draft, the promised time, the receipt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer, Signal

from counter.messages import Messages, WayBack
from counter.ports import CounterOffice, GivenBefore, PaperPrinter, PromiseShown, Received, ReceptionForm
from counter.presenter import Presenter
from counter.reception.before import refilled, same_procedure
from counter.reception.checklist import DocumentRow, rows_of
from counter.reception.drafts import Drafts
from counter.reception.fee_offer import FeeOffer, begun_with, typed_amount
from counter.reception.form_state import missing_fields, missing_for_guidance, not_handed_in, to_form, to_guidance
from counter.reception.lookup import BeforeLookup
from counter.reception.papers import ReceptionPapers
from counter.reception.state import ReceptionState, ScanInto
from counter.reception.typed import (
    BLANK,
    GuidanceKind,
    Typed,
    card_fields,
    exchanged,
    kept_for_the_same,
    submitter_fields,
)
from counter.session import Session
from counter.ways import Ways
from counter.words import translate
from shared.domain.dossier_fees import FeeAccount
from shared.domain.fee import FeeChoice
from shared.domain.identity_card import read_identity_card
from shared.domain.permission import may
from shared.domain.procedure import Procedure
from shared.domain.ticket import Ticket
from shared.failures import Failure, Refusal
from shared.qt.lanes import Lanes

_PROMISE_MILLISECONDS = 30_000


class ReceptionPresenter(Presenter):
    """The form of reception.

    Attributes: `state`; `pause`, which runs out when nobody has typed for a moment. Signals: `card_read` after a card
    has filled in the form, `scans_chosen` with the paths of the scans of a dossier just received. Nothing typed is
    lost: every pause keeps a draft per officer, and a form that is cleared can be had back.
    """

    card_read = Signal()
    scans_chosen = Signal(object)

    def __init__(
        self,
        office: CounterOffice,
        printer: PaperPrinter,
        lanes: Lanes,
        messages: Messages,
        session: Session,
        ways: Ways,
        serving: Callable[[], Ticket | None],
    ) -> None:
        super().__init__(office, lanes, messages)
        self._session, self._ways, self._serving = session, ways, serving
        self._fees = FeeOffer(office, lanes, self._fee_chosen, self._account_known, messages.failed)
        ways.next_form_wanted.connect(self.next_form)
        self._papers = ReceptionPapers(office, printer, lanes, messages)
        self._papers.printed.connect(self._printed)
        self._drafts = Drafts(office, lanes, messages.failed)
        self.pause = self._drafts.pause
        self.pause.timeout.connect(lambda: self.save_draft())
        self._query = ""
        self._before = BeforeLookup(office, lanes, self._gave_before, messages.failed)
        self.state = ReceptionState()
        self._promise_timer = QTimer(self)
        self._promise_timer.setInterval(_PROMISE_MILLISECONDS)
        self._promise_timer.timeout.connect(self._ask_promise)
        self._promise_timer.start()
        session.changed.connect(self._session_changed)

    @property
    def may_appraise(self) -> bool:
        """Whether whoever works here may ask for further papers and refuse: postal employees may not."""
        officer = self._session.state.officer
        return officer is not None and may(officer.role, "ask_supplement") and may(officer.role, "refuse")

    def refresh(self) -> None:
        """Looks again at what is open on the dossier received; the form shows nothing that others change."""
        received = self.state.received
        if received is not None and self.state.account is not None and self._session.state.working:
            self._fees.of_dossier(received.code)

    def search(self, query: str) -> None:
        """Looks for procedures; only the answer to the last query is shown."""
        self._query = query
        self._ask(lambda: self._office.procedures(query), lambda found: self._found(query, found))

    def choose(self, procedure: Procedure) -> None:
        """Takes `procedure`: its checklist, its fee, its promised time."""
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
        begun = replace(self.state, procedure=procedure, typed=typed, found=(), promise=None, missing=())
        self._become(replace(begun, fee=None))
        self._drafts.touch()
        self._ask_promise()
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

    def receive(self) -> None:
        """Receives the dossier, or points out what is missing."""
        state = self.state
        if state.phase != "typing":
            return
        missing = missing_fields(state.typed, state.procedure)
        if missing or state.procedure is None:
            self._become(replace(state, missing=missing))
            return
        ticket = self._serving()
        form = to_form(state.typed, state.procedure, ticket.id if ticket else None)
        self.pause.stop()
        self._become(replace(state, phase="receiving", missing=()))
        self._ask(lambda: self._office.receive(form), lambda received: self._received(form, received), self._refused)

    def print_again(self) -> None:
        """Prints the Form 01 of the dossier just received: first when it was not printed yet, otherwise a copy."""
        if self.state.received is not None:
            self._papers.print_form_01(self.state.received)

    def guide(self, kind: GuidanceKind) -> None:
        """Begins to write a Form 02 or 03 beside the form, or puts it away again with what is written kept."""
        if self.state.phase != "typing" or not self.may_appraise:
            return
        typed = self.state.typed
        rows = typed.guidance_rows
        if kind == "supplement_request" and not rows and self.state.procedure is not None:
            listed = rows_of(self.state.procedure)
            rows = tuple(at for at in not_handed_in(typed, self.state.procedure) if not listed[at].note)
        self._become(replace(self.state, missing=()))
        self.set(guidance=kind, guidance_rows=rows)

    def print_guidance(self) -> None:
        """Prints the Form 02 or 03 that is being written; the form of reception stays as it is."""
        state = self.state
        missing = missing_for_guidance(state.typed, state.procedure)
        if missing or state.procedure is None:
            self._become(replace(state, missing=missing))
            return
        self._papers.print_guidance(to_guidance(state.typed, state.procedure))

    def pay(self) -> None:
        """Goes to the cash room with the dossier just received."""
        received, account = self.state.received, self.state.account
        if received is not None and account is not None and account.open_vnd:
            self._ways.fee_wanted.emit(received.code)

    def show_duplicate(self) -> None:
        """Shows the page of the open dossier of the same procedure, the newest; the form stays as it is."""
        found = same_procedure(self.state.typed, self.state.before)
        if found:
            self._ways.dossier_wanted.emit(found[0].id)

    def next_form(self) -> None:
        """Goes to reception from another room: to an empty form after a dossier was received, else to what is typed."""
        if self.state.phase == "received":
            self.start_over()
        self._ways.room_wanted.emit("reception")

    def another_for_the_same(self) -> None:
        """Begins a further dossier of the same applicant; who submits and how the result is collected stay."""
        self._begin(kept_for_the_same(self.state.typed))
        self._before.ask(self.state.typed)

    def start_over(self) -> None:
        """Begins an empty form; one that was not received can be had back for a moment."""
        before = self.state
        self._begin(BLANK)
        if before.phase == "typing" and not before.typed.blank:
            way_back = WayBack(
                lambda: translate("Reception", "Lấy lại"), lambda: self._back_to(before.typed, before.procedure)
            )
            self._messages.note(
                lambda: translate("Reception", "Đã mở phiếu mới; nội dung đang nhập có thể lấy lại."), way_back
            )

    def rows(self) -> tuple[DocumentRow, ...]:
        """The rows of the checklist; none before a procedure is chosen."""
        return rows_of(self.state.procedure) if self.state.procedure else ()

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not kept yet."""
        return self._drafts.unsaved and self._drafts.officer is not None and self.state.phase == "typing"

    def save_draft(self, saved: Callable[[], None] = lambda: None) -> None:
        """Keeps what has been typed, and calls `saved` when the disk has it."""
        if self.state.phase == "typing":
            self._drafts.save(self.state.typed, saved)
        else:
            saved()

    def _received(self, form: ReceptionForm, received: Received) -> None:
        self._drafts.drop()
        paths = self.state.typed.attachments
        self._become(
            replace(self.state, phase="received", received=received, applicant_name=form.applicant.name, found=())
        )
        if form.fee_vnd:
            self._fees.of_dossier(received.code)
        if received.prints_form_01:
            self._papers.print_form_01(received)
        if paths:
            self.scans_chosen.emit(paths)

    def _printed(self, dossier: str) -> None:
        received = self.state.received
        if received is not None and received.id == dossier:
            self._become(replace(self.state, printed=True))

    def _refused(self, failure: Failure) -> None:
        self._become(replace(self.state, phase="typing"))
        self._drafts.touch()
        self._messages.failed(failure)

    def _found(self, query: str, found: tuple[Procedure, ...]) -> None:
        if query == self._query:
            asked = bool(query.strip())
            nothing = query.strip() if asked and not found else ""
            self._become(replace(self.state, found=found if asked else (), found_nothing=nothing))

    def _ask_promise(self) -> None:
        procedure = self.state.procedure
        if procedure is not None and self.state.phase == "typing" and self._session.state.working:
            code = procedure.code
            self._ask(lambda: self._office.promise(code), lambda promise: self._promised(code, promise))

    def _promised(self, code: str, promise: PromiseShown) -> None:
        if self.state.procedure is not None and self.state.procedure.code == code:
            self._become(replace(self.state, promise=promise))

    def _fee_chosen(self, procedure: str, fee: FeeChoice | None) -> None:
        """What the catalogue said is put right by the rules of the day, unless the officer has typed another amount."""
        chosen = self.state.procedure
        if chosen is None or chosen.code != procedure or self.state.phase != "typing":
            return
        self._become(replace(self.state, fee=fee))
        if fee is not None and fee.is_known and self.state.typed.fee == typed_amount(chosen.fee_vnd):
            self.set(fee=begun_with(fee))

    def _account_known(self, dossier: str, account: FeeAccount) -> None:
        received = self.state.received
        if received is not None and received.code == dossier:
            self._become(replace(self.state, account=account))

    def _gave_before(self, before: GivenBefore | None) -> None:
        if self.state.phase == "typing":
            self._become(replace(self.state, before=before))

    def _begin(self, typed: Typed) -> None:
        self._query = ""
        self._before.forget()
        scan_into: ScanInto = "submitter" if typed.authorised else "applicant"
        self._become(ReceptionState(typed, scan_into=scan_into))
        self._drafts.touch()

    def _undo(self, before: Typed) -> WayBack:
        return WayBack(lambda: translate("Reception", "Hoàn tác"), lambda: self._back_to(before))

    def _back_to(self, typed: Typed, procedure: Procedure | None = None) -> None:
        if self.state.phase != "typing":
            return
        chosen = procedure or self.state.procedure
        self._become(replace(self.state, typed=typed, procedure=chosen, missing=()))
        self._drafts.touch()
        self._ask_promise()
        self._before.ask(self.state.typed)

    def _session_changed(self) -> None:
        session = self._session.state
        if session.locked or (session.officer is None and self._drafts.officer is not None):
            self.save_draft()
        officer = session.officer.id if session.officer else None
        if officer == self._drafts.officer:
            return
        self._drafts.of(officer)
        self._before.forget()
        self._become(ReceptionState())
        self._drafts.load(self._draft_loaded)

    def _draft_loaded(self, typed: Typed, procedure: Procedure | None) -> None:
        if not self.state.typed.blank:
            return
        rows = len(rows_of(procedure)) if procedure else 0
        counts = (typed.counts + ((0, 0),) * rows)[:rows]
        whom: ScanInto = "submitter" if typed.authorised else "applicant"
        kept = replace(typed, counts=counts)
        self._become(replace(self.state, typed=kept, procedure=procedure, scan_into=whom))
        self._ask_promise()
        self._before.ask(self.state.typed)
        self._messages.note(lambda: translate("Reception", "Đã lấy lại phiếu đang nhập dở."))

    def _become(self, state: ReceptionState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
