"""The journey of taking a number as one state machine.

resting -> confirm -> (procedures -> documents -> confirm) -> issuing -> issued -> resting
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from kiosk.ports import Group, IssuedTicket, ProcedureChoice, Tile
from shared.failures import Failure, Refusal, Sentence

Stage = Literal["resting", "confirm", "procedures", "documents", "issued"]
Slip = Literal["printing", "printed", "not_printed"]


@dataclass(frozen=True, slots=True)
class TakeNumberState:
    """Where the journey (lượt lấy số) stands.

    `journey` names it for the office, so that one journey gets one number. `reading` is the procedure whose documents
    are shown, `procedure` the one that was chosen. `refused`: the rules said no, trying again is no use.
    """

    stage: Stage = "resting"
    journey: str = ""
    tile: Tile | None = None
    groups: tuple[Group, ...] = ()
    group: str | None = None
    procedures: tuple[ProcedureChoice, ...] = ()
    reading: ProcedureChoice | None = None
    procedure: ProcedureChoice | None = None
    issuing: bool = False
    ticket: IssuedTicket | None = None
    slip: Slip = "printing"
    problem: Sentence | None = None
    refused: bool = False


def begun(journey: str, tile: Tile, groups: tuple[Group, ...]) -> TakeNumberState:
    """A new journey for the line of `tile`."""
    return TakeNumberState(stage="confirm", journey=journey, tile=tile, groups=groups)


def with_group(state: TakeNumberState, group: str) -> TakeNumberState:
    """The priority group `group` chosen, or given up when it was chosen already."""
    if state.issuing or group not in {each.id for each in state.groups}:
        return state
    return replace(state, group=None if state.group == group else group)


def reading_documents(state: TakeNumberState, code: str) -> TakeNumberState:
    """The documents of the procedure `code` laid open."""
    found = next((each for each in state.procedures if each.code == code), None)
    return replace(state, stage="documents", reading=found) if found and not state.issuing else state


def with_procedure(state: TakeNumberState) -> TakeNumberState:
    """The procedure that is being read is the one the citizen came for."""
    return replace(state, stage="confirm", procedure=state.reading) if state.reading else state


def one_back(state: TakeNumberState) -> TakeNumberState:
    """One screen back; from the first the journey ends, and while a number is being issued nothing moves."""
    if state.issuing:
        return state
    if state.stage == "documents":
        return replace(state, stage="procedures", reading=None)
    if state.stage == "procedures":
        return replace(state, stage="confirm")
    return TakeNumberState()


def may_confirm(state: TakeNumberState) -> bool:
    """Whether touching "Lấy số" asks for a number: once, until an answer has come."""
    return state.stage in ("confirm", "documents") and not state.issuing and not state.refused


def issuing(state: TakeNumberState) -> TakeNumberState:
    """The office has been asked."""
    chosen = state.reading if state.stage == "documents" else state.procedure
    return replace(state, stage="confirm", procedure=chosen, issuing=True, problem=None)


def issued(state: TakeNumberState, ticket: IssuedTicket) -> TakeNumberState:
    """The number is committed, its slip on the way."""
    return replace(state, stage="issued", issuing=False, ticket=ticket, slip="printing")


def not_issued(state: TakeNumberState, failure: Failure) -> TakeNumberState:
    """No number: a refusal is final, anything else may be tried again within the same journey."""
    return replace(state, issuing=False, problem=failure.sentence, refused=isinstance(failure, Refusal))
