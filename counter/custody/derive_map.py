"""What the map shows: pure functions from the state of the room to units, piles and arrows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter.custody.state import CustodyState, Place
from counter.custody.words import age_words, contents_words, place_words
from counter.ports.custody import Spot, UnitOnMap
from counter.words import joined, translate
from shared.domain.office_record import UnitKind

ICONS: dict[UnitKind, str] = {
    "citizen": "people",
    "post": "parcel",
    "satellite": "home",
    "one_stop": "one_stop",
    "department": "folder",
    "agency": "business",
}


@dataclass(frozen=True, slots=True)
class NodeProps:
    """A unit on the map (đơn vị trên bản đồ).

    `age`: how long the oldest has been there, "" where nothing is; `alarm`: what calls for attention, in words.
    `share`: its papers against those of the fullest unit, 0 to 1. `awake`: papers are there, or on their way from or
    to it. `said`: all in words.
    """

    unit: str
    name: str
    kind: UnitKind
    icon: str
    count: int
    share: float
    age: str
    alarm: str
    awake: bool
    own: bool
    said: str


@dataclass(frozen=True, slots=True)
class ArrowProps:
    """Papers on their way from one unit to another (đang bàn giao)."""

    giver: str
    receiver: str
    count: int
    words: str
    late: bool
    said: str


@dataclass(frozen=True, slots=True)
class MapProps:
    """The map: every unit and every arrow."""

    nodes: tuple[NodeProps, ...]
    arrows: tuple[ArrowProps, ...]


def derive_map(state: CustodyState) -> MapProps:
    """The map of what was found; empty until it has been read."""
    found = state.found
    if found is None:
        return MapProps((), ())
    moving = [each for each in found.spots if each.transit_to is not None]
    ends = {unit for each in moving for unit in (each.holder, each.transit_to)}
    most = max((each.count for each in found.spots if each.transit_to is None), default=1)
    nodes = tuple(_node(each, state, most, awake=each.id in ends) for each in found.units)
    return MapProps(nodes, tuple(_arrow(each, state, found.at) for each in moving))


def _node(unit: UnitOnMap, state: CustodyState, most: int, *, awake: bool) -> NodeProps:
    spot = state.spot((unit.id, None))
    count = spot.count if spot else 0
    age = "" if spot is None or state.found is None else age_words(state.found.at - spot.oldest)
    oldest = translate("Custody", "lâu nhất {age}").format(age=age) if age else ""
    alarm = _alarm_words(unit.id, state)
    own = translate("Custody", "đơn vị của bạn") if unit.own else ""
    held = contents_words(spot) if spot else translate("Custody", "không giữ giấy tờ nào")
    return NodeProps(
        unit=unit.id,
        name=unit.name,
        kind=unit.kind,
        icon=ICONS[unit.kind],
        count=count,
        share=count / most,
        age=oldest,
        alarm=alarm,
        awake=awake or count > 0,
        own=unit.own,
        said=joined(unit.name, own, held, oldest, alarm),
    )


def _alarm_words(unit: str, state: CustodyState) -> str:
    here = [each for each in state.alarms if (each.holder, each.transit_to) == (unit, None)]
    lost = sum(1 for each in here if each.kind == "lost")
    if lost:
        return translate("Custody", "{count} thất lạc").format(count=lost)
    return translate("Custody", "{count} quá hạn").format(count=len(here)) if here else ""


def _arrow(spot: Spot, state: CustodyState, at: datetime) -> ArrowProps:
    late = spot.alarms > 0
    age = translate("Custody", "lâu nhất {age}").format(age=age_words(at - spot.oldest))
    place: Place = (spot.holder, spot.transit_to)
    return ArrowProps(
        giver=spot.holder,
        receiver=spot.transit_to or "",
        count=spot.count,
        words=translate("Custody", "{count} trễ").format(count=spot.count) if late else str(spot.count),
        late=late,
        said=joined(
            translate("Custody", "Đang bàn giao"),
            place_words(state, place),
            contents_words(spot),
            age,
            translate("Custody", "chờ ký nhận quá lâu") if late else "",
        ),
    )
