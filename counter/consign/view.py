"""The room of the post point: the note that is being made or was just made, the notes of today, the day's summary."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from counter.consign.day_page import DayPage
from counter.consign.day_presenter import DayPresenter
from counter.consign.form_page import FormPage
from counter.consign.made_page import MadePage
from counter.consign.notes_page import NotesPage
from counter.consign.presenter import LABEL, ConsignPresenter
from counter.consign.state import Page
from counter.language import Language
from counter.look import Look
from counter.parts.key_button import KeyButton
from counter.parts.labels import line_label
from counter.parts.view import RoomView
from counter.scan import ScanFilter
from counter.words import translate

_KEYS: dict[Page, str] = {"form": "Alt+1", "notes": "Alt+2", "day": "Alt+3"}


class ConsignView(RoomView):
    """The room."""

    def __init__(self, presenter: ConsignPresenter, day: DayPresenter, language: Language, look: Look) -> None:
        super().__init__()
        self._presenter, self._day_presenter, self._language = presenter, day, language
        self._title = line_label("title")
        self._tabs: dict[Page, KeyButton] = {}
        for page, key in _KEYS.items():
            tab = self._tabs[page] = KeyButton(f"consign_{page}", key)
            tab.setCheckable(True)
            tab.does(partial(self._go, page))
        self._new = KeyButton("start_note_over", "Ctrl+N", "quiet")
        self._new.does(self.start_over)
        self._form, self._made = FormPage(presenter, language), MadePage(presenter, language, look)
        self._notes, self._day = NotesPage(presenter, language), DayPage(day, language)
        self._pages = QStackedWidget()
        for each in (self._form, self._made, self._notes, self._day):
            self._pages.addWidget(each)
        self.scan = ScanFilter(self, whole_code=LABEL)
        self.scan.scanned.connect(presenter.scanned)
        self._lay_out()
        presenter.changed.connect(self.show_state)
        self.retranslate()
        self.show_state()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._made.become(look)

    def focus_first(self) -> None:
        """Puts the cursor where work goes on."""
        page = self._page()
        page.focus_first()

    def focus_search(self) -> None:
        """F8: the search for a procedure."""
        if self._page() is self._form:
            self._form.focus_search()
        else:
            self.focus_first()

    def primary(self) -> None:
        """Ctrl+Enter: makes the note, or begins the next one."""
        if self._page() is self._made:
            self.start_over()
        elif self._page() is self._form:
            self._presenter.make()

    def print_again(self) -> None:
        """Ctrl+P: the note just made, the one that is looked at, or the day's sheet."""
        if self._presenter.state.page == "day":
            self._day_presenter.print_sheet()
        else:
            self._presenter.print_again()

    def start_over(self) -> None:
        """Ctrl+N."""
        self._presenter.show_page("form")
        self._presenter.start_over()
        self.focus_first()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._title.setText(translate("Consign", "Nhận gửi hồ sơ"))
        self._tabs["form"].say(translate("Consign", "Lập phiếu gửi"))
        self._tabs["notes"].say(translate("Consign", "Các phiếu gửi"))
        self._tabs["day"].say(translate("Consign", "Tổng hợp ngày"))
        self._new.say(translate("Consign", "Phiếu mới"))

    def show_state(self) -> None:
        """Shows the page of the moment."""
        state = self._presenter.state
        for page, tab in self._tabs.items():
            tab.setChecked(page == state.page)
        before = self._pages.currentWidget()
        self._form.show_state()
        self._made.show_state()
        self._notes.show_state()
        now = self._page()
        self._pages.setCurrentWidget(now)
        self._new.setVisible(now is self._form)
        if now is not before and self.isVisible():
            if now is self._form and before is self._made:
                self._form.back_to_top()
            self.focus_first()

    def _page(self) -> FormPage | MadePage | NotesPage | DayPage:
        state = self._presenter.state
        if state.page == "notes":
            return self._notes
        if state.page == "day":
            return self._day
        return self._made if state.phase == "received" else self._form

    def _go(self, page: Page) -> None:
        self._presenter.show_page(page)
        self.show_state()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 24, 8)
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addSpacing(8)
        for tab in self._tabs.values():
            head.addWidget(tab)
        head.addStretch(1)
        head.addWidget(self._new)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)
