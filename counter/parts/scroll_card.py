"""A card whose content scrolls under the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from counter.parts.scrolling import scrolling


class ScrollCard(QFrame):
    """A card with lines one below the other. Attributes: `area`, which scrolls; `lines`, what stands in it."""

    def __init__(self, name: str, margins: tuple[int, int, int, int], spacing: int) -> None:
        super().__init__()
        self.setProperty("look", "card")
        content = QWidget()
        self.lines = QVBoxLayout(content)
        self.lines.setContentsMargins(*margins)
        self.lines.setSpacing(spacing)
        self.area: QScrollArea = scrolling(content)
        self.area.setObjectName(name)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.addWidget(self.area)

    def say(self, name: str) -> None:
        """Names it for screen readers."""
        self.area.setAccessibleName(name)
