"""One figure in large letters, with what it is and what is to be said about it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.parts.labels import card, line_label, relook, text_label


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure (con số) with what it is and what is to be said about it; `urgent` marks it."""

    title: str
    value: str
    detail: str
    urgent: bool = False


class TileCard(QWidget):
    """One figure in large letters."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._title, self._value, self._detail = line_label("label"), line_label("headline"), text_label("small")
        self._value.setObjectName(name)
        frame = card()
        rows = QVBoxLayout(frame)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(2)
        for label in (self._title, self._value, self._detail):
            rows.addWidget(label)
        rows.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)

    def show_tile(self, tile: Tile) -> None:
        """Shows `tile`."""
        self._title.setText(tile.title)
        self._value.setText(tile.value)
        self._detail.setText(tile.detail)
        relook(self._detail, "urgent" if tile.urgent else "small")
