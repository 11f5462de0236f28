"""Settling what differs between list and count: either side says what became of it."""

from __future__ import annotations

from dataclasses import replace

from counter.handover.counting import Counting
from counter.ports import Difference, OpenedHandover, Settling
from counter.words import translate
from shared.domain.handover import DiscrepancyKind, SettledAs


class SettlesDifferences(Counting):
    """The differences of the opened record."""

    def choose_difference(self, kind: DiscrepancyKind, item: str) -> None:
        """Takes the difference that is to be settled; once more: none."""
        same = self.state.settling == (kind, item)
        self._become(replace(self.state, settling=None if same else (kind, item)))

    @property
    def chosen_difference(self) -> Difference | None:
        """The difference that is being settled."""
        opened = self.state.opened
        found = opened.differences if opened is not None else ()
        return next(
            (each for each in found if each.settled_as is None and (each.kind, each.item) == self.state.settling), None
        )

    def settle(self, settled_as: SettledAs, note: str = "", amount_vnd: int = 0) -> None:
        """Writes down how the chosen difference was settled."""
        opened, chosen = self.state.opened, self.chosen_difference
        if opened is None or chosen is None or self.state.busy:
            return
        settling = Settling(chosen.kind, chosen.item, settled_as, amount_vnd, note)
        self._become(replace(self.state, busy=True))
        self._ask(
            lambda: self._office.settle_difference(opened.row.id, settling),
            lambda after: self._settled(after, chosen),
            self._refused,
        )

    def _settled(self, after: OpenedHandover, difference: Difference) -> None:
        self._become(replace(self.state, busy=False, settling=None, opened=after))
        self._messages.done(
            lambda: translate("Handover", "Đã ghi cách xử lý chênh lệch {code}.").format(
                code=difference.code or translate("Handover", "tiền thu hộ")
            )
        )
        self.refresh()
