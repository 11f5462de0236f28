"""Serve somebody who stands here without a number (khách chưa lấy số): a number of the counter's own, called at once.

The number comes from the counter's own range, so that nobody takes it for a kiosk's; board, telephone page and rating
work with it as with every other. No slip is needed: the person is being served already.
"""

from __future__ import annotations

from shared.actions.act import act_within
from shared.actions.call_next import Press
from shared.domain import ticket
from shared.domain.numbering import next_walk_in_number, ticket_label
from shared.domain.office import Office, line_by_letter
from shared.failures import Refusal
from shared.journal.journal import Journal
from shared.journal.node import Node
from shared.journal.queue_queries import ticket_by_label, tickets_at
from shared.journal.read_model import TICKETS


def serve_walk_in(journal: Journal, office: Office, node: Node, date: str, press: Press, line: str) -> ticket.Ticket:
    """Issues a number in `line` and calls it to the counter of `press`.

    Refusals `no_such_line`, `serving_another`, `range_used_up`.
    """
    if line_by_letter(office, line) is None:
        raise Refusal("no_such_line", "Hàng chờ này không còn phục vụ.", "This line is not served any more.")
    with journal.writing() as writer:
        served = tickets_at(writer, date, press.counter, "called")
        if served:
            raise Refusal(
                "serving_another",
                f"Đang phục vụ số {served[-1].label}. Hãy hoàn tất hoặc tạm gác số này trước.",
                f"Ticket {served[-1].label} is being served. Finish or park it first.",
            )
        number = writer.next_number(
            f"walk_in/{date}/{line}/{node.index}",
            lambda last: next_walk_in_number(last, node.index),
            lambda number: ticket_by_label(writer, date, ticket_label(line, number)) is not None,
        )
        subject = journal.identities.subject()
        command = ticket.Issue(
            id=subject,
            date=date,
            line=line,
            number=number,
            label=ticket_label(line, number),
            token=journal.identities.token(),
            people_ahead=0,
            wait_low=None,
            wait_high=None,
        )
        act_within(writer, TICKETS, ticket.decide, subject, command, press.officer)
        call = ticket.Call(press.counter, press.desk, press.key, "offline", ticket.WALK_IN)
        return act_within(writer, TICKETS, ticket.decide, subject, call, press.officer)
