"""Rows that a program of the release before has written after the migration: folded again, with what it did not know.

Several server processes share a database, and while they are updated one after the other the older ones go on. They
leave the columns empty that they do not know; reports would count such dossiers wrongly.
"""

from __future__ import annotations

from sqlalchemy import bindparam, select

from shared.journal import tables
from shared.journal.journal import Reader, Writer
from shared.journal.read_model import refold

AT_ONCE = 500

_LEFT = (
    select(tables.dossier.c.subject)
    .where(tables.dossier.c.office == bindparam("office"), tables.dossier.c.channel.is_(None))
    .limit(AT_ONCE)
)


def has_older_rows(reader: Reader) -> bool:
    """Whether the reader's office has rows that an older program wrote."""
    return reader.connection.execute(_LEFT, {"office": reader.office}).first() is not None


def fold_older_rows(writer: Writer) -> int:
    """Folds some hundred of them again; answers how many they were. Less than `AT_ONCE`: those were all."""
    subjects = writer.connection.execute(_LEFT, {"office": writer.office}).scalars().all()
    refold(writer.connection, writer.office, dict.fromkeys(subjects, "dossier."))
    return len(subjects)
