"""The views of the rooms."""

from __future__ import annotations

from dataclasses import dataclass

from counter.handover.deciding import DecidingView
from counter.handover.view import HandoverView
from counter.language import Language
from counter.look import Look
from counter.presenters import Presenters
from counter.reception.view import ReceptionView
from counter.results.view import ResultsView
from counter.session import Room

RoomWidget = ReceptionView | HandoverView | DecidingView | ResultsView


@dataclass(frozen=True, slots=True)
class Rooms:
    """One view for each room."""

    reception: ReceptionView
    handover: HandoverView
    deciding: DecidingView
    results: ResultsView

    def view(self, room: Room) -> RoomWidget:
        """The view of `room`."""
        views: dict[Room, RoomWidget] = {
            "reception": self.reception,
            "handover": self.handover,
            "deciding": self.deciding,
            "results": self.results,
        }
        return views[room]

    def all(self) -> tuple[RoomWidget, ...]:
        """Every view."""
        return (self.reception, self.handover, self.deciding, self.results)


def build_rooms(presenters: Presenters, language: Language, look: Look) -> Rooms:
    """The view of every room over its presenter."""
    return Rooms(
        reception=ReceptionView(presenters.reception, presenters.desk, language, look),
        handover=HandoverView(presenters.handover, language),
        deciding=DecidingView(presenters.deciding, language),
        results=ResultsView(presenters.results, language),
    )
