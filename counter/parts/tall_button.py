"""A button that holds a layout of its own and is as high as that needs to be at the button's width."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout


class TallButton(QPushButton):
    """A button whose words run over several lines. Attributes: `lines`, the layout that holds them."""

    def __init__(self, name: str, spacing: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("look", "choice")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(16, 12, 16, 12)
        self.lines.setSpacing(spacing)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for every line."""
        return self.lines.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The least room the layout can do with."""
        return self.lines.totalMinimumSize()

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """How high the lines stand at `width`."""
        return self.lines.totalHeightForWidth(width)
