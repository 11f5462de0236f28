"""Rows that a program of the release before has written after the migration: folded again, with what it did not know.

Several server processes share a database, and while they are updated one after the other the older ones go on. What
they fold leaves the columns as they were that they do not know; reports would count those dossiers and tickets wrongly.
Whoever folds on meanwhile begins anew at such a row (`read_model.load_each`).
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, bindparam, or_, select

from shared.journal.journal import Reader, Writer
from shared.journal.read_model import PROJECTIONS, Projection, refold

AT_ONCE = 500

_TELLING = tuple(each for each in PROJECTIONS.values() if each.tells_older)


def _left_in(projection: Projection[Any]) -> Select[str]:
    # As the partial index says it, which is empty but during an update.
    row = projection.table.c
    older = or_(row.counted_through.is_(None), row.counted_through != row.through)
    return select(row.subject).where(row.office == bindparam("office"), older).limit(AT_ONCE)


_LEFT = {projection.prefix: _left_in(projection) for projection in _TELLING}


def has_older_rows(reader: Reader) -> bool:
    """Whether the reader's office has rows that an older program wrote last."""
    here = {"office": reader.office}
    return any(reader.connection.execute(query, here).first() is not None for query in _LEFT.values())


def fold_older_rows(writer: Writer) -> int:
    """Folds some hundred of them again; answers how many they were."""
    folded = 0
    for prefix, query in _LEFT.items():
        subjects = writer.connection.execute(query, {"office": writer.office}).scalars().all()
        if subjects:
            refold(writer.connection, writer.office, dict.fromkeys(subjects, f"{prefix}."))
        folded += len(subjects)
    return folded
