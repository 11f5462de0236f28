"""A plot over the hours: values in equal steps of time, as a stepped line with a dotted one above it, or as columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter.look import Look
from counter.parts.plot_scale import marks, round_top
from shared.qt.theme import DESK_SCALE

PlotKind = Literal["line", "columns"]
_LEFT = 44
_TOP = 10


@dataclass(frozen=True, slots=True)
class Step:
    """One step of time (bước thời gian): `mark` below it ("08:00", "" for none), its value (None: nothing to show).

    `upper` is the value of the dotted line, where there is one.
    """

    mark: str
    value: float | None
    upper: float | None = None


class StepsPlot(QWidget):
    """Steps of time from left to right. What they say stands in the accessible description as well."""

    def __init__(self, name: str, kind: PlotKind, look: Look, height: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self._kind, self._look, self._height = kind, look, height
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_steps(self, steps: tuple[Step, ...], name: str, summary: str) -> None:
        """Shows `steps`; `name` and `summary` say the same in words."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(summary)
        if steps != self._steps:
            self._steps = steps
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as it was made, as wide as there is room."""
        return QSize(400, self._look.px(self._height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Low enough for a small window."""
        return QSize(240, self._look.px(self._height * 0.7))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Paints the scale, the hours, and the steps over them."""
        painter = QPainter(self)
        font = QFont(self.font())
        font.setPixelSize(self._look.px(DESK_SCALE.small))
        painter.setFont(font)
        below = QFontMetrics(font).height() + 6
        left = self._look.px(_LEFT)
        room = QRectF(left, _TOP, self.width() - left - 8, self.height() - _TOP - below)
        values = [each for step in self._steps for each in (step.value, step.upper) if each is not None]
        largest = max(values, default=1.0)
        self._paint_scale(painter, room, largest)
        self._paint_hours(painter, room)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._kind == "columns":
            self._paint_columns(painter, room, largest)
        else:
            upper = [step.upper for step in self._steps]
            dotted = QPen(QColor(self._look.palette.ink_soft), 2, Qt.PenStyle.DotLine)
            self._paint_line(painter, room, largest, upper, dotted)
            solid = QPen(QColor(self._look.palette.action), 3)
            self._paint_line(painter, room, largest, [step.value for step in self._steps], solid)
        painter.end()

    def _paint_scale(self, painter: QPainter, room: QRectF, largest: float) -> None:
        palette = self._look.palette
        for mark in marks(largest):
            height = room.bottom() - room.height() * mark / round_top(largest)
            painter.setPen(QPen(QColor(palette.edge if mark == 0 else palette.hairline), 1))
            painter.drawLine(QPointF(room.left(), height), QPointF(room.right(), height))
            painter.setPen(QColor(palette.ink_soft))
            beside = QRectF(0, height - 12, room.left() - 8, 24)
            painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(mark))

    def _paint_hours(self, painter: QPainter, room: QRectF) -> None:
        painter.setPen(QColor(self._look.palette.ink_soft))
        metrics = painter.fontMetrics()
        free_from = 0.0
        for at, step in enumerate(self._steps):
            words = metrics.horizontalAdvance(step.mark)
            begins = room.left() + self._wide(room) * at
            if step.mark and begins >= free_from and begins + words <= self.width():
                below = QRectF(begins, room.bottom() + 4, words + 2, metrics.height())
                painter.drawText(below, Qt.AlignmentFlag.AlignLeft, step.mark)
                free_from = begins + words + 8

    def _paint_columns(self, painter: QPainter, room: QRectF, largest: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.palette.action))
        wide = self._wide(room)
        for at, step in enumerate(self._steps):
            if step.value:
                height = room.height() * step.value / round_top(largest)
                column = QRectF(room.left() + wide * at + wide * 0.15, room.bottom() - height, wide * 0.7, height)
                painter.drawRoundedRect(column, 2, 2)

    def _paint_line(
        self, painter: QPainter, room: QRectF, largest: float, values: Sequence[float | None], pen: QPen
    ) -> None:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        wide = self._wide(room)
        before: QPointF | None = None
        for at, value in enumerate(values):
            if value is None:
                before = None
                continue
            height = room.bottom() - room.height() * value / round_top(largest)
            begin, end = QPointF(room.left() + wide * at, height), QPointF(room.left() + wide * (at + 1), height)
            if before is not None:
                painter.drawLine(before, begin)
            painter.drawLine(begin, end)
            before = end

    def _wide(self, room: QRectF) -> float:
        return room.width() / max(len(self._steps), 8)
