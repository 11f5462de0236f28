"""Papers to be ticked: one row per paper, its name as long as it needs to be, a click on the name ticks too."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from counter.parts.labels import clear, text_label

Tick = Callable[[str, bool], None]


class PaperTicks(QWidget):
    """Rows of papers. `name` begins the object names of the ticks."""

    def __init__(self, name: str, tick: Tick) -> None:
        super().__init__()
        self._name, self._tick = name, tick
        self._papers: tuple[str, ...] = ()
        self._boxes: dict[str, QCheckBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_papers(self, papers: tuple[str, ...], ticked: tuple[str, ...]) -> None:
        """Shows `papers`, those of `ticked` with their ticks."""
        if papers != self._papers:
            self._papers = papers
            self._build()
        for paper, box in self._boxes.items():
            box.blockSignals(True)  # noqa: FBT003
            box.setChecked(paper in ticked)
            box.blockSignals(False)  # noqa: FBT003

    def focus_first(self) -> bool:
        """Puts the cursor on the first tick; False where there is none."""
        first = next(iter(self._boxes.values()), None)
        if first is not None:
            first.setFocus()
        return first is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A click on a name ticks."""
        if event.type() == QEvent.Type.MouseButtonRelease:
            box = self._boxes.get(str(watched.property("paper")))
            if box is not None:
                box.toggle()
                return True
        return False

    def _build(self) -> None:
        clear(self._column)
        self._boxes = {}
        for at, paper in enumerate(self._papers):
            box, words = QCheckBox(), text_label()
            box.setObjectName(f"{self._name}_{at}")
            box.setAccessibleName(paper)
            box.toggled.connect(partial(self._tick, paper))
            words.setText(paper)
            words.setProperty("paper", paper)
            words.setCursor(Qt.CursorShape.PointingHandCursor)
            words.installEventFilter(self)
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            self._column.addLayout(row)
            self._boxes[paper] = box
