from __future__ import annotations

from datetime import timedelta

from shared.actions.act import act
from shared.actions.call_next import (
    ClaimRule,
    Press,
    call_offline,
    call_parked,
    claim_next,
    release_orphaned_claims,
)
from shared.actions.take_number import NumberRequest, take_number
from shared.clock import SetClock
from shared.domain import ticket
from shared.domain.office import Office
from shared.journal.journal import Journal
from shared.journal.node import Node
from shared.journal.queue_queries import tickets_at
from shared.journal.read_model import TICKETS

from .conftest import MakeJournal

RULE = ClaimRule(bound=2)
TODAY = "2026-11-23"


def press(key: str, counter: str = "quay-1", lines: tuple[str, ...] = ("A", "B")) -> Press:
    return Press(key, counter, f"desk-{counter}", "staff-1", lines)


def issue(
    journal: Journal, office: Office, node: Node, clock: SetClock, line: str = "A", priority: str | None = None
) -> str:
    clock.advance(timedelta(seconds=10))
    identity = journal.identities.subject()
    return take_number(journal, office, node, NumberRequest(identity, line, priority)).label


def call(journal: Journal, key: str, counter: str = "quay-1") -> str | None:
    assert isinstance(journal.clock, SetClock)
    journal.clock.advance(timedelta(seconds=1))
    event = claim_next(journal, RULE, press(key, counter))
    if event is None:
        return None
    with journal.reading() as reader:
        called = reader.state(TICKETS, event.subject)
    assert called is not None
    return called.label


def test_the_oldest_over_the_counters_lines_is_next(
    journal: Journal, office: Office, node: Node, clock: SetClock
) -> None:
    labels = [issue(journal, office, node, clock, line) for line in ("B", "A", "C", "A")]
    assert labels == ["B001", "A001", "C001", "A002"]
    assert [call(journal, f"k{number}") for number in range(4)] == ["B001", "A001", "A002", None]


def test_one_press_repeated_calls_one_ticket(journal: Journal, office: Office, node: Node, clock: SetClock) -> None:
    issue(journal, office, node, clock)
    issue(journal, office, node, clock)
    first = claim_next(journal, RULE, press("k1"))
    again = claim_next(journal, RULE, press("k1"))
    assert first is not None
    assert again == first
    assert call(journal, "k2") == "A002"


def test_priority_goes_first_but_never_more_than_the_bound_in_a_row(
    journal: Journal, office: Office, node: Node, clock: SetClock
) -> None:
    for priority in (None, None, "elderly", "elderly", "elderly", "elderly"):
        issue(journal, office, node, clock, priority=priority)
    called = [call(journal, f"k{number}") for number in range(6)]
    assert called == ["A003", "A004", "A001", "A005", "A006", "A002"]


def test_a_ticket_sent_to_this_counter_comes_before_all(
    journal: Journal, office: Office, node: Node, clock: SetClock
) -> None:
    issue(journal, office, node, clock, priority="elderly")
    issue(journal, office, node, clock, line="C")
    sent = claim_next(journal, RULE, press("k1", "quay-2", ("C",)))
    assert sent is not None
    transfer = ticket.Transfer("quay-2", "A", "quay-1")
    act(journal, TICKETS, ticket.decide, sent.subject, transfer, "staff-2")
    assert call(journal, "k2", "quay-3") == "A001"
    assert call(journal, "k3", "quay-1") == "C001"


def test_a_claim_whose_answer_was_lost_is_put_back_when_the_counter_called_by_itself(
    make_journal: MakeJournal, office: Office, node: Node, clock: SetClock
) -> None:
    kiosk, server, counter = make_journal("kiosk"), make_journal("server"), make_journal("counter")
    events = []
    for number in range(2):
        clock.advance(timedelta(seconds=1))
        with kiosk.writing() as writer:
            command = ticket.Issue(f"t{number}", TODAY, "A", number + 1, f"A00{number + 1}", "T", 0, None, None)
            events += writer.append("citizen", ticket.decide(None, command))
    with server.writing() as writer:
        writer.take_in(events)
    with counter.writing() as writer:
        writer.take_in(events[1:])
    claimed = claim_next(server, RULE, press("k1"))
    assert claimed is not None
    assert claimed.subject == "t0"
    by_itself = call_offline(counter, RULE, press("k1"))
    assert by_itself is not None
    assert by_itself.id == "t1"
    with counter.writing() as writer:
        writer.take_in([events[0], claimed])
    assert release_orphaned_claims(counter, TODAY, "quay-1", "staff-1") == ("A001",)
    with counter.reading() as reader:
        assert [each.label for each in tickets_at(reader, TODAY, "quay-1", "called")] == ["A002"]
    assert release_orphaned_claims(counter, TODAY, "quay-1", "staff-1") == ()


def test_a_parked_ticket_is_called_back_to_its_counter(
    journal: Journal, office: Office, node: Node, clock: SetClock
) -> None:
    issue(journal, office, node, clock)
    event = claim_next(journal, RULE, press("k1"))
    assert event is not None
    act(journal, TICKETS, ticket.decide, event.subject, ticket.Park("quay-1"), "staff-1")
    assert call(journal, "k2") is None
    back = call_parked(journal, press("k3"), event.subject)
    assert back is not None
    assert (back.state, back.calls) == ("called", 2)


def test_an_undone_call_gives_the_ticket_its_place_back(
    journal: Journal, office: Office, node: Node, clock: SetClock
) -> None:
    issue(journal, office, node, clock)
    issue(journal, office, node, clock)
    event = claim_next(journal, RULE, press("k1"))
    assert event is not None
    act(journal, TICKETS, ticket.decide, event.subject, ticket.UndoCall("quay-1"), "staff-1")
    assert call(journal, "k2") == "A001"
