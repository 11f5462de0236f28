"""What these tests ask of a journal and do with two of them."""

from __future__ import annotations

from sqlalchemy import select

from shared.domain.dossier import Dossier
from shared.journal import tables
from shared.journal.dossier_queries import known_dossier
from shared.journal.event import read_event
from shared.journal.journal import Journal


def dossier_in(journal: Journal, subject: str) -> Dossier:
    """The dossier as `journal` folds it."""
    with journal.reading() as reader:
        return known_dossier(reader, subject)


def copy_events(source: Journal, target: Journal) -> None:
    """Everything that `source` has arrives at `target`."""
    with source.reading() as reader:
        bodies = reader.connection.execute(select(tables.event.c.body).order_by(tables.event.c.cursor)).scalars().all()
    with target.writing() as writer:
        writer.take_in([read_event(bytes(body)) for body in bodies])
