"""What differs between list and count, how each was settled, and the answers for one that is not."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.handover.derive_count import derive_difference, settled_words
from counter.handover.presenter import HandoverPresenter
from counter.language import Language
from counter.parts.field import Field, line_edit
from counter.parts.flow import FlowLayout
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, clear, line_label, text_label
from counter.parts.row_button import RowButton
from counter.parts.view import View
from counter.ports import Difference
from counter.words import money_words, read_amount, translate
from shared.domain.handover import DiscrepancyKind, SettledAs

_ANSWERS: dict[DiscrepancyKind, tuple[SettledAs, ...]] = {
    "missing": ("found_at_giver", "found_at_receiver", "lost"),
    "extra": ("receiver_keeps", "given_back"),
    "money": ("paid", "explained"),
}
_KEYS = ("Alt+3", "Alt+4", "Alt+5")


class DifferencesPanel(View):
    """The differences of the opened record, one button each; the chosen one shows its answers."""

    def __init__(self, presenter: HandoverPresenter, language: Language, reveal: Callable[[QWidget], None]) -> None:
        """`reveal` scrolls to a widget of the panel."""
        super().__init__()
        self._reveal = reveal
        self._presenter, self._language = presenter, language
        self._shown: tuple[Difference, ...] = ()
        self._rows: list[RowButton] = []
        self._title, self._why = line_label("lead"), text_label("small")
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self._amount, self._note = line_edit("settled_amount"), line_edit("settled_note")
        self._amount_field, self._note_field = Field(self._amount), Field(self._note)
        self._answers: dict[SettledAs, KeyButton] = {}
        self._box = card("tint")
        self._deeds = FlowLayout()
        for answers in _ANSWERS.values():
            for key, answer in zip(_KEYS, answers, strict=False):
                button = self._answers[answer] = KeyButton(f"settle_{answer}", key)
                button.does(partial(self._settle, answer))
                self._deeds.addWidget(button)
        fields = QHBoxLayout()
        fields.setSpacing(12)
        fields.addWidget(self._amount_field, 2)
        fields.addWidget(self._note_field, 3)
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addWidget(self._why)
        inside.addLayout(fields)
        inside.addLayout(self._deeds)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addLayout(self._column)
        layout.addWidget(self._box)
        self.retranslate()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._title.setText(translate("Handover", "Chênh lệch"))
        self._why.setText(translate("Handover", "Hai bên thống nhất rồi chọn một cách xử lý:"))
        self._note_field.say(translate("Handover", "Ghi rõ"))
        self._amount_field.say(translate("Handover", "Số tiền nộp thêm (trả lại: ghi dấu trừ)"))
        for answer, button in self._answers.items():
            button.say(settled_words(answer))
        self._say_rows()

    def show_state(self) -> None:
        """Shows what differs."""
        opened = self._presenter.state.opened
        found = opened.differences if opened is not None else ()
        self.setVisible(bool(found))
        if found != self._shown:
            self._shown = found
            clear(self._column)
            self._rows = [RowButton(f"difference_{at}", f"{each.kind} {each.item}") for at, each in enumerate(found)]
            for row, each in zip(self._rows, found, strict=True):
                row.setEnabled(each.settled_as is None)
                row.does(partial(self._choose, each))
                self._column.addWidget(row)
            self._say_rows()
        chosen = self._presenter.chosen_difference
        for row, each in zip(self._rows, found, strict=True):
            row.setChecked(each == chosen)
        self._box.setVisible(chosen is not None)
        if chosen is None:
            return
        self._amount_field.setVisible(chosen.kind == "money")
        for answer, button in self._answers.items():
            button.setVisible(answer in _ANSWERS[chosen.kind])
            button.setEnabled(not self._presenter.state.busy)

    def _choose(self, difference: Difference) -> None:
        self._note.clear()
        self._amount.setText(money_words(-difference.amount_vnd, "vi") if difference.kind == "money" else "")
        self._presenter.choose_difference(difference.kind, difference.item)
        if self._presenter.chosen_difference is not None:
            self._reveal(self._box)
            (self._amount if difference.kind == "money" else self._note).setFocus()

    def _settle(self, answer: SettledAs) -> None:
        amount = 0
        if answer == "paid":
            amount = self._typed_amount()
        self._presenter.settle(answer, self._note.text(), amount)

    def _typed_amount(self) -> int:
        text = self._amount.text().strip()
        sign = -1 if text.startswith("-") else 1
        try:
            return sign * (read_amount(text.lstrip("-+")) or 0)
        except ValueError:
            return 0

    def _say_rows(self) -> None:
        for button, each in zip(self._rows, self._shown, strict=True):
            button.say(*derive_difference(each, self._language.code))
