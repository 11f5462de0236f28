"""The papers of a dossier: the forms printed for it (with "print again"), those handed in, the payments."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.dossiers.derive_page import derive_payments, document_words
from counter.dossiers.presenter import DossiersPresenter
from counter.dossiers.state import OpenedDossier
from counter.language import Language
from counter.parts.labels import card, clear, line_label, text_label
from counter.parts.scrolling import scrolling
from counter.parts.view import View
from counter.steps.issued_list import IssuedList
from counter.words import translate


class PapersPart(View):
    """Three lists in one card that scrolls."""

    def __init__(self, presenter: DossiersPresenter, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._shown: tuple[OpenedDossier, str] | None = None
        self.forms = IssuedList("dossier_forms", language, presenter.print_again, "Ctrl+P")
        content = QWidget()
        self._words = QVBoxLayout()
        self._words.setSpacing(8)
        inside = QVBoxLayout(content)
        inside.setContentsMargins(20, 16, 16, 16)
        inside.setSpacing(16)
        inside.addWidget(self.forms)
        inside.addLayout(self._words)
        inside.addStretch(1)
        self._area = scrolling(content)
        self._area.setObjectName("dossier_papers")
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        frame = card()
        around = QVBoxLayout(frame)
        around.setContentsMargins(2, 2, 2, 2)
        around.addWidget(self._area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)

    def focus_first(self) -> None:
        """Puts the cursor on the forms."""
        target = self.forms.list if self.forms.list.isVisible() else self._area
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self) -> None:
        """Shows the papers of the dossier at hand."""
        opened = self._presenter.state.opened
        if opened is None:
            return
        self.forms.setEnabled(not self._presenter.state.busy)
        self.forms.show_forms(opened.forms)
        if (opened, self._language.code) != self._shown:
            self._shown = (opened, self._language.code)
            self._say(opened)

    def _say(self, opened: OpenedDossier) -> None:
        self._area.setAccessibleName(translate("Dossiers", "Giấy tờ của hồ sơ"))
        clear(self._words)
        self._title(translate("Dossiers", "Giấy tờ đã nộp"))
        for document in opened.page.dossier.documents:
            self._note(document_words(document))
        self._words.addSpacing(8)
        self._title(translate("Dossiers", "Khoản đã thu"))
        for words in derive_payments(opened, self._language.code) or (translate("Dossiers", "Chưa thu khoản nào."),):
            self._note(words)

    def _title(self, words: str) -> None:
        label = line_label("label")
        label.setText(words)
        self._words.addWidget(label)

    def _note(self, words: str) -> None:
        label = text_label()
        label.setText(words)
        self._words.addWidget(label)
