"""What is known of a dossier: titles and words, one below the other."""

from __future__ import annotations

from counter.dossiers.derive_page import FactProps
from counter.parts.labels import clear, line_label, text_label
from counter.parts.scroll_card import ScrollCard


class FactsView(ScrollCard):
    """The facts in a card that scrolls. Attributes: `area`."""

    def __init__(self) -> None:
        super().__init__("dossier_facts", (16, 12, 8, 12), 2)
        self._shown: tuple[FactProps, ...] = ()

    def show_facts(self, facts: tuple[FactProps, ...]) -> None:
        """Shows `facts`."""
        if facts == self._shown:
            return
        self._shown = facts
        clear(self.lines)
        for fact in facts:
            title, words = line_label("label"), text_label("urgent" if fact.urgent else "body")
            title.setText(fact.title)
            words.setText(fact.words)
            self.lines.addWidget(title)
            self.lines.addWidget(words)
            self.lines.addSpacing(10)
        self.lines.addStretch(1)
