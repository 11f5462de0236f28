"""Receiving a dossier: the form, its draft, the promised time, the receipt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal

from counter.messages import Messages, WayBack
from counter.ports import CounterOffice, PaperPrinter, PromiseShown, Received, ReceptionForm
from counter.ports.reception import AgencyChoice
from counter.reception.checklist import rows_of
from counter.reception.form_state import missing_fields, missing_for_guidance, not_handed_in, to_form, to_guidance
from counter.reception.papers import ReceptionPapers
from counter.reception.state import ReceptionState, ScanInto
from counter.reception.typed import BLANK, GuidanceKind, Typed, from_draft, kept_for_the_same, to_draft
from counter.reception.typed_form import TypedForm
from counter.session import Session
from counter.ways import Ways
from counter.words import translate
from shared.domain.dossier_fees import FeeAccount
from shared.domain.permission import may
from shared.domain.procedure import Procedure
from shared.domain.ticket import Ticket
from shared.failures import Failure
from shared.qt.lanes import Lanes

_PROMISE_MILLISECONDS = 30_000


class ReceptionPresenter(TypedForm):
    """The form of reception.

    Attributes: `state`. Signals: `scans_chosen` with the paths of the scans of a dossier just received. Nothing typed
    is lost: every pause keeps a draft per officer, and a form that is cleared can be had back.
    """

    state: ReceptionState
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
        super().__init__(office, lanes, messages, session, ways, room="reception")
        self._serving = serving
        ways.next_form_wanted.connect(self.next_form)
        self._papers = ReceptionPapers(office, printer, lanes, messages)
        self._papers.printed.connect(self._printed)
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

    def choose(self, procedure: Procedure) -> None:
        """Takes `procedure`: its checklist, its fee, its promised time."""
        if self.state.procedure is None or procedure.code != self.state.procedure.code:
            typed = replace(self.state.typed, competent="")
            self.state = replace(self.state, promise=None, agencies=(), typed=typed)
        super().choose(procedure)

    def refresh(self) -> None:
        """Looks again at what is open on the dossier received; the form shows nothing that others change."""
        received = self.state.received
        if received is not None and self.state.account is not None and self._session.state.working:
            self._fees.of_dossier(received.code)

    def receive(self) -> None:
        """Receives the dossier, or points out what is missing."""
        state = self.state
        if state.phase != "typing":
            return
        missing = missing_fields(state.typed, state.procedure)
        if missing or state.procedure is None:
            self._point_out(missing)
            return
        ticket = self._serving()
        form = to_form(state.typed, state.procedure, ticket.id if ticket else None)
        form = replace(form, competent=state.competent.id if state.competent else None)
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
            self._point_out(missing)
            return
        self._papers.print_guidance(to_guidance(state.typed, state.procedure))

    def pay(self) -> None:
        """Goes to the cash room with the dossier just received."""
        received, account = self.state.received, self.state.account
        if received is not None and account is not None and account.open_vnd:
            self._ways.fee_wanted.emit(received.code)

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

    def save_draft(self, saved: Callable[[], None] = lambda: None) -> None:
        """Keeps what has been typed, and calls `saved` when the disk has it."""
        if self.state.phase == "typing":
            typed = self.state.typed
            self._drafts.save(None if typed.blank else to_draft(typed), saved)
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

    def _procedure_taken(self) -> None:
        self._ask_promise()
        self._ask_agencies()

    def _ask_agencies(self) -> None:
        procedure = self.state.procedure
        if procedure is not None and self._session.state.working:
            code = procedure.code
            self._ask(lambda: self._office.agencies_for(code), lambda found: self._agencies_known(code, found))

    def _agencies_known(self, code: str, found: tuple[AgencyChoice, ...]) -> None:
        if self.state.procedure is not None and self.state.procedure.code == code:
            self._become(replace(self.state, agencies=found))

    def _ask_promise(self) -> None:
        procedure = self.state.procedure
        if procedure is not None and self.state.phase == "typing" and self._session.state.working:
            code = procedure.code
            self._ask(lambda: self._office.promise(code), lambda promise: self._promised(code, promise))

    def _promised(self, code: str, promise: PromiseShown) -> None:
        if self.state.procedure is not None and self.state.procedure.code == code:
            self._become(replace(self.state, promise=promise))

    def _account_known(self, dossier: str, account: FeeAccount) -> None:
        received = self.state.received
        if received is not None and received.code == dossier:
            self._become(replace(self.state, account=account))

    def _begin(self, typed: Typed) -> None:
        self._query = ""
        self._before.forget()
        scan_into: ScanInto = "submitter" if typed.authorised else "applicant"
        self._become(ReceptionState(typed, scan_into=scan_into))
        self._drafts.touch()

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

    def _draft_loaded(self, draft: Mapping[str, object], procedure: Procedure | None) -> None:
        if not self.state.typed.blank:
            return
        typed = from_draft(draft)
        rows = len(rows_of(procedure)) if procedure else 0
        counts = (typed.counts + ((0, 0),) * rows)[:rows]
        whom: ScanInto = "submitter" if typed.authorised else "applicant"
        kept = replace(typed, counts=counts)
        self._become(replace(self.state, typed=kept, procedure=procedure, scan_into=whom))
        self._procedure_taken()
        self._before.ask(self.state.typed)
        self._messages.note(lambda: translate("Reception", "Đã lấy lại phiếu đang nhập dở."))
