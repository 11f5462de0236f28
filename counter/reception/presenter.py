"""Receiving a dossier: the form, its draft, the promised time, the receipt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

from PySide6.QtCore import QTimer

from counter.messages import Messages, WayBack
from counter.ports import CounterOffice, PaperPrinter, PromiseShown, Received, ReceptionForm
from counter.presenter import Presenter
from counter.reception.checklist import rows_of
from counter.reception.form_state import (
    BLANK,
    PERSON_FIELDS,
    Typed,
    card_fields,
    from_draft,
    missing_fields,
    to_draft,
    to_form,
)
from counter.session import Session
from counter.words import translate
from shared.domain.identity_card import read_identity_card
from shared.domain.procedure import Procedure
from shared.domain.ticket import Ticket
from shared.failures import Failure, Refusal
from shared.qt.lanes import Lanes

DRAFT_PAUSE_MILLISECONDS = 800
_PROMISE_MILLISECONDS = 30_000

Phase = Literal["typing", "receiving", "received"]


@dataclass(frozen=True, slots=True)
class ReceptionState:
    """What the room shows (phòng tiếp nhận). `missing`: fields pointed out at the last attempt to receive."""

    typed: Typed = BLANK
    procedure: Procedure | None = None
    found: tuple[Procedure, ...] = ()
    promise: PromiseShown | None = None
    missing: tuple[str, ...] = ()
    phase: Phase = "typing"
    received: Received | None = None
    applicant_name: str = ""


class ReceptionPresenter(Presenter):
    """The form of reception.

    Attributes: `state`. Nothing typed is lost: every pause keeps a draft per officer, and a form that is cleared can
    be had back.
    """

    def __init__(
        self,
        office: CounterOffice,
        printer: PaperPrinter,
        lanes: Lanes,
        messages: Messages,
        session: Session,
        serving: Callable[[], Ticket | None],
    ) -> None:
        super().__init__(office, lanes, messages)
        self._printer, self._session, self._serving = printer, session, serving
        self._query = ""
        self._officer: str | None = None
        self._unsaved = False
        self.state = ReceptionState()
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(DRAFT_PAUSE_MILLISECONDS)
        self.pause.timeout.connect(lambda: self.save_draft())
        self._promise_timer = QTimer(self)
        self._promise_timer.setInterval(_PROMISE_MILLISECONDS)
        self._promise_timer.timeout.connect(self._ask_promise)
        self._promise_timer.start()
        session.changed.connect(self._session_changed)

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
            fee="" if procedure.fee_vnd is None else f"{procedure.fee_vnd:,}".replace(",", "."),
        )
        self._become(replace(self.state, procedure=procedure, typed=typed, found=(), promise=None, missing=()))
        self._touched()
        self._ask_promise()

    def set(self, **changes: Any) -> None:  # the word for it
        """Takes what was typed into fields of `Typed`."""
        typed = replace(self.state.typed, **changes)
        if typed != self.state.typed:
            missing = tuple(name for name in self.state.missing if name not in changes)
            self._become(replace(self.state, typed=typed, missing=missing))
            self._touched()

    def set_count(self, row: int, originals: int, copies: int) -> None:
        """Takes how many originals and copies of row `row` were handed in."""
        counts = list(self.state.typed.counts)
        counts[row] = (originals, copies)
        missing = tuple(name for name in self.state.missing if name != "documents")
        self.state = replace(self.state, missing=missing)
        self.set(counts=tuple(counts))

    def scanned(self, text: str) -> None:
        """Fills in the applicant from an identity card's QR; another code is refused and nothing is overwritten."""
        if self.state.phase != "typing":
            return
        try:
            card = read_identity_card(text)
        except Refusal as refusal:
            self._messages.failed(refusal)
            return
        before = self.state.typed
        self.set(**card_fields(card))
        text_done = translate("Reception", "Đã điền từ thẻ căn cước: xin đối chiếu với người nộp.")
        way_back = WayBack(lambda: translate("Reception", "Hoàn tác"), lambda: self._back_to(before))
        self._messages.done(lambda: text_done, way_back if before.name or before.identity_number else None)

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
        """Prints the Form 01 of the dossier just received once more."""
        if self.state.received is not None:
            self._print(self.state.received)

    def another_for_the_same(self) -> None:
        """Begins a further dossier of the same applicant."""
        kept = {name: getattr(self.state.typed, name) for name in PERSON_FIELDS}
        self._begin(Typed(**kept))

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

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not kept yet."""
        return self._unsaved and self._officer is not None and self.state.phase == "typing"

    def save_draft(self, saved: Callable[[], None] = lambda: None) -> None:
        """Keeps what has been typed, and calls `saved` when the disk has it."""
        self.pause.stop()
        name = self._draft_name()
        if name is None or not self.unsaved:
            saved()
            return
        self._unsaved = False
        typed = self.state.typed
        if typed.blank:
            self._ask(lambda: self._office.drop_draft(name), lambda _: saved())
        else:
            self._ask(lambda: self._office.save_draft(name, to_draft(typed)), lambda _: saved(), self._not_saved)

    def _not_saved(self, failure: Failure) -> None:
        self._unsaved = True
        self._messages.failed(failure)

    def _received(self, form: ReceptionForm, received: Received) -> None:
        self._unsaved = False
        draft = self._draft_name()
        if draft is not None:
            self._ask(lambda: self._office.drop_draft(draft), lambda _: None)
        self._become(
            replace(self.state, phase="received", received=received, applicant_name=form.applicant.name, found=())
        )
        self._print(received)

    def _refused(self, failure: Failure) -> None:
        self._become(replace(self.state, phase="typing"))
        self._touched()
        self._messages.failed(failure)

    def _print(self, received: Received) -> None:
        self._ask(
            lambda: self._printer.print_form(received.code, received.form_01),
            lambda _: self._messages.done(
                lambda: translate("Reception", "Đã in Giấy tiếp nhận hồ sơ {code}.").format(code=received.code)
            ),
        )

    def _found(self, query: str, found: tuple[Procedure, ...]) -> None:
        if query == self._query:
            self._become(replace(self.state, found=found if query.strip() else ()))

    def _ask_promise(self) -> None:
        procedure = self.state.procedure
        if procedure is not None and self.state.phase == "typing" and self._session.state.working:
            code = procedure.code
            self._ask(lambda: self._office.promise(code), lambda promise: self._promised(code, promise))

    def _promised(self, code: str, promise: PromiseShown) -> None:
        if self.state.procedure is not None and self.state.procedure.code == code:
            self._become(replace(self.state, promise=promise))

    def _begin(self, typed: Typed) -> None:
        self._query = ""
        self._become(ReceptionState(typed))
        self._touched()

    def _back_to(self, typed: Typed, procedure: Procedure | None = None) -> None:
        chosen = procedure or self.state.procedure
        self._become(replace(self.state, typed=typed, procedure=chosen, phase="typing", missing=()))
        self._touched()
        self._ask_promise()

    def _touched(self) -> None:
        self._unsaved = True
        self.pause.start()

    def _draft_name(self) -> str | None:
        return None if self._officer is None else f"reception-{self._officer}"

    def _session_changed(self) -> None:
        session = self._session.state
        if session.locked or (session.officer is None and self._officer is not None):
            self.save_draft()
        officer = session.officer.id if session.officer else None
        if officer == self._officer:
            return
        self._officer = officer
        self.pause.stop()
        self._unsaved = False
        self._become(ReceptionState())
        name = self._draft_name()
        if name is not None:
            self._ask(lambda: self._load_draft(name), self._draft_loaded)

    def _load_draft(self, name: str) -> tuple[Typed, Procedure | None] | None:
        draft = self._office.load_draft(name)
        if draft is None:
            return None
        typed = from_draft(draft)
        found = self._office.procedures(typed.procedure) if typed.procedure else ()
        return typed, next((each for each in found if each.code == typed.procedure), None)

    def _draft_loaded(self, answer: tuple[Typed, Procedure | None] | None) -> None:
        if answer is None or not self.state.typed.blank:
            return
        typed, procedure = answer
        rows = len(rows_of(procedure)) if procedure else 0
        counts = (typed.counts + ((0, 0),) * rows)[:rows]
        self._become(replace(self.state, typed=replace(typed, counts=counts), procedure=procedure))
        self._ask_promise()
        self._messages.note(lambda: translate("Reception", "Đã lấy lại phiếu đang nhập dở."))

    def _become(self, state: ReceptionState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
