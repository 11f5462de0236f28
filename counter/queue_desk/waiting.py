"""What the desk says of tickets and machines by the office's own names: further matters, priority groups, printers."""

from __future__ import annotations

from collections.abc import Iterable

from counter.queue_desk.situation import Notice, Waiting
from shared.domain.machine import Machine, printer_in_words
from shared.domain.office import Office, line_by_letter
from shared.domain.ticket import Ticket
from shared.failures import Sentence


def line_name(office: Office, letter: str) -> str:
    """The name of a line; its letter when the office has it no more."""
    line = line_by_letter(office, letter)
    return line.name_vi if line else letter


def further_names(office: Office, ticket: Ticket | None) -> tuple[str, ...]:
    """The names of the lines that follow for `ticket`."""
    return tuple(line_name(office, letter) for letter in ticket.further) if ticket else ()


def return_numbers(office: Office, ticket: Ticket | None) -> tuple[str, ...]:
    """The numbers of the counters that `ticket` comes back to, the next one first."""
    numbers = {counter.id: str(counter.number) for counter in office.counters}
    returns = reversed(ticket.returns) if ticket else ()
    return tuple(numbers.get(each.counter, each.counter) for each in returns)


def closed_return(office: Office, ticket: Ticket | None, open_counters: Iterable[str]) -> str:
    """The number of the counter that `ticket` should go back to and that is not open; "" when all is well."""
    if ticket is None or not ticket.returns or ticket.returns[-1].counter in open_counters:
        return ""
    return return_numbers(office, ticket)[0]


def waiting_of(office: Office, tickets: Iterable[Ticket]) -> tuple[Waiting, ...]:
    """Those who wait, as the desk lists them."""
    groups = {group.id: Sentence(group.name_vi, group.name_en) for group in office.priority_groups}
    return tuple(
        Waiting(
            label=each.label,
            since=each.issued_at,
            priority=each.priority,
            group=groups.get(each.priority or ""),
            further=further_names(office, each),
        )
        for each in tickets
    )


def machine_notices(machines: Iterable[Machine]) -> tuple[Notice, ...]:
    """A sentence for each of `machines` with which something is wrong."""
    told = (printer_in_words(machine) for machine in machines)
    return tuple(Notice(vi, en) for vi, en in told if vi)
