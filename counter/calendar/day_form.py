"""The chosen day: how the office works on it, where that comes from, and the form that changes it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.calendar.derive import derive_day, kind_words
from counter.calendar.presenter import CalendarPresenter
from counter.calendar.state import DayDraft, read_sessions
from counter.language import Language
from counter.parts.field import Field, line_edit, mark_wrong, show_typed
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, show_text, text_label
from counter.parts.scrolling import scrolling
from counter.parts.steady import ChoiceBox
from counter.parts.view import View
from counter.words import translate
from shared.domain.calendar_day import SetKind
from shared.failures import Refusal


class DayForm(View):
    """What is known about the day above, what can be entered below."""

    def __init__(self, presenter: CalendarPresenter, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._filling = False
        self._title, self._kind_now = text_label("lead"), text_label()
        self._title.setObjectName("day_title")
        self._kind_now.setObjectName("day_kind_now")
        self._hours, self._source = text_label(), text_label("small")
        self._conflict, self._warning = text_label("urgent"), text_label("warning")
        self._warning.setObjectName("day_warning")
        self._locked = text_label("soft")
        self._locked.setObjectName("day_locked")
        self.kind = ChoiceBox("day_kind")
        self._sessions, self._reason, self._basis = (
            line_edit("day_sessions"),
            line_edit("day_reason"),
            line_edit("day_basis"),
        )
        self._fields = tuple(Field(each) for each in (self.kind, self._sessions, self._reason, self._basis))
        self._save = KeyButton("save_day", "Ctrl+Return", "primary")
        self._save.does(presenter.save)
        self._withdraw = KeyButton("withdraw_day", "Del")
        self._withdraw.does(presenter.withdraw)
        self.kind.currentIndexChanged.connect(self._typed)
        for edit in (self._sessions, self._reason, self._basis):
            edit.textEdited.connect(self._typed)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Says every fixed word."""
        kinds: tuple[SetKind, ...] = ("closed", "make_up", "hours")
        self._filling = True
        self.kind.offer(tuple((kind, kind_words(kind)) for kind in kinds))
        self._filling = False
        words = (
            translate("Calendar", "Đặt ngày này là"),
            translate("Calendar", "Giờ làm việc"),
            translate("Calendar", "Lý do"),
            translate("Calendar", "Số văn bản thông báo"),
        )
        for field, word in zip(self._fields, words, strict=True):
            field.say(word)
        self._sessions.setPlaceholderText("07:30–11:30, 13:30–17:00")
        self._save.say(translate("Calendar", "Lưu"))
        self._withdraw.say(translate("Calendar", "Bỏ mục đã đặt"))

    def show_state(self) -> None:
        """Shows the chosen day and what is typed for it."""
        state = self._presenter.state
        props, draft, day = derive_day(state, self._language.code), state.draft, state.day
        self.setVisible(props is not None)
        if props is None or draft is None or day is None:
            return
        for label, text in (
            (self._title, props.title),
            (self._kind_now, props.kind),
            (self._hours, props.hours),
            (self._source, props.source),
            (self._conflict, props.conflict),
            (self._warning, props.warning),
            (self._locked, props.locked),
        ):
            show_text(label, text)
        self._filling = True
        self.kind.show_value(draft.kind)
        for edit, text in ((self._sessions, draft.sessions), (self._reason, draft.reason), (self._basis, draft.basis)):
            show_typed(edit, text)
        self._filling = False
        mark_wrong(self._sessions, wrong=not _readable(draft))
        for field in self._fields:
            field.setVisible(state.may_edit)
        self._fields[1].setVisible(state.may_edit and draft.kind != "closed")
        self._save.setVisible(state.may_edit)
        self._save.setEnabled(not state.busy)
        self._withdraw.setVisible(state.may_edit and day.entry is not None)
        self._withdraw.setEnabled(not state.busy)

    def focus_form(self) -> None:
        """Puts the cursor into the form."""
        if self.kind.isVisible():
            self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        if not self._filling:
            kind = cast(SetKind, self.kind.currentData())
            self._presenter.type(DayDraft(kind, self._sessions.text(), self._reason.text(), self._basis.text()))

    def _lay_out(self) -> None:
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for label in (self._title, self._kind_now, self._hours, self._source, self._conflict, self._warning):
            column.addWidget(label)
        column.addWidget(self._locked)
        column.addSpacing(8)
        for field in self._fields:
            column.addWidget(field)
        column.addStretch(1)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(8)
        inside.addWidget(scrolling(reading), 1)
        inside.addWidget(self._withdraw)
        inside.addWidget(self._save)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)


def _readable(draft: DayDraft) -> bool:
    try:
        read_sessions(draft.sessions)
    except (ValueError, Refusal):
        return draft.kind == "closed"
    return True
