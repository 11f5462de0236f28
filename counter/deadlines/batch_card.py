"""How a deed for a whole selection goes, and which dossiers were left as they are, each with the reason."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from counter.deadlines.derive import batch_words
from counter.deadlines.presenter import DeadlinesPresenter
from counter.language import Language
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, relook, text_label
from counter.parts.scrolling import scrolling
from counter.parts.view import View
from counter.words import translate

_MOST = 3
"""So many refusals, of two lines each, are seen without scrolling."""


class BatchCard(View):
    """A sentence, the refused ones below, and a key to put it away."""

    def __init__(self, presenter: DeadlinesPresenter, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._said, self._refused = text_label("done"), text_label()
        self._said.setObjectName("batch_words")
        self._refused.setObjectName("batch_refused")
        self._away = KeyButton("put_batch_away", "Alt+B")
        self._away.does(presenter.put_batch_away)
        self._frame = card("granted")
        self._scroll = scrolling(self._refused)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self._said, 1)
        first.addWidget(self._away)
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addLayout(first)
        inside.addWidget(self._scroll)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._frame)
        self.retranslate()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._away.say(translate("Deadlines", "Đã xem"))

    def show_state(self) -> None:
        """Shows how far it is."""
        batch = self._presenter.state.batch
        if batch is None:
            return
        self._said.setText(batch_words(batch))
        said = [(each.code, each.why.in_language(self._language.code)) for each in batch.refused]
        lines = [words if code in words else f"{code}: {words}" for code, words in said]
        self._refused.setText("\n".join(lines))
        self._scroll.setVisible(bool(lines) and not batch.running)
        self._scroll.setFixedHeight(self._refused.fontMetrics().lineSpacing() * 2 * min(len(lines) or 1, _MOST) + 8)
        self._away.setEnabled(not batch.running)
        relook(self._frame, "refused" if batch.refused else "granted")
        relook(self._said, "urgent" if batch.refused else "done")
