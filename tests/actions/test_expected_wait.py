"""What the office knows goes into the expected wait: desks, pauses, the hours, priority, services measured."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from shared.actions.act import act
from shared.actions.expected_wait import WaitModel
from shared.actions.take_number import NumberRequest, take_number
from shared.clock import HO_CHI_MINH, SetClock, business_date
from shared.domain import desk
from shared.domain.fact import Fact
from shared.domain.office import Office
from shared.domain.waiting_time import WaitingTicket, WaitRange
from shared.journal.journal import Journal
from shared.journal.node import Node
from shared.journal.read_model import DESKS


class Morning:
    """An office whose counters open, pause and serve."""

    def __init__(self, journal: Journal, office: Office, node: Node, clock: SetClock) -> None:
        self.journal, self.office, self.node, self.clock = journal, office, node, clock
        self.people = 0

    def at(self, hour: int, minute: int = 0, day: int = 23) -> None:
        """Moves the clock."""
        self.clock.set(datetime(2026, 11, day, hour, minute, tzinfo=HO_CHI_MINH))

    def open(self, counter: str, *lines: str) -> None:
        """Somebody sits down at `counter`."""
        self._at_desk(counter, desk.Open(f"desk-{counter}", counter, lines))

    def pause(self, counter: str) -> None:
        """Somebody gets up for a while."""
        self._at_desk(counter, desk.Pause())

    def arrive(self, line: str, *, priority: str | None = None, count: int = 1) -> str:
        """People take numbers; answers the last ticket's id."""
        for _ in range(count):
            self.people += 1
            take_number(self.journal, self.office, self.node, NumberRequest(f"t{self.people}", line, priority))
        return f"t{self.people}"

    def serve(self, subject: str, counter: str, minutes: float) -> None:
        """Calls the ticket and serves it."""
        call = {"counter": counter, "desk": f"desk-{counter}", "key": subject, "mode": "offline"}
        self._write(Fact(subject, "ticket.called", call))
        self.clock.advance(timedelta(minutes=minutes))
        self._write(Fact(subject, "ticket.done", {"counter": counter}))

    def transfer(self, subject: str, counter: str, to_line: str, to_counter: str) -> None:
        """Calls the ticket and sends it on at once."""
        call = {"counter": counter, "desk": f"desk-{counter}", "key": subject, "mode": "offline"}
        self._write(Fact(subject, "ticket.called", call))
        self._write(
            Fact(subject, "ticket.transferred", {"counter": counter, "line": to_line, "to_counter": to_counter})
        )

    def model(self) -> WaitModel:
        """What is known now."""
        now = self.clock.now()
        with self.journal.reading() as reader:
            return WaitModel(reader, self.office, business_date(now).isoformat(), now)

    def wait(self, line: str) -> WaitRange:
        """The wait of an ordinary newcomer."""
        wait = self.model().of_line(line)
        assert wait is not None
        return wait

    def _at_desk(self, counter: str, command: desk.Command) -> None:
        act(self.journal, DESKS, desk.decide, f"desk-{counter}", command, "staff-1")

    def _write(self, *facts: Fact) -> None:
        with self.journal.writing() as writer:
            writer.append("staff-1", facts)


@pytest.fixture
def morning(journal: Journal, office: Office, node: Node, clock: SetClock) -> Morning:
    return Morning(journal, office, node, clock)


def test_while_the_office_serves_only_a_counter_that_somebody_sits_at_counts(morning: Morning) -> None:
    assert morning.model().of_line("A") is None
    morning.open("quay-1", "A", "C")
    model = morning.model()
    assert model.of_line("A") == WaitRange(0, 5)
    assert model.of_line("B") is None


def test_before_the_doors_open_the_wait_counts_from_the_opening(morning: Morning) -> None:
    morning.at(7, 5)
    assert morning.model().counters == []
    assert morning.wait("B") == WaitRange(25, 30)
    morning.arrive("B", count=2)
    assert morning.wait("B").low_minutes > 30


def test_over_lunch_the_counters_that_paused_are_expected_back(morning: Morning) -> None:
    morning.open("quay-1", "A", "C")
    morning.at(11, 29)
    morning.pause("quay-1")
    morning.at(13, 10)
    model = morning.model()
    assert model.of_line("A") == WaitRange(20, 25)
    assert model.of_line("B") is None


def test_a_wait_that_reaches_over_noon_is_told_with_the_pause(morning: Morning) -> None:
    morning.open("quay-1", "A", "C")
    morning.at(10, 30)
    morning.arrive("C", count=12)
    wait = morning.wait("C")
    assert wait.low_minutes >= 180
    assert wait.high_minutes <= 310


def test_a_paused_counter_is_awaited_but_not_called_open(morning: Morning) -> None:
    morning.open("quay-2", "B", "E")
    morning.at(8, 30)
    morning.pause("quay-2")
    morning.at(8, 40)
    model = morning.model()
    assert model.counters == []
    wait = model.of_line("B")
    assert wait is not None
    assert (wait.low_minutes, wait.high_minutes) == (0, 25)


def test_a_ticket_sent_to_another_counter_is_waited_for_there(morning: Morning) -> None:
    morning.open("quay-1", "A", "C")
    morning.open("quay-2", "B", "E")
    morning.transfer(morning.arrive("A"), "quay-1", "A", "quay-2")
    model = morning.model()
    assert model.of_line("A") == WaitRange(0, 5)
    waits = model.of_line("B"), model.of_priority("B")
    assert all(wait is not None and wait.high_minutes >= 15 for wait in waits)


def test_somebody_with_priority_is_told_a_shorter_wait(morning: Morning) -> None:
    morning.open("quay-1", "A", "C")
    morning.arrive("A", count=6)
    ordinary, priority = morning.model().of_line("A"), morning.model().of_priority("A")
    assert ordinary is not None
    assert priority == WaitRange(0, 5)
    assert ordinary.low_minutes >= 20


def test_the_more_people_with_priority_came_the_longer_the_others_wait(morning: Morning) -> None:
    morning.open("quay-2", "B", "E")
    morning.arrive("B", count=5)
    before = morning.wait("B")
    for _ in range(4):
        morning.serve(morning.arrive("B", priority="elderly"), "quay-2", 18)
    after = morning.wait("B")
    assert (after.low_minutes + after.high_minutes) > (before.low_minutes + before.high_minutes)


def test_what_was_measured_on_the_working_day_before_is_known_in_the_morning(morning: Morning) -> None:
    morning.open("quay-2", "B", "E")
    morning.arrive("B", count=4)
    by_prior = morning.wait("B")
    for number in range(1, 5):
        morning.serve(f"t{number}", "quay-2", 40)
    morning.at(8, 0, day=25)
    morning.open("quay-3", "B")
    morning.arrive("B", count=4)
    assert morning.wait("B").high_minutes > by_prior.high_minutes


def test_a_wait_behind_some_of_the_queue_counts_only_those(morning: Morning) -> None:
    morning.open("quay-1", "A", "C")
    morning.arrive("A", count=9)
    model = morning.model()
    assert model.behind("A", []) == WaitRange(0, 5)
    assert model.behind("A", [WaitingTicket("A")] * 9) == model.of_line("A")
