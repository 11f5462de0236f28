"""The room of the calendar: the month at the left, the chosen day at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from counter.calendar.day_form import DayForm
from counter.calendar.derive import derive_cells, month_title, source_line
from counter.calendar.month_grid import MonthGrid
from counter.calendar.presenter import CalendarPresenter
from counter.language import Language
from counter.look import Look
from counter.parts.key_button import KeyButton
from counter.parts.labels import line_label, text_label
from counter.parts.view import RoomView
from counter.words import translate

_FORM_WIDTH = 268


class CalendarView(RoomView):
    """The office's working days."""

    def __init__(self, presenter: CalendarPresenter, language: Language, look: Look) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._title, self._month = line_label("title"), line_label("lead")
        self._month.setObjectName("month_title")
        self._earlier, self._later = KeyButton("earlier_month", "PgUp"), KeyButton("later_month", "PgDown")
        self._today = KeyButton("today", "Alt+H", "quiet")
        self._earlier.does(lambda: presenter.turn(-1))
        self._later.does(lambda: presenter.turn(1))
        self._today.does(presenter.today)
        self.grid = MonthGrid(look)
        self.grid.stepped.connect(presenter.step)
        self.grid.picked.connect(presenter.choose)
        self._form = DayForm(presenter, language)
        self.grid.entered.connect(self._form.focus_form)
        self._source = text_label("small")
        self._lay_out()
        presenter.changed.connect(self.show_state)
        self.become(look)
        self.retranslate()
        self.show_state()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self.grid.become(look)
        self._form.setFixedWidth(look.part(_FORM_WIDTH))

    def focus_first(self) -> None:
        """Puts the cursor on the chosen day."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def primary(self) -> None:
        """Ctrl+Enter: saves the day."""
        self._presenter.save()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._title.setText(translate("Calendar", "Lịch làm việc"))
        self._earlier.say(translate("Calendar", "Trước"))
        self._later.say(translate("Calendar", "Sau"))
        self._today.say(translate("Calendar", "Hôm nay"))
        self.grid.say()

    def show_state(self) -> None:
        """Shows the month and the chosen day."""
        state, language = self._presenter.state, self._language.code
        if state.month is not None:
            self._month.setText(month_title(state.month.month, language))
            self._source.setText(source_line(state.month))
            self.grid.show_cells(derive_cells(state.month, language), state.chosen)
        self._form.show_state()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        for button in (self._today, self._earlier, self._later):
            head.addWidget(button)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._month)
        left.addWidget(self.grid, 1)
        left.addWidget(self._source)
        work = QHBoxLayout()
        work.setSpacing(16)
        work.addLayout(left, 1)
        work.addWidget(self._form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addLayout(work, 1)
