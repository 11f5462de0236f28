"""The team leader's view: four pages of how the office is doing, and how fresh that is."""

from __future__ import annotations

from functools import partial
from typing import get_args

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from counter.language import Language
from counter.lead.conflicts import ConflictKeys, ConflictsPart
from counter.lead.day_page import DayPage
from counter.lead.derive import derive_freshness, derive_now
from counter.lead.derive_day import derive_day, derive_waits
from counter.lead.now_page import NowPage
from counter.lead.presenter import LeadPresenter
from counter.lead.state import Page
from counter.lead.waits_page import WaitsPage
from counter.look import Look
from counter.parts.key_button import KeyButton
from counter.parts.labels import line_label, relook, text_label
from counter.parts.scrolling import scrolling
from counter.parts.view import RoomView
from counter.words import translate

_PAGES: tuple[Page, ...] = get_args(Page)


class LeadView(RoomView):
    """Bây giờ, thời gian chờ, trong ngày, mâu thuẫn."""

    def __init__(self, presenter: LeadPresenter, language: Language, look: Look) -> None:
        super().__init__()
        self._presenter, self._language, self._look = presenter, language, look
        self._title = line_label("title")
        self._fresh = text_label("small")
        self._fresh.setObjectName("lead_fresh")
        self._buttons: dict[Page, KeyButton] = {}
        for at, page in enumerate(_PAGES, start=1):
            button = KeyButton(f"lead_{page}", f"Alt+{at}")
            button.setCheckable(True)
            button.does(partial(self._turn_to, page))
            self._buttons[page] = button
        self._tables = KeyButton("lead_tables", "Alt+B", "quiet")
        self._tables.does(presenter.toggle_tables)
        policy = self._tables.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the pages stay where they are
        self._tables.setSizePolicy(policy)
        self._now, self._waits, self._day = NowPage(look), WaitsPage(look), DayPage(look)
        self._conflicts = ConflictsPart("lead_conflict", ConflictKeys("Alt+Y", "Alt+U"), language, presenter.settle)
        self._conflicts.lay_buttons(QBoxLayout.Direction.LeftToRight)
        self._pages = QStackedWidget()
        self._lay_out()
        presenter.changed.connect(self.show_state)
        self.retranslate()
        self.show_state()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._look = look
        for page in (self._now, self._waits, self._day):
            page.become(look)
        self.show_state()

    def focus_first(self) -> None:
        """Puts the cursor where the page is read from."""
        page = self._presenter.state.page
        by_page: dict[Page, NowPage | WaitsPage | DayPage] = {
            "now": self._now,
            "waits": self._waits,
            "day": self._day,
        }
        if page in by_page:
            by_page[page].focus_first()
        else:
            self._buttons[page].setFocus()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._title.setText(translate("Lead", "Điều hành"))
        self._now.retranslate()
        self._waits.retranslate()
        self._day.retranslate()
        self._day.become(self._look)

    def show_state(self) -> None:
        """Shows the figures on the page that is open."""
        state = self._presenter.state
        figures = state.figures
        self._say_buttons(len(figures.conflicts) if figures else 0)
        self._pages.setCurrentIndex(_PAGES.index(state.page))
        self._tables.setVisible(state.page in ("now", "waits"))
        if figures is None:
            self._fresh.setText(translate("Lead", "Đang xem số liệu…"))
            return
        fresh, beware = derive_freshness(figures)
        self._fresh.setText(fresh)
        relook(self._fresh, "urgent" if beware else "small")
        self._now.show_props(derive_now(figures, self._language.code), tables=state.tables)
        self._waits.show_props(derive_waits(figures), tables=state.tables)
        self._day.show_props(derive_day(figures, self._language.code))
        self._conflicts.show_conflicts(figures.conflicts)

    def _say_buttons(self, conflicts: int) -> None:
        state = self._presenter.state
        words: dict[Page, str] = {
            "now": translate("Lead", "Bây giờ"),
            "waits": translate("Lead", "Chờ"),
            "day": translate("Lead", "Hôm nay"),
            "conflicts": translate("Lead", "Mâu thuẫn: {count}").format(count=conflicts),
        }
        for page, button in self._buttons.items():
            button.say(words[page])
            button.setChecked(page == state.page)
        plots, table = translate("Lead", "Xem biểu đồ"), translate("Lead", "Xem bảng số")
        self._tables.say(plots if state.tables else table)

    def _turn_to(self, page: Page) -> None:
        self._presenter.turn_to(page)
        self._say_buttons(len(self._presenter.state.figures.conflicts) if self._presenter.state.figures else 0)
        self.focus_first()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._title)
        head.addWidget(self._fresh, 1)
        head.addWidget(self._tables)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        for button in self._buttons.values():
            ways.addWidget(button)
        ways.addStretch(1)
        conflicts = QWidget()
        column = QVBoxLayout(conflicts)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._conflicts)
        column.addStretch(1)
        for page in (self._now, self._waits, self._day, scrolling(conflicts)):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addLayout(ways)
        layout.addWidget(self._pages, 1)
