"""What the handover room holds, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from counter.ports import DossierRow, HandoverRow, Officer, Unit

Page = Literal["give", "records"]
Mark = Literal["listed", "scanned", "missing"]
"""On the list, found by the scanner, not there when counted."""


@dataclass(frozen=True, slots=True)
class HandoverState:
    """The handover room (phòng bàn giao).

    `picked`: ids on the list being made, in the order picked. `opened`: the handover looked at, with the dossiers on
    it in `rows`, the receiver's `marks` by id, and `extra`, codes that were there and not on the list.
    """

    page: Page = "give"
    held: tuple[DossierRow, ...] = ()
    units: tuple[Unit, ...] = ()
    picked: tuple[str, ...] = ()
    receiver: str | None = None
    handovers: tuple[HandoverRow, ...] = ()
    opened: HandoverRow | None = None
    rows: tuple[DossierRow, ...] = ()
    marks: tuple[tuple[str, Mark], ...] = ()
    extra: tuple[str, ...] = ()
    busy: bool = False

    def mark_of(self, dossier: str) -> Mark:
        """The receiver's mark on `dossier`."""
        return dict(self.marks).get(dossier, "listed")

    @property
    def missing(self) -> tuple[str, ...]:
        """Ids that were not there when counted."""
        return tuple(row.id for row in self.rows if self.mark_of(row.id) == "missing")

    @property
    def picked_rows(self) -> tuple[DossierRow, ...]:
        """The dossiers on the list being made."""
        held = {row.id: row for row in self.held}
        return tuple(held[identity] for identity in self.picked if identity in held)

    @property
    def left_rows(self) -> tuple[DossierRow, ...]:
        """The dossiers held here that are not on the list yet."""
        return tuple(row for row in self.held if row.id not in self.picked)


def is_incoming(row: HandoverRow, officer: Officer | None) -> bool:
    """Whether the officer's unit receives."""
    if officer is None:
        return False
    return row.receiver == officer.unit if row.receiver else row.receiver_name == officer.unit_name


def is_outgoing(row: HandoverRow, officer: Officer | None) -> bool:
    """Whether the officer's unit gives."""
    if officer is None:
        return False
    return row.giver == officer.unit if row.giver else row.giver_name == officer.unit_name


def to_sign(handovers: tuple[HandoverRow, ...], officer: Officer | None) -> tuple[HandoverRow, ...]:
    """The handovers that wait for the officer's unit to sign."""
    return tuple(row for row in handovers if row.state == "offered" and is_incoming(row, officer))


def the_rest(handovers: tuple[HandoverRow, ...], officer: Officer | None) -> tuple[HandoverRow, ...]:
    """All other handovers."""
    waiting = to_sign(handovers, officer)
    return tuple(row for row in handovers if row not in waiting)
