"""The handover room: a field for the scanner, and two pages below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from counter.handover.give_page import GivePage
from counter.handover.presenter import HandoverPresenter
from counter.handover.records_page import RecordsPage
from counter.handover.scan_band import ScanBand
from counter.handover.state import to_settle, to_sign
from counter.language import Language
from counter.parts.key_button import KeyButton
from counter.parts.labels import line_label
from counter.parts.scan_field import PAPER_CODE_AT_END, ScanField
from counter.parts.view import RoomView
from counter.words import translate


class HandoverView(RoomView):
    """Giving and receiving."""

    def __init__(self, presenter: HandoverPresenter, language: Language, waiting_band: QWidget) -> None:
        """`waiting_band`: what the post has brought and is not entered yet; it stands above all while there is any."""
        super().__init__()
        self._presenter, self._opened = presenter, ""
        self._title = line_label("title")
        self._give, self._records = KeyButton("handover_give", "Alt+1"), KeyButton("handover_records", "Alt+2")
        self._give.setCheckable(True)
        self._records.setCheckable(True)
        self._give.does(lambda: self._show("give"))
        self._records.does(lambda: self._show("records"))
        self.scan = ScanField("handover_scan", self, presenter.scanned, PAPER_CODE_AT_END)
        self._pages = QStackedWidget()
        self._give_page, self._records_page = GivePage(presenter, language), RecordsPage(presenter, language)
        self._band = ScanBand(presenter, language)
        self._pages.addWidget(self._give_page)
        self._pages.addWidget(self._records_page)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addSpacing(8)
        head.addWidget(self._give)
        head.addWidget(self._records)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(waiting_band)
        layout.addWidget(self.scan)
        layout.addWidget(self._band)
        layout.addWidget(self._pages, 1)
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
        """Ctrl+Enter: the giver signs, or the receiver; on the giver's screen it goes to the receiver's PIN first."""
        state = self._presenter.state
        if state.page == "give":
            self._presenter.offer()
        elif self._presenter.may_count and self._presenter.receives:
            self._records_page.card.accept()
        elif self._presenter.may_count:
            self._records_page.card.sign_here()

    def print_again(self) -> None:
        """Ctrl+P: the list being made, or the record of the opened handover."""
        if self._presenter.state.page == "give":
            self._presenter.print_list()
        else:
            self._presenter.print_record()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._title.setText(translate("Handover", "Bàn giao hồ sơ"))
        self._give.say(translate("Handover", "Giao hồ sơ"))
        self.scan.say(translate("Handover", "Quét hồ sơ, phiếu gửi hoặc biên bản; hay gõ mã rồi Enter (F8)"))

    def show_state(self) -> None:
        """Shows the page and how many handovers wait to be received."""
        state = self._presenter.state
        self._pages.setCurrentIndex(0 if state.page == "give" else 1)
        self._give.setChecked(state.page == "give")
        self._records.setChecked(state.page == "records")
        waiting = len({*to_sign(state.handovers, self._presenter.officer), *to_settle(state.handovers)})
        self._records.say(
            translate("Handover", "Nhận, biên bản ({count})").format(count=waiting)
            if waiting
            else translate("Handover", "Nhận, biên bản")
        )
        self._band.show_state()
        self._give_page.show_state()
        self._records_page.show_state()
        self._look_at(state.opened.row.id if state.opened is not None else "")

    def _look_at(self, opened: str) -> None:
        """When a record is opened or left, the cursor goes to the scanner's field: the next code is for it."""
        if opened != self._opened:
            self._opened = opened
            if self.isVisible():
                self.focus_first()

    def _show(self, page: str) -> None:
        self._presenter.show_page("records" if page == "records" else "give")
        self.show_state()
