"""Questions about issued forms, answered from the read tables."""

from __future__ import annotations

from sqlalchemy import exists, select

from shared.domain.issued_form import IssuedForm
from shared.domain.office_record import FormName
from shared.journal.journal import Reader
from shared.journal.read_model import FORMS
from shared.journal.tables import form


def forms_of(reader: Reader, dossier: str) -> tuple[IssuedForm, ...]:
    """The forms issued for a dossier, the first one first."""
    query = (
        select(form.c.document)
        .where(form.c.office == reader.office, form.c.dossier == dossier)
        .order_by(form.c.issued_at, form.c.number)
    )
    return tuple(FORMS.state(document) for document in reader.connection.execute(query).scalars())


def is_order_taken(reader: Reader, name: FormName, year: int, order: int) -> bool:
    """Whether a form `name` of `year` has this number."""
    where = (form.c.office == reader.office) & (form.c.form == name) & (form.c.year == year) & (form.c.number == order)
    return bool(reader.connection.execute(select(exists().where(where))).scalar())
