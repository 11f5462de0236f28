"""Where all paper is now (giấy tờ đang ở đâu): the map, the list behind a place, the answer where one paper is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot

from counter.custody.state import (
    CustodyState,
    Place,
    alarm_at,
    alarms_opened,
    gone_back,
    paper_at,
    place_opened,
    urgent_count,
    where_found,
)
from counter.ports.custody import CustodyMap, PaperRow, PapersAt, Whereabouts
from counter.presenter import Keeping, RoomPresenter, Surroundings
from shared.domain.permission import may


class CustodyPresenter(Keeping[CustodyState], RoomPresenter):
    """The room's presenter. Attributes: `state`.

    Signals: `urgent_changed` with the number of alarms that concern the officer's unit.
    """

    urgent_changed = Signal(int)

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.state = CustodyState()
        self._urgent = 0
        around.session.changed.connect(self._session_changed)

    @property
    def urgent(self) -> int:
        """How many alarms concern the officer's unit."""
        return self._urgent

    @Slot()
    def refresh(self) -> None:
        """Looks again; cheap while nothing has happened, so that it may follow the beat for `urgent`."""
        if self._watching():
            self._look(self._office.custody_map, self._looked)

    def open(self, place: Place) -> None:
        """Opens the list of `place`."""
        self._become(place_opened(self.state, place))
        self._read_papers()

    def show_alarms(self) -> None:
        """Shows what calls for attention."""
        self._become(alarms_opened(self.state))

    def back(self) -> None:
        """One step back."""
        self._become(gone_back(self.state))

    def choose(self, identity: str) -> None:
        """A row of the panel was chosen: the page of its dossier, the list it stands for, or whose hands it is in."""
        alarm = alarm_at(self.state, identity) if self.state.panel == "alarms" else None
        if alarm is not None and alarm.paper is None:
            self.open((alarm.holder, alarm.transit_to))
            return
        paper = paper_at(self.state, identity)
        if paper is not None and paper.dossier:
            self._ways.dossier_wanted.emit(paper.dossier)
        elif paper is not None:
            self._show_hands(paper)

    def show_hands(self, identity: str) -> None:
        """Shows through whose hands the paper of a row went."""
        paper = paper_at(self.state, identity)
        if paper is not None:
            self._show_hands(paper)

    def open_dossier(self) -> None:
        """Goes to the page of the dossier whose whereabouts are shown."""
        where = self.state.where
        if where is not None and where.paper.dossier:
            self._ways.dossier_wanted.emit(where.paper.dossier)

    def search(self, text: str) -> None:
        """Where is the paper of this code?"""
        if text.strip():
            self._ask_once("search", lambda: self._office.where_is(text), self._found)

    def _show_hands(self, paper: PaperRow) -> None:
        self._ask_once("hands", lambda: self._office.hands_of(paper.kind, paper.id), self._found)

    def _found(self, where: Whereabouts) -> None:
        if self._watching():
            self._become(where_found(self.state, where))

    def _watching(self) -> bool:
        session = self._session.state
        return session.working and session.officer is not None and may(session.officer.role, "see_custody")

    def _looked(self, found: CustodyMap) -> None:
        if not self._watching():
            return
        moved = self.state.found is not found
        self._count(urgent_count(found))
        self._become(replace(self.state, found=found))
        if moved and self.state.place is not None:
            self._read_papers()
        if moved and self.state.where is not None:
            self._read_where(self.state.where)

    def _read_papers(self) -> None:
        place = self.state.place
        if place is None:
            return

        def read(papers: PapersAt) -> None:
            if self.state.place == place:
                self._become(replace(self.state, papers=papers))

        self._ask(lambda: self._office.papers_at(*place), read)

    def _read_where(self, shown: Whereabouts) -> None:
        paper = shown.paper

        def read(where: Whereabouts) -> None:
            if self.state.where is shown:
                self._become(replace(self.state, where=where))

        self._ask(lambda: self._office.hands_of(paper.kind, paper.id), read)

    def _count(self, urgent: int) -> None:
        if urgent != self._urgent:
            self._urgent = urgent
            self.urgent_changed.emit(urgent)

    def _session_changed(self) -> None:
        if self._session.state.officer is None:
            self._count(0)
            self._become(CustodyState())
        elif self.state.found is None:
            self.refresh()
