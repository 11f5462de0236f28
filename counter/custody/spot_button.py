"""What can be pressed on the map: a unit with its pile of papers, and the papers on their way between two units."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from counter.custody.derive_map import ArrowProps, NodeProps
from counter.custody.node_face import NodeFace, sized
from counter.custody.state import Place, place_identity
from counter.look import Look
from shared.qt.theme import DESK_SCALE

P = TypeVar("P", NodeProps, ArrowProps)

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SpotButton(QAbstractButton, Generic[P]):
    """A place on the map. Attributes: `place`; `props`, what is shown of it.

    Signals: `moved` with itself and the arrow key that was pressed on it, `opened` with its place, `reached` with
    itself when it has got the focus.
    """

    moved = Signal(object, object)
    opened = Signal(object)
    reached = Signal(QWidget)

    def __init__(self, place: Place, props: P, look: Look) -> None:
        super().__init__()
        self.place, self.look = place, look
        self.props: P = props
        self.setObjectName(f"spot_{place_identity(place)}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(lambda: self.opened.emit(self.place))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows go to the next place, Enter opens as the space bar does."""
        bare = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if bare and event.key() in _ARROWS:
            self.moved.emit(self, event.key())
        elif bare and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Says that it has the focus, so that it is scrolled into sight."""
        super().focusInEvent(event)
        self.reached.emit(self)

    def show_props(self, props: P) -> None:
        """Shows `props`."""
        self._say(props.said)
        if props != self.props:
            self.props = props
            self.update()

    def _say(self, words: str) -> None:
        if words != self.accessibleName():
            self.setAccessibleName(words)
            self.setToolTip(words.replace(" · ", "\n"))

    def _frame(self, painter: QPainter, ground: str, edge: str, radius: float) -> None:
        """The ground and the edge; one that is open or has the focus stands out."""
        palette = self.look.palette
        strong = self.isChecked() or self.hasFocus()
        width = 3.0 if self.hasFocus() else 2.0 if strong else 1.0
        painter.setPen(QPen(QColor(palette.action if strong else edge), width))
        painter.setBrush(QColor(palette.action_tint if self.isChecked() or self.underMouse() else ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), radius, radius)


class NodeButton(SpotButton[NodeProps]):
    """A unit: its name, how many papers it holds and for how long, as a number and as a pile of sheets."""

    def __init__(self, props: NodeProps, look: Look) -> None:
        super().__init__((props.unit, None), props, look)
        self.show_props(props)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Paints the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.look.palette
        self._frame(painter, palette.surface, palette.urgent if self.props.alarm else palette.hairline, 12)
        face = NodeFace(self.props, self.look, self.font())
        face.paint(painter, QRectF(self.rect()))
        painter.end()


class ArrowButton(SpotButton[ArrowProps]):
    """The papers on one way: how many, and whether they are late."""

    def __init__(self, props: ArrowProps, look: Look) -> None:
        super().__init__((props.giver, props.receiver), props, look)
        self.show_props(props)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Paints the pill."""
        props, palette, look = self.props, self.look.palette, self.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = (palette.urgent_tint, palette.urgent) if props.late else (palette.action_tint, palette.action)
        self._frame(painter, ground, ink, (self.height() - 4) / 2)
        font = sized(self.font(), look.px(DESK_SCALE.small), QFont.Weight.Bold)
        metrics = QFontMetricsF(font)
        icon = look.px(16)
        taken = icon + look.px(4) + metrics.horizontalAdvance(props.words)
        left = (self.width() - taken) / 2
        painter.drawPixmap(
            QRectF(left, (self.height() - icon) / 2, icon, icon).toRect(),
            look.pixmap("problem" if props.late else "papers", ink, 16),
        )
        painter.setFont(font)
        painter.setPen(QColor(ink))
        words = QRectF(left + icon + look.px(4), 0, self.width(), self.height())
        painter.drawText(words, _LEFT, props.words)
        painter.end()


Spot = NodeButton | ArrowButton


def arrow_width(props: ArrowProps, look: Look, font: QFont) -> float:
    """How wide the button of an arrow is."""
    words = QFontMetricsF(sized(font, look.px(DESK_SCALE.small), QFont.Weight.Bold)).horizontalAdvance(props.words)
    return max(words + look.px(16 + 4 + 2 * 8), look.px(56))
