"""Facts to write, and what is asked of a journal again and again."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from shared.domain import ticket
from shared.domain.fact import Fact
from shared.journal import tables
from shared.journal.event import Event
from shared.journal.journal import Journal, PersonalRecord
from shared.journal.read_model import TICKETS
from shared.journal.verify import verify


def issued(subject: str, number: int = 1) -> Fact:
    """A ticket."""
    command = ticket.Issue(
        id=subject,
        date="2026-11-23",
        line="A",
        number=number,
        label=f"A{number:03}",
        token=f"TOKEN{subject}",
        people_ahead=0,
        wait_low=None,
        wait_high=None,
    )
    return ticket.decide(None, command)[0]


def called(subject: str, counter: str = "1") -> Fact:
    """Its call, decided offline."""
    data = {"counter": counter, "desk": f"d{counter}", "key": f"k{counter}", "mode": "offline"}
    return Fact(subject, "ticket.called", data)


def append(journal: Journal, *facts: Fact) -> list[Event]:
    """Writes in a transaction of their own."""
    with journal.writing() as writer:
        return writer.append("citizen", facts)


def take_in(journal: Journal, events: Sequence[Event], personal: Sequence[PersonalRecord] = ()) -> list[Event]:
    """Takes in in a transaction of its own; answers what was new."""
    with journal.writing() as writer:
        return writer.take_in(events, personal)


def state_of(journal: Journal, subject: str) -> ticket.Ticket | None:
    """The ticket as it stands."""
    with journal.reading() as reader:
        return reader.state(TICKETS, subject)


def cursors(journal: Journal, after: int = 0) -> list[int]:
    """The cursors there are, in order."""
    event = tables.event
    query = select(event.c.cursor).where(event.c.office == journal.office, event.c.cursor > after)
    with journal.reading() as reader:
        return list(reader.connection.execute(query.order_by(event.c.cursor)).scalars())


def findings(journal: Journal, *whole_logs_of: str) -> list[str]:
    """What a check finds, by code; the own log and those of `whole_logs_of` must be complete."""
    with journal.reading() as reader:
        devices = frozenset({journal.device, *whole_logs_of})
        return [finding.code for finding in verify(reader.connection, journal.office, devices).findings]
