"""Take the last step at a counter back (hoàn tác): the number is served there again, unless somebody else is."""

from __future__ import annotations

from shared.domain import ticket
from shared.failures import Refusal
from shared.journal.journal import Journal
from shared.journal.queue_queries import tickets_at
from shared.journal.read_model import TICKETS


def take_back(journal: Journal, counter: str, officer: str, ticket_id: str, step: str) -> None:
    """Undoes the step named `step` of a ticket. Refusals `no_such_ticket`, `followed`, `serving_another`."""
    with journal.writing() as writer:
        state = writer.state(TICKETS, ticket_id)
        facts = ticket.decide(state, ticket.Undo(counter, step))
        if state is not None and (others := tickets_at(writer, state.date, counter, "called")):
            label = others[-1].label
            raise Refusal(
                "serving_another",
                f"Đang phục vụ số {label}. Hãy hoàn tất hoặc tạm gác số này trước khi hoàn tác.",
                f"Ticket {label} is being served. Finish or park it before undoing.",
            )
        writer.append(officer, facts)
