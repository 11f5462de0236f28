"""What the parts of the handover room's presenter share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from counter.handover.state import Answer, AnswerKind, HandoverState
from counter.ports import Officer, PaperRow
from counter.presenter import Busy, RoomPresenter, Surroundings


class HandoverBase(Busy[HandoverState], RoomPresenter):
    """Holds the room's one state. Attributes: `state`."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.state = HandoverState()

    @property
    def officer(self) -> Officer | None:
        """Who works here."""
        return self._session.state.officer

    def _answered(self, state: HandoverState, kind: AnswerKind, row: PaperRow | None = None, code: str = "") -> None:
        """Becomes `state` and says large what a scan did."""
        code = row.code if row is not None else code
        holder, why = (row.holder_name, row.why) if row is not None else ("", None)
        self._become(replace(state, answer=Answer(kind, code, holder, why)))

    def _after_scans(self, deed: Callable[[], None]) -> None:
        """Does `deed` once every code scanned before has been answered: nobody waits for the screen before signing."""
        self._ask(lambda: None, lambda _: deed())

    def _show_opened(self, handover: str) -> None:
        """Looks at a handover."""
        raise NotImplementedError

    def _count_on_its_list(self, row: PaperRow, otherwise: Callable[[], None]) -> None:
        """Opens the list on which `row` waits for this unit, and counts it there; `otherwise` where there is none."""
        raise NotImplementedError
