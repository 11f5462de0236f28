"""What the receiver says about one paper: it is there, it is missing, it is not taken, it is taken damaged."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.handover.derive_count import REASONS, reason_words
from counter.handover.presenter import HandoverPresenter
from counter.handover.state import Mark, MarkKind
from counter.parts.field import Field, line_edit, show_typed
from counter.parts.flow import FlowLayout
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, line_label
from counter.parts.steady import ChoiceBox
from counter.parts.view import View
from counter.words import translate
from shared.domain.handover import RefusalReason

_KEYS: tuple[tuple[MarkKind, str, str], ...] = (
    ("scanned", "mark_there", "Alt+C"),
    ("missing", "mark_missing", "Alt+M"),
    ("refused", "mark_refused_paper", "Alt+R"),
    ("damaged", "mark_damaged", "Alt+D"),
)


class MarkPanel(View):
    """The chosen paper of the list that is counted."""

    def __init__(self, presenter: HandoverPresenter, reveal: Callable[[QWidget], None]) -> None:
        """`reveal` scrolls to a widget of the panel."""
        super().__init__()
        self._presenter, self._reveal = presenter, reveal
        self._code = line_label("lead")
        self._code.setObjectName("marked_code")
        self._buttons: dict[MarkKind, KeyButton] = {}
        for kind, name, key in _KEYS:
            button = self._buttons[kind] = KeyButton(name, key)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, kind=kind: self._mark(kind))
        self._reason = ChoiceBox("refusal_reason")
        self._reason.currentIndexChanged.connect(lambda _: self._say_more())
        self._words = line_edit("mark_words")
        self._words.textEdited.connect(lambda _: self._say_more())
        self._reason_field, self._words_field = Field(self._reason), Field(self._words)
        self._box = card("tint")
        deeds = FlowLayout()
        for button in self._buttons.values():
            deeds.addWidget(button)
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addWidget(self._code)
        inside.addLayout(deeds)
        inside.addWidget(self._reason_field)
        inside.addWidget(self._words_field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)
        self.retranslate()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._buttons["scanned"].say(translate("Handover", "Có"))
        self._buttons["missing"].say(translate("Handover", "Thiếu"))
        self._buttons["refused"].say(translate("Handover", "Không nhận"))
        self._buttons["damaged"].say(translate("Handover", "Hư hỏng"))
        self._reason_field.say(translate("Handover", "Lý do không nhận"))
        self._words_field.say(translate("Handover", "Ghi rõ (nếu cần)"))
        self._reason.offer(tuple((reason, reason_words(reason)) for reason in REASONS))

    def show_state(self) -> None:
        """Shows the chosen paper and its mark."""
        state = self._presenter.state
        opened, chosen = state.opened, state.chosen
        row = next((each for each in opened.papers if each.id == chosen), None) if opened is not None else None
        self.setVisible(row is not None and self._presenter.may_count)
        if row is None:
            return
        mark = state.mark_of(row.id)
        self._code.setText(row.code)
        for kind, button in self._buttons.items():
            button.setChecked(mark.kind == kind)
        self._reason_field.setVisible(mark.kind == "refused")
        self._words_field.setVisible(mark.kind in ("refused", "damaged"))
        if mark.reason is not None:
            self._reason.show_value(mark.reason)
        show_typed(self._words, mark.words)

    def _mark(self, kind: MarkKind) -> None:
        chosen = self._presenter.state.chosen
        if chosen is None:
            return
        words = self._presenter.state.mark_of(chosen).words if kind in ("refused", "damaged") else ""
        self._presenter.mark(chosen, Mark(kind, self._chosen_reason() if kind == "refused" else None, words))
        self.show_state()
        if kind in ("refused", "damaged"):
            (self._reason if kind == "refused" else self._words).setFocus()
            self._reveal(self._words_field)

    def _say_more(self) -> None:
        chosen = self._presenter.state.chosen
        if chosen is None:
            return
        kind = self._presenter.state.mark_of(chosen).kind
        if kind in ("refused", "damaged"):
            reason = self._chosen_reason() if kind == "refused" else None
            self._presenter.mark(chosen, Mark(kind, reason, self._words.text()))

    def _chosen_reason(self) -> RefusalReason:
        return next((reason for reason in REASONS if reason == self._reason.currentData()), "other")
