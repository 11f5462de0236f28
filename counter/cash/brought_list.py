"""What the post brought, record by record: how much was declared and counted, and what differs."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.parts.labels import clear, text_label


@dataclass(frozen=True, slots=True)
class BroughtLine:
    """One record (biên bản): its number and who brought it, the amounts, the difference and whether it is open."""

    title: str
    amounts: str
    difference: str
    is_open: bool


class BroughtList(QWidget):
    """The records one below the other; a difference that is open stands out."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._shown: tuple[BroughtLine, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_lines(self, lines: tuple[BroughtLine, ...]) -> None:
        """Shows `lines`."""
        if lines == self._shown:
            return
        self._shown = lines
        clear(self._column)
        for at, line in enumerate(lines):
            if at:
                self._column.addSpacing(8)
            difference = text_label("urgent" if line.is_open else "done")
            texts = ((text_label(), line.title), (text_label("soft"), line.amounts), (difference, line.difference))
            for label, text in texts:
                label.setText(text)
                self._column.addWidget(label)
