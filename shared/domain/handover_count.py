"""What the receiver of a handover has counted (kết quả kiểm đếm), before it signs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from shared.domain.carried_list import CarriedList
from shared.domain.carried_note import CarriedNote
from shared.domain.handover_commands import Accept, OutsideSigner
from shared.domain.handover_state import RefusalReason


@dataclass(frozen=True, slots=True)
class Count:
    """A count, as `handover.Accept` describes it: what it says nothing of was there.

    `heard`: the list as the giver's codes on paper tell it, for a machine that has not heard of it. `read`: what the
    codes on the post's notes have told, for notes that it has not heard of.
    """

    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    refused: Mapping[str, RefusalReason] = field(default_factory=dict)
    damaged: tuple[str, ...] = ()
    counted_vnd: int | None = None
    notes: Mapping[str, str] = field(default_factory=dict)
    heard: CarriedList | None = None
    read: tuple[CarriedNote, ...] = ()

    def signed(self, unit: str, handover: str) -> Accept:
        """The signature of `unit` under `handover`, on a machine that may know the list from paper only."""
        return self._accept(unit, handover, None)

    def signed_outside(self, unit: str, handover: str, signer: OutsideSigner) -> Accept:
        """The signature of `unit`, which has no machine: `signer` gave it on paper, and the giver records it."""
        return self._accept(unit, handover, signer)

    def _accept(self, unit: str, handover: str, signer: OutsideSigner | None) -> Accept:
        return Accept(
            unit=unit,
            missing=self.missing,
            extra=self.extra,
            refused=self.refused,
            damaged=self.damaged,
            counted_vnd=self.counted_vnd,
            notes=self.notes,
            on_paper=self.heard.on_paper if self.heard is not None and signer is None else None,
            id=handover,
            outside=signer,
        )
