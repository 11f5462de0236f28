"""A plot of lying bars: for each thing its name and what is to be said of it, and below them a bar of its value."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter.look import Look
from shared.qt.theme import DESK_SCALE

_GAP = 12
_ROW = 46
_THICK = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar (cột): `name` at the left, `told` at the right, `value` as the length below; `urgent` marks it."""

    name: str
    value: float
    told: str
    urgent: bool = False


class BarsPlot(QWidget):
    """Bars under each other. What they say stands in the accessible description as well."""

    def __init__(self, name: str, look: Look) -> None:
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_bars(self, bars: tuple[Bar, ...], name: str, summary: str) -> None:
        """Shows `bars`; `name` and `summary` say the same in words."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(summary)
        if bars != self._bars:
            self._bars = bars
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """A row for each bar."""
        return QSize(320, max(len(self._bars), 1) * self._row())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """All rows; the width may shrink."""
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Paints names, bars and what is told."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        longest = max((bar.value for bar in self._bars), default=0.0) or 1.0
        for at, bar in enumerate(self._bars):
            row = QRectF(0, at * self._row(), self.width(), self._row())
            self._paint_words(painter, bar, row)
            self._paint_bar(painter, bar, row, row.width() * bar.value / longest)
        painter.end()

    def _paint_words(self, painter: QPainter, bar: Bar, row: QRectF) -> None:
        palette = self._look.palette
        small, strong = self._letters(QFont.Weight.Normal), self._letters(QFont.Weight.DemiBold)
        told = QFontMetrics(strong).horizontalAdvance(bar.told) + _GAP
        line = QRectF(row.left(), row.top(), row.width(), QFontMetrics(strong).height())
        painter.setFont(strong)
        painter.setPen(QColor(palette.urgent if bar.urgent else palette.ink))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, bar.told)
        painter.setFont(small)
        painter.setPen(QColor(palette.ink))
        words = QFontMetrics(small).elidedText(bar.name, Qt.TextElideMode.ElideRight, round(line.width() - told))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, words)

    def _paint_bar(self, painter: QPainter, bar: Bar, row: QRectF, length: float) -> None:
        palette = self._look.palette
        top = row.top() + QFontMetrics(self._letters(QFont.Weight.DemiBold)).height() + 3
        whole = QRectF(row.left(), top, row.width(), self._look.px(_THICK))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.action_tint))
        painter.drawRoundedRect(whole, 3, 3)
        painter.setBrush(QColor(palette.urgent if bar.urgent else palette.action))
        painter.drawRoundedRect(QRectF(whole.left(), top, length, whole.height()), 3, 3)

    def _letters(self, weight: QFont.Weight) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._look.px(DESK_SCALE.small))
        font.setWeight(weight)
        return font

    def _row(self) -> int:
        return self._look.px(_ROW)
