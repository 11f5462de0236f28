"""What the rooms of handover and decision ask of the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from counter.ports.people import Officer
from shared.domain.dossier import Outcome, Stage


@dataclass(frozen=True, slots=True)
class DossierRow:
    """A dossier in a list (dòng hồ sơ). `applicant_name` is personal and stays on the counter's screen."""

    id: str
    code: str
    procedure_name: str
    applicant_name: str
    stage: Stage
    holder_name: str
    received_at: datetime
    due_at: datetime | None
    late: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that dossiers are handed to (đơn vị)."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """A handover in a list (biên bản bàn giao). `giver` and `receiver` are the ids of the units, if they are known."""

    id: str
    number: str
    giver_name: str
    receiver_name: str
    count: int
    offered_at: datetime
    state: Literal["offered", "accepted", "cancelled"]
    giver: str = ""
    receiver: str = ""


class HandoverPort(Protocol):
    """Dossiers that change hands, and decisions."""

    def units(self) -> tuple[Unit, ...]:
        """The units that a handover can go to, without the officer's own."""
        ...

    def held_here(self) -> tuple[DossierRow, ...]:
        """The dossiers that the officer's unit holds and can hand over, oldest first."""
        ...

    def find_dossier(self, text: str) -> DossierRow:
        """The dossier of a scanned QR address or a typed code. Refusal `no_such_dossier`."""
        ...

    def offer(self, receiver: str, dossiers: tuple[str, ...]) -> HandoverRow:
        """The giver signs: these dossiers go to `receiver`."""
        ...

    def handovers(self) -> tuple[HandoverRow, ...]:
        """Open handovers that the officer's unit gives or receives, and those closed today."""
        ...

    def handover_dossiers(self, handover: str) -> tuple[DossierRow, ...]:
        """The dossiers on the list of a handover."""
        ...

    def accept(
        self, handover: str, missing: tuple[str, ...], extra: tuple[str, ...], receiver: Officer | None
    ) -> HandoverRow:
        """The receiver signs: the officer signed in, or `receiver` who was verified on this screen."""
        ...

    def cancel_handover(self, handover: str) -> None:
        """The giver takes the list back before the second signature."""
        ...

    def handover_record(self, handover: str) -> bytes:
        """The Biên bản giao nhận as PDF."""
        ...

    def mark_result_ready(self, dossier: str, outcome: Outcome) -> None:
        """The deciding unit has the result."""
        ...
