"""What this applicant gave when they were here last, with the offer to fill it in, and a dossier that may be doubled.

It lies above the band with the promised time, so that it is seen wherever in the form the work goes on.
"""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from counter.language import Language
from counter.parts.key_button import KeyButton
from counter.parts.labels import show_text, text_label
from counter.reception.derive_person import derive_duplicate, derive_refill
from counter.reception.typed_form import TypedForm
from counter.words import translate


class BeforePart(QFrame):
    """Shown only when there is something to say."""

    def __init__(self, presenter: TypedForm, language: Language) -> None:
        super().__init__()
        self.setObjectName("before_band")
        self._presenter, self._language = presenter, language
        self._duplicate, self._words = text_label("warning"), text_label()
        self._duplicate.setObjectName("duplicate")
        self._words.setObjectName("gave_before")
        self._refill = KeyButton("refill", "Alt+L")
        self._refill.does(presenter.refill)
        self._open = KeyButton("open_duplicate", "Alt+O")
        self._open.does(presenter.show_duplicate)
        warned = QHBoxLayout()
        warned.setSpacing(12)
        warned.addWidget(self._duplicate, 1)
        warned.addWidget(self._open)
        offer = QHBoxLayout()
        offer.setSpacing(12)
        offer.addWidget(self._words, 1)
        offer.addWidget(self._refill)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 8, 24, 8)
        layout.setSpacing(8)
        layout.addLayout(warned)
        layout.addLayout(offer)

    def show_before(self) -> None:
        """Shows what is known of the applicant while the form is typed."""
        state, language = self._presenter.state, self._language.code
        words, button = derive_refill(state, language)
        duplicate = derive_duplicate(state, language)
        show_text(self._words, words)
        self._refill.say(button)
        self._refill.setVisible(bool(words))
        show_text(self._duplicate, duplicate)
        self._open.say(translate("Reception", "Xem hồ sơ đó"))
        self._open.setVisible(bool(duplicate))
        self.setVisible(bool(words or duplicate))
