"""What becomes of numbers that only a closed counter could have called, and of people without a number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from shared.actions.act import act
from shared.actions.call_next import Press
from shared.actions.close_desk import close_desk, refuse_while_serving, release_from_closed
from shared.actions.serve_walk_in import serve_walk_in
from shared.actions.slip_call import call_by_slip
from shared.actions.take_number import NumberRequest, take_number
from shared.clock import SetClock
from shared.domain import desk, ticket
from shared.domain.office import Office
from shared.domain.ticket import Ticket
from shared.failures import Refusal
from shared.journal.journal import Journal
from shared.journal.node import Node
from shared.journal.queue_queries import waiting_by_line
from shared.journal.read_model import DESKS, TICKETS
from tests.actions.test_slip_call import TODAY, press, refused, state


class Counters:
    """Counters 1 and 3 on one journal, and what is done at them."""

    def __init__(self, journal: Journal, office: Office, node: Node, clock: SetClock) -> None:
        self.journal, self.office, self.node, self.clock = journal, office, node, clock

    def open(self, counter: str) -> str:
        subject = f"desk-{counter}"
        act(self.journal, DESKS, desk.decide, subject, desk.Open(subject, counter, ("A", "C")), "staff-1")
        return subject

    def close(self, subject: str) -> tuple[str, ...]:
        return close_desk(self.journal, TODAY, subject, "staff-1")[1]

    def call(self, journey: str, counter: str) -> Ticket:
        self.clock.advance(timedelta(minutes=1))
        label = take_number(self.journal, self.office, self.node, NumberRequest(journey, "A")).label
        return call_by_slip(self.journal, self.office, TODAY, press(counter, journey), label)

    def does(self, subject: str, command: ticket.Command) -> Ticket:
        return act(self.journal, TICKETS, ticket.decide, subject, command, "staff-1")

    def waiting(self) -> dict[str, int]:
        with self.journal.reading() as reader:
            return dict(waiting_by_line(reader, TODAY))


@pytest.fixture
def counters(journal: Journal, office: Office, node: Node, clock: SetClock) -> Counters:
    return Counters(journal, office, node, clock)


def refusing(counters: Counters, counter: str) -> Callable[[], None]:
    def ask() -> None:
        with counters.journal.reading() as reader:
            refuse_while_serving(reader, TODAY, counter)

    return ask


def test_a_number_whose_counter_closed_meanwhile_waits_in_that_counters_line_again(counters: Counters) -> None:
    counters.call("one", "quay-1")
    counters.does("one", ticket.Transfer("quay-1", "C", return_to="quay-1"))
    with counters.journal.writing() as writer:
        sent = writer.state(TICKETS, "one")
        writer.append("staff-3", ticket.decide(sent, ticket.Call("quay-3", "d", "k", "offline")))
    done = counters.does("one", ticket.Finish("quay-3", "s1", closed=("quay-1",)))
    assert (done.state, done.line, done.target_counter, done.returns) == ("waiting", "A", None, ())
    assert len(done.services) == 1
    back = counters.does("one", ticket.Undo("quay-3", "s1"))
    assert (back.state, [each.counter for each in back.returns]) == ("called", ["quay-1"])


def test_closing_a_counter_gives_its_parked_and_awaited_numbers_back_to_their_lines(counters: Counters) -> None:
    opened = counters.open("quay-1")
    counters.call("parked", "quay-1")
    counters.does("parked", ticket.Park("quay-1"))
    counters.call("sent", "quay-3")
    counters.does("sent", ticket.Transfer("quay-3", "A", to_counter="quay-1"))
    assert counters.close(opened) == ("A001", "A002")
    assert counters.waiting() == {"A": 2}
    assert state(counters.journal, "sent").target_counter is None
    assert state(counters.journal, "parked").counter is None


def test_a_counter_is_not_closed_over_somebody_who_is_served(counters: Counters) -> None:
    counters.open("quay-1")
    counters.call("one", "quay-1")
    assert refused(refusing(counters, "quay-1")) == "still_serving"
    counters.does("one", ticket.Finish("quay-1"))
    refusing(counters, "quay-1")()


def test_a_number_sent_to_a_counter_that_had_closed_is_found_by_whoever_serves_its_line(counters: Counters) -> None:
    counters.open("quay-3")
    counters.call("one", "quay-3")
    counters.does("one", ticket.Transfer("quay-3", "A", to_counter="quay-1"))
    assert release_from_closed(counters.journal, TODAY, ("quay-1", "quay-3"), ("A",), "staff-3") == ()
    assert release_from_closed(counters.journal, TODAY, ("quay-3",), ("C",), "staff-3") == ()
    assert release_from_closed(counters.journal, TODAY, ("quay-3",), ("A",), "staff-3") == ("A001",)
    assert release_from_closed(counters.journal, TODAY, ("quay-3",), ("A",), "staff-3") == ()


def test_a_release_that_comes_too_late_changes_nothing(counters: Counters) -> None:
    counters.call("one", "quay-1")
    with counters.journal.writing() as writer:
        facts = ticket.decide(writer.state(TICKETS, "one"), ticket.Release("quay-1"))
        writer.append("staff-1", ticket.decide(writer.state(TICKETS, "one"), ticket.Finish("quay-1")))
        writer.append("staff-1", facts)
    done = state(counters.journal, "one")
    assert (done.state, done.conflicts) == ("done", ())


def test_somebody_without_a_number_gets_one_of_the_counters_own_and_is_served(counters: Counters) -> None:
    serve = lambda: serve_walk_in(counters.journal, counters.office, counters.node, TODAY, walk_in_press(), "A")  # noqa: E731
    served = serve()
    assert (served.label, served.state, served.counter, served.call_why) == ("A9101", "called", "quay-1", "walk_in")
    assert counters.waiting() == {}
    assert refused(serve) == "serving_another"
    counters.clock.advance(timedelta(minutes=4))
    done = counters.does(served.id, ticket.Finish("quay-1"))
    assert [(each.line, each.counter) for each in done.services] == [("A", "quay-1")]
    assert serve().label == "A9102"


def test_a_walk_in_has_a_page_and_can_be_rated_like_everybody_else(counters: Counters) -> None:
    served = serve_walk_in(counters.journal, counters.office, counters.node, TODAY, walk_in_press(), "C")
    assert len(served.token) == 26
    assert served.wait_low is None


def walk_in_press() -> Press:
    return press("quay-1", "walk-in")


def test_a_walk_in_in_a_line_that_is_not_served_is_refused(counters: Counters) -> None:
    with pytest.raises(Refusal):
        serve_walk_in(counters.journal, counters.office, counters.node, TODAY, walk_in_press(), "Z")
