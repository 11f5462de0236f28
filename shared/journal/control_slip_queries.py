"""What a dossier's control slip, Form 06, is made of: every change of hands, the post's before it was a dossier too.

Read from the events of the dossier and of the consignment notes that brought it or completed it: the cost is that of
one dossier, however many handovers the office has.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from shared.domain import consignment as consignments
from shared.domain import dossier as dossiers
from shared.domain.control_slip import Hand, hands_through
from shared.domain.fact import Evolve, Recorded
from shared.domain.handover import Handover
from shared.journal.dossier_queries import personal_records
from shared.journal.journal import Reader
from shared.journal.read_model import HANDOVERS, events_of
from shared.journal.tables import consignment, delivery


@dataclass(frozen=True, slots=True)
class ControlSlip:
    """The way of a dossier (quá trình giao nhận): its hands in their order, their records, and what the post says.

    `signers`: names of those who signed on paper for an agency, by the hash of their record; personal. `tracking`: the
    post's numbers of the results it delivered.
    """

    hands: tuple[Hand, ...]
    handovers: Mapping[str, Handover]
    signers: Mapping[str, str]
    tracking: tuple[str, ...] = ()


NO_WAY = ControlSlip((), {}, {})
"""Of a form that is no control slip."""


def control_slip_of(reader: Reader, dossier: str) -> ControlSlip:
    """The way of `dossier` so far; what was cancelled before the second signature is left out."""
    hands = list(hands_through(dossiers.evolve, _facts(reader, dossier)))
    for subject, number in _notes(reader, dossier):
        evolve: Evolve[consignments.Consignment] = consignments.evolve
        hands += hands_through(evolve, _facts(reader, subject), number)
    ids = sorted({each.handover for each in hands if each.handover is not None})
    handovers: Mapping[str, Handover] = reader.states(HANDOVERS, ids)
    happened = [each for each in hands if not _was_cancelled(each, handovers)]
    outside = (side for each in handovers.values() for side in (each.giver_outside, each.receiver_outside) if side)
    known = personal_records(reader, [side.record for side in outside if side.record])
    signers = {record: str(said.get("signer", "")) for record, said in known.items()}
    return ControlSlip(
        tuple(sorted(happened, key=lambda each: each.order)), handovers, signers, _tracking(reader, dossier)
    )


def _was_cancelled(hand: Hand, handovers: Mapping[str, Handover]) -> bool:
    known = handovers.get(hand.handover or "")
    return hand.kind == "not_taken" and known is not None and known.state == "cancelled"


def _facts(reader: Reader, subject: str) -> tuple[Recorded, ...]:
    return tuple(event.recorded() for event in events_of(reader.connection, reader.office, subject))


def _notes(reader: Reader, dossier: str) -> tuple[tuple[str, str], ...]:
    query = select(consignment.c.subject, consignment.c.number).where(
        consignment.c.office == reader.office, consignment.c.dossier == dossier
    )
    return tuple((str(subject), str(number)) for subject, number in reader.connection.execute(query))


def _tracking(reader: Reader, dossier: str) -> tuple[str, ...]:
    query = select(delivery.c.tracking).where(
        delivery.c.office == reader.office, delivery.c.dossier == dossier, delivery.c.content == "result"
    )
    return tuple(str(each) for each in reader.connection.execute(query).scalars() if each)
