"""A row that can be pressed: a title and a line below it, both as long as they need to be."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from counter.parts.labels import text_label
from counter.parts.tall_button import TallButton


class RowButton(TallButton):
    """A checkable button whose words run over several lines. Attributes: `identity`, what it stands for."""

    def __init__(self, name: str, identity: str) -> None:
        super().__init__(name, spacing=2)
        self.identity = identity
        self.setCheckable(True)
        self._title, self._detail = text_label("lead"), text_label("small")
        for label in (self._title, self._detail):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.lines.addWidget(label)

    def does(self, run: Callable[[], object]) -> None:
        """What a press does."""
        self.clicked.connect(lambda: run())

    def say(self, title: str, detail: str) -> None:
        """Sets both lines."""
        self._title.setText(title)
        self._detail.setText(detail)
        self.setAccessibleName(f"{title}, {detail}")
        self.updateGeometry()
