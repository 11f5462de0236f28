"""Questions about issued forms and the hands a dossier went through, answered from the read tables and the journal."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import exists, select

from shared.domain.dossier import Dossier, evolve
from shared.domain.fact import Recorded, step
from shared.domain.handover import Handover
from shared.domain.issued_form import IssuedForm
from shared.domain.office_record import FormName
from shared.journal.journal import Reader
from shared.journal.read_model import FORMS, HANDOVERS, events_of
from shared.journal.tables import form, handover


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


@dataclass(frozen=True, slots=True)
class ChangeOfHands:
    """A handover that a dossier was sent on (giao nhận), and the dossier as it was just before that."""

    handover: Handover
    before: Dossier


def hands_of(reader: Reader, dossier: str) -> tuple[ChangeOfHands, ...]:
    """Every handover on which a dossier was sent and not left behind, in their order.

    Read from the dossier's own events, which name the handover: the cost is that of one dossier, however many
    handovers the office has.
    """
    sendings = _sendings(tuple(event.recorded() for event in events_of(reader.connection, reader.office, dossier)))
    query = select(handover.c.subject, handover.c.document).where(
        handover.c.office == reader.office, handover.c.subject.in_(sendings)
    )
    known = {str(subject): HANDOVERS.state(document) for subject, document in reader.connection.execute(query)}
    return tuple(ChangeOfHands(known[each], before) for each, before in sendings.items() if each in known)


def _sendings(facts: tuple[Recorded, ...]) -> dict[str, Dossier]:
    """The dossier before each of its sendings, by handover; what came back uncounted or was cancelled is left out."""
    found: dict[str, Dossier] = {}
    state: Dossier | None = None
    for fact in facts:
        before, state = state, step(evolve, state, fact)
        if before is None:
            continue
        if fact.kind == "dossier.sent" and state is not None and state.transit is not None:
            found.setdefault(state.transit.handover, before)
        if fact.kind == "dossier.not_taken" and before.transit is not None and (state is None or not state.transit):
            found.pop(before.transit.handover, None)
    return found
