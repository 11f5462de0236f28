"""The timeline of a dossier: a line for each thing that happened, the last one at the top."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from counter.dossiers.derive_page import EntryProps
from counter.look import Look
from counter.parts.icon_lines import IconLines

_URGENT, _DONE = frozenset({"close", "problem"}), frozenset({"deciding", "results_out", "check", "done_mark"})


class TimelineView(IconLines[EntryProps]):
    """What happened to a dossier."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "timeline", (20, 16, 12, 16), 16)

    def _line(self, props: EntryProps) -> QHBoxLayout:
        palette = self._look.palette
        colour = palette.urgent if props.icon in _URGENT else palette.done if props.icon in _DONE else palette.action
        return self._icon_and_words(props.icon, colour, props.words, props.below)
