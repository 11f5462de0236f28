"""`appointment`: books appointments, lists them, cancels one. A code names nobody: who holds it knows it."""

from __future__ import annotations

import argparse
import secrets
from collections.abc import Callable, Set
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from server.commands.options import add_command, add_office, opened_office
from shared.actions.take_number import book_appointment
from shared.clock import HO_CHI_MINH, business_date, local, midnight
from shared.domain.appointment import Appointment, Book, Cancel, appointment_code, decide
from shared.domain.office import Office, procedure_on
from shared.failures import Refusal
from shared.journal.appointment_queries import appointment_by_code, appointments_between
from shared.journal.journal import Journal, Reader
from shared.journal.read_model import milliseconds

if TYPE_CHECKING:
    from server.commands.options import Subcommands

ADMINISTRATOR = "administrator"
"""The actor of what is booked and cancelled on the command line."""

FARTHEST = timedelta(days=60)
"""How far ahead an appointment may be; no two within that time have the same code."""

_MOST_AT_ONCE = 100
_CODES = 1_000_000


def add_to(commands: Subcommands) -> None:
    """Adds the command."""
    command = add_command(commands, "appointment", "đặt, xem, hủy lịch hẹn / book, list or cancel appointments", run)
    add_office(command)
    deed = command.add_mutually_exclusive_group(required=True)
    deed.add_argument("--line", metavar="LETTER", help="hàng chờ muốn đặt / the line to book in")
    deed.add_argument("--list", action="store_true", help="mã, giờ, hàng, tình trạng / code, time, line, state")
    deed.add_argument("--cancel", metavar="CODE", help="hủy một lịch hẹn / cancel one")
    command.add_argument(
        "--at", type=_instant, metavar="'YYYY-MM-DD HH:MM'", help="giờ hẹn tại Việt Nam / when, in Viet Nam"
    )
    command.add_argument("--procedure", metavar="CODE", help="mã thủ tục / code of the procedure")
    command.add_argument("--count", type=_count, default=1, help="số lịch hẹn cùng giờ / so many at the same time (1)")
    command.add_argument("--date", type=date.fromisoformat, help="chỉ ngày này / with --list: of this date only")
    command.set_defaults(wrong_usage=command.error)


def run(chosen: argparse.Namespace) -> int:
    """Books, lists or cancels; prints the codes."""
    if chosen.line is not None and chosen.at is None:
        chosen.wrong_usage("--line cần thêm --at / --line needs --at")
    with opened_office(chosen) as (offices, name):
        journal = offices.journal(name)
        with journal.reading() as reader:
            office = offices.reference(name).read(reader.connection)
        if chosen.list:
            _list(journal, chosen.date)
        elif chosen.cancel is not None:
            _cancel(journal, chosen.cancel)
        else:
            _book(journal, office, chosen)
    return 0


def new_codes(count: int, taken: Set[str], below: Callable[[int], int] = secrets.randbelow) -> tuple[str, ...]:
    """`count` codes ("LH" and six digits) that are not `taken`; `below` answers a random number below another."""
    found: dict[str, None] = {}
    while len(found) < count:
        code = f"LH{below(_CODES):06d}"
        if code not in taken:
            found[code] = None
    return tuple(found)


def _book(journal: Journal, office: Office, chosen: argparse.Namespace) -> None:
    """Books and prints a code a line."""
    _refuse_out_of_reach(journal.now(), chosen.at)
    if chosen.procedure is not None and procedure_on(office, chosen.procedure, local(chosen.at).date()) is None:
        raise Refusal(
            "no_such_procedure",
            f"Đơn vị không có thủ tục {chosen.procedure} vào ngày đó.",
            f"The office has no procedure {chosen.procedure} on that day.",
        )
    with journal.reading() as reader:
        taken = frozenset(each.code for each in _coming(reader, journal.now()))
    for code in new_codes(chosen.count, taken):
        booking = Book(journal.identities.subject(), code, chosen.line.upper(), chosen.at, chosen.procedure)
        print(book_appointment(journal, office, ADMINISTRATOR, booking).code)


def _list(journal: Journal, day: date | None) -> None:
    """Prints an appointment a line, earliest first: those of `day`, or all from today on."""
    with journal.reading() as reader:
        found = _coming(reader, journal.now()) if day is None else _between(reader, day, day + timedelta(days=1))
    for each in found:
        print("\t".join((each.code, f"{local(each.at):%Y-%m-%d %H:%M}", each.line, each.state)))


def _cancel(journal: Journal, typed: str) -> None:
    """Cancels one and prints its code."""
    with journal.writing() as writer:
        booked = appointment_by_code(writer, appointment_code(typed) or "")
        if booked is None:
            raise Refusal(
                "no_such_appointment", f"Không có lịch hẹn {typed}.", f"There is no appointment with the code {typed}."
            )
        writer.append(ADMINISTRATOR, decide(booked, Cancel()))
    print(booked.code)


def _refuse_out_of_reach(now: datetime, at: datetime) -> None:
    if at <= now:
        raise Refusal("appointment_past", "Giờ hẹn đã qua.", "That time has passed.")
    if at > now + FARTHEST:
        raise Refusal(
            "appointment_too_far",
            f"Chỉ đặt lịch hẹn trước tối đa {FARTHEST.days} ngày.",
            f"Appointments are booked {FARTHEST.days} days ahead at most.",
        )


def _coming(reader: Reader, now: datetime) -> tuple[Appointment, ...]:
    today = business_date(now)
    return _between(reader, today, today + FARTHEST + timedelta(days=1))


def _between(reader: Reader, first: date, end: date) -> tuple[Appointment, ...]:
    begins, ends = (milliseconds(midnight(day)) for day in (first, end))
    return appointments_between(reader, begins, ends)


def _instant(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=HO_CHI_MINH)


def _count(text: str) -> int:
    count = int(text)
    if not 1 <= count <= _MOST_AT_ONCE:
        raise ValueError(text)
    return count
