"""The sum behind the people needed, as a table that anybody can check: so many people, so many minutes each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from counter.parts.brief_label import BriefLabel
from counter.parts.labels import LabelLook, card, clear, line_label, text_label
from counter.parts.scrolling import scrolling
from counter.words import translate

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop

_SIGNS = {1: "×", 2: "="}
"""What stands between the figures of a row: people times minutes is the work."""


class WorkTable(QWidget):
    """A row for each line, the whole below; figures stand under each other at the right."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._shown: tuple[tuple[str, ...], ...] = ()
        inside = card()
        self._about = text_label("small")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        column.addLayout(self._grid)
        column.addWidget(self._about)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(inside))

    def show_work(self, rows: tuple[tuple[str, str, str, str], ...], over_minutes: int) -> None:
        """Shows `rows`, each (line, people an hour, minutes for each, minutes); arrivals of the last `over_minutes`."""
        heads = (
            translate("Lead", "Hàng chờ"),
            translate("Lead", "Người mỗi giờ"),
            translate("Lead", "Phút mỗi người"),
            translate("Lead", "Phút việc"),
        )
        about = translate("Lead", "Theo số người đến trong {over} phút qua và thời gian phục vụ trung bình.")
        self._about.setText(about.format(over=over_minutes))
        if (heads, *rows) == self._shown:
            return
        self._shown = (heads, *rows)
        clear(self._grid)
        for at, row in enumerate(self._shown):
            look: LabelLook = "label" if at == 0 else "lead" if at == len(rows) else "body"
            name = BriefLabel(look)
            name.setText(row[0])
            wide = next((column for column, words in enumerate(row) if column and words), len(row))
            self._grid.addWidget(name, at, 0, 1, wide, Qt.AlignmentFlag.AlignTop)
            for column, words in enumerate(row[wide:], start=wide):
                figure = line_label(look)
                figure.setText(f"{words} {_SIGNS[column]}" if 0 < at < len(rows) and column in _SIGNS else words)
                self._grid.addWidget(figure, at, column, _RIGHT)
