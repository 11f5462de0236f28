"""The team leader's view: looks at the office's figures at every beat, and settles conflicts."""

from __future__ import annotations

from dataclasses import replace

from counter.lead.conflict_row import ConflictRow
from counter.lead.state import LeadState, Page
from counter.ports.lead import LeadFigures
from counter.presenter import Keeping, RoomPresenter, Surroundings
from counter.words import translate


class LeadPresenter(Keeping[LeadState], RoomPresenter):
    """The team leader's view.

    Attributes: `state`.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.state = LeadState()
        around.session.changed.connect(self._session_changed)

    def refresh(self) -> None:
        """Looks again."""
        if self._session.state.working:
            self._look(self._office.lead_figures, self._looked)

    def turn_to(self, page: Page) -> None:
        """Turns to a page."""
        self._become(replace(self.state, page=page))

    def toggle_tables(self) -> None:
        """Shows the figures as tables instead of plots, or the plots again."""
        self._become(replace(self.state, tables=not self.state.tables))

    def settle(self, conflict: ConflictRow, choice: str) -> None:
        """Settles a conflict."""

        def settled(_: None) -> None:
            self._messages.done(lambda: translate("Conflicts", "Đã ghi nhận cách giải quyết."))
            self.refresh()

        self._ask_once(
            f"settle {conflict.subject} {conflict.code}",
            lambda: self._office.settle_conflict(conflict.prefix, conflict.subject, conflict.code, choice),
            settled,
        )

    def _looked(self, figures: LeadFigures) -> None:
        self._become(replace(self.state, figures=figures))

    def _session_changed(self) -> None:
        if self._session.state.officer is None:
            self._become(LeadState())
