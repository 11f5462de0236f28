"""The map: units in three columns, arrows for what is on its way. Arrows move from place to place, Enter opens one."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter.custody.derive_map import MapProps
from counter.custody.map_layout import Curve, Measures, lay_out
from counter.custody.node_face import NodeFace, lines_of
from counter.custody.spot_button import ArrowButton, NodeButton, Spot, arrow_width
from counter.custody.state import Place
from counter.look import Look
from counter.words import translate
from shared.qt.theme import DESK_SCALE

_HEAD = 13


class CustodyMapView(QWidget):
    """The map.

    Signals: `opened` with the place that somebody wants to see, `reached` with the button that has the focus now.
    """

    opened = Signal(object)
    reached = Signal(QWidget)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("custody_map")
        self._look = look
        self._props = MapProps((), ())
        self._spots: dict[Place, Spot] = {}
        self._layout = lay_out(self._props, 600, self._measures())
        self._open: Place | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._look = look
        for spot in self._spots.values():
            spot.look = look
        self._place()

    def show_map(self, props: MapProps, place: Place | None) -> None:
        """Shows `props`, `place` marked as the one that is open; whoever has the focus keeps it."""
        if place != self._open or props != self._props:
            self._open, self._props = place, props
            self._make()
            self._place()

    def spots(self) -> tuple[Spot, ...]:
        """Every place that can be opened, in the order of Tab."""
        return tuple(self._spots.values())

    def focus_place(self, place: Place | None) -> None:
        """Puts the cursor on `place`, or on the first place with papers."""
        spot = self._spots.get(place) if place is not None else None
        if spot is None:
            full = (each for each in self._spots.values() if not isinstance(each, NodeButton) or each.props.count)
            spot = next(full, next(iter(self._spots.values()), None))
        if spot is not None:
            spot.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as its content."""
        return QSize(600, round(self._layout.height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As high as its content; the columns become narrow before anything is cut."""
        return QSize(360, round(self._layout.height))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lays everything out anew."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Paints the titles of the columns, the citizen, and all ways; what can be pressed paints itself over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._props.nodes:
            self._paint_heads(painter)
            self._paint_usual_ways(painter)
            self._paint_citizen(painter)
        for arrow in self._props.arrows:
            curve = self._layout.curves.get((arrow.giver, arrow.receiver))
            if curve is not None:
                colour = self._look.palette.urgent if arrow.late else self._look.palette.action
                self._paint_arrow(painter, curve, colour, arrow.count)
        painter.end()

    def _make(self) -> None:
        """The buttons for what is shown; those that are still wanted stay."""
        wanted: dict[Place, Spot] = {}
        for node in self._props.nodes:
            kept = self._spots.get((node.unit, None))
            button = kept if isinstance(kept, NodeButton) else NodeButton(node, self._look)
            button.show_props(node)
            wanted[node.unit, None] = button
        for arrow in self._props.arrows:
            known = self._spots.get((arrow.giver, arrow.receiver))
            pill = known if isinstance(known, ArrowButton) else ArrowButton(arrow, self._look)
            pill.show_props(arrow)
            wanted[arrow.giver, arrow.receiver] = pill
        gone = [spot for place, spot in self._spots.items() if place not in wanted]
        lost_focus = any(spot.hasFocus() for spot in gone)
        for spot in gone:
            spot.hide()
            spot.setParent(None)
            spot.deleteLater()
        fresh = [spot for place, spot in wanted.items() if place not in self._spots]
        self._spots = wanted
        for spot in fresh:
            spot.setParent(self)
            spot.opened.connect(self.opened)
            spot.moved.connect(self._move)
            spot.reached.connect(self.reached)
            spot.show()
        for place, spot in wanted.items():
            spot.setChecked(place == self._open)
        if lost_focus:
            self.focus_place(None)

    def _place(self) -> None:
        self._layout = lay_out(self._props, self.width(), self._measures())
        for place, spot in self._spots.items():
            holder, transit_to = place
            rectangle = self._layout.nodes.get(holder) if transit_to is None else self._pill(place)
            if rectangle is not None:
                spot.setGeometry(rectangle.toAlignedRect())
                if transit_to is not None:
                    spot.raise_()
        self._order_by_tab()
        self.updateGeometry()
        self.update()

    def _order_by_tab(self) -> None:
        spots = sorted(self._spots.values(), key=lambda spot: (spot.geometry().center().x() // 40, spot.y()))
        for before, after in pairwise(spots):
            QWidget.setTabOrder(before, after)

    def _pill(self, place: Place) -> QRectF | None:
        curve = self._layout.curves.get(place)
        return None if curve is None else curve.pill

    def _move(self, spot: Spot, key: Qt.Key) -> None:
        """The nearest place in the direction of an arrow key; what lies straight ahead counts as nearer.

        From papers on their way left and right lead to the two units between which they are.
        """
        here = QPointF(spot.geometry().center())
        along = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        sign = 1 if key in (Qt.Key.Key_Right, Qt.Key.Key_Down) else -1
        best: tuple[float, Spot] | None = None
        ends = [self._spots[unit, None] for unit in spot.place if unit is not None and (unit, None) in self._spots]
        for other in ends if along and len(ends) == 2 else self._spots.values():
            way = QPointF(other.geometry().center()) - here
            ahead, aside = (way.x(), way.y()) if along else (way.y(), way.x())
            if other is spot or ahead * sign < 8:
                continue
            distance = abs(ahead) + 2 * abs(aside)
            if best is None or distance < best[0]:
                best = (distance, other)
        if best is not None:
            best[1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _measures(self) -> Measures:
        px = self._look.px
        return Measures(
            high=lambda node, width: NodeFace(node, self._look, self.font()).height(width),
            citizen=px(56),
            gap=px(8),
            port=px(22),
            head=px(20),
            pill=lambda arrow: arrow_width(arrow, self._look, self.font()),
            pill_high=px(30),
        )

    def _paint_heads(self, painter: QPainter) -> None:
        palette = self._look.palette
        font = QFont(self.font())
        font.setPixelSize(self._look.px(_HEAD))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(palette.ink_soft))
        heads = (
            translate("Custody", "Nơi nhận"),
            translate("Custody", "Một cửa"),
            translate("Custody", "Nơi giải quyết"),
        )
        for place, words in zip(self._layout.heads, heads, strict=True):
            said = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(place.width()))
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)

    def _paint_citizen(self, painter: QPainter) -> None:
        palette, room, px = self._look.palette, self._layout.citizen, self._look.px
        painter.setPen(QPen(QColor(palette.edge), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(palette.ground))
        painter.drawRoundedRect(room.adjusted(2, 2, -2, -2), 12, 12)
        icon = px(28)
        left = room.left() + px(12)
        painter.drawPixmap(
            QRectF(left, room.center().y() - icon / 2, icon, icon).toRect(),
            self._look.pixmap("people", palette.ink_soft, 28),
        )
        font = QFont(self.font())
        font.setPixelSize(px(DESK_SCALE.small))
        font.setWeight(QFont.Weight.DemiBold)
        words = room.adjusted(px(12) + icon + px(8), 0, -px(8), 0)
        painter.setFont(font)
        painter.setPen(QColor(palette.ink_soft))
        lines = lines_of(translate("Custody", "Người dân"), font, words.width(), 2)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "\n".join(lines))

    def _paint_usual_ways(self, painter: QPainter) -> None:
        """Faint lines for the ways that papers take, whether or not any is on them now."""
        layout = self._layout
        pen = QPen(QColor(self._look.palette.edge), 1, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        kinds = {node.unit: node.kind for node in self._props.nodes}
        drawn = {frozenset(place) for place in layout.curves}
        for office_id in (unit for unit, kind in kinds.items() if kind == "one_stop"):
            office = layout.nodes[office_id]
            for unit, kind in kinds.items():
                if frozenset((office_id, unit)) in drawn:
                    continue
                room = layout.nodes[unit]
                if kind in ("post", "satellite"):
                    _paint_way(painter, QPointF(room.right(), room.center().y()), _left_of(office))
                elif kind in ("department", "agency"):
                    _paint_way(painter, _right_of(office), QPointF(room.left(), room.center().y()))
            citizen = layout.citizen
            _paint_way(painter, QPointF(citizen.right(), citizen.center().y()), _left_of(office))

    def _paint_arrow(self, painter: QPainter, curve: Curve, colour: str, count: int) -> None:
        width = min(2 + count**0.5 * 0.6, 7)
        towards = 1 if curve.arrives.x() <= curve.ends.x() else -1
        tip = self._look.px(10)
        ends = curve.ends - QPointF(towards * tip, 0)
        path = QPainterPath(curve.begins)
        path.cubicTo(curve.leaves, curve.arrives, ends)
        painter.setPen(QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        half = tip * 0.6
        painter.drawPolygon(QPolygonF([curve.ends, ends + QPointF(0, -half), ends + QPointF(0, half)]))


def _left_of(room: QRectF) -> QPointF:
    return QPointF(room.left(), room.center().y())


def _right_of(room: QRectF) -> QPointF:
    return QPointF(room.right(), room.center().y())


def _paint_way(painter: QPainter, begins: QPointF, ends: QPointF) -> None:
    half = QPointF((ends.x() - begins.x()) / 2, 0)
    path = QPainterPath(begins)
    path.cubicTo(begins + half, ends - half, ends)
    painter.drawPath(path)
