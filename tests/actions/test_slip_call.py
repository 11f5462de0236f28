"""A number read off a slip: on two journals that hear of each other late."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from shared.actions.act import act
from shared.actions.call_next import Press
from shared.actions.slip_call import call_by_slip, match_slips
from shared.actions.take_number import NumberRequest, take_number
from shared.clock import SetClock
from shared.domain import ticket
from shared.domain.office import Office
from shared.domain.ticket import Ticket
from shared.domain.ticket_slip import stand_in_id
from shared.failures import Refusal
from shared.journal.event import Event, read_event
from shared.journal.journal import Journal
from shared.journal.node import Node
from shared.journal.queue_queries import tickets_at, waiting_by_line
from shared.journal.read_model import TICKETS, events_of
from shared.journal.tables import event

from .conftest import MakeJournal

TODAY = "2026-11-23"


def press(counter: str = "quay-1", key: str = "k1") -> Press:
    return Press(key, counter, f"desk-{counter}", "staff-1", ("A", "C"))


def exchange(*journals: Journal) -> None:
    """Every journal gets what the others have written."""
    written: list[Event] = []
    for journal in journals:
        with journal.reading() as reader:
            rows = reader.connection.execute(event.select().where(event.c.device == journal.device))
            written += [read_event(bytes(row.body)) for row in rows]
    for journal in journals:
        with journal.writing() as writer:
            writer.take_in(sorted(written, key=lambda each: each.lamport))


def state(journal: Journal, subject: str) -> Ticket:
    with journal.reading() as reader:
        found = reader.state(TICKETS, subject)
    assert found is not None
    return found


def refused(work: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as refusal:
        work()
    return refusal.value.code


class Hall:
    """A kiosk and two counters that hear of each other only when they exchange."""

    def __init__(self, make: MakeJournal, office: Office, node: Node, clock: SetClock) -> None:
        self.kiosk, self.one, self.three = make("kiosk"), make("counter-1"), make("counter-3")
        self.office, self.node, self.clock = office, node, clock

    def take(self, journey: str, *further: str) -> Ticket:
        self.clock.advance(timedelta(minutes=1))
        return take_number(self.kiosk, self.office, self.node, NumberRequest(journey, "A", further=further))

    def call(self, journal: Journal, slip: str, counter: str = "quay-1", *, sure: bool = True) -> Ticket:
        self.clock.advance(timedelta(minutes=1))
        return call_by_slip(journal, self.office, TODAY, press(counter), slip, sure=sure)

    def does(self, journal: Journal, subject: str, command: ticket.Command) -> Ticket:
        self.clock.advance(timedelta(minutes=5))
        return act(journal, TICKETS, ticket.decide, subject, command, "staff-1")

    def match(self, journal: Journal, counter: str = "quay-1") -> tuple[str, ...]:
        return match_slips(journal, TODAY, counter, "staff-1")


@pytest.fixture
def hall(make_journal: MakeJournal, office: Office, node: Node, clock: SetClock) -> Hall:
    return Hall(make_journal, office, node, clock)


def test_a_known_number_is_called_out_of_its_turn_and_the_journal_says_why(hall: Hall) -> None:
    hall.take("one")
    hall.take("two")
    exchange(hall.kiosk, hall.one)
    called = hall.call(hall.one, "a 2", sure=False)
    assert (called.id, called.state, called.call_why) == ("two", "called", "slip")
    with hall.one.reading() as reader:
        assert events_of(reader.connection, reader.office, "two")[-1].data["why"] == "slip"


def test_the_qr_code_of_a_slip_calls_its_number(hall: Hall) -> None:
    token = hall.take("one").token
    assert refused(lambda: hall.call(hall.one, f"https://mau.example/t/{token}")) == "token_unknown"
    exchange(hall.kiosk, hall.one)
    assert hall.call(hall.one, f"https://mau.example/t/{token}").id == "one"


@pytest.mark.parametrize("typed", ["", "12", "AA12", "A0", "A-12"])
def test_what_is_no_label_is_refused_in_words(hall: Hall, typed: str) -> None:
    assert refused(lambda: hall.call(hall.one, typed)) == "ticket_label_unreadable"


def test_an_unknown_number_is_called_only_when_the_officer_is_sure(hall: Hall) -> None:
    assert refused(lambda: hall.call(hall.one, "A001", sure=False)) == "slip_unknown"
    assert refused(lambda: hall.call(hall.one, "Z001")) == "no_such_line"
    assert hall.call(hall.one, "A001").label == "A001"


def test_the_ticket_takes_over_what_was_done_to_its_stand_in(hall: Hall) -> None:
    hall.take("one")
    stand_in = hall.call(hall.one, "A001")
    done = hall.does(hall.one, stand_in.id, ticket.Finish("quay-1"))
    exchange(hall.kiosk, hall.one)
    assert hall.match(hall.one) == ("A001",)
    exchange(hall.kiosk, hall.one, hall.three)
    for journal in (hall.kiosk, hall.one, hall.three):
        real = state(journal, "one")
        assert (real.state, real.counter, real.services, real.called_at) == (
            "done",
            "quay-1",
            done.services,
            done.called_at,
        )
        assert real.conflicts == ()
        assert state(journal, stand_in.id).services == ()
        with journal.reading() as reader:
            assert waiting_by_line(reader, TODAY) == {}
    assert hall.match(hall.one) == ()


def test_the_service_goes_on_under_the_tickets_own_name(hall: Hall) -> None:
    hall.take("one")
    hall.call(hall.one, "A001")
    exchange(hall.kiosk, hall.one)
    hall.match(hall.one)
    with hall.one.reading() as reader:
        assert [each.id for each in tickets_at(reader, TODAY, "quay-1", "called")] == ["one"]
    assert hall.does(hall.one, "one", ticket.Finish("quay-1")).state == "done"


def test_a_visit_with_further_matters_goes_on_to_its_next_line(hall: Hall) -> None:
    hall.take("one", "C")
    stand_in = hall.call(hall.one, "A001")
    hall.does(hall.one, stand_in.id, ticket.Finish("quay-1"))
    exchange(hall.kiosk, hall.one)
    hall.match(hall.one)
    real = state(hall.one, "one")
    assert (real.state, real.line, real.further, len(real.services)) == ("waiting", "C", (), 1)


def test_a_ticket_that_another_counter_serves_keeps_it_and_both_see_the_conflict(hall: Hall) -> None:
    hall.take("one")
    exchange(hall.kiosk, hall.three)
    hall.call(hall.three, "A001", "quay-3")
    hall.call(hall.one, "A001")
    exchange(hall.kiosk, hall.one, hall.three)
    hall.match(hall.one)
    exchange(hall.one, hall.three)
    for journal in (hall.one, hall.three):
        real = state(journal, "one")
        assert (real.state, real.counter) == ("called", "quay-3")
        assert [(each.code, each.parties) for each in real.conflicts] == [("called_twice", ("quay-1", "quay-3"))]


def test_whoever_was_called_in_vain_elsewhere_was_served_here(hall: Hall) -> None:
    hall.take("one")
    exchange(hall.kiosk, hall.three)
    hall.call(hall.three, "A001", "quay-3")
    rule = hall.office.no_show
    hall.does(hall.three, "one", ticket.Recall("quay-3"))
    hall.does(hall.three, "one", ticket.MarkAbsent("quay-3", hall.clock.now() + timedelta(minutes=9), rule))
    stand_in = hall.call(hall.one, "A001")
    hall.does(hall.one, stand_in.id, ticket.Finish("quay-1"))
    exchange(hall.kiosk, hall.one, hall.three)
    hall.match(hall.one)
    real = state(hall.one, "one")
    assert (real.state, real.counter, real.conflicts) == ("done", "quay-1", ())


def test_two_counters_that_read_the_same_slip_mean_the_same_person(hall: Hall) -> None:
    hall.take("one")
    first, second = hall.call(hall.one, "A001"), hall.call(hall.three, "A001", "quay-3")
    assert first.id == second.id == stand_in_id(TODAY, "A001")
    exchange(hall.one, hall.three)
    found = state(hall.one, first.id)
    assert found == state(hall.three, first.id)
    assert [each.code for each in found.conflicts] == ["called_twice"]


def test_a_call_that_was_taken_back_leaves_nobody_waiting(hall: Hall) -> None:
    stand_in = hall.call(hall.one, "A145")
    hall.does(hall.one, stand_in.id, ticket.UndoCall("quay-1"))
    with hall.one.reading() as reader:
        assert waiting_by_line(reader, TODAY) == {}
    assert hall.call(hall.one, "A145").state == "called"


def test_a_ticket_issued_after_the_slip_was_read_is_another_one(hall: Hall) -> None:
    stand_in = hall.call(hall.one, "A001")
    hall.does(hall.one, stand_in.id, ticket.Finish("quay-1"))
    hall.clock.advance(timedelta(minutes=20))
    late = hall.take("late")
    assert late.label == "A001"
    exchange(hall.kiosk, hall.one)
    assert hall.match(hall.one) == ()
    assert state(hall.one, "late").state == "waiting"


def test_somebody_marked_absent_who_comes_after_all_is_called_by_the_slip(hall: Hall) -> None:
    hall.take("one")
    exchange(hall.kiosk, hall.one)
    hall.call(hall.one, "A001")
    hall.does(hall.one, "one", ticket.Recall("quay-1"))
    rule = hall.office.no_show
    hall.does(hall.one, "one", ticket.MarkAbsent("quay-1", hall.clock.now() + timedelta(minutes=9), rule))
    again = hall.call(hall.one, "A001")
    assert (again.state, again.calls, again.ended_at) == ("called", 3, None)
