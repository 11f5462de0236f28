"""Where a paper is and through whose hands it went (giấy tờ đang ở đâu, đã qua tay ai).

Decree 118/2025 Art. 18, 23 and Decision 45/2016/QĐ-TTg Art. 7, 9: every change of hands is signed by both sides. The
chain of hands is read from a paper's own facts, folded one by one; nothing else is kept about it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from shared.domain.consignment import Consignment
from shared.domain.custody import CITIZEN, Held
from shared.domain.delivery import Delivery
from shared.domain.dossier_state import Dossier
from shared.domain.fact import Evolve, Recorded, State, step
from shared.domain.office_record import UnitKind
from shared.domain.replacing import replace

HandedPaper = Dossier | Consignment | Delivery
"""What changes hands: a dossier, a consignment note of the post, a letter to be delivered."""

NOTES_ON_THE_MAP = ("made", "in_transit", "refused", "submitted")
"""The states of consignment notes that are papers of their own: not yet a dossier, not given back."""

LETTERS_ON_THE_MAP = ("prepared", "with_post", "going_back")
"""The states of letters that are on their way to a citizen or back from one."""

ENDS_ON_THE_MAP = ("stopped", "refused", "closed")


@dataclass(frozen=True, slots=True)
class Stay:
    """One stay of a paper (một chặng): `holder` has had it since `since`, until `until` (None: still).

    `by` signed for it, against the handover `against` (None: it was received or made there); `given_by` signed as the
    giver of that handover, None where it is not known.
    """

    holder: str
    holder_kind: UnitKind
    since: datetime | None
    by: str | None
    against: str | None
    given_by: str | None = None
    until: datetime | None = None


P = TypeVar("P", bound=State)


def hands_of(evolve: Evolve[P], facts: Iterable[Recorded]) -> tuple[Stay, ...]:
    """The chain of hands that `facts` about one paper tell, in their order; `evolve` is the fold of its kind."""
    paper: P | None = None
    chain: list[Stay] = []
    for fact in facts:
        before, paper = paper, step(evolve, paper, fact)
        now: Held | None = paper  # type: ignore[assignment]  # papers are states that are held
        was: Held | None = before  # type: ignore[assignment]
        if now is None or (was is not None and _stay(was) == _stay(now)):
            continue
        if chain:
            chain[-1] = replace(chain[-1], until=now.held_since)
        transit = None if was is None else was.transit
        given_by = transit.by if transit is not None and transit.handover == now.held_against else None
        against = None if now.holder == CITIZEN else now.held_against
        chain.append(Stay(now.holder, now.holder_kind, now.held_since, now.held_by, against, given_by or None))
    return tuple(chain)


def joined(note: tuple[Stay, ...], dossier: tuple[Stay, ...]) -> tuple[Stay, ...]:
    """The hands of a dossier that came by post, from the citizen's on: those of its consignment note first.

    The office signed for the note and entered it as the dossier: that is one stay.
    """
    if not note or not dossier or note[-1].holder != dossier[0].holder:
        return (*note, *dossier)
    return (*note[:-1], replace(note[-1], until=dossier[0].until), *dossier[1:])


def is_on_the_map(paper: HandedPaper, homes: Collection[str]) -> bool:
    """Whether somebody else than the citizen has `paper` and it still has somewhere to go.

    Of dossiers that have ended, those whose paper is not yet back at one of `homes` (the office, its reception points).
    A result that is delivered is its dossier; of deliveries, letters count.
    """
    if paper.holder == CITIZEN:
        return False
    if isinstance(paper, Consignment):
        return paper.state in NOTES_ON_THE_MAP
    if isinstance(paper, Delivery):
        return paper.content != "result" and paper.state in LETTERS_ON_THE_MAP
    if paper.is_open:
        return True
    away = paper.transit is not None or paper.holder not in homes
    return paper.ending is not None and paper.returned_at is None and away


def _stay(paper: Held) -> tuple[object, ...]:
    return (paper.holder, paper.held_since, paper.held_against)
