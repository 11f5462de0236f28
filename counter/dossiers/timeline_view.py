"""The timeline of a dossier: a line for each thing that happened, the last one at the top."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from counter.dossiers.derive_page import EntryProps
from counter.look import Look
from counter.parts.labels import clear, text_label
from counter.parts.scroll_card import ScrollCard

_URGENT, _DONE = frozenset({"close", "problem"}), frozenset({"deciding", "results_out", "check", "done_mark"})


class TimelineView(ScrollCard):
    """Lines with an icon; the arrow keys scroll. Attributes: `area`."""

    def __init__(self, look: Look) -> None:
        super().__init__("timeline", (20, 16, 12, 16), 16)
        self._look = look
        self._shown: tuple[EntryProps, ...] = ()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._look = look
        self._make()

    def show_entries(self, entries: tuple[EntryProps, ...]) -> None:
        """Shows `entries`, the first one at the top."""
        if entries != self._shown:
            self._shown = entries
            self._make()

    def to_the_top(self) -> None:
        """Back to what happened last."""
        self.area.verticalScrollBar().setValue(0)

    def _make(self) -> None:
        clear(self.lines)
        for each in self._shown:
            self.lines.addLayout(self._line(each))
        self.lines.addStretch(1)

    def _line(self, entry: EntryProps) -> QHBoxLayout:
        palette = self._look.palette
        colour = palette.urgent if entry.icon in _URGENT else palette.done if entry.icon in _DONE else palette.action
        icon = QLabel()
        icon.setPixmap(self._look.pixmap(entry.icon, colour, 22))
        words, below = text_label(), text_label("small")
        words.setText(entry.words)
        below.setText(entry.below)
        beside = QVBoxLayout()
        beside.setSpacing(2)
        beside.addWidget(words)
        beside.addWidget(below)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(beside, 1)
        return line
