from __future__ import annotations

from datetime import timedelta

import pytest

from shared.actions.act import act
from shared.actions.call_next import ClaimRule, Press, call_offline, next_ticket
from shared.actions.take_back import take_back
from shared.clock import SetClock
from shared.domain import ticket
from shared.failures import Refusal
from shared.journal.event import Event
from shared.journal.journal import Journal
from shared.journal.read_model import TICKETS, events_of

from .conftest import MakeJournal

TODAY = "2026-11-23"
RULE = ClaimRule(bound=2)


def press(counter: str) -> Press:
    return Press(f"key-{counter}", counter, f"desk-{counter}", "staff-1", ("A", "B"))


def issued(journal: Journal, clock: SetClock, number: int) -> list[Event]:
    clock.advance(timedelta(seconds=10))
    command = ticket.Issue(f"t{number}", TODAY, "A", number, f"A00{number}", "T", 0, None, None)
    with journal.writing() as writer:
        return list(writer.append("citizen", ticket.decide(None, command)))


def state_of(journal: Journal, subject: str) -> ticket.Ticket:
    with journal.reading() as reader:
        state = reader.state(TICKETS, subject)
    assert state is not None
    return state


def history_of(journal: Journal) -> list[Event]:
    with journal.reading() as reader:
        return events_of(reader.connection, reader.office, "t1")


def refused(journal: Journal, counter: str, step: str) -> str:
    with pytest.raises(Refusal) as refusal:
        take_back(journal, counter, "staff-1", "t1", step)
    return refusal.value.code


def test_a_step_is_taken_back_while_nobody_else_is_served(make_journal: MakeJournal, clock: SetClock) -> None:
    journal = make_journal("counter")
    issued(journal, clock, 1)
    issued(journal, clock, 2)
    call_offline(journal, RULE, press("quay-1"))
    called = state_of(journal, "t1")
    act(journal, TICKETS, ticket.decide, "t1", ticket.Finish("quay-1", "s1"), "staff-1")
    call_offline(journal, RULE, press("quay-1"))
    assert refused(journal, "quay-1", "s1") == "serving_another"
    act(journal, TICKETS, ticket.decide, "t2", ticket.Park("quay-1", "s2"), "staff-1")
    take_back(journal, "quay-1", "staff-1", "t1", "s1")
    assert state_of(journal, "t1") == called
    assert refused(journal, "quay-1", "s1") == "followed"


def test_a_ticket_that_comes_back_is_next_there_before_priority(make_journal: MakeJournal, clock: SetClock) -> None:
    journal = make_journal("counter")
    issued(journal, clock, 1)
    call_offline(journal, RULE, press("quay-1"))
    sent = ticket.Transfer("quay-1", "B", return_to="quay-1", step="s1")
    act(journal, TICKETS, ticket.decide, "t1", sent, "staff-1")
    call_offline(journal, RULE, press("quay-2"))
    with journal.writing() as writer:
        first = ticket.Issue("elder", TODAY, "A", 9, "A009", "T", 0, None, None, "elderly")
        writer.append("citizen", ticket.decide(None, first))
    act(journal, TICKETS, ticket.decide, "t1", ticket.Finish("quay-2", "s2"), "staff-2")
    with journal.reading() as reader:
        here = next_ticket(reader, RULE, TODAY, press("quay-1"))
        there = next_ticket(reader, RULE, TODAY, press("quay-2"))
    assert here is not None
    assert (here.ticket.id, here.why) == ("t1", "transferred")
    assert there is not None
    assert there.ticket.id == "elder"


@pytest.mark.parametrize("calling_first", [True, False])
def test_nodes_that_hear_of_a_call_and_an_undoing_in_any_order_agree(
    make_journal: MakeJournal, clock: SetClock, *, calling_first: bool
) -> None:
    one, two, server = make_journal("counter-1"), make_journal("counter-2"), make_journal("server")
    issued(one, clock, 1)
    call_offline(one, RULE, press("quay-1"))
    act(one, TICKETS, ticket.decide, "t1", ticket.Transfer("quay-1", "B", step="s1"), "staff-1")
    both_know = history_of(one)
    for other in (two, server):
        with other.writing() as writer:
            writer.take_in(both_know)
    call_offline(two, RULE, press("quay-2"))
    take_back(one, "quay-1", "staff-1", "t1", "s1")
    called, undone = history_of(two)[-1], history_of(one)[-1]
    for event in (called, undone) if calling_first else (undone, called):
        with server.writing() as writer:
            writer.take_in([event])
    with one.writing() as writer:
        writer.take_in([called])
    with two.writing() as writer:
        writer.take_in([undone])
    states = [state_of(journal, "t1") for journal in (one, two, server)]
    assert states[0] == states[1] == states[2]
    assert states[0].state == "called"
    assert [each.parties for each in states[0].conflicts] == [("quay-1", "quay-2")]
