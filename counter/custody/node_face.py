"""The face of a unit on the map: its name, how many papers it holds and for how long, as a number and as a pile."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout

from counter.custody.derive_map import NodeProps
from counter.look import Look
from shared.qt.theme import DESK_SCALE

_MOST_SHEETS = 7
_MOST_LINES = 3
_SLIM = 170
"""Below this width at the usual size of letters, icon and pile give way to the name."""
_BESIDE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class NodeFace:
    """How a unit looks. The one-stop office stands in the middle of everything: its number is larger, below its name.

    The others have icon and name at the left, number and pile at the right; one without papers is a line or two.
    """

    props: NodeProps
    look: Look
    font: QFont

    def height(self, width: float) -> float:
        """How high it becomes at `width`."""
        px, small = self.look.px, QFontMetricsF(self._small()).height()
        if self._is_hub():
            number = QFontMetricsF(self._number(DESK_SCALE.headline)).height()
            held = self._pile_high() + small + px(8) if self.props.count else 0
            return self._name_lines_high(width) + number + held + px(2 * 14)
        if not self.props.awake:
            return max(self._name_lines_high(width) + px(2 * 9), px(36))
        figure = 0.0 if self._is_slim(width) else self._figure_high()
        return max(self._name_lines_high(width) + small, figure) + px(2 * 8)

    def paint(self, painter: QPainter, room: QRectF) -> None:
        """Paints it into `room`."""
        if self._is_hub():
            self._paint_hub(painter, room)
        else:
            self._paint_row(painter, room)

    def _paint_hub(self, painter: QPainter, room: QRectF) -> None:
        px, palette = self.look.px, self.look.palette
        inside = room.adjusted(px(12), px(14), -px(12), -px(14))
        name, number = self._name(), self._number(DESK_SCALE.headline)
        y = inside.top()
        painter.setPen(QColor(palette.ink))
        painter.setFont(name)
        line_high = QFontMetricsF(name).height()
        for line in self._lines(room.width()):
            painter.drawText(QRectF(inside.left(), y, inside.width(), line_high), _CENTRE, line)
            y += line_high
        painter.setPen(QColor(palette.action))
        painter.setFont(number)
        high = QFontMetricsF(number).height()
        painter.drawText(QRectF(inside.left(), y, inside.width(), high), _CENTRE, str(self.props.count))
        if not self.props.count:
            return
        y += high + self._pile_high()
        self._paint_pile(painter, inside.center().x(), y, px(44))
        below = QRectF(inside.left(), y + px(8), inside.width(), QFontMetricsF(self._small()).height())
        self._paint_below(painter, below, centred=True)

    def _paint_row(self, painter: QPainter, room: QRectF) -> None:
        props, px, palette = self.props, self.look.px, self.look.palette
        inside = room.adjusted(self._pad(), 0, -self._pad(), 0)
        lines, name, small = self._lines(room.width()), self._name(), self._small()
        line_high, small_high = QFontMetricsF(name).height(), QFontMetricsF(small).height()
        has_below = bool(props.alarm or props.age)
        slim = self._is_slim(room.width())
        y = inside.center().y() - (line_high * len(lines) + (small_high if has_below else 0)) / 2
        if props.awake:
            self._paint_figure(painter, inside, y if slim else None)
        words = inside.adjusted(self._icon_wide(room.width()), 0, -self._figure_wide(room.width()), 0)
        if not slim:
            icon = px(20)
            colour = palette.action if props.awake else palette.ink_soft
            picture = QRectF(inside.left(), y + (line_high - icon) / 2, icon, icon)
            painter.drawPixmap(picture.toRect(), self.look.pixmap(props.icon, colour, 20))
        painter.setFont(name)
        painter.setPen(QColor(palette.ink if props.awake else palette.ink_soft))
        for line in lines:
            painter.drawText(QRectF(words.left(), y, words.width() + px(4), line_high), _BESIDE, line)
            y += line_high
        if has_below:
            below = QRectF(words.left(), y, inside.right() - words.left() if slim else words.width(), small_high)
            self._paint_below(painter, below, centred=False)

    def _paint_figure(self, painter: QPainter, inside: QRectF, top: float | None) -> None:
        """The number above its pile; the number alone, from `top` on, where there is no room for both."""
        number, wide = self._number(DESK_SCALE.title), self._number_wide()
        high = QFontMetricsF(number).height()
        y = inside.center().y() - self._figure_high() / 2 if top is None else top - self.look.px(4)
        palette = self.look.palette
        painter.setFont(number)
        painter.setPen(QColor(palette.action if self.props.count else palette.ink_soft))
        painter.drawText(QRectF(inside.right() - wide, y, wide, high), _CENTRE, str(self.props.count))
        if top is None:
            self._paint_pile(painter, inside.right() - wide / 2, y + self._figure_high(), self.look.px(26))

    def _paint_pile(self, painter: QPainter, middle: float, bottom: float, wide: float) -> None:
        """Sheets upon each other; papers never lie quite straight."""
        sheets = ceil(_MOST_SHEETS * self.props.share)
        thick, gap = self.look.px(2), self.look.px(2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.look.palette.action))
        for place in range(sheets):
            left = middle - wide / 2 + (place % 3 - 1) * self.look.px(1)
            painter.drawRect(QRectF(left, bottom - (place + 1) * (thick + gap) + gap, wide, thick))

    def _paint_below(self, painter: QPainter, room: QRectF, *, centred: bool) -> None:
        """For how long, or what calls for attention: a mark and a word in red."""
        props, px, palette = self.props, self.look.px, self.look.palette
        font = sized(self.font, px(DESK_SCALE.small), QFont.Weight.DemiBold) if props.alarm else self._small()
        mark = px(20) if props.alarm else 0
        metrics = QFontMetricsF(font)
        words = props.alarm or props.age
        said = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width() - mark)
        left = room.left()
        if centred:
            left += (room.width() - mark - metrics.horizontalAdvance(said)) / 2
        if props.alarm:
            picture = QRectF(left, room.center().y() - px(16) / 2, px(16), px(16))
            painter.drawPixmap(picture.toRect(), self.look.pixmap("problem", palette.urgent, 16))
        painter.setFont(font)
        painter.setPen(QColor(palette.urgent if props.alarm else palette.ink_soft))
        painter.drawText(QRectF(left + mark, room.top(), room.width(), room.height()), _BESIDE, said)

    def _is_hub(self) -> bool:
        return self.props.kind == "one_stop"

    def _is_slim(self, width: float) -> bool:
        """Whether there is no room for the icon and the pile."""
        return width < self.look.px(_SLIM)

    def _lines(self, width: float) -> tuple[str, ...]:
        aside: float = 2 * self._pad()
        if not self._is_hub():
            aside += self._icon_wide(width) + self._figure_wide(width)
        return lines_of(self.props.name, self._name(), width - aside, _MOST_LINES)

    def _name_lines_high(self, width: float) -> float:
        return QFontMetricsF(self._name()).height() * len(self._lines(width))

    def _pad(self) -> int:
        return self.look.px(12)

    def _icon_wide(self, width: float) -> int:
        return 0 if self._is_slim(width) else self.look.px(28)

    def _number_wide(self) -> float:
        number = QFontMetricsF(self._number(DESK_SCALE.title)).horizontalAdvance(str(self.props.count))
        return max(number, self.look.px(28))

    def _figure_wide(self, width: float) -> float:
        if not self.props.awake:
            return 0.0
        gap = self.look.px(2 if self._is_slim(width) else 8)
        return self._number_wide() + gap

    def _figure_high(self) -> float:
        return QFontMetricsF(self._number(DESK_SCALE.title)).height() + self._pile_high()

    def _pile_high(self) -> float:
        return _MOST_SHEETS * self.look.px(4)

    def _name(self) -> QFont:
        size = DESK_SCALE.body if self._is_hub() else DESK_SCALE.small
        weight = QFont.Weight.DemiBold if self.props.awake or self._is_hub() else QFont.Weight.Normal
        return sized(self.font, self.look.px(size), weight)

    def _small(self) -> QFont:
        return sized(self.font, self.look.px(DESK_SCALE.small), QFont.Weight.Normal)

    def _number(self, size: int) -> QFont:
        return sized(self.font, self.look.px(size), QFont.Weight.Bold)


def lines_of(text: str, font: QFont, width: float, most: int) -> tuple[str, ...]:
    """`text` in at most `most` lines of `width`; what does not fit ends in "…"."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    starts = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(text)]
    lines = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    if len(lines) > most:
        lines = [*lines[: most - 1], text[starts[most - 1] :]]
    metrics = QFontMetricsF(font)
    return tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width + 1) for line in lines)


def sized(font: QFont, pixels: int, weight: QFont.Weight) -> QFont:
    """`font` in another size and weight."""
    other = QFont(font)
    other.setPixelSize(pixels)
    other.setWeight(weight)
    return other
