"""The page of the register: which field, which days, print."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from counter.deadlines.register import RegisterPresenter
from counter.language import Language
from counter.look import Look
from counter.parts.field import Field, line_edit, mark_wrong, show_typed
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, line_label, relook, text_label
from counter.parts.steady import ChoiceBox
from counter.parts.view import View
from counter.words import translate

_DAY_WIDTH = 136


class RegisterPage(View):
    """Sổ theo dõi hồ sơ. Attributes: `back`, the button to the list."""

    def __init__(self, presenter: RegisterPresenter, language: Language, look: Look) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._title, self._what = line_label("lead"), text_label("soft")
        self._choice = ChoiceBox("register_scope")
        self._choice.currentIndexChanged.connect(self._choose)
        self._scope = Field(self._choice)
        self._first_edit, self._last_edit = line_edit("register_first"), line_edit("register_last")
        self._first, self._last = Field(self._first_edit), Field(self._last_edit)
        self._first_edit.textEdited.connect(presenter.type_first)
        self._last_edit.textEdited.connect(presenter.type_last)
        self._said = text_label()
        self._said.setObjectName("register_size")
        self.back = KeyButton("back_to_deadlines", "Alt+B")
        self._print = KeyButton("print_register", "Ctrl+Return", "primary")
        self._print.does(presenter.print)
        self._lay_out()
        self.become(look)
        self.retranslate()
        presenter.changed.connect(self.show_state)

    def become(self, look: Look) -> None:
        """Takes another look."""
        for field in (self._first, self._last):
            field.setFixedWidth(look.px(_DAY_WIDTH))

    def focus_first(self) -> None:
        """Puts the cursor on the choice of the field."""
        self._choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._title.setText(translate("Deadlines", "Sổ theo dõi hồ sơ (Mẫu 07)"))
        self._what.setText(
            translate("Deadlines", "Mỗi hồ sơ một dòng, theo ngày tiếp nhận. In tối đa một tháng mỗi lần.")
        )
        self._scope.say(translate("Deadlines", "Lĩnh vực"))
        self._first.say(translate("Deadlines", "Từ ngày"))
        self._last.say(translate("Deadlines", "Đến ngày"))
        self.back.say(translate("Deadlines", "Về danh sách"))
        self._print.say(translate("Deadlines", "In sổ"))

    def show_state(self) -> None:
        """Shows what is chosen and how many dossiers that is."""
        state = self._presenter.state
        self._choice.offer(tuple((each.id, each.name) for each in state.scopes))
        self._choice.show_value(state.chosen)
        for edit, typed, day in (
            (self._first_edit, state.typed_first, state.first),
            (self._last_edit, state.typed_last, state.last),
        ):
            show_typed(edit, typed)
            mark_wrong(edit, wrong=day is None)
        self._said.setText(self._words())
        relook(self._said, "urgent" if state.why_not and not state.busy else "body")
        self._print.setEnabled(bool(state.size) and not state.busy)

    def _words(self) -> str:
        state = self._presenter.state
        if state.busy:
            return translate("Deadlines", "Đang lập sổ {count} hồ sơ; vẫn làm việc khác được trong lúc chờ.").format(
                count=state.size or ""
            )
        if state.why_not is not None:
            return state.why_not.in_language(self._language.code)
        if state.first is None or state.last is None:
            return translate("Deadlines", "Gõ ngày, tháng, năm, ví dụ 01/11/2026.")
        if state.size is None:
            return ""
        return translate("Deadlines", "{count} hồ sơ trong thời gian này.").format(count=state.size)

    def _choose(self) -> None:
        value = self._choice.currentData()
        if value is not None and value != self._presenter.state.chosen:
            self._presenter.choose(str(value))

    def _lay_out(self) -> None:
        frame = card()
        fields = QHBoxLayout()
        fields.setSpacing(12)
        fields.addWidget(self._scope, 1)
        fields.addWidget(self._first)
        fields.addWidget(self._last)
        deeds = QHBoxLayout()
        deeds.setSpacing(12)
        deeds.addStretch(1)
        deeds.addWidget(self.back)
        deeds.addWidget(self._print)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(24, 20, 24, 20)
        inside.setSpacing(16)
        inside.addWidget(self._title)
        inside.addWidget(self._what)
        inside.addLayout(fields)
        inside.addWidget(self._said)
        inside.addLayout(deeds)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)
        layout.addStretch(1)
