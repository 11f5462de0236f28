"""Questions about the papers that a unit holds and could hand over: dossiers, consignment notes, letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from sqlalchemy import select

from shared.domain.delivery import DeliveryState
from shared.domain.handover import Listed
from shared.journal.dossier_queries import dossiers_held_by
from shared.journal.journal import Reader
from shared.journal.read_model import CONSIGNMENTS, DELIVERIES
from shared.journal.tables import consignment, delivery

_NOTES_ON_THEIR_WAY = ("made", "refused", "submitted")
_LETTERS_ON_THEIR_WAY = ("prepared", "with_post", "going_back")


def papers_held_by(reader: Reader, unit: str, stages: Sequence[str]) -> tuple[Listed, ...]:
    """What `unit` holds and has not given out of its hands: dossiers in one of `stages`, notes, letters; oldest first.

    Papers that are lost, or in transit, are left out.
    """
    dossiers = [Listed("dossier", each) for each in dossiers_held_by(reader, unit, stages) if each.lost is None]
    return (*dossiers, *_notes(reader, unit), *_letters(reader, unit))


def _notes(reader: Reader, unit: str) -> tuple[Listed, ...]:
    # Sorted here: asked for an order, SQLite would rather go through all notes by when they were made.
    query = select(consignment.c.document).where(
        consignment.c.office == reader.office,
        consignment.c.state.in_(_NOTES_ON_THEIR_WAY),
        consignment.c.holder == unit,
    )
    found = (CONSIGNMENTS.state(document) for document in reader.connection.execute(query).scalars())
    held = sorted((each for each in found if each.lost is None), key=lambda each: (each.made_at, each.number))
    return tuple(Listed("consignment", each, each.fee_vnd) for each in held)


def _letters(reader: Reader, unit: str) -> tuple[Listed, ...]:
    query = select(delivery.c.document).where(
        delivery.c.office == reader.office,
        delivery.c.state.in_(_LETTERS_ON_THEIR_WAY),
        delivery.c.content != "result",
        delivery.c.holder == unit,
    )
    found = (DELIVERIES.state(document) for document in reader.connection.execute(query).scalars())
    held = [each for each in found if each.transit is None and each.lost is None]
    return tuple(Listed("delivery", each) for each in sorted(held, key=lambda each: (each.prepared_at, each.id)))


def deliveries_of_results(reader: Reader, dossiers: Sequence[str]) -> Mapping[str, DeliveryState]:
    """How far the delivery of the result is, for those of `dossiers` that have one which is not over."""
    found: dict[str, DeliveryState] = {}
    for start in range(0, len(dossiers), 500):
        query = select(delivery.c.dossier, delivery.c.state).where(
            delivery.c.office == reader.office,
            delivery.c.dossier.in_(list(dossiers[start : start + 500])),
            delivery.c.content == "result",
            delivery.c.over_at.is_(None),
        )
        for dossier, state in reader.connection.execute(query):
            if state in get_args(DeliveryState):
                found[str(dossier)] = state
    return found
