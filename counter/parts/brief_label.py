"""A long name in a few lines: what does not fit ends in "…" and is told in full by the tool tip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

from counter.parts.labels import LabelLook

_HIGH = 100_000


class BriefLabel(QLabel):
    """A label of at most `lines` lines; screen readers, the tool tip and `text` have all of it."""

    def __init__(self, look: LabelLook = "body", lines: int = 2) -> None:
        super().__init__()
        self._lines, self._full = lines, ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look)
        self.setWordWrap(True)
        self.setSizePolicy(_grows_down())

    def setText(self, text: str) -> None:  # noqa: N802
        """Shows as much of `text` as the lines hold."""
        if text == self._full:
            return
        self._full = text
        self.setAccessibleName(text)
        self._fit()
        self.updateGeometry()

    def text(self) -> str:
        """All of the text, also what is not seen."""
        return self._full

    def shown(self, width: int) -> str:
        """What is seen of the text at `width` pixels."""
        self.ensurePolished()
        layout = QTextLayout(self._full, self.font())
        layout.setTextOption(QTextOption(self.alignment()))
        layout.beginLayout()
        starts = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            starts.append(line.textStart())
        layout.endLayout()
        if len(starts) <= self._lines:
            return self._full
        last = starts[self._lines - 1]
        rest = self.fontMetrics().elidedText(self._full[last:], Qt.TextElideMode.ElideRight, max(width - 2, 1))
        return f"{self._full[:last].rstrip()}\n{rest}"

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """As high as the lines at `width`."""
        words = self.shown(width)
        room = QRect(0, 0, max(width, 1), _HIGH)
        return QFontMetrics(self.font()).boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide enough for a third of a screen."""
        width = min(self.fontMetrics().horizontalAdvance(self._full) + 4, 400)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """One line."""
        return QSize(80, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fits the words to the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Fits the words to other letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        words = self.shown(self.width())
        if words != QLabel.text(self):
            QLabel.setText(self, words)
            self.setSizePolicy(_grows_down())
        self.setToolTip(self._full if words != self._full else "")


def _grows_down() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy
