"""What the deciding unit has on its desks, against the journal of this machine."""

from __future__ import annotations

from counter.ports.deciding import DecidingRow
from counter.steps.deciding_row import deciding_row
from counter.wiring.work import CounterWork
from shared.journal.dossier_queries import dossiers_held_by

_AT_A_DEPARTMENT = (
    "processing",
    "result_ready",
    "awaiting_supplement",
    "awaiting_duty",
    "stopped",
    "refused",
    "closed",
)


class DecidingRoom(CounterWork):
    """The dossiers of the deciding unit."""

    def deciding_rows(self) -> tuple[DecidingRow, ...]:
        """The dossiers that the officer's unit holds, oldest first."""
        officer, now = self.acting("decide_result"), self.journal.now()
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            found = dossiers_held_by(reader, officer.unit, _AT_A_DEPARTMENT)
            rows = self.rows(reader, found, office)
        return tuple(deciding_row(office, each, row, now) for each, row in zip(found, rows, strict=True))
