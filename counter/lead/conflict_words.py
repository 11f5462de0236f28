"""Conflicts in words: which counters or units they concern, and what may be chosen."""

from __future__ import annotations

from counter.lead.conflict_row import ConflictRow
from shared.domain.dossier import Dossier
from shared.domain.fact import Conflict
from shared.domain.handover import Handover
from shared.domain.office import Office
from shared.domain.office_names import office_names
from shared.domain.settling import other_counter
from shared.domain.ticket import Ticket
from shared.domain.ticket_slip import SERVES
from shared.failures import Sentence


def ticket_conflict_row(office: Office, found: Ticket, conflict: Conflict) -> ConflictRow:
    """A conflict of a ticket, with the counters as people call them."""
    parties = [counter_number(office, party) for party in conflict.parties]
    named = "Counters" if len(parties) > 1 else "Counter"
    concerns = Sentence(f"Quầy {' và '.join(parties)}", f"{named} {' and '.join(parties)}") if parties else None
    other = other_counter(found, conflict)
    serves = Sentence("Quầy {} phục vụ", "Counter {} serves")
    return ConflictRow(
        prefix="ticket",
        subject=found.id,
        code=conflict.code,
        what=Sentence(conflict.vi, conflict.en),
        concerns=concerns,
        now=_with(serves, counter_number(office, found.counter or "")) if other else None,
        other_choice=SERVES + other if other else None,
        other=_with(serves, counter_number(office, other)) if other else None,
    )


def conflict_row(office: Office, prefix: str, subject: str, state: object, conflict: Conflict) -> ConflictRow:
    """A conflict of anything: a ticket, a dossier, a handover, a desk."""
    if isinstance(state, Ticket):
        return ticket_conflict_row(office, state, conflict)
    return ConflictRow(prefix, subject, conflict.code, Sentence(conflict.vi, conflict.en), _concerns(office, state))


def counter_number(office: Office, counter: str) -> str:
    """The number of a counter by id; the id when the office has it no more."""
    return next((str(each.number) for each in office.counters if each.id == counter), counter)


def _concerns(office: Office, state: object) -> Sentence | None:
    names = office_names(office)
    if isinstance(state, Dossier):
        unit = names.unit(state.holder)
        return Sentence(f"Hồ sơ {state.code} · đang giữ: {unit.vi}", f"Dossier {state.code} · held by: {unit.en}")
    if isinstance(state, Handover):
        giver, receiver = names.unit(state.giver), names.unit(state.receiver)
        return Sentence(f"{giver.vi} → {receiver.vi}", f"{giver.en} → {receiver.en}")
    return None


def _with(pattern: Sentence, value: str) -> Sentence:
    return Sentence(pattern.vi.format(value), pattern.en.format(value))
