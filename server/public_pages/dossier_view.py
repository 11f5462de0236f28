"""What the page that tracks a dossier shows: its way and its promise, nothing about a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from server.public_pages.words import Words
from shared.domain.dossier import Dossier
from shared.domain.dossier_progress import MilestoneState, is_late, milestones, now_in_words
from shared.domain.fact import Recorded


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of the way (bước)."""

    name: str
    when: str
    state: MilestoneState
    state_text: str


@dataclass(frozen=True, slots=True)
class DossierView:
    """The page (trang tra cứu hồ sơ). `promise` is "" where no time limit is set or the result has been returned.

    `runs`: whether a time limit runs; none does while the citizen is waited for and after a stop, refusal or closing.
    """

    code: str
    procedure: str
    now: str
    promise: str
    runs: bool
    returned: str
    is_late: bool
    is_ready: bool
    steps: tuple[StepView, ...]
    updated: str


def derive_dossier_view(dossier: Dossier, facts: Sequence[Recorded], now: datetime, words: Words) -> DossierView:
    """The page of `dossier`; `facts` are its own, in their order."""
    returned_at = dossier.returned_at
    return DossierView(
        code=dossier.code,
        procedure=dossier.procedure_name,
        now=words.of(now_in_words(dossier)),
        promise=words.promise(dossier.due_at) if dossier.due_at and returned_at is None else "",
        runs=not (dossier.awaits_supplement or dossier.awaits_duty) and dossier.ending is None,
        returned=words.moment(returned_at) if returned_at else "",
        is_late=is_late(dossier, now) and returned_at is None,
        is_ready=dossier.stage == "result_at_counter",
        steps=tuple(
            StepView(
                name=words.of(step.name),
                when=words.moment(step.at) if step.at else "",
                state=step.state,
                state_text=words(f"step_{step.state}"),
            )
            for step in milestones(dossier, facts)
        ),
        updated=words("updated", time=words.clock(now)),
    )
