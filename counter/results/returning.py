"""What the officer has seen at the return of a result, as the command that the rules are asked with."""

from __future__ import annotations

from counter.ports import ReturnProof
from shared.domain.dossier import Collector, Return


def return_command(collector: Collector, proof: ReturnProof, *, paid_first: bool, unit: str | None = None) -> Return:
    """The command for what the officer of `unit` has seen; `paid_first`: here fees are paid before the result."""
    person = proof.authorised
    return Return(
        collector=collector,
        name=person.name if person else "",
        identity_number=person.identity_number if person else "",
        paper=person.paper if person else "",
        receipt_lost=proof.receipt_lost,
        identity_seen=proof.identity_seen,
        originals_back=proof.originals_back,
        paid_first=paid_first,
        unit=unit,
    )
