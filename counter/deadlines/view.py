"""The room of deadlines: the summary of the day, the list, the register."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from counter.deadlines.derive import scope_words
from counter.deadlines.list_page import ListPage
from counter.deadlines.presenter import DeadlinesPresenter
from counter.deadlines.register_page import RegisterPage
from counter.deadlines.summary_page import SummaryPage
from counter.deadlines.summary_words import group_key
from counter.language import Language
from counter.look import Look
from counter.parts.key_button import KeyButton
from counter.parts.labels import line_label
from counter.parts.view import RoomView
from counter.ports.deadlines import DeadlineScope
from counter.words import translate
from shared.domain.deadlines import GROUPS

_SCOPE_KEYS: dict[DeadlineScope, str] = {"mine": "Alt+Q", "unit": "Alt+W", "office": "Alt+E"}


class DeadlinesView(RoomView):
    """What is due, late or stuck."""

    def __init__(self, presenter: DeadlinesPresenter, language: Language, look: Look) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._title = line_label("title")
        self._summary = KeyButton("deadline_summary", "Alt+T")
        self._summary.setCheckable(True)
        self._summary.does(presenter.toggle_summary)
        self._print = KeyButton("print_deadlines", "Ctrl+P")
        self._print.does(presenter.print_list)
        self._register = KeyButton("open_register", "Alt+S")
        self._register.does(lambda: presenter.show_register(shown=True))
        self._scopes: dict[DeadlineScope, KeyButton] = {}
        for scope, key in _SCOPE_KEYS.items():
            button = self._scopes[scope] = KeyButton(f"scope_{scope}", key)
            button.setCheckable(True)
            button.does(partial(self._choose_scope, scope))
        for group in (None, *GROUPS):
            QShortcut(QKeySequence(group_key(group)), self, partial(presenter.choose_group, group))
        self._day = SummaryPage(presenter, language, look)
        self._list = ListPage(presenter, language, look)
        self._book = RegisterPage(presenter.register, language, look)
        self._book.back.does(lambda: presenter.show_register(shown=False))
        self._lay_out()
        presenter.changed.connect(self.show_state)
        self.retranslate()
        self.show_state()

    def become(self, look: Look) -> None:
        """Takes another look."""
        for page in (self._day, self._list, self._book):
            page.become(look)

    def focus_first(self) -> None:
        """Puts the cursor where the page begins."""
        self._page().focus_first()

    def primary(self) -> None:
        """Ctrl+Enter: what the page's first button does."""
        state = self._presenter.state
        if state.registering:
            self._presenter.register.print()
        elif state.summary:
            self._presenter.choose_group(None)
        elif state.apology is not None:
            self._presenter.send_apologies()
        else:
            self._list.apologise()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._title.setText(translate("Deadlines", "Thời hạn"))
        self._summary.say(translate("Deadlines", "Tóm tắt"))
        self._print.say(translate("Deadlines", "In danh sách"))
        self._register.say(translate("Deadlines", "Sổ theo dõi"))
        for scope, button in self._scopes.items():
            button.say(scope_words(scope))

    def show_state(self) -> None:
        """Shows the page of the moment."""
        state = self._presenter.state
        forms = state.batch is not None and state.batch.kind == "apologise" and state.batch.succeeded > 0
        self._print.say(translate("Deadlines", "In lại phiếu") if forms else translate("Deadlines", "In danh sách"))
        for scope, button in self._scopes.items():
            button.setVisible(scope in self._presenter.scopes)
            button.setChecked(scope == state.scope)
            button.setEnabled(not state.busy)
        self._summary.setChecked(state.summary)
        before = self._pages.currentWidget()
        self._pages.setCurrentWidget(self._page())
        for widget in (self._summary, self._print, self._register, self._scope_line):
            widget.setVisible(not state.registering)
        if self._pages.currentWidget() is not before and self.isVisible():
            self.focus_first()
        self._day.show_state()
        self._list.show_state()

    def _page(self) -> SummaryPage | ListPage | RegisterPage:
        if self._presenter.state.registering:
            return self._book
        return self._day if self._presenter.state.summary else self._list

    def _choose_scope(self, scope: DeadlineScope) -> None:
        self._presenter.choose_scope(scope)
        self.show_state()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        for button in (self._summary, self._print, self._register):
            head.addWidget(button)
        self._scope_line = QWidget()
        scopes = QHBoxLayout(self._scope_line)
        scopes.setContentsMargins(0, 0, 0, 0)
        scopes.setSpacing(8)
        for button in self._scopes.values():
            scopes.addWidget(button)
        scopes.addStretch(1)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        for page in (self._day, self._list, self._book):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self._scope_line)
        layout.addWidget(pages, 1)
