"""What the screens of taking a number show, derived from the state of the journey."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.journeys.home.props import TileProps, derive_tile_props
from kiosk.journeys.take_number.state import (
    APPOINTMENT_DIGITS,
    TakeNumberState,
    further_lines,
    is_full_of_matters,
    may_check_in,
    may_confirm,
    may_print_again,
)
from kiosk.language import Words
from kiosk.ports import ProcedureChoice, Tile
from kiosk.qr_source import qr_source
from kiosk.text_words import in_language, shortened
from kiosk.wait_words import ahead_text, wait_text

LONGEST_NAME_IN_A_LIST = 90
MOST_NAMES_IN_A_BUTTON = 2
_GROUP_ICONS = {"elderly": "elderly", "pregnant": "pregnant", "disabled": "disabled"}
_NO_TILE = TileProps("", "", "document", "", "", "", "open")
_WITHOUT_APPOINTMENT = ("no_such_appointment", "appointment_late", "no_such_line")
"""Refusals of an appointment after which an ordinary number helps."""


@dataclass(frozen=True, slots=True)
class GroupProps:
    """A priority group (nhóm ưu tiên) as a chip."""

    id: str
    name: str
    icon: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ProcedureProps:
    """A procedure in the list; `name` may be shortened, `full_name` is not."""

    code: str
    name: str
    full_name: str


@dataclass(frozen=True, slots=True)
class DocumentsProps:
    """The documents to bring (giấy tờ cần mang) for one procedure."""

    name: str
    documents: tuple[str, ...]
    time_limit: str
    fee: str


@dataclass(frozen=True, slots=True)
class MatterProps:
    """A line that can follow with the same number (việc khác); `place` is "" or where it stands in the order."""

    letter: str
    name: str
    waiting: str
    place: str
    enabled: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class MattersProps:
    """The further matters (việc khác trong một lượt): `order` names the lines chosen so far, `letters` in short."""

    offered: bool
    first: str
    choices: tuple[MatterProps, ...]
    order: str
    letters: str
    full: bool
    most: int


@dataclass(frozen=True, slots=True)
class CardProps:
    """The identity card (thẻ căn cước), where the office wants one scanned for each number."""

    wanted: bool
    read: bool
    reading: bool


@dataclass(frozen=True, slots=True)
class AppointmentProps:
    """The appointment's code (mã lịch hẹn) as far as it is typed; `next_step` completes the sentence of a refusal."""

    typed: str
    missing: str
    can_check_in: bool
    next_step: str
    can_take_ordinary: bool


@dataclass(frozen=True, slots=True)
class TicketProps:
    """The number as the screen shows it (phiếu số thứ tự); `qr` is an image address, `then` the lines that follow."""

    label: str
    line_name: str
    ahead: str
    wait: str
    qr: str
    slip: str
    then: str
    priority: str
    can_print_again: bool


@dataclass(frozen=True, slots=True)
class TakeNumberProps:
    """All screens of the journey; `can_confirm` is false from the first touch until an answer has come.

    `not_giving`: the line gives no number now, `problem` says when it does again.
    """

    stage: str
    tile: TileProps
    groups: tuple[GroupProps, ...]
    chosen_group: str
    procedures: tuple[ProcedureProps, ...]
    documents: DocumentsProps
    chosen_procedure: str
    matters: MattersProps
    card: CardProps
    appointment: AppointmentProps
    can_confirm: bool
    issuing: bool
    ticket: TicketProps
    problem: str
    refused: bool
    not_giving: bool


def derive_take_number_props(state: TakeNumberState, words: Words) -> TakeNumberProps:
    """The screens of the journey in the language of `words`."""
    return TakeNumberProps(
        stage=state.stage,
        tile=derive_tile_props(state.tile, words) if state.tile else _NO_TILE,
        groups=tuple(
            GroupProps(
                id=group.id,
                name=in_language(group.name_vi, group.name_en, words),
                icon=_GROUP_ICONS.get(group.id, "priority"),
                chosen=group.id == state.group,
            )
            for group in state.groups
        ),
        chosen_group=_chosen_group(state, words),
        procedures=tuple(
            ProcedureProps(each.code, shortened(each.name, LONGEST_NAME_IN_A_LIST), each.name)
            for each in state.procedures
        ),
        documents=derive_documents_props(state.reading),
        chosen_procedure=shortened(state.procedure.name, LONGEST_NAME_IN_A_LIST) if state.procedure else "",
        matters=derive_matters_props(state, words),
        card=CardProps(state.card_wanted, state.holder is not None, state.card_reading),
        appointment=derive_appointment_props(state, words),
        can_confirm=may_confirm(state),
        issuing=state.issuing,
        ticket=derive_ticket_props(state, words),
        problem=state.problem.in_language(words.language) if state.problem else "",
        refused=state.refused,
        not_giving=state.tile is not None and state.tile.giving != "open",
    )


