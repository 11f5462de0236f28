"""The timeline of a dossier (quá trình xử lý): each fact as a sentence, with who, when and where.

The order is that of the journal, never of the clocks: what arrived late stands where it belongs. What is personal is
in none of the sentences. Raters stay confidential (Decree 118/2025 Art. 29(3)): that it was rated is all that is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from shared.domain.fact import Recorded
from shared.domain.office_names import Names
from shared.domain.timeline_agency_words import AGENCY_SENTENCES
from shared.domain.timeline_ticket_words import TICKET_SENTENCES
from shared.domain.timeline_words import SENTENCES, UNREADABLE, Told
from shared.failures import Sentence

_ALL = {**SENTENCES, **AGENCY_SENTENCES, **TICKET_SENTENCES}
_OTHER = Sentence("Sự việc khác", "Something else")
_TOLD_BY_THE_DOSSIER = frozenset({"handover.offered", "handover.accepted", "handover.cancelled"})
_TOLD_BY_THE_PAYMENT = frozenset({"dossier.fee_taken", "dossier.fee_given_back"})
_WITHOUT_A_NAME = frozenset({"rating.given"})


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One fact as people read it (một dòng của quá trình xử lý).

    `at` by the clock of the device that recorded it; `who`: a member of staff, "" for citizens and machines; `where`:
    the counter or unit. `icon` is one of `resources/icons`; `kind` that of the fact.
    """

    at: datetime
    who: str
    where: Sentence
    words: Sentence
    icon: str
    kind: str


def timeline(facts: Iterable[Recorded], names: Names) -> tuple[TimelineEntry, ...]:
    """The entries for `facts`, those of the dossier and of all that belongs to it, in their order."""
    ordered = sorted(facts, key=lambda fact: fact.order)
    told = Told(names, _numbers(ordered), _cancelled(ordered))
    return tuple(_entry(fact, told) for fact in ordered if not _is_told_elsewhere(fact, ordered))


def has_sentence(kind: str) -> bool:
    """Whether facts of `kind` have a sentence of their own."""
    return kind in _ALL


def _entry(fact: Recorded, told: Told) -> TimelineEntry:
    icon, sentence = _ALL.get(fact.kind, ("note", None))
    try:
        words = _OTHER if sentence is None else sentence(fact, told)
    except (KeyError, ValueError, TypeError, OverflowError):
        words = UNREADABLE
    named = sentence is not None and fact.kind not in _WITHOUT_A_NAME
    who = told.names.staff.get(fact.actor, "") if named else ""
    return TimelineEntry(fact.device_time, who, _where(fact, told) if named else _NOWHERE, words, icon, fact.kind)


_NOWHERE = Sentence("", "")


def _where(fact: Recorded, told: Told) -> Sentence:
    counter, unit = fact.data.get("counter"), fact.data.get("unit")
    if isinstance(counter, str) and counter in told.names.counters:
        return told.names.counters[counter]
    if isinstance(unit, str) and unit:
        return told.names.unit(unit)
    of_staff = told.names.unit_of_staff.get(fact.actor)
    return _NOWHERE if of_staff is None else told.names.unit(of_staff)


def _numbers(facts: Sequence[Recorded]) -> dict[str, str]:
    """The numbers of the handovers."""
    return {
        fact.subject: number
        for fact in facts
        if fact.kind == "handover.offered" and isinstance(number := fact.data.get("number"), str)
    }


def _cancelled(facts: Sequence[Recorded]) -> frozenset[str]:
    return frozenset(fact.subject for fact in facts if fact.kind == "handover.cancelled")


def _is_told_elsewhere(fact: Recorded, facts: Sequence[Recorded]) -> bool:
    """A handover tells nothing that its dossier does not, a payment more than its dossier: each is told once."""
    if fact.kind in _TOLD_BY_THE_DOSSIER:
        return any(other.data.get("handover") == fact.subject for other in facts if other is not fact)
    if fact.kind in _TOLD_BY_THE_PAYMENT:
        payment = fact.data.get("payment")
        return any(other.subject == payment for other in facts if other is not fact)
    return False
