"""Deadlines of the sample office: the domain's own rules over what the book holds."""

from __future__ import annotations

from datetime import date
from typing import cast

from counter.deadlines.paper import (
    RETURN_WAYS,
    list_paper,
    refuse_period,
    refuse_size,
    register_paper,
    register_scopes,
    register_title,
)
from counter.deadlines.rows import deadline_row, in_order
from counter.ports.deadlines import Deadlines, DeadlineScope, PaperToPrint, RegisterScope
from counter.ports.steps import StepsPort
from counter.sample.room import SampleRoom
from shared.clock import business_date
from shared.domain.deadlines import agency_waited_for, groups_of, watch_at
from shared.domain.dossier import Dossier
from shared.domain.office import department_of_field, form_on
from shared.domain.office_names import unit_name
from shared.domain.units import receives_papers


class SampleDeadlines(SampleRoom):
    """Deadlines and the register of the sample office."""

    def deadlines(self, scope: DeadlineScope) -> Deadlines:
        """What wants attention."""
        officer, now = self._officer_now(), self._clock.now()
        scope = scope if receives_papers(officer.unit_kind) else "unit"
        watch = watch_at(self._ward.calendar, self._ward.deadlines, now)
        rows = [
            deadline_row(
                each,
                groups,
                watch,
                self._name_of(each),
                unit_name(self._ward, each.holder),
                unit_name(self._ward, agency_waited_for(each) or ""),
            )
            for each in self.book.dossiers.values()
            if (scope != "mine" or each.received_by == officer.id)
            and (scope != "unit" or each.holder == officer.unit)
            and (groups := groups_of(each, watch))
        ]
        here = (each for each in self.book.dossiers.values() if each.holder == officer.unit)
        waiting = sum(1 for each in here if each.stage == "result_at_counter")
        return Deadlines(now, watch.today, watch.tomorrow, scope, in_order(rows), waiting)

    def deadline_list(self, found: Deadlines) -> PaperToPrint:
        """The list of the morning."""
        return list_paper(self._ward, found, self._officer_now().name)

    def apology_day(self, dossiers: tuple[str, ...]) -> date:
        """The latest of the days proposed for each."""
        steps = cast(StepsPort, self)
        return max(steps.suggested_new_day(dossier) for dossier in dossiers)

    def register_scopes(self) -> tuple[RegisterScope, ...]:
        """What registers can be kept for."""
        return register_scopes(self._ward)

    def register_size(self, scope: RegisterScope, first: date, last: date) -> int:
        """How many dossiers the register would hold."""
        refuse_period(first, last)
        return len(self._received(scope, first, last))

    def register(self, scope: RegisterScope, first: date, last: date) -> PaperToPrint:
        """Form 07 of what the book holds."""
        refuse_size(self.register_size(scope, first, last))
        # Imported with the first register: what draws PDFs would slow every start.
        from shared.documents.form_07_register import RegisterRow

        def row(dossier: Dossier) -> RegisterRow:
            department = department_of_field(self._ward, dossier.field)
            return RegisterRow(
                dossier_code=dossier.code,
                procedure_name=dossier.procedure_name,
                applicant_name=self._name_of(dossier),
                address="",
                phone="",
                agency=department.name if department else "",
                received_at=dossier.received_at,
                due_at=dossier.due_at,
                returned_at=dossier.returned_at,
                return_way=RETURN_WAYS[dossier.return_way],
            )

        rows = tuple(row(each) for each in self._received(scope, first, last))
        version = form_on(self._ward, "register", last)
        assert version is not None
        today = business_date(self._clock.now())
        return register_paper(self._ward, version, "1/STD-TTPVHCC", register_title(scope, first, last), rows, today)

    def _received(self, scope: RegisterScope, first: date, last: date) -> tuple[Dossier, ...]:
        return tuple(
            each
            for each in sorted(self.book.dossiers.values(), key=lambda dossier: dossier.received_at)
            if first <= business_date(each.received_at) <= last and (not scope.fields or each.field in scope.fields)
        )

    def _name_of(self, dossier: Dossier) -> str:
        return str(self.book.people.get(dossier.applicant or "", {}).get("name", ""))
