"""Close a counter (đóng quầy), and what becomes of the numbers that only this counter could have called.

Numbers that it had parked, and those that were to come back to it, wait in their line again, where every counter of
the line may call them. The same is done by whoever sees a number waiting for a counter that has closed.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, select

from shared.actions.act import act_within
from shared.domain import desk, ticket
from shared.failures import Refusal
from shared.journal import tables
from shared.journal.journal import Journal, Reader, Writer
from shared.journal.queue_queries import tickets_at
from shared.journal.read_model import DESKS, TICKETS

_AIMED = select(tables.ticket.c.document).where(
    tables.ticket.c.office == bindparam("office"),
    tables.ticket.c.date == bindparam("date"),
    tables.ticket.c.target_counter.is_not(None),
    tables.ticket.c.state == "waiting",
)


def close_desk(journal: Journal, date: str, subject: str, officer: str) -> tuple[desk.Desk, tuple[str, ...]]:
    """Closes the desk `subject`; answers it and the labels that wait in their line again because of that."""
    with journal.writing() as writer:
        closed = act_within(writer, DESKS, desk.decide, subject, desk.Close(), officer)
        at_hand = (tickets_at(writer, date, closed.counter, state) for state in ("called", "parked"))
        aimed = [each for each in _aimed(writer, date) if each.target_counter == closed.counter]
        return closed, _release(writer, closed.counter, [each for some in at_hand for each in some] + aimed, officer)


def refuse_while_serving(reader: Reader, date: str, counter: str) -> None:
    """Refusal `still_serving` while `counter` serves a number: nobody else could say what became of it."""
    served = tickets_at(reader, date, counter, "called")
    if served:
        label = served[-1].label
        raise Refusal(
            "still_serving",
            f"Đang phục vụ số {label}. Hãy hoàn tất (F7), tạm gác (F5) hoặc chuyển (F6) trước khi đóng quầy.",
            f"Ticket {label} is being served. Finish (F7), park (F5) or transfer (F6) it before closing the counter.",
        )


def release_from_closed(
    journal: Journal, date: str, open_counters: Sequence[str], lines: Sequence[str], officer: str
) -> tuple[str, ...]:
    """Puts those of `lines` that wait for a counter which is not open back into their line; answers their labels."""
    with journal.reading() as reader:
        if not _unattended(reader, date, open_counters, lines):
            return ()
    with journal.writing() as writer:
        found = _unattended(writer, date, open_counters, lines)
        for counter in sorted({each.target_counter or "" for each in found}):
            _release(writer, counter, [each for each in found if each.target_counter == counter], officer)
        return tuple(each.label for each in found)


def _aimed(reader: Reader, date: str) -> list[ticket.Ticket]:
    rows = reader.connection.execute(_AIMED, {"office": reader.office, "date": date}).scalars()
    return [TICKETS.state(document) for document in rows]


def _unattended(reader: Reader, date: str, open_counters: Sequence[str], lines: Sequence[str]) -> list[ticket.Ticket]:
    return [each for each in _aimed(reader, date) if each.target_counter not in open_counters and each.line in lines]


def _release(writer: Writer, counter: str, tickets: Sequence[ticket.Ticket], officer: str) -> tuple[str, ...]:
    for each in tickets:
        writer.append(officer, ticket.decide(each, ticket.Release(counter)))
    return tuple(each.label for each in tickets)
