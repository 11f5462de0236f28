"""What the page that tracks a dossier shows: its way and its promise, nothing about a person.

It says what the kiosk says to whoever types the code, and where and when the office is open. The procedure's name is
among it: it stands on the receipt that bears the QR code. Neither the page's title nor its address holds it, so that a
phone's history and the list of its open pages do not tell what somebody applied for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from server.public_pages.opening_hours import OpeningHours, opening_hours
from server.public_pages.words import Words
from shared.domain.dossier import ONE_STOP, Dossier
from shared.domain.dossier_progress import MilestoneState, is_late, milestones, now_in_words
from shared.domain.fact import Recorded
from shared.domain.office import Office

LOOK_AGAIN_SECONDS = 60
"""A dossier moves a few times in days; whoever holds the phone in the office sees a change within a minute."""


_ASKED_FOR = ("receipt", "identity", "authority")
"""What the counter asks for when a result is collected: Form 01, and who somebody is or stands for."""


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of the way (bước)."""

    name: str
    when: str
    state: MilestoneState
    state_text: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where the result is collected or papers are brought (nơi trả kết quả); `address` may be ""."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class DossierView:
    """The page (trang tra cứu hồ sơ). `promise` is "" where no time limit is set or the result has been returned.

    `runs`: whether a time limit runs; none does while the citizen is waited for and after a stop, refusal or closing.
    `way`: how the result comes, where it does not lie at the office; `place` and `hours` are None once all is over.
    `is_needed`: whether somebody has to come, so that place and hours matter more than the steps.
    `look_again`: the seconds after which the page may have changed, 0 for never.
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
    bring: tuple[str, ...]
    way: str
    place: Place | None
    hours: OpeningHours | None
    is_needed: bool
    updated: str
    look_again: int


def derive_dossier_view(
    office: Office, dossier: Dossier, facts: Sequence[Recorded], now: datetime, words: Words
) -> DossierView:
    """The page of `dossier`; `facts` are its own, in their order."""
    returned_at = dossier.returned_at
    is_ready = dossier.stage == "result_at_counter"
    visited = _is_visited(dossier)
    return DossierView(
        code=dossier.code,
        procedure=dossier.procedure_name,
        now=words.of(now_in_words(dossier)),
        promise=words.promise(dossier.due_at) if dossier.due_at and returned_at is None else "",
        runs=not (dossier.awaits_supplement or dossier.awaits_duty) and dossier.ending is None,
        returned=words.moment(returned_at) if returned_at else "",
        is_late=is_late(dossier, now) and returned_at is None,
        is_ready=is_ready,
        steps=tuple(
            StepView(
                name=words.of(step.name),
                when=words.moment(step.at) if step.at else "",
                state=step.state,
                state_text=words(f"step_{step.state}"),
            )
            for step in milestones(dossier, facts)
        ),
        bring=tuple(words(f"bring_{what}") for what in _ASKED_FOR) if is_ready else (),
        way=""
        if dossier.return_way == "one_stop" or not dossier.is_open
        else words(f"returned_by_{dossier.return_way}"),
        place=_place(office, dossier, words) if visited else None,
        hours=opening_hours(office.calendar, now, words) if visited else None,
        is_needed=is_ready or dossier.awaits_supplement or dossier.awaits_duty,
        updated=words("updated", time=words.clock(now)),
        look_again=0 if returned_at else LOOK_AGAIN_SECONDS,
    )


def _is_visited(dossier: Dossier) -> bool:
    """Whether the citizen has something to do or to get where the dossier was received."""
    if dossier.awaits_supplement or dossier.awaits_duty or dossier.stage == "result_at_counter":
        return dossier.returned_at is None
    if dossier.ending is not None:
        return dossier.ending.kind == "refused"
    return dossier.returned_at is None and dossier.return_way == "one_stop"


def _place(office: Office, dossier: Dossier, words: Words) -> Place:
    if dossier.home != ONE_STOP:
        point = next((unit for unit in office.other_units if unit.id == dossier.home), None)
        if point is not None:
            return Place(point.name, point.address)
    return Place(office.name_en if words.language == "en" else office.name, office.address)
