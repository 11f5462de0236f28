"""Call the number on a slip (gọi theo số trên phiếu), known to this machine or not; see `shared.domain.ticket_slip`."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from shared.actions.act import act_within
from shared.actions.call_next import Press
from shared.domain import ticket, ticket_slip
from shared.domain.numbering import parse_ticket_label, ticket_label
from shared.domain.office import Office, line_by_letter
from shared.failures import Refusal
from shared.journal import tables
from shared.journal.journal import Journal, Reader, Writer
from shared.journal.queue_queries import ticket_by_token
from shared.journal.read_model import TICKETS

_OF_LABEL = (
    select(tables.ticket.c.document)
    .where(
        tables.ticket.c.office == bindparam("office"),
        tables.ticket.c.date == bindparam("date"),
        tables.ticket.c.label == bindparam("label"),
    )
    .order_by(tables.ticket.c.issued_at, tables.ticket.c.subject)
)
_STAND_INS = select(tables.ticket.c.document).where(
    tables.ticket.c.office == bindparam("office"),
    tables.ticket.c.token >= bindparam("first"),
    tables.ticket.c.token < bindparam("behind"),
)


def call_by_slip(
    journal: Journal, office: Office, date: str, press: Press, slip: str, *, sure: bool = False
) -> ticket.Ticket:
    """Calls the number typed as `slip` ("A045"), or scanned (an address that ends in the ticket's token).

    A number that this machine does not know is called only when the officer is `sure` of having read it right.
    Refusals `ticket_label_unreadable`, `no_such_line`, `slip_unknown`, `token_unknown`, `not_waiting`,
    `for_another_counter`.
    """
    with journal.writing() as writer:
        chosen = _known(writer, date, slip)
        if chosen is None:
            chosen = _stand_in(writer, office, date, press, slip, sure=sure)
        command = ticket.Call(press.counter, press.desk, press.key, "offline", ticket_slip.WHY)
        return act_within(writer, TICKETS, ticket.decide, chosen.id, command, press.officer)


def match_slips(journal: Journal, date: str, counter: str, officer: str) -> tuple[str, ...]:
    """Gives the tickets that have arrived what was done to their stand-ins of `counter`; answers their labels."""
    with journal.reading() as reader:
        pairs = _arrived(reader, date, counter)
    if not pairs:
        return ()
    with journal.writing() as writer:
        for stand_in, real in _arrived(writer, date, counter):
            writer.append(officer, ticket_slip.match(stand_in, real))
    return tuple(real.label for _, real in pairs)


def _known(reader: Reader, date: str, slip: str) -> ticket.Ticket | None:
    typed = slip.strip()
    if "/" in typed:
        token = typed.rstrip("/").rpartition("/")[2].upper()
        found = ticket_by_token(reader, token) if token.isascii() else None
        if found is None or found.date != date:
            raise Refusal(
                "token_unknown",
                "Máy này chưa biết phiếu này. Xin gõ số in trên phiếu, ví dụ A045.",
                "This machine does not know the slip yet. Please type the number printed on it, for example A045.",
            )
        return found
    found_by_label = _of_label(reader, date, ticket_label(*parse_ticket_label(typed)))
    return next((each for each in found_by_label if each.read_at is None), None)


def _stand_in(writer: Writer, office: Office, date: str, press: Press, slip: str, *, sure: bool) -> ticket.Ticket:
    letter, number = parse_ticket_label(slip)
    label = ticket_label(letter, number)
    if line_by_letter(office, letter) is None:
        raise Refusal(
            "no_such_line", f"Không có hàng chờ nào mang chữ {letter}.", f"There is no line with the letter {letter}."
        )
    if not sure:
        raise Refusal(
            "slip_unknown",
            f"Máy này chưa biết số {label}. Nếu đúng là số trên phiếu, nhấn Enter lần nữa để gọi.",
            f"This machine does not know {label} yet. If it is what the slip says, press Enter again to call it.",
        )
    subject = ticket_slip.stand_in_id(date, label)
    command = ticket_slip.ReadOff(date, letter, number, label, press.counter)
    return act_within(writer, TICKETS, ticket_slip.read_off, subject, command, press.officer)


def _of_label(reader: Reader, date: str, label: str) -> list[ticket.Ticket]:
    values = {"office": reader.office, "date": date, "label": label}
    return [TICKETS.state(document) for document in reader.connection.execute(_OF_LABEL, values).scalars()]


def _arrived(reader: Reader, date: str, counter: str) -> list[tuple[ticket.Ticket, ticket.Ticket]]:
    """The stand-ins that `counter` read and that stand in for a ticket which is here now, each with its ticket."""
    first = ticket_slip.stand_in_token(date, "")
    values = {"office": reader.office, "first": first, "behind": f"{first}~"}
    stand_ins = [TICKETS.state(document) for document in reader.connection.execute(_STAND_INS, values).scalars()]
    return [
        (stand_in, real)
        for stand_in in stand_ins
        if stand_in.slip is None and stand_in.read_at == counter
        for real in _of_label(reader, date, stand_in.label)
        if real.read_at is None and ticket_slip.match(stand_in, real)
    ]