def derive_matters_props(state: TakeNumberState, words: Words) -> MattersProps:
    """The lines for further matters, and their order."""
    lines = further_lines(state)
    full = is_full_of_matters(state)
    letters = words.translate("Matters", "Sau đó: {letters}").format(letters=" → ".join(state.further))
    chosen = {tile.letter: tile for tile in lines}
    order = [
        f"{place}. {_matter_name(chosen[letter], words)}"
        for place, letter in enumerate(state.further, 2)
        if letter in chosen
    ]
    return MattersProps(
        offered=bool(lines),
        first=_matter_name(state.tile, words) if state.tile else "",
        choices=tuple(_matter(state, tile, words) for tile in lines),
        order="\n".join(order) if len(order) <= MOST_NAMES_IN_A_BUTTON else letters,
        letters=letters if order else "",
        full=full,
        most=state.most_matters,
    )


def derive_appointment_props(state: TakeNumberState, words: Words) -> AppointmentProps:
    """The appointment's code with the places still to fill, and what helps after a refusal."""
    asks_officer = words.translate("Appointment", "Không có phiếu? Mời Ông/Bà hỏi cán bộ.")
    return AppointmentProps(
        typed=state.digits,
        missing="_" * (APPOINTMENT_DIGITS - len(state.digits)),
        can_check_in=may_check_in(state),
        next_step=asks_officer if state.refusal == "appointment_used" else "",
        can_take_ordinary=state.stage == "appointment" and state.refusal in _WITHOUT_APPOINTMENT,
    )


def derive_documents_props(procedure: ProcedureChoice | None) -> DocumentsProps:
    """What to bring for `procedure`; empty for none. The catalogue is in Vietnamese only."""
    if procedure is None:
        return DocumentsProps("", (), "", "")
    return DocumentsProps(procedure.name, procedure.documents, procedure.time_limit_text, procedure.fee_text)


def derive_ticket_props(state: TakeNumberState, words: Words) -> TicketProps:
    """The number, huge, and what goes with it; empty for none."""
    ticket = state.ticket
    if ticket is None:
        return TicketProps("", "", "", "", "", state.slip, "", "", can_print_again=False)
    then = ticket.then_en if words.language == "en" and ticket.then_en else ticket.then_vi
    return TicketProps(
        label=ticket.label,
        line_name=in_language(ticket.line_name_vi, ticket.line_name_en, words),
        ahead=ahead_text(ticket.people_ahead, words),
        wait=wait_text(ticket.wait_low, ticket.wait_high, words),
        qr=qr_source(ticket.follow_url),
        slip=state.slip,
        then="\n".join(f"{place}. {name}" for place, name in enumerate(then, 2)),
        priority=_chosen_group(state, words),
        can_print_again=may_print_again(state),
    )


def _chosen_group(state: TakeNumberState, words: Words) -> str:
    group = next((each for each in state.groups if each.id == state.group), None)
    return in_language(group.name_vi, group.name_en, words) if group else ""


def _matter_name(tile: Tile, words: Words) -> str:
    return f"{tile.letter} {in_language(tile.name_vi, tile.name_en, words)}"


def _matter(state: TakeNumberState, tile: Tile, words: Words) -> MatterProps:
    chosen = tile.letter in state.further
    place = str(state.further.index(tile.letter) + 2) if chosen else ""
    shown = derive_tile_props(tile, words)
    return MatterProps(
        letter=tile.letter,
        name=shown.name,
        waiting=shown.waiting,
        place=place,
        enabled=chosen or not is_full_of_matters(state),
        spoken=f"{place}. {shown.spoken}" if chosen else shown.spoken,
    )
