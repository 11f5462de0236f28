"""Conflicts in words: which counters, persons or units they concern, and what may be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counter.lead.conflict_row import ConflictRow
from shared.domain.custody import HOLDS
from shared.domain.dossier import Dossier
from shared.domain.fact import Conflict
from shared.domain.handover import Handover
from shared.domain.office import Office
from shared.domain.office_names import Names, office_names
from shared.domain.settling import other_counter
from shared.domain.ticket import Ticket
from shared.domain.ticket_slip import SERVES
from shared.domain.whereabouts import HandedPaper
from shared.failures import Sentence


def ticket_conflict_row(office: Office, found: Ticket, conflict: Conflict) -> ConflictRow:
    """A conflict of a ticket, with the counters as people call them."""
    parties = [counter_number(office, party) for party in conflict.parties]
    named = "Counters" if len(parties) > 1 else "Counter"
    concerns = Sentence(f"Quầy {' và '.join(parties)}", f"{named} {' and '.join(parties)}") if parties else None
    other = other_counter(found, conflict)
    serves = Sentence("Quầy {} phục vụ", "Counter {} serves")

    def counter(identity: str) -> Sentence:
        number = counter_number(office, identity)
        return Sentence(number, number)

    return ConflictRow(
        prefix="ticket",
        subject=found.id,
        code=conflict.code,
        what=Sentence(conflict.vi, conflict.en),
        concerns=concerns,
        now=_with(serves, counter(found.counter or "")) if other else None,
        other_choice=SERVES + other if other else None,
        other=_with(serves, counter(other)) if other else None,
    )


def conflict_row(
    office: Office, prefix: str, subject: str, state: object, conflict: Conflict, codes: Sequence[str] = ()
) -> ConflictRow:
    """A conflict of anything: a ticket, a paper, a handover, a desk. `codes`: of the first papers on a handover's list.

    Where a paper is disputed, both persons are named with their units, and what may be chosen is the other holder.
    """
    if isinstance(state, Ticket):
        return ticket_conflict_row(office, state, conflict)
    names = office_names(office)
    plain = ConflictRow(prefix, subject, conflict.code, Sentence(conflict.vi, conflict.en))
    if not isinstance(state, HandedPaper | Handover):
        return plain
    concerns = _joined(
        _of_list(names, state, codes) if isinstance(state, Handover) else None, _persons(names, conflict)
    )
    if concerns is None and isinstance(state, Dossier):
        holder = names.unit(state.holder)
        concerns = Sentence(
            f"Hồ sơ {state.code} · đang giữ: {holder.vi}", f"Dossier {state.code} · held by: {holder.en}"
        )
    other = conflict.choice.removeprefix(HOLDS).partition(":")[2] if conflict.choice.startswith(HOLDS) else ""
    if not other:
        return replace(plain, concerns=concerns)
    now = state.receiver if isinstance(state, Handover) else state.holder
    holds = Sentence("{} đang giữ", "held by {}")
    return replace(
        plain,
        concerns=concerns,
        now=_with(holds, names.unit(now)),
        other_choice=conflict.choice,
        other=_begun(_with(holds, names.unit(other))),
    )


def _persons(names: Names, conflict: Conflict) -> Sentence | None:
    """Who has signed for what does not go together: both persons, each with the unit they sign for."""

    def person(member: str) -> Sentence:
        name = names.staff.get(member, member)
        unit = names.unit_of_staff.get(member)
        if unit is None:
            return Sentence(name, name)
        return Sentence(f"{name} ({names.unit(unit).vi})", f"{name} ({names.unit(unit).en})")

    persons = [person(each) for each in conflict.parties]
    if not persons:
        return None
    return Sentence(" và ".join(each.vi for each in persons), " and ".join(each.en for each in persons))


NAMED_CODES = 3
"""So many papers of a list are named by their codes, the others are counted."""


def _of_list(names: Names, signed: Handover, codes: Sequence[str]) -> Sentence:
    giver, receiver = names.unit(signed.giver), names.unit(signed.receiver)
    route = _begun(Sentence(f"{giver.vi} → {receiver.vi}", f"{giver.en} → {receiver.en}"))
    if not codes:
        return route
    named = codes[:NAMED_CODES]
    listed, more = ", ".join(named), len(signed.papers) - len(named)
    first = Sentence(f"{route.vi}: {listed}", f"{route.en}: {listed}")
    return first if more <= 0 else Sentence(f"{first.vi} và {more} mã khác", f"{first.en} and {more} more")


def _joined(first: Sentence | None, second: Sentence | None) -> Sentence | None:
    if first is None or second is None:
        return first or second
    return Sentence(f"{first.vi} · {second.vi}", f"{first.en} · {second.en}")


def counter_number(office: Office, counter: str) -> str:
    """The number of a counter by id; the id when the office has it no more."""
    return next((str(each.number) for each in office.counters if each.id == counter), counter)


def _with(pattern: Sentence, value: Sentence) -> Sentence:
    return Sentence(pattern.vi.format(value.vi), pattern.en.format(value.en))


def _begun(words: Sentence) -> Sentence:
    return Sentence(words.vi[:1].upper() + words.vi[1:], words.en[:1].upper() + words.en[1:])
