"""The sentence between the first press and the second: what will be written down, and the way out."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from counter.delivery.presenter import DeliveryPresenter
from counter.delivery.words import armed_words
from counter.language import Language
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, text_label
from counter.parts.view import View
from counter.words import translate


class ConfirmBand(View):
    """Seen only while a deed is armed."""

    def __init__(self, presenter: DeliveryPresenter, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._words = text_label("lead")
        self._words.setObjectName("delivery_armed")
        self._leave = KeyButton("delivery_disarm", "Alt+K", "quiet")
        self._leave.does(presenter.disarm)
        frame: QFrame = card("tint")
        inside = QHBoxLayout(frame)
        inside.setContentsMargins(16, 8, 8, 8)
        inside.setSpacing(8)
        inside.addWidget(self._words, 1)
        inside.addWidget(self._leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)
        self.retranslate()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._leave.say(translate("Delivery", "Không ghi"))

    def show_state(self) -> None:
        """Says what the second press does."""
        state = self._presenter.state
        if state.card is None or state.armed is None:
            self.hide()
            return
        self._words.setText(armed_words(state.card, state.armed, state.handing, self._language.code))
        self.show()
