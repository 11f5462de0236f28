"""What is known of a dossier: titles and words, one below the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from counter.dossiers.derive_page import FactProps
from counter.parts.labels import clear, line_label, text_label
from counter.parts.scrolling import scrolling


class FactsView(QFrame):
    """The facts in a card that scrolls. Attributes: `area`."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._shown: tuple[FactProps, ...] = ()
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(16, 12, 8, 12)
        self._column.setSpacing(2)
        self.area: QScrollArea = scrolling(content)
        self.area.setObjectName("dossier_facts")
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.addWidget(self.area)

    def say(self, name: str) -> None:
        """Names it for screen readers."""
        self.area.setAccessibleName(name)

    def show_facts(self, facts: tuple[FactProps, ...]) -> None:
        """Shows `facts`."""
        if facts == self._shown:
            return
        self._shown = facts
        clear(self._column)
        for fact in facts:
            title, words = line_label("label"), text_label("urgent" if fact.urgent else "body")
            title.setText(fact.title)
            words.setText(fact.words)
            self._column.addWidget(title)
            self._column.addWidget(words)
            self._column.addSpacing(10)
        self._column.addStretch(1)
