"""The cash room: a field for the receipt, and three pages below it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from counter.cash.cash_up_page import CashUpPage
from counter.cash.collect_page import CollectPage
from counter.cash.presenter import CashPresenter
from counter.cash.state import Page
from counter.cash.taken_page import TakenPage
from counter.language import Language
from counter.look import Look
from counter.parts.key_button import KeyButton
from counter.parts.labels import line_label
from counter.parts.scan_field import ScanField
from counter.parts.view import RoomView
from counter.words import translate

_PAGES: tuple[Page, ...] = ("collect", "taken", "cash_up")


class CashView(RoomView):
    """Collecting, what was taken, the cash-up."""

    def __init__(self, presenter: CashPresenter, language: Language, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._title = line_label("title")
        self._tabs = {page: KeyButton(f"cash_page_{page}", f"Alt+{at}") for at, page in enumerate(_PAGES, start=1)}
        for page, button in self._tabs.items():
            button.setCheckable(True)
            button.does(self._way_to(page))
        self.scan = ScanField("fee_scan", self, presenter.scanned)
        self._collect = CollectPage(presenter, language, look)
        self._taken, self._cash_up = TakenPage(presenter, language), CashUpPage(presenter, language)
        self._pages = QStackedWidget()
        for view in (self._collect, self._taken, self._cash_up):
            self._pages.addWidget(view)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addSpacing(8)
        for button in self._tabs.values():
            head.addWidget(button)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.scan)
        layout.addWidget(self._pages, 1)
        self._opened: str | None = None
        presenter.changed.connect(self.show_state)
        self.retranslate()
        self.show_state()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._collect.become(look)

    def focus_first(self) -> None:
        """Puts the cursor where work goes on."""
        state = self._presenter.state
        if state.page == "cash_up":
            self._cash_up.focus_first()
        elif state.page == "taken" and state.payments:
            self._taken.focus_first()
        elif state.page == "collect" and state.card is not None and state.taken is None:
            self._collect.focus_first()
        else:
            self.focus_search()

    def focus_search(self) -> None:
        """F8: the field for the receipt."""
        self.scan.setFocus(Qt.FocusReason.OtherFocusReason)

    def primary(self) -> None:
        """Ctrl+Enter: takes the money, or records the receipt."""
        if self._presenter.state.page == "taken":
            self._presenter.record_receipt()
        elif self._presenter.state.page == "collect":
            self._presenter.take()

    def print_again(self) -> None:
        """Ctrl+P: the slip, or the cash-up sheet."""
        self._presenter.print_again()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._title.setText(translate("Cash", "Thu phí"))
        self._tabs["collect"].say(translate("Cash", "Thu tiền"))
        self._tabs["cash_up"].say(translate("Cash", "Chốt thu"))
        self.scan.say(translate("Cash", "Quét mã QR trên Giấy tiếp nhận, hoặc gõ mã hồ sơ rồi Enter (F8)"))

    def show_state(self) -> None:
        """Shows the page."""
        state = self._presenter.state
        for page, button in self._tabs.items():
            button.setChecked(page == state.page)
        self._tabs["taken"].say(
            translate("Cash", "Đã thu (⚠ {count})").format(count=state.lacking)
            if state.lacking
            else translate("Cash", "Đã thu")
        )
        self._pages.setCurrentIndex(_PAGES.index(state.page))
        for view in (self._collect, self._taken, self._cash_up):
            view.show_state()
        opened = state.card.row.id if state.card and state.taken is None else None
        if opened != self._opened:
            self._opened = opened
            if self.isVisible():
                self.focus_first()

    def _way_to(self, page: Page) -> Callable[[], None]:
        def go() -> None:
            self._presenter.show_page(page)
            self.show_state()
            self.focus_first()

        return go
