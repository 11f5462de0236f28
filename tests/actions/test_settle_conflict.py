"""Conflicts are settled by a fact: they leave the state and the list, on every node, whatever order facts come in."""

from __future__ import annotations

from sqlalchemy import select

from shared.actions.call_next import ClaimRule, call_offline
from shared.actions.settle_conflict import settle_conflict
from shared.actions.take_number import NumberRequest, take_number
from shared.clock import SetClock
from shared.domain.office import Office
from shared.domain.settling import ACCEPTED, Settle
from shared.domain.ticket_slip import SERVES
from shared.journal.journal import Journal
from shared.journal.lead_queries import open_conflicts
from shared.journal.node import Node
from shared.journal.read_model import events_of
from shared.journal.tables import conflict
from tests.actions.test_slip_call import exchange, press, refused, state

from .conftest import MakeJournal

RULE = ClaimRule(2)


def crossed(make: MakeJournal, office: Office, node: Node) -> tuple[Journal, Journal]:
    """Counters 1 and 3, which have both called A001 while they heard nothing of each other."""
    kiosk, one, three = make("kiosk"), make("counter-1"), make("counter-3")
    take_number(kiosk, office, node, NumberRequest("one", "A"))
    exchange(kiosk, one, three)
    assert call_offline(one, RULE, press("quay-1", "k1"))
    assert call_offline(three, RULE, press("quay-3", "k3"))
    exchange(kiosk, one, three)
    return one, three


def listed(journal: Journal) -> list[str]:
    with journal.reading() as reader:
        return list(reader.connection.execute(select(conflict.c.code)).scalars())


def test_what_is_recorded_is_accepted_and_the_conflict_is_gone_everywhere(
    make_journal: MakeJournal, office: Office, node: Node
) -> None:
    one, three = crossed(make_journal, office, node)
    winner = state(one, "one").counter
    assert listed(one) == listed(three) == ["called_twice"]
    settle_conflict(one, "staff-1", Settle("one", "ticket", "called_twice", ACCEPTED))
    exchange(one, three)
    for journal in (one, three):
        assert listed(journal) == []
        assert (state(journal, "one").conflicts, state(journal, "one").counter) == ((), winner)
        with journal.reading() as reader:
            settled = events_of(reader.connection, reader.office, "one")[-1]
        assert (settled.kind, settled.actor) == ("ticket.conflict_settled", "staff-1")
        assert settled.data == {"code": "called_twice", "choice": "accepted"}
    assert refused(lambda: settle_conflict(three, "s", Settle("one", "ticket", "called_twice", ACCEPTED))) == (
        "no_such_conflict"
    )


def test_the_other_counter_can_be_chosen_to_serve(make_journal: MakeJournal, office: Office, node: Node) -> None:
    one, three = crossed(make_journal, office, node)
    loser = "quay-3" if state(one, "one").counter == "quay-1" else "quay-1"
    wrong = Settle("one", "ticket", "called_twice", f"{SERVES}quay-2")
    assert refused(lambda: settle_conflict(one, "staff-1", wrong)) == "no_such_choice"
    settle_conflict(one, "staff-1", Settle("one", "ticket", "called_twice", SERVES + loser))
    exchange(one, three)
    for journal in (one, three):
        found = state(journal, "one")
        assert (found.state, found.counter, found.conflicts) == ("called", loser, ())


def test_two_people_who_settle_the_same_conflict_at_once_do_no_harm(
    make_journal: MakeJournal, office: Office, node: Node
) -> None:
    one, three = crossed(make_journal, office, node)
    for journal in (one, three):
        settle_conflict(journal, "staff-1", Settle("one", "ticket", "called_twice", ACCEPTED))
    exchange(one, three)
    assert state(one, "one") == state(three, "one")
    assert state(one, "one").conflicts == ()


def test_open_conflicts_are_listed_with_what_they_are_about(
    make_journal: MakeJournal, office: Office, node: Node, clock: SetClock
) -> None:
    one, _ = crossed(make_journal, office, node)
    with one.reading() as reader:
        ((prefix, subject, found, each),) = open_conflicts(reader, 10)
    assert (prefix, subject, found, each.code) == ("ticket", "one", state(one, "one"), "called_twice")
