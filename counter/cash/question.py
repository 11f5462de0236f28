"""A question that a fee rule asks: the condition in words, and one button that answers it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from counter.parts.key_button import KeyButton
from counter.parts.labels import text_label
from counter.parts.view import View
from counter.words import translate


class FeeQuestion(View):
    """The condition of one rule. Attributes: `button`, which answers it."""

    def __init__(self, rule: str, key: str, answer: Callable[[], object]) -> None:
        super().__init__()
        self._words = text_label()
        self.button = KeyButton(f"fee_rule_{rule}", key)
        self.button.setCheckable(True)
        self.button.does(answer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._words)
        layout.addWidget(self.button)

    def say(self, condition: str, *, ticked: bool) -> None:
        """Says the condition and whether it is true of the applicant."""
        self._words.setText(condition)
        self.button.setChecked(ticked)
        answer = translate("Cash", "✓ Đúng") if ticked else translate("Cash", "○ Không, hoặc chưa hỏi")
        self.button.say(answer)
        self.button.setAccessibleDescription(condition)
