"""What the deciding unit of the sample office has on its desks."""

from __future__ import annotations

from counter.ports.deciding import DecidingRow
from counter.sample.room import SampleRoom
from counter.steps.deciding_row import deciding_row


class SampleDeciding(SampleRoom):
    """The dossiers of the deciding unit."""

    def deciding_rows(self) -> tuple[DecidingRow, ...]:
        """The dossiers that the officer's unit holds, oldest first."""
        unit, now = self._officer_now().unit, self._clock.now()
        held = (each for each in self.book.dossiers.values() if each.holder == unit and each.transit is None)
        found = sorted(held, key=lambda each: (each.received_at, each.code))
        return tuple(deciding_row(self._ward, each, self._rows.row(each), now) for each in found)
