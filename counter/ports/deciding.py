"""What the room of the deciding unit asks of the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from counter.ports.handover import DossierRow


@dataclass(frozen=True, slots=True)
class DecidingRow:
    """A dossier that the deciding unit holds (hồ sơ đang giải quyết).

    `ask_by`: until when the unit may ask for a supplement, three working days from when it got the dossier (Decree
    118/2025 Art. 19(5)); None when it has asked already or there is nothing to ask any more. `ask_days`: working days
    left for that, 0 on the last day, negative when it is too late. `waits_for`: names of the agencies whose answer is
    waited for; `agency_late`: the limit of one of them has passed.
    """

    row: DossierRow
    ask_by: datetime | None
    ask_days: int = 0
    waits_for: tuple[str, ...] = ()
    agency_late: bool = False


class DecidingPort(Protocol):
    """What the deciding unit has on its desks."""

    def deciding_rows(self) -> tuple[DecidingRow, ...]:
        """The dossiers that the officer's unit holds, oldest first."""
        ...
