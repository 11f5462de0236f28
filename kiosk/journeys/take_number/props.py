"""What the screens of taking a number show, derived from the state of the journey."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.journeys.home.props import TileProps, derive_tile_props
from kiosk.journeys.take_number.state import TakeNumberState, may_confirm
from kiosk.language import Words
from kiosk.ports import IssuedTicket, ProcedureChoice
from kiosk.qr_source import qr_source
from kiosk.text_words import in_language, shortened
from kiosk.wait_words import ahead_text, wait_text

LONGEST_NAME_IN_A_LIST = 90
_GROUP_ICONS = {"elderly": "elderly", "pregnant": "pregnant", "disabled": "disabled"}
_NO_TILE = TileProps("", "", "document", "", "", "")


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
class TicketProps:
    """The number as the screen shows it (phiếu số thứ tự); `qr` is an image address."""

    label: str
    line_name: str
    ahead: str
    wait: str
    qr: str
    slip: str


@dataclass(frozen=True, slots=True)
class TakeNumberProps:
    """All screens of the journey; `can_confirm` is false from the first touch until an answer has come."""

    stage: str
    tile: TileProps
    groups: tuple[GroupProps, ...]
    procedures: tuple[ProcedureProps, ...]
    documents: DocumentsProps
    chosen_procedure: str
    can_confirm: bool
    issuing: bool
    ticket: TicketProps
    problem: str
    refused: bool


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
        procedures=tuple(
            ProcedureProps(each.code, shortened(each.name, LONGEST_NAME_IN_A_LIST), each.name)
            for each in state.procedures
        ),
        documents=derive_documents_props(state.reading),
        chosen_procedure=shortened(state.procedure.name, LONGEST_NAME_IN_A_LIST) if state.procedure else "",
        can_confirm=may_confirm(state),
        issuing=state.issuing,
        ticket=derive_ticket_props(state.ticket, state.slip, words),
        problem=state.problem.in_language(words.language) if state.problem else "",
        refused=state.refused,
    )


def derive_documents_props(procedure: ProcedureChoice | None) -> DocumentsProps:
    """What to bring for `procedure`; empty for none. The catalogue is in Vietnamese only."""
    if procedure is None:
        return DocumentsProps("", (), "", "")
    return DocumentsProps(procedure.name, procedure.documents, procedure.time_limit_text, procedure.fee_text)


def derive_ticket_props(ticket: IssuedTicket | None, slip: str, words: Words) -> TicketProps:
    """The number, huge, and what goes with it; empty for none."""
    if ticket is None:
        return TicketProps("", "", "", "", "", slip)
    return TicketProps(
        label=ticket.label,
        line_name=in_language(ticket.line_name_vi, ticket.line_name_en, words),
        ahead=ahead_text(ticket.people_ahead, words),
        wait=wait_text(ticket.wait_low, ticket.wait_high, words),
        qr=qr_source(ticket.follow_url),
        slip=slip,
    )
