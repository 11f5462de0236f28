"""Form 04 for a whole selection: one reason, one new day."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from counter.deadlines.derive import apology_title, day_hint
from counter.deadlines.presenter import DeadlinesPresenter
from counter.language import Language
from counter.look import Look
from counter.parts.field import Field, line_edit, mark_wrong, show_typed
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, show_text, text_label
from counter.parts.view import View
from counter.words import translate

_DAY_WIDTH = 136


class ApologyPanel(View):
    """Two fields and two deeds."""

    def __init__(self, presenter: DeadlinesPresenter, language: Language, look: Look) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._title, self._hint = text_label("label"), text_label("small")
        self._title.setObjectName("apology_title")
        self._reason_edit, self._day_edit = line_edit("apology_reason"), line_edit("apology_day")
        self._reason, self._day = Field(self._reason_edit), Field(self._day_edit)
        self._reason_edit.textEdited.connect(presenter.type_reason)
        self._day_edit.textEdited.connect(presenter.type_day)
        self._drop = KeyButton("drop_apology", "Alt+B")
        self._drop.does(presenter.drop_apology)
        self._send = KeyButton("send_apologies", "Ctrl+Return", "primary")
        self._send.does(presenter.send_apologies)
        self._lay_out()
        self.become(look)
        self.retranslate()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._day.setFixedWidth(look.px(_DAY_WIDTH))

    def focus_first(self) -> None:
        """Puts the cursor into the reason."""
        self._reason_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._reason.say(translate("Deadlines", "Lý do trả kết quả chậm"))
        self._day.say(translate("Deadlines", "Ngày hẹn lại"))
        self._drop.say(translate("Deadlines", "Bỏ qua"))
        self._send.say(translate("Deadlines", "Gửi và in"))

    def show_state(self) -> None:
        """Shows what has been typed."""
        state = self._presenter.state
        apology = state.apology
        if apology is None:
            return
        self._title.setText(apology_title(state))
        show_typed(self._reason_edit, apology.reason)
        show_typed(self._day_edit, apology.typed_day)
        mark_wrong(self._day_edit, wrong=bool(apology.typed_day) and apology.new_day is None)
        show_text(self._hint, day_hint(apology.new_day, self._language.code))
        self._send.setEnabled(not state.busy)

    def _lay_out(self) -> None:
        frame = card("tint")
        fields = QHBoxLayout()
        fields.setSpacing(12)
        fields.addWidget(self._reason, 1)
        fields.addWidget(self._day)
        deeds = QHBoxLayout()
        deeds.setSpacing(12)
        deeds.addStretch(1)
        deeds.addWidget(self._drop)
        deeds.addWidget(self._send)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addWidget(self._title)
        inside.addLayout(fields)
        inside.addWidget(self._hint)
        inside.addLayout(deeds)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)
