"""Issue a register (Form 07, Sổ theo dõi hồ sơ): it is of no one dossier, and takes the next number of the year."""

from __future__ import annotations

from datetime import date

from shared.clock import business_date
from shared.domain import issued_form
from shared.domain.issued_form import FormWords, Issue, IssuedForm, next_order
from shared.journal.form_queries import is_order_taken
from shared.journal.read_model import FORMS

from .act import act_within
from .issue_form import Issuing, version_of


def issue_register(at: Issuing, title: str, last_day: date, *, unit: str, officer: str) -> IssuedForm:
    """A register that goes to `last_day`, in the version in force then; `title` says of which fields and days it is.

    Its rows are read from the dossiers whenever it is printed; the journal keeps that and what it was issued for.
    """
    with at.journal.writing() as writer:
        year = business_date(writer.now).year
        order = writer.next_number(
            f"form/register/{year}/{at.node.index}",
            lambda last: next_order(last, at.node.index),
            lambda number: is_order_taken(writer, "register", year, number),
        )
        command = Issue(
            id=at.journal.identities.subject(),
            form="register",
            dossier=None,
            year=year,
            order=order,
            version=version_of(at.office, "register", last_day, business_date(writer.now)),
            words=FormWords(at.office.managing_body, at.office.name, at.office.place, title, unit),
        )
        return act_within(writer, FORMS, issued_form.decide, command.id, command, officer)
