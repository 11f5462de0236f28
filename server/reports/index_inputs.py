"""What the index of Decision 766 needs from the read tables."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, distinct, func, select

from server.reports.counts import in_progress, late_at
from server.reports.ratings import satisfied_of
from shared.domain.reports.form_07a import FieldCounts, added, total
from shared.domain.reports.index_766 import Inputs, is_on_time
from shared.domain.reports.period import Period
from shared.journal.projections import milliseconds
from shared.journal.tables import attachment, dossier


def index_inputs(
    connection: Connection, offices: Sequence[str], period: Period, counted: Mapping[str, FieldCounts]
) -> Inputs:
    """What was counted in `period`; `counted`: the rows of Biểu 07a of the same offices and days."""
    all_of_them = total(added(counted.values()).values())
    by_07a = all_of_them.solved_early + all_of_them.solved_on_time + all_of_them.open_in_time
    ratings, satisfied = satisfied_of(connection, offices, period)
    return Inputs(
        judged=all_of_them.total,
        on_time=by_07a + _judged_otherwise(connection, offices, period),
        received=all_of_them.received,
        received_online=all_of_them.online_full + all_of_them.online_partial,
        on_paper=all_of_them.post + all_of_them.in_person,
        with_scan=_with_scan(connection, offices, period),
        ratings=ratings,
        satisfied=satisfied,
    )


def _judged_otherwise(connection: Connection, offices: Sequence[str], period: Period) -> int:
    """How many more (or fewer) are on time by the decision than by Biểu 07a: only after a supplement.

    Between several planned appointments the duty is not counted either way, and both say the same.
    """
    start, end = milliseconds(period.start), milliseconds(period.end)
    row = dossier.c
    query = select(row.solved_at, row.solved, row.terms, row.supplements, row.limit_at, row.document)
    among = row.office.in_(offices), row.supplements >= 1
    more = 0
    for condition in ((row.solved_at >= start) & (row.solved_at < end), *in_progress(end)):
        for solved_at, solved, terms, supplements, limit_at, document in connection.execute(
            query.where(*among, condition)
        ):
            if supplements == 1 and json.loads(bytes(document))["appointments"]:
                continue
            at = solved_at if solved_at is not None and solved_at < end else end
            if at == solved_at:
                in_time = solved != "late"
            elif terms is None:
                in_time = limit_at is None or limit_at >= end
            else:
                in_time = not late_at(terms, end)
            more += is_on_time(terms or "[]", supplements, at, solved_in_time=in_time) - in_time
    return more


def _with_scan(connection: Connection, offices: Sequence[str], period: Period) -> int:
    """Dossiers received on paper in `period` of which something was scanned."""
    start, end = milliseconds(period.start), milliseconds(period.end)
    row = dossier.c
    joined = dossier.join(attachment, (attachment.c.office == row.office) & (attachment.c.dossier == row.subject))
    query = (
        select(func.count(distinct(row.subject)))
        .select_from(joined)
        .where(row.office.in_(offices), row.received_at >= start, row.received_at < end)
        .where(row.channel.in_(("in_person", "post")))
    )
    return int(connection.execute(query).scalar_one())
