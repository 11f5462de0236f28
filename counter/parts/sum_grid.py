"""A small table of words: what stands at the left, how much at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from counter.parts.brief_label import BriefLabel
from counter.parts.labels import LabelLook, clear, line_label


class SumGrid(QWidget):
    """Lines of two words each; the last line stands out when it is a total."""

    def __init__(self, name: str, *, last: LabelLook = "lead") -> None:
        super().__init__()
        self.setObjectName(name)
        self._last = last
        self._shown: tuple[tuple[str, str], ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)

    def show_lines(self, lines: tuple[tuple[str, str], ...]) -> None:
        """Shows `lines`, each (what, how much)."""
        if lines == self._shown:
            return
        self._shown = lines
        clear(self._grid)
        for at, (what, much) in enumerate(lines):
            look: LabelLook = self._last if at == len(lines) - 1 else "body"
            left, right = BriefLabel("soft" if look == "body" else look), line_label(look)
            left.setText(what)
            right.setText(much)
            self._grid.addWidget(left, at, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(right, at, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
