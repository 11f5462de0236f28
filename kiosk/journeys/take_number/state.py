"""The journey of taking a number as one state machine.

    resting -> confirm -> (procedures -> documents) (matters) (card) -> issuing -> issued -> resting
    resting -> appointment -> issuing -> issued -> resting

Each stage is a page "take_number_<stage>" with a QML file of its own:

    confirm      ConfirmNumber.qml        the line, people waiting, priority, documents, further matters, "Lấy số"
    procedures   ProcedureList.qml        the procedures of the line
    documents    ProcedureDocuments.qml   what to bring for one of them
    matters      MoreMatters.qml          further lines for the same number
    card         CardScan.qml             the identity card is held under the scanner
    appointment  AppointmentEntry.qml     the appointment's code, scanned or typed
    issued       TicketIssued.qml         the number
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from kiosk.journeys.take_number.missed_appointment import MissedAppointment
from kiosk.ports import Group, Home, IssuedTicket, NumberWish, ProcedureChoice, Tile
from shared.failures import Failure, Refusal, Sentence

Stage = Literal["resting", "confirm", "procedures", "documents", "matters", "card", "appointment", "issued"]
Slip = Literal["printing", "printed", "not_printed"]

APPOINTMENT_DIGITS = 6
"""An appointment's code is "LH" and so many digits."""

MOST_PRINTS = 2
"""A slip that did not come out is tried once more by touch."""

_BEFORE_THE_NUMBER = ("confirm", "procedures", "documents", "matters", "card")
_CARD_UNREAD = Sentence(
    "Chưa đọc được mã QR trên thẻ. Mời Ông/Bà quét lại.",
    "The code on the card could not be read. Please scan it again.",
)
_NO_SUCH_LINE = Sentence("Hàng chờ này không còn phục vụ.", "This line is not served any more.")


@dataclass(frozen=True, slots=True)
class Offer:
    """What the office answers about a line when a journey begins (điều kiện lấy số)."""

    home: Home
    tiles: tuple[Tile, ...]
    groups: tuple[Group, ...]
    procedures: tuple[ProcedureChoice, ...]


@dataclass(frozen=True, slots=True)
class TakeNumberState:
    """Where the journey (lượt lấy số) stands.

    `journey` names it for the office, so that one journey gets one number. `wanted`: the code of a procedure that was
    chosen before the journey began. `lines`: all lines of the office; `further`: the letters of those that follow the
    first with the same number. `card_wanted`: a card must be scanned; `card_reading`: one is being read; `holder`: the
    mark of the one that was. `reading` is the procedure whose documents are shown, `procedure` the one that was chosen.
    `digits`: of the appointment's code. `refusal`: the code of the refusal behind `problem`; `refused`: the rules said
    no, trying again is no use. `missed`: the line of an appointment that has passed. `prints`: how often the slip went
    to the printer.
    """

    stage: Stage = "resting"
    journey: str = ""
    tile: Tile | None = None
    groups: tuple[Group, ...] = ()
    group: str | None = None
    procedures: tuple[ProcedureChoice, ...] = ()
    reading: ProcedureChoice | None = None
    procedure: ProcedureChoice | None = None
    wanted: str = ""
    lines: tuple[Tile, ...] = ()
    most_matters: int = 1
    further: tuple[str, ...] = ()
    card_wanted: bool = False
    card_reading: bool = False
    holder: str | None = None
    digits: str = ""
    issuing: bool = False
    ticket: IssuedTicket | None = None
    slip: Slip = "printing"
    prints: int = 0
    problem: Sentence | None = None
    refusal: str = ""
    refused: bool = False
    missed: str = ""


def begun(journey: str, tile: Tile, groups: tuple[Group, ...]) -> TakeNumberState:
    """A new journey for the line of `tile`, or the sentence that says when it gives numbers again."""
    return _for_line(TakeNumberState(stage="confirm", journey=journey, groups=groups), tile)


def begun_with_procedure(journey: str, procedure: str) -> TakeNumberState:
    """A new journey for a procedure that was chosen elsewhere; its line comes with the offer."""
    return TakeNumberState(stage="confirm", journey=journey, wanted=procedure)


