"""A row that can be pressed: a title and a line below it, both as long as they need to be."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from counter.parts.labels import text_label


class RowButton(QPushButton):
    """A checkable button whose words run over several lines. Attributes: `identity`, what it stands for."""

    def __init__(self, name: str, identity: str) -> None:
        super().__init__()
        self.identity = identity
        self.setObjectName(name)
        self.setProperty("look", "choice")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._title, self._detail = text_label("lead"), text_label("small")
        self._lines = layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(2)
        for label in (self._title, self._detail):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def does(self, run: Callable[[], object]) -> None:
        """What a press does."""
        self.clicked.connect(lambda: run())

    def say(self, title: str, detail: str) -> None:
        """Sets both lines."""
        self._title.setText(title)
        self._detail.setText(detail)
        self.setAccessibleName(f"{title}, {detail}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for both lines."""
        return self._lines.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The least room the layout can do with."""
        return self._lines.totalMinimumSize()

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """How high the lines stand at `width`."""
        return self._lines.totalHeightForWidth(width)
