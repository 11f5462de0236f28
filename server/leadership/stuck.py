"""Which dossiers nobody has touched for too long (lâu chưa xử lý): those that the counters' room of deadlines names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select

from shared.domain.deadlines import working_hours_before
from shared.domain.office import Office
from shared.journal.deadline_queries import IS_OPEN
from shared.journal.journal import Reader
from shared.journal.projections import milliseconds
from shared.journal.read_model import DOSSIERS
from shared.journal.tables import dossier

_NOBODYS_TURN = ("result_at_counter", "awaiting_supplement", "awaiting_duty")
"""Stages in which the citizen is waited for."""


def stuck_dossiers(reader: Reader, office: Office, now: datetime) -> tuple[str, ...]:
    """The ids of those without a step for `office.deadlines.stuck_hours` working hours before `now`, longest first."""
    before = working_hours_before(office.calendar, now, office.deadlines.stuck_hours)
    return tuple(subject for _, subject in sorted(_stuck(reader, before)))


def _stuck(reader: Reader, before: datetime) -> Iterator[tuple[int, str]]:
    row = dossier.c
    left_alone = (
        row.office == reader.office,
        IS_OPEN,
        row.answer_by.is_(None),
        row.last_step_at <= milliseconds(before),
    )
    here = select(row.last_step_at, row.subject).where(*left_alone, row.stage.not_in((*_NOBODYS_TURN, "in_transit")))
    for last_step_at, subject in reader.connection.execute(here):
        yield last_step_at, subject
    # What is on its way says nothing in its columns of a duty that is waited for.
    travelling = select(row.last_step_at, row.subject, row.document).where(*left_alone, row.stage == "in_transit")
    for last_step_at, subject, document in reader.connection.execute(travelling):
        if not DOSSIERS.state(document).awaits_duty:
            yield last_step_at, subject
