"""A number that has been issued as the screens take it, with its slip."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.ports import IssuedTicket
from shared.actions.addresses import follow_url
from shared.clock import business_date
from shared.domain.office import Line, Office, line_by_letter, procedure_on
from shared.domain.ticket import Ticket

if TYPE_CHECKING:
    from shared.documents.ticket_slip import TicketSlip


def issued_ticket(office: Office, ticket: Ticket, appointment_at: datetime | None) -> IssuedTicket:
    """The number with its slip; `appointment_at`: the time for which its holder was expected, if there was one."""
    # Imported with the first slip: what draws PDFs would slow every start.
    from shared.documents.ticket_slip import render_ticket_slip

    line = line_by_letter(office, ticket.line)
    further = _lines(office, ticket.further)
    return IssuedTicket(
        id=ticket.id,
        label=ticket.label,
        line_name_vi=line.name_vi if line else "",
        line_name_en=line.name_en if line else "",
        people_ahead=ticket.people_ahead,
        wait_low=ticket.wait_low,
        wait_high=ticket.wait_high,
        follow_url=follow_url(office, ticket.token),
        slip=render_ticket_slip(slip_of(office, ticket, appointment_at)),
        then_vi=tuple(each.name_vi for each in further),
        then_en=tuple(each.name_en for each in further),
    )


def slip_of(office: Office, ticket: Ticket, appointment_at: datetime | None) -> TicketSlip:
    """What the slip of the number says."""
    from shared.documents.ticket_slip import TicketSlip

    line = line_by_letter(office, ticket.line)
    group = next((each for each in office.priority_groups if each.id == ticket.priority), None)
    procedure = procedure_on(office, ticket.procedure, business_date(ticket.issued_at)) if ticket.procedure else None
    wait_vi, wait_en = wait_in_words(ticket.wait_low, ticket.wait_high)
    return TicketSlip(
        office_name=office.name,
        label=ticket.label,
        line_name_vi=line.name_vi if line else "",
        line_name_en=line.name_en if line else "",
        people_ahead=ticket.people_ahead,
        wait_text_vi=wait_vi,
        wait_text_en=wait_en,
        issued_at=ticket.issued_at,
        follow_url=follow_url(office, ticket.token),
        priority_note=group.name_vi if group else None,
        priority_note_en=group.name_en if group else None,
        appointment_at=appointment_at,
        then=tuple((each.name_vi, each.name_en) for each in _lines(office, ticket.further)),
        procedure_name=procedure.name if procedure else None,
        documents_to_bring=tuple(document.name for document in procedure.documents) if procedure else (),
    )


def wait_in_words(low: int | None, high: int | None) -> tuple[str, str]:
    """The expected wait in words (Vietnamese, English)."""
    if low is None or high is None:
        return "Quầy chưa mở", "The counter is not open yet"
    if low <= 0:
        return f"dưới {high} phút", f"less than {high} minutes"
    if low == high:
        return f"khoảng {low} phút", f"about {low} minutes"
    return f"khoảng {low}–{high} phút", f"about {low}–{high} minutes"


def _lines(office: Office, letters: tuple[str, ...]) -> tuple[Line, ...]:
    found = (line_by_letter(office, letter) for letter in letters)
    return tuple(line for line in found if line is not None)
