"""The room of results: a field for the receipt, the results that wait, and the dossier at hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from counter.handover.derive import derive_waiting_row
from counter.language import Language
from counter.parts.labels import line_label
from counter.parts.rows import RowList
from counter.parts.scan_field import ScanField
from counter.parts.view import RoomView
from counter.results.card import ResultCardView
from counter.results.presenter import ResultsPresenter
from counter.words import translate


class ResultsView(RoomView):
    """Ready results at the left, the scanned one at the right."""

    def __init__(self, presenter: ResultsPresenter, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._title, self._list_title = line_label("title"), line_label("lead")
        self.scan = ScanField("result_scan", self, presenter.scanned)
        self._list = RowList("ready_results")
        self._list.itemActivated.connect(self._open)
        self._list.itemClicked.connect(self._open)
        self._card = ResultCardView(presenter, language)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._list_title)
        left.addWidget(self._list, 1)
        work = QHBoxLayout()
        work.setSpacing(20)
        work.addLayout(left, 4)
        work.addWidget(self._card, 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(16)
        layout.addWidget(self._title)
        layout.addWidget(self.scan)
        layout.addLayout(work, 1)
        presenter.changed.connect(self.show_state)
        self.retranslate()
        self.show_state()

    def focus_first(self) -> None:
        """Puts the cursor into the field for the receipt."""
        self.scan.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """F8: the same."""
        self.focus_first()

    def primary(self) -> None:
        """Ctrl+Enter: returns the result."""
        self._presenter.return_result()

    def print_again(self) -> None:
        """Nothing is printed here."""

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._title.setText(translate("Results", "Trả kết quả"))
        self.scan.say(translate("Results", "Quét mã QR trên Giấy tiếp nhận, hoặc gõ mã hồ sơ rồi Enter (F8)"))
        self._list.setAccessibleName(translate("Results", "Kết quả chờ trả"))

    def show_state(self) -> None:
        """Shows the waiting results and the dossier at hand."""
        state = self._presenter.state
        rows = tuple((row.code, derive_waiting_row(row, self._language.code)) for row in state.ready)
        self._list.show_rows(rows)
        self._list.show_current(state.card.row.code if state.card and state.returned is None else None)
        self._list_title.setText(translate("Results", "Chờ trả: {count}").format(count=len(rows)))
        self._card.show_state()

    def _open(self) -> None:
        code = self._list.current_identity()
        if code is not None:
            self._presenter.open(code)
