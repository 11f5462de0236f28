"""The fees that the post brings along (tiền thu hộ nộp kèm): what belongs to the transaction of a signature.

The receiver counts the money and signs; every payment that is named in the handover's fees is then with the office.
The fee of a consignment note needs no fact of its own: the handover that lists the note says it.
"""

from __future__ import annotations

from shared.domain.handover import Handover
from shared.domain.payment import carried_fact
from shared.journal.journal import Writer
from shared.journal.read_model import CONSIGNMENTS

from .hand_over import Then


def carrying(officer: str) -> Then:
    """For `hand_over.accept`: the payments among what was carried are marked as brought; `officer` has signed."""

    def carry(writer: Writer, accepted: Handover) -> None:
        papers = {item for _, item in accepted.papers}
        besides = [each.id for each in accepted.fees if each.id not in papers]
        notes = writer.states(CONSIGNMENTS, besides)
        facts = tuple(carried_fact(each, accepted.id) for each in besides if each not in notes)
        if facts:
            writer.append(officer, facts)

    return carry