def begun_with_appointment(journey: str) -> TakeNumberState:
    """A new journey of somebody who is expected."""
    return TakeNumberState(stage="appointment", journey=journey)


def with_offer(state: TakeNumberState, offer: Offer, letter: str) -> TakeNumberState:
    """The office's answer about the line `letter`; what the citizen has touched already stays."""
    wanted = next((each for each in offer.procedures if each.code == state.wanted), None)
    known = replace(
        state,
        groups=offer.groups,
        procedures=offer.procedures,
        procedure=state.procedure or wanted,
        lines=offer.tiles,
        most_matters=offer.home.most_matters,
        card_wanted=offer.home.card_wanted,
    )
    if known.tile is not None:
        return known
    tile = next((each for each in offer.tiles if each.letter == letter), None)
    return replace(known, problem=_NO_SUCH_LINE, refused=True) if tile is None else _for_line(known, tile)


def with_group(state: TakeNumberState, group: str) -> TakeNumberState:
    """The priority group `group` chosen, or given up when it was chosen already."""
    if state.issuing or group not in {each.id for each in state.groups}:
        return state
    return replace(state, group=None if state.group == group else group)


def listing_procedures(state: TakeNumberState) -> TakeNumberState:
    """The procedures of the line laid open."""
    return (
        replace(state, stage="procedures") if state.stage == "confirm" and _is_free(state, state.procedures) else state
    )


def reading_documents(state: TakeNumberState, code: str) -> TakeNumberState:
    """The documents of the procedure `code` laid open."""
    found = next((each for each in state.procedures if each.code == code), None)
    if found is None or state.issuing or state.stage not in _BEFORE_THE_NUMBER:
        return state
    return replace(state, stage="documents", reading=found)


def with_procedure(state: TakeNumberState) -> TakeNumberState:
    """The procedure that is being read is the one the citizen came for."""
    if state.stage != "documents" or state.reading is None:
        return state
    return replace(state, stage="confirm", procedure=state.reading, reading=None)


def further_lines(state: TakeNumberState) -> tuple[Tile, ...]:
    """The lines that can follow with the same number: those that give numbers now, and those chosen already."""
    if state.tile is None or state.most_matters < 2:
        return ()
    first = state.tile.letter
    return tuple(
        tile for tile in state.lines if tile.letter != first and (tile.giving == "open" or tile.letter in state.further)
    )


def listing_matters(state: TakeNumberState) -> TakeNumberState:
    """The lines for further matters laid open."""
    return (
        replace(state, stage="matters") if state.stage == "confirm" and _is_free(state, further_lines(state)) else state
    )


def with_matter(state: TakeNumberState, letter: str) -> TakeNumberState:
    """The line `letter` added after the others, or taken away when it was among them."""
    if state.stage != "matters" or letter not in {tile.letter for tile in further_lines(state)}:
        return state
    if letter in state.further:
        return replace(state, further=tuple(each for each in state.further if each != letter))
    return state if is_full_of_matters(state) else replace(state, further=(*state.further, letter))


def is_full_of_matters(state: TakeNumberState) -> bool:
    """Whether the number holds as many lines as the office allows."""
    return 1 + len(state.further) >= state.most_matters


def one_back(state: TakeNumberState) -> TakeNumberState:
    """One screen back; from the first the journey ends, and while a number is being issued nothing moves."""
    if state.issuing:
        return state
    if state.stage == "documents":
        return replace(state, stage="procedures", reading=None)
    if state.stage in ("procedures", "matters"):
        return replace(state, stage="confirm")
    if state.stage == "card":
        return replace(state, stage="confirm", problem=None, refusal="")
    return TakeNumberState()


def wants_card(state: TakeNumberState) -> bool:
    """Whether an identity card that is scanned now belongs to this journey."""
    return (
        state.card_wanted
        and state.holder is None
        and state.stage in _BEFORE_THE_NUMBER
        and not (state.issuing or state.card_reading or state.refused)
    )


def holding_card(state: TakeNumberState) -> TakeNumberState:
    """A card has been scanned and is being read."""
    return replace(state, card_reading=True, problem=None, refusal="")


def with_card(state: TakeNumberState, mark: str) -> TakeNumberState:
    """The mark of the scanned card; all that is kept of it."""
    return replace(state, card_reading=False, holder=mark or None)


