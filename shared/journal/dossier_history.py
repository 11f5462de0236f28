"""Everything that happened to one dossier: its own facts, those of its handovers, payments, forms, scans, mail."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Table, select

from shared.domain.dossier import Dossier
from shared.domain.fact import Recorded
from shared.domain.rating import rating_id
from shared.journal import tables
from shared.journal.journal import Reader
from shared.journal.read_model import events_of


def history_of(reader: Reader, dossier: Dossier) -> tuple[Recorded, ...]:
    """The facts about `dossier` that this node has, in the one order of all nodes.

    Those of its handovers, payments, issued forms, scans, of what came and went by post, of the ticket it was received
    on, and of its rating.
    """
    own = _facts_of(reader, [dossier.id])
    named = {value for fact in own for name in ("handover", "payment") if isinstance(value := fact.data.get(name), str)}
    beside = {*named, rating_id(dossier.id)}
    for table in (tables.payment, tables.form, tables.attachment, tables.consignment, tables.delivery):
        beside.update(_of_dossier(reader, table, dossier.id))
    if dossier.ticket is not None:
        beside.update((dossier.ticket, rating_id(dossier.ticket)))
    return tuple(sorted((*own, *_facts_of(reader, beside)), key=lambda fact: fact.order))


def _facts_of(reader: Reader, subjects: Iterable[str]) -> list[Recorded]:
    return [event.recorded() for each in subjects for event in events_of(reader.connection, reader.office, each)]


def _of_dossier(reader: Reader, table: Table, dossier: str) -> list[str]:
    query = select(table.c.subject).where(table.c.office == reader.office, table.c.dossier == dossier)
    return [str(each) for each in reader.connection.execute(query).scalars()]
