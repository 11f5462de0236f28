"""Where everything stands on the map: units in three columns from the citizen to whoever decides, arrows in between.

Pure: rectangles for a width and a size of letters. The first column holds those who take papers in from citizens (post
points, reception points), the middle one the one-stop office, the last one departments and other agencies.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF

from counter.custody.derive_map import ArrowProps, MapProps, NodeProps
from counter.custody.state import Place
from shared.domain.office_record import UnitKind

_COLUMN: Mapping[UnitKind, int] = {
    "post": 0,
    "satellite": 0,
    "one_stop": 1,
    "department": 2,
    "agency": 2,
    "citizen": 0,
}
_SHARES = (0.25, 0.2, 0.28)
"""How much of the width each column has; what is left lies between them, for the arrows."""

_WIDEST = 320
_OFFICE, _RIGHT, _LEFT = 1, 1, -1


@dataclass(frozen=True, slots=True)
class Measures:
    """The measures of the map at a size of letters, in pixels.

    `high`: how high a node becomes at a width; `citizen`: the picture above the first column; `gap` between nodes,
    `port` between two arrows at one side of a node; `head`: a title above a column; `pill`: how wide the button of an
    arrow is, `pill_high` how high.
    """

    high: Callable[[NodeProps, float], float]
    citizen: float
    gap: float
    port: float
    head: float
    pill: Callable[[ArrowProps], float]
    pill_high: float


@dataclass(frozen=True, slots=True)
class Curve:
    """An arrow from `begins` to `ends`, which leaves and arrives horizontally; `pill`: where its button lies."""

    begins: QPointF
    leaves: QPointF
    arrives: QPointF
    ends: QPointF
    pill: QRectF


@dataclass(frozen=True, slots=True)
class MapLayout:
    """Where everything is: `heads`, the titles of the columns; `citizen`, the picture that is no button."""

    heads: tuple[QRectF, ...]
    citizen: QRectF
    nodes: Mapping[str, QRectF]
    curves: Mapping[Place, Curve]
    height: float


@dataclass(slots=True)
class _Column:
    left: float
    width: float
    nodes: list[NodeProps] = field(default_factory=list)


def lay_out(props: MapProps, width: float, at: Measures) -> MapLayout:
    """The map at `width`."""
    columns = _columns(props.nodes, width)
    heights = [sum(at.high(node, column.width) + at.gap for node in column.nodes) - at.gap for column in columns]
    heights[0] += at.citizen + at.gap
    room = max(heights)
    top = at.head + at.gap
    citizen = QRectF(columns[0].left, top, columns[0].width, at.citizen)
    rectangles: dict[str, QRectF] = {}
    for place, column in enumerate(columns):
        y = citizen.bottom() + at.gap if place == 0 else top
        if place == _OFFICE:
            y += (room - heights[place]) / 2
        for node in column.nodes:
            rectangles[node.unit] = QRectF(column.left, y, column.width, at.high(node, column.width))
            y = rectangles[node.unit].bottom() + at.gap
    heads = tuple(QRectF(column.left, 0, column.width, at.head) for column in columns)
    curves = _curves(props.arrows, rectangles, columns, at)
    lowest = max((curve.pill.bottom() for curve in curves.values()), default=0.0)
    return MapLayout(heads, citizen, rectangles, curves, max(top + room, lowest) + 2)


def _columns(nodes: Sequence[NodeProps], width: float) -> tuple[_Column, ...]:
    widths = [min(width * share, _WIDEST * share / max(_SHARES)) for share in _SHARES]
    between = (width - sum(widths)) / (len(widths) - 1)
    columns, left = [], 0.0
    for wide in widths:
        columns.append(_Column(left, wide))
        left += wide + between
    for node in nodes:
        columns[_COLUMN[node.kind]].nodes.append(node)
    return tuple(columns)


def _curves(
    arrows: Sequence[ArrowProps], nodes: Mapping[str, QRectF], columns: Sequence[_Column], at: Measures
) -> dict[Place, Curve]:
    drawn = [each for each in arrows if each.giver in nodes and each.receiver in nodes]
    drawn.sort(key=lambda each: nodes[each.giver].center().y() + nodes[each.receiver].center().y())
    ports = _ports(drawn, nodes, columns, at)
    taken: list[QRectF] = []
    curves: dict[Place, Curve] = {}
    for arrow in drawn:
        place = (arrow.giver, arrow.receiver)
        curve = _curve(ports[place, arrow.giver], ports[place, arrow.receiver], columns, (at.pill(arrow), at.pill_high))
        pill = _free(curve.pill, taken, at)
        taken.append(pill)
        curves[place] = Curve(curve.begins, curve.leaves, curve.arrives, curve.ends, pill)
    return curves


@dataclass(frozen=True, slots=True)
class _Port:
    """Where an arrow touches a node, and to which side it goes from there."""

    at: QPointF
    side: int


def _ports(
    arrows: Sequence[ArrowProps], nodes: Mapping[str, QRectF], columns: Sequence[_Column], at: Measures
) -> dict[tuple[Place, str], _Port]:
    """For every arrow and each of its ends the place at the edge of the node: side by side, so that none crosses."""
    at_side: dict[tuple[str, int], list[tuple[float, Place]]] = {}
    for arrow in arrows:
        for unit, other in ((arrow.giver, arrow.receiver), (arrow.receiver, arrow.giver)):
            here, there = nodes[unit], nodes[other]
            side = _RIGHT if there.left() > here.left() + 1 else _LEFT
            if abs(there.left() - here.left()) <= 1:
                side = _LEFT if here.left() > columns[_OFFICE].left else _RIGHT
            at_side.setdefault((unit, side), []).append((there.center().y(), (arrow.giver, arrow.receiver)))
    ports: dict[tuple[Place, str], _Port] = {}
    for (unit, side), ends in at_side.items():
        node = nodes[unit]
        step = min(at.port, (node.height() - at.gap) / len(ends))
        for order, (_, place) in enumerate(sorted(ends)):
            y = node.center().y() + (order - (len(ends) - 1) / 2) * step
            ports[place, unit] = _Port(QPointF(node.right() if side == _RIGHT else node.left(), y), side)
    return ports


def _curve(giver: _Port, receiver: _Port, columns: Sequence[_Column], size: tuple[float, float]) -> Curve:
    """The curve between two nodes; between two of one column it swings out to the side."""
    begins, ends = giver.at, receiver.at
    wide, high = size
    if giver.side == receiver.side:
        out = QPointF(giver.side * high * 2.5, 0)
        middle = QPointF(begins.x() + out.x() * 0.75, (begins.y() + ends.y()) / 2)
    else:
        out = QPointF((ends.x() - begins.x()) / 2, 0)
        middle = QPointF(_between(begins.x(), ends.x(), columns), (begins.y() + ends.y()) / 2)
    arrives = ends + out if giver.side == receiver.side else ends - out
    pill = QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)
    return Curve(begins, begins + out, arrives, ends, pill)


def _between(one: float, other: float, columns: Sequence[_Column]) -> float:
    """The middle of what lies between two columns; of a way past the middle column, what lies behind that."""
    left, right = min(one, other), max(one, other)
    office = columns[_OFFICE]
    if left < office.left and right > office.left + office.width:
        left = office.left + office.width
    return (left + right) / 2


def _free(wanted: QRectF, taken: Sequence[QRectF], at: Measures) -> QRectF:
    """`wanted`, moved down until it lies over no other."""
    pill = QRectF(wanted)
    while (other := next((each for each in taken if pill.intersects(each)), None)) is not None:
        pill.moveTop(other.bottom() + at.gap / 4)
    return pill