def without_card(state: TakeNumberState, failure: Failure) -> TakeNumberState:
    """The card could not be read: its screen says why and waits for another try."""
    problem = _CARD_UNREAD if failure.code == "identity_card_broken" else failure.sentence
    return replace(state, stage="card", reading=None, card_reading=False, problem=problem, refusal=failure.code)


def may_confirm(state: TakeNumberState) -> bool:
    """Whether touching "Lấy số" asks for a number or its card: once, until an answer has come."""
    return (
        state.stage in ("confirm", "documents")
        and state.tile is not None
        and not (state.issuing or state.card_reading or state.refused)
    )


def confirmed(state: TakeNumberState) -> TakeNumberState:
    """ "Lấy số" was touched: the office is asked, or first the card where it wants one."""
    procedure = state.reading if state.stage == "documents" else state.procedure
    sure = replace(state, stage="confirm", procedure=procedure, reading=None, problem=None, refusal="")
    return replace(sure, stage="card") if state.card_wanted and state.holder is None else issuing(sure)


def issuing(state: TakeNumberState) -> TakeNumberState:
    """The office has been asked."""
    stage: Stage = "appointment" if state.stage == "appointment" else "confirm"
    return replace(state, stage=stage, issuing=True, problem=None, refusal="", missed="")


def wish_of(state: TakeNumberState, first: Tile) -> NumberWish:
    """What the office is asked for."""
    return NumberWish(
        journey=state.journey,
        letters=(first.letter, *state.further),
        group=state.group,
        procedure=state.procedure.code if state.procedure else None,
        holder=state.holder,
    )


def issued(state: TakeNumberState, ticket: IssuedTicket) -> TakeNumberState:
    """The number is committed, its slip on the way."""
    return replace(state, stage="issued", issuing=False, ticket=ticket, slip="printing", prints=1)


def not_issued(state: TakeNumberState, failure: Failure) -> TakeNumberState:
    """No number: a refusal is final, anything else may be tried again within the same journey.

    An appointment's code may be typed anew. A card that the office wants, as it has decided meanwhile, is asked for.
    """
    told = replace(state, issuing=False, problem=failure.sentence, refusal=failure.code)
    if failure.code == "card_wanted":
        return replace(told, stage="card", card_wanted=True, holder=None, problem=None, refusal="")
    if state.stage == "appointment":
        refusal = failure.code if isinstance(failure, Refusal) else ""
        return replace(told, refusal=refusal, missed=failure.line if isinstance(failure, MissedAppointment) else "")
    return replace(told, refused=isinstance(failure, Refusal))


def with_digit(state: TakeNumberState, digit: str) -> TakeNumberState:
    """One more digit of the appointment's code."""
    fits = len(digit) == 1 and digit in "0123456789" and len(state.digits) < APPOINTMENT_DIGITS
    return with_digits(state, state.digits + digit) if fits else state


def with_digits(state: TakeNumberState, digits: str) -> TakeNumberState:
    """These digits of the appointment's code; what was said of others is gone."""
    if state.stage != "appointment" or state.issuing:
        return state
    return replace(state, digits=digits, problem=None, refusal="", missed="")


def may_check_in(state: TakeNumberState) -> bool:
    """Whether the typed code is whole, not refused already, and nobody is being asked about it."""
    whole = len(state.digits) == APPOINTMENT_DIGITS
    return state.stage == "appointment" and whole and not (state.issuing or state.refusal)


def may_print_again(state: TakeNumberState) -> bool:
    """Whether a slip that did not come out may be tried once more."""
    return state.stage == "issued" and state.slip == "not_printed" and state.prints < MOST_PRINTS


def printing_again(state: TakeNumberState) -> TakeNumberState:
    """The same slip goes to the printer once more."""
    return replace(state, slip="printing", prints=state.prints + 1)


def _for_line(state: TakeNumberState, tile: Tile) -> TakeNumberState:
    gives = tile.giving == "open"
    return replace(state, tile=tile, problem=None if gives else tile.told, refused=not gives)


def _is_free(state: TakeNumberState, offered: tuple[object, ...]) -> bool:
    return bool(offered) and not (state.issuing or state.card_reading or state.refused)
