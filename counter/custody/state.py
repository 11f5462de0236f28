"""The state of the room "custody", and the pure steps from one to the next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from counter.ports.custody import AlarmRow, CustodyMap, PaperRow, PapersAt, Spot, Whereabouts
from shared.domain.handover import PaperKind

Place = tuple[str, str | None]
"""A place on the map: the unit that holds papers, and the one they are on their way to."""

Panel = Literal["alarms", "place", "where"]
"""What stands beside the map: what calls for attention, what is in one place, where one paper is."""


@dataclass(frozen=True, slots=True)
class CustodyState:
    """The room. `opened`: somebody has opened the panel, which a narrow window shows in place of the map.

    `place` is the one that is open, `papers` what is there (None: being read); `where` answers a search.
    """

    found: CustodyMap | None = None
    panel: Panel = "alarms"
    opened: bool = False
    place: Place | None = None
    papers: PapersAt | None = None
    where: Whereabouts | None = None

    @property
    def alarms(self) -> tuple[AlarmRow, ...]:
        """What calls for attention."""
        return self.found.alarms if self.found else ()

    def spot(self, place: Place) -> Spot | None:
        """What the map says of `place`; None when nothing is there."""
        spots = self.found.spots if self.found else ()
        return next((each for each in spots if (each.holder, each.transit_to) == place), None)

    def unit_name(self, unit: str | None) -> str:
        """The name of a unit on the map, "" for none."""
        units = self.found.units if self.found else ()
        return next((each.name for each in units if each.id == unit), unit or "")


def urgent_count(found: CustodyMap) -> int:
    """How many alarms concern the officer's own unit."""
    return sum(1 for each in found.alarms if each.own)


def place_opened(state: CustodyState, place: Place) -> CustodyState:
    """The list of `place` is wanted; what is there is still to be read."""
    kept = state.papers if state.place == place else None
    return replace(state, panel="place", opened=True, place=place, papers=kept, where=None)


def where_found(state: CustodyState, where: Whereabouts) -> CustodyState:
    """One paper's whereabouts are shown; closing them leads back to the list one came from."""
    return replace(state, panel="where", opened=True, where=where)


def alarms_opened(state: CustodyState) -> CustodyState:
    """What calls for attention is shown."""
    return replace(state, panel="alarms", opened=True, place=None, papers=None, where=None)


def gone_back(state: CustodyState) -> CustodyState:
    """One step back: from a paper to the list it was found in, from a list to the map."""
    if state.panel == "where" and state.place is not None:
        return replace(state, panel="place", where=None)
    return replace(state, panel="alarms", opened=False, place=None, papers=None, where=None)


def paper_at(state: CustodyState, identity: str) -> PaperRow | None:
    """The paper behind a row of the panel."""
    rows = (
        tuple(each.paper for each in state.alarms if each.paper is not None)
        if state.panel == "alarms"
        else (state.papers.rows if state.papers else ())
    )
    return next((row for row in rows if paper_identity(row.kind, row.id) == identity), None)


def alarm_at(state: CustodyState, identity: str) -> AlarmRow | None:
    """The alarm behind a row of the panel."""
    return next((each for each in state.alarms if alarm_identity(each) == identity), None)


def alarm_identity(alarm: AlarmRow) -> str:
    """What names an alarm among the others."""
    if alarm.paper is not None:
        return paper_identity(alarm.paper.kind, alarm.paper.id)
    return f"list/{alarm.record}"


def paper_identity(kind: PaperKind, item: str) -> str:
    """What names a paper in a list."""
    return f"{kind}/{item}"


def place_identity(place: Place) -> str:
    """What names a place on the map."""
    holder, transit_to = place
    return holder if transit_to is None else f"{holder}>{transit_to}"
