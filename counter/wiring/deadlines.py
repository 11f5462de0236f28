"""Deadlines and the register, against the journal of this machine."""

from __future__ import annotations

from datetime import date, datetime
from typing import cast

from counter.deadlines.paper import (
    list_paper,
    refuse_period,
    refuse_size,
    register_paper,
    register_scopes,
    register_title,
)
from counter.deadlines.rows import deadline_row, in_order
from counter.ports.deadlines import MOST_REGISTER_ROWS, Deadlines, DeadlineScope, PaperToPrint, RegisterScope
from counter.ports.people import Officer
from counter.ports.steps import StepsPort
from counter.wiring.register_rows import register_rows
from counter.wiring.work import CounterWork
from shared.actions.issue_form import Issuing
from shared.actions.issue_register import issue_register
from shared.clock import business_date, midnight
from shared.domain.deadlines import agency_waited_for, watch_at
from shared.domain.office import Office
from shared.domain.office_names import unit_name
from shared.domain.units import receives_papers
from shared.domain.working_calendar import ONE_DAY
from shared.journal.deadline_queries import (
    count_received,
    dossiers_received,
    results_waiting,
    watched_dossiers,
)
from shared.journal.dossier_queries import personal_records
from shared.journal.journal import Reader


class DeadlinesRoom(CounterWork):
    """What is due, late or stuck, and the register."""

    def deadlines(self, scope: DeadlineScope) -> Deadlines:
        """What wants attention; read again only when the minute or the journal has moved on."""
        officer = self.acting("watch_deadlines")
        if not receives_papers(officer.unit_kind):
            scope = "unit"
        with self.journal.reading() as reader:
            office, now = self.program.reference.read(reader.connection), self.journal.now()
            asked = ("deadlines", scope, officer.id)
            return self.kept.answer(reader, office, now, asked, lambda: _deadlines(reader, office, now, officer, scope))

    def deadline_list(self, found: Deadlines) -> PaperToPrint:
        """The list of the morning."""
        return list_paper(self.office(), found, self.acting("watch_deadlines").name)

    def apology_day(self, dossiers: tuple[str, ...]) -> date:
        """The latest of the days proposed for each: late enough for all."""
        self.acting("apologise")
        steps = cast(StepsPort, self)
        return max(steps.suggested_new_day(dossier) for dossier in dossiers)

    def register_scopes(self) -> tuple[RegisterScope, ...]:
        """What registers can be kept for."""
        return register_scopes(self.office())

    def register_size(self, scope: RegisterScope, first: date, last: date) -> int:
        """How many dossiers the register would hold."""
        self.acting("watch_deadlines")
        refuse_period(first, last)
        with self.journal.reading() as reader:
            return count_received(reader, midnight(first), midnight(last + ONE_DAY), scope.fields)

    def register(self, scope: RegisterScope, first: date, last: date) -> PaperToPrint:
        """Form 07, numbered."""
        refuse_size(self.register_size(scope, first, last))
        officer = self.acting("watch_deadlines")
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            found = dossiers_received(
                reader, midnight(first), midnight(last + ONE_DAY), scope.fields, MOST_REGISTER_ROWS
            )
            rows = register_rows(reader, office, found)
        title = register_title(scope, first, last)
        at = Issuing(self.journal, self.program.node, office)
        issued = issue_register(at, title, last, unit=officer.unit, officer=officer.id)
        self.program.committed()
        # Imported with the first register: what draws PDFs would slow every start.
        from counter.wiring.step_papers import number_on_paper

        number, today = number_on_paper(office, issued), business_date(issued.issued_at)
        return register_paper(office, issued.version, number, title, rows, today)


def _deadlines(reader: Reader, office: Office, now: datetime, officer: Officer, scope: DeadlineScope) -> Deadlines:
    watch = watch_at(office.calendar, office.deadlines, now)
    watched = watched_dossiers(
        reader,
        watch,
        holder=officer.unit if scope == "unit" else None,
        received_by=officer.id if scope == "mine" else None,
    )
    people = personal_records(reader, [each.applicant for each, _ in watched if each.applicant])
    waiting = results_waiting(reader, officer.unit) if receives_papers(officer.unit_kind) else 0
    rows = [
        deadline_row(
            dossier,
            groups,
            watch,
            str(people.get(dossier.applicant or "", {}).get("name", "")),
            unit_name(office, dossier.holder),
            unit_name(office, agency_waited_for(dossier) or ""),
        )
        for dossier, groups in watched
    ]
    return Deadlines(now, watch.today, watch.tomorrow, scope, in_order(rows), waiting)
