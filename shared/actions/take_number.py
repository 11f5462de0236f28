"""Take a number (lấy số thứ tự): locally, from the kiosk's own range, whatever the network does."""

from __future__ import annotations

from dataclasses import dataclass

from shared.clock import business_date
from shared.domain import appointment, ticket
from shared.domain.numbering import next_ticket_number, ticket_label
from shared.domain.office import Line, Office, line_by_letter
from shared.domain.ticket_hours import line_hours, refuse_when_not_given
from shared.domain.waiting_time import Newcomer
from shared.failures import Refusal
from shared.journal.appointment_queries import appointment_by_code
from shared.journal.journal import Journal, Writer
from shared.journal.node import Node
from shared.journal.queue_queries import given_by_line, ticket_by_label, waiting_label_of_holder
from shared.journal.read_model import APPOINTMENTS, TICKETS

from .act import act_within
from .expected_wait import WaitModel
from .service_times import ServiceTimes

CITIZEN = "citizen"
"""The actor of everything that is done at the kiosk or on a phone."""


@dataclass(frozen=True, slots=True)
class NumberRequest:
    """What a citizen has chosen. `journey` is an id made when the screen opened: one journey, one number.

    `further`: the lines of the visit's other matters, in the order in which they are served. `holder`: the day's mark
    of the identity card (`shared.domain.card_mark`), where the office wants one waiting number per card.
    """

    journey: str
    line: str
    priority: str | None = None
    procedure: str | None = None
    further: tuple[str, ...] = ()
    holder: str | None = None


def take_number(
    journal: Journal, office: Office, node: Node, request: NumberRequest, times: ServiceTimes | None = None
) -> ticket.Ticket:
    """Issues the number of this journey; a journey that has one gets the same again.

    `times` remembers the measured service times from one number to the next.
    Refusals: `office_closed`, `line_full`, `no_such_line`, `too_many_matters`, `card_wanted`, `card_waits_already`,
    `range_used_up`.
    """
    with journal.writing() as writer:
        known = writer.state(TICKETS, request.journey)
        if known is not None:
            return known
        date = business_date(writer.now).isoformat()
        lines = _lines(office, request)
        bounded = any(line.daily_capacity is not None for line in lines)
        given = given_by_line(writer, date) if bounded else {}
        for line in lines:
            refuse_when_not_given(line_hours(office, line, given.get(line.letter, 0), writer.now))
        _refuse_second_number(writer, office, date, request)
        return _issue(writer, journal, office, node, request, _Further(times=times))


def check_in(
    journal: Journal, office: Office, node: Node, journey: str, code: str, times: ServiceTimes | None = None
) -> ticket.Ticket:
    """Checks the appointment `code` in and issues its number; the same journey gets the same number again.

    Refusals: `no_such_appointment`, `appointment_used`, `appointment_early`, `appointment_late`, `no_such_line`,
    `office_closed`, `range_used_up`.
    """
    with journal.writing() as writer:
        known = writer.state(TICKETS, journey)
        if known is not None:
            return known
        booked = appointment_by_code(writer, code)
        rules = office.tickets
        arriving = appointment.CheckIn(
            journey, writer.now, rules.appointment_early_minutes, rules.appointment_late_minutes
        )
        facts = appointment.decide(booked, arriving)
        assert booked is not None
        request = NumberRequest(journey, booked.line, ticket.APPOINTMENT, booked.procedure)
        for line in _lines(office, request):
            refuse_when_not_given(line_hours(office, line, 0, writer.now))
        issued = _issue(writer, journal, office, node, request, _Further(booked.id, times))
        writer.append(CITIZEN, facts)
        return issued


def _lines(office: Office, request: NumberRequest) -> list[Line]:
    letters = (request.line, *request.further)
    if len(letters) > office.tickets.most_matters or len(set(letters)) < len(letters):
        raise Refusal(
            "too_many_matters",
            f"Mỗi lượt lấy số chọn tối đa {office.tickets.most_matters} việc.",
            f"One number is good for {office.tickets.most_matters} matters at most.",
        )
    lines = [line_by_letter(office, letter) for letter in letters]
    if None in lines:
        raise Refusal("no_such_line", "Hàng chờ này không còn phục vụ.", "This line is not served any more.")
    return [line for line in lines if line is not None]


def _refuse_second_number(writer: Writer, office: Office, date: str, request: NumberRequest) -> None:
    if not office.tickets.one_number_per_card:
        return
    if request.holder is None:
        raise Refusal(
            "card_wanted",
            "Mời Ông/Bà quét mã QR trên thẻ căn cước để lấy số.",
            "Please scan the QR code on your identity card to take a number.",
        )
    label = waiting_label_of_holder(writer, date, request.holder)
    if label is not None:
        raise Refusal(
            "card_waits_already",
            f"Ông/Bà đang có số {label} chờ gọi. Mỗi thẻ căn cước có một số chờ.",
            f"You hold number {label}, which is waiting. There is one waiting number per identity card.",
        )


@dataclass(frozen=True, slots=True)
class _Further:
    """What else goes into a number: the appointment that is checked in, and the remembered service times."""

    appointment: str | None = None
    times: ServiceTimes | None = None


def _issue(
    writer: Writer, journal: Journal, office: Office, node: Node, request: NumberRequest, further: _Further
) -> ticket.Ticket:
    date, letter = business_date(writer.now).isoformat(), request.line
    model = WaitModel(writer, office, date, writer.now, further.times)
    wait = model.of_newcomer(Newcomer(letter, priority=request.priority is not None))
    number = writer.next_number(
        f"ticket/{date}/{letter}/{node.kiosk_index}",
        lambda last: next_ticket_number(last, node.kiosk_index),
        lambda number: ticket_by_label(writer, date, ticket_label(letter, number)) is not None,
    )
    command = ticket.Issue(
        id=request.journey,
        date=date,
        line=letter,
        number=number,
        label=ticket_label(letter, number),
        token=journal.identities.token(),
        people_ahead=model.waiting_in(letter),
        wait_low=wait.low_minutes if wait else None,
        wait_high=wait.high_minutes if wait else None,
        priority=request.priority,
        procedure=request.procedure,
        further=request.further,
        holder=request.holder,
        appointment=further.appointment,
    )
    return act_within(writer, TICKETS, ticket.decide, request.journey, command, CITIZEN)


def book_appointment(
    journal: Journal, office: Office, actor: str, booking: appointment.Book
) -> appointment.Appointment:
    """Books an appointment. Refusals: `no_such_line`, `appointment_outside_hours`, `already_booked`."""
    line = line_by_letter(office, booking.line)
    if line is None:
        raise Refusal("no_such_line", "Hàng chờ này không còn phục vụ.", "This line is not served any more.")
    if line_hours(office, line, 0, booking.at).giving != "open":
        raise Refusal(
            "appointment_outside_hours",
            "Giờ hẹn nằm ngoài giờ nhận hồ sơ của hàng này.",
            "The appointment lies outside the hours of this line.",
        )
    with journal.writing() as writer:
        return act_within(writer, APPOINTMENTS, appointment.decide, booking.id, booking, actor)
