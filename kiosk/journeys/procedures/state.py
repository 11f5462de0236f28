"""Where the journey through the procedures stands, and how one step leads to the next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from kiosk.ports import ProcedureField, ProcedureHits, ProcedurePage
from shared.failures import Sentence

Stage = Literal["resting", "browse", "results", "page"]
Slip = Literal["", "printing", "printed", "not_printed"]

LONGEST_TEXT = 80
NO_HITS = ProcedureHits((), 0)


@dataclass(frozen=True, slots=True)
class ProceduresState:
    """The journey; `visit` tells this one from those before it, so that their late answers are dropped.

    `field` is the chosen one or "", `typed` the words in the search field. `asked` and `answered` count the keystrokes
    that were asked about and the last one whose hits are shown. `fields_from` and `hits_from` are the first tile and
    hit on the screen, so that going back finds the same ones.
    """

    visit: int = 0
    stage: Stage = "resting"
    fields: tuple[ProcedureField, ...] = ()
    fields_from: int = 0
    field: str = ""
    typed: str = ""
    keyboard: bool = False
    asked: int = 0
    answered: int = 0
    hits: ProcedureHits = NO_HITS
    hits_from: int = 0
    opening: str = ""
    page: ProcedurePage | None = None
    page_over: Stage = "browse"
    slip: Slip = ""
    problem: Sentence | None = None


def begun(state: ProceduresState) -> ProceduresState:
    """A new visit, with the fields of the last one until they are answered anew."""
    return ProceduresState(visit=state.visit + 1, stage="browse", fields=state.fields, asked=state.asked)


def ended(state: ProceduresState) -> ProceduresState:
    """Nothing of the visit is left."""
    return ProceduresState(visit=state.visit + 1, fields=state.fields, asked=state.asked)


def in_field(state: ProceduresState, field: str) -> ProceduresState:
    """The list of one field, without the keyboard."""
    return _asked(replace(state, stage="results", field=field, typed="", keyboard=False, hits=NO_HITS))


def with_keyboard(state: ProceduresState) -> ProceduresState:
    """Ready for typing, in the chosen field or in all."""
    return replace(state, stage="results", keyboard=True)


def without_keyboard(state: ProceduresState) -> ProceduresState:
    """The hits have the whole screen."""
    return replace(state, keyboard=False)


def with_text(state: ProceduresState, text: str) -> ProceduresState:
    """Another text in the search field; what was found for the last one stays until the new hits are there."""
    return _asked(replace(state, typed=text[:LONGEST_TEXT]))


def with_hits(state: ProceduresState, hits: ProcedureHits) -> ProceduresState:
    """The answer to the last keystroke."""
    return replace(state, answered=state.asked, hits=hits, hits_from=0)


def with_page(state: ProceduresState, page: ProcedurePage) -> ProceduresState:
    """The page of a procedure over the list that it was chosen from."""
    over = state.page_over if state.stage == "page" else state.stage
    return replace(state, stage="page", page=page, page_over=over, opening="", slip="", problem=None)


def one_back(state: ProceduresState) -> ProceduresState:
    """One screen back; resting when there is none before."""
    if state.stage == "page":
        return replace(state, stage=state.page_over, page=None, slip="", problem=None)
    if state.stage == "results":
        return replace(
            state, stage="browse", field="", typed="", keyboard=False, hits=NO_HITS, opening="", problem=None
        )
    return ended(state)


def _asked(state: ProceduresState) -> ProceduresState:
    return replace(state, asked=state.asked + 1, problem=None)
