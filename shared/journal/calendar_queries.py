"""Questions about the calendar and what was promised by it, answered from the read tables."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import func, select

from shared.clock import midnight
from shared.journal.deadline_queries import IS_OPEN
from shared.journal.journal import Reader
from shared.journal.read_model import milliseconds
from shared.journal.tables import dossier

_WITH_A_RESULT = ("result_ready", "result_at_counter")
_DAY = 24 * 60 * 60 * 1000


def promised_on(reader: Reader, first: date, last: date) -> dict[date, int]:
    """How many open dossiers without a result are promised for each day from `first` to `last`, both included.

    Counted by the date in Viet Nam; days with none are left out. One on its way between two units
    counts, whatever it carries.
    """
    begins, ends = (milliseconds(midnight(day)) for day in (first, last + timedelta(days=1)))
    place = (dossier.c.due_at - begins) // _DAY
    query = (
        select(place, func.count())
        .where(
            dossier.c.office == reader.office,
            IS_OPEN,
            dossier.c.due_at >= begins,
            dossier.c.due_at < ends,
            dossier.c.stage.not_in(_WITH_A_RESULT),
        )
        .group_by(place)
    )
    return {first + timedelta(days=int(days)): int(count) for days, count in reader.connection.execute(query)}
