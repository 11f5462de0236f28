"""Hand dossiers over (bàn giao): the giver signs, the receiver counts and signs, or the giver takes the list back."""

from __future__ import annotations

from datetime import date

from shared.clock import business_date
from shared.domain import handover
from shared.failures import Refusal
from shared.journal.dossier_queries import dossiers_by_id, is_handover_number_taken
from shared.journal.journal import Journal
from shared.journal.node import Node
from shared.journal.read_model import HANDOVERS

from .act import act, act_within


def offer(
    journal: Journal, node: Node, *, giver: str, receiver: str, dossiers: tuple[str, ...], officer: str
) -> handover.Handover:
    """The giver signs: these dossiers, all held by `giver`, go to `receiver`."""
    with journal.writing() as writer:
        today = business_date(writer.now)
        found = dossiers_by_id(writer, dossiers)
        if len(found) != len(dossiers):
            raise Refusal("no_such_dossier", "Có hồ sơ chưa rõ ở máy này.", "A dossier is not known here.")
        ordinal = writer.next_number(
            f"handover/{today.isoformat()}",
            lambda last: (last or 0) + 1,
            lambda number: is_handover_number_taken(writer, _number(node, today, number)),
        )
        command = handover.Offer(
            id=journal.identities.subject(),
            number=_number(node, today, ordinal),
            giver=giver,
            receiver=receiver,
            dossiers=found,
        )
        return act_within(writer, HANDOVERS, handover.decide, command.id, command, officer)


def _number(node: Node, day: date, ordinal: int) -> str:
    return f"BG-{day:%y%m%d}-{node.index:02}{ordinal:02}"


def accept(
    journal: Journal, handover_id: str, *, unit: str, missing: tuple[str, ...], extra: tuple[str, ...], officer: str
) -> handover.Handover:
    """The receiver has counted and signs."""
    command = handover.Accept(unit=unit, missing=missing, extra=extra)
    return act(journal, HANDOVERS, handover.decide, handover_id, command, officer)


def cancel(journal: Journal, handover_id: str, *, unit: str, officer: str) -> handover.Handover:
    """The giver takes the list back."""
    return act(journal, HANDOVERS, handover.decide, handover_id, handover.Cancel(unit), officer)
