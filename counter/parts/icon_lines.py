"""Lines that begin with an icon: what happened to something, the last at the top."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from counter.look import Look
from counter.parts.labels import LabelLook, clear, text_label
from counter.parts.scroll_card import ScrollCard

P = TypeVar("P")


class IconLines(ScrollCard, Generic[P]):
    """Lines made of props `P`, each by `_line`; the arrow keys scroll. Attributes: `area`."""

    def __init__(self, look: Look, name: str, margins: tuple[int, int, int, int], spacing: int) -> None:
        super().__init__(name, margins, spacing)
        self._look = look
        self._shown: tuple[P, ...] = ()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._look = look
        self._make()

    def show_lines(self, shown: tuple[P, ...]) -> None:
        """Shows `shown`, the first one at the top."""
        if shown != self._shown:
            self._shown = shown
            self._make()

    def to_the_top(self) -> None:
        """Back to what happened last."""
        self.area.verticalScrollBar().setValue(0)

    def _line(self, props: P) -> QHBoxLayout:
        raise NotImplementedError

    def _icon_and_words(self, icon: str, colour: str, words: str, below: str, size: LabelLook = "body") -> QHBoxLayout:
        """`words` beside `icon`, and `below` them in small letters."""
        picture = QLabel()
        picture.setPixmap(self._look.pixmap(icon, colour, 22))
        said, small = text_label(size), text_label("small")
        said.setText(words)
        small.setText(below)
        beside = QVBoxLayout()
        beside.setSpacing(2)
        beside.addWidget(said)
        beside.addWidget(small)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(beside, 1)
        return line

    def _make(self) -> None:
        clear(self.lines)
        for each in self._shown:
            self.lines.addLayout(self._line(each))
        self.lines.addStretch(1)
