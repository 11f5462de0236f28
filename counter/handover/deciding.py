"""Marking that the result of a dossier is there (có kết quả): for the units that decide."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from counter.handover.derive_deciding import derive_decided_row, hint_words
from counter.language import Language
from counter.messages import Messages
from counter.parts.key_button import KeyButton
from counter.parts.labels import line_label, text_label
from counter.parts.rows import RowList
from counter.parts.scan_field import ScanField
from counter.parts.view import RoomView
from counter.ports import CounterOffice, DossierRow
from counter.ports.deciding import DecidingRow
from counter.presenter import Keeping, Presenter
from counter.session import Session
from counter.ways import Ways
from counter.words import translate
from shared.domain.dossier import Outcome
from shared.qt.lanes import Lanes


@dataclass(frozen=True, slots=True)
class DecidingState:
    """The room of the deciding unit: what it holds and which dossier is chosen."""

    rows: tuple[DecidingRow, ...] = ()
    chosen: str | None = None

    @property
    def held(self) -> tuple[DossierRow, ...]:
        """The dossiers themselves."""
        return tuple(each.row for each in self.rows)

    @property
    def chosen_here(self) -> DecidingRow | None:
        """The chosen dossier, with what is pressing about it."""
        return next((each for each in self.rows if each.row.id == self.chosen), None)

    @property
    def chosen_row(self) -> DossierRow | None:
        """The chosen dossier."""
        here = self.chosen_here
        return here.row if here else None


class DecidingPresenter(Keeping[DecidingState], Presenter):
    """Marks results ready. Attributes: `state`."""

    def __init__(self, office: CounterOffice, lanes: Lanes, messages: Messages, session: Session, ways: Ways) -> None:
        super().__init__(office, lanes, messages)
        self._session, self._ways = session, ways
        self.state = DecidingState()
        session.changed.connect(self._session_changed)

    def refresh(self) -> None:
        """Looks again at what is held here."""
        if self._session.state.working:
            self._look(self._office.deciding_rows, lambda rows: self._become(replace(self.state, rows=rows)))

    def choose(self, dossier: str | None) -> None:
        """Chooses a dossier."""
        self._become(replace(self.state, chosen=dossier))

    def scanned(self, text: str) -> None:
        """Chooses the dossier of a scanned or typed code."""
        self._ask(lambda: self._office.find_dossier(text.strip()), self._scanned_row)

    def show_steps(self) -> None:
        """Shows what may be done with the chosen dossier: ask for a supplement, ask another agency, refuse."""
        if self.state.chosen_row is not None:
            self._ways.steps_wanted.emit(self.state.chosen_row.id)

    def mark(self, outcome: Outcome) -> None:
        """The unit has decided the chosen dossier."""
        row = self.state.chosen_row
        if row is not None and row.stage == "processing":
            deed = f"mark {row.id}"
            self._ask_once(deed, lambda: self._office.mark_result_ready(row.id, outcome), lambda _: self._marked(row))

    def _scanned_row(self, row: DossierRow) -> None:
        if any(held.id == row.id for held in self.state.held):
            self.choose(row.id)
        else:
            self._messages.problem(
                lambda: translate("Handover", "Hồ sơ {code} không do đơn vị này giữ; hiện ở: {holder}.").format(
                    code=row.code, holder=row.holder_name
                )
            )

    def _marked(self, row: DossierRow) -> None:
        self._messages.done(
            lambda: translate("Handover", "Hồ sơ {code} đã có kết quả; hãy bàn giao về Một cửa.").format(code=row.code)
        )
        self.refresh()

    def _session_changed(self) -> None:
        if self._session.state.officer is None:
            self._become(DecidingState())


class DecidingView(RoomView):
    """A list, a scanner field and two deeds."""

    def __init__(self, presenter: DecidingPresenter, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._title, self._hint = line_label("title"), text_label("soft")
        self.scan = ScanField("deciding_scan", self, presenter.scanned)
        self._list = RowList("deciding_dossiers")
        self._list.currentItemChanged.connect(lambda *_: presenter.choose(self._list.current_identity()))
        self._granted = KeyButton("mark_granted", "Ctrl+Return", "primary")
        self._granted.does(lambda: self._mark("granted"))
        self._refused = KeyButton("mark_refused", "Alt+T")
        self._refused.does(lambda: self._mark("refused"))
        self._steps = KeyButton("deciding_steps", "Alt+B")
        self._steps.does(presenter.show_steps)
        deeds = QHBoxLayout()
        deeds.setSpacing(12)
        deeds.addStretch(1)
        deeds.addWidget(self._steps)
        deeds.addWidget(self._refused)
        deeds.addWidget(self._granted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(16)
        layout.addWidget(self._title)
        layout.addWidget(self.scan)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._hint)
        layout.addLayout(deeds)
        presenter.changed.connect(self.show_state)
        self.retranslate()
        self.show_state()

    def focus_first(self) -> None:
        """Puts the cursor into the field for the scanner."""
        self.scan.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """F8: the same."""
        self.focus_first()

    def primary(self) -> None:
        """Ctrl+Enter: granted."""
        self._mark("granted")

    def _mark(self, outcome: Outcome) -> None:
        self._presenter.mark(outcome)
        self.focus_first()

    def print_again(self) -> None:
        """Nothing is printed here."""

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._title.setText(translate("Handover", "Có kết quả"))
        self.scan.say(translate("Handover", "Quét mã QR trên Giấy tiếp nhận, hoặc gõ mã hồ sơ rồi Enter (F8)"))
        self._list.setAccessibleName(translate("Handover", "Hồ sơ đơn vị đang giữ"))
        self._granted.say(translate("Handover", "Có kết quả: đồng ý"))
        self._refused.say(translate("Handover", "Có kết quả: từ chối"))
        self._steps.say(translate("Handover", "Yêu cầu bổ sung, việc khác"))

    def show_state(self) -> None:
        """Shows what is held and which dossier is chosen."""
        state = self._presenter.state
        language = self._language.code
        self._list.show_rows(tuple((each.row.id, derive_decided_row(each, language)) for each in state.rows))
        if self._list.current_identity() != state.chosen:
            self._list.show_current(state.chosen)
        row = state.chosen_row
        may = row is not None and row.stage == "processing"
        self._granted.setEnabled(may)
        self._refused.setEnabled(may)
        self._steps.setEnabled(row is not None)
        self._hint.setText(hint_words(state.chosen_here, language))
